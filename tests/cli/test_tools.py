"""`improve`, `templatize` and `generate` over files, folders and standard input."""

import asyncio
import gc
import json
import os
import signal
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

import pytest

from prompt_lsp.cli import tool, worked
from prompt_lsp.config import Resolved
from prompt_lsp.prompt_tools.errors import (
    ApiError,
    NoKey,
    NotFound,
    RateLimited,
    Unauthorized,
)
from prompt_lsp.prompt_tools.schema import (
    Answer,
    Change,
    Generate,
    Improve,
    Job,
    Message,
    Templatize,
    texts_of,
    user,
)
from prompt_lsp.prompt_tools.slots import Slot, templated
from prompt_lsp.text import Span
from prompt_lsp.workspace import write
from tests.cli.conftest import Run

SOUP = "Give me a recipe for soup.\n"
TURNS = "You are kind.\n\nHuman: Give me a recipe for soup.\n\nAssistant:\n"


class Cook:
    """An engine that knows soup, and what it was asked."""

    name = "cook"
    label = "cook"
    repairs = False

    def __init__(self) -> None:
        self.jobs: list[Job] = []
        self.at_once = self.most = 0
        self.closed = False

    async def answer(self, job: Job, amiss: tuple[str, ...] = ()) -> Answer:
        assert not amiss
        self.jobs.append(job)
        self.at_once += 1
        self.most = max(self.most, self.at_once)
        await asyncio.sleep(0)
        self.at_once -= 1
        if "busy" in "".join(texts_of(job)):
            message = "too many requests: wait a moment"
            raise RateLimited(message, status=429)
        match job:
            case Generate():
                return Answer((user(f"You are {job.task}."),))
            case Improve():
                text = job.messages[0].texts[0].replace("recipe", "good recipe")
                changes = (Change("praise", "a recipe is to be good"),)
                return Answer((user(text),), changes=changes if "good" in text else ())
            case Templatize():
                return _soup(job)

    async def aclose(self) -> None:
        self.closed = True


def _soup(job: Templatize) -> Answer:
    texts = texts_of(job)
    slots = [
        Slot("FOOD", index, Span(text.index("soup"), text.index("soup") + 4))
        for index, text in enumerate(texts)
        if "soup" in text
    ]
    made = templated(texts, slots)
    rest = list(made.texts)
    system = rest.pop(0) if job.system is not None else ""
    messages = tuple(Message(one.role, (rest.pop(0),)) for one in job.messages)
    return Answer(messages, system, variable_values=made.values, notes=("a note",))


@pytest.fixture
def cook(monkeypatch: pytest.MonkeyPatch) -> Cook:
    """The engine that all prompts get."""
    made = Cook()

    def engine(
        name: str | None, resolved: Resolved, environment: Mapping[str, str]
    ) -> Cook:
        assert resolved.settings.deadline
        assert environment is os.environ
        assert name in (None, "offline")
        return made

    monkeypatch.setattr(worked, "engine", engine)
    return made


Put = Callable[[str, str], Path]


@pytest.fixture
def put(folder: Path) -> Put:
    """Puts a prompt into the folder."""

    def made(name: str, text: str) -> Path:
        path = folder / name
        path.parent.mkdir(exist_ok=True, parents=True)
        path.write_bytes(text.encode())
        return path

    return made


def test_the_result_is_printed_and_what_was_done_told_beside(
    run: Run, put: Put, cook: Cook
) -> None:
    put("a.prompt", TURNS)
    done = run("improve", "a.prompt")
    assert done.out == TURNS.replace("recipe", "good recipe")
    assert done.err == "praise: a recipe is to be good\n"
    assert done.code == 0
    assert cook.closed
    assert (put("a.prompt", TURNS)).read_text() == TURNS


def test_wishes_reach_the_engine(run: Run, cook: Cook) -> None:
    run(
        *("improve", "-", "--feedback", "shorter", "--system", "Be kind."),
        *("--target-model", "claude-2.1", "--engine", "offline"),
        stdin=SOUP.encode(),
    )
    job = cook.jobs[0]
    assert isinstance(job, Improve)
    assert job.messages == (user(SOUP.strip()),)
    assert (job.feedback, job.system) == ("shorter", "Be kind.")
    assert job.target_model == "claude-2.1"


