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
_TITLES = {
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
    only: Sequence[str] | None, *, invoked: bool, selected: bool
) -> tuple[Kind, ...]:
    """The kinds of tools that are worth a look.

    A menu that opens by itself has them only where something is selected or where
    their kind is asked for. What runs all of `source` when a file is saved must not
    write another prompt.
    """
    return tuple(
        kind
        for kind in TOOLS
        if kind.wanted(only)
        and (invoked or _by_itself(kind, only or (), selected=selected))
    )


def _by_itself(kind: Kind, only: Sequence[str], *, selected: bool) -> bool:
    """Whether a kind is to be offered though nobody has asked for a menu."""
    if kind is Kind.GENERATE:
        return any(each.startswith("source.generate") for each in only)
    return selected or bool(only)


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
            yield ToolAction(kind, f"{_TITLES[kind]} {by_engine(name, label)}", name)
        if kind is Kind.IMPROVE:
            yield from _with_feedback(engines[0], presets, asks=asks)


def by_engine(name: str, label: str) -> str:
    """Where the text goes; what goes nowhere is labelled by its name alone."""
    return f"({label})" if name == label else f"with {label}"


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
            by = f"{_TITLES[Kind.IMPROVE]} {by_engine(name, label)}"
            yield ToolAction(Kind.IMPROVE, f"{by}: {_shortened(words)}", name, preset)


def _shortened(words: str) -> str:
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1].rstrip() + "…"
