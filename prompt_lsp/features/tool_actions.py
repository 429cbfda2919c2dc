"""What the prompt tools offer, as an editor lists it: by engine and by preset.

The tools themselves are not known here: what is possible at a place, and which
engines there are, is told.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from prompt_lsp.features.code_actions import Kind

TOOLS = (Kind.IMPROVE, Kind.TEMPLATIZE, Kind.GENERATE)

_LONGEST = 50  # characters of a preset in a title
_VERBS = {
    Kind.IMPROVE: "Improve prompt",
    Kind.TEMPLATIZE: "Templatize prompt",
    Kind.GENERATE: "Generate prompt from this description",
}


class EngineName(NamedTuple):
    """An engine: its name, and where the text goes, as titles say it."""

    name: str
    label: str


@dataclass(frozen=True, slots=True)
class ToolAction:
    """A tool that an editor offers.

    Attributes:
        kind, title: as users see them.
        engine: the name of the one that is asked.
        feedback: what shall be better, if the action says it.
        asks: the editor is to ask the user for that.
    """

    kind: Kind
    title: str
    engine: str
    feedback: str | None = field(default=None, repr=False)
    asks: bool = False


def kinds_to_offer(
    only: Iterable[str] | None, *, invoked: bool, selected: bool
) -> tuple[Kind, ...]:
    """The kinds of tools that are worth a look.

    A menu that opens by itself has them only where something is selected, and none
    that is for the source as a whole, unless they are asked for by their kind.
    """
    calm = only is not None or invoked
    return tuple(
        kind
        for kind in TOOLS
        if kind.wanted(only) and (calm or (selected and kind is not Kind.GENERATE))
    )


def tool_actions(
    kinds: Iterable[Kind],
    engines: Sequence[EngineName],
    presets: Iterable[str] = (),
    *,
    asks: bool = False,
) -> Iterator[ToolAction]:
    """The actions of some kinds, for each engine, the first of them being the default.

    Feedback, of a preset or what the user says when the editor `asks`, goes to the
    default engine.
    """
    for kind in kinds:
        for name, label in engines:
            yield ToolAction(kind, f"{_VERBS[kind]} {_by(name, label)}", name)
        if kind is Kind.IMPROVE:
            yield from _with_feedback(engines[0], presets, asks=asks)


def _with_feedback(
    engine: EngineName, presets: Iterable[str], *, asks: bool
) -> Iterator[ToolAction]:
    name, label = engine
    if asks:
        title = "Improve prompt with feedback…"
        shown = title if name == label else f"{title} ({label})"
        yield ToolAction(Kind.IMPROVE, shown, name, asks=True)
    for preset in dict.fromkeys(presets):
        if words := " ".join(preset.split()):
            title = f"{_VERBS[Kind.IMPROVE]} {_by(name, label)}: {_shortened(words)}"
            yield ToolAction(Kind.IMPROVE, title, name, preset)


def _by(name: str, label: str) -> str:
    """Where the text goes; what goes nowhere is labelled by its name alone."""
    return f"({label})" if name == label else f"with {label}"


def _shortened(words: str) -> str:
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1].rstrip() + "…"