def test_templatize_prints_the_values_beside(run: Run, cook: Cook) -> None:
    done = run("templatize", "-", stdin=SOUP.encode())
    assert done.out == SOUP.replace("soup", "{{FOOD}}")
    assert done.err == 'note: a note\nFOOD = "soup"\n'
    assert len(cook.jobs) == 1


def test_json_is_the_body_of_the_protocol(run: Run, cook: Cook) -> None:
    done = run("templatize", "--json", "--system", "Love soup", "-", stdin=b"soup")
    body = json.loads(done.out)
    assert body["variable_values"] == {"FOOD": "soup"}
    assert body["system"] == "Love {{FOOD}}"
    assert body["messages"] == [
        {"role": "user", "content": [{"type": "text", "text": "{{FOOD}}"}]}
    ]
    assert set(body) == {"messages", "system", "usage", "variable_values"}
    assert len(cook.jobs) == 1


def test_write_puts_values_into_a_new_sidecar(run: Run, put: Put, cook: Cook) -> None:
    path = put("sub/a.prompt", "\ufeff" + TURNS)
    done = run("templatize", "--write", "sub/a.prompt")
    assert (done.code, done.out) == (0, "")
    assert done.err.splitlines()[:2] == [
        "templatized sub/a.prompt",
        "created sub/a.vars.json",
    ]
    assert path.read_text("utf-8") == "\ufeff" + TURNS.replace("soup", "{{FOOD}}")
    assert json.loads(path.with_name("a.vars.json").read_text()) == {"FOOD": "soup"}
    assert len(cook.jobs) == 1


def test_a_sidecar_is_never_overwritten(run: Run, put: Put, cook: Cook) -> None:
    path = put("a.prompt", SOUP)
    path.with_name("a.vars.json").write_bytes(b"\xff not UTF-8")
    done = run("templatize", "--write", "a.prompt")
    assert done.code == 2
    assert "a.prompt: not written: `a.vars.json`: it exists already" in done.err
    assert path.read_text() == SOUP
    assert cook.jobs


def test_a_diff_shows_the_sidecar_too_and_changes_nothing(
    run: Run, put: Put, cook: Cook
) -> None:
    path = put("a.prompt", SOUP)
    done = run("templatize", "--diff", "a.prompt")
    assert done.code == 1
    assert done.out == (
        "--- a.prompt\n+++ a.prompt\n@@ -1 +1 @@\n"
        "-Give me a recipe for soup.\n+Give me a recipe for {{FOOD}}.\n"
        "--- a.vars.json\n+++ a.vars.json\n@@ -0,0 +1,3 @@\n"
        '+{\n+  "FOOD": "soup"\n+}\n'
    )
    assert path.read_text() == SOUP
    assert [each.name for each in path.parent.iterdir()] == ["a.prompt"]
    assert run("improve", "--diff", "-", stdin=b"none").code == 0
    done = run("improve", "--diff", ".")
    assert done.err.splitlines()[-1] == "1 of 1 prompt would be improved"
    assert len(cook.jobs) == 3


def test_many_prompts_are_worked_on_side_by_side_and_told_in_order(
    run: Run, put: Put, cook: Cook
) -> None:
    for number in range(12):
        put(f"p/{number:02}.prompt", SOUP if number != 3 else "busy")
    put("p/x.ipynb", "{}")
    done = run("improve", "p", "--write")
    assert done.code == 2
    lines = done.err.splitlines()
    assert lines[0] == "improved p/00.prompt: praise"
    assert "error: p/03.prompt: too many requests: wait a moment" in lines
    assert lines[-1] == "improved 11 of 12 prompts, 1 failed"
    told = [line for line in lines if line.startswith("improved p/")]
    assert told == sorted(told)
    assert cook.most > 1


def test_of_many_templates_the_variables_are_told(
    run: Run, put: Put, cook: Cook
) -> None:
    put("p/a.prompt", SOUP)
    done = run("templatize", "--write", "p")
    assert done.err.splitlines() == [
        "templatized p/a.prompt: FOOD",
        "created p/a.vars.json",
        "note: p/a.prompt: a note",
        "templatized 1 of 1 prompt",
    ]
    assert cook.jobs


