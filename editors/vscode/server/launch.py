"""Starts the server that the extension carries, with an interpreter of the user's.

The interpreter runs isolated (`-I`), so neither the workspace nor its environment
decide what is imported; what the extension carries goes before anything installed.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "bundled" / "libs"))

from prompt_lsp.__main__ import main

if __name__ == "__main__":
    sys.exit(main())
