"""Keys, versions, names: what the headers of a request say."""

import httpx
import pytest

from prompt_lsp.http_api.hosts import is_ours
from prompt_lsp.http_api.options import Options
from tests.http_api.steered import Steered, client_of, complaint

PATH = "/v1/experimental/generate_prompt"
TASK = {"task": "sort my mail"}
KEYED = Options(token="schlüssel")  # noqa: S106 - of the tests
STRICT = Options(strict=True)
VERSION = ("anthropic-version", "2023-06-01")
BETA = ("anthropic-beta", "prompt-tools-2025-04-02")

Headers = list[tuple[str, str]]


async def asked(options: Options, headers: Headers) -> httpx.Response:
    async with client_of(Steered(), options) as client:
        sent = [(name, value.encode()) for name, value in headers]
        return await client.post(PATH, json=TASK, headers=sent)


@pytest.mark.parametrize(
    "headers",
    [
        [],
        [("x-api-key", "anything")],
        [("authorization", "Bearer anything")],
        [("anthropic-version", "2026-10-21"), ("anthropic-beta", "other-beta")],
    ],
)
async def test_any_key_and_version_will_do(headers: Headers) -> None:
    assert (await asked(Options(), headers)).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        [("x-api-key", "schlüssel")],
        [("authorization", "Bearer schlüssel")],
        [("authorization", "bearer  schlüssel")],
        [("x-api-key", "schlüssel"), ("authorization", "Bearer other")],
        [("x-api-key", ""), ("authorization", "Bearer schlüssel")],
    ],
)
async def test_the_key_of_the_server(headers: Headers) -> None:
    assert (await asked(KEYED, headers)).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        [],
        [("x-api-key", "")],
        [("x-api-key", "schlüsse")],
        [("x-api-key", "schlüssel1")],
        [("authorization", "schlüssel")],
        [("authorization", "Basic schlüssel")],
        [("authorization", "Bearer other")],
        [("x-api-key", "other"), ("authorization", "Bearer schlüssel")],
    ],
)
async def test_another_key_is_refused(headers: Headers) -> None:
    response = await asked(KEYED, headers)
    assert response.status_code == 401
    assert response.json()["error"]["type"] == "authentication_error"
    assert response.headers["www-authenticate"] == "Bearer"
    assert "schl" not in complaint(response)


@pytest.mark.parametrize("token", ["voilà", "\u4e05", "a b"])
async def test_a_key_of_any_characters(token: str) -> None:
    """Some of their bytes are blanks, to who reads them one by one."""
    for header in (("x-api-key", token), ("authorization", f"Bearer {token} ")):
        assert (await asked(Options(token=token), [header])).status_code == 200


async def test_health_needs_no_key() -> None:
    async with client_of(Steered(), KEYED) as client:
        response = await client.get("/healthz")
    assert response.json() == {"status": "ok"}
    assert response.headers["request-id"].startswith("req_")


@pytest.mark.parametrize(
    "headers",
    [
        [VERSION, BETA],
        [VERSION, ("anthropic-beta", "files-api-2025-04-14,prompt-tools-2025-04-02")],
        [VERSION, ("anthropic-beta", " other , prompt-tools-2025-04-02 ")],
        [VERSION, ("anthropic-beta", "files-api-2025-04-14"), BETA],
        [("anthropic-version", "2026-10-21"), BETA, ("anthropic-beta", "other")],
    ],
)
async def test_what_the_strict_server_takes(headers: Headers) -> None:
    assert (await asked(STRICT, headers)).status_code == 200


