"""The extension in the real workbench of VS Code: `vscode/scenarios/*.mjs`.

All scenarios share one server and one browser; each has a window, a folder and
settings of its own. `PROMPT_LSP_SHOTS` in the environment names a folder that keeps
the screenshots, and `PROMPT_LSP_PICTURES=1` puts those of the manuals into the tree.
"""

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from prompt_lsp import __version__
from tests.editors.vsix import EXTENSION, packaged
from tests.editors.workbench import Workbench
from tests.prompt_tools.standin import Seen, Sent, Standin, improves, stalls

SERVER = Path(sys.executable).with_name("prompt-lsp")
# An interpreter without our package, as a machine has it.
BARE = Path(sys.executable).resolve()
INSTALLED = {"prompt-lsp": str(SERVER)}

LEGACY = "\n\nHuman: 😀 Translate {{WORD}} and {{ TERM }}\nAssistant:"
SEPARATED = "\n\nHuman: 😀 Translate {{WORD}} and {{ TERM }}\n\nAssistant:"
FIXED = "\n\nHuman: 😀 Translate {{WORD}} and {{TERM}}\n\nAssistant:"
PICTURES = ("improve", "preview", "quick-fix")  # of the extension's README

ANSWER = (
    "You are a support agent. Answer the question with the help of the article.\n\n"
    "{{ARTICLE}}\n\nQuestion: {{QUESTION}}\n"
)

ASKED = (
    "Answer the question with the help of the article. Use at most 3 sentences.\n\n"
    "{{ARTICLE}}\n\nQuestion: Who was Ada Lovelace?"
)
TEMPLATIZED: dict[str, Any] = {
    "text": "Translate hello to German",
    "template": "Translate {{WORD_TO_TRANSLATE}} to {{TARGET_LANGUAGE}}",
    "values": {"WORD_TO_TRANSLATE": "hello", "TARGET_LANGUAGE": "German"},
}
IMPROVED = ("<article>", "{{ARTICLE}}", "{{QUESTION}}")


@pytest.fixture(scope="session")
def workbench(
    editor_home: Callable[[str], Path], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Workbench]:
    """The workbench with the extension, from the package that is installed."""
    home = editor_home("code-server")
    data = tmp_path_factory.mktemp("workbench")
    shots = Path(os.environ.get("PROMPT_LSP_SHOTS") or data / "shots")
    with Workbench(home, packaged(), data, shots) as started:
        yield started
    if os.environ.get("PROMPT_LSP_PICTURES") == "1":
        for name in PICTURES:
            shutil.copy(shots / f"{name}.png", EXTENSION / "images" / f"{name}.png")


def test_findings_are_fixed_by_keyboard(workbench: Workbench) -> None:
    separate = "Separate the turn by an empty line"
    spell = "Write `{{TERM}}` (unsafe)"
    workbench.play(
        "fixes_by_keyboard",
        programs=INSTALLED,
        text=LEGACY,
        squiggles=squiggles(LEGACY),
        steps=[
            {"at": [4, 1], "title": separate, "squiggles": squiggles(SEPARATED)},
            {"at": [3, 34], "title": spell, "squiggles": squiggles(FIXED)},
        ],
        fixed=FIXED,
    )


def test_what_is_saved_is_fixed(workbench: Workbench) -> None:
    workbench.play("fixes_on_save", programs=INSTALLED, text=LEGACY, fixed=SEPARATED)


def test_all_is_fixed_by_one_command(workbench: Workbench) -> None:
    workbench.play("fixes_all", programs=INSTALLED, text=LEGACY, fixed=SEPARATED)


def test_the_extension_sleeps_where_there_is_no_prompt(workbench: Workbench) -> None:
    workbench.play("wakes", programs=INSTALLED, text=LEGACY)


def test_the_extension_wakes_for_a_project(workbench: Workbench) -> None:
    project = '[tool.prompt-lsp]\ninclude = ["*.txt"]\n'
    workbench.play(
        "wakes_for_project", programs=INSTALLED, text=LEGACY, project=project
    )


def test_a_project_without_prompts_has_no_server(workbench: Workbench) -> None:
    workbench.play("sleeps_in_project", programs=INSTALLED, text=LEGACY)


def test_a_server_that_is_killed_comes_back(workbench: Workbench) -> None:
    title = "Separate the turn by an empty line"
    workbench.play("comes_back", programs=INSTALLED, text=LEGACY, title=title)


def test_a_server_that_does_not_stay_up_is_given_up(workbench: Workbench) -> None:
    workbench.play("gives_up", programs=INSTALLED, text=LEGACY, crashes=5)


