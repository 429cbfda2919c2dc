"""Every case of `cases/`: text in, text and values out."""

from pathlib import Path

import pytest

from prompt_lsp.prompt_tools.engines.offline.templatize import templatize
from prompt_lsp.prompt_tools.schema import Answer, Templatize
from prompt_lsp.prompt_tools.slots import render
from tests.prompt_tools.engines.offline.templatize.reading import Case, read_cases

FILES = sorted(Path(__file__).with_name("cases").glob("[!R]*.md"))
CASES = [
    pytest.param(case, id=f"{file.stem}: {case.title}")
    for file in FILES
    for case in read_cases(file)
]


def texts_of(answer: Answer, job: Templatize) -> tuple[str, ...]:
    system = () if job.system is None else (answer.system,)
    return (*system, *(text for one in answer.messages for text in one.texts))


@pytest.mark.parametrize("case", CASES)
def test_case(case: Case) -> None:
    answer = templatize(case.job)
    assert texts_of(answer, case.job) == case.texts
    assert dict(answer.variable_values) == case.values


@pytest.mark.parametrize("case", CASES)
def test_a_second_time_adds_nothing(case: Case) -> None:
    first = templatize(case.job)
    system = None if case.job.system is None else first.system
    second = templatize(Templatize(first.messages, system))
    assert second.variable_values == {}
    assert second.messages == first.messages


@pytest.mark.parametrize("case", CASES)
def test_the_way_back(case: Case) -> None:
    answer = templatize(case.job)
    system = () if case.job.system is None else (case.job.system,)
    given = (*system, *(text for one in case.job.messages for text in one.texts))
    made = texts_of(answer, case.job)
    assert tuple(render(text, answer.variable_values) for text in made) == given
