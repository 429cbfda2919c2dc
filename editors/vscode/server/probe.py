"""Tells the extension about an interpreter, as JSON: any Python 3 can run this.

`prompt_lsp` is the version of the server that is installed beside it, or null.
"""

import json
import sys

try:
    from prompt_lsp import __version__ as server
except Exception:  # noqa: BLE001 - a broken installation is none
    server = None

told = {
    "executable": sys.executable,
    "version": list(sys.version_info[:3]),
    "prompt_lsp": server,
}
sys.stdout.write(json.dumps(told))
