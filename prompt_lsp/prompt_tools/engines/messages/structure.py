"""The JSON schemas that answers are asked by, where a server knows structured outputs.

They hold no more than all servers that know them take: no recursion, no limits of
length or number.
"""

from typing import Any

from prompt_lsp.prompt_tools.schema import Generate, Improve, Job, Templatize

Json = dict[str, Any]

_TEXT: Json = {"type": "string"}
_WHOLE: Json = {"type": "integer"}


def _object(**properties: Json) -> Json:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _list(items: Json) -> Json:
    return {"type": "array", "items": items}


_IMPROVED = _object(
    prompt=_TEXT,
    prefill={"anyOf": [_TEXT, {"type": "null"}]},
    changes=_list(_object(kind=_TEXT, reason=_TEXT)),
)
_GENERATED = _object(
    plan=_TEXT,
    variables=_list(_object(name=_TEXT, description=_TEXT)),
    prompt=_TEXT,
)
_TEMPLATIZED = _object(
    variables=_list(
        _object(
            name=_TEXT,
            value=_TEXT,
            message_index={"anyOf": [_WHOLE, {"type": "string", "enum": ["system"]}]},
            occurrence=_WHOLE,
        )
    )
)


def schema(job: Job) -> Json:
    """What the answer to a job is to be, as `output_config.format` has it."""
    match job:
        case Generate():
            found = _GENERATED
        case Improve():
            found = _IMPROVED
        case Templatize():
            found = _TEMPLATIZED
    return {"type": "json_schema", "schema": found}
