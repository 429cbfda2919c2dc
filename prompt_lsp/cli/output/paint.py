"""Colours for terminals that want them."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TextIO

from prompt_lsp.rules.rule import Severity

BOLD = "1"
_FAINT = "2"
_OF_SEVERITY = {
    Severity.ERROR: "1;31",
    Severity.WARNING: "1;33",
    Severity.INFORMATION: "1;34",
    Severity.HINT: "1;36",
}


@dataclass(frozen=True, slots=True)
class Paint:
    """Paints text, or leaves it as it is."""

    on: bool

    def __call__(self, colour: str, text: str) -> str:
        """`text` in a colour, given as the parameters of an ANSI sequence."""
        return f"\x1b[{colour}m{text}\x1b[0m" if self.on and colour else text

    def faint(self, text: str) -> str:
        """What is there to hold the rest."""
        return self(_FAINT, text)

    def bold(self, text: str) -> str:
        """What the eye looks for."""
        return self(BOLD, text)


def colour_of(severity: Severity) -> str:
    """The colour of a severity."""
    return _OF_SEVERITY[severity]


def paint_for(stream: TextIO, environment: Mapping[str, str] | None = None) -> Paint:
    """Colours on a terminal that understands them, unless `NO_COLOR` is set."""
    environment = os.environ if environment is None else environment
    if environment.get("NO_COLOR") or environment.get("TERM") == "dumb":
        return Paint(on=False)
    if os.name == "nt" and not environment.keys() & {"WT_SESSION", "TERM", "ANSICON"}:
        return Paint(on=False)  # the old console prints the sequences themselves
    return Paint(on=stream.isatty())
