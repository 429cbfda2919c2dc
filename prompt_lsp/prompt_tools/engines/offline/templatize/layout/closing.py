"""Where text to work on ends because the prompt goes on: `… Write a reply`."""

import re

from prompt_lsp.prompt_tools.engines.offline.templatize.layout.directions import (
    begins_with_verb,
    resumes,
)
from prompt_lsp.prompt_tools.engines.offline.templatize.layout.sheet import Sheet

_THING = (
    r"(?=(?:an?|the|this|that|these|it|me|us|all|any|each|both|one|two|three|four"
    r"|five|six|seven|eight|ten|\d{1,4}|up|out|what|which|how|whether|your) )"
)
# Orders that people give about a text, and that texts seldom give their readers.
_TASK = (
    r"(?:Analy[sz]e|Assess|Brainstorm|Categori[sz]e|Classify|Compare|Compose|Condense"
    r"|Critique|Decide|Describe|Determine|Draft|Estimate|Evaluate|Explain|Extract"
    r"|Formulate|Generate|Highlight|Identify|List|Outline|Paraphrase|Propose"
    r"|Proofread|Rank|Recommend|Rephrase|Rewrite|Shorten|Simplify|Suggest"
    r"|Summari[sz]e|Translate)\b(?! (?:your|my|me) )"
    r"|(?:Write|Create|Turn|Reply|Respond|Answer)\b(?! (?:back|soon|down|off|to me|left"
    r"|right)\b)"
    r"|(?:Adapt|Ask|Build|Check|Choose|Continue|Convert|Correct|Design|Develop|Edit"
    r"|Calculate|Compute|Count|Find|Fix|Format|Give|Grade|Group|Improve|Make|Name|Output"
    r"|Pick|Plan|Point|Polish|Return"
    r"|Predict|Prepare|Produce|Rate|Review|Score|Show|Solve|Sort|Tell|Transform) "
    + _THING
)
_CLOSING = re.compile(rf"[ \t]*(?:(?:Please|Now|Then|Finally),? )?(?:{_TASK})")
_SENTENCE = re.compile(
    r"(?<=[.!?])[\"”')]?[ ]{1,2}(?=(?:Please )?(?:Write|Draft|Compose|Create|Generate"
    r"|Suggest|Propose|Summari[sz]e|Rewrite|Translate|Classify"
    r"|Turn (?:this|it|these|the)|Make (?:it|this|a)|Reply (?:to|in|with|politely))\b"
    r"(?! (?:back|soon|to me|me)\b))"
)
_FOLLOWING = 3  # paragraphs that may follow the first of the orders
_NEAR = 400  # characters at the end of a line in which an order may begin


def resumes_at(sheet: Sheet, index: int) -> bool:
    """Whether the paragraph that begins at a line is an instruction again.

    A last paragraph that begins with an order is one, be it ever so plain.
    """
    paragraph, after = _paragraph(sheet, index)
    if resumes(paragraph):
        return True
    if _CLOSING.match(paragraph) is None:
        return False
    for _ in range(_FOLLOWING):
        while after < len(sheet.lines) and sheet.blank(after):
            after += 1
        if after == len(sheet.lines):
            return True
        following, after = _paragraph(sheet, after)
        if not begins_with_verb(following):
            return False
    return False


def order_within(sheet: Sheet, index: int) -> int:
    """Where, in the last line of a text or paragraph, an order begins; -1 if none.

    `Invoice: 300 euros, due in May. Write a reminder.`
    """
    if index + 1 < len(sheet.lines) and not sheet.blank(index + 1):
        return -1
    start, end = sheet.lines[index]
    found = _SENTENCE.search(sheet.text, max(start, end - _NEAR), end)
    return found.end() if found else -1


def order_below(sheet: Sheet, index: int) -> bool:
    """Whether the line below is the last one, and an order."""
    after = index + 1
    if after >= len(sheet.lines) or sheet.owner[after] or sheet.labels[after]:
        return False
    line = sheet.lines[after]
    if _CLOSING.match(sheet.text, line.start, line.end) is None:
        return False
    return all(map(sheet.blank, range(after + 1, min(after + 3, len(sheet.lines)))))


def _paragraph(sheet: Sheet, index: int) -> tuple[str, int]:
    """The paragraph that begins at a line, and the line after it."""
    end = index
    while end < len(sheet.lines) and not sheet.blank(end):
        end += 1
    return sheet.text[sheet.lines[index].start : sheet.lines[end - 1].end], end
