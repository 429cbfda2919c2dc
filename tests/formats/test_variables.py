"""Declared variables: their places, what goes with them, where new ones go."""

import pytest

from prompt_lsp.document.model import Document
from prompt_lsp.document.operations import Declare, Undeclare
from prompt_lsp.formats import apply, edits
from tests.formats.hosts import document, messages, values


def beside(text: str, sidecar: str = "a.vars.json") -> Document:
    return document("a.prompt", "Hi", text, sidecar=sidecar)


def declared(found: Document, *new: tuple[str, str]) -> str | None:
    """The text of the file that new variables are written into."""
    made = edits(found, 0, [Declare(name, value) for name, value in new])
    if made is None:
        return None
    (changed,) = {each.source for each in made}
    return apply(found, made).sources[changed].text


def undeclared(found: Document, name: str) -> str:
    (each,) = (each for each in found.declarations or () if each.name == name)
    made = edits(found, 0, [Undeclare(each)])
    assert made is not None
    return apply(found, made).sources[each.field.source].text


@pytest.mark.parametrize(
    ("sidecar", "text", "expected"),
    [
        ("a.vars.json", '{"A": "x\\ny", "B": 1.50}', {"A": "x\ny", "B": "1.50"}),
        ("a.vars.json", '{"A": null, "B": true}', {"A": None, "B": "true"}),
        ("a.vars.json", '{"A": {"b": [1.50, "é"]}}', {"A": '{"b": [1.50, "é"]}'}),
        ("a.vars.json", " {} ", {}),
        ("a.vars.yaml", "A: x\nB: |\n  y\n  z\n", {"A": "x", "B": "y\nz\n"}),
        ("a.vars.yml", "A: [1, yes, null]\nB:\n", {"A": '[1, "yes", null]', "B": None}),
        ("a.vars.yml", "x: &x v\nA: *x\n", {"x": "v", "A": "v"}),
        ("a.vars.yaml", "{}\n", {}),
        ("a.vars.yaml", "", None),
        ("a.vars.yaml", "# nothing yet\n", None),
        ("a.vars.yaml", "~\n", None),
    ],
)
def test_sidecars(
    sidecar: str, text: str, expected: dict[str, str | None] | None
) -> None:
    found = beside(text, sidecar)
    assert values(found) == expected
    assert not found.problems
    assert all(each.field.source == 1 for each in found.declarations or ())


@pytest.mark.parametrize(
    ("sidecar", "text", "underlined", "message"),
    [
        ("a.vars.json", "", "", "expected a value"),
        ("a.vars.json", '{"A": 1,}', "}", "expected a key in double quotes"),
        ("a.vars.json", '{"A": 1,\n "B" 2}', "2}", "expected `:` after a key"),
        ("a.vars.json", '{"A": 1\n "B": 2}', '"B": 2}', "expected `,` or `}`"),
        ("a.vars.json", '{"A": x}', "x}", "expected a value"),
        ("a.vars.json", '{"A": NaN}', "NaN}", "expected a value"),
        ("a.vars.json", '{"A": "x', '"x', "unterminated string"),
        ("a.vars.json", '{"A": "x\ny"}', '{"A": "x', "invalid control character"),
        ("a.vars.json", "{} {}", "{}", "nothing may follow the value"),
        (
            "a.vars.json",
            '{"A": 1, "A": 2}',
            '"A"',
            "the key `A` stands here a second time",
        ),
        ("a.vars.json", "[1]", "[1]", "it is no mapping of names to values"),
        ("a.vars.json", "null", "null", "it is no mapping of names to values"),
        ("a.vars.yaml", "- A\n", "- A", "it is no mapping of names to values"),
        ("a.vars.yaml", "A: 1\n---\nB: 2\n", "---", "a second document begins here"),
        (
            "a.vars.yaml",
            "A: 1\nB: x: y\n",
            ": y",
            "mapping values are not allowed here",
        ),
    ],
)
def test_sidecar_problems(
    sidecar: str, text: str, underlined: str, message: str
) -> None:
    found = beside(text, sidecar)
    (problem,) = found.problems
    assert problem.message == f"invalid variables file: {message}"
    assert problem.field.source == 1
    assert problem.field.span.of(text) == underlined


