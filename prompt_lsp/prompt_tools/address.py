"""The addresses of servers, understood so that nobody can read them otherwise."""

import re
from ipaddress import ip_address, ip_network
from typing import NamedTuple
from urllib.parse import SplitResult, urlsplit

from prompt_lsp.prompt_tools.errors import NoAddress

_OFFICIAL_HOST = "api.anthropic.com"
_PORTS = {"http": 80, "https": 443}
_LOOPBACK = {4: ip_network("127.0.0.0/8"), 6: ip_network("::1/128")}

_NAME = re.compile(r"[a-z0-9_][a-z0-9._-]{0,252}")
_PATH = re.compile(r"[/A-Za-z0-9._~-]{0,1000}")
_VERSION = re.compile(r"/v1(?:/messages)?\Z")


class Address(NamedTuple):
    """A base URL that has been understood.

    Attributes:
        scheme: `http` or `https`.
        host: in small letters; an IPv6 address without its brackets.
        port: None for that of the scheme.
        path: without `/v1`, and without a slash at its end.
    """

    scheme: str
    host: str
    port: int | None = None
    path: str = ""

    @property
    def url(self) -> str:
        """The base URL."""
        return f"{self.scheme}://{self.shown}{self.path}"

    @property
    def shown(self) -> str:
        """Host and port as titles and messages show them."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port is None else f"{host}:{self.port}"

    @property
    def official(self) -> bool:
        """Whether it is the host of the hosted API."""
        return self.host == _OFFICIAL_HOST and self.port is None

    @property
    def loopback(self) -> bool:
        """Whether it is this machine."""
        if self.host == "localhost":
            return True
        try:
            found = ip_address(self.host)
        except ValueError:
            return False
        return found in _LOOPBACK[found.version]


def address_of(url: str, setting: str) -> Address:
    """A base URL, understood.

    Only what every reader of URLs understands alike is let through, so that nothing
    can go to another host than the one that was judged here.

    Raises:
        NoAddress: it cannot be used; the text does not repeat it.
    """
    split = _split(url)
    if split is None:
        raise unusable(setting, "it is no URL")
    parts, host, port = split
    if parts.scheme not in _PORTS:
        raise unusable(setting, "it must begin with `https://` or `http://`")
    if "@" in parts.netloc:
        raise unusable(setting, "it must not hold a user or a password")
    if parts.query or parts.fragment:
        raise unusable(setting, "it must not hold `?` or `#`")
    if not _is_host(host) or not _PATH.fullmatch(parts.path):
        raise unusable(setting, "its host or path is not understood")
    path = _VERSION.sub("", parts.path.rstrip("/"))
    port = None if port == _PORTS[parts.scheme] else port
    return Address(parts.scheme, host, port, path.rstrip("/"))


def unusable(setting: str, why: str) -> NoAddress:
    """That an address cannot be used, and why."""
    return NoAddress(f"the address in `{setting}` cannot be used: {why}")


def _split(url: str) -> tuple[SplitResult, str, int | None] | None:
    """A URL with its host and its port; None for what is none."""
    try:
        parts = urlsplit(url.strip())
        port = parts.port
    except ValueError:
        return None
    return parts, parts.hostname or "", port


def _is_host(host: str) -> bool:
    if ":" not in host:
        return _NAME.fullmatch(host) is not None
    try:
        return "%" not in host and ip_address(host) is not None
    except ValueError:
        return False
