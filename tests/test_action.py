"""The action for GitHub's workflows: its steps are run as a runner runs them."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from ruamel.yaml import YAML

ROOT = Path(__file__).parent.parent
ACTION = YAML(typ="safe").load((ROOT / "action.yml").read_text(encoding="utf-8"))
STEPS = {step["name"]: step for step in ACTION["runs"]["steps"]}
INSTALLS = pytest.mark.skipif(
    os.environ.get("PROMPT_LSP_EDITORS") != "1",
    reason="it installs from PyPI; PROMPT_LSP_EDITORS=1 has it run",
)
FINDING = "Human: hi\n\nAssistant: \n"
SHIM = f'#!/bin/sh\nexec "{sys.executable}" -m prompt_lsp "$@"\n'

_INPUT = re.compile(r"\$\{\{ inputs\.([\w-]+) \}\}")

posix = pytest.mark.skipif(os.name != "posix", reason="the stand-in is a shell script")


class Ran(NamedTuple):
    """What came of a step."""

    code: int
    out: str
    outputs: dict[str, str]


def run(step: str, folder: Path, bin_: str = "", **inputs: str) -> Ran:
    """Run a step in a folder, with some inputs."""
    given = {name: each["default"] for name, each in ACTION["inputs"].items()}
    given |= {name.replace("_", "-"): value for name, value in inputs.items()}
    told = {
        name: _INPUT.sub(lambda found: given[found[1]], value).replace(
            "${{ steps.install.outputs.bin }}", bin_
        )
        for name, value in STEPS[step]["env"].items()
    }
    assert "${{" not in "".join(told.values())
    output = folder.parent / "output"
    output.touch()
    (folder.parent / "temp").mkdir(exist_ok=True)
    runner = {
        "GITHUB_OUTPUT": str(output),
        "GITHUB_ACTION_PATH": str(ROOT),
        "RUNNER_TEMP": str(folder.parent / "temp"),
        "PYTHONPATH": str(ROOT),
    }
    done = subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", STEPS[step]["run"]],
        check=False,
        capture_output=True,
        text=True,
        cwd=folder,
        env=os.environ | told | runner,
    )
    lines = output.read_text().splitlines()
    said = done.stdout + done.stderr
    return Ran(done.returncode, said, dict(line.split("=", 1) for line in lines))


@pytest.fixture
def work(tmp_path: Path) -> Path:
    """A folder with a prompt that has findings."""
    folder = tmp_path / "work"
    folder.mkdir()
    (folder / "a.prompt").write_text(FINDING)
    return folder


@pytest.fixture
def bin_(tmp_path: Path) -> str:
    """A folder with a `prompt-lsp` of this tree."""
    shim = tmp_path / "bin" / "prompt-lsp"
    shim.parent.mkdir()
    shim.write_text(SHIM)
    shim.chmod(0o755)
    return str(shim.parent)


def report(sarif: str) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(Path(sarif).read_text())["runs"][0]
    return read


def codes(sarif: str) -> set[str]:
    return {found["ruleId"] for found in report(sarif)["results"]}


@posix
def test_findings_are_annotated_and_kept(work: Path, bin_: str) -> None:
    ran = run("Check prompts", work, bin_)
    assert ran.code == 1
    assert "::warning file=a.prompt,line=1" in ran.out
    assert "TRN006" in codes(ran.outputs["sarif"])


@posix
def test_inputs_count(work: Path, bin_: str) -> None:
    assert run("Check prompts", work, bin_, fail_on="error").code == 0
    ran = run("Check prompts", work, bin_, args="--select  VAR\n--ignore DOC")
    assert (ran.code, codes(ran.outputs["sarif"])) == (0, set())
    (work / "b c.prompt").write_text("Hello {{X}}")
    (work / "d.prompt").write_text("Hello {{X}}")
    for paths in ("b c.prompt\n\nd.prompt\n", "b c.prompt\r\nd.prompt\r\n"):
        assert run("Check prompts", work, bin_, paths=paths).code == 0


@posix
def test_trouble_fails_and_hides_no_findings(work: Path, bin_: str) -> None:
    (work / "b.prompt").write_bytes(b"\xff\xfeU\0")
    ran = run("Check prompts", work, bin_)
    assert ran.code == 2
    assert "b.prompt" in ran.out
    assert "TRN006" in codes(ran.outputs["sarif"])
    (invocation,) = report(ran.outputs["sarif"])["invocations"]
    (told,) = invocation["toolExecutionNotifications"]
    assert "UTF-8" in told["message"]["text"]


@posix
def test_arguments_that_mean_nothing_leave_nothing(work: Path, bin_: str) -> None:
    ran = run("Check prompts", work, bin_, args="--nonsense")
    assert (ran.code, ran.outputs) == (2, {})
    assert "--nonsense" in ran.out


@posix
@pytest.mark.parametrize(
    "args",
    [
        "--diff",
        "--help",
        "-h",
        "--select VAR --output-format json",
        "--output-format=text",
        "--stdin-filename=a.prompt",
        "-",
        "-- b.prompt",
    ],
)
def test_what_is_printed_is_not_for_arguments(work: Path, bin_: str, args: str) -> None:
    ran = run("Check prompts", work, bin_, args=args)
    assert (ran.code, ran.outputs) == (2, {})
    (line,) = ran.out.splitlines()
    assert re.match(r"::error::`-\S*` has no place in `args`", line)


@posix
def test_two_runs_in_a_job_keep_apart(work: Path, bin_: str) -> None:
    (work / "b.prompt").write_text("Hello {{X}}")
    first = run("Check prompts", work, bin_, paths="a.prompt").outputs["sarif"]
    second = run("Check prompts", work, bin_, paths="b.prompt").outputs["sarif"]
    assert "TRN006" in codes(first)
    assert "TRN006" not in codes(second)
    upload = STEPS["Upload findings"]["with"]
    assert upload["category"] == "${{ inputs.category }}"


@posix
def test_no_input_is_read_as_code(work: Path, bin_: str) -> None:
    for evil in ("$(touch owned)", "`touch owned`", "; touch owned", "--fix"):
        run("Check prompts", work, bin_, paths=evil)
    run("Check prompts", work, bin_, args="; touch owned $(touch owned)")
    assert not (work / "owned").exists()
    assert (work / "a.prompt").read_text() == FINDING
    for step in STEPS.values():
        assert "${{" not in step.get("run", "")


def test_an_old_python_is_told(work: Path, tmp_path: Path) -> None:
    old = tmp_path / "old"
    old.write_text("#!/bin/sh\nexit 1\n")
    old.chmod(0o755)
    ran = run("Install prompt-lsp", work, python=str(old))
    assert ran.code == 2
    assert ran.out.startswith("::error::prompt-lsp needs Python 3.11 or later")


def test_it_installs_nothing_else() -> None:
    script = STEPS["Install prompt-lsp"]["run"]
    (line,) = (line for line in script.splitlines() if "install" in line)
    assert line.endswith(' "$GITHUB_ACTION_PATH"')


@INSTALLS
def test_it_installs_itself(work: Path) -> None:
    ran = run("Install prompt-lsp", work, python=sys.executable)
    assert ran.code == 0, ran.out
    assert run("Check prompts", work, ran.outputs["bin"]).code == 1


def test_the_page_has_every_input() -> None:
    page = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
    rows = dict(
        re.findall(r"^\| `([\w-]+)` \|.*\| (`?[^|`]+`?) \|$", page, re.MULTILINE)
    )
    assert rows == {
        name: f"`{each['default']}`" if each["default"] else "none"
        for name, each in ACTION["inputs"].items()
    }