def test_several_results_stand_under_their_names(
    run: Run, put: Put, cook: Cook
) -> None:
    put("a.prompt", "A recipe for soup")
    put("b.prompt", SOUP)
    done = run("improve", "a.prompt", "b.prompt")
    assert done.out == (
        "==> a.prompt <==\nA good recipe for soup\n"
        "==> b.prompt <==\nGive me a good recipe for soup.\n"
    )
    rows = run("improve", "--json", "a.prompt", "b.prompt").out.splitlines()
    assert [json.loads(row)["path"] for row in rows] == ["a.prompt", "b.prompt"]
    assert set(json.loads(rows[0])["response"]) == {"messages", "system", "usage"}
    assert len(cook.jobs) == 4


def test_a_file_with_several_names_is_worked_on_once(
    run: Run, put: Put, cook: Cook
) -> None:
    path = put("p/b.prompt", SOUP)
    for name in ("a.prompt", "c.prompt"):
        path.with_name(name).symlink_to(path)
    far = put("far.txt", SOUP)
    for name in ("x.prompt", "y.prompt"):
        path.with_name(name).symlink_to(far)
    done = run("templatize", "--write", "p")
    assert (done.code, len(cook.jobs)) == (0, 2)
    told = [line for line in done.err.splitlines() if line.startswith("templatized p")]
    assert told == ["templatized p/b.prompt: FOOD", "templatized p/x.prompt: FOOD"]
    assert path.with_name("a.prompt").is_symlink()
    assert "{{FOOD}}" in far.read_text()


def test_what_is_left_out_is_told(run: Run, put: Put, cook: Cook) -> None:
    put("node_modules/a.prompt", SOUP)
    done = run("improve", "--force-exclude", "node_modules/a.prompt")
    assert done.err.startswith("not improved: node_modules/a.prompt: it lies in")
    wish = ("templatize", "-", "--force-exclude", "--stdin-filename")
    done = run(*wish, "node_modules/b.prompt", stdin=SOUP.encode())
    assert done.err.startswith("not templatized: node_modules/b.prompt: it lies in")
    assert (done.out, cook.jobs) == ("", [])


def test_generate_takes_a_task_from_each_place(run: Run, put: Put, cook: Cook) -> None:
    assert run("generate", "-", stdin=b"a chef").out == "You are a chef.\n"
    assert run("generate", "--task", "a chef").out == "You are a chef.\n"
    path = put("a.prompt", "")
    assert run("generate", "--task", "a chef", "--write", "a.prompt").code == 0
    assert path.read_text() == "You are a chef."
    full = run("generate", "--task", "a chef", "--write", "a.prompt")
    assert full.code == 2
    assert "the document is not empty" in full.err
    assert len(cook.jobs) == 3


def test_a_blank_file_is_passed_over_in_a_folder_only(
    run: Run, put: Put, cook: Cook
) -> None:
    put("p/a.prompt", "\n")
    put("p/b.prompt", SOUP)
    done = run("improve", "--write", "p")
    assert (done.code, done.err.splitlines()[0]) == (
        0,
        "skipped: p/a.prompt: the prompt is blank",
    )
    assert run("improve", "--write", "p/a.prompt").code == 2
    assert len(cook.jobs) == 1


def test_values_without_a_place_are_trouble_in_a_folder_too(
    run: Run, put: Put, cook: Cook
) -> None:
    path = put("p/a.prompt", SOUP)
    put("p/a.vars.json", "[1]")
    put("p/b.prompt", SOUP)
    done = run("templatize", "--write", "p")
    assert (done.code, len(cook.jobs)) == (2, 2)
    assert "error: p/a.prompt: the values of the prompt belong into" in done.err
    assert done.err.endswith("templatized 1 of 2 prompts, 1 failed\n")
    assert path.read_text() == SOUP


