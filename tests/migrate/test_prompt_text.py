"""What a body becomes, and what no prompt can say."""

import pytest

from prompt_lsp.formats.front_matter import NOTHING
from prompt_lsp.formats.front_matter import front_matter as read_front_matter
from prompt_lsp.migrate import Body, Layout, Message, Reason, Refused, to_text
from prompt_lsp.migrate.front_matter import begins_with_front_matter

DECLARED = "---\nformat: text-completions\n---\n"


def said(*contents: str) -> tuple[Message, ...]:
    return tuple(
        Message("assistant" if index % 2 else "user", text)
        for index, text in enumerate(contents)
    )


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (Body(said("Hi")), "\n\nHuman: Hi\n\nAssistant:\n"),
        (Body(said("Hi", "{")), "\n\nHuman: Hi\n\nAssistant: {\n"),
        (
            Body(said("Hi ", "a\n", "\nb"), "Be kind."),
            "Be kind.\n\nHuman: Hi \n\nAssistant: a\n\n\nHuman: \nb\n\nAssistant:\n",
        ),
        (
            Body(said("a\nb"), layout=Layout("\r\n", "")),
            "\r\n\r\nHuman: a\r\nb\r\n\r\nAssistant:",
        ),
        (
            Body(said("a\rb"), layout=Layout("\r\n", "\r\n")),
            "\n\nHuman: a\rb\n\nAssistant:\r\n",
        ),
        (
            Body((Message("user", " a", spaced=False),)),
            "\n\nHuman:  a\n\nAssistant:\n",
        ),
        (
            Body(said("a"), model="x-2.1", layout=Layout("\r\n", "")),
            "---\r\ntarget-model: x-2.1\r\n---\r\n\r\n\r\nHuman: a\r\n\r\nAssistant:",
        ),
        (
            Body(said("a"), "---\nb: c\n---", model="4"),
            '---\ntarget-model: "4"\n---\n---\nb: c\n---\n\nHuman: a\n\nAssistant:\n',
        ),
        (
            Body(said("a"), "---\nb: c\n..."),
            f"{DECLARED}---\nb: c\n...\n\nHuman: a\n\nAssistant:\n",
        ),
        (
            Body(said("a"), "\ufeffb"),
            f"{DECLARED}\ufeffb\n\nHuman: a\n\nAssistant:\n",
        ),
        (
            Body(said("a\n```\n", "b"), "```\n"),
            f"{DECLARED}```\n\n\nHuman: a\n```\n\n\nAssistant: b\n",
        ),
    ],
)
def test_messages_become_turns(body: Body, text: str) -> None:
    assert to_text(body) == text


@pytest.mark.parametrize(
    ("body", "reason", "where"),
    [
        (Body(()), Reason.ORDER, "messages"),
        (Body((Message("assistant", "a"),)), Reason.ORDER, "messages[0].role"),
        (Body(said("a")[:1] * 2), Reason.ORDER, "messages[1].role"),
        (Body(said("a", "b", " \n")), Reason.EMPTY, "messages[2].content"),
        (Body(said("a", "")), Reason.EMPTY, "messages[1].content"),
        (Body(said("a"), ""), Reason.EMPTY, "system"),
        (Body(said("a", "b ")), Reason.UNSUPPORTED, "messages[1].content"),
        (Body(said("\ud800")), Reason.UNSUPPORTED, "messages[0].content"),
        (Body(said("a"), model=""), Reason.UNSUPPORTED, "model"),
        (Body(said("a"), model="a\nb"), Reason.UNSUPPORTED, "model"),
    ],
)
def test_what_no_prompt_can_say_is_refused(
    body: Body, reason: Reason, where: str
) -> None:
    refused = to_text(body)
    assert isinstance(refused, Refused)
    assert (refused.reason, refused.where) == (reason, where)


@pytest.mark.parametrize(
    ("body", "where", "words"),
    [
        (Body(said("a\n\nHuman: b")), "messages[0].content", "`Human:`"),
        (Body(said("a", "b\n\nAssistant:")), "messages[1].content", "`Assistant:`"),
        (Body(said("a"), "b\r\n\r\nHuman: c"), "system", "a blank line and `Human:`"),
        (Body(said("a", "b\r", "c")), "messages[1].content", "carriage return"),
        (Body(said("a"), "b\r"), "system", "carriage return"),
        (Body(said("a"), "\nHuman: b"), "system", "begins with `Human:`"),
    ],
)
def test_what_would_be_misread_is_refused(body: Body, where: str, words: str) -> None:
    refused = to_text(body)
    assert isinstance(refused, Refused)
    assert (refused.reason, refused.where) == (Reason.MISREAD, where)
    assert words in refused.message
    assert str(refused).startswith(f"{where}: it ") or "carriage" in words


@pytest.mark.parametrize("body", ["", "---", "a: b\n---", "a: b\r\n...\r\n", "---\n"])
@pytest.mark.parametrize("opening", ["---\n", "--- \r\n", "---", "----\n", "\n---\n"])
def test_front_matter_is_what_the_formats_read(opening: str, body: str) -> None:
    text = f"{opening}{body}"
    reads = read_front_matter(text) != NOTHING
    assert begins_with_front_matter(text) == reads
