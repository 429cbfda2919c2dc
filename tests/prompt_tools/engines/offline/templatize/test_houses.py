import pytest

from prompt_lsp.prompt_tools.engines.offline.templatize import templatize
from prompt_lsp.prompt_tools.schema import Templatize, user

BOOKINGS = """\
You book tables for Quay 9 in Hull. We open at 6 pm. Ask for a name.
Never take more than 8 guests."""
ARCHIVE = """\
You are the archivist of Radio Fjord in Bodø. Never date a tape by guessing.
Use 24-hour times. If the speaker is unknown, write N.N."""
SHEET = """\
House style of the Mill Review: titles have at most 8 words,
dates are written 5 May 2021."""
MINE = "You book trips. I live in Oslo. Never use planes. Ask for dates."
ONCE = """\
You are a writer for Wander & Co. Write a blurb about Tallinn.
Never lie. Do not name prices. Keep it light."""


@pytest.mark.parametrize("text", [BOOKINGS, ARCHIVE, SHEET])
def test_house_rules_in_a_message_stay(text: str) -> None:
    assert templatize(Templatize((user(text),))).variable_values == {}


@pytest.mark.parametrize(("text", "value"), [(MINE, "Oslo"), (ONCE, "Tallinn")])
def test_a_request_with_rules_keeps_its_values(text: str, value: str) -> None:
    assert value in templatize(Templatize((user(text),))).variable_values.values()
