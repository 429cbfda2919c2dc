from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from prompt_lsp.config import Layer, Level, Resolved, resolve
from prompt_lsp.prompt_tools import access
from prompt_lsp.prompt_tools.access import (
    MESSAGES_URL,
    Access,
    messages_access,
    prompt_tools_access,
)
from prompt_lsp.prompt_tools.address import address_of
from prompt_lsp.prompt_tools.errors import (
    InsecureAddress,
    Misconfigured,
    NoAddress,
    NoKey,
    NoModel,
    Retired,
)
from prompt_lsp.workspace.configuration import Configuration

HOSTED = {"ANTHROPIC_API_KEY": "sk-hosted"}
OWN = {"PROMPT_LSP_API_KEY": "sk-own"}
ELSEWHERE = "https://gateway.example"


def said(url: str | None, level: Level = Level.USER) -> Resolved:
    """Settings with one base URL for both engines, said at some level."""
    if url is None:
        return resolve([])
    key = "baseUrl" if level.camel else "base-url"
    tools = "promptTools" if level.camel else "prompt-tools"
    table: dict[str, Any] = {"messages": {key: url}, tools: {key: url}}
    return resolve([Layer(level, {"engines": table})])


# Which key


def test_without_an_address_the_hosted_api_is_asked_with_its_key() -> None:
    found = messages_access(said(None), HOSTED)
    assert (found.base_url, found.key) == ("https://api.anthropic.com", "sk-hosted")


def test_our_own_key_comes_before_that_of_the_hosted_api() -> None:
    assert messages_access(said(None), HOSTED | OWN).key == "sk-own"
    assert messages_access(said(ELSEWHERE), HOSTED | OWN).key == "sk-own"


@pytest.mark.parametrize("blank", ["", "  ", "\n"])
def test_a_blank_key_is_none(blank: str) -> None:
    environment = HOSTED | {"PROMPT_LSP_API_KEY": blank}
    assert messages_access(said(None), environment).key == "sk-hosted"
    with pytest.raises(NoKey, match="set `ANTHROPIC_API_KEY`"):
        messages_access(said(None), {"ANTHROPIC_API_KEY": blank})


@pytest.mark.parametrize(
    ("level", "key"),
    [
        (Level.USER, "sk-hosted"),
        (Level.ENVIRONMENT, None),
        (Level.INITIALIZATION, None),
        (Level.FLAG, None),
    ],
)
@pytest.mark.parametrize("read", [messages_access, prompt_tools_access])
def test_the_key_of_the_hosted_api_goes_elsewhere_only_by_the_user_file(
    read: Callable[[Resolved, Mapping[str, str]], Access], level: Level, key: str | None
) -> None:
    assert read(said(ELSEWHERE, level), HOSTED).key == key
    assert read(said(ELSEWHERE, level), OWN).key == "sk-own"


@pytest.mark.parametrize("level", [Level.ENVIRONMENT, Level.INITIALIZATION, Level.FLAG])
def test_the_hosted_api_may_be_named(level: Level) -> None:
    for url in ("https://api.anthropic.com", "https://API.anthropic.com:443/v1/"):
        assert messages_access(said(url, level), HOSTED).key == "sk-hosted"


@pytest.mark.parametrize(
    "url",
    [
        "https://api.anthropic.com.example",
        "https://api-anthropic.com",
        "https://example/api.anthropic.com",
        "https://api.anthropic.com:8443",
    ],
)
def test_what_looks_like_the_hosted_api_is_not_it(url: str) -> None:
    assert messages_access(said(url, Level.FLAG), HOSTED).key is None


def test_a_local_server_needs_no_key() -> None:
    found = messages_access(said("http://localhost:11434", Level.FLAG), {})
    assert found == Access(
        "http://localhost:11434", "localhost:11434", setting=MESSAGES_URL, loopback=True
    )


