"""No key and no text of a prompt in a log, an exception or a `repr`."""

import logging
import socket
import traceback
from collections.abc import Iterator
from dataclasses import replace

import pytest

from prompt_lsp.prompt_tools.access import Access
from prompt_lsp.prompt_tools.answering import answered
from prompt_lsp.prompt_tools.engine import Engine
from prompt_lsp.prompt_tools.engines.messages.frame import question
from prompt_lsp.prompt_tools.errors import PromptToolsError
from prompt_lsp.prompt_tools.reply import Reply
from prompt_lsp.prompt_tools.schema import Generate, Improve, Job, Templatize, user
from tests.prompt_tools import standin
from tests.prompt_tools.asking import access_to, engine_to, tools_to

CANARY = "kanarienvogel"
WORDS = f"Sing {CANARY} {{{{{CANARY.upper()}}}}} loud"
TALE = f"{standin.KEY} {WORDS}"
JOBS: dict[str, Job] = {
    "improve": Improve((user(WORDS),), WORDS, WORDS, None, WORDS),
    "templatize": Templatize((user(WORDS),), WORDS, frozenset({CANARY.upper()})),
    "generate": Generate(WORDS),
}
TOLD = f"{{{TALE!r}: [".encode()


def echoes(status: int) -> standin.Act:
    """A server that says back all it was sent, wherever it can."""

    def act(seen: standin.Seen) -> standin.Sent:
        text = f"{seen.headers} {seen.text if 'messages' in seen.body else seen.body}"
        reason = {"x-echo": TALE, "set-cookie": f"a={TALE}", "location": f"/{TALE}"}
        return replace(standin.fails(status, TALE, text)(seen), headers=reason)

    return act


FAILURES: dict[str, standin.Act] = {
    **{
        f"{status}": echoes(status)
        for status in (200, 302, 400, 401, 403, 404, 410, 413, 422, 429, 500, 529)
    },
    "stall": standin.stalls(),
    "reset": standin.resets(),
    "no JSON": standin.sends(TOLD),
    "no UTF-8": standin.sends(TOLD + b"\xff"),
    "no message": standin.sends(f'{{"{TALE}": 1}}'.encode()),
    "a wrong header": standin.sends(b"{}", content_encoding="gzip"),
    "prose": standin.says(TALE),
    "another prompt": standin.improves(f"{CANARY} {standin.KEY}", (CANARY, TALE)),
    "no schema": standin.without_schema(standin.says(TALE)),
    "refusal": standin.declines(),
    "max_tokens": standin.runs_out(TALE),
    "context window": standin.says(TALE, stop="model_context_window_exceeded"),
    "wrong spans": standin.templatizes(
        {"name": TALE, "value": TALE, "message_index": TALE, "occurrence": TALE}
    ),
    "no proposals": standin.templatizes(TALE),  # type: ignore[arg-type]
}


def told(error: BaseException | None) -> Iterator[str]:
    """All that an exception, and those that led to it, can say."""
    while error is not None:
        yield from (str(error), repr(error), repr(error.args), repr(vars(error)))
        yield from traceback.format_exception(error)
        error = error.__cause__ or error.__context__


def safe(texts: Iterator[str]) -> bool:
    return not any(secret in text for text in texts for secret in (standin.KEY, CANARY))


async def outcome(engine: Engine, job: Job) -> Iterator[str]:
    """All that came of a job, as it can be told."""
    try:
        answer = await answered(engine, job)
    except PromptToolsError as error:
        return told(error)
    return iter((repr(answer), *answer.notes))


@pytest.mark.parametrize("tool", JOBS)
@pytest.mark.parametrize("failure", FAILURES)
@pytest.mark.parametrize("tools", [False, True])
async def test_nothing_is_told(
    failure: str, tool: str, caplog: pytest.LogCaptureFixture, *, tools: bool
) -> None:
    caplog.set_level(logging.DEBUG)
    deadline = 0.05 if failure == "stall" else 30
    with standin.Standin(FAILURES[failure], tools=tools) as server:
        access = access_to(server, deadline=deadline)
        async with tools_to(access) if tools else engine_to(access) as engine:
            assert safe(await outcome(engine, JOBS[tool]))
            assert safe(iter((repr(engine), repr(vars(engine)), repr(access))))
    assert server.requests
    assert safe(iter((caplog.text,)))
    assert safe(repr(vars(record)) for record in caplog.records)


@pytest.mark.parametrize("scheme", ["http", "https"])
@pytest.mark.parametrize("loopback", [False, True])
async def test_nothing_is_told_where_nobody_answers(
    scheme: str, caplog: pytest.LogCaptureFixture, *, loopback: bool
) -> None:
    caplog.set_level(logging.DEBUG)
    with socket.create_server(("127.0.0.1", 0)) as free:
        host = f"127.0.0.1:{free.getsockname()[1]}"
    access = Access(f"{scheme}://{host}", host, standin.KEY, loopback=loopback)
    async with engine_to(access) as engine:
        texts = list(await outcome(engine, JOBS["improve"]))
    assert any("Unreachable" in text for text in texts)
    assert safe(iter((*texts, caplog.text)))


async def test_errors_drag_no_others_along() -> None:
    """What a library raised holds the request, and with it the key."""
    for act in (standin.resets(), standin.sends(TOLD), standin.stalls(), echoes(529)):
        with standin.Standin(act) as server:
            async with engine_to(access_to(server, deadline=0.05)) as engine:
                with pytest.raises(PromptToolsError) as caught:
                    await engine.answer(JOBS["improve"])
        assert caught.value.__cause__ is None
        assert caught.value.__context__ is None


async def test_an_answer_does_not_show_what_it_changed() -> None:
    improves = standin.improves(f"{WORDS} {WORDS}", (CANARY, TALE))
    with standin.Standin(improves) as server:
        async with engine_to(access_to(server)) as engine:
            answer = await answered(engine, JOBS["improve"])
    assert answer.changes
    assert safe(iter((repr(answer),)))


def test_no_value_shows_a_prompt() -> None:
    for job in JOBS.values():
        assert CANARY not in repr(job)
        assert CANARY not in repr(question(job, (WORDS,)))
    assert CANARY not in repr(Reply(400, {"error": {"message": WORDS}}))
