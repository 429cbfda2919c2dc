"""The parts of a rule's manual, which is Markdown under level-two headings."""

import re

_HEADING = re.compile(r"^## +(?P<title>.+?) *$")
_FENCE = re.compile(r"^ {0,3}(?P<mark>`{3,}|~{3,})")


def lead(manual: str) -> str:
    """The first paragraph, on one line."""
    paragraph, _, _ = manual.strip().partition("\n\n")
    return " ".join(paragraph.split())


def section(manual: str, title: str) -> str:
    """The text under a heading; empty where the manual has no such heading."""
    found: list[str] = []
    inside = False
    for line, heading in _headings(manual):
        if heading is not None:
            inside = heading == title
        elif inside:
            found.append(line)
    return "\n".join(found).strip()


def demoted(manual: str, levels: int) -> str:
    """The manual with its headings some levels down, for a page that holds several."""
    return "\n".join(
        line if heading is None else "#" * levels + line
        for line, heading in _headings(manual)
    )


def _headings(manual: str) -> list[tuple[str, str | None]]:
    """Each line, and its title where it is a heading and no text of a fence."""
    lines: list[tuple[str, str | None]] = []
    fence = ""
    for line in manual.splitlines():
        mark = _FENCE.match(line)
        if not fence and mark:
            fence = mark["mark"]
        elif fence and line.strip().startswith(fence) and not line.strip(" `~"):
            fence = ""
        heading = None if fence or mark else _HEADING.match(line)
        lines.append((line, heading["title"] if heading else None))
    return lines
