"""Room to think, for models that do not think by themselves.

Only for the legacy profile, and only where the task takes more than one look: to
choose a label, to calculate, to judge, or to go through several steps. The answer then
stands in `<answer>`, where a program finds it.
"""

import re

from prompt_lsp.prompt_tools.engines.offline.improve.draft import Draft, Kind, said
from prompt_lsp.prompt_tools.engines.offline.improve.feedback.wish import Want
from prompt_lsp.prompt_tools.engines.offline.improve.language import Language
from prompt_lsp.prompt_tools.engines.offline.improve.phrases import Phrase, sentence
from prompt_lsp.prompt_tools.engines.offline.improve.transformations.adding import (
    add_rule,
)
from prompt_lsp.prompt_tools.engines.offline.improve.transformations.output_format import (  # noqa: E501 - the path
    labels_of,
)
from prompt_lsp.prompt_tools.engines.offline.profile import Profile

# In small letters.
_HARD = re.compile(
    r"\b(?:calculat\w+|solve\w*|comput\w+|how (?:many|much)|prove|diagnos\w+|evaluat\w+"
    r"|grade|score|assess\w*|determine whether"
    r"|rate (?:the|this|these|each|every|how|it|them)|decide (?:whether|if)|compare"
    r"|berechne\w*|löse|bewerte\w*|vergleiche\w*|calcul\w+|résou\w+|évalu\w+|compar\w+"
    r"|resuelv\w+|evalú\w+|resolv\w+|avali\w+)\b|計算|評価|比較|计算|评估|比较",
)
_SCORES = re.compile(r"\b(?:grade|score|rate)\b", re.IGNORECASE)
_REASONS = re.compile(r"\b(?:justif\w+|reasons?|explain\w*|why)\b", re.IGNORECASE)
# Words for thoughts, or for an answer that is nothing else, in small letters.
_THINKS = (
    *("<thinking", "<scratchpad", "<reasoning", "<answer", "step by step"),
    *("step-by-step", "think ", "think.", "think,", "reasoning", "json", "one word"),
    *("single word", "nothing else", "schritt für schritt", "étape par étape"),
    *("paso a paso", "passo a passo", "順を追って", "逐步"),
)
# In small letters.
_IN_TAGS = re.compile(
    r"\b(?:answer|output|respond|reply|return|put|write|give|provide|place|wrap|enclose"
    r"|antworte|gib|réponds|responde|responda)\b[^.\n<]{0,80}<([a-z][\w-]{0,40})>"
)
# Without one of these in it, a text needs no closer look.
_STEMS = (
    *("calcul", "solv", "comput", "how many", "how much", "prove", "diagnos"),
    "evaluat",
    *("grade", "score", "assess", "rate ", "determine whether", "decide ", "compar"),
    *("berechne", "löse", "bewert", "vergleich", "résou", "évalu", "resuelv", "evalú"),
    *("resolv", "avali", "計算", "評価", "比較", "计算", "评估", "比较"),
)
_STEP = re.compile(r"[ \t]*\d{1,2}[.)][ \t]")


def thinking(draft: Draft) -> Draft:
    """Ask for thoughts before the answer."""
    language = draft.language
    if draft.profile is not Profile.LEGACY or language is None:
        return draft
    told = said(draft.blocks)
    lowered = f"{told}\n{draft.context}".lower()
    if any(word in lowered for word in _THINKS) or _wants_bare_answer(draft):
        return draft
    if _has_tags(draft, lowered):
        return draft
    if not (labels_of(told, language) or _is_hard(told) or _has_steps(draft)):
        return draft
    if language is Language.ENGLISH and _SCORES.search(told):
        draft = _justified(draft, told)
    reason = "asked for thoughts in `<thinking>`, before the answer in `<answer>`"
    rule = sentence(Phrase.THINK, language)
    return add_rule(draft, rule, "thinking-added", reason)


def _is_hard(told: str) -> bool:
    lowered = told.lower()
    return any(stem in lowered for stem in _STEMS) and _HARD.search(lowered) is not None


def _has_tags(draft: Draft, lowered: str) -> bool:
    """Whether the prompt says already in which tags the answer stands."""
    data = {block.name for block in draft.blocks if block.kind is Kind.SECTION}
    return any(tag[1] not in data for tag in _IN_TAGS.finditer(lowered))


def _wants_bare_answer(draft: Draft) -> bool:
    bare = (Want.JSON, Want.ONE_WORD)
    return any(wish.want in bare for wish in draft.wishes)


def _has_steps(draft: Draft) -> bool:
    return any(
        block.kind is Kind.LIST and sum(map(bool, map(_STEP.match, lines))) >= 3
        for block in draft.blocks
        if (lines := block.text.split("\n"))
    )


def _justified(draft: Draft, told: str) -> Draft:
    if _REASONS.search(told):
        return draft
    reason = "asked for the reasons before the score"
    rule = sentence(Phrase.JUSTIFY, Language.ENGLISH)
    return add_rule(draft, rule, "justification-first", reason)
