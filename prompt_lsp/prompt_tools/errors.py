"""What can go wrong when a prompt is improved, templatized or generated.

```text
PromptToolsError
├── NotApplicable       the prompt is nothing that the tool can work on
├── TooLarge            the prompt text is over the limit
├── GuardRefused        the answer broke a promise of the guard, also after repair
├── Misconfigured       the engine cannot be asked as it is set up
│   ├── NoKey           the host wants a key, and there is none for it
│   ├── NoModel         nobody says which model is asked
│   ├── NoAddress       nobody says which server is asked
│   ├── InsecureAddress a key would travel unencrypted
│   └── Retired         the hosted prompt tools are gone
├── Unreachable         no connection, or it broke
├── TimedOut            the deadline passed
├── BadAnswer           what came back is no answer that can be used
└── ApiError            the server said no; `status` and `kind` say how
    ├── Unauthorized    401
    ├── Forbidden       403
    ├── NotFound        404, 410
    ├── RateLimited     429; `retry_after` in seconds where the server says it
    └── Overloaded      529
```

A text of theirs says what to do, on one line and without a full stop. It never holds
a key or any text of a prompt, for it goes into logs and onto screens.
"""


class PromptToolsError(Exception):
    """A job was not done; the text says why and what to do, for people."""


class NotApplicable(PromptToolsError):
    """The prompt is nothing that the tool can work on."""


class TooLarge(PromptToolsError):
    """The prompt text is over the limit."""


class GuardRefused(PromptToolsError):
    """An answer broke a promise that every engine keeps."""


class Misconfigured(PromptToolsError):
    """The engine cannot be asked as it is set up."""


class NoKey(Misconfigured):
    """The host wants a key, and there is none that may go to it."""


class NoModel(Misconfigured):
    """Nobody says which model is asked."""


class NoAddress(Misconfigured):
    """Nobody says which server is asked."""


class InsecureAddress(Misconfigured):
    """A key would travel unencrypted."""


class Retired(Misconfigured):
    """The hosted prompt tools are gone since 2026-08-17."""


class Unreachable(PromptToolsError):
    """There is no connection, or it broke."""


class TimedOut(PromptToolsError):
    """The deadline passed."""


class BadAnswer(PromptToolsError):
    """What came back is no answer that can be used."""


class ApiError(PromptToolsError):
    """The server said no.

    Attributes:
        status: of HTTP.
        kind: the API's word for the error, such as `overloaded_error`.
        retry_after: seconds after which the server would be asked again, if it says.
    """

    def __init__(
        self,
        message: str,
        *,
        status: int,
        kind: str = "api_error",
        retry_after: float | None = None,
    ) -> None:
        super().__init__(message)
        self.status = status
        self.kind = kind
        self.retry_after = retry_after


class Unauthorized(ApiError):
    """The key is missing or wrong."""


class Forbidden(ApiError):
    """The key may not do this."""


class NotFound(ApiError):
    """There is no such model or path."""


class RateLimited(ApiError):
    """Too much was asked in too short a time, or a budget is used up."""


class Overloaded(ApiError):
    """The service has no room now."""
