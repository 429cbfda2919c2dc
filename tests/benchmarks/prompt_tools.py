"""How long the offline tools take: `python -m tests.benchmarks.prompt_tools`.

Prints CPU time of one core for prompts of growing size, and how many readings of the
same text (`parse_part`) that is: the ratio does not depend on the machine, and shows
by its growth whether a tool is linear. `--odd` shows what a hostile text costs.

`document`, `code` and `rules` are prompts as people write them: an order and what it
works on, or a manual of rules. `prompts` is the densest text that we have: hundreds
of small prompts in a row, each with values of its own.
"""

import argparse
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from itertools import cycle
from pathlib import Path

from prompt_lsp.document.parser import parse_part
from prompt_lsp.document.source_map import SourceMap
from prompt_lsp.prompt_tools.engines.offline.generate import generate
from prompt_lsp.prompt_tools.engines.offline.improve import improve
from prompt_lsp.prompt_tools.engines.offline.templatize import templatize
from prompt_lsp.prompt_tools.schema import Generate, Improve, Templatize, texts_of, user
from tests.benchmarks.templatize_reading import CASES, read_cases

ROUNDS = 5
SIZES = (1_000, 10_000, 100_000, 1_000_000)
TOOLS: dict[str, Callable[[str], object]] = {
    "improve": lambda text: improve(Improve((user(text),))),
    "templatize": lambda text: templatize(Templatize((user(text),))),
    "generate": lambda text: generate(Generate(text)),
}
_HOUSE = Path(__file__).parents[2]
# An order, the files of this repository that it is about, again and again, and what
# ends them.
_ORDERS = {
    "document": (
        "Summarize the document below in five sentences for new users.\n\n<document>\n",
        ("docs/editors.md", "docs/prompt-tools.md", "docs/architecture.md"),
        "\n</document>\n",
    ),
    "code": (
        "Review this code for bugs, the most severe first.\n\n```python\n",
        ("prompt_lsp/cli/check.py", "prompt_lsp/lsp/session.py"),
        "\n```\n",
    ),
    "rules": ("You review prompts.\n\n", ("docs/rules.md",), ""),
}
ODD = {
    "prose": ("Read it with care, and say what it says. ",),
    "one line": ("word ",),
    "digits": ("1",),
    "quotes": ('"',),
    "labels": ("Text: a\n",),
    "tags": ("<a>",),
    "brackets": ("{{", "<<", "[", "("),
}


def main(arguments: list[str] | None = None) -> None:
    """Print a table of texts, sizes and tools."""
    options = _options(arguments)
    sys.stdout.write(f"{'text':10}{'size':>11}{'reading ms':>12}")
    sys.stdout.writelines(f"{tool:>12} ms{'ratio':>8}" for tool in TOOLS)
    sys.stdout.write("\n")
    for kind, written in _texts(odd=options.odd).items():
        for size in SIZES:
            _write_row(kind, written(size))


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m tests.benchmarks.prompt_tools", description=__doc__
    )
    parser.add_argument("--odd", action="store_true", help="also hostile texts")
    return parser.parse_args(arguments)


def _write_row(kind: str, text: str) -> None:
    reading = _median(lambda: parse_part(text, SourceMap.identity(len(text))))
    sys.stdout.write(f"{kind:10}{len(text):11,}{reading * 1e3:12.2f}")
    for tool in TOOLS.values():
        spent = _median(lambda tool=tool: tool(text))
        sys.stdout.write(f"{spent * 1e3:15.2f}{spent / reading:8.1f}")
        sys.stdout.flush()
    sys.stdout.write("\n")


def _texts(*, odd: bool) -> dict[str, Callable[[int], str]]:
    """The texts by kind, each of as many characters as are asked for."""
    rows = {"prompts": _prompts(), **(ODD if odd else {})}
    return {
        **{kind: partial(_ordered, *parts) for kind, parts in _ORDERS.items()},
        **{kind: partial(_filled, pieces) for kind, pieces in rows.items()},
    }


def _ordered(order: str, names: Sequence[str], end: str, size: int) -> str:
    files = [(_HOUSE / name).read_text("utf-8") for name in names]
    return order + _filled(files, size - len(order) - len(end)) + end


def _prompts() -> list[str]:
    """The texts of prompts of all kinds; one after another they make a long one."""
    jobs = (case.job for case in read_cases(CASES) if "D.5-46" not in case.flags)
    return ["\n\n".join(texts_of(job)) + "\n\n" for job in jobs]


def _filled(pieces: Iterable[str], size: int) -> str:
    written: list[str] = []
    length = 0
    for piece in cycle(pieces):
        written.append(piece)
        length += len(piece)
        if length >= size:
            break
    return "".join(written)[:size]


def _median(run: Callable[[], object]) -> float:
    """Seconds of CPU of the middle of some rounds; of one round where it is long."""
    spent: list[float] = []
    while len(spent) < ROUNDS and sum(spent) < 10:
        start = time.process_time()
        run()
        spent.append(time.process_time() - start)
    return sorted(spent)[len(spent) // 2]


if __name__ == "__main__":
    main()
