"""`prompt-lsp templatize`: put placeholders in the stead of what varies."""

from argparse import Namespace

from prompt_lsp.cli.asked import add_arguments
from prompt_lsp.cli.verb import Subparsers

_EPILOG = (
    "With --write the values go to where the prompt keeps its variables: front matter, "
    "or a sidecar NAME.vars.json, which is made if there is none."
)


def add(subparsers: Subparsers) -> None:
    """Add the verb to the command line."""
    what = "put placeholders in the stead of what varies"
    parser = subparsers.add_parser(
        "templatize", help=what, description=what, epilog=_EPILOG, allow_abbrev=False
    )
    add_arguments(parser)
    parser.add_argument(
        "--system",
        metavar="TEXT",
        help="the system prompt beside it, templatized with it (see it with --json)",
    )
    parser.set_defaults(run=run)


def run(arguments: Namespace) -> int:
    """Templatize what is asked for: 0 done, 1 a diff that is not empty, 2 trouble."""
    # Engines are nothing that other verbs should wait for.
    from prompt_lsp.cli import tool  # noqa: PLC0415

    return tool.run("templatize", arguments)
