"""Prompt tools over the wire: what is asked, shown, edited and said."""

import json
from pathlib import Path

import pytest

from tests.lsp.asker import (
    ASKING,
    FAILED,
    GENERATE,
    IMPROVE,
    INVALID,
    MODIFIED,
    TEMPLATIZE,
    Asker,
    Stage,
)
from tests.lsp.editor import Editor
from tests.lsp.raw import Message
from tests.prompt_tools.standin import fails, improves, says, templatizes

PROMPT = "Say {{X}} well.\n"
BETTER = improves("Say {{X}} very well.", ("clarity", "it says how"))
HELLO = templatizes({"name": "GREETING", "value": "hello", "occurrence": "all"})
INFO = 3


def test_improve(asker: Asker, stage: Stage) -> None:
    stage.plays(BETTER)
    uri = asker.open("a.prompt", PROMPT)
    result = asker.gets(IMPROVE, uri=uri, version=1)
    assert result["applied"] is True
    assert result["changes"] == [{"kind": "clarity", "reason": "it says how"}]
    assert result["response"]["messages"] == [
        {"role": "user", "content": [{"type": "text", "text": "Say {{X}} very well."}]}
    ]
    assert result["response"]["usage"]["input_tokens"] == 100
    assert asker.texts[uri] == "Say {{X}} very well.\n"
    assert asker.told == []
    assert stage.faults == []


def test_an_edit_waits_for_the_user_to_agree(asker: Asker, stage: Stage) -> None:
    stage.plays(BETTER)
    uri = asker.open("a.prompt", PROMPT)
    edit = asker.gets(IMPROVE, uri=uri)["edit"]
    assert asker.applied == [edit]
    (change,) = edit["documentChanges"]
    assert change["textDocument"] == {"uri": uri, "version": 1}
    (name,) = {each["annotationId"] for each in change["edits"]}
    assert edit["changeAnnotations"] == {
        name: {
            "label": f"Improve prompt with some-model at {stage.host}",
            "description": "it says how",
            "needsConfirmation": True,
        }
    }


def test_progress_ends_before_the_user_is_asked(asker: Asker, stage: Stage) -> None:
    stage.plays(BETTER)
    uri = asker.open("a.prompt", PROMPT)
    asker.gets(IMPROVE, uri=uri)
    shown = [each["value"] for each in asker.of("$/progress")]
    assert shown == [
        {"kind": "begin", "title": "Improve prompt", "cancellable": True},
        {"kind": "report", "message": f"asking some-model at {stage.host}"},
        {"kind": "end"},
    ]
    methods = [each["method"] for each in asker.seen if "method" in each]
    last = max(at for at, each in enumerate(methods) if each == "$/progress")
    assert methods.index("window/workDoneProgress/create") < last
    assert last < methods.index("workspace/applyEdit")


def test_progress_is_shown_where_the_client_says(asker: Asker, stage: Stage) -> None:
    stage.plays(BETTER)
    uri = asker.open("a.prompt", PROMPT)
    asker.gets(IMPROVE, uri=uri, shown_at="mine")
    assert {each["token"] for each in asker.of("$/progress")} == {"mine"}
    assert "window/workDoneProgress/create" not in asker.asked


def test_feedback_reaches_the_engine(asker: Asker, stage: Stage) -> None:
    stage.plays(BETTER)
    uri = asker.open("a.prompt", PROMPT)
    asker.gets(IMPROVE, uri=uri, feedback="Make it louder")
    assert "Make it louder" in stage.requests[0].text


def test_safe_fixes_come_first_but_not_in_a_selection(
    asker: Asker, stage: Stage
) -> None:
    text = "Human: Say {{X}} well.\n\nAssistant:"
    stage.plays(improves("Say {{X}} very well."))
    uri = asker.open("a.prompt", text)
    result = asker.gets(IMPROVE, uri=uri, apply=False)
    assert result["changes"][0]["kind"] == "safe-fix"
    assert asker.after(result["edit"])[uri] == (
        "\n\nHuman: Say {{X}} very well.\n\nAssistant:"
    )
    at = text.index("Say")
    part = asker.range(uri, at, text.index("\n"))
    result = asker.gets(IMPROVE, uri=uri, range=part, apply=False)
    assert asker.after(result["edit"])[uri] == text.replace("well", "very well")


