"""A run-on list of things to do, as numbered steps.

`First, read the report. Then list its risks. Finally, rank them.` says an order:
each sentence becomes a step, with its words as they are. So does each part of a
sentence that runs on, as `Read it and find the risks, then rank them` does: of a long
one always, of another where feedback or the model's profile asks for steps.
"""

import re

from prompt_lsp.prompt_tools.engines.offline.improve.draft import Block, Draft, Kind
from prompt_lsp.prompt_tools.engines.offline.improve.feedback.wish import Want
from prompt_lsp.prompt_tools.engines.offline.improve.grammar import (
    NOUNS_TOO,
    begins_with_role,
    imperative_of,
    is_imperative,
    is_of_sequence,
    sentences,
)
from prompt_lsp.prompt_tools.engines.offline.improve.language import Language
from prompt_lsp.prompt_tools.engines.offline.profile import Profile

# Where a sentence may run on; `then` or a semicolon has to say that it does.
_JOINT = re.compile(
    r"(?P<order>(?:;|,)? (?:and )?(?=then )|; (?:and )?)|,? and |, ", re.IGNORECASE
)
_CONDITION = re.compile(
    r"\b(?:if|when|whenever|once|unless|otherwise)\b", re.IGNORECASE
)
_NOT = re.compile(r"(?:do not|don['’]t|never)\s", re.IGNORECASE)
# After `then` also a verb that we do not know is one, and a subject is none.
_THEN = re.compile(
    r"then (?!(?:the|an?|it|its|they|you|he|she|we|i|this|that|there|some|what|who)\b)"
    r"[a-z]{2,20} \S",
    re.IGNORECASE,
)
_LONGEST = 1_000
_SHORTEST = 12  # characters, in which three steps may be told
_LONG = 100  # characters, from which a sentence is hard to follow
# What follows a verb that may be a noun as well.
_OBJECT = re.compile(
    r"\w+ (?:the|an?|it|them|each|every|all|any|this|these|your|my|our|out|whether|what"
    r"|which|how|why)\b",
    re.IGNORECASE,
)
_FEWEST = 3
_MOST = 12


def numbered_steps(draft: Draft) -> Draft:
    """Number the steps of paragraphs that tell them one after the other."""
    if draft.language is None:
        return draft
    english = draft.language is Language.ENGLISH
    wished = any(wish.want is Want.STEPS for wish in draft.wishes)
    shortest = 0 if wished or draft.profile is Profile.LEGACY else _LONG
    blocks: list[Block] = []
    number = 0
    for block in draft.blocks:
        made = _steps(block, draft.language)
        if made == [block] and english:
            made = _of_run_on(block, shortest)
        if made != [block]:
            listed = next(one for one in made if one.kind is Kind.LIST)
            number += listed.text.count("\n") + 1
        blocks += made
    if not number:
        return draft
    reason = f"numbered {number} steps that stood in one paragraph"
    return draft.changed(blocks, "steps-numbered", reason)


def _of_run_on(block: Block, shortest: int) -> list[Block]:
    """A paragraph with the first sentence that runs on as steps."""
    if block.kind is not Kind.PROSE or "\n" in block.text or len(block.text) > _LONGEST:
        return [block]
    if "then " not in block.text and "; " not in block.text:
        return [block]
    told = [*sentences(block.text)]
    for at, sentence in enumerate(told):
        steps = _parts(sentence) if len(sentence) >= shortest else []
        if _FEWEST <= len(steps) <= _MOST:
            return _listed(block, told[:at], steps, told[at + 1 :], " ")
    return [block]


def _parts(sentence: str) -> list[str]:
    """What a sentence tells to do one after the other; nothing where no order is."""
    bare = sentence.rstrip(" .")
    joints = [*_JOINT.finditer(bare)]
    ordered = any(joint["order"] for joint in joints)
    if not ordered or _CONDITION.search(bare) or bare.endswith((":", "?", "!")):
        return []
    parts: list[str] = []
    start = 0
    for joint in joints:
        if _is_step(bare[joint.end() :], strict=joint["order"] is None):
            parts.append(bare[start : joint.start()])
            start = joint.end()
    parts.append(bare[start:])
    fit = is_imperative(parts[0]) and all(" " in part for part in parts)
    return [f"{part[0].upper()}{part[1:]}." for part in parts] if fit else []


def _is_step(text: str, *, strict: bool) -> bool:
    """Whether a text begins with something to do; strictly, with nothing but a verb."""
    verb = imperative_of(text)
    if verb is not None:
        return not (strict and verb in NOUNS_TOO and not _OBJECT.match(text))
    return not strict and (_NOT.match(text) or _THEN.match(text)) is not None


def _steps(block: Block, language: Language) -> list[Block]:
    if block.kind is not Kind.PROSE or "\n" in block.text or len(block.text) > 4_000:
        return [block]
    if len(block.text) < _SHORTEST:
        return [block]
    told = [*sentences(block.text)]
    ordered = [is_of_sequence(sentence, language) for sentence in told]
    if sum(ordered) < _FEWEST - 1:
        return [block]
    start = _first_step(told, ordered.index(True), language)
    end = len(ordered) - ordered[::-1].index(True)
    if not _FEWEST <= end - start <= _MOST:
        return [block]
    gap = "" if re.search(r"[。！？]", block.text) else " "
    return _listed(block, told[:start], told[start:end], told[end:], gap)


def _first_step(told: list[str], ordered: int, language: Language) -> int:
    """Where the steps begin: with what stands right before the first `then`."""
    if language is not Language.ENGLISH:
        opens = ordered == 1 and not begins_with_role(told[0])
        return 0 if opens and told[0].endswith((".", "!", "。", "！")) else ordered
    while ordered and is_imperative(told[ordered - 1]):
        ordered -= 1
    return ordered


def _listed(
    block: Block, before: list[str], steps: list[str], after: list[str], gap: str
) -> list[Block]:
    """Steps as a list, between what stands before and after them in a paragraph."""
    lines = (f"{number}. {step}" for number, step in enumerate(steps, start=1))
    made = [Block("\n".join(lines), Kind.LIST)]
    if before:
        made.insert(0, block._replace(text=gap.join(before)))
    if after:
        made.append(Block(gap.join(after)))
    return [made[0]._replace(glued=block.glued), *made[1:]]
