"""The documented examples, as users see them: through the terminal and an editor.

Both faces give exactly the codes, severities and places of `cases/oracle.md`.
"""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.cases.reading import Case, read_file
from tests.lsp.raw import RawClient

FILE = Path(__file__).parent / "cases" / "oracle.md"
EXAMPLES = [pytest.param(case, id=case.title) for case in read_file(FILE)]
SEVERITIES = {1: "error", 2: "warning", 3: "information", 4: "hint"}

Seen = list[tuple[str, str, int, int]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    settings = 'text-completions = ["*.prompt.txt"]\n'
    (tmp_path / "prompt-lsp.toml").write_text(settings, encoding="utf-8")
    return tmp_path


def expected(case: Case) -> Seen:
    return [(note.code, note.severity, *note.span) for note in case.notes]


@pytest.mark.parametrize("case", EXAMPLES)
def test_in_the_terminal(case: Case, folder: Path) -> None:
    (folder / "case.prompt.txt").write_bytes(case.prompt.text.encode())
    done = subprocess.run(
        [sys.executable, "-m", "prompt_lsp", "check", "--output-format", "json", "."],
        cwd=folder,
        capture_output=True,
        check=False,
    )
    findings: list[dict[str, Any]] = json.loads(done.stdout)
    assert done.returncode == 1
    assert all(finding["path"] == "./case.prompt.txt" for finding in findings)
    assert expected(case) == [
        (
            finding["code"],
            finding["severity"],
            finding["start"]["offset"],
            finding["end"]["offset"],
        )
        for finding in findings
    ]


@pytest.mark.parametrize("case", EXAMPLES)
def test_in_an_editor(case: Case, folder: Path) -> None:
    file = folder / "case.prompt.txt"
    with RawClient([sys.executable, "-m", "prompt_lsp"]) as client:
        parameters = {
            "processId": None,
            "capabilities": {"general": {"positionEncodings": ["utf-32"]}},
            "workspaceFolders": [{"uri": folder.as_uri(), "name": "prompts"}],
        }
        assert "result" in client.ask(1, "initialize", parameters)
        client.notify("initialized", {})
        item = {"uri": file.as_uri(), "languageId": "plaintext", "version": 7}
        document = {**item, "text": case.prompt.text}
        client.notify("textDocument/didOpen", {"textDocument": document})
        published = client.notified("textDocument/publishDiagnostics")["params"]
    assert (published["uri"], published["version"]) == (file.as_uri(), 7)
    assert expected(case) == [
        (
            diagnostic["code"],
            SEVERITIES[diagnostic["severity"]],
            offset(case.prompt.text, diagnostic["range"]["start"]),
            offset(case.prompt.text, diagnostic["range"]["end"]),
        )
        for diagnostic in published["diagnostics"]
    ]
    assert {d["source"] for d in published["diagnostics"]} == {"prompt-lsp"}


def offset(text: str, position: dict[str, int]) -> int:
    """The offset of a position in code points; the examples use line feeds."""
    lines = text.split("\n")[: position["line"]]
    return sum(len(line) + 1 for line in lines) + position["character"]