def test_a_range_of_all_messages_means_all(asker: Asker) -> None:
    head = "---\nsample: {}\n---\n"
    said = "system:\nTranslate English to German\nuser:\nTranslate hello to German"
    uri = asker.open("a.prompty", head + said, "prompty")
    given = {"uri": uri, "engine": "offline", "apply": False}
    whole = asker.gets(TEMPLATIZE, **given)
    assert "{{" in whole["response"]["system"]
    assert len(whole["response"]["variable_values"]) > 2
    start, end = len(head), len(head + said)
    assert asker.gets(TEMPLATIZE, **given, range=asker.range(uri, start, end)) == whole
    some = asker.gets(TEMPLATIZE, **given, range=asker.range(uri, start, end - 40))
    assert some["response"]["system"] == ""


def test_an_empty_range_means_all(asker: Asker, stage: Stage) -> None:
    stage.plays(BETTER)
    uri = asker.open("a.prompt", PROMPT)
    here = asker.range(uri, 5, 5)
    edit = asker.gets(IMPROVE, uri=uri, range=here, apply=False)["edit"]
    assert asker.after(edit)[uri] == "Say {{X}} very well.\n"


@pytest.mark.parametrize("line", [0, 9])
def test_a_range_of_nothing_does_not_mean_all(
    asker: Asker, stage: Stage, line: int
) -> None:
    uri = asker.open("a.prompt", PROMPT)
    first, last = ({"line": line, "character": column} for column in (70, 80))
    error = asker.asks(IMPROVE, uri=uri, range={"start": first, "end": last})["error"]
    assert error["code"] == FAILED
    assert "holds no text" in error["message"]
    assert stage.requests == []


def test_astral_characters_and_line_ends_of_windows(asker: Asker, stage: Stage) -> None:
    text = "\U0001f600 A \U0001f600 cat.\r\nSay {{X}} \U0001f600 well.\r\nBye.\r\n"
    stage.plays(improves("Say {{X}} \U0001f600 very well."))
    uri = asker.open("a.prompt", text)
    part = asker.range(uri, text.index("Say"), text.index("\r\nBye"))
    asker.gets(IMPROVE, uri=uri, range=part)
    assert asker.texts[uri] == text.replace("well", "very well")


def test_the_line_ends_of_a_file_stay(asker: Asker, stage: Stage) -> None:
    stage.plays(improves("Say {{X}}\nvery well.\n\nNow."))
    uri = asker.open("a.prompt", "Say {{X}}\r\nwell.\r\n\r\nNow.\r\n")
    asker.gets(IMPROVE, uri=uri)
    assert asker.texts[uri] == "Say {{X}}\r\nvery well.\r\n\r\nNow.\r\n"
    uri = asker.open("b.prompt", "\r\n\r\nHuman: Say {{X}}\r\n\r\nAssistant:")
    asker.gets(IMPROVE, uri=uri)
    assert "\n" not in asker.texts[uri].replace("\r\n", "")


def test_only_the_edit_is_wanted(asker: Asker, stage: Stage) -> None:
    stage.plays(BETTER)
    uri = asker.open("a.prompt", PROMPT)
    result = asker.gets(IMPROVE, uri=uri, apply=False)
    assert result["applied"] is False
    assert asker.applied == []
    assert asker.after(result["edit"])[uri] == "Say {{X}} very well.\n"


def test_nothing_to_do(asker: Asker, stage: Stage) -> None:
    stage.plays(templatizes())
    uri = asker.open("a.prompt", PROMPT)
    result = asker.gets(TEMPLATIZE, uri=uri)
    assert (result["applied"], result["changes"]) == (False, [])
    assert "edit" not in result
    assert asker.applied == []
    assert asker.told == [(INFO, "nothing to templatize here")]
    stage.plays(improves("Say {{X}} well.", ("clarity", "it would be clearer")))
    result = asker.gets(IMPROVE, uri=uri)
    assert (result["applied"], result["changes"]) == (False, [])
    assert asker.told[1:] == [(INFO, "nothing to improve here")]


