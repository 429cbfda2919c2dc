"""The pages about editors, and what stands in their fences.

A test of an editor takes its configuration from the page, so that the page is true.
"""

import re
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]

_FENCE = re.compile(r"^(`{3,})([^\n]*)\n(.*?)^\1$", re.MULTILINE | re.DOTALL)


class Fence(NamedTuple):
    """A block of a page: its language and its text."""

    language: str
    text: str


def fences(page: Path) -> list[Fence]:
    """The fences of a page, in order."""
    text = page.read_text(encoding="utf-8")
    return [Fence(found[2].strip(), found[3]) for found in _FENCE.finditer(text)]


def fence(name: str, language: str, number: int = 0) -> str:
    """One of the fences of a language in the page of an editor."""
    page = ROOT / "editors" / f"{name}.md"
    return [each.text for each in fences(page) if each.language == language][number]
