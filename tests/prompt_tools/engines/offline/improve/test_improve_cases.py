"""Every text of every case file: what comes of it, and that it stays so."""

from pathlib import Path

import pytest

from prompt_lsp.prompt_tools.engines.offline.improve import improve
from prompt_lsp.prompt_tools.engines.offline.improve.transformations import ALL
from prompt_lsp.prompt_tools.guard import violations
from prompt_lsp.prompt_tools.schema import Improve
from tests.prompt_tools.engines.offline.improve.reading import Case, read_cases

FOLDER = Path(__file__).parent / "cases"
FILES = {
    path.stem: [*read_cases(path)]
    for path in sorted(FOLDER.glob("*.md"))
    if path.stem != "README"
}

every_case = pytest.mark.parametrize(
    "case",
    [
        pytest.param(case, id=f"{name}: {case.title}")
        for name, cases in FILES.items()
        for case in cases
    ],
)


@every_case
def test_what_comes_out_is_what_the_case_says(case: Case) -> None:
    answer = improve(case.job)
    first, *rest = answer.messages
    assert first.texts == (case.improved,)
    begun = case.texts.get("answer")
    assert [text for one in rest for text in one.texts] == ([begun] if begun else [])
    assert [change.kind for change in answer.changes] == case.kinds
    assert answer.system == ""


@every_case
def test_what_comes_out_stays_as_it_is(case: Case) -> None:
    job = case.job
    first = improve(job).messages
    again = improve(Improve(first, None, job.feedback, job.target_model, job.context))
    assert again.messages == first
    assert not again.changes


@every_case
def test_the_guard_has_nothing_to_say(case: Case) -> None:
    assert not violations(case.job, improve(case.job))


@every_case
def test_changes_read_as_messages_do(case: Case) -> None:
    for _, reason in improve(case.job).changes:
        assert reason[0].islower()
        assert not reason.endswith(".")


@pytest.mark.parametrize("name", [transform.__name__ for transform in ALL])
def test_every_transformation_has_a_case_of_its_own(name: str) -> None:
    assert any(case.kinds for case in FILES[name])
    assert any(not case.kinds for case in FILES[name])
