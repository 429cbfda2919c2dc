"""What keeps a JSON value from being a request that a prompt can say.

Settings of the answer say nothing of the conversation and may be left out. Anything
else that a prompt has no place for is refused by its name, for to drop it would
change the request; so is a key that we do not know.
"""

from collections.abc import Container, Iterator
from typing import Any

from prompt_lsp.migrate.request import Reason, Refused

# Top-level keys of the Messages API that say how to answer, run or bill a request,
# and nothing of what is said in it; the last one is that of its hosts in clouds.
SETTINGS = frozenset(
    {
        "cache_control",
        "inference_geo",
        "max_tokens",
        "metadata",
        "output_config",
        "output_format",
        "service_tier",
        "speed",
        "stop_sequences",
        "stream",
        "temperature",
        "thinking",
        "top_k",
        "top_p",
        "anthropic_version",
    }
)
_KEYS = frozenset({"model", "system", "messages"}) | SETTINGS
_MESSAGE_KEYS = ("role", "content")
_ROLES = ("user", "assistant")


def body_faults(data: object) -> Iterator[Refused]:
    """What keeps a JSON value from being a body that a prompt can say."""
    if not isinstance(data, dict) or not isinstance(data.get("messages"), list):
        message = "it is no request body: it has no list of `messages`"
        yield Refused(Reason.NO_BODY, message)
        return
    yield from _unknown_keys(data, _KEYS, "")
    if "model" in data and not isinstance(data["model"], str):
        yield Refused(Reason.UNSUPPORTED, "it is no string", "model")
    if "system" in data:
        yield from _no_text(data["system"], "system")
    for index, message in enumerate(data["messages"]):
        yield from _message_faults(message, f"messages[{index}]")


def _message_faults(message: object, where: str) -> Iterator[Refused]:
    if not isinstance(message, dict):
        yield Refused(Reason.NO_BODY, "it is no message", where)
        return
    for key in _MESSAGE_KEYS:
        if key not in message:
            yield Refused(Reason.NO_BODY, f"it has no `{key}`", where)
    yield from _unknown_keys(message, _MESSAGE_KEYS, where)
    if message.get("role") not in _ROLES:
        text = "a prompt has turns of `user` and `assistant` only"
        yield Refused(Reason.UNSUPPORTED, text, f"{where}.role")
    yield from _no_text(message.get("content"), f"{where}.content")


def _unknown_keys(
    data: dict[str, Any], known: Container[str], where: str
) -> Iterator[Refused]:
    unknown = [f"`{key}`" for key in data if key not in known]
    if unknown:
        message = f"a text-completions prompt has no place for {', '.join(unknown)}"
        yield Refused(Reason.UNSUPPORTED, message, where)


def _no_text(value: object, where: str) -> Iterator[Refused]:
    """Why a value is neither a string nor one block of text."""
    if isinstance(value, str):
        return
    if not isinstance(value, list):
        message = "it is no string"
    elif not value or not all(_is_text_block(block) for block in value):
        message = "a prompt has no place for blocks that are not only text"
    elif len(value) > 1:
        message = "these are several blocks; a prompt has one text, so write it as one"
    else:
        return
    yield Refused(Reason.UNSUPPORTED, message, where)


def _is_text_block(block: object) -> bool:
    return (
        isinstance(block, dict)
        and set(block) == {"type", "text"}
        and block["type"] == "text"
        and isinstance(block["text"], str)
    )
