"""Prompty: what its own parser makes of a body."""

import pytest

from prompt_lsp.document.model import Document
from tests.formats.hosts import document, values


def said(found: Document) -> list[tuple[str | None, str]]:
    return [(part.role, part.text) for part in found.prompts[0].parts]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("\n\n  Hello \n\n", [(None, "Hello")]),
        (
            "system:\nBe kind.\n\nuser:\n{{q}}\n",
            [("system", "Be kind."), ("user", "{{q}}")],
        ),
        (
            "System:\r\n\r\nHi\r\n\r\n# USER :\r\n q \r\n",
            [("system", "Hi"), ("user", " q ")],
        ),
        ("Hello\n\nuser:\nHi", [("system", "Hello"), ("user", "Hi")]),
        ("\n\nHello\nuser:\nHi", [("system", "Hello"), ("user", "Hi")]),
        ('user[name="A"]:\nHi', [("user", "Hi")]),
        ("user:\nassistant:\nHi", [("assistant", "Hi")]),
        ("user:\n\nassistant:\nHi", [("user", ""), ("assistant", "Hi")]),
        ("user:\nHi\nassistant:", [("user", "Hi")]),
        ("user: Hi\nuser:\nHo", [("system", "user: Hi"), ("user", "Ho")]),
        ("a user:\nHi", [(None, "a user:\nHi")]),
        ("developer:\nA\ntool:\nB", [("developer", "A"), ("tool", "B")]),
        ("", [(None, "")]),
        ("user:", []),
    ],
)
def test_messages(body: str, expected: list[tuple[str | None, str]]) -> None:
    assert said(document("a.prompty", f"---\nname: x\n---\n{body}")) == expected
    assert said(document("a.prompty", body)) == expected


def test_turns_are_no_messages() -> None:
    found = document("a.prompty", "---\nname: x\n---\n\nHuman: {{q}}\n\nAssistant:\n")
    assert said(found) == [(None, "Human: {{q}}\n\nAssistant:")]
    assert found.prompts[0].verdict is not None
    assert found.prompts[0].origin == (False, False, True)


@pytest.mark.parametrize(
    "front", ["format: text-completions", "model: {api: completion}"]
)
def test_what_is_no_chat_is_one_text(front: str) -> None:
    found = document("a.prompty", f"---\n{front}\n---\nuser:\nHi\n")
    assert said(found) == [(None, "user:\nHi")]


@pytest.mark.parametrize(
    ("front", "model", "engine"),
    [
        ("name: x", None, "jinja"),
        ("model: gpt-4", "gpt-4", "jinja"),
        ("model: {id: claude-opus-4-6}", "claude-opus-4-6", "jinja"),
        ("model: {configuration: {azure_deployment: gpt-35}}", "gpt-35", "jinja"),
        ("target-model: a\nmodel: b", "a", "jinja"),
        ("template: mustache", None, "mustache"),
        ("template: {format: mustache}", None, "mustache"),
        ("template: {format: {kind: mustache}}", None, "mustache"),
        ("template: {type: handlebars}", None, "handlebars"),
        ("template: jinja2", None, "jinja"),
    ],
)
def test_facts(front: str, model: str | None, engine: str) -> None:
    prompt = document("a.prompty", f"---\n{front}\n---\nHi").prompts[0]
    assert (prompt.target_model, prompt.template_engine) == (model, engine)


@pytest.mark.parametrize(
    ("front", "expected"),
    [
        ("name: x", None),
        ("inputs: {}", {}),
        ("inputs:", None),
        ("inputs: {a: {{b}}, c: {default: {{d}}}}", {"a": "{{b}}", "c": "{{d}}"}),
        (
            "inputs:\n  a:\n    type: string\n    sample: 1\n  b: {}",
            {"a": "1", "b": None},
        ),
        ("inputs: {a: x}\nsample: {a: y, b: z}", {"a": "y", "b": "z"}),
        (
            "inputs:\n- name: a\n  default: 1\n- name: b\n- kind: c",
            {"a": "1", "b": None},
        ),
        ("inputSchema:\n  properties:\n  - name: a\n    kind: string", {"a": None}),
        ("inputSchema: {properties: {a: {default: v}}}", {"a": "v"}),
        ("sample: sample.json", None),
        ("inputs: {a: }\nsample: file.json", None),
        ("variables: [v]\ninputs: {a: x}", {"v": None}),
    ],
)
def test_inputs(front: str, expected: dict[str, str | None] | None) -> None:
    assert values(document("a.prompty", f"---\n{front}\n---\nHi")) == expected