def test_a_user_may_refuse_in_silence(asker: Asker, stage: Stage) -> None:
    stage.plays(BETTER)
    asker.agrees = False
    uri = asker.open("a.prompt", PROMPT)
    assert asker.gets(IMPROVE, uri=uri)["applied"] is False
    assert asker.told == []


@pytest.mark.parametrize("fails", [False, True])
def test_an_editor_may_refuse_with_a_reason(
    asker: Asker, stage: Stage, *, fails: bool
) -> None:
    stage.plays(BETTER)
    asker.reason, asker.fails = "the buffer is locked", fails
    uri = asker.open("a.prompt", PROMPT)
    assert asker.gets(IMPROVE, uri=uri)["applied"] is False
    ((kind, message),) = asker.told
    assert kind == INFO
    assert "the buffer is locked" in message


def test_values_go_into_a_new_sidecar(asker: Asker, stage: Stage) -> None:
    stage.plays(HELLO)
    uri = asker.open("my prompt.prompt", "Translate hello.\n")
    result = asker.gets(TEMPLATIZE, uri=uri)
    new = (asker.root / "my prompt.vars.json").as_uri()
    create, prompt, values = result["edit"]["documentChanges"]
    assert (create["kind"], create["uri"]) == ("create", new)
    assert create["options"] == {"overwrite": False}
    assert prompt["textDocument"] == {"uri": uri, "version": 1}
    assert values["textDocument"] == {"uri": new, "version": None}
    named = result["edit"]["changeAnnotations"]
    assert create["annotationId"] in named
    assert all(each["annotationId"] in named for each in values["edits"])
    assert "`my prompt.vars.json`" in named[create["annotationId"]]["label"]
    assert result["response"]["variable_values"] == {"GREETING": "hello"}
    assert asker.texts[uri] == "Translate {{GREETING}}.\n"
    assert json.loads(asker.texts[new]) == {"GREETING": "hello"}
    ((kind, message),) = asker.told
    assert kind == INFO
    assert "`my prompt.vars.json`" in message


@pytest.mark.parametrize("version", [None, 5])
def test_values_go_into_the_sidecar_that_is_there(
    asker: Asker, stage: Stage, version: int | None
) -> None:
    stage.plays(HELLO)
    sidecar = asker.root / "a.vars.json"
    sidecar.write_text('{"OTHER": "1"}\n')
    beside = sidecar.as_uri()
    asker.texts[beside] = sidecar.read_text()
    if version is not None:
        asker.open("a.vars.json", sidecar.read_text(), "json", version)
        asker.versions[beside] = version
    uri = asker.open("a.prompt", "Translate hello to {{OTHER}}.\n")
    edit = asker.gets(TEMPLATIZE, uri=uri)["edit"]
    _, values = edit["documentChanges"]
    assert values["textDocument"] == {"uri": beside, "version": version}
    assert json.loads(asker.texts[beside]) == {"OTHER": "1", "GREETING": "hello"}
    assert asker.told == []


def test_values_go_into_front_matter(asker: Asker, stage: Stage) -> None:
    stage.plays(HELLO)
    uri = asker.open(
        "untitled:Notes", "---\nvariables:\n  A: 1\n---\nSay hello to {{A}}\n"
    )
    asker.gets(TEMPLATIZE, uri=uri)
    assert asker.texts[uri] == (
        "---\nvariables:\n  A: 1\n  GREETING: hello\n---\nSay {{GREETING}} to {{A}}\n"
    )


