"""Puts the server and what it needs into `bundled/libs`, for any Python from 3.11 on.

Only pure Python goes in: compiled parts are for one platform, and all of them are
optional. What only a terminal needs stays out.
"""

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

EXTENSION = Path(__file__).resolve().parent.parent
REPOSITORY = EXTENSION.parent.parent
LIBS = EXTENSION / "bundled" / "libs"

# They colour the manuals that the command line prints, and an editor never asks.
_FOR_TERMINALS = ("rich", "pygments", "markdown_it", "markdown_it_py", "mdurl")
_COMPILED = ("*.so", "*.pyd", "*.dylib", "*.dll")
_KEPT_OF_INFO = ("METADATA", "licenses", "LICENSE*", "LICENCE*", "COPYING*", "NOTICE*")


def main() -> None:
    """Make the folder anew."""
    shutil.rmtree(LIBS.parent, ignore_errors=True)
    with tempfile.TemporaryDirectory() as scratch:
        _install(Path(scratch))
    for unwanted in _unwanted():
        _remove(unwanted)
    _prove()
    size = sum(each.stat().st_size for each in LIBS.rglob("*") if each.is_file())
    sys.stdout.write(f"bundled {size / 1e6:.1f} MB of libraries\n")


def _install(scratch: Path) -> None:
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet"]
    build = [*pip, "wheel", "--no-deps", "--wheel-dir", str(scratch), str(REPOSITORY)]
    subprocess.run(build, check=True)  # noqa: S603 - our own words
    (wheel,) = scratch.glob("prompt_lsp-*.whl")
    install = [*pip, "install", "--no-compile", "--target", str(LIBS), str(wheel)]
    subprocess.run(install, check=True)  # noqa: S603


def _unwanted() -> Iterator[Path]:
    yield LIBS / "bin"
    yield from LIBS.glob("ruamel.yaml.clib*")
    yield from LIBS.glob("*/tests")
    for name in _FOR_TERMINALS:
        yield LIBS / name
        yield from LIBS.glob(f"{name}-*.dist-info")
    for pattern in (*_COMPILED, "__pycache__"):
        yield from LIBS.rglob(pattern)
    for info in LIBS.glob("*.dist-info"):
        kept = {each for pattern in _KEPT_OF_INFO for each in info.glob(pattern)}
        yield from (each for each in info.iterdir() if each not in kept)


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def _prove() -> None:
    """Run the copy on a prompt whose front matter is YAML: it must stand by itself.

    Raises:
        CalledProcessError: it does not.
    """
    launch = [sys.executable, "-I", "-S", "-B", str(EXTENSION / "server" / "launch.py")]
    check = [*launch, "check", "--stdin-filename", "a.prompt", "-"]
    prompt = "---\nvariables:\n  NAME: you\n---\nGreet {{NAME}}\n"
    subprocess.run(check, input=prompt, text=True, check=True)  # noqa: S603


if __name__ == "__main__":
    main()
