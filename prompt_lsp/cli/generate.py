"""`prompt-lsp generate`: write prompts for tasks."""

from argparse import Namespace

from prompt_lsp.cli.asked import add_arguments
from prompt_lsp.cli.verb import Subparsers


def add(subparsers: Subparsers) -> None:
    """Add the verb to the command line."""
    what = "write prompts for tasks that files, standard input or --task describe"
    parser = subparsers.add_parser(
        "generate", help=what, description=what, allow_abbrev=False
    )
    add_arguments(parser)
    parser.add_argument(
        "--task",
        metavar="TEXT",
        help="the task; the prompt is printed, or put into an empty file that is given",
    )
    parser.set_defaults(run=run)


def run(arguments: Namespace) -> int:
    """Generate what is asked for: 0 done, 1 a diff that is not empty, 2 trouble."""
    # Engines are nothing that other verbs should wait for.
    from prompt_lsp.cli import tool  # noqa: PLC0415

    return tool.run("generate", arguments)
