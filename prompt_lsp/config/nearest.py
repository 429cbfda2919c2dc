"""The word that somebody meant."""

import re
from collections.abc import Iterable, Sequence

_CUTOFF = 0.6  # the least likeness, from 0 to 1, that is worth a suggestion
_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_CODE = re.compile(r"([A-Za-z]+)[-_]?([0-9]+)")
_DIGITS = 3  # of a code


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that is most like `word`, or None where none is.

    `tokenLimit`, `token_limit` and `token-limit` are alike; and the last name of a
    dotted key speaks for the whole of it.
    """
    # Almost no run has a wrong word, and this is an import of its own weight.
    from difflib import get_close_matches  # noqa: PLC0415

    said = {_plain(candidate): candidate for candidate in known}
    last_names = {plain.rpartition(".")[2]: said[plain] for plain in reversed(said)}
    wanted = _plain(word)
    if exact := said.get(wanted) or last_names.get(wanted.rpartition(".")[2]):
        return exact
    found = get_close_matches(wanted, said, 1, _CUTOFF)
    return said[found[0]] if found else None


def nearest_rule(
    selector: str, codes: Sequence[str], names: Iterable[str]
) -> str | None:
    """The code or name of a rule that a selector of no rule was meant to be.

    What looks like a code is one of the same number (`VAR1` is `VAR001`) or none at
    all: a code beside it is as far from what was meant as any other.
    """
    families = dict.fromkeys(known[:-_DIGITS] for known in codes)
    if selector.upper() in families:
        return None if selector in families else selector.upper()
    code = _CODE.fullmatch(selector)
    if code is None:
        return nearest(selector, [*codes, *names])
    family = nearest(code[1], families)
    meant = f"{family}{code[2].lstrip('0').zfill(_DIGITS)}"
    return meant if meant in codes else None


def _plain(word: str) -> str:
    return _HUMP.sub("-", word).replace("_", "-").lower()
