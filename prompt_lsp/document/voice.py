"""Who speaks in a message, in the words of the Messages API."""

from typing import Literal

Voice = Literal["system", "user", "assistant"]

_VOICES: dict[str, Voice] = {
    "system": "system",
    "developer": "system",
    "assistant": "assistant",
    "model": "assistant",
}


def voice_of(role: str | None) -> Voice:
    """Whose voice a host's word for a role means; a prompt without roles asks."""
    return _VOICES.get(role or "", "user")
