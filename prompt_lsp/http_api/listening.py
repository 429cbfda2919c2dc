"""The sockets on which the service waits, opened before anything else is started."""

import errno
import os
import socket

_BACKLOG = 2048  # connections that may wait until they are taken
_ABSENT = frozenset({errno.EADDRNOTAVAIL, errno.EAFNOSUPPORT})


class Refused(Exception):
    """The address cannot be listened at; the text says why and what to do."""


def listen(host: str, port: int) -> list[socket.socket]:
    """Sockets that already listen, at all addresses of a host and on one port.

    `localhost` has two on most machines, and a client may try either of them.
    Who connects from now on waits until a server takes them.

    Args:
        host: a name or an address.
        port: 0 for one that is free.

    Raises:
        Refused: not at one of its addresses, or there is none.
    """
    opened: list[socket.socket] = []
    try:
        for family, address in _addresses(host):
            one = _open(family, address, opened[0].getsockname()[1] if opened else port)
            if one is not None:
                opened.append(one)
    except OSError as error:
        for one in opened:
            one.close()
        raise Refused(_reason(error, host, port)) from None
    if not opened:
        message = f"`{host}` is no address of this machine; use `--host` for another"
        raise Refused(message)
    return opened


def url_of(host: str, opened: list[socket.socket]) -> str:
    """Where a client finds sockets that listen."""
    shown = f"[{host}]" if ":" in host else host
    return f"http://{shown}:{opened[0].getsockname()[1]}"


def _addresses(host: str) -> list[tuple[int, str]]:
    """The family and the address of each, IPv4 first."""
    found = socket.getaddrinfo(
        host, None, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
    )
    each = {(family, str(address[0])) for family, _, _, _, address in found}
    return sorted(each, key=lambda one: (one[0] != socket.AF_INET, one[1]))


def _open(family: int, address: str, port: int) -> socket.socket | None:
    """A socket that listens; None where this machine has not that family."""
    try:
        one = socket.socket(family, socket.SOCK_STREAM)
    except OSError as error:
        if error.errno in _ABSENT:
            return None
        raise
    try:
        if os.name == "posix":  # elsewhere it lets others listen there too
            one.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if family == socket.AF_INET6:
            one.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
        one.bind((address, port))
        one.listen(_BACKLOG)
    except OSError as error:
        one.close()
        if error.errno in _ABSENT:
            return None
        raise
    return one


def _reason(error: OSError, host: str, port: int) -> str:
    if isinstance(error, socket.gaierror):
        return f"`{host}` is no address of this machine; use `--host` for another"
    if error.errno == errno.EADDRINUSE:
        other = "`--port 0` takes one that is free"
        return f"port {port} of `{host}` is in use; use another `--port` ({other})"
    if error.errno == errno.EACCES:
        return f"port {port} of `{host}` is not for this user; use another `--port`"
    words = os.strerror(error.errno or 0)
    return f"port {port} of `{host}` cannot be listened at: {words}"
