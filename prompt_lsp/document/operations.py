"""What a fix does, said of the model; a format turns it into edits of files."""

from typing import NamedTuple

from prompt_lsp.document.model import Declaration, Field, Place


class Replace(NamedTuple):
    """Replace a stretch of a part; the stretches of one fix lie apart."""

    place: Place
    text: str


class RemoveField(NamedTuple):
    """Remove a field of the host, with what separates it from its neighbours."""

    field: Field


class SetField(NamedTuple):
    """Write another value into a field of the host."""

    field: Field
    value: str


class Declare(NamedTuple):
    """Declare a variable where the prompt keeps its variables."""

    name: str
    value: str = ""


class Undeclare(NamedTuple):
    """Remove a declaration."""

    declaration: Declaration


Operation = Replace | RemoveField | SetField | Declare | Undeclare
