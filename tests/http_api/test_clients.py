"""Clients that were written for the retired API."""

from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest

from prompt_lsp.http_api.app import create_app
from prompt_lsp.http_api.options import Options
from tests.http_api.steered import HERE, Steered, client_of

VERSION = "2023-06-01"
BETA = "prompt-tools-2025-04-02"
# What the Anthropic node of n8n adds to each of its requests.
NODE = {
    "accept": "application/json, text/plain, */*",
    "accept-encoding": "gzip, compress, deflate, br",
    "anthropic-beta": f"files-api-2025-04-14,{BETA}",
    "anthropic-version": VERSION,
    "content-type": "application/json",
    "user-agent": "axios/1.12.0",
    "x-api-key": "sk-anything",
}


@pytest.fixture
async def node(client: httpx.AsyncClient) -> httpx.AsyncClient:
    client.headers.update(NODE)
    return client


def texts(body: dict[str, Any]) -> list[list[str]]:
    """The texts of a response's messages, taken as such clients take them."""
    return [
        [block["text"] for block in message["content"] if block["type"] == "text"]
        for message in body["messages"]
    ]


async def test_the_node_generates(node: httpx.AsyncClient) -> None:
    sent = {"task": "a chef for a meal prep planning service"}
    answer = await node.post("/v1/experimental/generate_prompt", json=sent)
    body = answer.json()
    assert texts(body) == [["a chef for a meal prep planning service"]]
    assert body["system"] == ""


async def test_the_node_improves(node: httpx.AsyncClient) -> None:
    """It sends strings, and leaves out what its user leaves empty."""
    messages = [{"role": "user", "content": "Concise recipe for {{food}}"}]
    sent = {"messages": messages, "feedback": "Make the recipes shorter"}
    answer = await node.post("/v1/experimental/improve_prompt", json=sent)
    body = answer.json()
    assert texts(body) == [["Concise recipe for {{food}}"]]
    assert body["system"] == ""


async def test_the_node_templatizes(node: httpx.AsyncClient) -> None:
    messages = [
        {"role": "user", "content": "Translate hello to German"},
        {"role": "assistant", "content": "Hallo"},
    ]
    sent = {"messages": messages, "system": "You are a translator"}
    answer = await node.post("/v1/experimental/templatize_prompt", json=sent)
    body = answer.json()
    assert texts(body) == [["Translate hello to German"], ["Hallo"]]
    assert body["system"] == "You are a translator"
    assert body["variable_values"] == {}


async def test_the_documented_request() -> None:
    """As the documentation's command line sends it, to the strict server."""
    content = """{
      "messages": [{"role": "user",
        "content": [{"type": "text", "text": "Create a recipe for {{food}}"}]}],
      "system": "You are a professional chef",
      "feedback": "Make it more detailed and include cooking times",
      "target_model": "claude-3-7-sonnet-20250219"
    }"""
    headers = {
        "x-api-key": "the key",
        "anthropic-version": VERSION,
        "anthropic-beta": BETA,
        "content-type": "application/json",
    }
    options = Options(strict=True, token="the key")  # noqa: S106 - of the test
    async with client_of(Steered(), options) as client:
        path = "/v1/experimental/improve_prompt?beta=true"  # as the API's own say
        answer = await client.post(path, content=content, headers=headers)
    assert answer.status_code == 200
    assert answer.json()["usage"]["input_tokens"] == 0


@pytest.fixture
async def offline() -> AsyncIterator[httpx.AsyncClient]:
    """A client of the application as it comes."""
    transport = httpx.ASGITransport(create_app(environment={}))
    async with httpx.AsyncClient(transport=transport, base_url=HERE) as client:
        yield client


async def test_the_documented_templatize(offline: httpx.AsyncClient) -> None:
    sent = {
        "messages": [{"role": "user", "content": "Translate hello to German"}],
        "system": "You are a professional English to German translator",
    }
    answer = await offline.post("/v1/experimental/templatize_prompt", json=sent)
    body = answer.json()
    assert texts(body) == [["Translate {{WORD_TO_TRANSLATE}} to {{TARGET_LANGUAGE}}"]]
    translator = "{{SOURCE_LANGUAGE}} to {{TARGET_LANGUAGE}} translator"
    assert body["system"] == f"You are a professional {translator}"
    assert body["variable_values"] == {
        "WORD_TO_TRANSLATE": "hello",
        "SOURCE_LANGUAGE": "English",
        "TARGET_LANGUAGE": "German",
    }


async def test_the_documented_generate(offline: httpx.AsyncClient) -> None:
    task = "a chef for a meal prep planning service"
    sent = {"task": task, "target_model": "claude-3-7-sonnet-20250219"}
    answer = await offline.post("/v1/experimental/generate_prompt", json=sent)
    body = answer.json()
    assert body["messages"][0]["role"] == "user"
    assert texts(body)[0][0].startswith(f"You are {task}")
    assert body["system"] == ""


async def test_the_documented_improve(offline: httpx.AsyncClient) -> None:
    sent = {
        "messages": [{"role": "user", "content": "Concise recipe for {{food}}"}],
        "system": "You are a professional meal prep chef",
        "feedback": "Make the recipes shorter",
    }
    answer = await offline.post("/v1/experimental/improve_prompt", json=sent)
    body = answer.json()
    (said,) = texts(body)
    assert "{{food}}" in said[0]
    assert "You are a professional meal prep chef" in said[0]
    assert "short" in said[0]
    assert body["system"] == ""
