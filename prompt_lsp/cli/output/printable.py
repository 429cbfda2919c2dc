"""JSON that is plain text in whatever encoding a stream has."""

import json
from typing import Any


def printable(value: Any) -> str:  # noqa: ANN401 - whatever JSON can say
    """The JSON of a value in printable ASCII, with a line feed at its end.

    `json` escapes all that is no ASCII and all control characters but the last one.
    """
    return json.dumps(value, indent=2).replace("\x7f", "\\u007f") + "\n"
