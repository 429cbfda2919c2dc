"""The command line: which verbs there are, and how their arguments are read."""

import sys
from argparse import ArgumentParser, Namespace, RawDescriptionHelpFormatter
from collections.abc import Sequence

from prompt_lsp import __version__
from prompt_lsp.cli import (
    check,
    config,
    convert,
    generate,
    improve,
    rule,
    serve,
    templatize,
)
from prompt_lsp.cli.streams import soften

_EPILOG = """\
Without a verb the server starts, for an editor at the other end of the standard
streams; `prompt-lsp server --help` says how else it is reached.

Exit codes: 0 nothing to report, 1 findings remain, 2 something went wrong.
"""

# The order in which `--help` lists them.
_VERBS = (check, improve, templatize, generate, convert, serve, rule, config)


def run(argv: Sequence[str]) -> int:
    """Run the verb that the arguments name; the exit code."""
    soften()
    try:
        arguments = _parsed(argv)
    except SystemExit as stop:  # after help, the version or a usage message
        sys.stdout.flush()
        return int(stop.code or 0)
    code: int = arguments.run(arguments)
    sys.stdout.flush()
    return code


def _parsed(argv: Sequence[str]) -> Namespace:
    """The arguments; paths may also follow the options that follow paths.

    A parser with verbs does not look for them there by itself.
    """
    parser = _parser()
    arguments, rest = parser.parse_known_args(argv)
    more_paths = hasattr(arguments, "paths") and all(map(_is_path, rest))
    if rest and not more_paths:
        parser.error(f"unrecognized arguments: {' '.join(rest)}")
    if rest:
        arguments.paths += rest
    return arguments


def _is_path(argument: str) -> bool:
    return argument == "-" or not argument.startswith("-")


def _parser() -> ArgumentParser:
    parser = ArgumentParser(
        prog="prompt-lsp",
        description="A language server and linter for prompt files.",
        epilog=_EPILOG,
        formatter_class=RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    version = f"prompt-lsp {__version__}"
    parser.add_argument("-V", "--version", action="version", version=version)
    subparsers = parser.add_subparsers(metavar="VERB", required=True)
    subparsers.add_parser("server", help="start the server (the default)")
    for verb in _VERBS:
        verb.add(subparsers)
    return parser