@pytest.mark.parametrize("key", ["sk-ä", "sk 1", "sk-\x00", "sk\r\nx: y", "k" * 2000])
def test_a_key_that_no_header_can_hold_is_not_shown(key: str) -> None:
    with pytest.raises(NoKey, match="`PROMPT_LSP_API_KEY`") as caught:
        messages_access(said(None), {"PROMPT_LSP_API_KEY": key})
    assert key not in str(caught.value)


def test_a_key_is_in_no_repr() -> None:
    assert "sk-own" not in repr(messages_access(said(None), OWN))


# Unencrypted


@pytest.mark.parametrize(
    "host", ["localhost", "LOCALHOST:1", "127.0.0.1", "127.255.0.9:80", "[::1]:8080"]
)
def test_plain_http_takes_a_key_to_this_machine(host: str) -> None:
    assert messages_access(said(f"http://{host}"), OWN).key == "sk-own"


@pytest.mark.parametrize(
    "host",
    [
        "gateway.example",
        "localhost.example",
        "127.0.0.1.example",
        "127.1",
        "128.0.0.1",
        "0.0.0.0",  # noqa: S104 - it is none to bind to
        "[::2]",
        "[::ffff:127.0.0.1]",
        "192.168.0.1:11434",
    ],
)
def test_plain_http_takes_no_key_anywhere_else(host: str) -> None:
    for read in (messages_access, prompt_tools_access):
        with pytest.raises(InsecureAddress, match="https://"):
            read(said(f"http://{host}"), OWN)
    assert messages_access(said(f"http://{host}"), {}).key is None


def test_the_hosted_api_is_never_asked_unencrypted() -> None:
    with pytest.raises(InsecureAddress):
        messages_access(said("http://api.anthropic.com", Level.FLAG), HOSTED)


# Addresses


@pytest.mark.parametrize("end", ["", "/", "//", "/v1", "/v1/", "/v1/messages"])
@pytest.mark.parametrize("start", ["https://h.example", "https://h.example:8/a/b"])
def test_an_address_may_end_as_people_write_it(start: str, end: str) -> None:
    assert address_of(start + end, MESSAGES_URL).url == start


@pytest.mark.parametrize(
    "url",
    [
        "https://name:secret@h.example",
        "https://secret@h.example",
        "https://@h.example",
        "https://",
        "https:///secret",
        "https://:80/secret",
        "https://h.example:secret",
        "https://h.example:99999",
        "https://[secret]/",
        "https://[::1%25secret]/",
        "https://h.example/?key=secret",
        "https://h.example/#secret",
        "https://h.example\\@secret/",
        "https://h.example/%2e%2e/secret",
        "https://h example/secret",
        "https://hä.example/secret",
        "ftp://h.example/secret",
        "secret",
        "",
    ],
)
def test_an_address_that_could_be_misread_is_refused_and_not_shown(url: str) -> None:
    with pytest.raises(NoAddress, match=f"`{MESSAGES_URL}` cannot be used") as caught:
        address_of(url, MESSAGES_URL)
    assert "secret" not in str(caught.value)
    assert caught.value.__context__ is None


@pytest.mark.parametrize("wrong", ["localhost:11434", "ftp://own.example", " ", 5])
@pytest.mark.parametrize("level", [Level.USER, Level.INITIALIZATION, Level.FLAG])
def test_no_other_address_stands_in_for_a_wrong_one(
    level: Level, wrong: object
) -> None:
    """What is meant for a server at home must not go to the hosted one."""
    for name, camel, read in (
        ("messages", "messages", messages_access),
        ("prompt-tools", "promptTools", prompt_tools_access),
    ):
        table = {"engines": {name: {"base-url": wrong}}}
        if level.camel:
            table = {"engines": {camel: {"baseUrl": wrong}}}
        right = Layer(Level.ENVIRONMENT, {"engines": {name: {"base-url": ELSEWHERE}}})
        over = Layer(Level.FLAG, right.table)
        with pytest.raises(NoAddress, match="must begin with `https://`"):
            read(resolve([Layer(level, table)]), HOSTED | OWN)
        if level is not Level.USER:
            with pytest.raises(NoAddress, match="must begin with `https://`"):
                read(resolve([right, Layer(level, table)]), HOSTED | OWN)
        if level is not Level.FLAG:
            found = read(resolve([Layer(level, table), over]), HOSTED | OWN)
            assert found.base_url == ELSEWHERE


