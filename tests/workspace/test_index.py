import os
from pathlib import Path

import pytest

from prompt_lsp.workspace.configuration import Configuration
from prompt_lsp.workspace.index import Index


class Workspace:
    """An index over a folder, and which files were examined."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.examined: list[str] = []
        configuration = Configuration(
            [root], environment={}, user_file=root / "no" / "config.toml"
        )
        self.index = Index(configuration, self._examine)

    def _examine(self, path: str) -> str:
        self.examined.append(Path(path).name)
        return Path(path).read_text("utf-8")

    def put(self, name: str, text: str = "") -> str:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        return str(path)

    def poll(self, known: dict[str, str] | None = None) -> dict[str, str]:
        """What is new, by name; what the asker knows is brought up to date."""
        known = {} if known is None else known
        new = {}
        for report in self.index.reports(dict(known)):
            known[report.path] = report.result_id
            if report.result is not None:
                new[Path(report.path).name] = report.result
        return new


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return Workspace(tmp_path)


def test_a_poll_reads_each_file_once(workspace: Workspace) -> None:
    workspace.put("b.prompt", "B")
    workspace.put("a.prompt", "A")
    workspace.put("a.md", "no prompt")
    workspace.index.refresh([workspace.root])
    known: dict[str, str] = {}
    assert list(workspace.poll(known).items()) == [("a.prompt", "A"), ("b.prompt", "B")]
    assert workspace.poll(known) == {}
    assert workspace.poll() == {"a.prompt": "A", "b.prompt": "B"}
    assert workspace.examined == ["a.prompt", "b.prompt"]


def test_nothing_is_examined_before_somebody_asks(workspace: Workspace) -> None:
    workspace.put("a.prompt")
    workspace.index.refresh([workspace.root])
    assert workspace.examined == []


def test_events_keep_the_index(workspace: Workspace) -> None:
    a = workspace.put("a.prompt", "A")
    known: dict[str, str] = {}
    workspace.index.refresh([workspace.root])
    workspace.poll(known)
    workspace.put("a.prompt", "AA")
    assert workspace.poll(known) == {}
    workspace.index.changed(a)
    assert workspace.poll(known) == {"a.prompt": "AA"}
    b = workspace.put("b.prompt", "B")
    workspace.index.changed(b)
    assert workspace.poll(known) == {"b.prompt": "B"}
    Path(a).unlink()
    workspace.index.removed(a)
    assert a not in workspace.index
    assert list(workspace.index) == [b]
    assert workspace.poll() == {"b.prompt": "B"}


def test_what_is_no_prompt_stays_outside(workspace: Workspace) -> None:
    workspace.put(".gitignore", "build/\n")
    for name in ("a.md", "build/a.prompt", "node_modules/a.prompt"):
        workspace.index.changed(workspace.put(name))
    workspace.index.changed(workspace.root / "missing.prompt")
    workspace.index.changed(workspace.root / "nul\0.prompt")
    assert list(workspace.index) == []


def test_a_folder_is_removed_with_what_is_in_it(workspace: Workspace) -> None:
    for name in ("a/x.prompt", "a/b/x.prompt", "ab/x.prompt"):
        workspace.put(name)
    workspace.index.refresh([workspace.root])
    workspace.index.removed(workspace.root / "a")
    assert list(workspace.index) == [str(workspace.root / "ab" / "x.prompt")]


def test_a_sidecar_changes_its_prompt(workspace: Workspace) -> None:
    workspace.put("a.prompt", "A")
    workspace.put("b.prompt", "B")
    workspace.index.refresh([workspace.root])
    workspace.poll()
    sidecar = workspace.put("a.vars.json", "{}")
    workspace.index.changed(sidecar)
    workspace.poll()
    assert workspace.examined == ["a.prompt", "b.prompt", "a.prompt"]
    Path(sidecar).unlink()
    workspace.index.removed(sidecar)
    workspace.poll()
    assert workspace.examined[3:] == ["a.prompt"]
    workspace.put("b.vars.yaml", "{}")
    workspace.index.refresh([workspace.root])
    workspace.poll()
    assert workspace.examined[4:] == ["b.prompt"]


def test_a_refresh_examines_what_has_another_stamp(workspace: Workspace) -> None:
    a, b = workspace.put("a.prompt", "A"), workspace.put("b.prompt", "B")
    workspace.put("same.prompt", "same")
    workspace.index.refresh([workspace.root])
    known: dict[str, str] = {}
    workspace.poll(known)
    workspace.put("a.prompt", "AA")
    os.utime(a, ns=(1, 1))
    Path(b).unlink()
    workspace.put("c.prompt", "C")
    workspace.index.refresh([workspace.root])
    assert workspace.poll(known) == {"a.prompt": "AA", "c.prompt": "C"}
    assert workspace.examined[3:] == ["a.prompt", "c.prompt"]


def test_what_comes_out_the_same_is_not_sent_again(workspace: Workspace) -> None:
    a = workspace.put("a.prompt", "A")
    workspace.index.refresh([workspace.root])
    known: dict[str, str] = {}
    workspace.poll(known)
    workspace.index.changed(a)
    assert workspace.poll(known) == {}
    assert workspace.examined == ["a.prompt", "a.prompt"]
    workspace.put("a.prompt", "AA")
    workspace.index.changed(a)
    assert workspace.poll(known) == {"a.prompt": "AA"}


def test_names_of_results_do_not_come_again(tmp_path: Path) -> None:
    lives = [Workspace(tmp_path), Workspace(tmp_path)]
    lives[0].put("a.prompt", "A")
    known: dict[str, str] = {}
    for life in lives:
        life.index.refresh([tmp_path])
        assert life.poll(known) == {"a.prompt": "A"}


def test_folders_that_cannot_be_read_are_told(workspace: Workspace) -> None:
    (trouble,) = workspace.index.refresh([workspace.root / "missing"])
    assert trouble.reason == "no such file or directory"
