"""The kinds of value that a setting has: what is right, and what to say if not.

A kind never raises: it complains, and gives what is left of the value, or None.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from prompt_lsp.config.settings import Globs, PerFileIgnores

_SEVERITIES = ("error", "warning", "information", "hint", "off")
_URL = r"^https?://[^\s/]+"
_LONGEST_SHOWN = 40  # characters of a wrong value that a message repeats


class Reading(NamedTuple):
    """How a value is read.

    Attributes:
        name: the setting, as its author spells it.
        base: the folder that globs are relative to.
        folder: the folder that paths are relative to.
        complain: takes a message, and the key inside the value that it is about.
    """

    name: str
    base: str
    folder: str
    complain: Callable[[str, tuple[str, ...]], None]

    def wrong(self, must: str, value: object, *inside: str) -> None:
        """Say that a value is not what it must be."""
        name = ".".join((self.name, *inside))
        self.complain(f"`{name}` must be {must}, not {shown(value)}", inside)


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of value.

    Attributes:
        phrase: its values, in Markdown.
        schema: its JSON schema.
        read: the value as `Settings` has it, or None where nothing of it is right.
        meanings: what each word of a choice means, in Markdown.
    """

    phrase: str
    schema: Mapping[str, Any]
    read: Callable[[Any, Reading], Any]
    meanings: tuple[str, ...] = ()


def shown(value: object) -> str:
    """A wrong value as a message repeats it."""
    if isinstance(value, Mapping):
        return "a table"
    if isinstance(value, list | tuple):
        return "a list"
    if isinstance(value, bool):
        return f"`{str(value).lower()}`"
    text = f'"{value}"' if isinstance(value, str) else str(value)
    if len(text) > _LONGEST_SHOWN:
        text = text[:_LONGEST_SHOWN] + "…"
    return f"`{text}`"


def choice(values: Mapping[str, str]) -> Kind:
    """One of a few words; each comes with its meaning."""

    def read(value: Any, reading: Reading) -> str | None:  # noqa: ANN401 - unread
        if isinstance(value, str) and value in values:
            return str(value)
        reading.wrong(f"one of {phrase}", value)
        return None

    phrase = ", ".join(f"`{value}`" for value in values)
    return Kind(phrase, {"enum": list(values)}, read, tuple(values.values()))


def _read_text(value: object, reading: Reading) -> str | None:
    if isinstance(value, str) and value.strip():
        return value
    reading.wrong("a string that is not blank", value)
    return None


def _read_path(value: object, reading: Reading) -> str | None:
    text = _read_text(value, reading)
    return text and str(Path(reading.folder, Path(text).expanduser()))


def _read_url(value: object, reading: Reading) -> str | None:
    if isinstance(value, str) and re.match(_URL, value):
        return value
    reading.wrong("a URL that begins with `https://` or `http://`", value)
    return None


def _read_number(value: object, reading: Reading) -> int | None:
    if isinstance(value, int) and not isinstance(value, bool) and value > 0:
        return value
    reading.wrong("a whole number above 0", value)
    return None


def _read_seconds(value: object, reading: Reading) -> float | None:
    if isinstance(value, int | float) and not isinstance(value, bool):
        seconds = float(value)
        if 0 < seconds < float("inf"):
            return seconds
    reading.wrong("a number of seconds above 0", value)
    return None


def _read_texts(value: object, reading: Reading) -> tuple[str, ...] | None:
    return _texts(value, reading)


def _read_globs(value: object, reading: Reading) -> Globs | None:
    patterns = _texts(value, reading)
    return None if patterns is None else Globs(patterns, reading.base)


def _read_per_file(value: object, reading: Reading) -> PerFileIgnores | None:
    table = _table(value, reading)
    if table is None:
        return None
    read = ((glob, _texts(codes, reading, glob)) for glob, codes in table.items())
    entries = tuple((glob, codes) for glob, codes in read if codes is not None)
    return PerFileIgnores(entries, reading.base)


def _read_severity(value: object, reading: Reading) -> dict[str, str] | None:
    right: dict[str, str] = {}
    for code, severity in (_table(value, reading) or {}).items():
        if severity in _SEVERITIES:
            right[code] = severity
        else:
            must = ", ".join(f"`{word}`" for word in _SEVERITIES)
            reading.wrong(f"one of {must}", severity, code)
    return right or None


def _table(value: object, reading: Reading) -> Mapping[str, Any] | None:
    if isinstance(value, Mapping):
        return value
    reading.wrong("a table", value)
    return None


def _texts(value: object, reading: Reading, *inside: str) -> tuple[str, ...] | None:
    """The strings of a list; the others are complained of and left out."""
    if not isinstance(value, list | tuple):
        reading.wrong("a list of strings", value, *inside)
        return None
    for item in value:
        if not isinstance(item, str) or not item.strip():
            reading.wrong("a list of strings that are not blank", item, *inside)
    return tuple(item for item in value if isinstance(item, str) and item.strip())


_STRING: dict[str, Any] = {"type": "string", "minLength": 1}
_STRINGS: dict[str, Any] = {"type": "array", "items": _STRING}

TEXT = Kind("text", _STRING, _read_text)
PATH = Kind("path of a file", _STRING, _read_path)
URL = Kind("URL", {"type": "string", "pattern": _URL}, _read_url)
NUMBER = Kind("number", {"type": "integer", "minimum": 1}, _read_number)
SECONDS = Kind("seconds", {"type": "number", "exclusiveMinimum": 0}, _read_seconds)
TEXTS = Kind("list of texts", _STRINGS, _read_texts)
CODES = Kind("list of codes, prefixes or names", _STRINGS, _read_texts)
GLOBS = Kind("list of globs", _STRINGS, _read_globs)
PER_FILE = Kind(
    "glob → list of codes, prefixes or names",
    {"type": "object", "additionalProperties": _STRINGS},
    _read_per_file,
)
SEVERITIES = Kind(
    "code → " + ", ".join(f"`{word}`" for word in _SEVERITIES),
    {"type": "object", "additionalProperties": {"enum": list(_SEVERITIES)}},
    _read_severity,
)
