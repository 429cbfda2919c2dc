"""What happens while a model thinks: cancels, edits, other work, the end."""

import json
import re
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.lsp.asker import (
    ASKING,
    CANCELLED,
    FAILED,
    IMPROVE,
    MODIFIED,
    TEMPLATIZE,
    Asker,
    Held,
    Stage,
)
from tests.lsp.editor import Editor
from tests.lsp.raw import DEADLINE, Message, request
from tests.prompt_tools.standin import Seen, Sent, improves, stalls, templatizes

PROMPT = "# Notes\n\nSay {{X}} well.\n"
SAY = "Say {{X}} well."
BETTER = improves("Say {{X}} very well.")
HELLO = templatizes({"name": "GREETING", "value": "hello", "occurrence": "all"})
INFO = 3
BROKEN = [
    sys.executable,
    str(Path(__file__).with_name("broken_engine_server.py")),
]


def say(asker: Asker, uri: str) -> Message:
    """The line of the prompt that is to be improved."""
    at = asker.texts[uri].index(SAY)
    return asker.range(uri, at, at + len(SAY))


def by_progress(asker: Asker, _: str) -> None:
    token = asker.of("$/progress")[0]["token"]
    asker.notify("window/workDoneProgress/cancel", {"token": token})


def by_request(asker: Asker, sent: str) -> None:
    asker.notify("$/cancelRequest", {"id": sent})


@pytest.mark.parametrize("shown_at", [None, "mine", 7])
@pytest.mark.parametrize("cancel", [by_progress, by_request])
def test_cancel(
    asker: Asker,
    stage: Stage,
    cancel: Callable[[Asker, str], None],
    shown_at: str | int | None,
) -> None:
    stage.plays(stalls())
    uri = asker.open("a.prompt", PROMPT)
    sent = asker.sees_begin(IMPROVE, uri=uri, shown_at=shown_at)
    stage.wait()
    cancel(asker, sent)
    error = asker.answer(sent)["error"]
    assert error["code"] == CANCELLED
    assert stage.gone.wait(DEADLINE), "the connection is closed"
    assert asker.hover(uri, 0) is None
    assert asker.of("$/progress")[-1]["value"] == {"kind": "end"}
    assert asker.applied == []
    assert asker.told == []
    assert asker.texts[uri] == PROMPT


@pytest.mark.parametrize("shown_at", [None, "mine"])
def test_cancel_before_anything_is_shown(
    asker: Asker, stage: Stage, shown_at: str | None
) -> None:
    stage.plays(stalls())
    uri = asker.open("a.prompt", PROMPT)
    # As soon as it knows the token.
    asker.at_place = lambda token: by_token(asker, token)
    sent = asker.begin(IMPROVE, uri=uri, shown_at=shown_at)
    if shown_at is not None:
        by_token(asker, shown_at)
    assert asker.answer(sent)["error"]["code"] == CANCELLED
    assert stage.requests == []
    assert asker.told == []


def by_token(asker: Asker, token: str) -> None:
    asker.notify("window/workDoneProgress/cancel", {"token": token})


def test_cancel_while_the_user_decides(asker: Asker, stage: Stage) -> None:
    stage.plays(BETTER)
    uri = asker.open("a.prompt", PROMPT)
    sent: list[str] = []
    asker.before_applying = lambda _: asker.notify("$/cancelRequest", {"id": sent[0]})
    asker.agrees = False
    sent.append(asker.begin(IMPROVE, uri=uri, range=say(asker, uri)))
    assert asker.answer(sent[0])["error"]["code"] == CANCELLED


@pytest.mark.parametrize(
    "now",
    [
        "# More \U0001f600\n" + PROMPT,
        PROMPT.replace("Say", "# More \U0001f600\nSay"),
        PROMPT + "# More \U0001f600\n",
    ],
)
def test_an_edit_elsewhere(asker: Asker, stage: Stage, now: str) -> None:
    held = Held(BETTER)
    stage.plays(held)
    uri = asker.open("a.prompt", PROMPT)
    sent = asker.sees_begin(IMPROVE, uri=uri, range=say(asker, uri))
    held.wait()
    asker.types(uri, now)
    held.release()
    result = asker.answer(sent)["result"]
    assert result["applied"] is True
    (change,) = result["edit"]["documentChanges"]
    assert change["textDocument"]["version"] == 2
    assert asker.texts[uri] == now.replace("well", "very well")


