"""`*.prompt` files: the table of what is dotprompt, and what that makes of a body."""

import pytest

from prompt_lsp.document.model import Document
from tests.formats.hosts import document, messages, values


def said(found: Document) -> list[tuple[str | None, str]]:
    return [(part.role, part.text) for part in found.prompts[0].parts]


@pytest.mark.parametrize(
    ("front", "dotprompt"),
    [
        ("", False),
        ("# nothing\n", False),
        ("format: text-completions\n", False),
        ("variables: {A: 1}\nprompt-lsp: {ignore: [A]}\ntarget-model: x\n", False),
        ("name: x\ndescription: y\nversion: 1\n", False),
        ("title: x\n", False),
        ("model: googleai/gemini\n", True),
        ("input: {schema: {a: string}}\n", True),
        ("output: {format: json}\n", True),
        ("config: {}\n", True),
        ("tools: [a]\n", True),
        ("ext: {}\n", True),
        ("mine.x: 1\n", True),
        ("model: x\nvariables: {A: 1}\n", True),
        ("model: [\n", True),
        ("name: [\n", False),
    ],
)
def test_the_table(front: str, dotprompt: bool) -> None:  # noqa: FBT001 - a table
    found = document("a.prompt", f'---\n{front}---\n\n{{{{role "user"}}}}Hi\n')
    prompt = found.prompts[0]
    assert prompt.template_engine == ("handlebars" if dotprompt else None)
    assert prompt.origin == (False, not dotprompt, dotprompt)
    plain = [(None, '\n{{role "user"}}Hi\n')]
    assert said(found) == ([("user", "Hi")] if dotprompt else plain)


def test_without_front_matter_all_is_text() -> None:
    text = '\n{{role "user"}}\r\nHi \n'
    found = document("a.prompt", text)
    assert said(found) == [(None, text)]
    assert found.prompts[0].origin == (False, True, False)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("\n Hi\n\u00a0\n", [(None, "Hi")]),
        ("Hi {{x}}\n{{#if y}}z{{/if}}", [(None, "Hi {{x}}\n{{#if y}}z{{/if}}")]),
        (
            "{{role \"system\"}}\nBe kind.\n{{role 'user'}} Hi",
            [("system", "\nBe kind.\n"), ("user", " Hi")],
        ),
        ('Hi\n{{role "model"}}\nHo', [("user", "Hi\n"), ("assistant", "\nHo")]),
        ("Hi{{history}}Ho", [("user", "Hi"), ("assistant", "Ho")]),
        ('{{history}}\n{{role "user"}}Hi', [("user", "Hi")]),
        ('a {{~role "user"~}} b', [("user", "a"), ("user", "b")]),
        ('{{ role "user" purpose="x" }}Hi', [("user", "Hi")]),
        (
            'Hi {{media url=x}} {{section "y"}}',
            [(None, 'Hi {{media url=x}} {{section "y"}}')],
        ),
        (r'Hi \{{role "user"}}', [(None, r'Hi \{{role "user"}}')]),
        ('{{!-- {{role "user"}} --}}Hi', [(None, '{{!-- {{role "user"}} --}}Hi')]),
        ("{{role who}}Hi", [(None, "{{role who}}Hi")]),
        ("", [(None, "")]),
    ],
)
def test_messages(body: str, expected: list[tuple[str | None, str]]) -> None:
    assert said(document("a.prompt", f"---\nmodel: x\n---\n{body}")) == expected


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("{}", None),
        ("{schema: }", None),
        ("{schema: {}}", {}),
        ("{schema: {a: string, 'b?': integer}}", {"a": None, "b": None}),
        ("{schema: {'a?(array, the list)': string}}", {"a": None}),
        ("{schema: {a: string}, default: {a: x, b: 2}}", {"a": "x", "b": "2"}),
        ("{default: {a: x}}", {"a": "x"}),
        ("{schema: {a: string, (*): any}}", None),
        ("{schema: MySchema}", None),
        ("{schema: {type: object, properties: {a: {type: string}}}}", {"a": None}),
        ("{schema: {properties: {a: {type: string}}}}", {"a": None}),
        ("{schema: {type: string}}", None),
    ],
)
def test_inputs(given: str, expected: dict[str, str | None] | None) -> None:
    found = document("a.prompt", f"---\nmodel: x\ninput: {given}\n---\nHi")
    assert values(found) == expected
    assert not found.problems


def test_the_declared_name_is_the_bare_identifier() -> None:
    text = "---\ninput:\n  schema:\n    name?(enum, of): [a]\n---\nHi"
    (each,) = document("a.prompt", text).declarations or ()
    assert each.field.span.of(text) == "name"
    assert each.field.extent.of(text) == "    name?(enum, of): [a]\n"


def test_a_default_that_names_nothing_is_a_problem() -> None:
    found = document("a.prompt", "---\ninput: {default: 3}\n---\nHi")
    assert messages(found) == [
        "`default` must be a mapping of names, or a list of them"
    ]
    assert found.declarations is None