def test_generate_leaves_the_prompts_of_a_folder_alone(
    run: Run, put: Put, cook: Cook
) -> None:
    prompt = put("p/a.prompt", TURNS)
    task = put("p/b.prompt", "a chef for soups\n")
    done = run("generate", "--write", "p")
    assert "skipped: p/a.prompt: it describes no task" in done.err
    assert prompt.read_text() == TURNS
    assert task.read_text() == "You are a chef for soups.\n"
    assert len(cook.jobs) == 1


@pytest.mark.parametrize(
    ("argv", "message"),
    [
        (("improve",), "name a file, a folder, or `-`"),
        (("improve", "-", "--write"), "standard input is none"),
        (("improve", "a", "--diff", "--json"), "`--diff` changes no file"),
        (("generate", "--task", "a chef", "--write"), "name an empty one"),
        (("generate", "--task", " "), "`--task` is blank"),
        (("generate", "--task", "x y", "a", "b"), "`--task` makes one prompt"),
        (("improve", "-", "--base-url", "http://x"), "`--base-url` is for an engine"),
        (("improve", "-", "--engine", "offline", "--model", "x"), "`--model` is for"),
    ],
)
def test_what_makes_no_sense_is_refused(
    run: Run, argv: tuple[str, ...], message: str
) -> None:
    done = run(*argv, stdin=b"")
    assert (done.code, done.out) == (2, "")
    assert message in done.err


@pytest.mark.parametrize(
    ("flags", "message"),
    [
        (("--deadline", "0"), "`deadline` must be a number of seconds above 0"),
        (("--deadline", "nan"), "`deadline` must be a number of seconds above 0"),
        (
            ("--engine", "messages", "--base-url", "localhost:11434"),
            "`engines.messages.base-url` must be a URL that begins with",
        ),
        (("--model", " "), "`engines.messages.model` must be a string"),
    ],
)
def test_a_wrong_flag_stops_all(
    run: Run, cook: Cook, flags: tuple[str, ...], message: str
) -> None:
    done = run("improve", "-", *flags, stdin=SOUP.encode())
    assert (done.code, done.out, cook.jobs) == (2, "", [])
    assert done.err.startswith(f"error: command line: {message}")


def test_a_project_is_told_why_it_sets_up_no_engine(run: Run, put: Put) -> None:
    table = "[engines.messages]\nmodel = 'x'\n"
    put("prompt-lsp.toml", f"engine = 'messages'\n{table}")
    put("a.prompt", SOUP)
    done = run("improve", "a.prompt")
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("error: no model is set")
    assert "`engines.messages.model` is ignored in a project file" in done.err


