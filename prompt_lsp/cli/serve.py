"""`prompt-lsp serve`: the prompt tools as a service, over HTTP.

What it needs is an extra, and read when it starts: no other verb pays for it.
"""

import os
import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from importlib.util import find_spec

from prompt_lsp.cli.output.cells import visible
from prompt_lsp.cli.streams import say
from prompt_lsp.cli.verb import Subparsers
from prompt_lsp.config import Resolved
from prompt_lsp.http_api.options import TOKEN, Options, engine_of, options_of
from prompt_lsp.prompt_tools import catalogue
from prompt_lsp.prompt_tools.errors import PromptToolsError
from prompt_lsp.workspace.configuration import Configuration

_HOST = "127.0.0.1"
_PORT = 8787
_HIGHEST_PORT = 0xFFFF
_NEEDED = ("fastapi", "uvicorn")
_WHAT = "serve the prompt tools over HTTP, as the retired API did"
_EPILOG = """\
Environment: PROMPT_LSP_TOKEN is the only key that is taken, and without it any key is;
PROMPT_LSP_ALLOWED_HOSTS, PROMPT_LSP_STRICT and PROMPT_LSP_ENGINE are the options
--allow-host, --strict and --engine. Any ASGI server can run the factory
prompt_lsp.http_api.app:create_app instead, which is set up by these alone.
"""


class _Refused(Exception):
    """The service cannot be started; the text says why and what to do."""


def add(subparsers: Subparsers) -> None:
    """Add the verb to the command line."""
    parser = subparsers.add_parser(
        "serve", help=_WHAT, description=_WHAT, epilog=_EPILOG, allow_abbrev=False
    )
    option = parser.add_argument
    option(
        "--host",
        type=_host,
        default=_HOST,
        help="where to listen (default: %(default)s); "
        "what other machines can reach needs PROMPT_LSP_TOKEN",
    )
    option(
        "--port",
        type=_port,
        default=_PORT,
        help="0 takes one that is free (default: %(default)s)",
    )
    option("--engine", choices=catalogue.NAMES, help="what does the work")
    _add_behaviour(parser)
    parser.set_defaults(run=run)


def run(arguments: Namespace) -> int:
    """Serve until it is asked to stop: 0 then, 2 if it cannot be started."""
    try:
        _serve(arguments)
    except (_Refused, PromptToolsError) as error:
        say(f"error: {error}")
        return 2
    return 0


def _add_behaviour(parser: ArgumentParser) -> None:
    """Add the options that say how requests are treated."""
    option = parser.add_argument
    option(
        "--deadline",
        type=_seconds,
        metavar="SECONDS",
        help="after which a request is given up (default: the setting `deadline`)",
    )
    option(
        "--strict",
        action="store_true",
        help="refuse requests without `anthropic-version` and `anthropic-beta`",
    )
    option(
        "--allow-host",
        action="append",
        default=[],
        metavar="NAME",
        help="a name by which a proxy calls this server; may be repeated",
    )
    option(
        "--log-requests",
        action="store_true",
        help="tell of each request on standard error, without what it says",
    )


def _serve(arguments: Namespace) -> None:
    """Serve until it is asked to stop.

    Raises:
        _Refused: it cannot be started.
        PromptToolsError: the engine that is asked for cannot be set up.
    """
    if any(find_spec(name) is None for name in _NEEDED):
        message = (
            "`prompt-lsp serve` needs more than is installed here; "
            "install it with `pip install 'prompt-lsp[serve]'`"
        )
        raise _Refused(message)
    from prompt_lsp.http_api import app, listening, serving  # noqa: PLC0415 - an extra

    resolved = _resolved(arguments)
    options = _options(arguments, resolved.settings.deadline)
    name = arguments.engine or engine_of(os.environ)
    engine = catalogue.engine(name, resolved, os.environ)
    try:
        sockets = listening.listen(arguments.host, arguments.port)
    except listening.Refused as refused:
        raise _Refused(str(refused)) from None
    served, label = app.create_app(engine, options), visible(engine.label)
    url = listening.url_of(arguments.host, sockets)

    def ready() -> None:
        sys.stdout.write(f"prompt-lsp serves the prompt tools at {url} ({label})\n")
        sys.stdout.flush()

    serving.serve(served, sockets, ready=ready, log_requests=arguments.log_requests)


def _options(arguments: Namespace, deadline: float) -> Options:
    """How the service behaves.

    Raises:
        _Refused: other machines could reach it, and it would answer any of them.
    """
    from prompt_lsp.http_api.hosts import is_loopback  # noqa: PLC0415 - for us alone

    options = options_of(
        os.environ,
        deadline=deadline,
        strict=arguments.strict,
        hosts=frozenset(name.lower() for name in arguments.allow_host),
    )
    if options.token is None and not is_loopback(arguments.host):
        message = (
            f"`{arguments.host}` can be reached from other machines, and whoever "
            f"reaches it may use your engine: set `{TOKEN}` to the key that clients "
            f"shall send, or use `--host {_HOST}`"
        )
        raise _Refused(message)
    return options


def _resolved(arguments: Namespace) -> Resolved:
    """The settings of the user, who alone speaks: a service belongs to no project."""
    flags = {} if arguments.deadline is None else {"deadline": arguments.deadline}
    configuration = Configuration(flags=flags)
    resolved = configuration.resolve(None)
    for problem in configuration.problems:
        say(f"warning: {problem}")
    return resolved


def _host(text: str) -> str:
    host = text.strip().removeprefix("[").removesuffix("]")
    if not host:
        message = "an address or a name is needed, as in `127.0.0.1`"
        raise ArgumentTypeError(message)
    return host


def _port(text: str) -> int:
    if not (text.isascii() and text.isdigit()) or int(text) > _HIGHEST_PORT:
        message = f"a port is a number from 0 to {_HIGHEST_PORT}, not `{text}`"
        raise ArgumentTypeError(message)
    return int(text)


def _seconds(text: str) -> float:
    try:
        seconds = float(text)
    except ValueError:
        seconds = 0.0
    if not 0 < seconds < float("inf"):
        message = f"a number of seconds above 0 is needed, not `{text}`"
        raise ArgumentTypeError(message)
    return seconds
