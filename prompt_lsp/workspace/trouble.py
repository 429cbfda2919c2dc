"""What a file can refuse.

Trouble
├── Unreadable
└── Unwritable
"""

import os


class Trouble(Exception):
    """A file or folder refuses what was asked of it.

    Attributes:
        path: as it was given.
        reason: why, in lower case, for people.
    """

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(path, reason)
        self.path = path
        self.reason = reason

    def __str__(self) -> str:
        return f"{self.path}: {self.reason}"


class Unreadable(Trouble):
    """It cannot be read, or what it holds is no text."""


class Unwritable(Trouble):
    """It cannot be written; what stood there before still does."""


def reason_of(error: OSError) -> str:
    """The system's own words, without number and path."""
    words = error.strerror or os.strerror(error.errno or 0)
    return words[:1].lower() + words[1:]
