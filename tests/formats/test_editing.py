"""Operations as edits: all of them, or none."""

import pytest

from prompt_lsp.document.model import Place, Source
from prompt_lsp.document.operations import Declare, Replace, SetField, Undeclare
from prompt_lsp.formats import apply, edits, parse
from prompt_lsp.text import Overlap, Span
from tests.formats.hosts import document, values


def replace(start: int, end: int, text: str, part: int = 0) -> Replace:
    return Replace(Place(part, Span(start, end)), text)


def test_edits_stand_in_order_and_in_the_coordinates_of_their_file() -> None:
    found = document("a.prompt", "---\nmodel: x\n---\n\nHi there\n")
    made = edits(found, 0, [replace(3, 8, "you"), replace(0, 2, "Oh")])
    assert made is not None
    assert [(each.source, each.edit.span) for each in made] == [
        (0, (18, 20)),
        (0, (21, 26)),
    ]
    assert apply(found, made).sources[0].text == "---\nmodel: x\n---\n\nOh you\n"


def test_insertions_at_one_place_keep_their_order() -> None:
    found = document("a.txt", "Hi")
    made = edits(found, 0, [replace(0, 0, "a"), replace(0, 0, "b"), replace(0, 2, "c")])
    assert made is not None
    assert apply(found, made).sources[0].text == "abc"


def test_each_part_has_its_own_place() -> None:
    found = document("a.prompty", "system:\nBe kind.\nuser:\nHi\n")
    made = edits(found, 0, [replace(0, 2, "Ho", part=1)])
    assert made is not None
    assert apply(found, made).sources[0].text == "system:\nBe kind.\nuser:\nHo\n"


def test_edits_that_share_a_character_are_refused() -> None:
    found = document("a.txt", "Hi there")
    assert edits(found, 0, [replace(0, 4, ""), replace(3, 5, "")]) is None
    one = edits(found, 0, [replace(0, 4, "")])
    two = edits(found, 0, [replace(3, 5, "")])
    with pytest.raises(Overlap):
        apply(found, (*(one or ()), *(two or ())))


def test_one_fix_may_change_two_files() -> None:
    found = document("a.txt", "Hi A", '{"A": "x"}')
    (old,) = found.declarations or ()
    made = edits(found, 0, [replace(3, 4, "B"), Undeclare(old)])
    assert made is not None
    after = apply(found, made)
    assert [source.text for source in after.sources] == ["Hi B", "{}"]


def test_all_or_none() -> None:
    found = document("a.txt", "Hi")
    assert edits(found, 0, [replace(0, 2, "Ho"), Declare("X")]) is None


def test_a_value_is_set_as_its_file_writes_it() -> None:
    found = document("a.txt", "Hi", '{"A": "x", "B": 1}')
    first, second = found.declarations or ()
    made = edits(found, 0, [SetField(first.field, 'q"'), SetField(second.field, "s")])
    assert made is not None
    after = apply(found, made)
    assert after.sources[1].text == '{"A": "q\\"", "B": "s"}'
    assert values(after) == {"A": 'q"', "B": "s"}


def test_a_field_without_a_value_is_not_set() -> None:
    found = document("a.txt", "---\nvariables: [A]\n---\n")
    (each,) = found.declarations or ()
    assert edits(found, 0, [SetField(each.field, "x")]) is None


def test_applying_reads_again_as_what_it_was() -> None:
    found = parse((Source("untitled", "user:\nHi"),), declared=True, language="prompty")
    assert found.format == "Prompty"
    after = apply(found, edits(found, 0, [replace(0, 5, "Oh")]) or ())
    assert (after.format, after.declared_text_completions) == ("Prompty", True)
    assert after.sources[0].text == "Oh\nHi"
