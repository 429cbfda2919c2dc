"""What to do when the documents do not hold the answer.

A question that is asked of a document gets a rule for the case that it does not say:
without one, models guess.
"""

import re
from collections.abc import Sequence

from prompt_lsp.prompt_tools.engines.offline.improve.draft import Draft, Kind, said
from prompt_lsp.prompt_tools.engines.offline.improve.language import Language
from prompt_lsp.prompt_tools.engines.offline.improve.nouns import is_data, is_question
from prompt_lsp.prompt_tools.engines.offline.improve.phrases import Phrase, sentence
from prompt_lsp.prompt_tools.engines.offline.improve.telling import tags
from prompt_lsp.prompt_tools.engines.offline.improve.transformations.adding import (
    add_rule,
)
from prompt_lsp.prompt_tools.engines.offline.improve.transformations.output_format import (  # noqa: E501 - the path
    labels_of,
)

_ASKS = {
    Language.ENGLISH: (
        r"(?<!the )\banswer\b(?! with\b)[^.\n]{0,80}\bquestions?\b"
        r"|\bquestion[- ]answering\b"
    ),
    Language.GERMAN: r"\bbeantworte\w*\b",
    Language.FRENCH: r"\brépond\w*\b[^.\n]{0,60}\bquestions?\b",
    Language.SPANISH: r"\brespond\w*\b[^.\n]{0,60}\bpreguntas?\b",
    Language.PORTUGUESE: r"\brespond\w*\b[^.\n]{0,60}\bperguntas?\b",
    Language.JAPANESE: "質問に[^。\n]{0,20}答え|質問に[^。\n]{0,20}回答",
    Language.CHINESE: "回答[^。\n]{0,20}(?:问题|提问)",
}
_ASKING = {
    language: re.compile(text, re.IGNORECASE) for language, text in _ASKS.items()
}
# The verb, and not as the rules have it that are added here.
_ANSWERS = re.compile(
    r"(?<!the )(?<!an )(?<!you )(?<!this )\banswer(?:s|ing)?\b(?! (?:with|in)\b)",
    re.IGNORECASE,
)
_ACRONYMS = frozenset("faq cv csv json xml sql pdf html".split())
_NUMBER = re.compile(r"_(?:[a-z]|\d{1,2})\Z")
_JUDGES = re.compile(r"\b(?:grade|score|evaluate|assess|rate|judge)\b", re.IGNORECASE)
# What says something for the case that the answer is not there, in small letters.
_TOLD = (
    *(
        "n't ",
        "n’t ",
        "do not ",
        "does not ",
        "cannot",
        "can not ",
        "is not ",
        "are not ",
    ),
    *("not sure", "not enough", "not found", "unsure", "unknown", "uncertain"),
    *("insufficient", "missing", "absent", " lack", "say so", "only use", "only using"),
    *("only the", "guess", "no answer", "no information", "unable", "nicht ", "kein"),
    *(" n'", " n’", "ne sais", "ne contient", " pas ", "no está", "no sabe", "no hay"),
    *("não ", "ない", "ません", "わから", "没有", "不知道", "无法", "不要"),
)


def uncertainty(draft: Draft) -> Draft:
    """Say what to do where the answer is not in the documents."""
    if draft.language is None:
        return draft
    names = [block.name for block in draft.blocks if block.kind is Kind.SECTION]
    documents = [name for name in names if is_data(name)]
    if not documents:
        return draft
    told = f"{said(draft.blocks)}\n{draft.context}"
    asks = _ASKING[draft.language].search(told) or (
        any(map(is_question, names)) and _answers(told, draft.language)
    )
    if not asks or _is_told(told) or labels_of(told, draft.language):
        return draft
    rule = sentence(Phrase.UNKNOWN, draft.language)
    if draft.language is Language.ENGLISH:
        noun = _called(documents)
        verb = "do" if noun.endswith("s") else "does"
        rule = (
            f"If the {noun} {verb} not contain the answer, say so instead of guessing."
        )
    reason = f"added a rule for when {tags(documents)} do not hold the answer"
    if len(documents) == 1:
        reason = f"added a rule for when {tags(documents)} does not hold the answer"
    return add_rule(draft, rule, "uncertainty-added", reason)


def _is_told(text: str) -> bool:
    """Whether a text says something for the case that the answer is not there."""
    lowered = text.lower()
    return any(words in lowered for words in _TOLD)


def _called(documents: Sequence[str]) -> str:
    """What documents are called together: of `doc_1` and `doc_2` the docs."""
    bases = dict.fromkeys(_NUMBER.sub("", name) for name in documents)
    first = next(iter(bases)).replace("_", " ")
    first = first.upper() if first in _ACRONYMS else first
    if len(documents) == 1:
        return first if documents[0] in bases else documents[0].replace("_", " ")
    if len(bases) > 1:
        return "texts above"
    return first if first.endswith("s") else f"{first}s"


def _answers(told: str, language: Language) -> bool:
    """Whether an answer is asked for; English prompts have other queries, too."""
    if language is not Language.ENGLISH:
        return True
    return _ANSWERS.search(told) is not None and not _JUDGES.search(told)
