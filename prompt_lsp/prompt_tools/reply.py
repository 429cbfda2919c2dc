"""What a server replied, and what its refusals mean.

A server's own words stay here: they may repeat the key, or the prompt.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from prompt_lsp.prompt_tools.access import Access
from prompt_lsp.prompt_tools.errors import (
    ApiError,
    Forbidden,
    NotFound,
    Overloaded,
    RateLimited,
    Unauthorized,
)

_KINDS = {
    400: "invalid_request_error",
    401: "authentication_error",
    402: "billing_error",
    403: "permission_error",
    404: "not_found_error",
    408: "timeout_error",
    409: "conflict_error",
    410: "not_found_error",
    413: "request_too_large",
    429: "rate_limit_error",
    504: "timeout_error",
    529: "overloaded_error",
}
_ERRORS: Mapping[int, type[ApiError]] = {
    401: Unauthorized,
    403: Forbidden,
    404: NotFound,
    410: NotFound,
    429: RateLimited,
    529: Overloaded,
}
_MEANINGS = {
    401: "{host} does not take the key (401): check `{variable}`",
    402: "{host} wants to be paid (402): check the account of the key",
    403: "{host} does not allow it (403): check what the key may do, and from where",
    404: "{host} does not have {asked} (404): check `{setting}`",
    408: "{host} took too long (408): try again, or ask for less",
    410: "{host} does not have {asked} (410): check `{setting}`",
    413: "the prompt is too large for {host} (413): select a part of it",
    429: "{host} is asked too often (429): {when}",
    504: "{host} took too long (504): try again, or ask for less",
    529: "{host} has no room now (529): {when}",
}
_DAY = 86_400  # seconds; who is to wait longer is not helped by their number
_FAULT = "{host} has a fault of its own ({status}): try again later"
_ELSEWHERE = (
    "{host} sends requests elsewhere ({status}), where they do not go for safety: "
    "set `{setting}` to the address itself"
)
# Parts of a request that a server may complain of; nothing else it says is repeated.
_PARTS = ("max_tokens", "model", "output_config", "anthropic-version", "anthropic-beta")


@dataclass(frozen=True, slots=True)
class Reply:
    """The reply of a server.

    Attributes:
        status: of HTTP.
        data: the JSON that came; None where it is none.
        retry_after: seconds after which it would be asked again, if it says.
    """

    status: int
    data: Any = field(default=None, repr=False)
    retry_after: float | None = None

    @property
    def ok(self) -> bool:
        """Whether the server did what it was asked."""
        return 200 <= self.status < 300

    @property
    def complaint(self) -> str:
        """What it says is wrong, in small letters; never to be shown."""
        error = self.data.get("error") if isinstance(self.data, Mapping) else None
        said = error.get("message") if isinstance(error, Mapping) else error
        return said.lower() if isinstance(said, str) else ""


def refusal(reply: Reply, access: Access, asked: str) -> ApiError:
    """The error that a reply is; `asked` is what is not there if nothing is found."""
    status = reply.status
    error = _ERRORS.get(status, ApiError)
    kind = _KINDS.get(status, "api_error")
    message = _meaning(reply, access, asked)
    return error(message, status=status, kind=kind, retry_after=reply.retry_after)


def _meaning(reply: Reply, access: Access, asked: str) -> str:
    status, host = reply.status, f"`{access.host}`"
    if status == 401 and access.key is None:
        return f"{host} wants a key (401): set `PROMPT_LSP_API_KEY`"
    template = _MEANINGS.get(status)
    if status >= 500:
        template = template or _FAULT
    elif status < 400:
        template = template or _ELSEWHERE
    if template is None:
        return _complained(reply, host)
    return template.format(
        host=host,
        status=status,
        asked=asked,
        setting=access.setting,
        variable=access.variable,
        when=_when(reply),
    )


def _when(reply: Reply) -> str:
    if reply.retry_after is None or reply.retry_after > _DAY:
        return "try again later, or check the limits of the account"
    seconds = max(1, round(reply.retry_after))
    return f"try again in {seconds} second{'s' if seconds > 1 else ''}"


def _complained(reply: Reply, host: str) -> str:
    said = reply.complaint
    if "credit balance" in said:
        return f"{host} refuses the request: the credit of the account is used up"
    if "prompt is too long" in said:
        return "the prompt is too long for the model: select a part of it"
    about = next((part for part in _PARTS if part in said), None)
    return f"{host} refuses the request ({reply.status})" + (
        f" because of its `{about}`: check the model and the server's version"
        if about
        else ": check that the model and the server can do this"
    )
