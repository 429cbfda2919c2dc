"""What the service tells of itself, which is nothing of a prompt or a key."""

import logging
from typing import NoReturn

import pytest

from prompt_lsp.http_api.options import Options
from prompt_lsp.prompt_tools import errors
from prompt_lsp.prompt_tools.schema import Job
from tests.http_api.steered import Steered, client_of

CANARY = "canary-7f3a"
PATH = "/v1/experimental/improve_prompt"
JSON = {"content-type": "application/json"}
GOOD = f'{{"messages": [{{"role": "user", "content": "{CANARY}"}}]}}'


async def crash(job: Job) -> NoReturn:
    values = {repr(job): CANARY}
    raise KeyError(values, CANARY)


async def refuse(_: Job) -> NoReturn:
    message = "no"
    raise errors.BadAnswer(message) from ValueError(CANARY)


@pytest.mark.parametrize(
    ("content", "status"),
    [
        (GOOD, 200),
        (GOOD[:-1], 400),
        (f'{{"task": "{CANARY}"}}', 400),
        (f'{{"messages": "{CANARY}"}}', 400),
        (f'{{"messages": [{{"role": "{CANARY}", "content": "{CANARY}"}}]}}', 400),
        (f'{{"messages": [{{"role": "user", "content": ["{CANARY}"]}}]}}', 400),
        (f'{{"messages": [], "system": "{CANARY}"}}', 400),
        (f'"{CANARY}"', 400),
        (GOOD.encode("utf-16"), 400),
    ],
)
async def test_requests_leave_no_text(
    caplog: pytest.LogCaptureFixture, content: str | bytes, status: int
) -> None:
    caplog.set_level(logging.DEBUG)
    headers = {**JSON, "x-api-key": CANARY}
    async with client_of(Steered()) as client:
        answer = await client.post(PATH, content=content, headers=headers)
    assert answer.status_code == status
    assert (CANARY in answer.text) is (status == 200)
    assert CANARY not in caplog.text
    assert f"POST {PATH} {status} " in caplog.text


@pytest.mark.parametrize("handler", [crash, refuse])
async def test_failures_leave_no_text(
    caplog: pytest.LogCaptureFixture,
    capsys: pytest.CaptureFixture[str],
    handler: object,
) -> None:
    caplog.set_level(logging.DEBUG)
    engine = Steered()
    engine.handler = handler  # type: ignore[assignment]
    async with client_of(engine) as client:
        answer = await client.post(PATH, content=GOOD, headers=JSON)
    assert answer.status_code == 500
    written = capsys.readouterr()
    assert CANARY not in answer.text + caplog.text + written.out + written.err
    assert answer.headers["request-id"] in caplog.text


async def test_a_crash_says_where(caplog: pytest.LogCaptureFixture) -> None:
    engine = Steered()
    engine.handler = crash
    async with client_of(engine) as client:
        await client.post(PATH, content=GOOD, headers=JSON)
    (record,) = (each for each in caplog.records if each.levelno == logging.ERROR)
    assert "KeyError at " in record.getMessage()
    assert f"{__file__}:" in record.getMessage()
    assert record.exc_info is None


async def test_a_path_is_told_only_where_it_is_ours(
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.INFO, "prompt_lsp.http_api")
    async with client_of(Steered()) as client:
        await client.get(f"/{CANARY}%0Ainjected?{CANARY}")
        await client.get(f"/healthz?{CANARY}")
    ours = [each for each in caplog.records if each.name == "prompt_lsp.http_api"]
    first, second = (each.getMessage() for each in ours)
    assert first.startswith("- - 404 ")
    assert second.startswith("GET /healthz 200 ")


def test_the_token_is_not_shown() -> None:
    assert CANARY not in repr(Options(token=CANARY))
