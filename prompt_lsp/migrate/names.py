"""What a converted file is called: as its origin, up to the suffix."""

from pathlib import PurePath

# Ends of names that are taken off whole; of any other name, the last suffix.
_SUFFIXES = (
    ".prompt.txt",
    ".prompt.md",
    ".prompt.json",
    ".prompt.yml",
    ".prompt.yaml",
    ".messages.json",
)


def messages_name(name: str) -> str:
    """The name of the body that a prompt's file becomes; `name` has no folder."""
    return f"{_stem(name)}.messages.json"


def prompt_name(name: str) -> str:
    """The name of the prompt that a body's file becomes; `name` has no folder."""
    return f"{_stem(name)}.prompt"


def _stem(name: str) -> str:
    for suffix in _SUFFIXES:
        if name.lower().endswith(suffix) and len(name) > len(suffix):
            return name[: -len(suffix)]
    return PurePath(name).stem