def test_a_broken_sidecar_declares_nothing_and_is_never_overwritten() -> None:
    found = beside('{"A": 1,}')
    assert found.declarations is None
    assert declared(found, ("B", "x")) is None


def test_names_that_are_merged_in_are_not_known() -> None:
    found = beside("A: &a {x: 1}\n<<: *a\n", "a.vars.yaml")
    assert found.declarations is None
    assert not found.problems


def test_aliases_that_stand_for_gigabytes_are_no_value() -> None:
    lines = ["A: &a0 [1, 1]"]
    lines += [f"B{n}: &a{n} [{f'*a{n - 1}, ' * 9}]" for n in range(1, 12)]
    found = beside("\n".join(lines), "a.vars.yaml")
    assert not found.problems
    assert (values(found) or {})["A"] == "[1, 1]"
    assert (values(found) or {})["B11"] is None


def test_aliases_of_aliases_have_no_bottom() -> None:
    lines = ["A: &a0 [1]", *(f"B{n}: &a{n} [*a{n - 1}]" for n in range(1, 600))]
    found = beside("\n".join(lines), "a.vars.yaml")
    assert not found.problems
    assert (values(found) or {})["B599"] is None


def test_front_matter_and_sidecar_both_declare() -> None:
    found = document("a.md", "---\nvariables: [A]\n---\nHi", '{"A": "x", "B": "y"}')
    places = [(each.name, each.field.source) for each in found.declarations or ()]
    assert places == [("A", 0), ("A", 1), ("B", 1)]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("", None),
        ("~", None),
        ("{}", {}),
        ("[]", {}),
        ("[{name: A, default: 1}, {name: B}, C]", {"A": "1", "B": None, "C": None}),
        ("\n  - name: A\n    description: x\n  - {B: y}", {"A": None, "B": "y"}),
        ("{A: {{B}}, C: 1}", {"A": "{{B}}", "C": "1"}),
        ("\n  A: {{B}}\n  C: {{ d.e }} # c", {"A": "{{B}}", "C": "{{ d.e }}"}),
        ("{A: {description: x, default: y}}", {"A": "y"}),
        ("{A: {type: string}, B: {number: 7}}", {"A": None, "B": '{"number": 7}'}),
        ("[A, B]", {"A": None, "B": None}),
        ("{A: 1, B: }", {"A": "1", "B": None}),
        ("[A, {B: x}]", {"A": None, "B": "x"}),
        ("\n- A\n- B: x", {"A": None, "B": "x"}),
    ],
)
def test_variables_of_front_matter(
    value: str, expected: dict[str, str | None] | None
) -> None:
    found = document("a.txt", f"---\nvariables: {value}\n---\nHi")
    assert values(found) == expected


