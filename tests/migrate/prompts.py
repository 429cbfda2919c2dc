"""Prompts and bodies that are built from what is hard to convert."""

from hypothesis import strategies as st

from prompt_lsp.analysis.engine import family_hits
from prompt_lsp.config import Settings
from prompt_lsp.document.model import Document, Source
from prompt_lsp.formats import parse
from prompt_lsp.migrate import Body, Refused, to_messages

PIECES = (
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    " ",
    "\t",
    "\x0c",
    "\u00a0",
    "\u200b",
    "\ufeff",
    "\u2028",
    "\U0001f600",
    "Hi",
    "one. ",
    '"role": "user",',
    '"content": ',
    "\\",
    "{{NAME}}",
    "{{CHAT_HISTORY}}",
    "System: ",
    "Human:",
    "Assistant:",
    "human: ",
    "Assistant",
    "\\n\\nHuman:",
    "\n\nHuman: ",
    "\n\nAssistant:",
    "```\n",
    "\n```\n",
    "<example>\n",
    "</example>\n",
    "---\n",
    "format: messages\n",
)
LINE_ENDS = ("\n", "\r\n", "\r")

contents = st.lists(st.sampled_from(PIECES), min_size=1, max_size=4).map("".join)


@st.composite
def texts(draw: st.DrawFn) -> str:
    """A text-completions prompt, mostly without findings but TRN016 to TRN018."""
    calm = st.sampled_from(("Hi", "Hi ", "a\r\nb", "{{NAME}}", "x\rhuman: y", "> Hi"))
    said = st.one_of(calm, calm, calm, contents)
    text = draw(st.one_of(st.just(""), said)).lstrip("\ufeff")
    leads = st.sampled_from((" ", " ", "  ", "\n", " \n", "\t", "\r\n"))
    for _ in range(draw(st.integers(1, 3))):
        text += f"\n\nHuman:{draw(leads)}{draw(said)}"
        text += f"\n\nAssistant:{draw(st.one_of(leads, st.just('')))}{draw(said)}"
    if draw(st.booleans()):
        text = text[: text.rindex("\n\nAssistant:") + len("\n\nAssistant:")]
    return text.rstrip() + draw(st.sampled_from(("", *LINE_ENDS)))


@st.composite
def bodies(draw: st.DrawFn) -> dict[str, object]:
    """A request body as JSON has it, mostly one that a prompt can say."""
    text = st.one_of(contents, st.text(min_size=1, max_size=4))
    body: dict[str, object] = {}
    if draw(st.booleans()):
        body["system"] = draw(text)
    if draw(st.booleans()):
        models = (
            "claude-2.1",
            "claude-v2:1",
            "true",
            "4",
            "null",
            "'x'",
            '"\\#',
            "a b",
        )
        body["model"] = draw(st.sampled_from(models))
    roles = ("user", "assistant", "user", "assistant")[: draw(st.integers(1, 4))]
    body["messages"] = [{"role": role, "content": draw(text)} for role in roles]
    return body


def read(text: str, name: str = "case.prompt") -> Document:
    """The document of a file."""
    return parse((Source(name, text),))


def converted(text: str, name: str = "case.prompt") -> Body:
    """The body that a file becomes, which must not be refused."""
    body = to_messages(read(text, name))
    assert not isinstance(body, Refused), str(body)
    return body


def turn_codes(text: str) -> set[str]:
    """The codes of all findings about the turns of a prompt."""
    return {hit.rule.code for hit in family_hits(read(text), Settings(), "TRN")}