@pytest.mark.parametrize("level", [Level.PROJECT, Level.CLIENT])
def test_a_wrong_address_of_a_workspace_changes_nothing(level: Level) -> None:
    key = "base-url" if level is Level.PROJECT else "baseUrl"
    layer = Layer(level, {"engines": {"messages": {key: "localhost:1"}}})
    found = messages_access(resolve([layer]), HOSTED)
    assert found.base_url == "https://api.anthropic.com"


@pytest.mark.parametrize("text", ["/" * 100_000, "a." * 50_000, "[" * 100_000])
def test_a_long_address_is_read_at_once(text: str) -> None:
    with pytest.raises(NoAddress):
        address_of(f"https://{text}!", MESSAGES_URL)


def test_what_is_missing_is_said() -> None:
    with pytest.raises(NoModel, match=r"`engines\.messages\.model`"):
        access.model(said(None))
    with pytest.raises(NoAddress, match=r"`engines\.prompt-tools\.base-url`"):
        prompt_tools_access(said(None), {})


def test_the_hosted_prompt_tools_are_gone() -> None:
    for url in ("https://api.anthropic.com/v1", "http://api.anthropic.com"):
        with pytest.raises(Retired, match="2026-08-17; use the engine `messages`"):
            prompt_tools_access(said(url), HOSTED)


def test_the_deadline_comes_from_the_settings() -> None:
    resolved = resolve([Layer(Level.USER, {"deadline": 7})])
    assert messages_access(resolved, OWN).deadline == 7


# End to end: a repository that somebody cloned


EVIL = "https://evil.example"
PROJECT = f"""
engine = "messages"
deadline = 9999
[engines.messages]
base-url = "{EVIL}"
model = "evil"
[engines.prompt-tools]
base-url = "{EVIL}"
"""
CLIENT = {
    "engine": "messages",
    "deadline": 9999,
    "engines": {
        "messages": {"baseUrl": EVIL, "model": "evil"},
        "promptTools": {"baseUrl": EVIL},
    },
}
PYPROJECT = PROJECT.replace("[engines", "[tool.prompt-lsp.engines")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("prompt-lsp.toml", PROJECT),
        (".prompt-lsp.toml", PROJECT),
        ("pyproject.toml", f"[tool.prompt-lsp]{PYPROJECT}"),
        ("", ""),
    ],
)
@pytest.mark.parametrize("user", ["", "https://own.example"])
def test_a_workspace_cannot_redirect_the_key(
    tmp_path: Path, name: str, text: str, user: str
) -> None:
    project, file = tmp_path / "cloned", tmp_path / "user.toml"
    project.mkdir()
    file.write_text(f"[engines.messages]\nbase-url = '{user}'\n" if user else "")
    environment = HOSTED | {"PROMPT_LSP_ENGINES_MESSAGES_MODEL": "mine"}
    configuration = Configuration([project], environment=environment, user_file=file)
    if name:
        (project / name).write_text(text)
    else:
        configuration.set_client(CLIENT, project)
    resolved = configuration.resolve(project / "x.prompt")
    found = messages_access(resolved, environment)
    assert found.base_url == (user or "https://api.anthropic.com")
    assert (access.model(resolved), found.deadline) == ("mine", 120)
    with pytest.raises(Misconfigured):
        prompt_tools_access(resolved, environment)
    ignored = [problem for problem in configuration.problems if "ignored" in problem[1]]
    assert len(ignored) == 4
    assert resolved.settings.engine == "messages", "a project may say how, not where"
