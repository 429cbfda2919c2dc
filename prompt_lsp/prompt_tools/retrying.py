"""Whether a server is asked once more, and after how long.

As the SDKs of the hosted API do it: two more times after a broken connection, 408,
409, 429 and 500 and above, unless the server says otherwise.
"""

import math
from collections.abc import Mapping
from datetime import UTC
from email.utils import parsedate_to_datetime

TRIES = 3
_FIRST, _LONGEST, _SPREAD = 0.5, 8.0, 0.25  # seconds, seconds, a share
_AGAIN = frozenset({408, 409, 429})


def is_worth_retrying(status: int, headers: Mapping[str, str]) -> bool:
    """Whether a refusal may be another answer soon."""
    said = headers.get("x-should-retry", "").strip().lower()
    if said in ("true", "false"):
        return said == "true"
    return status in _AGAIN or status >= 500


def asked_delay(headers: Mapping[str, str], now: float) -> float | None:
    """The seconds that a server asks to wait, at a time in seconds since 1970."""
    milliseconds = _number(headers.get("retry-after-ms"))
    if milliseconds is not None:
        return milliseconds / 1000
    after = headers.get("retry-after")
    seconds = _number(after)
    return _until(after, now) if seconds is None and after else seconds


def own_delay(tries: int, chance: float) -> float:
    """The seconds to wait after some tries; `chance` is of 0 to 1."""
    longest = min(_FIRST * 2.0 ** (tries - 1), _LONGEST)
    return longest * (1 - _SPREAD * chance)


def _number(text: str | None) -> float | None:
    try:
        found = float(text or "")
    except ValueError:
        return None
    return found if math.isfinite(found) and found >= 0 else None


def _until(date: str, now: float) -> float | None:
    try:
        found = parsedate_to_datetime(date)
    except (ValueError, OverflowError):
        return None
    if found.tzinfo is None:
        found = found.replace(tzinfo=UTC)
    return max(0.0, found.timestamp() - now)
