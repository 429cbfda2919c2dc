"""How well templatizing works: `python -m tests.benchmarks.templatize`.

Asks the offline engine about each prompt of `templatize_cases` and compares with what
a person would take out. `--misses` tells each difference, `--kind` keeps to prompts of
one kind, `--cases` reads another folder. `--cut` asks about each prompt cut after each
word, and tells where that breaks; it takes a minute.
"""

import argparse
import sys
import time
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

from prompt_lsp.prompt_tools.engines.offline.templatize import templatize
from tests.benchmarks.templatize_reading import CASES, read_cases, read_synonyms
from tests.benchmarks.templatize_scoring import Score, Tool, broken_pieces, score

HEAD = (
    f"{'kind':20}{'cases':>6}{'precision':>11}{'recall':>8}{'clean':>7}"
    f"{'names':>7}{'variables':>11}\n"
)
GATES = ("round trip", "idempotence", "exactness")


def main(arguments: list[str] | None = None, tool: Tool = templatize) -> None:
    """Print a table of kinds, and the whole."""
    options = _options(arguments)
    synonyms = read_synonyms(CASES / "names.md")
    cases = [
        case
        for case in read_cases(options.cases)
        if options.kind in ("", case.kind) and options.case in case.name
    ]
    if options.cut:
        sys.stdout.writelines(
            f"{case.kind} {case.name}: {fault}: {_shown(piece)}\n"
            for case in cases
            for piece, fault in broken_pieces(case, tool)
        )
    start = time.process_time()
    scores = [score(case, tool, synonyms) for case in cases]
    spent = time.process_time() - start
    if options.misses:
        sys.stdout.writelines(line + "\n" for one in scores for line in _misses(one))
    sys.stdout.write(HEAD)
    for kind, group in groupby(scores, key=lambda one: one.case.kind):
        sys.stdout.write(_row(kind, list(group)))
    sys.stdout.write(_row("all", scores))
    sys.stdout.writelines(line + "\n" for line in _gates(scores))
    sys.stdout.write(f"{'seconds':20}{spent:6.2f}\n")


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m tests.benchmarks.templatize", description=__doc__
    )
    parser.add_argument("--cases", type=Path, default=CASES, metavar="DIR")
    parser.add_argument("--kind", default="", help="only the prompts of this kind")
    parser.add_argument("--case", default="", help="only cases with this in their name")
    parser.add_argument("--misses", action="store_true", help="tell each difference")
    parser.add_argument("--cut", action="store_true", help="also pieces of prompts")
    return parser.parse_args(arguments)


def _row(kind: str, scores: list[Score]) -> str:
    """A line of the table; shares in per cent, or a dash where there is nothing."""
    right = sum(len(one.right) for one in scores)
    wrong = sum(len(one.wrong) for one in scores)
    found = sum(one.found for one in scores)
    missed = sum(len(one.missed) for one in scores)
    bare = [one for one in scores if one.case.nothing]
    misnamed = sum(len(one.misnamed) for one in scores)
    matched = right + sum(len(one.allowed) for one in scores)
    return (
        f"{kind:20}{len(scores):6}"
        f"{_share(right, right + wrong):>11}"
        f"{_share(found, found + missed):>8}"
        f"{_share(sum(not one.wrong for one in bare), len(bare)):>7}"
        f"{_share(matched - misnamed, matched):>7}"
        f"{(matched + wrong) / max(1, len(scores)):11.2f}\n"
    )


def _gates(scores: list[Score]) -> Iterator[str]:
    """The promises that must always be kept."""
    for gate in GATES:
        asked = [one for one in scores if gate != "exactness" or _exact(one)]
        broken = sum(any(what == gate for what, _ in one.faults) for one in asked)
        kept = len(asked) - broken
        yield f"{gate:20}{kept:6} of {len(asked)}, {_share(kept, len(asked))} %"


def _exact(one: Score) -> bool:
    return "exact" in one.case.flags


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f}" if whole else "-"


def _misses(one: Score) -> Iterable[str]:
    """What is amiss with an answer, under the name of its case."""
    lines = [f"  {what}: {how}" for what, how in one.faults]
    lines += [f"  wrong   {name} = {_shown(value)}" for name, value in one.wrong]
    lines += [
        f"  missed  {'/'.join(gold.names)} = {_shown(gold.values[0])}"
        for gold in one.missed
    ]
    lines += [
        f"  name    {name} = {_shown(value)}, rather {_wished(one, value)}"
        for name, value in one.misnamed
    ]
    return [f"{one.case.kind} {one.case.name}", *lines] if lines else []


def _wished(one: Score, value: str) -> str:
    names = (gold.names for gold in one.case.golds if value in gold.values)
    return "/".join(name for group in names for name in group)


def _shown(value: str) -> str:
    whole = repr(value)
    return whole if len(whole) <= 100 else f"{whole[:60]} … {whole[-36:]}"


if __name__ == "__main__":
    main()
