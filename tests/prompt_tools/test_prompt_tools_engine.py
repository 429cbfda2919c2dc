import asyncio
import contextlib
import json
import socket
from collections.abc import AsyncIterator
from dataclasses import replace

import pytest
import uvicorn

from prompt_lsp.http_api.app import create_app
from prompt_lsp.http_api.options import Options
from prompt_lsp.prompt_tools.access import Access
from prompt_lsp.prompt_tools.answering import answered
from prompt_lsp.prompt_tools.engine import Engine
from prompt_lsp.prompt_tools.engines.prompt_tools import PromptToolsEngine
from prompt_lsp.prompt_tools.errors import (
    ApiError,
    BadAnswer,
    GuardRefused,
    NotFound,
    Overloaded,
    PromptToolsError,
    RateLimited,
    Retired,
    TooLarge,
    Unauthorized,
)
from prompt_lsp.prompt_tools.schema import (
    Answer,
    Generate,
    Improve,
    Job,
    Message,
    Templatize,
    Usage,
    user,
)
from prompt_lsp.prompt_tools.wire import read_usage
from tests.prompt_tools.asking import access_to, tools_to
from tests.prompt_tools.standin import Act, Standin, fails, sends

DONE = Answer(
    (user("Say {{X}}"), Message("assistant", ("<answer>",))), usage=Usage(3, 4, 5)
)
SAY = Improve((user("Say {{X}}"),), target_model="claude-2.1")


class Fixed:
    """An engine that answers one thing, and keeps what it was asked."""

    name = "offline"
    label = "offline"
    repairs = False

    def __init__(self, answer: Answer | PromptToolsError) -> None:
        self.answers = answer
        self.jobs: list[Job] = []

    async def answer(self, job: Job, amiss: tuple[str, ...] = ()) -> Answer:
        assert not amiss
        self.jobs.append(job)
        if isinstance(self.answers, PromptToolsError):
            raise self.answers
        return self.answers

    async def aclose(self) -> None:
        """Nothing is open."""


@contextlib.asynccontextmanager
async def serving(
    engine: Engine, token: str | None = None
) -> AsyncIterator[PromptToolsEngine]:
    """Our own service over an engine, and the engine that asks it."""
    app = create_app(engine, Options(token=token), environment={})
    with socket.create_server(("127.0.0.1", 0)) as listening:
        host = f"127.0.0.1:{listening.getsockname()[1]}"
        server = uvicorn.Server(uvicorn.Config(app, log_config=None))
        running = asyncio.create_task(server.serve(sockets=[listening]))
        access = Access(f"http://{host}", host, "sk-ours", loopback=True)
        try:
            async with tools_to(access) as asking:
                yield asking
        finally:
            server.should_exit = True
            await running


async def ask(server: Standin, job: Job) -> Answer:
    try:
        async with tools_to(access_to(server)) as engine:
            return await answered(engine, job)
    finally:
        assert server.faults == []


async def refused(
    act: Act, error: type[PromptToolsError], job: Job = SAY
) -> PromptToolsError:
    with Standin(act, tools=True) as server, pytest.raises(error) as caught:
        await ask(server, job)
    assert len(server.requests) == 1
    return caught.value


def response(data: object) -> Act:
    return sends(json.dumps(data).encode())


# Against our own service


async def test_all_of_a_job_and_of_its_answer_goes_over_the_wire() -> None:
    fixed = Fixed(DONE)
    job = Improve(
        (user("Say {{X}}", "loud"), Message("assistant", ("Yes",))),
        "Be brief",
        "shorter",
        "claude-2.1",
    )
    async with serving(fixed, token="sk-ours") as engine:  # noqa: S106 - of this test
        answer = await engine.answer(job)
        assert engine.label.startswith("prompt-tools at 127.0.0.1:")
    assert fixed.jobs == [job]
    assert answer.messages == DONE.messages
    assert answer.usage == DONE.usage
    assert answer.engine == "prompt-tools"


async def test_generate_over_the_wire() -> None:
    job = Generate("Say something about {{X}}", "claude-opus-5-5")
    answer = Answer((user("Say something about\n<x>\n{{X}}\n</x>"),))
    fixed = Fixed(answer)
    async with serving(fixed) as engine:
        assert (await engine.answer(job)).messages == answer.messages
    assert fixed.jobs == [job]


async def test_templatize_over_the_wire() -> None:
    job = Templatize((user("To Rome", "\r\nby ship"),), system="Ada \U0001f600")
    fixed = Fixed(
        Answer(
            (user("To {{CITY}}", "\r\nby ship"),),
            "{{NAME}} \U0001f600",
            variable_values={"CITY": "Rome", "NAME": "Ada"},
        )
    )
    async with serving(fixed) as engine:
        answer = await answered(engine, job)
    assert answer.messages == (user("To {{CITY}}", "\r\nby ship"),)
    assert answer.system == "{{NAME}} \U0001f600"
    assert answer.variable_values == {"CITY": "Rome", "NAME": "Ada"}


