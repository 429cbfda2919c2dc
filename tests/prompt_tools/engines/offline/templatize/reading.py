"""Reads case files of templatize; the grammar is told in `cases/README.md`."""

import re
from pathlib import Path
from typing import NamedTuple

from prompt_lsp.prompt_tools.schema import Message, Templatize, user

_MARK = re.compile("⟦([^⟦⟧|]*)\\|([A-Z0-9_]+)⟧")
_FENCE = re.compile(r"(`{3,})(prompt|system|prefill)\n((?:.*\n)*?)\1\n")


class Case(NamedTuple):
    """A prompt, and what comes of it."""

    title: str
    job: Templatize
    texts: tuple[str, ...]
    values: dict[str, str]


def read_cases(path: Path) -> list[Case]:
    """The cases of a file, in order."""
    found = re.split(r"(?m)^## +", path.read_text(encoding="utf-8"))[1:]
    return [_case(part) for part in found]


def _case(part: str) -> Case:
    fences = [(one[2], one[3].removesuffix("\n")) for one in _FENCE.finditer(part)]
    assert fences, f"no fence in {part.splitlines()[0]}"
    plain = {kind: _MARK.sub(r"\1", text) for kind, text in fences}
    messages = tuple(
        user(_MARK.sub(r"\1", text)) for kind, text in fences if kind == "prompt"
    )
    if "prefill" in plain:
        messages += (Message("assistant", (plain["prefill"],)),)
    values = {one[2]: one[1] for _, text in fences for one in _MARK.finditer(text)}
    made = tuple(_MARK.sub(r"{{\2}}", text) for _, text in fences)
    job = Templatize(messages, plain.get("system"))
    return Case(part.splitlines()[0], job, made, values)
