"""Declaring and undeclaring over every style in which variables are kept."""

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from prompt_lsp.document.model import Document
from prompt_lsp.document.operations import Declare, Undeclare
from prompt_lsp.formats import apply, edits
from tests.formats.hosts import VALUES, document, values

KEYS = st.lists(
    st.sampled_from(("A", "B_1", "NAME", "LONG_NAME", "x-y")), unique=True, max_size=4
)
BLOCK_VALUES = st.sampled_from(
    (
        " 1",
        " two words  # why",
        ' "quo: ted"',
        " 'it''s'",
        " |\n{0}  line\n{0}  # no comment\n{0}  last",
        " >-\n{0}  folded\n\n{0}  text",
        " {{a: 1, b: [2, 3]}}",
        "\n{0}  inner: 1\n{0}  more: 2",
        "\n{0}  - one\n{0}  - two",
        " plain\n{0}  goes on",
        "",
        "   # nothing",
    )
)
BEFORE = st.sampled_from(("", "", "", "\n", "{0}# about it\n", "{0}# one\n{0}# two\n"))
FLOW_VALUES = st.sampled_from(("1", '"a, b"', "[1, 2]", "{a: b}", "two words"))
LINE_ENDS = st.sampled_from(("\n", "\n", "\r\n"))


@st.composite
def blocks(draw: st.DrawFn, indent: str) -> tuple[tuple[str, ...], str]:
    """Names, and the lines of a block mapping that holds them."""
    names = draw(KEYS.filter(len))
    lines = [
        f"{draw(BEFORE)}{{0}}{name}:{draw(BLOCK_VALUES)}\n".format(indent)
        for name in names
    ]
    return tuple(names), "".join(lines)


@st.composite
def flows(draw: st.DrawFn) -> tuple[tuple[str, ...], str]:
    """Names, and a mapping in braces that holds them."""
    names = draw(KEYS)
    space = draw(st.sampled_from((" ", "", "\n    ", " # c\n    ")))
    pairs = [f"{name}: {draw(FLOW_VALUES)}" for name in names]
    around = space if pairs and "#" not in space else ""
    end = draw(st.sampled_from(("", ","))) if pairs else ""
    return tuple(names), f"{{{around}{f',{space}'.join(pairs)}{end}{around}}}"


@st.composite
def files(draw: st.DrawFn) -> tuple[tuple[str, ...], Document]:
    """A document and the names that it declares."""
    line_end = draw(LINE_ENDS)
    kind = draw(st.sampled_from(("front block", "front flow", "yaml", "json")))
    if kind == "front block":
        names, block = draw(blocks(draw(st.sampled_from(("  ", "    ", " ")))))
        after = draw(st.sampled_from(("", "# end\n", "description: x\n")))
        text = f"---\nvariables:\n{block}{after}---\nHi"
        return names, document("a.txt", text.replace("\n", line_end))
    if kind == "front flow":
        names, flow = draw(flows())
        text = f"---\nvariables: {flow} # c\ndescription: x\n---\nHi"
        return names, document("a.md", text.replace("\n", line_end))
    if kind == "yaml":
        names, block = draw(blocks(""))
        # Without its line end, a literal block says something else once lines follow.
        bare = block if "|" in block else block.rstrip("\n")
        text = draw(st.sampled_from((block, bare)))
        text = text.replace("\n", line_end)
        return names, document("a.txt", "Hi", text, sidecar="a.vars.yaml")
    names_ = draw(KEYS)
    facts = {
        name: draw(st.sampled_from(("v", 1, None, [1], {"a": "b"}))) for name in names_
    }
    text = json.dumps(facts, indent=draw(st.sampled_from((None, 2, "\t"))))
    return tuple(names_), document("a.txt", "Hi", text.replace("\n", line_end))


@given(files())
@settings(max_examples=60, deadline=None)
def test_undeclaring_removes_that_variable_alone(
    case: tuple[tuple[str, ...], Document],
) -> None:
    names, found = case
    before = values(found)
    assert before is not None
    assert tuple(before) == names
    assert not found.problems
    for each in found.declarations or ():
        made = edits(found, 0, [Undeclare(each)])
        assert made is not None
        after = apply(found, made)
        left = {name: value for name, value in before.items() if name != each.name}
        assert (values(after) or {}) == left
        assert not after.problems


@given(files(), st.sampled_from(("NEW", "yes", "null", "NEW_2")), VALUES)
@settings(max_examples=60, deadline=None)
def test_declaring_adds_that_variable_alone(
    case: tuple[tuple[str, ...], Document], name: str, value: str
) -> None:
    names, found = case
    made = edits(found, 0, [Declare(name, value)])
    assert made is not None
    after = apply(found, made)
    assert values(after) == {**(values(found) or {}), name: value}
    assert not after.problems
    new = (after.declarations or ())[-1]
    undone = edits(after, 0, [Undeclare(new)])
    assert undone is not None
    if names:
        again = apply(after, undone).sources
        assert [source.text.rstrip("\r\n") for source in again] == [
            source.text.rstrip("\r\n") for source in found.sources
        ]


@given(
    files(),
    st.lists(
        st.tuples(st.sampled_from(("N1", "N2")), VALUES), unique_by=lambda p: p[0]
    ),
)
@settings(max_examples=40, deadline=None)
def test_several_are_declared_at_once(
    case: tuple[tuple[str, ...], Document], new: list[tuple[str, str]]
) -> None:
    _, found = case
    made = edits(found, 0, [Declare(name, value) for name, value in new])
    assert made is not None
    assert values(apply(found, made)) == {**(values(found) or {}), **dict(new)}
