"""Writes the settings into the manifest, as the server lists them, and into the README.

The extension's own settings stay as they are. It is run where `prompt_lsp` can be
imported; a test holds that nothing is left to write.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from prompt_lsp.config.layers import EDITOR_KEYS
from prompt_lsp.config.schema import editor_properties

EXTENSION = Path(__file__).resolve().parent.parent
MANIFEST = EXTENSION / "package.json"
README = EXTENSION / "README.md"

_BEGIN, _END = "<!-- settings -->\n", "<!-- /settings -->\n"


def main() -> None:
    """Write both anew."""
    manifest = with_settings(json.loads(MANIFEST.read_text("utf-8")))
    text = json.dumps(manifest, indent=2, ensure_ascii=False)
    MANIFEST.write_text(text + "\n", "utf-8")
    README.write_text(with_table(README.read_text("utf-8"), manifest), "utf-8")


def with_settings(manifest: dict[str, Any]) -> dict[str, Any]:
    """The manifest with the settings of the server, and those of its own behind."""
    contributes = manifest["contributes"]
    configuration = contributes["configuration"]
    theirs = editor_properties()
    own = {
        name: declared
        for name, declared in configuration["properties"].items()
        if _is_own(name)
    }
    configuration = {**configuration, "properties": {**theirs, **own}}
    contributes = {**contributes, "configuration": configuration}
    return {**manifest, "contributes": contributes}


def with_table(readme: str, manifest: Mapping[str, Any]) -> str:
    """The README with a row for each setting of the manifest, between its marks."""
    before, _, rest = readme.partition(_BEGIN)
    _, _, after = rest.partition(_END)
    settings = manifest["contributes"]["configuration"]["properties"]
    rows = ["| setting | values | |", "|---|---|---|"]
    rows += [
        f"| `{name}` | {_values(declared)} | {declared['markdownDescription']} |"
        for name, declared in settings.items()
    ]
    return "".join((before, _BEGIN, *(f"{row}\n" for row in rows), _END, after))


def _values(declared: Mapping[str, Any]) -> str:
    """What may be written, with a default in bold; null is what nobody writes."""
    if "enum" not in declared:
        kinds = declared["type"]
        return _KINDS[kinds if isinstance(kinds, str) else kinds[0]]
    words = (f"`{word}`" for word in declared["enum"] if word is not None)
    default = f"`{declared['default']}`"
    return ", ".join(f"**{word}**" if word == default else word for word in words)


_KINDS = {
    "array": "list",
    "object": "table",
    "string": "text",
    "integer": "number",
    "number": "number",
}


def _is_own(name: str) -> bool:
    return name.split(".")[1] in EDITOR_KEYS


if __name__ == "__main__":
    main()