def test_the_extension_brings_a_server(workbench: Workbench) -> None:
    workbench.play("bundled", programs={"python3": str(BARE)}, text=LEGACY)


def test_a_machine_without_python_is_told_what_to_do(workbench: Workbench) -> None:
    said = workbench.play("no_python", text=LEGACY)
    assert "Choose Interpreter" in said


def test_nothing_of_an_untrusted_workspace_is_run(
    workbench: Workbench, tmp_path: Path
) -> None:
    mark = tmp_path / "trapped"
    trap = f"#!/bin/sh\ntouch '{mark}'\n"
    workbench.play("untrusted", programs=INSTALLED, text=LEGACY, trap=trap)
    assert not mark.exists()


def test_a_prompt_is_converted(workbench: Workbench) -> None:
    messages = [{"role": "user", "content": "Hello, {{NAME}}"}]
    text = "\n\nHuman: Hello, {{NAME}}\n\nAssistant:"
    body = {"messages": messages}
    workbench.play("converts", programs=INSTALLED, text=text, body=body)


def test_a_prompt_becomes_a_template(workbench: Workbench) -> None:
    workbench.play("templatizes", programs=INSTALLED, **TEMPLATIZED)


def test_tools_are_code_actions(workbench: Workbench) -> None:
    workbench.play(
        "offers_tools",
        programs=INSTALLED,
        text=f"\n\nHuman: {ASKED}\n\nAssistant:",
        tools=["Improve prompt (offline)", "Templatize prompt (offline)"],
        converting={"title": "Convert to Messages", "holds": '"role": "user"'},
    )


def test_a_proposal_is_accepted(workbench: Workbench) -> None:
    workbench.play("accepts", programs=INSTALLED, text=ANSWER, holds=IMPROVED)


def test_a_proposal_is_looked_at_as_a_refactoring(workbench: Workbench) -> None:
    workbench.play(
        "previews_refactoring", programs=INSTALLED, text=ANSWER, holds=IMPROVED
    )


def test_a_proposal_is_made_at_once(workbench: Workbench) -> None:
    workbench.play("changes_at_once", programs=INSTALLED, text=ANSWER, holds=IMPROVED)


def test_a_proposal_for_another_text_is_not_made(workbench: Workbench) -> None:
    workbench.play(
        "asks_again",
        programs=INSTALLED,
        text=TEMPLATIZED["text"],
        values="{}\n",
        typed='"OWN": "mine"',
        template=TEMPLATIZED["template"],
        gained={"OWN": "mine", **TEMPLATIZED["values"]},
    )


def test_a_prompt_is_generated(workbench: Workbench) -> None:
    workbench.play(
        "generates",
        programs=INSTALLED,
        text=LEGACY,
        task="Answer questions about a manual",
        holds="{{QUESTION}}",
    )


def test_a_proposal_is_discarded(workbench: Workbench) -> None:
    workbench.play("discards", programs=INSTALLED, text=ANSWER)


def test_the_user_says_what_shall_be_better(workbench: Workbench) -> None:
    workbench.play(
        "takes_feedback",
        programs=INSTALLED,
        text=ANSWER,
        feedback="Answer as bullet points",
        holds="bullet",
    )


def test_long_work_is_cancelled(workbench: Workbench) -> None:
    with Standin(stalls(), key=None) as server:
        workbench.play("cancels", programs=INSTALLED, text=ANSWER, **asking(server))
        assert server.gone.wait(30)


def test_a_slow_answer_interrupts_nobody(workbench: Workbench, tmp_path: Path) -> None:
    mark = tmp_path / "mark"

    def slow(seen: Seen) -> Sent:
        while not mark.exists():
            time.sleep(0.05)
        return improves(ANSWER.replace("{{ARTICLE}}", "<a>{{ARTICLE}}</a>"))(seen)

    with Standin(slow, key=None) as server:
        scene = {**asking(server), "mark": str(mark)}
        workbench.play("waits_its_turn", programs=INSTALLED, text=ANSWER, **scene)


def test_accepting_twice_is_accepting_once(workbench: Workbench) -> None:
    workbench.play("accepts_twice", programs=INSTALLED, **TEMPLATIZED)


def test_each_proposal_says_what_it_does(workbench: Workbench) -> None:
    workbench.play(
        "titles",
        programs=INSTALLED,
        text=f"\n\nHuman: {ASKED}\n\nAssistant:",
        first={"command": "Prompt: Improve", "title": "Improve prompt (offline)"},
        second={"command": "Prompt: Templatize", "title": "creates old.vars.json"},
    )