def test_an_edit_of_what_was_asked_about(asker: Asker, stage: Stage) -> None:
    held = Held(BETTER)
    stage.plays(held)
    uri = asker.open("a.prompt", PROMPT)
    sent = asker.sees_begin(IMPROVE, uri=uri, range=say(asker, uri))
    held.wait()
    asker.types(uri, PROMPT.replace("Say", "Tell"))
    held.release()
    error = asker.answer(sent)["error"]
    assert error["code"] == MODIFIED
    assert "changed meanwhile" in error["message"]
    assert asker.applied == []
    # Editors do not show this error.
    assert asker.told == [(INFO, error["message"])]


def test_a_prompt_that_was_closed(asker: Asker, stage: Stage) -> None:
    held = Held(BETTER)
    stage.plays(held)
    uri = asker.open("a.prompt", PROMPT)
    sent = asker.sees_begin(IMPROVE, uri=uri)
    held.wait()
    asker.close(uri)
    held.release()
    error = asker.answer(sent)["error"]
    assert error["code"] == MODIFIED
    assert "closed" in error["message"]
    assert asker.told == [(INFO, error["message"])]
    assert asker.applied == []


def test_two_at_once(asker: Asker, stage: Stage) -> None:
    text = "Say {{X}} well.\n\nSing {{Y}} loud.\n"
    first, second = Held(BETTER), Held(improves("Sing {{Y}} very loud."))

    def each(seen: Seen) -> Sent:
        is_first = "Say" in seen.text.partition("prompt_to_edit")[2].partition("</")[0]
        return (first if is_first else second)(seen)

    stage.plays(each)
    uri = asker.open("a.prompt", text)
    parts = [asker.range(uri, 0, 15), asker.range(uri, 17, 33)]
    sent = [asker.sees_begin(IMPROVE, uri=uri, range=part) for part in parts]
    first.wait()
    second.wait()
    for held, one in zip((second, first), reversed(sent), strict=True):
        held.release()
        assert asker.answer(one)["result"]["applied"] is True
    versions = [
        edit["documentChanges"][0]["textDocument"]["version"] for edit in asker.applied
    ]
    assert versions == [1, 2]
    assert asker.texts[uri] == "Say {{X}} very well.\n\nSing {{Y}} very loud.\n"


def test_two_at_once_of_the_same_text(asker: Asker, stage: Stage) -> None:
    held = [Held(BETTER), Held(improves("Say {{X}} quite well."))]
    stage.plays(*held)
    uri = asker.open("a.prompt", PROMPT)
    sent = [asker.sees_begin(IMPROVE, uri=uri, range=say(asker, uri))]
    held[0].wait()
    sent.append(asker.sees_begin(IMPROVE, uri=uri, range=say(asker, uri)))
    held[1].wait()
    held[0].release()
    assert asker.answer(sent[0])["result"]["applied"] is True
    held[1].release()
    assert asker.answer(sent[1])["error"]["code"] == MODIFIED
    assert asker.texts[uri] == PROMPT.replace("well", "very well")


def test_answers_that_come_together(asker: Asker, stage: Stage) -> None:
    held = Held(lambda seen: improves(f"Say {_number(seen)} very well.")(seen))
    stage.plays(held)
    lines = [f"Say {number} well." for number in range(5)]
    uri = asker.open("a.prompt", "\n\n".join(lines))
    starts = [asker.texts[uri].index(line) for line in lines]
    parts = [asker.range(uri, at, at + len(lines[0])) for at in starts]
    sent = [asker.sees_begin(IMPROVE, uri=uri, range=part) for part in parts]
    held.release()
    # In any order.
    done = [asker.until(lambda message: message.get("id") in sent) for _ in sent]
    assert all(each["result"]["applied"] for each in done)
    assert asker.texts[uri].count("very well") == 5
    assert asker.told == []


def _number(seen: Seen) -> str:
    return re.findall(r"Say (\d) well", seen.text)[-1]


def test_an_edit_that_meets_another_on_its_way(asker: Asker, stage: Stage) -> None:
    stage.plays(BETTER)
    uri = asker.open("a.prompt", PROMPT)
    asker.agrees = False  # its versions differ
    asker.before_applying = lambda _: asker.change(uri, 2, {"text": PROMPT + "Now."})
    assert asker.gets(IMPROVE, uri=uri, range=say(asker, uri))["applied"] is False
    assert asker.told == [(INFO, "the prompt was changed meanwhile; ask again")]


@pytest.mark.parametrize("now", [b'{"MINE": "1"}', b"", b"\xff"])
def test_a_sidecar_that_has_come(asker: Asker, stage: Stage, now: bytes) -> None:
    held = Held(HELLO)
    stage.plays(held)
    uri = asker.open("a.prompt", "Say hello.\n")
    sent = asker.sees_begin(TEMPLATIZE, uri=uri)
    held.wait()
    (asker.root / "a.vars.json").write_bytes(now)
    held.release()
    error = asker.answer(sent)["error"]
    assert error["code"] == MODIFIED
    assert error["message"].startswith("`a.vars.json` was changed meanwhile")
    assert asker.applied == []


