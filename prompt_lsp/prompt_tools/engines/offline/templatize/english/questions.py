"""Questions about a text beside them: `Based on the table, which is cheapest?`."""

import re
from collections.abc import Iterator

from prompt_lsp.prompt_tools.engines.offline.templatize.candidate import (
    Candidate,
    Reading,
)
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


def question(reading: Reading) -> Iterator[Candidate]:
    """What is asked about a text that the same sentence points to."""
    if reading.role == "system":
        return
    for prose in reading.prose:
        for lead in _LEAD.finditer(reading.text, prose.start, prose.end):
            asked = _ASKED.match(reading.text, lead.end(), prose.end)
            if asked is not None and "{{" not in asked[0]:
                yield Candidate("QUESTION", Span(*asked.span()), _SURE)
