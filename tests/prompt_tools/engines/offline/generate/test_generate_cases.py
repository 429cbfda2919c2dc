"""Runs the case files: what is said there of a task's prompt holds."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from prompt_lsp.prompt_tools.engines.offline.generate import generate
from prompt_lsp.prompt_tools.schema import Generate

_FILES = sorted(Path(__file__).with_name("cases").glob("[a-z]*.md"))
_FENCE = re.compile(r"^(`{3,})(\w+) ?(\S*)\n(.*?)\n?^\1$", re.MULTILINE | re.DOTALL)
_TITLE = re.compile(r"^## (.+)$", re.MULTILINE)
_VARIABLE = re.compile(r"\{\{([^{}]+)\}\}|<<([^<>]+)>>")


class Case(NamedTuple):
    task: str
    model: str | None
    kind: str
    expected: str


def cases() -> Iterator[object]:
    for path in _FILES:
        text = path.read_text(encoding="utf-8")
        task, model = "", None
        for fence in _FENCE.finditer(text):
            if fence[2] == "task":
                task, model = fence[4], fence[3] or None
                continue
            title = [*_TITLE.finditer(text, 0, fence.start())][-1][1]
            case = Case(task, model, fence[2], fence[4])
            yield pytest.param(case, id=f"{path.stem}: {title}: {fence[2]}")


@pytest.mark.parametrize("case", list(cases()))
def test_case(case: Case) -> None:
    answer = generate(Generate(case.task, case.model))
    prompt = answer.messages[0].texts[0]
    match case.kind:
        case "prompt":
            assert prompt == case.expected + "\n"
        case "has":
            lines = prompt.split("\n")
            assert [one for one in case.expected.split("\n") if one not in lines] == []
        case "lacks":
            assert [one for one in case.expected.split("\n") if one in prompt] == []
        case "variables":
            found = (a or b for a, b in _VARIABLE.findall(prompt))
            assert list(dict.fromkeys(found)) == case.expected.split()
        case "prefill":
            assert [one.texts[0] for one in answer.messages[1:]] == [case.expected]
        case _:
            pytest.fail(f"no such fence: {case.kind}")


def test_what_was_built_is_told() -> None:
    answer = generate(Generate("Classify support tickets by urgency. Be strict."))
    assert [change.kind for change in answer.changes] == ["kind", "variables", "rules"]
    assert answer.changes[0].reason == "wrote a prompt that classifies"
    assert answer.changes[1].reason == "gave it the variables `SUPPORT_TICKET`"


def test_nothing_else_is_answered() -> None:
    answer = generate(Generate("Translate text", "claude-opus-4-6"))
    assert [one.role for one in answer.messages] == ["user"]
    assert (answer.system, answer.usage.input_tokens, answer.engine) == (
        "",
        0,
        "offline",
    )