def test_what_breaks_amid_the_telling_still_ends_the_work(
    run: Run, cook: Cook, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(tool, "_print", broken)
    with pytest.raises(ZeroDivisionError) as caught:
        run("improve", "-", stdin=SOUP.encode())
    assert caught.traceback, "its frames keep alive whatever nobody has closed"
    assert cook.closed


def test_while_an_answer_is_waited_for_time_is_seen_to_pass(
    run: Run, put: Put, cook: Cook, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, free = cook.answer, asyncio.Event()
    seen: list[bool] = []

    async def answer(job: Job, amiss: tuple[str, ...] = ()) -> Answer:
        await free.wait()
        return await real(job, amiss)

    def watched(outcomes: Iterable[object], _: int, *, title: str) -> Iterator[object]:
        assert title == "Improving"
        for each in outcomes:
            seen.append(each is None)
            free.set()
            if each is not None:
                yield each

    monkeypatch.setattr(cook, "answer", answer)
    monkeypatch.setattr(tool, "watched", watched)
    put("a.prompt", SOUP)
    assert run("improve", "a.prompt").code == 0
    assert (seen[0], seen[-1]) == (True, False)


def test_an_engine_that_cannot_be_asked_is_told_of_once(
    run: Run, put: Put, monkeypatch: pytest.MonkeyPatch
) -> None:
    def engine(*_: object) -> Cook:
        message = "there is no key"
        raise NoKey(message)

    monkeypatch.setattr(worked, "engine", engine)
    for name in "ab":
        put(f"{name}.prompt", SOUP)
    done = run("improve", "a.prompt", "b.prompt")
    assert (done.code, done.out, done.err) == (2, "", "error: there is no key\n")


@pytest.mark.parametrize("kind", [Unauthorized, NotFound])
def test_a_wrong_key_or_model_is_told_of_once(
    run: Run,
    put: Put,
    cook: Cook,
    monkeypatch: pytest.MonkeyPatch,
    kind: type[ApiError],
) -> None:
    async def answer(job: Job, amiss: tuple[str, ...] = ()) -> Answer:
        assert not amiss
        cook.jobs.append(job)
        message = "the server says no"
        raise kind(message, status=400)

    monkeypatch.setattr(cook, "answer", answer)
    for number in range(3 * worked.SIDE_BY_SIDE):
        put(f"{number:02}.prompt", SOUP)
    done = run("improve", ".")
    assert (done.code, done.out, done.err) == (2, "", "error: the server says no\n")
    assert len(cook.jobs) <= worked.SIDE_BY_SIDE
    assert cook.closed


def test_the_first_broken_file_of_many_costs_only_itself(
    run: Run, put: Put, cook: Cook
) -> None:
    put("a.prompt", "")
    put("b.prompt", SOUP)
    done = run("improve", "a.prompt", "b.prompt", "no.prompt")
    assert done.code == 2
    assert "error: a.prompt: the prompt is blank" in done.err
    assert "error: no.prompt: no such file or directory" in done.err
    assert "==> b.prompt <==" in done.out
    assert len(cook.jobs) == 1


def test_an_interrupt_at_the_end_of_a_run_is_one(
    run: Run, put: Put, cook: Cook, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def interrupted(task: "asyncio.Task[worked.Outcome]") -> worked.Outcome:
        outcome = await task
        asyncio.get_running_loop().call_soon(interrupt)
        return outcome

    def interrupt() -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(worked, "_result", interrupted)
    for number in range(9):
        put(f"{number}.prompt", SOUP)
    assert run("improve", "--write", ".").code == 130
    assert cook.closed


@pytest.mark.usefixtures("cook")
def test_on_a_terminal_what_was_done_stands_apart(
    run: Run, put: Put, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tool, "on_one_terminal", lambda: True)
    put("a.prompt", SOUP)
    assert run("improve", "a.prompt").err == "\npraise: a recipe is to be good\n"
    assert run("improve", "--write", "a.prompt").err.startswith("improved a.prompt")


@pytest.mark.usefixtures("cook")
def test_a_system_prompt_that_no_file_holds_is_told(run: Run, put: Put) -> None:
    put("a.prompt", SOUP)
    wish = ("templatize", "--system", "You cook soup", "a.prompt")
    told = 'system prompt: "You cook {{FOOD}}"\n'
    assert told in run(*wish).err
    assert "system prompt" not in run(*wish, "--json").err
    assert told in run(*wish, "--write").err


@pytest.mark.usefixtures("cook")
def test_an_interrupt_amid_a_write_leaves_whole_files(
    run: Run, put: Put, monkeypatch: pytest.MonkeyPatch
) -> None:
    def created(path: str, text: str) -> None:
        Path(path).write_text(text)
        os.kill(os.getpid(), signal.SIGINT)

    monkeypatch.setattr(write, "create", created)
    prompt = put("a.prompt", SOUP)
    put("b.prompt", SOUP)
    assert run("templatize", "--write", ".").code == 130
    assert "{{FOOD}}" in prompt.read_text()
    left = sorted(path.name for path in Path().iterdir())
    assert left == ["a.prompt", "a.vars.json", "b.prompt"]


def test_an_interrupt_of_another_prompt_prints_no_traceback(
    run: Run,
    put: Put,
    cook: Cook,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    real = cook.answer

    async def answer(job: Job, amiss: tuple[str, ...] = ()) -> Answer:
        if "busy" in "".join(texts_of(job)):
            raise KeyboardInterrupt
        return await real(job, amiss)

    monkeypatch.setattr(cook, "answer", answer)
    put("a.prompt", SOUP)
    put("b.prompt", "I am busy.\n")
    done = run("improve", ".")
    gc.collect()
    assert (done.code, done.err, caplog.records) == (130, "", [])
