"""Near names in prompts of any size."""

import pytest

from prompt_lsp import formats
from prompt_lsp.analysis.engine import family_hits
from prompt_lsp.config import Settings
from prompt_lsp.document.model import Source


def slips(names: list[str]) -> list[str]:
    text = "".join(f"{{{{{name}}}}}. " for name in names)
    document = formats.parse((Source("case.prompt.txt", text),))
    hits = family_hits(document, Settings(), "VAR")
    return [raw.hit.message for raw in hits if raw.rule.code == "VAR007"]


@pytest.mark.parametrize("many", [10, 1_990])
def test_among_the_names_of_a_person_one_edit_is_a_slip(many: int) -> None:
    names = [f"NAME{number}" for number in range(many)]
    assert len(slips([*names, "SENTENCE", "SENTENSE"])) == 1


def test_among_the_names_of_a_machine_only_case_and_separators_count() -> None:
    names = [f"NAME{number}" for number in range(2_000)]
    (message,) = slips([*names, "SENTENCE", "SENTENSE", "Sentence"])
    assert message == "`Sentence` is almost the same name as `SENTENCE`"


def test_the_commonest_of_several_near_names_is_the_one_that_was_meant() -> None:
    messages = slips(["SENTENSE", "SENTENCE", "SENTENCE", "SENTENXE"])
    assert [message.split("`")[3] for message in messages] == ["SENTENCE"] * 2