@pytest.mark.parametrize(
    ("now", "fits"),
    [
        ('{"NEW": "2", "OTHER": "1"}', True),
        ('{"GREETING": "2", "OTHER": "1"}', False),
        ('{"OTHER": "1", "NEW": "2"}', False),
        ("", False),
    ],
)
def test_a_sidecar_that_has_changed(
    asker: Asker, stage: Stage, now: str, *, fits: bool
) -> None:
    held = Held(HELLO)
    stage.plays(held)
    sidecar = asker.root / "a.vars.json"
    sidecar.write_text('{"OTHER": "1"}')
    uri = asker.open("a.prompt", "Say hello to {{OTHER}}.\n")
    sent = asker.sees_begin(TEMPLATIZE, uri=uri)
    held.wait()
    sidecar.write_text(now)
    asker.texts[sidecar.as_uri()] = now
    held.release()
    answer = asker.answer(sent)
    if not fits:
        assert answer["error"]["code"] == MODIFIED
        assert asker.applied == []
        return
    assert answer["result"]["applied"] is True
    values = json.loads(asker.texts[sidecar.as_uri()])
    assert values == {"NEW": "2", "OTHER": "1", "GREETING": "hello"}


def test_the_server_shuts_down(tmp_path: Path, stage: Stage) -> None:
    stage.plays(stalls())
    with Asker(tmp_path, stage.environment()) as asker:
        asker.start(ASKING)
        uri = asker.open("a.prompt", PROMPT)
        sent = asker.sees_begin(IMPROVE, uri=uri)
        stage.wait()
        asker.send(request("end", "shutdown"))
        answers = {}
        while answers.keys() != {sent, "end"}:
            message = asker.receive()
            if message.get("id") in (sent, "end"):
                answers[message["id"]] = message
        assert answers[sent]["error"]["code"] == CANCELLED
        assert answers["end"]["result"] is None
        assert stage.gone.wait(DEADLINE)
        asker.notify("exit")
        assert asker.exit_code() == 0
        assert asker.applied == []


def test_the_editor_dies(tmp_path: Path, stage: Stage) -> None:
    stage.plays(stalls())
    with Asker(tmp_path, stage.environment()) as asker:
        asker.start(ASKING)
        asker.sees_begin(IMPROVE, uri=asker.open("a.prompt", PROMPT))
        stage.wait()
        asker.close_input()
        assert asker.exit_code() == 1
        assert stage.gone.wait(DEADLINE)


def test_the_end_does_not_wait_for_an_engine(tmp_path: Path) -> None:
    with Editor(tmp_path, BROKEN) as editor:
        editor.start(ASKING)
        uri = editor.open("a.prompt", PROMPT)
        arguments = {"command": IMPROVE, "arguments": [{"uri": uri}]}
        editor.send(request("hangs", "workspace/executeCommand", arguments))
        editor.error_line("the engine hangs")
        editor.reply("shutdown")
        editor.notify("exit")
        assert editor.exit_code() == 0


def test_a_crash_tells_nothing_of_the_prompt(tmp_path: Path) -> None:
    with Editor(tmp_path, BROKEN) as editor:
        editor.start(ASKING)
        uri = editor.open("a.prompt", "Say CRASH twice.")
        error = editor.command(IMPROVE, {"uri": uri})["error"]
        assert error["code"] == FAILED
        assert "internal error: RuntimeError" in error["message"]
        assert "data" not in error
        editor.reply("shutdown")
        editor.notify("exit")
        assert editor.exit_code() == 0
        assert editor.process.stderr is not None
        said = editor.process.stderr.read().decode()
        assert "broken_engine_server.py" in said, "where it happened"
        logged = [each for each in editor.seen if "method" in each]
        assert "CRASH" not in error["message"] + said + json.dumps(logged)


def test_typing_goes_on(asker: Asker, stage: Stage) -> None:
    held = Held(BETTER)
    stage.plays(held)
    uri = asker.open("a.prompt", PROMPT)
    asker.published(uri, 1)
    sent = asker.sees_begin(IMPROVE, uri=uri, range=say(asker, uri))
    held.wait()
    asker.versions[uri] = 2
    asker.rewrite(uri, 2, PROMPT + "<<OLD>>\n")
    assert [each["code"] for each in asker.published(uri, 2)]
    held.release()
    assert asker.answer(sent)["result"]["applied"] is True