def test_variables_that_are_a_text_are_a_problem() -> None:
    found = document("a.txt", "---\nvariables: A B\n---\nHi")
    (problem,) = found.problems
    assert problem.field.span.of(found.sources[0].text) == "variables"
    assert messages(found) == [
        "`variables` must be a mapping of names, or a list of them"
    ]
    assert found.declarations is None


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ('{"A": 1, "B": 2, "C": 3}', "A", '{"B": 2, "C": 3}'),
        ('{"A": 1, "B": 2, "C": 3}', "B", '{"A": 1, "C": 3}'),
        ('{"A": 1, "B": 2, "C": 3}', "C", '{"A": 1, "B": 2}'),
        ('{\n  "A": 1,\n  "B": 2\n}\n', "A", '{\n  "B": 2\n}\n'),
        ('{\n  "A": 1,\n  "B": 2\n}\n', "B", '{\n  "A": 1\n}\n'),
        ('{\n  "A": 1\n}\n', "A", "{}\n"),
        ('{"A":1}', "A", "{}"),
    ],
)
def test_undeclaring_in_json(text: str, name: str, expected: str) -> None:
    assert undeclared(beside(text), name) == expected


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("A: 1\nB: 2\n", "A", "B: 2\n"),
        ("A: 1\nB: 2", "B", "A: 1\n"),
        ("A: 1  # a\nB: 2  # b\n", "A", "B: 2  # b\n"),
        ("# all\nA: 1\n# b\nB: 2\n", "B", "# all\nA: 1\n"),
        ("A: 1\r\n# b\r\n# c\r\nB: 2\r\n", "B", "A: 1\r\n"),
        ("# all\nA: 1\n# b\nB: 2\n", "A", "# all\n# b\nB: 2\n"),
        ("A: 1\n\n# other\n\nB: 2\n", "B", "A: 1\n\n# other\n\n"),
        ("A: |\n  x\n\n  y\nB: 2\n", "A", "B: 2\n"),
        ("A:\n  b: 1\n  c: 2\nB: 2\n", "A", "B: 2\n"),
        ("A:\r\nB: 2\r\n", "A", "B: 2\r\n"),
        ("A: 1\n", "A", ""),
    ],
)
def test_undeclaring_in_yaml(text: str, name: str, expected: str) -> None:
    assert undeclared(beside(text, "a.vars.yaml"), name) == expected


@pytest.mark.parametrize(
    ("value", "name", "expected"),
    [
        (" {A: 1, B: 2}", "A", " {B: 2}"),
        (" {A: 1, B: 2}", "B", " {A: 1}"),
        (" {A: 1,}", "A", " {}"),
        (" [A, B]", "B", " [A]"),
        (" [ A ]", "A", " []"),
        ("\n  A: 1", "A", ""),
        ("\n- A\n- B: 1 # b", "B", "\n- A"),
    ],
)
def test_undeclaring_in_front_matter(value: str, name: str, expected: str) -> None:
    text = "---\nvariables:{}\nx: 1\n---\nHi"
    found = document("a.txt", text.format(value))
    assert undeclared(found, name) == text.format(expected)


def test_what_an_alias_needs_is_not_removed() -> None:
    found = beside("A: &a 1\nB: *a\n", "a.vars.yaml")
    first, second = found.declarations or ()
    assert edits(found, 0, [Undeclare(first)]) is None
    assert edits(found, 0, [Undeclare(second)]) is not None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", '{\n  "NEW": "v"\n}\n'),
        ("{}", '{\n  "NEW": "v"\n}'),
        ('{"A": 1}', '{"A": 1, "NEW": "v"}'),
        ('{"A":1,"B":2}', '{"A":1,"B":2,"NEW": "v"}'),
        ('{\n\t"A": 1\n}\n', '{\n\t"A": 1,\n\t"NEW": "v"\n}\n'),
        ('{\r\n  "A": 1\r\n}', '{\r\n  "A": 1,\r\n  "NEW": "v"\r\n}'),
    ],
)
def test_declaring_in_json(text: str, expected: str) -> None:
    assert declared(beside(text), ("NEW", "v")) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ('say "hi"\n\u2028\ud800', r'"say \"hi\"\n\u2028\ud800"'),
        ("C:\\dir", r'"C:\\dir"'),
    ],
)
def test_values_are_escaped_in_json(value: str, expected: str) -> None:
    assert (
        declared(beside('{"A": 1}'), ("NEW", value)) == f'{{"A": 1, "NEW": {expected}}}'
    )


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("plain words", "plain words"),
        ("", '""'),
        ("yes", '"yes"'),
        ("1", '"1"'),
        ("a: b", '"a: b"'),
        ("# a", '"# a"'),
        (" a", '" a"'),
        ("a\nb", "|-\n  a\n  b"),
        ("a\n\nb # c", "|-\n  a\n\n  b # c"),
        ("a\n", r'"a\n"'),
        (" a\nb", r'" a\nb"'),
        ("a\x00b", r'"a\u0000b"'),
    ],
)
def test_values_are_escaped_in_yaml(value: str, expected: str) -> None:
    found = beside("A: 1\n", "a.vars.yaml")
    assert declared(found, ("NEW", value)) == f"A: 1\nNEW: {expected}\n"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("", "\n  NEW: v"),
        ("  # none", "  # none\n  NEW: v"),
        (" {}", " {NEW: v}"),
        (" {A: 1}", " {A: 1, NEW: v}"),
        (" {\n  A: 1\n  }", " {\n  A: 1,\n  NEW: v\n  }"),
        ("\n  A: 1 # a", "\n  A: 1 # a\n  NEW: v"),
        (
            "\n    A: 1\n    B:\n      c: 1",
            "\n    A: 1\n    B:\n      c: 1\n    NEW: v",
        ),
        (" {A: 1, # c\n  B: 2}", " {A: 1, # c\n  B: 2, NEW: v}"),
        (" [A]", " [A, {NEW: v}]"),
        (" []", " [{NEW: v}]"),
        ("\n- A", "\n- A\n- NEW: v"),
    ],
)
def test_declaring_in_front_matter(value: str, expected: str) -> None:
    text = "---\nvariables:{}\nx: 1\n---\nHi"
    found = document("a.txt", text.format(value))
    assert declared(found, ("NEW", "v")) == text.format(expected)