async def test_a_conversation_goes_as_messages_of_the_user_and_comes_back() -> None:
    turns = (
        user("I am Ada", "hello"),
        Message("assistant", ("Hello Ada",)),
        user("Who?"),
        Message("assistant", ("Ada",)),
    )
    templated = (
        ("I am {{NAME}}", "hello"),
        ("Hello {{NAME}}",),
        ("Who?",),
        ("{{NAME}}",),
    )
    fixed = Fixed(
        Answer(
            tuple(user(*texts) for texts in templated), variable_values={"NAME": "Ada"}
        )
    )
    async with serving(fixed) as engine:
        answer = await answered(engine, Templatize(turns))
    assert fixed.jobs == [Templatize(tuple(user(*turn.texts) for turn in turns))]
    assert [message.role for message in answer.messages] == ["user", "assistant"] * 2
    assert tuple(message.texts for message in answer.messages) == templated


async def test_what_only_the_assistant_says_stays_as_it_is() -> None:
    turns = (
        user("Translate hello to German"),
        Message("assistant", ("Hallo",)),
        user("Translate cat to German"),
    )
    templated = (
        user("Translate {{WORD}} to {{LANGUAGE}}"),
        user("{{WORD_2}}"),
        user("Translate {{WORD_3}} to {{LANGUAGE}}"),
    )
    values = {"WORD": "hello", "LANGUAGE": "German", "WORD_2": "Hallo", "WORD_3": "cat"}
    async with serving(Fixed(Answer(templated, variable_values=values))) as engine:
        answer = await answered(engine, Templatize(turns))
    assert answer.messages == (templated[0], turns[1], templated[2])
    assert answer.variable_values == {
        "WORD": "hello",
        "LANGUAGE": "German",
        "WORD_3": "cat",
    }


async def test_a_begun_answer_goes_as_it_is() -> None:
    job = Templatize((user("Ada"), user("Rome"), Message("assistant", ("In",))))
    fixed = Fixed(Answer(job.messages))
    async with serving(fixed) as engine:
        assert (await answered(engine, job)).messages == job.messages
    assert fixed.jobs == [job]


async def test_no_answer_is_begun_where_none_may_be() -> None:
    job = Improve((user("Say {{X}}"),), target_model="claude-2.1", prefill=False)
    async with serving(Fixed(DONE)) as engine:
        assert (await answered(engine, job)).messages == DONE.messages[:1]


async def test_a_wrong_token() -> None:
    async with serving(Fixed(DONE), token="another") as engine:  # noqa: S106 - of this test
        with pytest.raises(Unauthorized, match="does not take the key"):
            await engine.answer(SAY)


@pytest.mark.parametrize(
    ("error", "kind", "status"),
    [
        (TooLarge("no"), ApiError, 413),
        (RateLimited("no", status=429, retry_after=1000), RateLimited, 429),
        (Overloaded("no", status=529), Overloaded, 529),
        (BadAnswer("no"), ApiError, 500),
    ],
)
async def test_a_failure_behind_the_service(
    error: PromptToolsError, kind: type[ApiError], status: int
) -> None:
    async with serving(Fixed(error)) as engine:
        with pytest.raises(kind) as caught:
            await engine.answer(SAY)
    assert caught.value.status == status


async def test_an_answer_that_breaks_a_promise_is_refused_here_too() -> None:
    body = {"messages": [{"role": "user", "content": "Say it"}], "system": ""}
    await refused(response(body), GuardRefused)


# Against other servers


@pytest.mark.parametrize("listed", [False, True])
async def test_both_shapes_of_usage_and_of_content(*, listed: bool) -> None:
    usage = {"input_tokens": 490, "output_tokens": 661}
    content = [{"type": "text", "text": "Say {{X}}"}] if listed else "Say {{X}}"
    body = {
        "messages": [{"role": "user", "content": content}],
        "system": "",
        "usage": [usage] if listed else usage,
    }
    with Standin(response(body), tools=True) as server:
        answer = await ask(server, SAY)
    assert answer.messages == (user("Say {{X}}"),)
    assert (answer.usage.input_tokens, answer.usage.output_tokens) == (490, 661)


async def test_all_that_a_server_says_of_usage_comes() -> None:
    usage = {
        "input_tokens": 1,
        "output_tokens": 2,
        "cache_creation_input_tokens": 3,
        "cache_read_input_tokens": 4,
        "cache_creation": {"ephemeral_5m_input_tokens": 3, "Say": 5},
        "server_tool_use": {"web_search_requests": 0, "web_fetch_requests": "x"},
        "service_tier": "standard",
    }
    caches, tools = {"ephemeral_5m_input_tokens": 3}, {"web_search_requests": 0}
    said = Usage(1, 2, 3, 4, caches, tools, "standard")
    assert read_usage(usage) == said
    assert Usage(1, 1) + said == Usage(2, 3, 3, 4, caches, tools, "standard")
    async with serving(Fixed(replace(DONE, usage=said))) as engine:
        assert (await engine.answer(SAY)).usage == said


