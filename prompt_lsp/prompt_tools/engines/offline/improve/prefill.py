"""How the answer begins, where the model lets a prompt begin it.

A begun answer that the prompt has is kept. A model that refuses one gets an
instruction instead. A new one is only given to models of the legacy profile, and only
where the text says already that the answer begins so.
"""

import re

from prompt_lsp.document.models import refuses_prefill
from prompt_lsp.prompt_tools.engines.offline.improve.language import (
    Language,
    language_of,
)
from prompt_lsp.prompt_tools.engines.offline.improve.phrases import Phrase, sentence
from prompt_lsp.prompt_tools.engines.offline.profile import Profile
from prompt_lsp.prompt_tools.schema import Change, Improve, Message

REWORDED = Change(
    "prefill-reworded",
    "said in the prompt how the answer begins, for no answer may be begun here",
)
_ANSWER = re.compile(r"<answer>")
_THINKING = re.compile(r"<thinking>")
_ARRAY = re.compile(r"\b(?:arrays?|lists? of|JSON list)\b", re.IGNORECASE)


def given_prefill(job: Improve) -> tuple[str, ...]:
    """The begun answer of a prompt, without white space at its end; empty if blank."""
    last = job.messages[-1] if job.messages else None
    if last is None or last.role != "assistant":
        return ()
    texts = [*last.texts]
    while texts and not texts[-1].strip():
        texts.pop()
    return (*texts[:-1], texts[-1].rstrip()) if texts else ()


def is_refused(job: Improve) -> bool:
    """Whether no answer may be begun: the model refuses it, or there is no room."""
    return not job.prefill or refuses_prefill(job.target_model or "")


def as_instruction(text: str, prefill: str) -> str:
    """A text that says how the answer begins."""
    begun = prefill.strip()
    rule = sentence(
        Phrase.BEGIN,
        language_of(text) or Language.ENGLISH,
        text=f"\n{begun}" if "\n" in begun else begun,
    ).replace(": \n", ":\n")
    body = text.rstrip()
    return f"{body}\n\n{rule}" if body else rule


def new_prefill(job: Improve, text: str) -> Message | None:
    """The beginning of an answer that a text asks for; none for most."""
    if not job.prefill or Profile.of(job.target_model) is not Profile.LEGACY:
        return None
    begun = _begun(text)
    return Message("assistant", (begun,)) if begun else None


def _begun(text: str) -> str:
    if _THINKING.search(text):
        return "<thinking>" if "</thinking>" not in text else ""
    if _ANSWER.search(text):
        return "<answer>" if "</answer>" not in text else ""
    strict = any(sentence(Phrase.JSON, language) in text for language in Language)
    return "{" if strict and not _ARRAY.search(text) else ""
