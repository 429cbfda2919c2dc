"""`prompt-lsp check`: find mistakes in prompt files, and fix them."""

import sys
from argparse import Namespace
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain
from pathlib import Path
from types import MappingProxyType
from typing import TextIO

from prompt_lsp.cli.checking import checked, diffs, fixed_and_checked
from prompt_lsp.cli.diff import put_diff
from prompt_lsp.cli.input import Contradiction
from prompt_lsp.cli.misspelled import configuration_findings
from prompt_lsp.cli.opening import Opening, openings
from prompt_lsp.cli.output import github, json, sarif, text
from prompt_lsp.cli.output.outcome import Checked, Outcome, Trouble
from prompt_lsp.cli.output.tally import Tally, applied, skipped, summary
from prompt_lsp.cli.progress import watched
from prompt_lsp.cli.prompt import Opened, printed, written
from prompt_lsp.cli.request import Request, add_arguments, request
from prompt_lsp.cli.selectors import unknown, unknown_in
from prompt_lsp.cli.streams import say
from prompt_lsp.cli.verb import Subparsers
from prompt_lsp.config import Resolved
from prompt_lsp.workspace.configuration import Configuration

_WRITERS: Mapping[str, Callable[[Iterable[Outcome], TextIO], None]] = MappingProxyType(
    {
        "text": text.write,
        "json": json.write,
        "github": github.write,
        "sarif": sarif.write,
    }
)


def add(subparsers: Subparsers) -> None:
    """Add the verb to the command line."""
    what = "find mistakes in prompt files, and fix them"
    parser = subparsers.add_parser(
        "check", help=what, description=what, allow_abbrev=False
    )
    add_arguments(parser)
    parser.set_defaults(run=run)


def run(arguments: Namespace) -> int:
    """Check what is asked for: 0 clean, 1 findings or a diff, 2 trouble."""
    try:
        asked = request(arguments)
    except Contradiction as contradiction:
        say(f"error: {contradiction}")
        return 2
    wrong = [*unknown(asked.select or ()), *unknown(asked.ignore or ())]
    for message in wrong:
        say(f"error: {message}")
    if wrong:
        return 2
    configuration = Configuration((Path.cwd(),), flags=asked.flags)
    returns = asked.fix and not asked.diff
    prompts, total = openings(asked.input, configuration, returns=returns)
    used: dict[Resolved, None] = {}
    prompts = chain(_noting(prompts, configuration, used), _broken(configuration))
    if asked.diff:
        code = _diff(prompts, asked)
        for message in dict.fromkeys(chain.from_iterable(map(unknown_in, used))):
            say(f"warning: {message}")
    else:
        code = _check(prompts, total, asked, used)
    for problem in configuration.problems:
        if not problem.whole_file:
            say(f"warning: {problem}")
    return code


def _noting(
    prompts: Iterable[Opening],
    configuration: Configuration,
    used: dict[Resolved, None],
) -> Iterator[Opening]:
    """The prompts; what holds for them is noted, each once."""
    for prompt in prompts:
        if isinstance(prompt, Opened):
            used[configuration.in_folder(prompt.folder)] = None
        yield prompt


def _broken(configuration: Configuration) -> Iterator[Trouble]:
    """The configuration files of which nothing holds."""
    for problem in configuration.problems:
        if problem.whole_file:
            yield Trouble(problem.message, problem.where.file)


def _check(
    prompts: Iterable[Opening],
    total: int,
    asked: Request,
    used: Iterable[Resolved],
) -> int:
    printing = asked.fix and asked.input.from_stdin
    if asked.fix:
        keep = printed if printing else written
        outcomes = fixed_and_checked(prompts, keep, unsafe=asked.unsafe)
    else:
        outcomes = checked(prompts)
    # Which configuration is used is known when all prompts have passed.
    outcomes = chain(outcomes, configuration_findings(used))
    tally = Tally()
    stream = sys.stderr if printing else sys.stdout
    shown = _told(watched(tally.over(outcomes), total, writes=_writes))
    _WRITERS[asked.output_format](shown, stream)
    _conclude(tally, asked, stream)
    if tally.troubles:
        return 2
    return 1 if tally.fails(asked.fail_on) else 0


def _conclude(tally: Tally, asked: Request, stream: TextIO) -> None:
    if asked.output_format == "text":
        stream.writelines(f"{line}\n" for line in summary(tally))
    else:
        # What programs read has no room for it.
        for line in (*applied(tally), *skipped(tally)):
            say(line)


def _diff(prompts: Iterable[Opening], asked: Request) -> int:
    changed = troubled = False
    for each in diffs(prompts, unsafe=asked.unsafe):
        match each:
            case str():
                changed = True
                put_diff(each)
            case Trouble():
                troubled = True
                _tell(each)
    if troubled:
        return 2
    return 1 if changed else 0


def _told(outcomes: Iterable[Outcome]) -> Iterator[Outcome]:
    """The outcomes, each trouble told on standard error as it passes."""
    for outcome in outcomes:
        if isinstance(outcome, Trouble):
            _tell(outcome)
        yield outcome


def _tell(trouble: Trouble) -> None:
    where = "" if trouble.path is None else f"{trouble.path}: "
    say(f"error: {where}{trouble.message}")


def _writes(outcome: Outcome) -> bool:
    return isinstance(outcome, Trouble) or bool(
        isinstance(outcome, Checked) and outcome.shown
    )