def test_values_without_a_place(asker: Asker, stage: Stage) -> None:
    stage.plays(HELLO)
    uri = asker.open("untitled:Notes", "Say hello\n")
    error = asker.asks(TEMPLATIZE, uri=uri)["error"]
    assert error["code"] == FAILED
    assert "save the prompt first" in error["message"]
    (asker.root / "a.vars.json").write_bytes(b"\xff")
    uri = asker.open("a.prompt", "Say hello\n")
    error = asker.asks(TEMPLATIZE, uri=uri)["error"]
    assert error["code"] == FAILED
    assert "`a.vars.json`, which cannot be read" in error["message"]
    assert stage.requests == [], "nobody is asked in vain"


@pytest.mark.parametrize("held", ['{"A":', "[1]"])
def test_values_of_a_sidecar_that_takes_none(
    asker: Asker, stage: Stage, held: str
) -> None:
    stage.plays(HELLO)
    (asker.root / "a.vars.json").write_text(held)
    uri = asker.open("a.prompt", "Say hello\n")
    error = asker.asks(TEMPLATIZE, uri=uri)["error"]
    assert error["code"] == FAILED
    assert "`a.vars.json`, which takes none" in error["message"]
    assert asker.applied == []


def test_generate_for_a_task_alone(asker: Asker, stage: Stage) -> None:
    stage.plays(improves("You are a chef."))
    result = asker.gets(GENERATE, task="a chef")
    assert result["applied"] is False
    assert "edit" not in result
    (message,) = result["response"]["messages"]
    assert message["content"][0]["text"].startswith("You are a chef")


def test_generate_in_the_stead_of_its_description(asker: Asker) -> None:
    uri = asker.open("a.prompt", "Draft an email that answers a complaint\n")
    asker.gets(GENERATE, uri=uri, engine="offline")
    assert asker.texts[uri] != "Draft an email that answers a complaint\n"
    assert "complaint" in asker.texts[uri]


def test_generate_needs_a_task_and_room(asker: Asker) -> None:
    assert asker.asks(GENERATE, task="  ")["error"]["code"] == FAILED
    uri = asker.open("a.prompt", PROMPT)
    assert "blank" in asker.asks(GENERATE, uri=uri, task=" ")["error"]["message"]
    error = asker.asks(GENERATE, uri=uri, task="a chef")["error"]
    assert error["code"] == FAILED
    assert "not empty" in error["message"]
    assert asker.texts[uri] == PROMPT


@pytest.mark.parametrize(
    "wrong",
    [
        {"engine": "magic"},
        {"engine": 7},
        {"feedback": 7},
        {"task": []},
        {"apply": None},
        {"target_model": "x"},
        {"range": 7},
        {"version": "1"},
        {"version": True},
    ],
)
@pytest.mark.parametrize("command", [IMPROVE, TEMPLATIZE, GENERATE])
def test_wrong_arguments(asker: Asker, command: str, wrong: dict[str, object]) -> None:
    uri = asker.open("a.prompt", PROMPT)
    error = asker.asks(command, **({"uri": uri} | wrong))["error"]
    assert error["code"] == INVALID
    assert next(iter(wrong)) in error["message"]


def test_an_older_version_is_refused(asker: Asker) -> None:
    uri = asker.open("a.prompt", PROMPT, version=4)
    error = asker.asks(IMPROVE, uri=uri, version=3)["error"]
    assert error["code"] == MODIFIED
    assert "version 4" in error["message"]
    ((_, message),) = asker.told
    assert message == "the prompt has changed since it was asked about; ask again"


@pytest.mark.parametrize(
    ("act", "said"),
    [
        (fails(401, "authentication_error"), "key"),
        (fails(403, "permission_error"), "key"),
        (fails(404, "not_found_error"), "some-model"),
        (fails(429, "rate_limit_error", x_should_retry="false"), "again"),
        (fails(529, "overloaded_error", x_should_retry="false"), "again"),
        (says("no prompt at all, CANARY"), "answer"),
        (improves("Say it very well."), "refused"),
    ],
)
def test_a_failure_is_one_message(
    asker: Asker, stage: Stage, act: object, said: str
) -> None:
    stage.plays(act)  # type: ignore[arg-type] # as the table has it
    uri = asker.open("a.prompt", PROMPT)
    error = asker.asks(IMPROVE, uri=uri)["error"]
    assert error["code"] == FAILED
    assert said in error["message"]
    assert "\n" not in error["message"]
    assert "CANARY" not in error["message"]
    assert asker.told == []
    assert asker.of("window/logMessage") == []
    assert asker.applied == []
    assert asker.of("$/progress")[-1]["value"] == {"kind": "end"}


