"""What varies in a prompt, found without a model.

Each text is laid out into data, what is only shown, and prose; recognizers name
candidates; the surest of them become placeholders, and the texts are built so that
placing the values again gives back what was there.
"""

from collections import Counter
from collections.abc import Iterator

from prompt_lsp.prompt_tools.engines.offline.templatize.readings import readings
from prompt_lsp.prompt_tools.engines.offline.templatize.taking import slots
from prompt_lsp.prompt_tools.schema import (
    Answer,
    Change,
    Message,
    Templatize,
    texts_of,
)
from prompt_lsp.prompt_tools.slots import Templated, templated


def templatize(job: Templatize) -> Answer:
    """Put placeholders in the stead of what varies in a prompt."""
    seen = readings(job)
    parts = [one.part for one in seen]
    made = templated(texts_of(job), slots(seen), job.reserved, parts=parts)
    texts = iter(made.texts)
    system = "" if job.system is None else next(texts)
    messages = tuple(
        Message(message.role, tuple(next(texts) for _ in message.texts))
        for message in job.messages
    )
    return Answer(
        messages,
        system,
        variable_values=made.values,
        changes=tuple(_changes(made)),
    )


def _changes(made: Templated) -> Iterator[Change]:
    places = Counter(slot.name for slot in made.slots)
    for name, count in places.items():
        plural = "" if count == 1 else "s"
        yield Change("variable", f"`{name}` stands for {count} place{plural}")
