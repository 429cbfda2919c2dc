"""Which prompts a verb is asked about."""

from argparse import ArgumentParser, Namespace
from dataclasses import dataclass

STDIN = "-"


class Contradiction(ValueError):
    """Arguments that exclude each other or mean nothing; its text says which."""


@dataclass(frozen=True, slots=True)
class Input:
    """Where prompts are read from.

    Attributes:
        paths: files and folders; `-` alone for standard input.
        stdin_name: the path that standard input stands for.
        force_exclude: leave out given paths that a walk would leave out.
    """

    paths: tuple[str, ...]
    stdin_name: str | None = None
    force_exclude: bool = False

    @property
    def from_stdin(self) -> bool:
        """Whether standard input is read, and no path."""
        return self.paths == (STDIN,)


def add_input(parser: ArgumentParser, default: str = " (default: this folder)") -> None:
    """Add what says which prompts are read, and where from."""
    add = parser.add_argument
    add(
        "paths",
        nargs="*",
        metavar="PATH",
        help=f"a file, a folder, or `-` for standard input{default}",
    )
    add(
        "--stdin-filename",
        metavar="NAME",
        help="the path that standard input stands for",
    )
    add(
        "--force-exclude",
        action="store_true",
        help="leave out given files, too, that the configuration excludes",
    )


def input_of(arguments: Namespace) -> Input:
    """What parsed arguments name; without a path the current folder.

    Raises:
        Contradiction: standard input is to be read among other paths, or a path is
            empty.
    """
    name = arguments.stdin_filename
    paths = tuple(arguments.paths) or ((STDIN,) if name is not None else (".",))
    if "" in paths or name == "":
        message = "a path is empty: write `.` for the current folder"
        raise Contradiction(message)
    if STDIN in paths and len(paths) > 1:
        message = "`-` stands for standard input and bears no other path beside it"
        raise Contradiction(message)
    if name is not None and paths != (STDIN,):
        message = "`--stdin-filename` is for standard input (`-`) and bears no path"
        raise Contradiction(message)
    return Input(paths, name, arguments.force_exclude)
