"""What a rule may know of a whole prompt beside its own subject.

Which ways of writing a placeholder are uses of a variable is decided here and
nowhere else, because it depends on the settings.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from prompt_lsp.config import Settings
from prompt_lsp.document.logic import words
from prompt_lsp.document.model import (
    Declaration,
    LogicTag,
    Part,
    Placeholder,
    Prompt,
    SlipKind,
)
from prompt_lsp.document.names import is_canonical
from prompt_lsp.document.tokens import Style

# Where one brace makes a placeholder, two make a brace.
_ONE_BRACE = frozenset({Style.BRACE, Style.DOLLAR})


@dataclass(frozen=True, slots=True)
class Summary:
    """The names of a prompt's placeholders, and what the settings make of them.

    Attributes:
        house: the house style.
        engine: the template engine that the prompt or the settings name, if any.
        uses: every occurrence that counts as a use of its name, in order.
        spellings: for each name its styles, in order, and the first of each; also
            those that the template engine knows nothing of.
        has_upper: a use, in whatever style, has a name in UPPER_SNAKE.
        is_lower: there are names, also of placeholders that a fix would close, and
            all of them are in lower case.
        mentioned: the used names, and those that stand where they may be used.
        declared: for each declared name its declaration, the first of two; None
            where the prompt has no declarations.
        has_logic: there are tags of a template engine.
        first_logic: the first of these that stands outside code and is understood.
    """

    house: Style = Style.BRACES
    engine: str | None = None
    uses: dict[str, tuple[Placeholder, ...]] = field(default_factory=dict)
    spellings: dict[str, dict[Style, Placeholder]] = field(default_factory=dict)
    has_upper: bool = False
    is_lower: bool = False
    mentioned: frozenset[str] = frozenset()
    declared: dict[str, Declaration] | None = None
    has_logic: bool = False
    first_logic: LogicTag | None = None

    @property
    def escapes_braces(self) -> bool:
        """Whether two braces are an escaped brace here, and no placeholder."""
        return self.house in _ONE_BRACE

    def is_used(self, name: str) -> bool:
        """Whether a name is properly used somewhere in the prompt."""
        return name in self.uses


def summarise(
    prompt: Prompt, declarations: Sequence[Declaration] | None, settings: Settings
) -> Summary:
    """What the rules about placeholders may know of a prompt.

    `declarations` are those of its document: None where it has none.
    """
    house = Style(settings.placeholder_style)
    engine = _engine(prompt, settings)
    uses: dict[str, list[Placeholder]] = {}
    spellings: dict[str, dict[Style, Placeholder]] = {}
    for part in prompt.parts:
        for one in part.placeholders:
            if not is_use(one, house, None):
                continue
            spellings.setdefault(one.name, {}).setdefault(one.style, one)
            if engine is None or is_use(one, house, engine):
                uses.setdefault(one.name, []).append(one)
    tags = [tag for part in prompt.parts for tag in part.logic if _counts(tag, house)]
    return Summary(
        house,
        engine,
        {name: tuple(places) for name, places in uses.items()},
        spellings,
        any(map(is_canonical, spellings)),
        bool(spellings) and all(map(str.islower, (*spellings, *_unclosed(prompt)))),
        frozenset(uses).union(_mentioned(prompt.parts, house, engine)),
        None if declarations is None else _by_name(declarations),
        bool(tags),
        next((tag for tag in tags if not tag.foreign and not tag.in_code), None),
    )


def is_use(placeholder: Placeholder, house: Style, engine: str | None) -> bool:
    """Whether an occurrence is a use of its name.

    The house style and `{{NAME}}` always are, except that under `{NAME}` and
    `{$NAME}` two braces are an escaped one. Angles are, unless a template engine
    fills the prompt, which knows nothing of them. What other texts write every day,
    `{X}` and its kin, counts in UPPER_SNAKE outside code only.
    """
    style = placeholder.style
    if style is house:
        return not placeholder.guarded or house in _ONE_BRACE
    if placeholder.guarded:
        return False
    if style is Style.BRACES:
        return house not in _ONE_BRACE
    return engine is None and _is_striking(placeholder)


def _unclosed(prompt: Prompt) -> Iterator[str]:
    """The names that a fix makes placeholders of, whatever else is used."""
    for part in prompt.parts:
        for slip in part.slips:
            unclosed = slip.kind is SlipKind.UNCLOSED and not slip.in_code
            if unclosed and is_canonical(slip.name):
                yield slip.name


def _is_striking(placeholder: Placeholder) -> bool:
    """Whether nobody would take it for plain text."""
    if placeholder.style is Style.ANGLES:
        return True
    return not placeholder.in_code and is_canonical(placeholder.name)


def _mentioned(
    parts: Iterable[Part], house: Style, engine: str | None
) -> Iterator[str]:
    """The names that no tidy use says, but that the prompt may well use."""
    for part in parts:
        for one in part.placeholders:
            if one.style is Style.BRACES:
                if house not in _ONE_BRACE:
                    yield one.name
            elif _is_striking(one):
                yield one.name
        for tag in part.logic:
            yield from tag.mentions
        for slip in part.slips:
            if slip.kind is SlipKind.UNCLOSED:
                yield slip.name
            elif slip.kind is SlipKind.INVALID_NAME and engine:
                yield from words(slip.name)


def _counts(tag: LogicTag, house: Style) -> bool:
    """Whether a tag is one under the house style."""
    return house not in _ONE_BRACE or not tag.written.startswith("{{")


def _engine(prompt: Prompt, settings: Settings) -> str | None:
    engine = prompt.template_engine or settings.template_engine
    return None if engine == "none" else engine


def _by_name(declarations: Iterable[Declaration]) -> dict[str, Declaration]:
    declared: dict[str, Declaration] = {}
    for declaration in declarations:
        declared.setdefault(declaration.name, declaration)
    return declared