# Clients that can do less


def test_a_client_that_can_do_nothing(bare: Editor) -> None:
    uri = bare.open("a.prompt", "Human: Translate hello to German\n\nAssistant: ")
    result = bare.command(IMPROVE, {"uri": uri})["result"]
    assert result["applied"] is False
    assert [*result["edit"]] == ["changes"]
    assert bare.after(result["edit"])[uri].startswith("\n\nHuman: ")
    assert bare.asked == []
    error = bare.command(TEMPLATIZE, {"uri": uri})["error"]
    assert error["code"] == FAILED
    assert "cannot create files" in error["message"]
    assert "`a.vars.json`" in error["message"]
    result = bare.command(TEMPLATIZE, {"uri": uri, "apply": False})["result"]
    assert "edit" not in result
    assert result["response"]["variable_values"]
    methods = {each.get("method") for each in bare.seen}
    assert methods.isdisjoint({"$/progress", "window/showMessage"})


def test_a_client_that_cannot_preview_is_not_asked_to(
    tmp_path: Path, stage: Stage
) -> None:
    stage.plays(BETTER)
    edits = {"documentChanges": True}
    able = {"workspace": {"applyEdit": True, "workspaceEdit": edits}}
    with Asker(tmp_path, stage.environment()) as asker:
        asker.start(able)
        uri = asker.open("a.prompt", PROMPT)
        edit = asker.gets(IMPROVE, uri=uri)["edit"]
        assert [*edit] == ["documentChanges"]
        assert "annotationId" not in json.dumps(edit)
        assert asker.texts[uri] == "Say {{X}} very well.\n"


@pytest.mark.parametrize("error", [None, {"code": -32601, "message": "no"}])
def test_a_client_without_a_place_for_progress(
    tmp_path: Path, stage: Stage, error: Message | None
) -> None:
    stage.plays(BETTER)
    with Placeless(tmp_path, stage.environment()) as asker:
        asker.error = error
        asker.start(ASKING)
        uri = asker.open("a.prompt", PROMPT)
        assert asker.gets(IMPROVE, uri=uri)["applied"] is True
        assert asker.of("$/progress") == []


class Placeless(Asker):
    """It leaves one question without an answer, or answers it by an error."""

    error: Message | None = None

    def _answer(self, message: Message) -> None:
        if message["method"] != "window/workDoneProgress/create":
            super()._answer(message)
        elif self.error is not None:
            self.send({"jsonrpc": "2.0", "id": message["id"], "error": self.error})


# Where the text goes


def test_a_project_cannot_send_the_key_elsewhere(tmp_path: Path, stage: Stage) -> None:
    stage.plays(BETTER)
    foreign = "http://127.0.0.1:9"
    (tmp_path / "prompt-lsp.toml").write_text(
        f'[engines.messages]\nbase-url = "{foreign}"\nmodel = "other"\n'
    )
    with Asker(tmp_path, stage.environment()) as asker:
        asker.settings = {"engines": {"messages": {"baseUrl": foreign}}}
        asker.start(ASKING)
        uri = asker.open("a.prompt", PROMPT)
        assert asker.gets(IMPROVE, uri=uri)["applied"] is True
        assert len(stage.requests) == 1
        assert stage.requests[0].body["model"] == "some-model"
        logged = [each["message"] for each in asker.of("window/logMessage")]
        assert sum("`engines.messages.base-url`" in each for each in logged) == 1
        assert sum("`engines.messages.baseUrl`" in each for each in logged) == 1


