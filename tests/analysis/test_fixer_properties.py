"""What every fix promises, over generated prompts."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from prompt_lsp import formats
from prompt_lsp.analysis.engine import analyse
from prompt_lsp.analysis.fixer import fix_document, offers
from prompt_lsp.config import Settings
from prompt_lsp.document.model import Document, Source, Verdict
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


@given(texts, st.booleans(), st.booleans())
@example("\n\nHuman: a\n\n", True, True)
def test_generated_texts(text: str, declared: bool, unsafe: bool) -> None:  # noqa: FBT001
    check_fixing(text, declared=declared, unsafe=unsafe)
