"""The word that somebody meant."""

import re
from collections.abc import Iterable

_CUTOFF = 0.6  # the least likeness, from 0 to 1, that is worth a suggestion
_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


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


def _plain(word: str) -> str:
    return _HUMP.sub("-", word).replace("_", "-").lower()
