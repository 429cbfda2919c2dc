"""Reads, lints, fixes and rewrites every case with a hook that forbids the world.

Run as a program of its own, because an audit hook cannot be taken out again.
Prints how many documents it went through.
"""

import re
import sys
from pathlib import Path
from typing import Never

from prompt_lsp import formats
from prompt_lsp.analysis.engine import analyse
from prompt_lsp.analysis.fixer import fix_document
from prompt_lsp.analysis.remedies import offers
from prompt_lsp.config import Settings
from prompt_lsp.document.model import Source
from prompt_lsp.features.preview import preview
from prompt_lsp.prompt_tools.engines.offline.generate import generate
from prompt_lsp.prompt_tools.engines.offline.improve import improve
from prompt_lsp.prompt_tools.engines.offline.templatize import templatize
from prompt_lsp.prompt_tools.schema import Generate, Improve, Templatize, user

FORBIDDEN = ("open", "socket.", "subprocess.", "os.system", "os.exec", "os.remove")
FENCE = re.compile(r"^(`{3,})prompt([^\n]*)\n(.*?)^\1", re.MULTILINE | re.DOTALL)
NAMES = (
    "case.prompt.txt",
    "case.prompt.md",
    "case.prompty",
    "case.prompt",
)
WARM = "---\nvariables: {a: 1}\n---\n{{A}} <<B>> \u00a0`x`\n\nHuman: hi\n"
WARM_TOO = "Übersetze 17 Mai 2024 ins Englische und fasse den Text für Anna zusammen."


def main() -> None:
    """Warm up, seal, and go through all cases."""
    cases = Path(__file__).parent / "cases"
    texts = [
        match[3]
        for file in sorted(cases.rglob("*.md"))
        for match in FENCE.finditer(file.read_text(encoding="utf-8"))
    ]
    for name in NAMES:  # modules that are imported when needed are read from files
        go(name, WARM)
        go(name, WARM_TOO)
    sys.addaudithook(seal)
    for number, text in enumerate(texts):
        go(NAMES[number % len(NAMES)], text)
    sys.stdout.write(str(len(texts)))


def go(name: str, text: str) -> None:
    """One document, there and back."""
    document = formats.parse(
        (Source(name, text), Source("case.vars.json", '{"A": "b"}')), declared=True
    )
    report = analyse(document, Settings())
    offers(document, report.findings, Settings())
    fix_document(document, Settings(), unsafe=True)
    for prompt in range(len(document.prompts)):
        preview(document, Settings(), prompt=prompt)
    templatize(Templatize((user(text),)))
    improve(Improve((user(text),), feedback="Make it shorter, and answer in JSON"))
    generate(Generate(text))


def seal(event: str, _: object) -> None:
    """Raise where something reaches out."""
    if event.startswith(FORBIDDEN):
        escaped(event)


def escaped(event: str) -> Never:
    """Say what reached out."""
    raise PermissionError(event)


if __name__ == "__main__":
    main()
