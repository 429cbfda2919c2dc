"""Every way in which a request can fail, and what a client is told then."""

from typing import NoReturn

import httpx
import pytest

from prompt_lsp.prompt_tools import errors
from prompt_lsp.prompt_tools.schema import Job
from tests.http_api.steered import Call, Handler, Steered, complaint, echo

MESSAGE = "what is wrong and what to do"
TASK = {"task": "sort my mail"}
MIB = 1024 * 1024
PATH = "/v1/experimental/generate_prompt"


def failing(error: Exception) -> Handler:
    async def fail(_: Job) -> NoReturn:
        raise error

    return fail


def api(status: int, kind: type[errors.ApiError] = errors.ApiError) -> errors.ApiError:
    return kind(MESSAGE, status=status, kind="x_error")


@pytest.mark.parametrize(
    ("error", "status", "kind"),
    [
        (errors.NotApplicable(MESSAGE), 400, "invalid_request_error"),
        (errors.TooLarge(MESSAGE), 413, "request_too_large"),
        (errors.GuardRefused(MESSAGE), 500, "api_error"),
        (errors.NoKey(MESSAGE), 500, "api_error"),
        (errors.NoModel(MESSAGE), 500, "api_error"),
        (errors.Retired(MESSAGE), 500, "api_error"),
        (errors.Unreachable(MESSAGE), 500, "api_error"),
        (errors.BadAnswer(MESSAGE), 500, "api_error"),
        (errors.TimedOut(MESSAGE), 504, "timeout_error"),
        (api(400), 500, "api_error"),
        (api(401, errors.Unauthorized), 500, "api_error"),
        (api(403, errors.Forbidden), 500, "api_error"),
        (api(404, errors.NotFound), 500, "api_error"),
        (api(413), 413, "request_too_large"),
        (api(429, errors.RateLimited), 429, "rate_limit_error"),
        (api(502), 500, "api_error"),
        (api(504), 504, "timeout_error"),
        (api(529, errors.Overloaded), 529, "overloaded_error"),
    ],
)
async def test_what_an_engine_fails_with(
    call: Call, engine: Steered, error: Exception, status: int, kind: str
) -> None:
    engine.handler = failing(error)
    response = await call("generate", TASK)
    assert response.status_code == status
    assert complaint(response) == MESSAGE
    assert response.json()["error"]["type"] == kind
    assert "retry-after" not in response.headers


@pytest.mark.parametrize(
    ("seconds", "header"),
    [
        (0, "0"),
        (0.2, "1"),
        (30, "30"),
        (None, None),
        (-1, None),
        (float("inf"), None),
        (float("nan"), None),
    ],
)
@pytest.mark.parametrize("kind", [(429, errors.RateLimited), (529, errors.Overloaded)])
async def test_when_to_ask_again(
    call: Call,
    engine: Steered,
    kind: tuple[int, type[errors.ApiError]],
    seconds: float | None,
    header: str | None,
) -> None:
    status, error = kind
    engine.handler = failing(error(MESSAGE, status=status, retry_after=seconds))
    response = await call("generate", TASK)
    assert response.headers.get("retry-after") == header


@pytest.mark.parametrize(
    ("error", "header"),
    [
        (errors.NoKey(MESSAGE), "false"),
        (errors.GuardRefused(MESSAGE), "false"),
        (errors.Unreachable(MESSAGE), None),
        (errors.BadAnswer(MESSAGE), None),
        (api(401, errors.Unauthorized), "false"),
        (api(404, errors.NotFound), "false"),
        (api(400), "false"),
        (api(408), None),
        (api(502), None),
        (api(529, errors.Overloaded), None),
    ],
)
async def test_whether_to_ask_again(
    call: Call, engine: Steered, error: Exception, header: str | None
) -> None:
    engine.handler = failing(error)
    response = await call("generate", TASK)
    assert response.headers.get("x-should-retry") == header


async def test_a_crash_tells_nothing(call: Call, engine: Steered) -> None:
    engine.handler = failing(KeyError("the secret prompt"))
    response = await call("generate", TASK)
    assert response.status_code == 500
    assert complaint(response) == "Internal server error"
    engine.handler = echo
    assert (await call("generate", TASK)).status_code == 200


@pytest.mark.parametrize(
    "path", ["/", "/docs", "/v1/messages", f"{PATH}/", f"/v1{PATH}"]
)
@pytest.mark.parametrize("method", ["GET", "POST", "DELETE"])
async def test_there_is_nothing_else(
    client: httpx.AsyncClient, path: str, method: str
) -> None:
    response = await client.request(method, path)
    assert response.status_code == 404
    said = complaint(response)
    assert said.startswith(f"Not found: this server has `POST {PATH}`, `POST /v1/exp")
    assert said.endswith("check the base URL")
    assert response.json()["error"]["type"] == "not_found_error"


@pytest.mark.parametrize(
    ("method", "path", "allowed"),
    [
        ("GET", PATH, "POST"),
        ("PUT", PATH, "POST"),
        ("OPTIONS", PATH, "POST"),
        ("POST", "/healthz", "GET"),
    ],
)
async def test_another_method(
    client: httpx.AsyncClient, method: str, path: str, allowed: str
) -> None:
    response = await client.request(method, path)
    assert response.status_code == 405
    assert complaint(response) == f"Method not allowed: use {allowed}"
    assert response.json()["error"]["type"] == "invalid_request_error"
    assert response.headers["allow"] == allowed


async def test_each_request_has_an_id_of_its_own(client: httpx.AsyncClient) -> None:
    paths = ["/healthz", "/healthz", "/openapi.json", "/nowhere", PATH]
    sent = {"request-id": "req_mine"}
    answers = [await client.get(path, headers=sent) for path in paths]
    ids = {answer.headers["request-id"] for answer in answers}
    assert len(ids) == len(paths)
    assert "req_mine" not in ids


async def test_a_prompt_over_the_limit(call: Call, engine: Steered) -> None:
    at_it = {"messages": [{"role": "user", "content": "é" * (MIB // 2)}]}
    assert (await call("templatize", at_it)).status_code == 200
    over = {**at_it, "system": "x"}
    response = await call("templatize", over)
    assert response.status_code == 413
    assert response.json()["error"]["type"] == "request_too_large"
    assert "1 MiB" in complaint(response)
    assert len(engine.jobs) == 1
