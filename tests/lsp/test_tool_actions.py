"""Which prompt tools are offered where, and what they carry."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from lsprotocol import types

from prompt_lsp.lsp.client import client_of
from tests.lsp.asker import ASKING, GENERATE, IMPROVE, TEMPLATIZE, UI, Asker, Stage
from tests.lsp.editor import Editor, editing, titled
from tests.lsp.raw import Message
from tests.prompt_tools.standin import improves

PROMPT = "Say {{X}} well.\nSay {{Y}} too.\n"
TASK = "Draft an email that answers a complaint\n"
TOOLS = ["refactor.rewrite", "source.generate"]


@pytest.fixture(scope="module")
def preset(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Editor]:
    root = tmp_path_factory.mktemp("preset")
    settings = {"feedback": ["Make it shorter"]}
    with editing(root, initializationOptions=settings) as editor:
        yield editor


def titles(actions: list[Message]) -> list[str]:
    return [each["title"] for each in actions]


def test_what_an_action_carries(pushed: Editor) -> None:
    uri = pushed.open("a.prompt", PROMPT, version=7)
    improve, templatize = pushed.actions(uri, (3, 3), TOOLS)
    arguments = {"uri": uri, "version": 7, "engine": "offline"}
    assert improve == {
        "title": "Improve prompt (offline)",
        "kind": "refactor.rewrite.improve",
        "command": {
            "title": "Improve prompt (offline)",
            "command": IMPROVE,
            "arguments": [arguments],
        },
    }
    assert templatize["title"] == "Templatize prompt (offline)"
    assert templatize["kind"] == "refactor.rewrite.templatize"
    assert templatize["command"]["command"] == TEMPLATIZE
    assert templatize["command"]["arguments"] == [arguments]


def test_a_selection_is_what_is_meant(pushed: Editor) -> None:
    uri = pushed.open("a.prompt", PROMPT)
    for action in pushed.actions(uri, (0, 15), TOOLS):
        (arguments,) = action["command"]["arguments"]
        assert arguments["range"] == pushed.range(uri, 0, 15)
    uri = pushed.open("b.prompt", PROMPT + "\n\n")
    end = (len(PROMPT), len(PROMPT) + 2)
    assert pushed.actions(uri, end, TOOLS) == [], "only line ends are selected"


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_a_cursor_on_a_character_selects_nothing(pushed: Editor, line_end: str) -> None:
    uri = pushed.open("a.prompt", PROMPT.replace("\n", line_end))
    for at in ((0, 1), (15, 15 + len(line_end))):
        assert pushed.actions(uri, at, trigger=2) == []
        for action in pushed.actions(uri, at, TOOLS):
            assert "range" not in action["command"]["arguments"][0]
    (action, _) = pushed.actions(uri, (0, 2), TOOLS)
    assert "range" in action["command"]["arguments"][0]


def test_generate_is_for_descriptions(pushed: Editor) -> None:
    uri = pushed.open("a.prompt", TASK)
    (action,) = pushed.actions(uri, (0, 0), ["source.generate"])
    assert action["title"] == "Generate prompt from this description (offline)"
    assert action["kind"] == "source.generate.promptLsp"
    assert action["command"]["command"] == GENERATE
    uri = pushed.open("b.prompt", PROMPT + "\n" + TASK)
    assert pushed.actions(uri, (0, 0), ["source.generate"]) == []
    part = (len(PROMPT) + 1, len(PROMPT) + len(TASK))
    (action,) = pushed.actions(uri, part, ["source.generate"])
    assert action["command"]["arguments"][0]["range"] == pushed.range(uri, *part)


def test_what_is_no_prompt_has_no_tools(pushed: Editor) -> None:
    pushed.open("a.prompt", "{{X}} well")
    beside = pushed.open("a.vars.json", '{"X": "1"}', "json")
    assert pushed.actions(beside, (0, 0), TOOLS) == []
    notes = pushed.open("notes.txt", TASK, "plaintext")
    assert pushed.actions(notes, (0, 0), TOOLS) == []
    blank = pushed.open("blank.prompt", " \n")
    assert pushed.actions(blank, (0, 0), TOOLS) == []
    turns = pushed.open("turns.prompt", "\n\nHuman:\n\nAssistant:")
    improve = ["refactor.rewrite.improve"]
    assert pushed.actions(turns, (0, 0), improve) == []
    host = pushed.open("host.prompt", "---\nname: x\n---\n{{X}} well\n")
    assert pushed.actions(host, (4, 11), TOOLS) == []


def test_a_menu_that_opens_by_itself_is_calm(pushed: Editor) -> None:
    uri = pushed.open("a.prompt", TASK)
    assert pushed.actions(uri, (3, 3), trigger=2) == []
    assert titles(pushed.actions(uri, (0, 9), trigger=2)) == [
        "Improve prompt (offline)",
        "Templatize prompt (offline)",
    ]
    assert len(pushed.actions(uri, (3, 3), trigger=1)) == 3


def test_templatize_wants_a_place_for_values(pushed: Editor, tmp_path: Path) -> None:
    able = {"workspace": {"applyEdit": True, "workspaceEdit": {}}}
    with editing(tmp_path, able) as simple:
        wants_a_place(pushed, simple)


def wants_a_place(pushed: Editor, simple: Editor) -> None:
    kind = ["refactor.rewrite.templatize"]
    for text in ("Say {{X}}\n", "---\nvariables: {X: 1}\n---\nSay {{X}}\n"):
        uri = pushed.open("untitled:X", text)
        assert len(pushed.actions(uri, (0, 0), kind)) == text.count("variables")
        pushed.close(uri)
        uri = simple.open("x.prompt", text)
        assert len(simple.actions(uri, (0, 0), kind)) == text.count("variables")
        simple.close(uri)
    (simple.root / "y.vars.json").write_text("{}")
    assert simple.actions(simple.open("y.prompt", "Say {{X}}"), (0, 0), kind)


def test_who_applies_no_edit_is_offered_none(bare: Editor) -> None:
    uri = bare.open("a.prompt", PROMPT)
    assert bare.actions(uri, (0, 9), TOOLS) == []


def test_presets(preset: Editor) -> None:
    uri = preset.open("a.prompt", PROMPT)
    found = preset.actions(uri, (0, 0), ["refactor.rewrite.improve"])
    assert titles(found) == [
        "Improve prompt (offline)",
        "Improve prompt (offline): Make it shorter",
    ]
    (arguments,) = found[1]["command"]["arguments"]
    assert arguments["feedback"] == "Make it shorter"
    assert found[1]["command"]["command"] == IMPROVE
    answer = preset.command(IMPROVE, arguments)
    assert "error" not in answer, "the server takes what it gave"


def test_an_editor_that_asks_for_feedback(asker: Asker) -> None:
    uri = asker.open("a.prompt", PROMPT)
    found = asker.actions(uri, (0, 15), ["refactor.rewrite.improve"])
    (action,) = [each for each in found if each["command"]["command"] == UI]
    assert action["title"] == "Improve prompt with feedback…"
    assert action["command"]["arguments"] == [
        {
            "uri": uri,
            "version": 1,
            "range": asker.range(uri, 0, 15),
            "engine": "offline",
        }
    ]


@pytest.mark.parametrize(
    ("experimental", "commands"),
    [
        (None, set()),
        (7, set()),
        ({"promptLsp": None}, set()),
        ({"promptLsp": {"commands": UI}}, set()),
        ({"promptLsp": {"commands": [7, {}, "other"]}}, {"other"}),
        ({"promptLsp": {"commands": [UI]}}, {UI}),
    ],
)
def test_the_commands_that_an_editor_brings(
    experimental: Any,  # noqa: ANN401 - what clients send
    commands: set[str],
) -> None:
    capabilities = types.ClientCapabilities(experimental=experimental)
    assert client_of(capabilities).commands == commands


def test_one_action_for_each_engine(tmp_path: Path, stage: Stage) -> None:
    stage.plays(improves("Say {{X}} very well."))
    (tmp_path / "prompt-lsp.toml").write_text('engine = "messages"\n')
    with Asker(tmp_path, stage.environment("some-model")) as asker:
        asker.start(ASKING)
        uri = asker.open("a.prompt", "Say {{X}} well.")
        found = asker.actions(uri, (0, 0), ["refactor.rewrite"])
        by_model = f"with some-model at {stage.host}"
        assert titles(found) == [
            f"Improve prompt {by_model}",
            "Improve prompt (offline)",
            f"Improve prompt with feedback… (some-model at {stage.host})",
            f"Templatize prompt {by_model}",
            "Templatize prompt (offline)",
        ]
        chosen = titled(found, f"Improve prompt {by_model}")["command"]
        assert asker.gets(chosen["command"], **chosen["arguments"][0])["applied"]
        assert asker.texts[uri] == "Say {{X}} very well."


def test_an_action_with_a_command_is_complete(pushed: Editor) -> None:
    uri = pushed.open("a.prompt", PROMPT)
    for action in pushed.actions(uri, (3, 3), TOOLS):
        assert pushed.request("codeAction/resolve", action) == action


@pytest.mark.parametrize(
    ("modules", "barred"),
    [
        (("server", "actions"), ("prompt_lsp.prompt_tools",)),
        (("tool_actions",), ("prompt_lsp.prompt_tools.engines", "httpx")),
    ],
)
def test_to_list_reads_no_engine(
    modules: tuple[str, ...], barred: tuple[str, ...]
) -> None:
    names = [f"prompt_lsp.lsp.{each}" for each in modules]
    script = f"import sys, {', '.join(names)}; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    read = done.stdout.split()
    assert {*names} <= {*read}
    assert not [each for each in read if each.startswith(barred)]
