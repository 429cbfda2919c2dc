"""Where a request may go, and with which key.

The key never follows a workspace: addresses come from settings that a repository
cannot set, the key comes from the environment alone, and the key of the hosted API
goes to the hosted API or to an address of the user's own file.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from prompt_lsp.config import Level, Resolved
from prompt_lsp.prompt_tools.address import Address, address_of, unusable
from prompt_lsp.prompt_tools.errors import (
    InsecureAddress,
    NoAddress,
    NoKey,
    NoModel,
    Retired,
)

OFFICIAL = "https://api.anthropic.com"
MESSAGES_URL = "engines.messages.base-url"
PROMPT_TOOLS_URL = "engines.prompt-tools.base-url"
RETIRED = (
    "the prompt tools of `api.anthropic.com` were retired on 2026-08-17; "
    "use the engine `messages` or `offline`"
)

_OWN_KEY = "PROMPT_LSP_API_KEY"
_HOSTED_KEY = "ANTHROPIC_API_KEY"
KEY_VARIABLES = (_OWN_KEY, _HOSTED_KEY)
"""Where keys are looked for in the environment."""

_KEY = re.compile(r"[!-~]{1,1000}")


@dataclass(frozen=True, slots=True)
class Access:
    """The right to ask one server.

    Attributes:
        base_url: of the server, without `/v1` and without a slash at its end.
        host: host and port, as titles and messages show them.
        key: what goes with requests, if anything.
        deadline: of one job, in seconds.
        setting: the setting that says the address, for messages.
        variable: the variable of the environment that the key is in, or would be.
        loopback: whether the server is on this machine.
    """

    base_url: str
    host: str
    key: str | None = field(default=None, repr=False)
    deadline: float = 120.0
    setting: str = MESSAGES_URL
    variable: str = _OWN_KEY
    loopback: bool = False


def messages_access(resolved: Resolved, environment: Mapping[str, str]) -> Access:
    """How the engine `messages` reaches its server; the hosted one by default.

    Raises:
        Misconfigured: it has no usable address, or no key that may go there.
    """
    address = messages_address(resolved)
    key = _key(address, resolved, MESSAGES_URL, environment)
    if address.official and key.text is None:
        message = (
            f"there is no key for `{address.shown}`: set `{_HOSTED_KEY}` in the "
            "environment, or use the engine `offline`"
        )
        raise NoKey(message)
    return _access(address, key, resolved, MESSAGES_URL)


def prompt_tools_access(resolved: Resolved, environment: Mapping[str, str]) -> Access:
    """How the engine `prompt-tools` reaches its server.

    Raises:
        Misconfigured: it has no usable address, or one where nothing answers any more.
    """
    address = prompt_tools_address(resolved)
    if address.official:
        raise Retired(RETIRED)
    key = _key(address, resolved, PROMPT_TOOLS_URL, environment)
    return _access(address, key, resolved, PROMPT_TOOLS_URL)


def model(resolved: Resolved) -> str:
    """The model that the engine `messages` asks.

    Raises:
        NoModel: nobody says which.
    """
    found = resolved.settings.messages_model
    if found is None:
        message = (
            "no model is set: set `engines.messages.model` in the user file, or "
            "`PROMPT_LSP_ENGINES_MESSAGES_MODEL` in the environment"
        )
        raise NoModel(message)
    return found.strip()


def messages_address(resolved: Resolved) -> Address:
    """The address of the Messages API.

    Raises:
        NoAddress: it is none that can be used.
    """
    _check_understood(resolved, MESSAGES_URL)
    return address_of(resolved.settings.messages_base_url or OFFICIAL, MESSAGES_URL)


def prompt_tools_address(resolved: Resolved) -> Address:
    """The address of the server that speaks the protocol of the prompt tools.

    Raises:
        NoAddress: there is none, or none that can be used.
    """
    _check_understood(resolved, PROMPT_TOOLS_URL)
    url = resolved.settings.prompt_tools_base_url
    if url is None:
        message = (
            f"no server is set: set `{PROMPT_TOOLS_URL}` in the user file to one that "
            "speaks the protocol, such as that of `prompt-lsp serve`"
        )
        raise NoAddress(message)
    return address_of(url, PROMPT_TOOLS_URL)


def _check_understood(resolved: Resolved, setting: str) -> None:
    """Let no other address stand in for one that is wrong.

    What is meant for a server at home would go to the hosted one, with a key.

    Raises:
        NoAddress: the address is wrong.
    """
    if setting in resolved.unread:
        raise unusable(setting, "it must begin with `https://` or `http://`")


class _Key(NamedTuple):
    """A key and the variable it is in."""

    text: str | None
    variable: str = _OWN_KEY


def _access(address: Address, key: _Key, resolved: Resolved, setting: str) -> Access:
    """Access to an address.

    Raises:
        InsecureAddress: a key would be sent for everyone on the way to read.
    """
    exposed = address.scheme == "http" and not address.loopback
    if exposed and key.text is not None:
        message = (
            f"a key would go to `{address.shown}` unencrypted: begin "
            f"`{setting}` with `https://`"
        )
        if not address.official:
            message += f", or unset `{key.variable}`"
        raise InsecureAddress(message)
    return Access(
        address.url,
        address.shown,
        key.text,
        resolved.settings.deadline,
        setting,
        key.variable,
        address.loopback,
    )


def _key(
    address: Address, resolved: Resolved, setting: str, environment: Mapping[str, str]
) -> _Key:
    """The key that may go to an address.

    Raises:
        NoKey: it holds what no header can hold.
    """
    users = resolved.origin(setting).level is Level.USER
    hosted = (_HOSTED_KEY,) if users or address.official else ()
    for variable in (_OWN_KEY, *hosted):
        key = environment.get(variable, "").strip()
        if key and _KEY.fullmatch(key):
            return _Key(key, variable)
        if key:  # the error of a header that cannot be written would show it
            message = f"`{variable}` holds characters that no key has: set it anew"
            raise NoKey(message)
    return _Key(None)
