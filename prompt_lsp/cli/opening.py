"""From what is asked for to the prompts, one after the other."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from prompt_lsp.cli.input import Input
from prompt_lsp.cli.output.outcome import Skipped, Trouble
from prompt_lsp.cli.prompt import Opened, opened, opened_stdin
from prompt_lsp.cli.streams import put, say, take
from prompt_lsp.formats import format_of
from prompt_lsp.workspace import discover, paths
from prompt_lsp.workspace.configuration import Configuration
from prompt_lsp.workspace.discover import Discovery, Found, LeftOut
from prompt_lsp.workspace.trouble import Unreadable

Opening = Opened | Skipped | Trouble


def openings(
    asked: Input,
    configuration: Configuration,
    *,
    done: str = "checked",
    links: bool = True,
    returns: bool = False,
) -> tuple[Iterable[Opening], int]:
    """The prompts that are asked for, and about how many they are.

    Args:
        asked: where they are.
        configuration: what is a prompt, and what is left out.
        done: what the caller does with them, as users are told of those left out.
        links: a file comes by each of its names, and not by one only.
        returns: what standard input holds is printed, where that is no prompt.
    """
    if asked.from_stdin:
        return tuple(_stdin(asked, configuration, done=done, returns=returns)), 1
    found = tuple(
        discover.discover(asked.paths, configuration, force_exclude=asked.force_exclude)
    )
    if not links:
        found = tuple(_by_one_name(found))
    if not found:
        return (Trouble(_nothing_found(asked.paths)),), 1
    left_out = [each for each in found if isinstance(each, LeftOut)]
    if len(left_out) == len(found):  # else somebody would take silence for praise
        for each in left_out:
            say(f"not {done}: {each.name}: {each.reason}")
    return _files(found, configuration), len(found)


def crashed(name: str, error: Exception) -> Trouble:
    """That we failed over a prompt, without any of its text."""
    kind = type(error).__name__
    return Trouble(f"prompt-lsp crashed over it ({kind}); please report it", name)


def _files(
    discoveries: Iterable[Discovery], configuration: Configuration
) -> Iterator[Opening]:
    for discovery in discoveries:
        match discovery:
            case Found():
                yield _file(discovery, configuration)
            case discover.Skipped(_, name, kind):
                yield Skipped(name, kind)
            case Unreadable():
                yield Trouble(discovery.reason, discovery.path)
            case LeftOut():
                pass  # that is what was asked for


def _by_one_name(found: Sequence[Discovery]) -> Iterator[Discovery]:
    """What was found, each file once: by its own name, else by its first link."""
    files = [each for each in found if isinstance(each, Found)]
    named: dict[str, Found] = {}
    for file in sorted(files, key=lambda file: Path(file.path).is_symlink()):
        named.setdefault(paths.followed(file.path), file)
    kept = {each.path for each in named.values()}
    for each in found:
        if not isinstance(each, Found) or each.path in kept:
            yield each


def _file(found: Found, configuration: Configuration) -> Opening:
    try:
        return opened(found, configuration)
    except Unreadable as trouble:
        return Trouble(trouble.reason, found.name)
    except Exception as error:  # noqa: BLE001 - one file must not cost the others
        return crashed(found.name, error)


def _stdin(
    asked: Input, configuration: Configuration, *, done: str, returns: bool
) -> Iterator[Opening]:
    """The prompt that standard input holds, or why there is none."""
    name, data = asked.stdin_name, take()
    why = None
    if name is not None and asked.force_exclude:
        why = configuration.left_out(name)
    kind = None if name is None else format_of(name)
    if why is None and (kind is None or kind.read is not None):
        yield _stdin_prompt(data, name, configuration)
        return
    if returns:
        put(data)  # whoever pipes a file through us gets it back
    if why is not None:
        say(f"not {done}: {name}: {why}")
    elif kind is not None:
        yield Skipped(str(name), kind.name)


def _stdin_prompt(
    data: bytes, name: str | None, configuration: Configuration
) -> Opening:
    try:
        return opened_stdin(data, name, configuration)
    except Unreadable as trouble:
        return Trouble(trouble.reason, trouble.path)
    except Exception as error:  # noqa: BLE001 - it is told as that of a file is
        return crashed(name or "-", error)


def _nothing_found(paths: Sequence[str]) -> str:
    places = ", ".join(f"`{path}`" for path in paths)
    return (
        f"no prompt files in {places}: `include` in the configuration says which "
        "files are prompts, and a file that is named here is always read"
    )
