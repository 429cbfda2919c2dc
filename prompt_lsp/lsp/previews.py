"""The request `promptLsp/preview`: a prompt as the model gets it.

It takes `{uri, values?}` and answers with `{messages: [{role, parts: [{text} |
{placeholder, value?}]}], variables: [{name, value?, declared}]}`. A message has
`tokens` only from who counts with the tokenizer of the model, and nobody does yet:
an estimate would pass for a count.
"""

from collections.abc import Mapping
from typing import Any

from prompt_lsp.features.preview import Shown, Slot, Variable
from prompt_lsp.features.preview import preview as preview_of
from prompt_lsp.lsp.arguments import Table, invalid, prompt_meant, table_of
from prompt_lsp.lsp.frames import Json
from prompt_lsp.lsp.refusals import RequestFailed
from prompt_lsp.lsp.session import Session

KEYS = ("uri", "values")


def preview(session: Session, params: Json) -> Json:
    """The messages of a document's first prompt, and its variables.

    Raises:
        JsonRpcInvalidParams: the parameters are not what they must be.
        RequestFailed: the document holds no prompt that could be shown.
    """
    table = table_of((params,), KEYS)
    linted = prompt_meant(session, table.get("uri"))
    if not linted.document.prompts:
        message = f"no prompts are read in `{linted.uri}` ({linted.document.format})"
        raise RequestFailed(message)
    found = preview_of(linted.document, linted.settings, _values(table))
    return {
        "messages": [*map(_message, found.messages)],
        "variables": [*map(_variable, found.variables)],
    }


def _values(table: Table) -> dict[str, str]:
    """What the user has filled in; null is nothing."""
    given = table.get("values")
    given = {} if given is None else given
    if not isinstance(given, Mapping):
        msg = "`values` must be an object of names and texts"
        raise invalid(msg)
    filled = {name: value for name, value in given.items() if value is not None}
    for name, value in filled.items():
        if not isinstance(value, str):
            msg = f"`values.{name}` must be a string"
            raise invalid(msg)
    return filled


def _message(message: Shown) -> dict[str, Any]:
    return {"role": message.role, "parts": [*map(_part, message.pieces)]}


def _part(piece: str | Slot) -> dict[str, str]:
    if isinstance(piece, Slot):
        return {"placeholder": piece.name} | _value(piece.value)
    return {"text": piece}


def _variable(variable: Variable) -> dict[str, Any]:
    name, value, declared = variable
    return {"name": name} | _value(value) | {"declared": declared}


def _value(value: str | None) -> dict[str, str]:
    return {} if value is None else {"value": value}
