"""What a later turn asks for, what is said in passing, and data without a fence."""

import pytest

from prompt_lsp.prompt_tools.engines.offline.templatize import templatize
from prompt_lsp.prompt_tools.schema import Message, Templatize, user


def values(*texts: str, system: str | None = None) -> dict[str, str]:
    """What is taken out of messages, the user's and the assistant's in turn."""
    speakers = ("user", "assistant")
    messages = tuple(
        user(text) if speakers[at % 2] == "user" else Message("assistant", (text,))
        for at, text in enumerate(texts)
    )
    return dict(templatize(Templatize(messages, system)).variable_values)


@pytest.mark.parametrize(
    ("later", "taken"),
    [
        ("now one about kites", {"TOPIC": "kites"}),
        ("Thanks! Another one about kites, please.", {"TOPIC": "kites"}),
        ("Good, but make it about our kites", {"TOPIC": "our kites"}),
        ("Now in Norwegian please.", {"TARGET_LANGUAGE": "Norwegian"}),
        ("Make it shorter.", {}),
        ("Is this one about kites?", {}),
    ],
)
def test_a_later_turn(later: str, taken: dict[str, str]) -> None:
    assert values("Hello", "Hello!", later) == taken


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("Write a note. Calm but firm, under 90 words.", "TONE", "Calm but firm"),
        ("Write a toast for us. Two lines, witty.", "TONE", "witty"),
        ("Meet on 3 May at 5 pm in the old gym, please.", "LOCATION", "the old gym"),
        ('Write to my aunt and sign it with "Pip".', "NAME", "Pip"),
        ("A quiz on moss for 8th graders with 9 tasks.", "AUDIENCE", "8th graders"),
        ("Explain tides to a retired plumber.", "AUDIENCE", "a retired plumber"),
        ("Open Monday to Friday, it says.", "DAYS", "Monday to Friday"),
    ],
)
def test_what_is_said_in_passing(text: str, name: str, value: str) -> None:
    article = value.partition(" ")[2]
    assert values(text).get(name) in {value, article}


@pytest.mark.parametrize(
    "text",
    [
        "Answer with one of: warm, cold, formal.",
        "Move the call from Monday to Friday.",
        "Sign in with your account.",
    ],
)
def test_what_only_resembles_that_is_not_taken(text: str) -> None:
    assert {"TONE", "DAYS", "NAME"}.isdisjoint(values(text))


DIFF = "--- a/x.py\n+++ b/x.py\n-    return a\n+    return b"
YAML = "jobs:\n  test:\n    runs: make\n    on:\n      - push"


@pytest.mark.parametrize(("name", "block"), [("DIFF", DIFF), ("YAML", YAML)])
def test_data_that_no_fence_holds(name: str, block: str) -> None:
    asked = values(f"What is wrong here?\n\n{block}\n\nPlease answer in one line.")
    assert asked == {name: block}


def test_a_message_is_called_by_its_form() -> None:
    system = "You review changes to our code. List risks first."
    assert values(DIFF, system=system) == {"DIFF": DIFF}


@pytest.mark.parametrize(
    ("text", "taken"),
    [
        ('A guest wrote:\n\n"The tap drips."\n\nReply.', {"MESSAGE": "The tap drips."}),
        ("Read it. My question: may I swim?", {"QUESTION": "may I swim?"}),
        ("要約して。\n\n<手紙>\nお元気ですか。\n</手紙>", {"TEXT": "お元気ですか。"}),
        ("Mensagem do cliente:\nChegou tarde.", {"CUSTOMER_MESSAGE": "Chegou tarde."}),
    ],
)
def test_texts_of_others(text: str, taken: dict[str, str]) -> None:
    found = values(text)
    assert list(found.values()) == list(taken.values())
