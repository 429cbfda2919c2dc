"""What a placeholder may be called, and how alike two names are."""

import re
import unicodedata

# 64 characters at most; what is longer is no name at all, not the start of one.
NAME = r"[A-Za-z_][A-Za-z0-9_-]{0,63}+(?![A-Za-z0-9_-])"
LONGEST = 64

_CANONICAL = re.compile(r"[A-Z][A-Z0-9_]*")
_NOT_OF_NAMES = re.compile(r"[^A-Z0-9]+")


def is_canonical(name: str) -> bool:
    """Whether a name is written in UPPER_SNAKE."""
    return _CANONICAL.fullmatch(name) is not None


def canonical(name: str) -> str:
    """A name of letters, digits, `_` and `-` in UPPER_SNAKE."""
    return name.upper().replace("-", "_")


def slug(text: str, *, upper: bool = True) -> str:
    """A name made of a text, or nothing where the text holds no ASCII letter.

    Accents are dropped, whatever else is of no name becomes one `_`.
    """
    plain = unicodedata.normalize("NFKD", text.upper())
    plain = plain.encode("ascii", "ignore").decode("ascii")
    name = _NOT_OF_NAMES.sub("_", plain).strip("_")
    if name[:1].isdigit():
        name = f"_{name}"
    if not any(character.isalpha() for character in name):
        return ""
    name = name[:LONGEST].rstrip("_")
    return name if upper else name.lower()


def folded(name: str) -> str:
    """What is left of a name when case, `_` and `-` do not count."""
    return name.lower().replace("_", "").replace("-", "")


def one_edit(a: str, b: str) -> int | None:
    """Where the one edit stands that makes one name of the other.

    An edit is a character more, less or other, or two neighbours that changed
    places. The offset holds in both names; None where it takes more than one edit,
    or none.
    """
    if len(a) > len(b):
        a, b = b, a
    at = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), len(a))
    if len(a) < len(b):
        return at if a[at:] == b[at + 1 :] else None
    if at == len(a):
        return None
    if a[at + 1 :] == b[at + 1 :]:
        return at
    swapped = a[at : at + 2] == b[at : at + 2][::-1]
    return at if swapped and a[at + 2 :] == b[at + 2 :] else None
