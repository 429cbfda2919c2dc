"""Writes the settings of the server into the manifest, as the server lists them.

The extension's own settings stay as they are. It is run where `prompt_lsp` can be
imported; a test holds that nothing is left to write.
"""

import json
from pathlib import Path
from typing import Any

from prompt_lsp.config.layers import EDITOR_KEYS
from prompt_lsp.config.schema import editor_properties

MANIFEST = Path(__file__).resolve().parent.parent / "package.json"


def main() -> None:
    """Write the manifest anew."""
    manifest = json.loads(MANIFEST.read_text("utf-8"))
    text = json.dumps(with_settings(manifest), indent=2, ensure_ascii=False)
    MANIFEST.write_text(text + "\n", "utf-8")


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


def _is_own(name: str) -> bool:
    return name.split(".")[1] in EDITOR_KEYS


if __name__ == "__main__":
    main()
