"""The examples of the retired API's documentation, by the embedded engine."""

import json
from typing import Any

from tests.cli.conftest import Run

CHEF = "a chef for a meal prep planning service"
TRANSLATOR = "You are a professional English to German translator"
MEALS = "You are a professional meal prep chef"


def body(run: Run, *argv: str, stdin: str | None = None) -> Any:  # noqa: ANN401 - JSON
    done = run(*argv, "--json", stdin=None if stdin is None else stdin.encode())
    assert (done.code, done.err) == (0, "")
    return json.loads(done.out)


def text_of(found: Any) -> str:  # noqa: ANN401 - JSON
    ((message,), system) = found["messages"], found["system"]
    assert (message["role"], system) == ("user", "")
    return str(message["content"][0]["text"])


def test_templatize(run: Run) -> None:
    found = body(run, "templatize", "-", stdin="Translate hello to German")
    assert text_of(found) == "Translate {{WORD_TO_TRANSLATE}} to {{TARGET_LANGUAGE}}"
    assert found["variable_values"] == {
        "WORD_TO_TRANSLATE": "hello",
        "TARGET_LANGUAGE": "German",
    }


def test_templatize_with_a_system_prompt(run: Run) -> None:
    wish = ("templatize", "-", "--system", TRANSLATOR)
    found = body(run, *wish, stdin="Translate hello to German")
    assert found["system"] == (
        "You are a professional {{SOURCE_LANGUAGE}} to {{TARGET_LANGUAGE}} translator"
    )
    assert found["variable_values"] == {
        "WORD_TO_TRANSLATE": "hello",
        "SOURCE_LANGUAGE": "English",
        "TARGET_LANGUAGE": "German",
    }


def test_generate(run: Run) -> None:
    assert text_of(body(run, "generate", "--task", CHEF)).startswith(f"You are {CHEF}")


def test_improve(run: Run) -> None:
    wish = ("--feedback", "Make the recipes shorter", "--system", MEALS)
    found = body(run, "improve", "-", *wish, stdin="Concise recipe for {{food}}")
    said = text_of(found)
    assert said.startswith(f"{MEALS}.")
    assert "Concise recipe for {{food}}" in said
    assert "short" in said
