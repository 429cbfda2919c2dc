"""Operations on a document as edits of its files."""

from collections.abc import Iterable, Sequence
from itertools import chain, pairwise

from prompt_lsp.document.model import Declaration, Document, Field, Source
from prompt_lsp.document.operations import (
    Declare,
    Operation,
    RemoveField,
    Replace,
    SetField,
    Undeclare,
)
from prompt_lsp.formats.assembly import Host, read_host
from prompt_lsp.formats.catalogue import FORMATS, read
from prompt_lsp.formats.emptied import emptied
from prompt_lsp.formats.format import Format, SourceEdit
from prompt_lsp.formats.required import required_extent
from prompt_lsp.formats.scalars import rewritten
from prompt_lsp.formats.tree import leaves
from prompt_lsp.text import Edit, Span, apply_edits


def edits(
    document: Document, prompt: int, operations: Sequence[Operation]
) -> tuple[SourceEdit, ...] | None:
    """The edits that carry out all operations, or None where one cannot be said.

    They are in the order of the sources, then of their places, and never overlap.
    """
    found = [
        _edits_of(document, prompt, operation)
        for operation in operations
        if not isinstance(operation, Declare)
    ]
    declares = [each for each in operations if isinstance(each, Declare)]
    if declares:
        found.append(_declared(document, declares))
    said = [each for each in found if each is not None]
    if len(said) < len(found):
        return None
    ordered = sorted(
        chain.from_iterable(said), key=lambda each: (each.source, each.edit.span)
    )
    if _overlap(ordered) or (
        _touch_host(operations) and _spoil(document, operations, ordered)
    ):
        return None
    return tuple(ordered)


def apply(document: Document, edits: Iterable[SourceEdit]) -> Document:
    """The document after edits of its files, read again as what it was.

    Raises:
        Overlap: two edits change the same characters.
    """
    sources = _edited(document, edits)
    return read(_format(document), sources, declared=document.declared_text_completions)


def _edited(document: Document, edits: Iterable[SourceEdit]) -> tuple[Source, ...]:
    by_source: dict[int, list[Edit]] = {}
    for each in edits:
        by_source.setdefault(each.source, []).append(each.edit)
    return tuple(
        source._replace(text=apply_edits(source.text, by_source.get(index, ())))
        for index, source in enumerate(document.sources)
    )


def _edits_of(
    document: Document, prompt: int, operation: Operation
) -> tuple[SourceEdit, ...] | None:
    match operation:
        case Replace(place, text):
            part = document.prompts[prompt].parts[place.part]
            made = part.source_map.edits(part.text, Edit(place.span, text))
            if made is None:
                return None
            return tuple(SourceEdit(part.source_map.source, edit) for edit in made)
        case RemoveField(field):
            return (_removal(field),)
        case Undeclare(declaration):
            return _undeclared(document, declaration)
        case SetField(field, value):
            return _set(document, field, value)
    return None


def _undeclared(document: Document, declaration: Declaration) -> tuple[SourceEdit, ...]:
    host = read_host(document.sources)
    left = emptied(host, declaration)
    if left:
        return (SourceEdit(0, left),)
    extent = required_extent(host, declaration)
    beside = () if extent is None else (SourceEdit(0, Edit(extent, "")),)
    return (_removal(declaration.field), *beside)


def _removal(field: Field) -> SourceEdit:
    return SourceEdit(field.source, Edit(field.extent, ""))


def _set(document: Document, field: Field, value: str) -> tuple[SourceEdit, ...] | None:
    if field.value is None:
        return None
    source = document.sources[field.source]
    json_host = source.name.lower().endswith(".json")
    written = rewritten(field.value.of(source.text), value, json_host=json_host)
    return (SourceEdit(field.source, Edit(field.value, written)),)


def _declared(
    document: Document, declares: Sequence[Declare]
) -> tuple[SourceEdit, ...] | None:
    write = _format(document).declare
    return write(document, declares) if write else None


def _format(document: Document) -> Format:
    return next(known for known in FORMATS if known.name == document.format)


def _overlap(ordered: Sequence[SourceEdit]) -> bool:
    """Whether two edits of one source share a character."""
    return any(
        first.source == second.source and _meet(first.edit.span, second.edit.span)
        for first, second in pairwise(ordered)
    )


def _touch_host(operations: Iterable[Operation]) -> bool:
    return not all(isinstance(each, Replace) for each in operations)


def _spoil(
    document: Document, operations: Sequence[Operation], edits: Sequence[SourceEdit]
) -> bool:
    """Whether edits of the host leave more of it unreadable than before.

    What is removed may have been an anchor that an alias needs, and what is added
    may meet a style of YAML that nobody thought of. Nor may either change a value
    that stays: the end of a block in YAML depends on what stands behind it.
    """
    before = read_host(document.sources)
    after = read_host(_edited(document, edits))
    return (
        len(after.problems) > len(before.problems)
        or bool(after.front.body) != bool(before.front.body)
        or _change(operations, before, after)
    )


def _change(operations: Sequence[Operation], before: Host, after: Host) -> bool:
    """Whether what only adds takes something away, or what only removes adds."""
    old, new = _said(before), _said(after)
    if all(isinstance(each, Declare | Replace) for each in operations):
        return not old <= new
    if all(isinstance(each, Undeclare | Replace) for each in operations):
        return not new <= old
    return False


def _said(host: Host) -> set[tuple[str, ...]]:
    beside = leaves(host.sidecar.root) if host.sidecar else set()
    return {("0", *path) for path in leaves(host.front.root)} | {
        ("1", *path) for path in beside
    }


def _meet(first: Span, second: Span) -> bool:
    return second.start < first.end
