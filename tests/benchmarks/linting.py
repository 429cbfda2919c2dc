"""How long linting takes: `python -m tests.benchmarks.linting`.

Prints CPU time of one core for parsing and all rules, without files and without
the token rule, which never runs while somebody types. The growth from size to size
shows whether linting is linear.
"""

import sys
import time
from collections.abc import Callable

from prompt_lsp import formats
from prompt_lsp.analysis.engine import analyse
from prompt_lsp.analysis.tokens import CountNow, NotCounted
from prompt_lsp.config import Settings
from prompt_lsp.document.model import Source
from prompt_lsp.rules.rule import TokenCounter
from tests.benchmarks.text import benchmark_text

ROUNDS = 9


def main() -> None:
    """Print a table of sizes."""
    sys.stdout.write("     size   median ms      MB/s  findings  with tokens ms\n")
    for size in (1_000, 10_000, 100_000, 400_000, 1_000_000, 2_000_000, 10_000_000):
        text = benchmark_text(size)
        spent = _median(lambda text=text: _lint(text, NotCounted()))
        counted = _median(lambda text=text: _lint(text, CountNow()))
        found = _lint(text, NotCounted())
        speed = len(text) / spent / 1e6
        sys.stdout.write(
            f"{len(text):9,} {spent * 1e3:11.2f} {speed:9.1f} {found:9} "
            f"{counted * 1e3:15.2f}\n"
        )


def _lint(text: str, counter: TokenCounter) -> int:
    document = formats.parse((Source("case.prompt.txt", text),))
    return len(analyse(document, Settings(), counter).findings)


def _median(run: Callable[[], object]) -> float:
    """Seconds of CPU of the middle of some rounds."""
    spent = []
    for _ in range(ROUNDS):
        start = time.process_time()
        run()
        spent.append(time.process_time() - start)
    return sorted(spent)[ROUNDS // 2]


if __name__ == "__main__":
    main()
