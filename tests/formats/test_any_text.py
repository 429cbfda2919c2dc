"""Whatever a file says, reading it gives a document whose places are true."""

import pytest
from hypothesis import example, given, settings

from prompt_lsp.document.model import Document, Field
from prompt_lsp.document.operations import Operation, RemoveField, Undeclare
from prompt_lsp.formats import apply, edits
from tests.formats.hosts import NAMES, SIDECARS, TEXTS, document


@pytest.mark.parametrize("name", NAMES)
@given(text=TEXTS)
@settings(max_examples=40, deadline=None)
@example(text="---\na: &a [*a]\n---\n")
@example(text="---\n" + "[" * 3000 + "\n---\n")
@example(text="---\n" + "- " * 300 + "\n---\n")
@example(text="---\nvariables:\n  X: &a [1, 1]\n  Y: *a\n---\n")
@example(text='---\na: "\\U99999999"\n---\n')
@example(text="---\n%YAML 9.9\n---\n")
def test_every_part_stands_in_its_file(name: str, text: str) -> None:
    found = document(name, text)
    for prompt in found.prompts:
        for index, part in enumerate(prompt.parts):
            assert part.index == index
            (segment,) = part.source_map.segments
            assert segment.source.of(text) == part.text
    assert all(inside(found, field) for field in fields(found))


@pytest.mark.parametrize("sidecar", SIDECARS)
@given(text=TEXTS)
@settings(max_examples=40, deadline=None)
@example(text="[" * 5000)
@example(text='{"a": ' * 500)
@example(text="9" * 5000)
@example(text="-Infinity")
@example(text='{"a": {"b": [1e400, 12345678901234567890]}}')
def test_every_field_stands_in_its_sidecar(sidecar: str, text: str) -> None:
    found = document("a.txt", "hello", text, sidecar=sidecar)
    assert all(inside(found, field) for field in fields(found))


@pytest.mark.parametrize("name", ["a.prompt", "a.prompty", "a.md"])
@given(text=TEXTS)
@settings(max_examples=40, deadline=None)
def test_what_is_removed_spoils_nothing(name: str, text: str) -> None:
    found = document(name, text)
    for operation in removals(found):
        made = edits(found, 0, [operation])
        if made is not None:
            assert len(apply(found, made).problems) <= len(found.problems)


def fields(found: Document) -> list[Field]:
    declared = [each.field for each in found.declarations or ()]
    problems = [each.field for each in found.problems]
    suppressed = [each.field for each in found.suppressions]
    codes = [code.field for each in found.suppressions for code in each.codes]
    return declared + problems + suppressed + codes


def inside(found: Document, field: Field) -> bool:
    length = len(found.sources[field.source].text)
    places = [field.span, field.extent, field.value or field.span]
    return all(0 <= place.start <= place.end <= length for place in places)


def removals(found: Document) -> list[Operation]:
    undeclared = [Undeclare(each) for each in found.declarations or ()]
    suppressed = [RemoveField(each.field) for each in found.suppressions]
    codes = [
        RemoveField(code.field) for each in found.suppressions for code in each.codes
    ]
    return [*undeclared, *suppressed, *codes]
