"""The benchmark text: a marker per 2 KB, a placeholder per 500 B, few findings."""

_SENTENCE = (
    "Read the report with care, note what its authors claim, and say in plain words "
    "which of the claims the figures bear out and which they do not. "
)
_LINES = (
    _SENTENCE[:80].strip(),
    _SENTENCE[80:].strip(),
    "Keep names, dates and amounts as they are written, and quote only what matters.",
    "If a figure is missing, say so; do not guess, and do not apologise for it.",
    "",
)
_NAMES = (
    "REPORT",
    "AUDIENCE",
    "COMPANY",
    "PRODUCT_NAME",
    "TONE",
    "QUESTION",
    "CONTEXT",
    "DEADLINE",
    "LANGUAGE",
    "AUTHOR",
    "REGION",
    "WORD_COUNT",
)


def benchmark_text(size: int) -> str:
    """About `size` characters of a clean text-completions prompt, ASCII only."""
    pieces: list[str] = []
    length, turn, variable, line = 0, 0, 0, 0
    while length < size or turn % 2:
        role = "Assistant" if turn % 2 else "Human"
        pieces.append(f"\n\n{role}: ")
        written = 0
        while written < 2000:
            text = _LINES[line % len(_LINES)]
            line += 1
            if written // 500 > (written - len(text) - 1) // 500:
                text += f" {{{{{_NAMES[variable % len(_NAMES)]}}}}}"
                variable += 1
            pieces.append(text + "\n")
            written += len(text) + 1
        pieces[-1] = pieces[-1].rstrip("\n")
        length += written + 12
        turn += 1
    return "".join(pieces).rstrip("\n") + "\n\nHuman: Go on.\n\nAssistant:\n"
