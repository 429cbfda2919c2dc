"""What the model gets, as `tests/cases/preview.md` has it."""

from pathlib import Path

import pytest

from prompt_lsp import formats
from prompt_lsp.features.preview import Preview, Shown, Slot, preview
from tests.cases.reading import Case, read_file

CASES = read_file(Path("tests/cases/preview.md"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_case(case: Case) -> None:
    document = formats.parse(case.sources, declared=case.declared)
    found = preview(document, case.settings, case.values)
    assert written(found) == case.shown


def written(found: Preview) -> str:
    """A preview as its cases write it."""
    variables = (
        f"{'' if each.declared else '*'}{each.name}{valued(each.value)}"
        for each in found.variables
    )
    return "".join(f"{line}\n" for line in (*map(said, found.messages), *variables))


def said(message: Shown) -> str:
    pieces = (
        f"⟪{piece.name}{valued(piece.value)}⟫"
        if isinstance(piece, Slot)
        else piece.replace("\n", "↵\n  ")
        for piece in message.pieces
    )
    return f"{message.role}: {''.join(pieces)}"


def valued(value: str | None) -> str:
    return "" if value is None else "=" + value.replace("\n", "↵")
