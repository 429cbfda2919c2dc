"""The extension as it is shipped: what is in the package, and that it runs alone."""

import json
import subprocess
import sys
from pathlib import Path, PurePosixPath
from zipfile import ZipFile

import pytest

from prompt_lsp import __version__
from tests.editors.vsix import EXTENSION, packaged
from tests.lsp.editor import PUSHED, Editor

MOST = 8 * 2**20  # bytes

LEGACY = "\n\nHuman: Translate {{WORD}}\nAssistant:"

# Libraries whose folder has another name than they have.
OTHER_NAMES = {"attr": "attrs", "cattr": "cattrs", "ruamel": "ruamel_yaml"}

# What only its makers need, or what is for one platform only.
UNWANTED_FOLDERS = {"node_modules", "src", "test", "tests", "__pycache__", "out"}
UNWANTED_KINDS = {".map", ".ts", ".pyc", ".so", ".pyd", ".dylib", ".dll", ".node"}


@pytest.fixture(scope="session")
def package() -> Path:
    return packaged()


@pytest.fixture(scope="session")
def names(package: Path) -> list[PurePosixPath]:
    """The files of the package, below the folder of the extension."""
    with ZipFile(package) as zipped:
        paths = [PurePosixPath(name) for name in zipped.namelist()]
    top = "extension"
    return [path.relative_to(top) for path in paths if path.parts[0] == top]


@pytest.fixture(scope="session")
def unpacked(package: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The extension as VS Code puts it onto a disk."""
    folder = tmp_path_factory.mktemp("vsix")
    with ZipFile(package) as zipped:
        zipped.extractall(folder)
    return folder / "extension"


@pytest.fixture(scope="session")
def bare_python(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An interpreter with the standard library and nothing else."""
    folder = tmp_path_factory.mktemp("bare")
    words = [sys.executable, "-m", "venv", "--without-pip", str(folder)]
    subprocess.run(words, check=True)
    python = folder / ("Scripts" if sys.platform == "win32" else "bin") / "python3"
    found = subprocess.run([python, "-I", "-c", "import prompt_lsp"], check=False)
    assert found.returncode, "the interpreter is not bare"
    return python


def test_it_is_small(package: Path) -> None:
    assert package.stat().st_size < MOST


def test_it_holds_what_users_need_and_no_more(names: list[PurePosixPath]) -> None:
    unwanted = [
        str(path)
        for path in names
        if path.suffix in UNWANTED_KINDS or {*path.parts} & UNWANTED_FOLDERS
    ]
    assert unwanted == []


def test_it_holds_no_maps_within_its_bundles(unpacked: Path) -> None:
    bundles = [*(unpacked / "dist").rglob("*.js"), *(unpacked / "dist").rglob("*.css")]
    assert len(bundles) == 4
    for bundle in bundles:
        assert "sourceMappingURL" not in bundle.read_text("utf-8")


def test_what_is_activated_does_without_the_language_client(unpacked: Path) -> None:
    dist = unpacked / "dist"
    client = "Content-Length"  # what each of its messages begins with
    assert client in (dist / "connection.js").read_text("utf-8")
    assert client not in (dist / "extension.js").read_text("utf-8")


def test_it_holds_the_files_that_its_manifest_names(
    names: list[PurePosixPath], unpacked: Path
) -> None:
    manifest = json.loads((unpacked / "package.json").read_text("utf-8"))
    steps = manifest["contributes"]["walkthroughs"][0]["steps"]
    grammars = manifest["contributes"]["grammars"]
    wanted = [
        manifest["main"],
        manifest["icon"],
        *(step["media"]["svg"] for step in steps),
        *(grammar["path"] for grammar in grammars),
        *("server/launch.py", "server/probe.py", "changelog.md", "readme.md"),
        *("dist/preview/view.js", "dist/preview/view.css", "LICENSE.txt"),
    ]
    assert [name for name in wanted if PurePosixPath(name) not in names] == []


def test_it_holds_the_licences_of_its_python_libraries(unpacked: Path) -> None:
    infos = {each.name: each for each in unpacked.glob("bundled/libs/*.dist-info")}
    licensed = {
        name.partition("-")[0]
        for name, info in infos.items()
        if any(each.stat().st_size for each in info.glob("licenses/LICENSE*"))
    }
    libraries = unpacked.glob("bundled/libs/*")
    held = {each.stem for each in libraries if each.name not in infos}
    assert "prompt_lsp" in held
    assert {OTHER_NAMES.get(name, name) for name in held} <= licensed


def test_it_holds_the_licences_of_its_scripts(unpacked: Path) -> None:
    licences = (unpacked / "dist" / "LICENSES.txt").read_text("utf-8")
    lock = json.loads((EXTENSION / "package-lock.json").read_text("utf-8"))
    shipped = {
        name.rpartition("node_modules/")[2]: each["version"]
        for name, each in lock["packages"].items()
        if name and not each.get("dev")
    }
    assert "vscode-languageclient" in shipped
    for name, version in shipped.items():
        assert f"{name} {version}\n\n" in licences


def test_its_server_runs_on_a_bare_interpreter(
    unpacked: Path, bare_python: Path, tmp_path: Path
) -> None:
    launch = [str(bare_python), "-I", str(unpacked / "server" / "launch.py")]
    with Editor(tmp_path, launch) as editor:
        begun = editor.initialize(PUSHED, rootUri=tmp_path.as_uri())
        assert begun["serverInfo"] == {"name": "prompt-lsp", "version": __version__}
        uri = editor.open("legacy.prompt", LEGACY)
        assert "TRN005" in {found["code"] for found in editor.published(uri, 1)}


def test_its_server_reads_front_matter(
    unpacked: Path, bare_python: Path, tmp_path: Path
) -> None:
    # Many machines have its reader of YAML with compiled parts; this one has not.
    launch = [bare_python, "-I", unpacked / "server" / "launch.py"]
    check = ["check", "--output-format", "json", "--stdin-filename", "a.prompt", "-"]
    done = subprocess.run(
        [*launch, *check],
        input="---\nvariables:\n  UNUSED: you\n---\nGreet {{NAME}}\n",
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout, done.stderr
    codes = {found["code"] for found in json.loads(done.stdout)}
    assert codes == {"VAR011", "VAR012"}


def test_the_probe_tells_of_a_bare_interpreter(
    unpacked: Path, bare_python: Path
) -> None:
    words = [bare_python, "-I", "-B", unpacked / "server" / "probe.py"]
    told = json.loads(subprocess.check_output(words))
    assert told["prompt_lsp"] is None
    assert told["version"] == [*sys.version_info[:3]]