def test_a_name_without_a_value_is_an_item_by_itself() -> None:
    found = document("a.txt", "---\nvariables: [A]\n---\n")
    assert declared(found, ("NEW", "")) == "---\nvariables: [A, NEW]\n---\n"


@pytest.mark.parametrize(
    ("front", "expected"),
    [
        ("inputs:\n  a: x", "inputs:\n  a: x\n  NEW: v"),
        (
            "inputs:\n  a:\n    type: string",
            "inputs:\n  a:\n    type: string\n  NEW:\n    type: string\n    default: v",
        ),
        (
            "inputs:\n  - name: a",
            "inputs:\n  - name: a\n  - name: NEW\n    kind: string\n    default: v",
        ),
        (
            "inputs: {a: {kind: x}}",
            "inputs: {a: {kind: x}, NEW: {kind: string, default: v}}",
        ),
        ("sample: {a: x}", "sample: {a: x, NEW: v}"),
        (
            "inputs: {a: {}}\nsample: {a: x}",
            "inputs: {a: {}, NEW: {type: string}}\nsample: {a: x, NEW: v}",
        ),
    ],
)
def test_declaring_in_prompty(front: str, expected: str) -> None:
    found = document("a.prompty", f"---\n{front}\n---\nHi")
    assert declared(found, ("NEW", "v")) == f"---\n{expected}\n---\nHi"


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (
            "{schema: {a: string}}",
            "{schema: {a: string, NEW: string}, default: {NEW: v}}",
        ),
        ("{default: {a: x}}", "{default: {a: x, NEW: v}}"),
        (
            "\n  schema:\n    a: string",
            "\n  schema:\n    a: string\n    NEW: string\n  default:\n    NEW: v",
        ),
        (
            "{schema: {type: object, properties: {a: {}}}, default: {a: x}}",
            (
                "{schema: {type: object, properties: {a: {}, NEW: {type: string}}}, "
                "default: {a: x, NEW: v}}"
            ),
        ),
    ],
)
def test_declaring_in_dotprompt(given: str, expected: str) -> None:
    found = document("a.prompt", f"---\ninput: {given}\n---\nHi")
    assert declared(found, ("NEW", "v")) == f"---\ninput: {expected}\n---\nHi"


def test_lines_below_an_empty_key_stand_deeper_than_it() -> None:
    found = document("a.prompt", "---\ninput:\n  default:\n---\nHi")
    expected = "---\ninput:\n  default:\n    NEW: |-\n      a\n      b\n---\nHi"
    assert declared(found, ("NEW", "a\nb")) == expected


