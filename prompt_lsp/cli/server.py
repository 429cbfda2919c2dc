"""Starts the server, reading no more modules than it needs.

An editor starts us for every window, so that this path has no argument parser:
its flags are few, and those that editors add by themselves are let pass.
"""

import gc
import sys
from collections.abc import Sequence
from typing import NamedTuple

USAGE = """\
usage: prompt-lsp [server] [--stdio | --tcp HOST:PORT]
       prompt-lsp check [PATH ...]
       prompt-lsp rule [CODE ...]
       prompt-lsp --help

Without arguments an editor is expected at the other end of the standard streams.
"""

_HELP = ("-h", "--help")
_VERSION = ("-V", "--version")
# What client libraries offer beside the two that we speak.
_FOREIGN = ("--node-ipc", "--pipe", "--socket")


class Transport(NamedTuple):
    """How the editor is reached: over standard streams unless `tcp` says where."""

    stdio: bool = False
    tcp: str | None = None
    help: bool = False


class Refused(ValueError):
    """The arguments ask for what the server does not do; its text says why."""


def is_meant(arguments: Sequence[str]) -> bool:
    """Whether a command line starts the server."""
    if not arguments or arguments[0] == "server":
        return True
    return arguments[0].startswith("--") and arguments[0] not in _HELP + _VERSION


def run(arguments: Sequence[str]) -> int:
    """Serve until the editor is done; the exit code."""
    try:
        transport = _transport(arguments)
        address = None if transport.tcp is None else loopback_address(transport.tcp)
    except Refused as refused:
        sys.stderr.write(f"error: {refused}\n")
        return 2
    if transport.help:
        sys.stdout.write(USAGE)
        sys.stdout.flush()
        return 0
    if address is None and not transport.stdio and _is_terminal():
        sys.stderr.write(USAGE)
        return 2
    # Thousands of objects are made that all stay: to search them takes long and finds
    # nothing. The server collects again once it has come to rest.
    gc.disable()
    # Here, so that a refusal costs nothing.
    from prompt_lsp.lsp import server  # noqa: PLC0415

    return server.serve_stdio() if address is None else server.serve_tcp(*address)


def loopback_address(text: str) -> tuple[str, int]:
    """Host and port of `HOST:PORT`.

    Raises:
        Refused: it is no address, or not one of this machine alone.
    """
    host, colon, port = text.rpartition(":")
    if not (host and colon and port.isascii() and port.isdigit()) or int(port) > 0xFFFF:
        message = f"`--tcp` takes HOST:PORT, as in `127.0.0.1:2087`, not `{text}`"
        raise Refused(message)
    host = host.removeprefix("[").removesuffix("]")
    if not _is_loopback(host):
        message = (
            f"`{host}` can be reached from other machines, "
            "and the server reads files for whoever connects: "
            "use `127.0.0.1`, `::1` or `localhost`"
        )
        raise Refused(message)
    return host, int(port)


def _transport(arguments: Sequence[str]) -> Transport:
    transport = Transport()
    rest = iter(arguments[1:] if arguments[:1] == ["server"] else arguments)
    for argument in rest:
        name, _, value = argument.partition("=")
        if argument == "--stdio":
            transport = transport._replace(stdio=True)
        elif name == "--tcp":
            transport = transport._replace(tcp=value or next(rest, ""))
        elif argument in _HELP:
            transport = transport._replace(help=True)
        elif name == "--clientProcessId":
            # Known from `initialize` too; the editor's end of the pipe tells the rest.
            _ = value or next(rest, "")
        else:
            raise Refused(_unknown(argument))
    if transport.stdio and transport.tcp is not None:
        message = "`--stdio` and `--tcp` exclude each other"
        raise Refused(message)
    return transport


def _unknown(argument: str) -> str:
    if argument.partition("=")[0] in _FOREIGN:
        return f"`{argument}` is not spoken here: use `--stdio` or `--tcp HOST:PORT`"
    return f"unknown option `{argument}`; `prompt-lsp --help` lists what there is"


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    from ipaddress import ip_address  # noqa: PLC0415 - not for standard streams

    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def _is_terminal() -> bool:
    return sys.stdin is not None and sys.stdin.isatty()
