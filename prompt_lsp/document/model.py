"""The model that rules see: values only, no paths, no syntax of a host.

A document holds prompts, a prompt holds parts, a part holds the text that the
model will receive. Offsets are inside a part, unless a name says `source`.
"""

from dataclasses import dataclass
from enum import Enum, StrEnum
from typing import NamedTuple

from prompt_lsp.document.scanner import Tokens
from prompt_lsp.document.source_map import SourceMap
from prompt_lsp.document.tokens import Style
from prompt_lsp.document.turn import Quote, Verdict
from prompt_lsp.text import Span


class Source(NamedTuple):
    """A file as text: the prompt's own, or the sidecar of its variables.

    The name decides the format and nothing else.
    """

    name: str
    text: str


class SourceSpan(NamedTuple):
    """A stretch of one of a document's sources, by its place in `Document.sources`."""

    source: int
    span: Span


@dataclass(frozen=True, slots=True)
class Field:
    """Something that the host holds outside the text of any prompt.

    Attributes:
        source: which of the document's sources holds it.
        span: what a finding underlines: a key, a code, a block.
        extent: what goes when the field is removed.
        value: what is replaced when its value is set, if it has one.
    """

    source: int
    span: Span
    extent: Span
    value: Span | None = None


@dataclass(frozen=True, slots=True)
class Declaration:
    """A variable that the prompt declares, with its value where one is given."""

    name: str
    field: Field
    value: str | None = None


@dataclass(frozen=True, slots=True)
class SuppressedCode:
    """One code of a suppression, as written."""

    text: str
    field: Field


@dataclass(frozen=True, slots=True)
class Suppression:
    """A wish that some findings be silent.

    Attributes:
        codes: what is silenced.
        field: the whole suppression.
        over: the stretches of the sources where it holds.
    """

    codes: tuple[SuppressedCode, ...]
    field: Field
    over: tuple[SourceSpan, ...]


class ProblemKind(StrEnum):
    """What a format could not read."""

    FRONT_MATTER = "front matter"
    VARIABLES = "variables"
    SUPPRESSION = "suppression"


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that a format could not read; the rest of the document stands."""

    kind: ProblemKind
    field: Field
    message: str


class Origin(NamedTuple):
    """What is known of the place that a prompt comes from.

    Attributes:
        literal: it is a string literal, where a carriage return counts as itself.
        ends_with_file: its end is the end of its file.
        trimmed: its host strips white space at both ends.
    """

    literal: bool = False
    ends_with_file: bool = True
    trimmed: bool = False


class Place(NamedTuple):
    """A stretch of one part of a prompt, by its place in `Prompt.parts`."""

    part: int
    span: Span


class Placeholder(NamedTuple):
    r"""One occurrence of a placeholder.

    Attributes:
        name: its name, without the blanks around it.
        style: how it is written.
        place: where it stands, with its delimiters.
        written: its text, with its delimiters.
        in_code: it stands in a fence or an inline code span.
        guarded: what stands around it makes it doubtful (`\{{X}}`, `{{{X}}}`,
            `\frac{X}`): it may be a use, and nothing is said against it.
        scoped: it stands in a block of template logic that brings names of its own,
            or says a name that such a block binds.
    """

    name: str
    style: Style
    place: Place
    written: str
    in_code: bool = False
    guarded: bool = False
    scoped: bool = False


class SlipKind(Enum):
    """What is wrong with a placeholder that is none."""

    UNCLOSED = "a brace or angle is missing"
    INVALID_NAME = "its content is no name"
    EMPTY = "it has no name"
    NESTED = "it holds another placeholder"
    BLANK = "a blank to be filled by hand"


@dataclass(frozen=True, slots=True, eq=False)
class Slip:
    """Something that was meant as a placeholder and is none.

    Attributes:
        kind: what is wrong.
        name: the name that was meant, as written; empty where there is none.
        style: the style that was meant.
        place: where it stands, with the delimiters that it has.
        written: its text.
        in_code: it stands in a fence or an inline code span.
    """

    kind: SlipKind
    name: str
    style: Style
    place: Place
    written: str
    in_code: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class LogicTag:
    """A tag of a template engine that is no plain placeholder.

    Attributes:
        place: where it stands, with its delimiters.
        depth: +1 where it opens a block, -1 where it closes one, else 0.
        written: its text, with its delimiters.
        in_code: it stands in a fence or an inline code span.
        foreign: it is of an engine that no setting names (`{{ .X }}`, `{{- x -}}`),
            or doubtful: nothing is said against it.
        names: the variables that it certainly uses.
        mentions: every word of it that may be a variable.
        binds: the names that it gives a value of its own.
        scopes: it opens a block in which other names may hold.
    """

    place: Place
    depth: int = 0
    written: str = ""
    in_code: bool = False
    foreign: bool = False
    names: tuple[str, ...] = ()
    mentions: tuple[str, ...] = ()
    binds: tuple[str, ...] = ()
    scopes: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """A text as the model will receive it.

    Attributes:
        text: the text; its offsets are those of every span in the part.
        source_map: the way back to its file.
        tokens: what the scanner found.
        role: of the message that it is; None for a plain prompt.
        index: its place in `Prompt.parts`.
        line_end: the kind of line end that the text uses first; a line feed if none.
        quotes: blocks whose text is shown, not meant, in order, apart.
        code: fences and inline code spans, in order, apart.
        placeholders, slips, logic: in order.
    """

    text: str
    source_map: SourceMap
    tokens: Tokens
    role: str | None = None
    index: int = 0
    line_end: str = "\n"
    quotes: tuple[Quote, ...] = ()
    code: tuple[Span, ...] = ()
    placeholders: tuple[Placeholder, ...] = ()
    slips: tuple[Slip, ...] = ()
    logic: tuple[LogicTag, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Prompt:
    """One prompt: a part, or a part a message.

    Attributes:
        parts: one for a plain prompt.
        declared_format: `text-completions`, `messages` or None where nothing says so.
        target_model: the model that its host names.
        template_engine: the engine that its host names; None leaves it to the
            settings.
        origin: where it comes from.
        verdict: only where it is text-completions.
    """

    parts: tuple[Part, ...]
    declared_format: str | None = None
    target_model: str | None = None
    template_engine: str | None = None
    origin: Origin = Origin()
    verdict: Verdict | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Document:
    """What a file says, and what could not be read of it.

    Attributes:
        format: the name of the format that read it.
        sources: the file itself, then the sidecar of its variables if it has one.
        prompts: in order.
        declarations: of variables, in order; None where the prompt declares none
            and has no place for it (a used name is then no mistake).
        suppressions, problems: in order.
        declared_text_completions: its configuration says that it is.
    """

    format: str
    sources: tuple[Source, ...]
    prompts: tuple[Prompt, ...] = ()
    declarations: tuple[Declaration, ...] | None = None
    suppressions: tuple[Suppression, ...] = ()
    problems: tuple[Problem, ...] = ()
    declared_text_completions: bool = False

    def locate(self, prompt: int, where: Place | Field) -> SourceSpan:
        """The stretch of a source that a finding underlines."""
        if isinstance(where, Field):
            return SourceSpan(where.source, where.span)
        mapping = self.prompts[prompt].parts[where.part].source_map
        return SourceSpan(mapping.source, mapping.hull(where.span))
