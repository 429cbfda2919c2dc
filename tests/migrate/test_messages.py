"""What a prompt becomes."""

import pytest

from prompt_lsp.document.model import Document, Source
from prompt_lsp.document.parser import parse_part, parse_prompt
from prompt_lsp.document.source_map import Kind, Segment, SourceMap
from prompt_lsp.migrate import Layout, Message, Reason, Refused, to_messages
from prompt_lsp.text import Span
from tests.migrate.prompts import converted, read

Told = tuple[str | None, list[tuple[str, str]]]


def told(text: str, name: str = "case.prompt") -> Told:
    body = converted(text, name)
    return body.system, [(one.role, one.content) for one in body.messages]


@pytest.mark.parametrize(
    ("text", "system", "messages"),
    [
        ("\n\nHuman: Hi\n\nAssistant:", None, [("user", "Hi")]),
        ("Be kind.\n\nHuman: Hi\n\nAssistant:", "Be kind.", [("user", "Hi")]),
        (" \n\nHuman: Hi\n\nAssistant:", None, [("user", "Hi")]),
        (" Be\n\n\nHuman: Hi\n\nAssistant:", " Be\n", [("user", "Hi")]),
        ("System: Be\n\nHuman: Hi\n\nAssistant:", "System: Be", [("user", "Hi")]),
        (
            "\n\nHuman: Hi \n\n\nAssistant:  Hello\t\n\nHuman:\nA\n\nAssistant: \n",
            None,
            [("user", "Hi \n"), ("assistant", " Hello\t"), ("user", "\nA")],
        ),
        (
            "\n\nHuman: Hi\n\nAssistant: {\n \n",
            None,
            [("user", "Hi"), ("assistant", "{")],
        ),
        (
            "\n\nHuman: a \n\nHuman: b\n\nAssistant: c\n\nAssistant: d \n\nAssistant:",
            None,
            [("user", "a \n\nb"), ("assistant", "c\n\nd")],
        ),
        ("Human: Hi\n\nAssistant:", None, [("user", "Hi")]),
        (
            "\n\nHuman: Say {{X}}\nhuman: no\n\nUser: no\n\nAssistant:",
            None,
            [("user", "Say {{X}}\nhuman: no\n\nUser: no")],
        ),
    ],
)
def test_turns_become_messages(
    text: str, system: str | None, messages: list[tuple[str, str]]
) -> None:
    assert told(text) == (system, messages)


def test_quoted_markers_are_turns_for_the_api() -> None:
    quoted = "\n\nHuman: Log:\n```\n\n\nAssistant: a\n\nHuman: b\n```\n\nAssistant:"
    assert told(quoted) == (
        None,
        [("user", "Log:\n```\n"), ("assistant", "a"), ("user", "b\n```")],
    )


def test_line_ends_are_line_feeds_where_the_turns_need_it() -> None:
    body = converted("Be\r\nkind.\r\n\r\nHuman: a\r\nb\rc\r\n\r\nAssistant: d\r\ne\r\n")
    assert body.system == "Be\nkind."
    assert [one.content for one in body.messages] == ["a\nb\nc", "d\ne"]
    assert body.layout == Layout("\r\n", "\r\n")


def test_line_ends_are_kept_where_the_turns_have_line_feeds() -> None:
    body = converted("Be\r\nkind.\n\nHuman: a\r\nb\n\nAssistant:\r\n")
    assert body.system == "Be\r\nkind."
    assert body.messages == (Message("user", "a\r\nb"),)
    assert body.layout == Layout("\n", "\r\n")


def test_the_prompt_names_the_model_if_one_does() -> None:
    turns = "\n\nHuman: Hi\n\nAssistant:"
    assert converted(turns).model is None
    assert converted(f"---\nmodel: claude-2.1\n---\n{turns}").model == "claude-2.1"
    declared = "---\nvariables:\n  X: 1\n---\n"
    assert converted(declared + turns) == converted(turns)


def test_a_body_that_its_host_trims_ends_with_a_line_end() -> None:
    prompty = "---\nname: x\n---\nHuman: Hi\n\nAssistant: x  \n\n"
    body = converted(prompty, "case.prompty")
    assert [one.content for one in body.messages] == ["Hi", "x"]
    assert body.layout == Layout("\n", "\n")


@pytest.mark.parametrize(
    ("text", "reason", "where", "words"),
    [
        ("Hello", Reason.NO_TURNS, "", "no text-completions prompt"),
        ("\n\nHuman: Hi", Reason.WRONG_TURNS, "", "(TRN002); run `prompt-lsp check"),
        ("\n\nHuman: a\n\nassistant:", Reason.WRONG_TURNS, "", "(TRN009)"),
        ("\n\nHuman: a \nAssistant:", Reason.WRONG_TURNS, "", "(TRN005)"),
        ("\n\nHuman: a\n\n\u200bAssistant:", Reason.WRONG_TURNS, "", "(TRN014)"),
        (r"\n\nHuman: a\n\nAssistant:", Reason.WRONG_TURNS, "", "(TRN010)"),
        (
            "```\n\n\nAssistant:\n```\n\nHuman: a\n\nAssistant:",
            Reason.WRONG_TURNS,
            "",
            "(TRN013)",
        ),
        (
            "\n\nAssistant: a\n\nHuman: b",
            Reason.WRONG_TURNS,
            "",
            "(TRN003, TRN004)",
        ),
        (
            "\n\nHuman: a\n\nAssistant: b\n\nHuman: c\n{{CHAT_HISTORY}}\n",
            Reason.WRONG_TURNS,
            "",
            "stands for turns of it (TRN004)",
        ),
        (
            "---\ntitle: x\n---\n\n\nHuman: a\n\nAssistant: \n\nHuman: b\n\nAssistant:",
            Reason.EMPTY_TURN,
            "line 8",
            "Assistant turn is empty (TRN012)",
        ),
    ],
)
def test_what_is_no_conversation_is_refused(
    text: str, reason: Reason, where: str, words: str
) -> None:
    refused = to_messages(read(text))
    assert isinstance(refused, Refused)
    assert (refused.reason, refused.where) == (reason, where)
    assert words in refused.message


def test_a_document_without_a_prompt_is_refused() -> None:
    refused = to_messages(read("[]", "case.messages.json"))
    assert isinstance(refused, Refused)
    assert str(refused) == "it is messages in JSON, no text-completions prompt"


def test_messages_already_are_refused() -> None:
    text = '---\nmodel: x\n---\n{{role "system"}}a{{role "user"}}\n\nHuman: b'
    refused = to_messages(read(text))
    assert isinstance(refused, Refused)
    assert refused.reason is Reason.NO_TURNS


def test_text_that_code_puts_together_is_refused() -> None:
    text = "\n\nHuman: \ue000\n\nAssistant:"
    verbatim, hole = Kind.VERBATIM, Kind.HOLE
    segments = (
        Segment(verbatim, Span(0, 9), Span(0, 9)),
        Segment(hole, Span(9, 10), Span(9, 12)),
        Segment(verbatim, Span(10, 22), Span(12, 24)),
    )
    prompt = parse_prompt((parse_part(text, SourceMap(segments)),))
    refused = to_messages(Document("x", (Source("x", text),), (prompt,)))
    assert isinstance(refused, Refused)
    assert refused.reason is Reason.INTERPOLATED