def test_without_a_key_or_a_server(tmp_path: Path) -> None:
    keyless = {"ANTHROPIC_API_KEY": "", "PROMPT_LSP_API_KEY": ""}
    keyless |= {"PROMPT_LSP_ENGINES_MESSAGES_MODEL": "some-model"}
    with Asker(tmp_path, keyless) as asker:
        asker.start(ASKING)
        uri = asker.open("a.prompt", PROMPT)
        error = asker.asks(IMPROVE, uri=uri)["error"]
        assert error["code"] == FAILED
        assert "ANTHROPIC_API_KEY" in error["message"]
        error = asker.asks(IMPROVE, uri=uri, engine="prompt-tools")["error"]
        assert error["code"] == FAILED
        assert "engines.prompt-tools.base-url" in error["message"]
        assert asker.of("$/progress") == []


def test_nothing_of_a_prompt_or_a_key_is_logged(tmp_path: Path, stage: Stage) -> None:
    stage.plays(fails(401, "authentication_error", "CANARY"), says("CANARY"), BETTER)
    environment = stage.environment()
    key = environment["PROMPT_LSP_API_KEY"]
    with Asker(tmp_path, environment) as asker:
        asker.start(ASKING)
        uri = asker.open("a.prompt", "CANARY {{X}}")
        for _ in range(3):
            asker.asks(IMPROVE, uri=uri, feedback="CANARY")
        asker.reply("shutdown")
        asker.notify("exit")
        assert asker.exit_code() == 0
        assert asker.process.stderr is not None
        said = asker.process.stderr.read().decode()
        logged = json.dumps(asker.of("window/logMessage") + asker.told) + said
        assert "CANARY" not in logged
        assert key not in logged


# The examples of the documentation


def test_the_documented_templates(asker: Asker) -> None:
    uri = asker.open("a.prompt", "Translate hello to German")
    result = asker.gets(TEMPLATIZE, uri=uri, engine="offline")
    assert asker.texts[uri] == "Translate {{WORD_TO_TRANSLATE}} to {{TARGET_LANGUAGE}}"
    assert result["response"]["variable_values"] == {
        "WORD_TO_TRANSLATE": "hello",
        "TARGET_LANGUAGE": "German",
    }


def test_the_documented_templates_share_a_key(asker: Asker) -> None:
    head = "---\nmodel:\n  api: chat\nsample:\n  A: 1\n"
    uri = asker.open(
        "a.prompty",
        f"{head}---\nsystem:\nYou are a professional English to German translator\n"
        "\nuser:\nTranslate hello to German\n",
        "prompty",
    )
    asker.gets(TEMPLATIZE, uri=uri, engine="offline")
    assert asker.texts[uri] == (
        f"{head}  SOURCE_LANGUAGE: English\n  TARGET_LANGUAGE: German\n"
        "  WORD_TO_TRANSLATE: hello\n---\nsystem:\n"
        "You are a professional {{SOURCE_LANGUAGE}} to {{TARGET_LANGUAGE}} translator\n"
        "\nuser:\nTranslate {{WORD_TO_TRANSLATE}} to {{TARGET_LANGUAGE}}\n"
    )


def test_the_documented_improvement(asker: Asker) -> None:
    uri = asker.open("a.prompt", "Concise recipe for {{food}}")
    feedback = "Make the recipes shorter"
    result = asker.gets(IMPROVE, uri=uri, engine="offline", feedback=feedback)
    assert asker.texts[uri].startswith("Concise recipe for {{food}}\n\n")
    assert "short" in asker.texts[uri]
    assert result["response"]["system"] == ""


def test_the_documented_task(asker: Asker) -> None:
    task = "a chef for a meal prep planning service"
    result = asker.gets(GENERATE, task=task, engine="offline")
    text = result["response"]["messages"][0]["content"][0]["text"]
    assert text.startswith(f"You are {task}")


def test_the_engine_of_the_settings_is_asked(pushed: Editor) -> None:
    uri = pushed.open("a.prompt", "Human: hi\n\nAssistant: ")
    result = pushed.command(IMPROVE, {"uri": uri})["result"]
    assert result["response"]["usage"]["input_tokens"] == 0
    assert "window/workDoneProgress/create" not in pushed.asked
