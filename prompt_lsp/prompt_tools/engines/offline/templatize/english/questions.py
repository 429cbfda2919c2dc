"""Questions about a text beside them: `Based on the table, which is cheapest?`."""

import re
from collections.abc import Iterator

from prompt_lsp.prompt_tools.engines.offline.templatize.candidate import Candidate
from prompt_lsp.prompt_tools.engines.offline.templatize.english.words import Words
from prompt_lsp.text import Span

_LEAD = re.compile(
    r"(?i)(?:based (?:only |solely )?on|using(?: only)?|according to|from|given"
    r"|considering|with)[ ](?:the|this|these|my|our|its)[ ][^\r\n?.!:,]{2,60}"
    r"(?:,[ ]|:[ ]|[ ]-[ ])(?:(?:please )?(?:answer|tell me)"
    r"(?: (?:the|this|my)(?: following)? question)?[:,]?[ ])?"
)
_ASKED = re.compile(
    r"(?i)(?:who|whom|whose|what|which|when|where|why|how|is|are|was|were|do|does|did"
    r"|can|could|has|have|will|would|should)\b[^\r\n?]{4,300}\?"
)
_SURE = 0.9
LEADS = frozenset("based using according from given considering with".split())


def question(text: str, words: Words) -> Iterator[Candidate]:
    """What is asked about a text that the same sentence points to."""
    lead = _LEAD.match(text, words[0].start)
    asked = _ASKED.match(text, lead.end()) if lead else None
    if asked is not None and "{{" not in asked[0]:
        yield Candidate("QUESTION", Span(*asked.span()), _SURE)
