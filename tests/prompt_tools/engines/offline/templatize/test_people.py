import pytest

from prompt_lsp.prompt_tools.engines.offline.templatize.values.people import people
from tests.prompt_tools.engines.offline.templatize.told import told


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Dear Ms. Smith,", ["NAME=Ms. Smith", "RECIPIENT=Ms. Smith"]),
        ("My name is John von Neumann.", ["NAME=John von Neumann"]),
        ("Ich heiße Anna Schmidt", ["NAME=Anna Schmidt"]),
        ('a mug called "Sunrise"', ["NAME=Sunrise"]),
        ("a startup called Green Leaf Labs", ["COMPANY_NAME=Green Leaf Labs"]),
        ("an app called Pebble", ["PRODUCT_NAME=Pebble"]),
        ("to Dr. Jane Smith's office", ["NAME=Dr. Jane Smith"]),
        ("the contract with Acme Corp", ["COMPANY_NAME=Acme Corp"]),
        (
            "a mail from Jane Doe at Initech",
            ["NAME=Jane Doe", "COMPANY_NAME=Initech"],
        ),
        ("Dear Sir or Madam,", []),
        ("Dear Hiring Manager,", []),
        ("a file named in the list", []),
        ("people who work for Germany", []),
        ("`named Rex`", []),
    ],
)
def test_people(text: str, values: list[str]) -> None:
    assert sorted(set(told(people, text))) == sorted(values)
