"""What a finding says of characters that nobody sees."""

import pytest

from prompt_lsp import formats
from prompt_lsp.analysis.engine import family_hits
from prompt_lsp.config import Settings
from prompt_lsp.document.model import Source


def messages(text: str) -> list[str]:
    document = formats.parse((Source("case.prompt.txt", text),))
    return [raw.hit.message for raw in family_hits(document, Settings(), "VAR")]


@pytest.mark.parametrize(
    "unseen", ["\u200b", "\u200d", "\u202e", "\ufeff", "\x07", "\ufe0f", "\u3164"]
)
def test_a_character_that_nobody_sees_is_named(unseen: str) -> None:
    (message,) = messages(f"{{{{NA{unseen}ME}}}}")
    assert unseen not in message
    assert f"`NAU+{ord(unseen):04X}ME`" in message


def test_the_first_of_them_is_the_reason() -> None:
    (message,) = messages("{{NA\u200bM\u200dE}}")
    assert message.endswith("it holds characters that are not ASCII: U+200B")


def test_what_can_be_seen_is_not_named() -> None:
    (message,) = messages("{{gr\u00f6\u200b\u00dfe}}")
    assert message.endswith("it holds characters that are not ASCII")
