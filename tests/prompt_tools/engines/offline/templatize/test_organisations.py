import pytest

from prompt_lsp.prompt_tools.engines.offline.templatize.values.organisations import (
    organisations,
)
from tests.prompt_tools.engines.offline.templatize.told import told


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("all employees of Orrin Steel.", ["COMPANY_NAME=Orrin Steel"]),
        ("a position at Velmora", ["COMPANY_NAME=Velmora"]),
        ("the readers of The Daily Fern", ["COMPANY_NAME=The Daily Fern"]),
        ("a support agent for TechNova.", ["COMPANY_NAME=TechNova"]),
        ("our supplier, Hart & Moss, is late", ["COMPANY_NAME=Hart & Moss"]),
        ("Our client is Delta Ridge.", ["COMPANY_NAME=Delta Ridge"]),
        ("a mail from Orrin Logistics", ["COMPANY_NAME=Orrin Logistics"]),
        (
            "an NDA between Tarn Labs and Oxbow",
            ["COMPANY_NAME=Tarn Labs", "COMPANY_NAME=Oxbow"],
        ),
        (
            "a lease between Nora Quist and Tarn",
            ["NAME=Nora Quist", "COMPANY_NAME=Tarn"],
        ),
        (
            "news that Tarn has acquired Oxbow Foods",
            ["COMPANY_NAME=Tarn", "COMPANY_NAME=Oxbow Foods"],
        ),
        ("a note that Orrin opens a shop", ["COMPANY_NAME=Orrin"]),
        ("a note that Nora opens a shop", []),
        (
            "Say that Orrin is launching the Fjord 3 lamps on Monday",
            ["COMPANY_NAME=Orrin", "PRODUCT_NAME=Fjord 3 lamps"],
        ),
        ("for the launch of our new Fernway app.", ["PRODUCT_NAME=Fernway app"]),
        ("for launching in Spain", []),
        ("Before launching Quillpad, launch Fernway", []),
        ("the launch of the new app", []),
        ("the difference between Python and Rust", []),
        ("the employees of Germany", []),
        ("the Director of Community Programs", []),
        ("My client, Nora Quist, is late", []),
        ("he bought Lemons", []),
        ("`the staff of Orrin`", []),
    ],
)
def test_organisations(text: str, values: list[str]) -> None:
    assert told(organisations, text) == values
