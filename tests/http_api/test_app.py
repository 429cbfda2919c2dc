"""The application as any server of its kind runs it."""

import logging
from pathlib import Path

import pytest

from prompt_lsp.http_api.app import create_app
from prompt_lsp.http_api.options import Options
from prompt_lsp.prompt_tools.engines.offline.engine import OfflineEngine
from prompt_lsp.prompt_tools.errors import Misconfigured
from tests.http_api.steered import Steered


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    return {"XDG_CONFIG_HOME": str(tmp_path), "HOME": str(tmp_path)}


async def test_at_its_end_the_engine_lets_go() -> None:
    engine = Steered()
    app = create_app(engine, Options(), environment={})
    async with app.router.lifespan_context(app):
        assert engine.closed == 0
    assert engine.closed == 1


def options_of(environment: dict[str, str]) -> Options:
    (door,) = create_app(OfflineEngine(), environment=environment).user_middleware
    found = door.kwargs["options"]
    assert isinstance(found, Options)
    return found


def test_the_environment_sets_it_up(environment: dict[str, str]) -> None:
    said = {
        "PROMPT_LSP_TOKEN": "the key",
        "PROMPT_LSP_ALLOWED_HOSTS": "prompts.example",
        "PROMPT_LSP_STRICT": "yes",
        "PROMPT_LSP_DEADLINE": "5",
    }
    options = options_of(environment | said)
    hosts = frozenset({"prompts.example"})
    assert options == Options("the key", hosts, strict=True, deadline=5)
    assert options_of(environment) == Options()


@pytest.mark.parametrize("no", ["", "0", "false", "No", " off "])
def test_strictness_can_be_denied(environment: dict[str, str], no: str) -> None:
    assert not options_of(environment | {"PROMPT_LSP_STRICT": no}).strict


@pytest.mark.parametrize("engine", ["messages", "prompt-tools", "steam"])
def test_an_engine_that_is_not_set_up(environment: dict[str, str], engine: str) -> None:
    with pytest.raises(Misconfigured):
        create_app(environment=environment | {"PROMPT_LSP_ENGINE": engine})


def test_settings_that_do_not_hold_are_told(
    environment: dict[str, str], caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING):
        assert options_of(environment | {"PROMPT_LSP_DEADLINE": "soon"}) == Options()
    assert "`deadline` must be a number of seconds" in caplog.text
