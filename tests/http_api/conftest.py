from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest

from tests.http_api.steered import Call, Steered, client_of


@pytest.fixture
def engine() -> Steered:
    return Steered()


@pytest.fixture
async def client(engine: Steered) -> AsyncIterator[httpx.AsyncClient]:
    async with client_of(engine) as opened:
        yield opened


@pytest.fixture
def call(client: httpx.AsyncClient) -> Call:
    """Asks one of the tools."""

    async def called(tool: str, body: object, **more: Any) -> httpx.Response:  # noqa: ANN401 - whatever httpx takes
        path = f"/v1/experimental/{tool}_prompt"
        return await client.post(path, json=body, **more)

    return called