@pytest.mark.parametrize(
    ("headers", "said"),
    [
        ([], "anthropic-version: header is required"),
        ([BETA], "anthropic-version: header is required"),
        ([BETA, ("anthropic-version", " ")], "anthropic-version: header is required"),
        ([VERSION], "anthropic-beta: header must hold `prompt-tools-2025-04-02`"),
        (
            [VERSION, ("anthropic-beta", "prompt-tools-2025-04-02x")],
            "anthropic-beta: header must hold `prompt-tools-2025-04-02`",
        ),
    ],
)
async def test_what_the_strict_server_refuses(headers: Headers, said: str) -> None:
    response = await asked(STRICT, headers)
    assert response.status_code == 400
    assert complaint(response) == said


OURS = [
    "127.0.0.1",
    "127.0.0.1:8787",
    "127.8.9.1:1",
    "localhost",
    "LocalHost:65535",
    "[::1]",
    "[::1]:8787",
    "[::ffff:127.0.0.1]:1",
]
FOREIGN = [
    "evil.example",
    "evil.example:8787",
    "localhost.evil.example",
    "127.0.0.1.evil.example",
    "127.1",
    "2130706433",
    "0.0.0.0:8787",
    "192.168.0.7",
    "[::2]",
    "::1",
    "localhost:port",
    "localhost:8787:1",
    "user@localhost",
    "localhost/..",
    "",
    " ",
]


@pytest.mark.parametrize("host", OURS)
async def test_our_names(host: str) -> None:
    assert (await asked(Options(), [("host", host)])).status_code == 200


@pytest.mark.parametrize("host", FOREIGN)
@pytest.mark.parametrize("options", [Options(), KEYED])
@pytest.mark.parametrize("path", ["/healthz", "/openapi.json", "/nowhere", PATH])
async def test_foreign_names(host: str, options: Options, path: str) -> None:
    async with client_of(Steered(), options) as client:
        response = await client.get(path, headers={"host": host})
    assert response.status_code == 403
    assert response.json()["error"]["type"] == "permission_error"
    assert "`PROMPT_LSP_ALLOWED_HOSTS`" in complaint(response)


async def test_every_name_must_be_ours() -> None:
    both = [("host", "localhost"), ("host", "evil.example")]
    assert (await asked(Options(), both)).status_code == 403


async def test_names_that_a_proxy_uses() -> None:
    options = Options(hosts=frozenset({"prompts.example"}))
    for host in ("prompts.example", "Prompts.Example:443", "localhost"):
        assert (await asked(options, [("host", host)])).status_code == 200
    assert (await asked(options, [("host", "evil.example")])).status_code == 403


@pytest.mark.parametrize(
    ("host", "local", "open_", "ours"),
    [
        ("prompts.example", "10.0.0.7", False, True),  # who asks must have the key
        ("prompts.example", "10.0.0.7", True, False),
        ("10.0.0.7:8787", "10.0.0.7", True, True),  # no page can be named so
        ("10.0.0.8:8787", "10.0.0.7", True, False),
        ("localhost", "10.0.0.7", True, True),
        ("evil.example", "127.0.0.1", False, False),
        ("evil.example", "::1", False, False),
        ("evil.example", "::ffff:127.0.0.1", False, False),
        ("evil.example", None, False, False),
        ("evil.example", "/run/prompt-lsp.sock", True, False),
        ("evil.example", "/run/prompt-lsp.sock", False, True),
    ],
)
def test_names_by_where_a_request_comes_in(
    host: str, local: str | None, *, open_: bool, ours: bool
) -> None:
    assert is_ours([host], local, named=frozenset(), open_=open_) is ours


def test_no_name_is_no_foreign_one() -> None:
    assert is_ours([], "127.0.0.1", named=frozenset(), open_=True)


async def test_other_sites_may_not_ask() -> None:
    origin = {"origin": "https://evil.example", "host": "127.0.0.1"}
    asking = {**origin, "access-control-request-method": "POST"}
    async with client_of(Steered()) as client:
        asked = await client.options(PATH, headers=asking)
        response = await client.post(PATH, json=TASK, headers=origin)
    assert asked.status_code == 405
    for each in (asked, response):
        assert not [name for name in each.headers if name.startswith("access-control")]
