"""A prompt is refused for the errors that the rules find, and for no others."""

import re

from hypothesis import example, given, settings

from prompt_lsp.analysis.engine import family_hits
from prompt_lsp.config import Settings
from prompt_lsp.document.model import Source
from prompt_lsp.formats import parse
from prompt_lsp.migrate import Reason, Refused, to_messages
from prompt_lsp.rules.rule import Severity
from tests.analysis.prompts import texts


@settings(max_examples=60, deadline=None)
@given(texts)
@example("")
@example("\\n\\nHuman: a\n\nAssistant: b\n\nHuman: c")
@example("\n\nHuman: a\nAssistant: b\n```\n\nHuman: c\n```\n")
def test_a_refusal_names_the_errors(text: str) -> None:
    document = parse((Source("case.txt", text),), declared=True)
    verdict = document.prompts[0].verdict
    assert verdict is not None
    hits = family_hits(document, Settings(), "TRN")
    errors = {hit.rule.code for hit in hits if hit.severity is Severity.ERROR}
    result = to_messages(document)
    if isinstance(result, Refused) and result.reason is Reason.WRONG_TURNS:
        named = set(re.findall(r"TRN\d{3}", result.message))
        # Where turns may come from elsewhere, the rules are milder than the API.
        assert named == errors or (verdict.open_turns and named > errors)
        assert ("check --fix" in result.message) == bool(errors)
    else:
        assert not errors
