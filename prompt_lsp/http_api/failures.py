"""What is refused, in the API's own words: its table of errors and their envelope."""

import math
import secrets
from collections.abc import Mapping
from http import HTTPStatus
from types import MappingProxyType
from typing import Any

from prompt_lsp.prompt_tools.errors import (
    ApiError,
    GuardRefused,
    Misconfigured,
    NotApplicable,
    PromptToolsError,
    TimedOut,
    TooLarge,
)
from prompt_lsp.prompt_tools.retrying import is_worth_retrying

REQUEST_ID = "request-id"
OVERLOADED = 529  # no status of the standard, but one of the API

KINDS: Mapping[int, str] = MappingProxyType(
    {
        HTTPStatus.BAD_REQUEST: "invalid_request_error",
        HTTPStatus.UNAUTHORIZED: "authentication_error",
        HTTPStatus.FORBIDDEN: "permission_error",
        HTTPStatus.NOT_FOUND: "not_found_error",
        HTTPStatus.METHOD_NOT_ALLOWED: "invalid_request_error",
        HTTPStatus.REQUEST_ENTITY_TOO_LARGE: "request_too_large",
        HTTPStatus.TOO_MANY_REQUESTS: "rate_limit_error",
        HTTPStatus.INTERNAL_SERVER_ERROR: "api_error",
        HTTPStatus.GATEWAY_TIMEOUT: "timeout_error",
        OVERLOADED: "overloaded_error",
    }
)

_PASSED_ON = frozenset(
    {
        HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
        HTTPStatus.TOO_MANY_REQUESTS,
        HTTPStatus.GATEWAY_TIMEOUT,
        OVERLOADED,
    }
)
# The clients of the API ask again after a 500, unless they are told not to.
_FINAL = MappingProxyType({"x-should-retry": "false"})
_NONE: Mapping[str, str] = MappingProxyType({})


class Failure(Exception):
    """A request is refused; the text is for whoever sent it.

    Attributes:
        status: of HTTP, one of `KINDS`.
        headers: that belong to the refusal.
    """

    def __init__(
        self, status: int, message: str, headers: Mapping[str, str] = _NONE
    ) -> None:
        super().__init__(message)
        self.status = status
        self.headers = headers


def new_id() -> str:
    """An id for a request, by which its answer and its log line are found."""
    return f"req_{secrets.token_hex(12)}"


def envelope(failure: Failure, request_id: str) -> dict[str, Any]:
    """The body that says a failure."""
    error = {"type": KINDS[failure.status], "message": str(failure)}
    return {"type": "error", "error": error, "request_id": request_id}


def failure_of(error: PromptToolsError) -> Failure:
    """The refusal for a job that was not done.

    Only what the client can do something about keeps its status. That another server
    does not take *our* key is no fault of the client's.
    """
    match error:
        case NotApplicable():
            return Failure(HTTPStatus.BAD_REQUEST, str(error))
        case TooLarge():
            return Failure(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, str(error))
        case TimedOut():
            return Failure(HTTPStatus.GATEWAY_TIMEOUT, str(error))
        case ApiError(status=status) if status in _PASSED_ON:
            return Failure(status, str(error), _again(error.retry_after))
        case _:
            headers = _FINAL if _is_final(error) else _NONE
            return Failure(HTTPStatus.INTERNAL_SERVER_ERROR, str(error), headers)


def _is_final(error: PromptToolsError) -> bool:
    """Whether to ask again would only cost as much once more."""
    if isinstance(error, ApiError):
        return not is_worth_retrying(error.status, _NONE)
    return isinstance(error, GuardRefused | Misconfigured)


def _again(seconds: float | None) -> Mapping[str, str]:
    if seconds is None or not 0 <= seconds < math.inf:
        return _NONE
    return {"retry-after": str(math.ceil(seconds))}
