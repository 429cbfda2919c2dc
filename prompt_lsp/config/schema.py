"""The list of settings as others need it: a JSON schema, editors, the manual."""

from collections.abc import Mapping
from typing import Any

from prompt_lsp.config.declared import SETTINGS, Setting
from prompt_lsp.config.settings import Globs, PerFileIgnores

_DIALECT = "http://json-schema.org/draft-07/schema#"


def json_schema() -> dict[str, Any]:
    """The JSON schema of a configuration file."""
    root = _table("Settings of prompt-lsp, a linter for prompt files.")
    root = {"$schema": _DIALECT, "title": "prompt-lsp", **root}
    for setting in SETTINGS:
        table = root
        *tables, last = setting.key.split(".")
        for name in tables:
            inner = _table(f"Settings under `{name}`.")
            table = table["properties"].setdefault(name, inner)
        table["properties"][last] = _property(setting)
    return root


def editor_properties() -> dict[str, dict[str, Any]]:
    """The settings as the manifest of an editor's extension declares them, flat.

    Null is the default of all: an editor hands over its defaults as if the user
    had chosen them, and they must not hide what a project's own file says.
    """
    return {
        f"promptLsp.{setting.camel}": {
            **_nullable(setting.kind.schema),
            **_explained(setting.kind.meanings),
            "default": None,
            "markdownDescription": setting.doc,
            "scope": "machine" if setting.guarded else "resource",
            "order": order,
        }
        for order, setting in enumerate(SETTINGS)
    }


def reference() -> str:
    """The settings as a table in Markdown."""
    rows = ["| key | values | default | |", "|---|---|---|---|"]
    for setting in SETTINGS:
        phrase = setting.kind.phrase
        rows.append(
            f"| `{setting.key}` | {phrase} | {_default(setting)} | {setting.doc} |"
        )
    return "\n".join(rows) + "\n"


def plain(value: Any) -> Any:  # noqa: ANN401 - any value of `Settings`
    """A value of `Settings` as a file would write it, in plain lists and tables."""
    if isinstance(value, Globs):
        return list(value.patterns)
    if isinstance(value, PerFileIgnores):
        return {glob: list(codes) for glob, codes in value.entries}
    if isinstance(value, tuple):
        return list(value)
    return value


def _table(description: str) -> dict[str, Any]:
    return {
        "description": description,
        "type": "object",
        "additionalProperties": False,
        "properties": {},
    }


def _property(setting: Setting) -> dict[str, Any]:
    written = {"description": setting.doc, **setting.kind.schema}
    if setting.default is not None:
        written["default"] = plain(setting.default)
    return written


def _nullable(schema: Mapping[str, Any]) -> dict[str, Any]:
    nullable = {**schema, "type": [schema.get("type", "string"), "null"]}
    if "enum" in schema:
        nullable["enum"] = [*schema["enum"], None]
    return nullable


def _explained(meanings: tuple[str, ...]) -> dict[str, Any]:
    """What an editor says about each word, and about null, which comes last."""
    if not meanings:
        return {}
    unset = "Not set here: what a configuration file says, else the default"
    return {"markdownEnumDescriptions": [*meanings, unset]}


def _default(setting: Setting) -> str:
    value = plain(setting.default)
    if value is None or value in ([], {}):
        return "none"
    if isinstance(value, list):
        return ", ".join(f"`{one}`" for one in value)
    return f"`{value}`"