def test_the_preview_shows_turns(workbench: Workbench) -> None:
    workbench.play(
        "previews",
        programs=INSTALLED,
        text="\n\nHuman: Hello, {{NAME}}\n\nAssistant: Hi",
        turns=["User", "Assistant"],
        variable="NAME",
        value="Ada Lovelace",
    )


def test_the_preview_stays_with_its_prompt(workbench: Workbench) -> None:
    scene = {"text": ANSWER, "turn": "User"}
    workbench.play("stays_with_prompt", programs=INSTALLED, **scene)


def test_the_preview_shows_what_is_odd(workbench: Workbench) -> None:
    workbench.play(
        "shows_plainly",
        programs=INSTALLED,
        text="<b>Bold</b> \u202elive\u202c\n" + "more " * 40_000,
        marks=["U+202E", "U+202C"],
        reads="<b>Bold</b> U+202EliveU+202C",
        rest="longer than what is shown",
    )


def test_the_preview_forgets_what_is_never_saved(workbench: Workbench) -> None:
    scene = {"text": "Hello, {{NAME", "variable": "NAME", "value": "hunter2"}
    workbench.play("forgets_values", programs=INSTALLED, **scene)


def test_a_prompt_has_colours(workbench: Workbench) -> None:
    text = "\n\nHuman: Read <article> {{ARTICLE}}\n\nAssistant: plain"
    pieces = ["Human", "article", "ARTICLE", "plain"]
    found = workbench.play("colours", programs=INSTALLED, text=text, pieces=pieces)
    assert len(set(found)) == len(pieces)


def test_a_rule_is_explained(workbench: Workbench) -> None:
    holds = ["TRN005", "unseparated-turn"]
    workbench.play("explains", programs=INSTALLED, text=LEGACY, at=[4, 2], holds=holds)


def test_the_status_tells_how_things_are(workbench: Workbench) -> None:
    status = f"prompt-lsp {__version__} 2 problems · offline · server on PATH"
    workbench.play("tells_status", programs=INSTALLED, text=LEGACY, status=status)


def test_the_walkthrough_opens(workbench: Workbench) -> None:
    manifest = json.loads((EXTENSION / "package.json").read_text("utf-8"))
    tour = manifest["contributes"]["walkthroughs"][0]
    steps = [step["title"] for step in tour["steps"]]
    workbench.play(
        "guides", programs=INSTALLED, text=LEGACY, title=tour["title"], steps=steps
    )


def test_the_key_is_written_nowhere(workbench: Workbench) -> None:
    key = "sk-not-a-key-0123456789"
    workbench.play("keeps_key", programs=INSTALLED, text=LEGACY, key=key)


@pytest.mark.parametrize(
    "trace", ["verbose", {"verbosity": "verbose", "format": "json"}]
)
def test_the_text_of_a_prompt_is_logged_nowhere(
    workbench: Workbench, trace: object
) -> None:
    workbench.play(
        "keeps_prompt",
        programs=INSTALLED,
        text="\n\nHuman: Tell nobody of Mellonwood\nAssistant:",
        said="Mellonwood",
        typed="xyzzyplugh",
        trace=trace,
    )


def asking(server: Standin) -> dict[str, Any]:
    """What has a scenario ask a server for the work."""
    model = "some-model"
    machine = {
        "promptLsp.engine": "messages",
        "promptLsp.engines.messages.baseUrl": server.url,
        "promptLsp.engines.messages.model": model,
    }
    return {"machine": machine, "engine": model}


def squiggles(text: str) -> list[Any]:
    """Where the command line finds something, as an editor counts columns."""
    lines = text.split("\n")

    def column(place: dict[str, int]) -> int:
        before = lines[place["line"] - 1][: place["column"] - 1]
        return len(before.encode("utf-16-le")) // 2 + 1

    def place(found: dict[str, Any]) -> list[Any]:
        # The dots under the beginning of a hint do not show where it ends.
        end = None if found["severity"] == "hint" else column(found["end"])
        line = found["start"]["line"]
        return [line, column(found["start"]), end, found["severity"]]

    return sorted(place(each) for each in findings(text))


def findings(text: str) -> list[dict[str, Any]]:
    """What the command line says of a prompt."""
    words = ["check", "--output-format", "json", "--stdin-filename", "a.prompt", "-"]
    done = subprocess.run(
        [SERVER, *words], input=text, capture_output=True, text=True, check=False
    )
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found
