"""JSON that is plain text in whatever encoding a stream has."""

import json
from typing import Any


def printable(value: Any) -> str:  # noqa: ANN401 - whatever JSON can say
    """The JSON of a value in printable ASCII, with a line feed at its end."""
    return json.dumps(value, indent=2, ensure_ascii=True) + "\n"
