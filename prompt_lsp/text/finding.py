"""Where a literal stands in a text."""

from collections.abc import Iterator


def occurrences(text: str, literal: str, *, shared: int = 0) -> Iterator[int]:
    """The offsets at which a literal that is not empty begins, in order.

    Two of them are apart, but for the last `shared` characters, which may begin the
    next one: a blank at both ends of a cue is one blank where two cues meet.
    """
    at = text.find(literal)
    while at >= 0:
        yield at
        at = text.find(literal, at + len(literal) - shared)
