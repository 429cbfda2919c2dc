"""The pipelines of the page about them, on a repository with a copy of our own."""

import os
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from prompt_lsp.__main__ import main
from tests.editors.pages import Fence, fences

ROOT = Path(__file__).parent.parent
PAGE = fences(ROOT / "docs" / "ci.md")
FINDING = "Human: hi\n\nAssistant: \n"
COPY = "./tools/prompt-lsp"


def read(fence: Fence) -> Any:  # noqa: ANN401 - whatever YAML holds
    return YAML(typ="safe").load(fence.text)


def example(name: str) -> Fence:
    """The file of the page that has a name."""
    return next(each for each in PAGE if each.text.startswith(f"# {name}\n"))


def commands() -> list[str]:
    """What the page has a pipeline check, as it is typed there."""
    lines = [line for each in PAGE for line in each.text.splitlines()]
    typed = [line.strip().removeprefix("- ") for line in lines]
    return [line for line in typed if line.startswith("prompt-lsp check")]


def workflow() -> dict[str, str]:
    """What the workflow of the page gives to the action."""
    (job,) = read(example(".github/workflows/prompts.yml"))["jobs"].values()
    given: dict[str, str] = next(
        step["with"] for step in job["steps"] if step["uses"] == COPY
    )
    return given


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository without a mistake but those of the copy."""
    (tmp_path / "prompts").mkdir()
    (tmp_path / "prompts" / "a.md").write_text("Say hello.\n")
    examples = tmp_path / COPY / "tests" / "examples" / "prompts"
    examples.mkdir(parents=True)
    (examples / "broken.prompt").write_text(FINDING)
    (tmp_path / COPY / "pyproject.toml").write_text("[project]\n")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_copy_has_mistakes(repository: Path) -> None:
    assert main(["check", str(repository)]) == 1


def test_the_action(repository: Path) -> None:
    paths = workflow()["paths"].splitlines()
    assert main(["check", *paths]) == 0
    (repository / "prompts" / "b.prompt").write_text(FINDING)
    assert main(["check", *paths]) == 1


@pytest.mark.skipif(os.name != "posix", reason="pipelines run in a shell")
def test_the_commands(repository: Path) -> None:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"

    def code(command: str) -> int:
        return subprocess.run(
            ["bash", "-c", command],
            check=False,
            capture_output=True,
            env=os.environ | {"PATH": path},
        ).returncode

    typed = commands()
    assert len(typed) == 3
    assert [code(each) for each in typed] == [0, 0, 0]
    (repository / "prompts" / "b.prompt").write_text(FINDING)
    assert [code(each) for each in typed] == [1, 1, 1]


def test_leaving_the_copy_out(repository: Path) -> None:
    (repository / "prompt-lsp.toml").write_text(example("prompt-lsp.toml").text)
    assert main(["check", "."]) == 0


def test_the_hooks(repository: Path) -> None:
    defined = YAML(typ="safe").load((ROOT / ".pre-commit-hooks.yaml").read_text())
    entries = {hook["id"]: shlex.split(hook["entry"])[1:] for hook in defined}
    configured = read(example(".pre-commit-config.yaml"))["repos"]
    assert {hook["id"] for repo in configured for hook in repo["hooks"]} <= {*entries}
    ((hook,),) = (read(each) for each in PAGE if "pass_filenames" in each.text)
    command = [*entries[hook["id"]], *hook["args"]]
    assert main(command) == 0
    (repository / "prompts" / "a.vars.json").write_text("{")
    assert main(command) == 1
