import subprocess
import sys
from typing import Any

import pytest

from prompt_lsp.config import Layer, Level, Resolved, resolve
from prompt_lsp.prompt_tools.catalogue import NAMES, Choice, choices, engine
from prompt_lsp.prompt_tools.errors import Misconfigured, NoAddress, NoModel, Retired

OFFLINE = Choice("offline", "offline")
KEY = {"PROMPT_LSP_API_KEY": "sk-1"}


def said(**table: object) -> Resolved:
    return resolve([Layer(Level.USER, table)])


MODEL = {"messages": {"model": "claude-x"}}
LOCAL = {"messages": {"model": "llama", "base-url": "http://[::1]:11434/v1"}}
TOOLS = {"prompt-tools": {"base-url": "http://localhost:8787"}}


@pytest.mark.parametrize(
    ("table", "labels"),
    [
        ({}, ["offline"]),
        ({"engines": MODEL}, ["offline", "claude-x at api.anthropic.com"]),
        ({"engines": LOCAL}, ["offline", "llama at [::1]:11434"]),
        ({"engines": TOOLS}, ["offline", "prompt-tools at localhost:8787"]),
        (
            {"engine": "prompt-tools", "engines": MODEL | TOOLS},
            [
                "prompt-tools at localhost:8787",
                "offline",
                "claude-x at api.anthropic.com",
            ],
        ),
        ({"engine": "messages"}, ["messages at api.anthropic.com", "offline"]),
        ({"engine": "prompt-tools"}, ["prompt-tools", "offline"]),
        (
            {"engines": {"messages": {"model": "m", "base-url": "http://a:b@c"}}},
            ["offline", "m"],
        ),
    ],
)
def test_the_engines_that_are_set_up(table: dict[str, Any], labels: list[str]) -> None:
    resolved = resolve([Layer(Level.USER, table)])
    assert [choice.label for choice in choices(resolved)] == labels


@pytest.mark.parametrize(
    ("name", "engines"), [("messages", LOCAL), ("prompt-tools", TOOLS)]
)
async def test_an_engine_has_the_label_of_its_choice(
    name: str, engines: dict[str, Any]
) -> None:
    resolved = said(engine=name, engines=engines)
    made = engine(None, resolved, KEY)
    assert choices(resolved) == (Choice(made.name, made.label), OFFLINE)
    assert engine("offline", resolved, KEY).label == "offline"
    await made.aclose()


def test_what_cannot_be_asked_says_why() -> None:
    with pytest.raises(NoModel):
        engine("messages", said(), KEY)
    with pytest.raises(NoAddress):
        engine("prompt-tools", said(), KEY)
    gone = {"prompt-tools": {"base-url": "https://api.anthropic.com"}}
    with pytest.raises(Retired):
        engine("prompt-tools", said(engines=gone), KEY)
    with pytest.raises(Misconfigured, match="the engines are `offline`, `messages`"):
        engine("gpt", said(), KEY)


def test_the_names_are_those_of_the_setting() -> None:
    assert all(said(engine=name).settings.engine == name for name in NAMES)
    assert said(engine="gpt").problems


def test_listing_the_engines_imports_none_of_them() -> None:
    script = (
        "import sys; from prompt_lsp.config import *;"
        "from prompt_lsp.prompt_tools.catalogue import choices;"
        "table = {'engine': 'messages'};"
        "assert len(choices(resolve([Layer(Level.USER, table)]))) == 2;"
        "print(*sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    names = done.stdout.split()
    assert not {"httpx", "pydantic", "prompt_lsp.document.model"} & set(names)
    assert not [name for name in names if ".engines." in name]
