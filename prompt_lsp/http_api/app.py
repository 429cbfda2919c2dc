"""The service as an ASGI application, for any server that runs such.

Without arguments it is set up by the environment and by the user's configuration:

| variable | meaning |
|---|---|
| `PROMPT_LSP_TOKEN` | the only key that is taken; without it any key, and none |
| `PROMPT_LSP_ALLOWED_HOSTS` | names, apart by commas, by which it may be called |
| `PROMPT_LSP_STRICT` | `1` refuses requests without the API's headers |
| `PROMPT_LSP_ENGINE` | `offline` (default), `messages` or `prompt-tools` |

The engines have variables of their own, such as `PROMPT_LSP_ENGINES_MESSAGES_MODEL`.
A request by a foreign name is refused where it came in over loopback, and everywhere
as long as there is no token. The application holds no state.
"""

import os
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from http import HTTPStatus

from fastapi import FastAPI
from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse

from prompt_lsp import __version__
from prompt_lsp.config import Resolved
from prompt_lsp.http_api.description import description, operation, responses
from prompt_lsp.http_api.door import LOGGER, Door, refusal
from prompt_lsp.http_api.failures import KINDS, Failure
from prompt_lsp.http_api.options import Options, engine_of, options_of
from prompt_lsp.http_api.schemas import (
    Health,
    PromptResponse,
    TemplatizePromptResponse,
)
from prompt_lsp.http_api.working import response_body
from prompt_lsp.prompt_tools import catalogue
from prompt_lsp.prompt_tools.engine import Engine
from prompt_lsp.prompt_tools.schema import Tool
from prompt_lsp.workspace.configuration import Configuration

PATH = "/v1/experimental/{}_prompt"

_RESPONSES: dict[Tool, type[PromptResponse | TemplatizePromptResponse]] = {
    "generate": PromptResponse,
    "improve": PromptResponse,
    "templatize": TemplatizePromptResponse,
}
_PATHS = ", ".join(f"`POST {PATH.format(tool)}`" for tool in _RESPONSES)


def create_app(
    engine: Engine | None = None,
    options: Options | None = None,
    *,
    environment: Mapping[str, str] | None = None,
) -> FastAPI:
    """The application.

    Args:
        engine: what does the work; by default what the environment and the user's
            configuration say.
        options: how it behaves; by default likewise.
        environment: defaults to the process's own.

    Raises:
        PromptToolsError: the engine that is asked for cannot be set up.
    """
    environment = os.environ if environment is None else environment
    if engine is None or options is None:
        resolved = _settings(environment)
        options = options or options_of(
            environment, deadline=resolved.settings.deadline
        )
        engine = engine or catalogue.engine(
            engine_of(environment), resolved, environment
        )
    app = _framework(engine)
    app.add_middleware(Door, options=options)
    _add_routes(app, engine, options)
    app.openapi = description(app)  # type: ignore[method-assign] # as FastAPI says
    return app


def _add_routes(app: FastAPI, engine: Engine, options: Options) -> None:
    app.get(
        "/healthz",
        operation_id="health",
        name="health",
        response_model=Health,
        responses=responses(every=False),
    )(_health)
    for tool, model in _RESPONSES.items():
        app.post(
            PATH.format(tool),
            operation_id=f"{tool}_prompt",
            name=f"{tool}_prompt",
            response_model=model,
            responses=responses(every=True),
            openapi_extra=operation(tool, options),
        )(_endpoint(tool, engine, options))


def _settings(environment: Mapping[str, str]) -> Resolved:
    """What holds for the user: a service belongs to no project."""
    resolved = Configuration(environment=environment).resolve(None)
    for problem in resolved.problems:
        LOGGER.warning("%s", problem)
    return resolved


def _framework(engine: Engine) -> FastAPI:
    """An application without routes, which says its errors as the API does."""
    return FastAPI(
        title="Prompt tools",
        summary="Generate, improve and templatize prompts.",
        version=__version__,
        docs_url=None,  # these pages load scripts from elsewhere
        redoc_url=None,
        redirect_slashes=False,
        lifespan=_closing(engine),
        exception_handlers={HTTPException: _unrouted, Failure: _refused},
    )


def _endpoint(
    tool: Tool, engine: Engine, options: Options
) -> Callable[[Request], Awaitable[JSONResponse]]:
    async def endpoint(request: Request) -> JSONResponse:
        return JSONResponse(await response_body(tool, request, engine, options))

    return endpoint


async def _health() -> dict[str, str]:
    """Say that the service is up."""
    return {"status": "ok"}


def _closing(
    engine: Engine,
) -> Callable[[FastAPI], AbstractAsyncContextManager[None]]:
    """The life of the application: at its end the engine lets go of connections."""

    @asynccontextmanager
    async def life(_: FastAPI) -> AsyncIterator[None]:
        try:
            yield
        finally:
            await engine.aclose()

    return life


async def _refused(request: Request, error: Exception) -> JSONResponse:
    if not isinstance(error, Failure):
        raise error
    return refusal(error, request.scope)


async def _unrouted(request: Request, error: Exception) -> JSONResponse:
    """Say that there is no such path, or not with this method."""
    if not isinstance(error, HTTPException) or error.status_code not in KINDS:
        raise error
    headers = Headers(error.headers)
    message = f"Not found: this server has {_PATHS}; check the base URL"
    if error.status_code == HTTPStatus.METHOD_NOT_ALLOWED:
        message = f"Method not allowed: use {headers['allow']}"
    return refusal(Failure(error.status_code, message, headers), request.scope)
