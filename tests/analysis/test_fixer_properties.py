"""What every fix promises, over generated prompts."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from prompt_lsp import formats
from prompt_lsp.analysis.engine import analyse
from prompt_lsp.analysis.fixer import fix_document
from prompt_lsp.analysis.remedies import offers
from prompt_lsp.config import Settings
from prompt_lsp.document.model import Document, Source
from prompt_lsp.document.tokens import INVISIBLE, WHITE_SPACE
from prompt_lsp.document.turn import Verdict
from prompt_lsp.document.verdict import sent_faults
from tests.analysis.prompts import HARD, texts

SETTINGS = Settings()


def read(text: str, *, declared: bool) -> Document:
    return formats.parse((Source("case.prompt.txt", text),), declared=declared)


def text_of(document: Document) -> str:
    return document.sources[0].text


def verdict_of(document: Document) -> Verdict | None:
    return document.prompts[0].verdict


def refused(verdict: Verdict | None) -> bool:
    return verdict is not None and any(sent_faults(verdict))


def check_fixing(text: str, *, declared: bool, unsafe: bool) -> None:
    before = read(text, declared=declared)
    assert not analyse(before, SETTINGS).crashes
    fixed = fix_document(before, SETTINGS, unsafe=unsafe)
    assert not fixed.unstable, "the passes converge"
    again = fix_document(fixed.document, SETTINGS, unsafe=unsafe)
    assert text_of(again.document) == text_of(fixed.document), "fixing is idempotent"
    left = analyse(fixed.document, SETTINGS).findings
    offered = offers(fixed.document, left, SETTINGS, unsafe=unsafe)
    assert not any(offered), "what could be fixed is fixed"
    if verdict_of(before) is not None:
        after = verdict_of(fixed.document)
        assert after is not None, "a repaired prompt stays text-completions"
        for had, has in zip(
            sent_faults(verdict_of(before)), sent_faults(after), strict=True
        ):
            assert had or not has, "an accepted end never becomes a refused one"


@pytest.mark.parametrize("declared", [True, False])
@pytest.mark.parametrize("unsafe", [True, False])
@pytest.mark.parametrize("text", HARD)
def test_hard_texts(text: str, declared: bool, unsafe: bool) -> None:  # noqa: FBT001
    check_fixing(text, declared=declared, unsafe=unsafe)


@settings(max_examples=400)
@given(texts, st.booleans(), st.booleans())
def test_generated_texts(text: str, declared: bool, unsafe: bool) -> None:  # noqa: FBT001
    check_fixing(text, declared=declared, unsafe=unsafe)


def what_the_model_reads(verdict: Verdict, text: str) -> list[tuple[str, str]]:
    """Roles and what they say, without what the API and the model do not care for.

    That is the white space and the invisible characters at the ends of turns.
    """
    blank = WHITE_SPACE + INVISIBLE
    first = verdict.turns[0].marker.separator.start if verdict.turns else len(text)
    said = [(str(turn.marker.role), turn.text.strip(blank)) for turn in verdict.turns]
    return [("system", text[:first].strip(blank)), *said]


@settings(max_examples=400)
@given(texts)
def test_safe_fixes_of_an_accepted_prompt_change_no_word(text: str) -> None:
    before = read(text, declared=True)
    verdict = verdict_of(before)
    assert verdict is not None
    if refused(verdict):
        return
    fixed = fix_document(before, SETTINGS, unsafe=False)
    after = verdict_of(fixed.document)
    assert after is not None
    assert what_the_model_reads(after, text_of(fixed.document)) == (
        what_the_model_reads(verdict, text)
    )


def words_of(text: str) -> list[str]:
    """What a text says, apart from turn markers and written-out line ends."""
    words = re.findall(r"[^\W_]+", re.sub(r"\\[rn]", " ", text))
    return [word for word in words if word.lower() not in ("human", "assistant")]


@settings(max_examples=400)
@given(texts, st.booleans())
def test_safe_fixes_say_nothing_new_and_drop_nothing(text: str, declared: bool) -> None:  # noqa: FBT001
    fixed = fix_document(read(text, declared=declared), SETTINGS, unsafe=False)
    assert words_of(text_of(fixed.document)) == words_of(text)
