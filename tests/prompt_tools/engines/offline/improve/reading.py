"""Reads the case files; their grammar is told in `cases/README.md`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from prompt_lsp.prompt_tools.schema import Improve, Message, user

_TITLE = re.compile(r"## +(.+)")
_FENCE = re.compile(r"(`{3,})(\w+)?(.*)")


@dataclass
class Case:
    """A job, and what shall come of it."""

    title: str
    texts: dict[str, str] = field(default_factory=dict)
    kinds: list[str] = field(default_factory=list)

    @property
    def job(self) -> Improve:
        begun = self.texts.get("begun")
        prefill = (Message("assistant", (begun,)),) if begun is not None else ()
        return Improve(
            (user(self.texts["prompt"]), *prefill),
            self.texts.get("system"),
            self.texts.get("feedback"),
            self.texts.get("model"),
            self.texts.get("context", ""),
        )

    @property
    def improved(self) -> str:
        return self.texts.get("improved", self.texts["prompt"])


def read_cases(path: Path) -> Iterator[Case]:
    """The cases of a file."""
    case, mark, kind = Case(""), "", ""
    lines: list[str] = []
    for line in path.read_text(encoding="utf-8").split("\n"):
        fence = _FENCE.fullmatch(line)
        if mark and fence and fence[1] == mark and not fence[2]:
            case.texts[kind], mark, lines = "\n".join(lines), "", []
        elif mark:
            lines.append(line)
        elif fence:
            mark, kind = fence[1], fence[2]
            case.kinds += fence[3].split()
        elif heading := _TITLE.fullmatch(line):
            if case.texts:
                yield case
            case = Case(heading[1])
    if case.texts:
        yield case
