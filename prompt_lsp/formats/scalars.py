"""Writing text as JSON and as YAML, so that it reads back as the same text."""

import json
import re

_WORD = re.compile(r"[A-Za-z_](?:[A-Za-z0-9_./-]|[ ](?=[A-Za-z0-9_./-]))*\Z")

# What YAML 1.1 or 1.2 reads as something else than text.
_NOT_TEXT = frozenset(("null", "true", "false", "yes", "no", "on", "off", "y", "n"))

# What JSON may hold and YAML may not, and what a file in UTF-8 may not.
_UNWRITABLE = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
_BLOCK_LINE = re.compile(
    r"[\t\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]*\Z"
)


def json_text(text: str) -> str:
    """A text in double quotes, for JSON and for YAML alike."""
    written = json.dumps(text, ensure_ascii=False)
    return _UNWRITABLE.sub(lambda match: f"\\u{ord(match.group()):04x}", written)


def yaml_text(text: str) -> str:
    """A text on one line of YAML, in a block or in braces: bare where that is safe."""
    if _WORD.match(text) and text.lower() not in _NOT_TEXT:
        return text
    return json_text(text)


def yaml_block(text: str, indent: str, line_end: str) -> str | None:
    """A text of several lines as a literal block, its lines indented.

    It begins with the indicator, for the place behind a key. None where a block
    would not give the same text back: one that ends with a line end would need the
    file to go on behind it.
    """
    lines = text.split("\n")
    if len(lines) < 2 or not lines[0] or not lines[-1] or lines[0][0] in " \t":
        return None
    if not all(map(_BLOCK_LINE.match, lines)):
        return None
    return line_end.join(("|-", *(indent + line if line else "" for line in lines)))


def rewritten(old: str, text: str, *, json_host: bool) -> str:
    """A text in place of a scalar that is written as `old`."""
    if json_host or old[:1] in ("'", '"'):
        return json_text(text)
    return yaml_text(text)
