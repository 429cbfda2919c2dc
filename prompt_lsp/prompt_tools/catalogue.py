"""The engines: which are set up, and each by its name.

What an engine needs is imported when it is made: listing them costs nothing.
"""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from typing import NamedTuple

from prompt_lsp.config import Resolved
from prompt_lsp.prompt_tools import access
from prompt_lsp.prompt_tools.engine import Engine
from prompt_lsp.prompt_tools.errors import Misconfigured

OFFLINE = "offline"
MESSAGES = "messages"
PROMPT_TOOLS = "prompt-tools"
NAMES = (OFFLINE, MESSAGES, PROMPT_TOOLS)


class Choice(NamedTuple):
    """An engine that may be asked.

    Attributes:
        name: as the setting `engine` has it.
        label: where the text goes, as a title says it.
    """

    name: str
    label: str


def engine(
    name: str | None, resolved: Resolved, environment: Mapping[str, str]
) -> Engine:
    """An engine, ready to be asked; None for the one that the settings name.

    Raises:
        Misconfigured: there is no such engine, or it cannot be asked as it is set up.
    """
    match name or resolved.settings.engine:
        case "offline":
            return _offline()
        case "messages":
            return _messages(resolved, environment)
        case "prompt-tools":
            return _prompt_tools(resolved, environment)
        case _:
            known = ", ".join(f"`{each}`" for each in NAMES)
            message = f"there is no such engine; the engines are {known}"
            raise Misconfigured(message)


def choices(resolved: Resolved) -> tuple[Choice, ...]:
    """The engines that are set up, the one that the settings name first."""
    settings = resolved.settings
    found = {settings.engine: None, OFFLINE: None}
    if settings.messages_model is not None:
        found[MESSAGES] = None
    if settings.prompt_tools_base_url is not None:
        found[PROMPT_TOOLS] = None
    return tuple(Choice(name, _label(name, resolved)) for name in found)


def _label(name: str, resolved: Resolved) -> str:
    """What is known of where the text goes; asking will tell what is missing."""
    if name == OFFLINE:
        return OFFLINE
    return " at ".join(_places(name, resolved))


def _places(name: str, resolved: Resolved) -> Iterator[str]:
    is_messages = name == MESSAGES
    yield (is_messages and resolved.settings.messages_model) or name
    find = access.messages_address if is_messages else access.prompt_tools_address
    with suppress(Misconfigured):
        yield find(resolved).shown


def _offline() -> Engine:
    from prompt_lsp.prompt_tools.engines.offline.engine import (  # noqa: PLC0415 - when asked
        OfflineEngine,
    )

    return OfflineEngine()


def _messages(resolved: Resolved, environment: Mapping[str, str]) -> Engine:
    model = access.model(resolved)
    found = access.messages_access(resolved, environment)
    from prompt_lsp.prompt_tools.engines.messages import (  # noqa: PLC0415 - when asked
        MessagesEngine,
    )

    return MessagesEngine(found, model)


def _prompt_tools(resolved: Resolved, environment: Mapping[str, str]) -> Engine:
    found = access.prompt_tools_access(resolved, environment)
    from prompt_lsp.prompt_tools.engines.prompt_tools import (  # noqa: PLC0415 - when asked
        PromptToolsEngine,
    )

    return PromptToolsEngine(found)