def test_there_may_be_no_place_for_a_variable() -> None:
    assert declared(document("a.txt", "Hi"), ("NEW", "v")) is None
    assert declared(document("a.txt", "---\nx: 1\n---\nHi"), ("NEW", "v")) is None
    assert declared(document("prompts/a.json", "{}"), ("NEW", "v")) is None


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["|+", ">+", "|2+", "|+2", "&a |+"])
def test_a_block_keeps_its_blank_lines(mark: str, end: str) -> None:
    text = f"X: {mark}\n  foo\n\n\n".replace("\n", end)
    found = beside(text, "a.vars.yaml")
    made = declared(found, ("NEW", "v"))
    assert made == f"{text}NEW: v{end}"
    assert values(beside(made, "a.vars.yaml")) == {**(values(found) or {}), "NEW": "v"}


def test_a_block_of_front_matter_keeps_its_blank_lines() -> None:
    front = "---\nvariables:\n  X: |+\n    foo\n\n{}model: x\n---\nHi"
    found = document("a.txt", front.format(""))
    assert declared(found, ("NEW", "v")) == front.format("  NEW: v\n")


def test_no_declaration_changes_another_value() -> None:
    assert declared(beside("X: |+\n  foo", "a.vars.yaml"), ("NEW", "v")) is None
    kept = beside("X: |+\n  foo\nY: v\n\n\n", "a.vars.yaml")
    _, last = kept.declarations or ()
    assert edits(kept, 0, [Undeclare(last)]) is None


def test_a_variable_may_be_called_name() -> None:
    found = document("a.txt", "---\nvariables: [A]\n---\nHi")
    made = declared(found, ("name", "v"))
    assert made == "---\nvariables: [A, {name: name, default: v}]\n---\nHi"
    assert values(document("a.txt", made)) == {"A": None, "name": "v"}


def test_a_silent_place_says_nothing_of_another() -> None:
    found = document("a.txt", "---\nvariables:\n---\nHi", '{"A": "x"}')
    assert values(found) == {"A": "x"}


@pytest.mark.parametrize(
    ("required", "expected"),
    [
        ("required: [X, Z]", "required: [X]\n"),
        ("required: [Z, X]", "required: [X]\n"),
        ("required: [X]", "required: [X]\n"),
        ("required: [Z]", ""),
        ("required:\n      - X\n      - Z", "required:\n      - X\n"),
        ("required:\n      - Z", ""),
    ],
)
def test_what_is_no_property_is_not_required(required: str, expected: str) -> None:
    head = "---\ninput:\n  schema:\n    type: object\n"
    tail = "    properties:\n      X: {type: string}\n"
    text = f"{head}    {required}\n{tail}      Z: {{type: string}}\n---\nHi"
    left = f"{head}{'    ' if expected else ''}{expected}{tail}---\nHi"
    assert undeclared(document("a.prompt", text), "Z") == left


def test_a_new_line_ends_as_the_prompts_lines_do() -> None:
    found = document("a.txt", "Hi\r\n", "A: 1\r\n", sidecar="a.vars.yaml")
    assert undeclared(found, "A") == ""
    emptied = document("a.txt", "Hi\r\n", "", sidecar="a.vars.yaml")
    assert declared(emptied, ("NEW", "v")) == "NEW: v\r\n"


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("item", ["- A", "  - A # a", "  -\n    A: 1"])
def test_a_list_without_its_only_item_stays_a_list(item: str, end: str) -> None:
    text = f"---\nvariables:\n{item}\nx: 1\n---\nHi".replace("\n", end)
    left = undeclared(document("a.txt", text), "A")
    assert left == "---\nvariables: []\nx: 1\n---\nHi".replace("\n", end)
    again = declared(document("a.txt", left), ("NEW", ""))
    assert again == left.replace("[]", "[NEW]")