@pytest.mark.parametrize("said", [{}, [], "x", {"ephemeral_5m_input_tokens": -1}, 3])
def test_other_words_of_usage_are_left_out(said: object) -> None:
    usage = {"cache_creation": said, "server_tool_use": said, "service_tier": said}
    assert read_usage(usage) == Usage()


@pytest.mark.parametrize("count", [-3, True, 1.5, "3", None])
async def test_what_counts_no_tokens_is_no_count(count: object) -> None:
    body = {
        "messages": [{"role": "user", "content": "Say {{X}}"}],
        "system": "",
        "usage": {"input_tokens": count, "output_tokens": 7},
    }
    with Standin(response(body), tools=True) as server:
        answer = await ask(server, SAY)
    assert (answer.usage.input_tokens, answer.usage.output_tokens) == (0, 7)


@pytest.mark.parametrize(
    "contents", [[], ["a", "b"], [["a", "b"]], [[]], [["a"], ["b"]]]
)
async def test_other_messages_and_blocks_than_were_given(
    contents: list[object],
) -> None:
    def blocks(content: object) -> object:
        if isinstance(content, str):
            return content
        assert isinstance(content, list)
        return [{"type": "text", "text": text} for text in content]

    body = {
        "messages": [{"role": "user", "content": blocks(one)} for one in contents],
        "variable_values": {},
    }
    error = await refused(response(body), BadAnswer, Templatize((user("a"),)))
    assert "other messages and blocks" in str(error)


async def test_reserved_names_are_given_others() -> None:
    job = Templatize(
        (user("To Rome, Ada {{CITY_2}}"),),
        system="Rome",
        reserved=frozenset({"CITY", "CITY_3"}),
    )
    body = {
        "messages": [{"role": "user", "content": "To {{CITY}}, {{NAME}} {{CITY_2}}"}],
        "system": "{{CITY}}",
        "variable_values": {"CITY": "Rome", "NAME": "Ada"},
    }
    with Standin(response(body), tools=True) as server:
        answer = await ask(server, job)
    assert answer.messages == (user("To {{CITY_4}}, {{NAME}} {{CITY_2}}"),)
    assert answer.system == "{{CITY_4}}"
    assert answer.variable_values == {"CITY_4": "Rome", "NAME": "Ada"}


async def test_a_reserved_name_gets_the_first_free_number() -> None:
    job = Templatize((user("To Rome"),), reserved=frozenset({"CITY"}))
    body = {
        "messages": [{"role": "user", "content": "To {{CITY}}"}],
        "variable_values": {"CITY": "Rome"},
    }
    with Standin(response(body), tools=True) as server:
        assert (await ask(server, job)).variable_values == {"CITY_2": "Rome"}


@pytest.mark.parametrize(
    ("name", "reserved", "other"),
    [
        ("CITY", "City", "CITY_2"),
        ("A_B", "a-b", "A_B_2"),
        ("A" * 64,) * 2 + ("A" * 62 + "_2",),
    ],
)
async def test_a_name_is_reserved_however_it_is_written(
    name: str, reserved: str, other: str
) -> None:
    """As it is for the other engines; and no name gets longer than names may be."""
    job = Templatize((user("To Rome"),), reserved=frozenset({reserved}))
    body = {
        "messages": [{"role": "user", "content": f"To {{{{{name}}}}}"}],
        "variable_values": {name: "Rome"},
    }
    with Standin(response(body), tools=True) as server:
        assert (await ask(server, job)).variable_values == {other: "Rome"}


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<html>",
        b"[]",
        b"{}",
        b'{"messages": 1}',
        b'{"messages": [1]}',
        b'{"messages": [{"role": "system", "content": "a"}]}',
        b'{"messages": [{"role": "user", "content": [{"type": "image"}]}]}',
        b'{"messages": [], "variable_values": {"A": 1}}',
        b'{"messages": [], "variable_values": []}',
    ],
)
async def test_what_is_no_answer(body: bytes) -> None:
    await refused(sends(body), BadAnswer, Templatize((user("a"),)))


# The retired host


@pytest.mark.parametrize("status", [404, 410])
async def test_a_server_without_the_prompt_tools(status: int) -> None:
    error = await refused(fails(status, "not_found_error"), NotFound)
    assert "`prompt-lsp serve` has, and the hosted API had until 2026-08-17" in str(
        error
    )


@pytest.mark.parametrize("status", [400, 403, 404, 410])
async def test_a_gateway_to_what_is_retired(status: int) -> None:
    no = fails(status, "invalid_request_error", "This endpoint has been retired.")
    error = await refused(no, Retired)
    assert "retired on 2026-08-17; use the engine `messages`" in str(error)


async def test_a_retired_key_is_no_retirement() -> None:
    no = fails(401, "authentication_error", "This key has been retired.")
    await refused(no, Unauthorized)


@pytest.mark.parametrize("status", [400, 403])
async def test_another_refusal_is_no_retirement(status: int) -> None:
    error = await refused(fails(status, "invalid_request_error"), ApiError)
    assert isinstance(error, ApiError)
    assert error.status == status
