"""What a recognizer says of a text, as lines to compare."""

from prompt_lsp.prompt_tools.engines.offline.templatize.candidate import (
    Reading,
    Recognizer,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.values.weighing import (
    weighing,
)
from prompt_lsp.prompt_tools.protected import read

LEAST = 0.5  # of confidence; what is less sure is not taken


def reading(text: str, role: str = "user") -> Reading:
    """A text that was not laid out: all of it is prose but its code."""
    return Reading(text, read(text), role)


def told(recognizer: Recognizer, text: str, role: str = "user") -> list[str]:
    """`NAME=value` of each candidate that would be taken, in order of the text."""
    read_text = reading(text, role)
    weighed = map(weighing(read_text), recognizer(read_text))
    found = [one for one in weighed if one.confidence >= LEAST]
    found.sort(key=lambda one: one.span)
    return [f"{one.name}={one.span.of(text)}" for one in found]
