"""`prompt-lsp improve`: make prompts better and keep all that they say."""

from argparse import Namespace

from prompt_lsp.cli.asked import add_arguments
from prompt_lsp.cli.verb import Subparsers


def add(subparsers: Subparsers) -> None:
    """Add the verb to the command line."""
    what = "make prompts better and keep all that they say"
    parser = subparsers.add_parser(
        "improve", help=what, description=what, allow_abbrev=False
    )
    add_arguments(parser)
    parser.add_argument("--feedback", metavar="TEXT", help="what shall be better")
    parser.add_argument(
        "--system",
        metavar="TEXT",
        help="a system prompt, which the result takes in",
    )
    parser.set_defaults(run=run)


def run(arguments: Namespace) -> int:
    """Improve what is asked for: 0 done, 1 a diff that is not empty, 2 trouble."""
    # Engines are nothing that other verbs should wait for.
    from prompt_lsp.cli import tool  # noqa: PLC0415

    return tool.run("improve", arguments)
