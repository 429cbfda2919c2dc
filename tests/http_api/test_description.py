"""What `/openapi.json` says is true."""

from typing import Any

import httpx
import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings
from schemathesis import Case, GenerationMode
from schemathesis.openapi.loaders import from_asgi

from prompt_lsp.http_api.app import create_app
from prompt_lsp.http_api.options import Options
from tests.http_api.steered import Steered

KEY = "the key"
SERVERS = {
    "plain": Options(),
    "strict": Options(strict=True),
    "keyed": Options(token=KEY),
}
SCHEMAS = {
    name: from_asgi("/openapi.json", create_app(Steered(), options, environment={}))
    for name, options in SERVERS.items()
}
POSTS = {
    "/v1/experimental/generate_prompt": "GeneratePromptRequest",
    "/v1/experimental/improve_prompt": "ImprovePromptRequest",
    "/v1/experimental/templatize_prompt": "TemplatizePromptRequest",
}
HELLO = {"role": "user", "content": "Hello"}


def spoken(body: dict[str, Any]) -> None:
    """Make messages as the description wants them, for no schema can say it.

    Those of the user come first, and something is said in them.
    """
    if "messages" in body:
        body["messages"] = [HELLO, *body["messages"]]
        for message in body["messages"][:-1]:
            message["role"] = "user"


@pytest.mark.parametrize(
    ("server", "path"),
    [
        *(("plain", path) for path in POSTS),
        ("strict", "/v1/experimental/generate_prompt"),
        ("keyed", "/v1/experimental/templatize_prompt"),
    ],
)
@pytest.mark.parametrize("mode", list(GenerationMode))
def test_requests_and_answers_are_as_described(
    server: str, path: str, mode: GenerationMode
) -> None:
    statuses: set[int] = set()
    cases = SCHEMAS[server][path]["POST"].as_strategy(generation_mode=mode)
    headers = {"x-api-key": KEY} if server == "keyed" else {}

    @seed(1)
    @settings(
        max_examples=8,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=cases)
    def check(case: Case) -> None:
        if mode is GenerationMode.POSITIVE:
            spoken(case.body)
        response = case.call(headers=headers)
        statuses.add(response.status_code)
        case.validate_response(response, headers=headers)

    check()
    if mode is GenerationMode.POSITIVE:
        assert statuses == {200}
    else:
        assert 400 in statuses


def test_health_is_as_described() -> None:
    (operation,) = (
        each.ok()
        for each in SCHEMAS["plain"].include(path="/healthz").get_all_operations()
    )
    response = operation.Case().call_and_validate()
    assert response.json() == {"status": "ok"}


async def test_the_description(client: httpx.AsyncClient) -> None:
    described: dict[str, Any] = (await client.get("/openapi.json")).json()
    assert set(described["paths"]) == {"/healthz", *POSTS}
    schemas = described["components"]["schemas"]
    for path, model in POSTS.items():
        post = described["paths"][path]["post"]
        body = post["requestBody"]
        reference = body["content"]["application/json"]["schema"]["$ref"]
        assert reference == f"#/components/schemas/{model}"
        assert schemas[model]["additionalProperties"] is False
        assert body["required"]
        assert post["security"] == [{}, {"key": []}, {"bearer": []}]
        refusals = {400, 401, 403, 413, 429, 500, 504, 529}
        assert set(post["responses"]) == {"200", *map(str, refusals)}
        for answer in post["responses"].values():
            assert answer["headers"]["request-id"]["required"]
    text = str(described)
    assert all(name in text for name in ("retry-after", "anthropic-beta"))
    names = {part.split("'")[0] for part in text.split("#/components/schemas/")[1:]}
    assert names <= schemas.keys()
