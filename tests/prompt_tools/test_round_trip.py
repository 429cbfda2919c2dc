"""Whatever is taken out of whatever document can be put in again."""

from hypothesis import given, settings
from hypothesis import strategies as st

from prompt_lsp.config import Settings
from prompt_lsp.document.model import Source
from prompt_lsp.formats import parse
from prompt_lsp.prompt_tools.errors import NotApplicable
from prompt_lsp.prompt_tools.question import Question
from prompt_lsp.prompt_tools.revision import revision
from prompt_lsp.prompt_tools.schema import Answer, Message, Templatize, texts_of
from prompt_lsp.prompt_tools.slots import Slot, render, templated
from prompt_lsp.prompt_tools.work import templatization
from prompt_lsp.text import Span

# What YAML and JSON take for something else than text, and what prompts are made of.
PIECES = [
    *("hello", "42", "true", "null", "~", "'", '"', ": ", "#", "- ", "\n", "\r\n"),
    *(" ", "é", "😀", "{{X}}", "<<Y>>", "{", "}", "\t", "\\", "| ", "> ", "1e3", "@x"),
    *("%", "!tag", "&a", "*b", "\u2028", "\x85", "\x07", "\ufeff", "0x1F", "<doc>"),
    *("\n\nHuman: ", "\n\nAssistant:", "</doc>", "2024-01-02", "yes", "a\nb\n", "[a]"),
]
FRONTS = [
    "",
    "---\nname: x\n---\n",
    "---\nvariables:\n  A: 1\n---\n",
    "---\nvariables: [A]\n---\n",
    "---\nvariables: {A: b}\n---\n",
    "---\nvariables:\n---\n",
    "---\r\nvariables:\r\n  A: 1\r\n---\r\n",
    "---\nmodel: m\ninput:\n  schema:\n    A: string\n---\n",
    "---\ninput:\n  schema:\n    A: string\n  default:\n    A: x\n---\n",
    "---\ninputs:\n  A:\n    type: string\nsample:\n  A: y\n---\n",
    "---\ninputs:\n  - name: A\n    kind: string\n---\n",
]
SIDECARS = [None, ("x.vars.json", '{"B": "1"}\n'), ("x.vars.yaml", "B: 1\n")]


@given(data=st.data())
@settings(max_examples=300, deadline=None)
def test_values_that_are_taken_out_and_kept_give_the_prompt_back(
    data: st.DataObject,
) -> None:
    body = "".join(data.draw(st.lists(st.sampled_from(PIECES), max_size=12)))
    name = data.draw(st.sampled_from(["x.prompt", "x.prompty", "x.txt", "x.md"]))
    beside = data.draw(st.sampled_from(SIDECARS))
    sources = [Source(name, data.draw(st.sampled_from(FRONTS)) + body)]
    sources += [Source(*beside)] if beside else []
    document = parse(tuple(sources))
    try:
        work = templatization(document)
    except NotApplicable:
        return  # it is blank
    assert isinstance(work.job, Templatize)
    texts = texts_of(work.job)
    slots = []
    for _ in range(data.draw(st.integers(1, 4))):
        text = data.draw(st.integers(0, len(texts) - 1))
        ends = sorted(data.draw(st.integers(0, len(texts[text]))) for _ in range(2))
        variable = data.draw(st.sampled_from(["NAME", "X", "NULL", "YES"]))
        slots.append(Slot(variable, text, Span(*ends)))
    made = templated(texts, slots, work.job.reserved)
    rest = list(made.texts)
    system = rest.pop(0) if work.job.system is not None else ""
    answer = Answer(
        tuple(Message(one.role, (rest.pop(0),)) for one in work.job.messages),
        system,
        variable_values=made.values,
    )
    asked = Question(document, work)
    after = revision(asked, answer, Settings(), sidecar="x.vars.json").after
    declared = {one.name: one.value for one in after.declarations or ()}
    assert {key: declared[key] for key in made.values} == made.values
    parts = zip(document.prompts[0].parts, after.prompts[0].parts, strict=True)
    for before, part in parts:
        assert render(part.text, made.values) == before.text
