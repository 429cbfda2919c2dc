"""Fixes that meet: they wait for each other, are written at once, and lose nothing."""

import json

import pytest

from prompt_lsp import formats
from prompt_lsp.analysis.engine import analyse
from prompt_lsp.analysis.fixer import Fixed, fix_document
from prompt_lsp.analysis.remedies import offers
from prompt_lsp.config import Settings
from prompt_lsp.document.model import Document, Source

SETTINGS = Settings()


def read(text: str, variables: str) -> Document:
    return formats.parse((Source("a.prompt", text), Source("a.vars.json", variables)))


def fixed(text: str, variables: str) -> Fixed:
    result = fix_document(read(text, variables), SETTINGS, unsafe=True)
    assert not result.unstable
    return result


def after(text: str, variables: str) -> tuple[str, object]:
    prompt, sidecar = fixed(text, variables).document.sources
    return prompt.text, json.loads(sidecar.text)


def test_a_declared_value_is_not_thrown_away_by_the_fix_that_uses_it() -> None:
    assert after("{{SENTNCE}} {{A}}", '{"SENTENCE": "a long text", "A": 2}') == (
        "{{SENTENCE}} {{A}}",
        {"SENTENCE": "a long text", "A": 2},
    )


@pytest.mark.parametrize(
    ("text", "variables"),
    [
        ("{{customer}} writes about {{ORDER}} in {{TONE}}.", '{"order":"7","TONE":2}'),
        ("{{q}} {{X}} {{y}}", '{"x":1,"Y":2}'),
    ],
)
def test_spellings_do_not_chase_each_other(text: str, variables: str) -> None:
    prompt, values = after(text, variables)
    assert isinstance(values, dict)
    assert values.items() >= json.loads(variables).items()
    assert analyse(read(prompt, json.dumps(values)), SETTINGS).findings == () or all(
        finding.rule.code == "VAR006"
        for finding in analyse(read(prompt, json.dumps(values)), SETTINGS).findings
    )


def test_many_variables_are_declared_in_one_pass() -> None:
    names = [f"{letter * 3}_NAME" for letter in "ABCDEFGHIJKLMNOPQRST"]
    text = " ".join(f"{{{{{name}}}}}" for name in names)
    result = fixed(text, "{}")
    assert result.applied == {"VAR011": len(names)}
    assert json.loads(result.document.sources[1].text) == dict.fromkeys(names, "")


def test_what_many_findings_share_is_judged_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    calls: list[object] = []
    apply = formats.apply

    def counting(document: Document, edits: object) -> Document:
        calls.append(edits)
        return apply(document, edits)  # type: ignore[arg-type]

    monkeypatch.setattr(formats, "apply", counting)
    document = read("{{X}} " * 500, '{"A": 1}')
    findings = analyse(document, SETTINGS).findings
    assert all(offers(document, findings, SETTINGS))
    assert len(calls) < 5
