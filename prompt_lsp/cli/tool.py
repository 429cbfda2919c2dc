"""The run of `improve`, `templatize` and `generate`, and what it prints.

Results go to standard output, what was done and what went wrong to standard error.
"""

import json
import sys
from argparse import Namespace
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path

from prompt_lsp.cli.asked import Asked, asked
from prompt_lsp.cli.diff import put_diff, unified_diff
from prompt_lsp.cli.held_back import held_back
from prompt_lsp.cli.input import Contradiction
from prompt_lsp.cli.opening import Opening, openings
from prompt_lsp.cli.output.outcome import Skipped, Trouble
from prompt_lsp.cli.progress import watched
from prompt_lsp.cli.prompt import opened_stdin
from prompt_lsp.cli.streams import on_one_terminal, put, say
from prompt_lsp.cli.worked import Outcome, Passed, Stopped, Worked, worked
from prompt_lsp.config import Level, SettingProblem
from prompt_lsp.prompt_tools.schema import Generate, Tool
from prompt_lsp.prompt_tools.wire import answer_body
from prompt_lsp.workspace.configuration import Configuration
from prompt_lsp.workspace.load import FileText, encoded
from prompt_lsp.workspace.trouble import Unwritable
from prompt_lsp.workspace.write import rewrite_together

_DOING = {
    "improve": ("Improving", "improved"),
    "templatize": ("Templatizing", "templatized"),
    "generate": ("Generating", "generated"),
}


def run(tool: Tool, arguments: Namespace) -> int:
    """Do what is asked for: 0 done, 1 a diff that is not empty, 2 trouble."""
    try:
        wish = asked(tool, arguments)
    except Contradiction as contradiction:
        say(f"error: {contradiction}")
        return 2
    configuration = Configuration((Path.cwd(),), flags=wish.flags)
    if wrong := _wrong_flags(configuration):
        for problem in wrong:
            say(f"error: {problem}")
        return 2
    try:
        tally = _tally(wish, configuration)
    except Stopped as stop:
        say(f"error: {stop}")
        return 2
    finally:  # also of an engine that is not set up they may be the reason
        for problem in configuration.problems:
            say(f"warning: {problem}")
    if not wish.alone:
        say(_summary(tally, wish))
    if tally["trouble"]:
        return 2
    return 1 if wish.diff and tally["changed"] else 0


def _wrong_flags(configuration: Configuration) -> list[SettingProblem]:
    """What is wrong with the settings of the command line.

    Nothing stands in for them: a prompt would go where nobody wanted it.
    """
    problems = configuration.in_folder("").problems
    return [each for each in problems if each.where.level is Level.FLAG]


def _tally(wish: Asked, configuration: Configuration) -> Counter[str]:
    """Work on the prompts and tell of each; how many count as what.

    Raises:
        Stopped: the engine cannot be asked as it is set up.
    """
    prompts, total = _prompts(wish, configuration)
    title, _ = _DOING[wish.tool]
    with closing(worked(prompts, configuration, wish)) as outcomes:
        seen: Iterator[Outcome] = watched(outcomes, total, title=title)
        return Counter(_told(each, wish) for each in seen)


def _prompts(
    wish: Asked, configuration: Configuration
) -> tuple[Iterable[Opening], int]:
    if wish.task is None or not wish.input.from_stdin:
        # They are worked on side by side: a file twice would be in its own way.
        done = _DOING[wish.tool][1]
        return openings(wish.input, configuration, done=done, links=False)
    return (opened_stdin(b"", wish.input.stdin_name, configuration),), 1


def _told(outcome: Outcome, wish: Asked) -> str:
    """Tell of one prompt; what it counts as."""
    match outcome:
        case Trouble(message, path):
            say(f"error: {message}" if path is None else f"error: {path}: {message}")
            return "trouble"
        case Skipped(path, kind):
            say(f"skipped: {path}: no reader for {kind}")
            return "skipped"
        case Passed(path, why):
            say(f"skipped: {path}: {why}")
            return "skipped"
        case Worked():
            return _worked(outcome, wish)


def _worked(done: Worked, wish: Asked) -> str:
    try:
        if wish.write:
            _write(done)
    except Unwritable as trouble:
        name = _beside(done, trouble.path)
        say(f"error: {done.prompt.names[0]}: not written: `{name}`: {trouble.reason}")
        return "trouble"
    if wish.diff:
        for diff in _diffs(done):
            put_diff(diff)
    elif wish.json:
        _print_json(done, alone=wish.alone)
    elif not wish.write:
        _print(done, alone=wish.alone)
    remarks = [*_remarks(done, wish)]
    if remarks and not wish.write and on_one_terminal():
        say("")  # else nobody sees where the prompt ends
    for line in remarks:
        say(line)
    return "changed" if done.changes else "unchanged"


