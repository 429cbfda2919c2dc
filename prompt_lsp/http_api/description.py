"""What `/openapi.json` says beyond the routes themselves.

The endpoints take their bodies as bytes, so that errors are told in the API's words;
what they take is added here, from the same models that judge it.
"""

from collections.abc import Callable
from typing import Any

from fastapi import FastAPI
from pydantic.json_schema import models_json_schema

from prompt_lsp.http_api.failures import OVERLOADED
from prompt_lsp.http_api.jobs import REQUESTS
from prompt_lsp.http_api.options import Options
from prompt_lsp.http_api.reading import BETA, BETA_HEADER, VERSION_HEADER
from prompt_lsp.http_api.schemas import ErrorResponse
from prompt_lsp.prompt_tools.schema import Tool

Json = dict[str, Any]

_REFERENCE = "#/components/schemas/{model}"
_REFUSALS = {
    400: "The request is not as it must be; the message says where",
    401: "The key is not the one that the server was started with",
    403: "The request came by a name that the server does not answer to",
    413: "The body is larger than 32 MiB, or the prompt larger than 1 MiB",
    429: "The model behind this server was asked too much",
    500: "Something failed here, or in the model behind this server",
    504: "The request took too long",
    OVERLOADED: "The model behind this server has no room now",
}
_EVERYWHERE = (403, 500)
_ASK_AGAIN = (429, OVERLOADED)
_REQUEST_ID: Json = {
    "request-id": {
        "description": "The id of the request, also on refusals.",
        "required": True,
        "schema": {"type": "string", "pattern": "^req_[0-9a-f]{24}$"},
    }
}
_RETRY_AFTER: Json = {
    "retry-after": {
        "description": "Seconds after which to ask again, where that is known.",
        "schema": {"type": "string", "pattern": "^[0-9]+$"},
    }
}
_KEYS: Json = {
    "key": {"type": "apiKey", "in": "header", "name": "x-api-key"},
    "bearer": {"type": "http", "scheme": "bearer"},
}


def responses(*, every: bool) -> dict[int | str, Json]:
    """What an endpoint answers; `every` refusal, or those of a plain question."""
    told: dict[int | str, Json] = {200: {"headers": _REQUEST_ID}}
    for status, what in _REFUSALS.items():
        if every or status in _EVERYWHERE:
            again = _RETRY_AFTER if status in _ASK_AGAIN else {}
            headers = {**_REQUEST_ID, **again}
            told[status] = {
                "model": ErrorResponse,
                "description": what,
                "headers": headers,
            }
    return told


def operation(tool: Tool, options: Options) -> Json:
    """What a tool's endpoint takes."""
    schema = {"$ref": _REFERENCE.format(model=REQUESTS[tool].__name__)}
    keys: list[Json] = [{name: []} for name in _KEYS]
    return {
        "requestBody": {
            "required": True,
            "content": {"application/json": {"schema": schema}},
        },
        "parameters": [
            _header(VERSION_HEADER, "2023-06-01", r"\S", options),
            _header(BETA_HEADER, BETA, rf"(^|,)\s*{BETA}\s*(,|$)", options),
        ],
        "security": keys if options.token is not None else [{}, *keys],
    }


def description(app: FastAPI) -> Callable[[], Json]:
    """A function for what `/openapi.json` says, to stand for the framework's own."""
    routes_only = app.openapi

    def complete() -> Json:
        if app.openapi_schema is None:
            told = routes_only()
            parts = told.setdefault("components", {})
            parts["securitySchemes"] = _KEYS
            parts["schemas"] = {**parts.get("schemas", {}), **_requests()}
        return app.openapi_schema or {}

    return complete


def _requests() -> Json:
    _, schemas = models_json_schema(
        [(model, "validation") for model in REQUESTS.values()],
        ref_template=_REFERENCE,
    )
    found: Json = schemas["$defs"]
    return found


def _header(name: str, example: str, pattern: str, options: Options) -> Json:
    """A header, which only the strict server demands and reads."""
    schema: Json = {"type": "string", "examples": [example]}
    if options.strict:
        schema["pattern"] = pattern
    return {
        "name": name,
        "in": "header",
        "required": options.strict,
        "schema": schema,
    }
