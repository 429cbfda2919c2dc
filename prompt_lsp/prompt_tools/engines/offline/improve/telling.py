"""How a change names what it was done to: by tags and numbers, never by prompt text."""

from collections.abc import Iterable

_MOST = 4


def tags(names: Iterable[str]) -> str:
    """Names of tags as a sentence lists them: `<a>`, `<b>` and `<c>` in backticks."""
    each = [f"`<{name}>`" for name in dict.fromkeys(names)]
    if len(each) > _MOST:
        each = [*each[: _MOST - 1], f"{len(each) - _MOST + 1} more"]
    return " and ".join((", ".join(each[:-1]), each[-1])) if each[1:] else "".join(each)


def counted(number: int, noun: str) -> str:
    """A number of things: `1 example`, `3 examples`."""
    return f"{number} {noun}{'s' * (number != 1)}"