def _files(done: Worked) -> Iterator[tuple[str, FileText, str]]:
    """The files that are there and change: name, file, text."""
    prompt = done.prompt
    files = zip(prompt.names, prompt.loaded.files, strict=True)
    for (name, file), source in zip(files, done.revision.after.sources, strict=False):
        if source.text != file.text:
            yield name, file, source.text


def _sidecar(done: Worked) -> tuple[str, str] | None:
    """The file that is made for the variables: its path and its text."""
    if not done.revision.creates:
        return None
    path, text = done.revision.after.sources[-1]
    return path, text


def _write(done: Worked) -> None:
    """Keep a result in its files.

    Raises:
        Unwritable: a file refuses, or was changed meanwhile; none is changed then.
    """
    changed = [(file, text) for _, file, text in _files(done)]
    with held_back():
        rewrite_together(changed, created=_sidecar(done))


def _diffs(done: Worked) -> Iterator[str]:
    for name, file, after in _files(done):
        mark = "\ufeff" if file.bom else ""
        yield unified_diff(name, mark + file.text, mark + after)
    if made := _sidecar(done):
        yield unified_diff(_beside(done, made[0]), "", made[1])


def _print(done: Worked, *, alone: bool) -> None:
    """Print the prompt as its file would hold it; of several, each under its name."""
    file, text = done.prompt.loaded.files[0], done.revision.after.sources[0].text
    if not alone:
        put(f"==> {done.prompt.names[0]} <==\n".encode(errors="surrogateescape"))
    # What a shell or a heading stands after ends its line, and so does a new prompt.
    new = isinstance(done.job, Generate)
    ended = new or not alone or sys.stdout.isatty()
    end = "\n" if ended and not text.endswith("\n") else ""
    put(encoded(text + end, bom=file.bom and alone))


def _print_json(done: Worked, *, alone: bool) -> None:
    body = answer_body(done.job, done.answer)
    if alone:
        text = json.dumps(body, indent=2, ensure_ascii=False)
    else:
        named = {"path": done.prompt.names[0], "response": body}
        text = json.dumps(named, ensure_ascii=False)
    put(f"{text}\n".encode(errors="surrogateescape"))


def _remarks(done: Worked, wish: Asked) -> Iterator[str]:
    """What was done, and what should be known beside it."""
    name, where = done.prompt.names[0], _where(done, wish)
    if not done.changes:
        yield f"{name}: nothing to {wish.tool}"
    elif wish.write:
        yield f"{_DOING[wish.tool][1]} {name}{_in_brief(done, wish)}"
        if made := _sidecar(done):
            yield f"created {_beside(done, made[0])}"
    for note in done.answer.notes:
        yield f"note: {where}{note}"
    if not wish.json:
        yield from _details(done, wish)


def _where(done: Worked, wish: Asked) -> str:
    return "" if wish.alone else f"{done.prompt.names[0]}: "


def _in_brief(done: Worked, wish: Asked) -> str:
    """The variables, or the kinds of changes: of many files nobody reads each."""
    kinds = (change.kind for change in done.revision.changes)
    named = tuple(done.answer.variable_values or dict.fromkeys(kinds))
    return "" if wish.alone or not named else f": {', '.join(named)}"


def _details(done: Worked, wish: Asked) -> Iterator[str]:
    """Each change, and what no file holds: values and a system prompt."""
    where, printed = _where(done, wish), not (wish.write or wish.diff)
    for change in done.revision.changes if wish.alone or not wish.write else ():
        if not (printed and change.kind == "variable"):  # its value says more
            yield f"{where}{change.kind}: {change.reason}"
    if wish.system is not None and done.answer.system:
        yield f"{where}system prompt: {_quoted(done.answer.system)}"
    if printed:
        for variable, value in done.answer.variable_values.items():
            yield f"{where}{variable} = {_quoted(value)}"


def _quoted(text: str) -> str:
    """A text on one line."""
    return json.dumps(text, ensure_ascii=False)


def _beside(done: Worked, path: str) -> str:
    """The name of a file beside a prompt, as users are told of the prompt."""
    name, file = done.prompt.names[0], done.prompt.loaded.files[0]
    return name.removesuffix(Path(file.path).name) + Path(path).name


def _summary(tally: Counter[str], wish: Asked) -> str:
    total = sum(tally.values())
    rest = (f"{tally[what]} {what}" for what in ("unchanged", "skipped") if tally[what])
    failed = (f"{tally['trouble']} failed",) if tally["trouble"] else ()
    prompts = "1 prompt" if total == 1 else f"{total} prompts"
    done, changed = _DOING[wish.tool][1], tally["changed"]
    first = f"{done} {changed} of {prompts}"
    if wish.diff:
        first = f"{changed} of {prompts} would be {done}"
    return ", ".join((first, *rest, *failed))
