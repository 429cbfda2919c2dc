"""What the service is told when it starts, and by which variables."""

from collections.abc import Mapping
from dataclasses import dataclass, field

TOKEN = "PROMPT_LSP_TOKEN"  # noqa: S105 - the name of a variable

_HOSTS = "PROMPT_LSP_ALLOWED_HOSTS"
_STRICT = "PROMPT_LSP_STRICT"
_ENGINE = "PROMPT_LSP_ENGINE"
VARIABLES = (_ENGINE, TOKEN, _HOSTS, _STRICT)
_NO = frozenset({"", "0", "false", "no", "off"})


@dataclass(frozen=True, slots=True)
class Options:
    """How the service behaves.

    Attributes:
        token: the only key that is taken; None takes any key, and none.
        hosts: names, without ports and in lower case, by which it may be called
            beside those of this machine.
        strict: a request without the API's two headers is refused.
        deadline: of one request, with its body and its answer, in seconds.
        patience: how long a client may send nothing in the middle of a body, in
            seconds.
        body_limit: of one request, in bytes.
    """

    token: str | None = field(default=None, repr=False)
    hosts: frozenset[str] = frozenset()
    strict: bool = False
    deadline: float = 120.0
    patience: float = 30.0
    body_limit: int = 32 * 1024 * 1024


def engine_of(environment: Mapping[str, str]) -> str | None:
    """The engine that the environment asks for; None for that of the settings."""
    return environment.get(_ENGINE, "").strip() or None


def options_of(
    environment: Mapping[str, str],
    *,
    deadline: float,
    strict: bool = False,
    hosts: frozenset[str] = frozenset(),
) -> Options:
    """The options that the environment sets, and those that a command line adds."""
    named = environment.get(_HOSTS, "").lower().split(",")
    return Options(
        token=environment.get(TOKEN, "").strip() or None,
        hosts=hosts | {name for each in named if (name := each.strip())},
        strict=strict or environment.get(_STRICT, "").strip().lower() not in _NO,
        deadline=deadline,
    )
