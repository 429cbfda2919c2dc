"""How many tokens a text-completions prompt has, without its tokenizer.

The tokenizer of that time is a byte-level BPE over NFKC text, split beforehand by
the expression of GPT-2. So a text has at most as many tokens as bytes, and at
least as many as pieces of that split. Measured prose has about 3.6 bytes a token.
"""

import re
import unicodedata

from prompt_lsp.rules.rule import TokenBounds, TokenCounter

BYTES_PER_TOKEN = 3.6

# Letters and digits run together here, which only lowers the count of pieces.
_PIECES = re.compile(
    r"'(?:s|t|re|ve|m|ll|d)"
    r"| ?[^\W_]+"
    r"| ?(?:[^\s\w]|[_\x1c-\x1f])+"
    r"|[^\S\x1c-\x1f]+"
)
_SPECIAL = re.compile(r"<(?:EOT|META|META_START|META_END|SOS)>")
_MOST_PIECES_OF_A_SPECIAL = 5
_BLOCK = 1 << 16
# NFKC makes no character longer than this, in bytes of UTF-8.
_LONGEST_CHARACTER = 33


class CountNow:
    """The counter of the terminal: bounds at once, whatever the length."""

    def bounds(self, text: str, limit: int) -> TokenBounds:
        """Bounds good enough to compare with `limit`."""
        return token_bounds(text, limit)


class NotCounted:
    """The counter of a moment that has no time to count."""

    def bounds(self, text: str, limit: int) -> None:
        """Nothing is known yet."""


class LastCount:
    """The counter of a document that is being written: what was counted last.

    A finding about its length then neither goes nor flickers at every key, and is
    true again when somebody has found the time to count.
    """

    def __init__(self) -> None:
        self._last: TokenBounds | None = None

    def bounds(self, text: str, limit: int) -> TokenBounds | None:
        """What was counted last, unless the text is surely short by now."""
        if surely_fewer(text, limit):
            self._last = None
        return self._last

    def renew(self) -> TokenCounter:
        """A counter that counts, and lets this one know."""
        return _Renewing(self)

    def heed(self, bounds: TokenBounds) -> None:
        """Take a count for the last one."""
        self._last = bounds


class _Renewing:
    def __init__(self, last: LastCount) -> None:
        self._kept = last

    def bounds(self, text: str, limit: int) -> TokenBounds:
        bounds = token_bounds(text, limit)
        self._kept.heed(bounds)
        return bounds


def surely_fewer(text: str, limit: int) -> bool:
    """Whether a text has so few characters that nothing needs to be counted."""
    return len(text) * (1 if text.isascii() else _LONGEST_CHARACTER) < limit


def token_bounds(text: str, limit: int) -> TokenBounds:
    """Bounds of the number of tokens; the lower one is exact only near `limit`."""
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text)
    most = len(text.encode("utf-8", "surrogatepass"))
    if most < limit:
        return TokenBounds(0, most, round(most / BYTES_PER_TOKEN))
    least = _words(text, limit)
    if least < limit:
        least = max(least, _pieces(text))
    return TokenBounds(least, most, max(least, round(most / BYTES_PER_TOKEN)))


def _words(text: str, enough: int) -> int:
    """Words apart by white space, each of which has a token, up to `enough`."""
    count = 0
    for start in range(0, len(text), _BLOCK):
        # A block may cut a word in two, so one of its words is not counted.
        count += max(0, len(text[start : start + _BLOCK].split()) - 1)
        if count >= enough:
            break
    return count


def _pieces(text: str) -> int:
    pieces = sum(1 for _ in _PIECES.finditer(text))
    specials = sum(1 for _ in _SPECIAL.finditer(text))
    return max(0, pieces - specials * _MOST_PIECES_OF_A_SPECIAL)
