"""What models refuse: the one table of models, with the date it was last checked.

Model ids come in several spellings: the hosted API's, those of cloud platforms
with a prefix or a suffix, and aliases without a date.
"""

import re

CHECKED = "2026-11-21"

# The first version of each line that refuses an assistant prefill:
# "This model does not support assistant message prefill."
FIRST_WITHOUT_PREFILL = (4, 6)

_VERSION = re.compile(r"claude-(?:[a-z]+-)*(\d{1,2})(?:[-.](\d{1,2}))?(?!\d)")


def refuses_prefill(model: str) -> bool:
    """Whether a model refuses an answer that the prompt begins."""
    version = model_version(model)
    return version is not None and version >= FIRST_WITHOUT_PREFILL


def model_version(model: str) -> tuple[int, int] | None:
    """The version that the id of a Claude model says; None for any other id."""
    found = _VERSION.search(model.lower())
    return (int(found[1]), int(found[2] or 0)) if found else None
