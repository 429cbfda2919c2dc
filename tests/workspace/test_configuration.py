import sys
from collections.abc import Mapping
from pathlib import Path

import platformdirs
import pytest

from prompt_lsp.config import Level
from prompt_lsp.workspace import files
from prompt_lsp.workspace.configuration import Configuration


def put(path: Path, text: str = "") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def of(root: Path, environment: Mapping[str, str] | None = None) -> Configuration:
    return Configuration(
        [root], environment=environment or {}, user_file=root / "no" / "config.toml"
    )


def test_the_nearest_file_upwards_counts_alone(tmp_path: Path) -> None:
    put(tmp_path / "prompt-lsp.toml", "token-limit = 1\nselect = ['A']")
    put(tmp_path / "a" / "prompt-lsp.toml", "token-limit = 2")
    configuration = of(tmp_path)
    assert configuration.settings(tmp_path / "x.prompt").token_limit == 1
    below = configuration.settings(tmp_path / "a" / "b" / "x.prompt")
    assert (below.token_limit, below.select) == (2, ())
    nearest = configuration.project_file(str(tmp_path / "a" / "b"))
    assert nearest == str(tmp_path / "a" / "prompt-lsp.toml")


def test_in_one_folder_the_plainest_name_wins(tmp_path: Path) -> None:
    texts = {
        "pyproject.toml": "[tool.prompt-lsp]\ntoken-limit = 3",
        ".prompt-lsp.toml": "token-limit = 2",
        "prompt-lsp.toml": "token-limit = 1",
    }
    for limit, (name, text) in zip((3, 2, 1), texts.items(), strict=True):
        put(tmp_path / name, text)
        assert of(tmp_path).settings(tmp_path / "x.prompt").token_limit == limit


@pytest.mark.parametrize(
    "text",
    [
        "[project]\nname = 'x'",
        "[project]\ndependencies = ['prompt-lsp']",
        "[tool.other]\nprompt-lsp = 1",
        "[tool]\n# prompt-lsp",
        "not even TOML",
    ],
)
def test_another_project_file_is_passed_over(tmp_path: Path, text: str) -> None:
    put(tmp_path / "prompt-lsp.toml", "token-limit = 1")
    put(tmp_path / "a" / "pyproject.toml", text)
    configuration = of(tmp_path)
    assert configuration.settings(tmp_path / "a" / "x.prompt").token_limit == 1
    assert not configuration.problems


def test_lines_of_a_section_are_lines_of_the_file(tmp_path: Path) -> None:
    path = put(
        tmp_path / "pyproject.toml",
        "[tool.ruff]\nselekt = []\n\n[tool.prompt-lsp]\nselekt = []\n"
        "[tool.prompt-lsp.severity]\nX = 'loud'\n[an.other]\nselekt = []\n",
    )
    configuration = of(tmp_path)
    configuration.resolve(tmp_path / "x.prompt")
    assert [problem.where.line for problem in configuration.problems] == [5, 7]
    assert {problem.where.file for problem in configuration.problems} == {str(path)}


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"select = [\nx", "is not valid TOML at line 2, column "),
        (b"[tool.prompt-lsp]\n\xff = 1", "is not UTF-8"),
        (b"a = " + b"[" * 100_000, "is not valid TOML at line 1, "),
    ],
)
def test_a_broken_file_is_the_nearest_all_the_same(
    tmp_path: Path, data: bytes, message: str
) -> None:
    put(tmp_path / "prompt-lsp.toml", "token-limit = 1")
    path = put(tmp_path / "a" / "prompt-lsp.toml")
    path.write_bytes(data)
    configuration = of(tmp_path)
    assert configuration.settings(tmp_path / "a" / "x.prompt").token_limit == 99_999
    (problem,) = configuration.problems
    assert problem.where.file == str(path)
    assert problem.message.startswith(message)


def test_broken_toml_is_said_with_its_line(tmp_path: Path) -> None:
    put(tmp_path / "pyproject.toml", "[tool.prompt-lsp]\nselect = [\n]]\n")
    configuration = of(tmp_path)
    configuration.resolve(tmp_path / "x.prompt")
    assert [problem.where.line for problem in configuration.problems] == [3]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a = 1\nb = [1 2]\n", "line 2, column 8: "),
        ("a = 1\nb = ", "line 2, column 5: "),
        ("a = 1\nb = " + "[" * 100_000, "line 2, column 1: "),
    ],
)
def test_broken_toml_is_said_with_line_and_column(
    tmp_path: Path, text: str, place: str
) -> None:
    put(tmp_path / "prompt-lsp.toml", text)
    configuration = of(tmp_path)
    configuration.resolve(tmp_path / "x.prompt")
    (problem,) = configuration.problems
    assert problem.message.startswith(f"is not valid TOML at {place}")
    assert problem.whole_file


def test_a_folder_in_place_of_a_file_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "prompt-lsp.toml").mkdir()
    configuration = of(tmp_path)
    configuration.resolve(tmp_path / "x.prompt")
    (problem,) = configuration.problems
    assert problem.message == "cannot be read: is a directory"


def test_a_section_that_is_no_table(tmp_path: Path) -> None:
    put(tmp_path / "pyproject.toml", "[tool]\nprompt-lsp = 3")
    configuration = of(tmp_path)
    configuration.resolve(tmp_path / "x.prompt")
    (problem,) = configuration.problems
    assert (problem.message, problem.where.line) == (
        "`tool.prompt-lsp` must be a table",
        2,
    )


def test_a_byte_order_mark_and_windows_line_ends_do_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "prompt-lsp.toml"
    path.write_bytes(b"\xef\xbb\xbftoken-limit = 1\r\nselekt = 2\r\n")
    configuration = of(tmp_path)
    assert configuration.settings(tmp_path / "x.prompt").token_limit == 1
    assert [problem.where.line for problem in configuration.problems] == [2]


def test_all_levels_lie_on_one_another(tmp_path: Path) -> None:
    user = put(
        tmp_path / "u" / "config.toml",
        "target-model = 'user'\ntoken-limit = 1\ndeadline = 1\nengine = 'messages'\n"
        "template-engine = 'jinja'\nselect = ['USER']",
    )
    put(
        tmp_path / "p" / "prompt-lsp.toml",
        "target-model = 'p'\ntoken-limit = 2\nengine = 'offline'\nselect = ['P']",
    )
    configuration = Configuration(
        [tmp_path / "p"],
        environment={"PROMPT_LSP_DEADLINE": "2"},
        user_file=user,
        initialization={"tokenLimit": 3, "engine": "prompt-tools", "select": ["I"]},
        flags={"select": ["FLAG"]},
    )
    configuration.set_client({"engine": "messages", "select": ["CLIENT"]})
    resolved = configuration.resolve(tmp_path / "p" / "x.prompt")
    settings = resolved.settings
    assert settings.template_engine == "jinja"
    assert settings.deadline == 2
    assert settings.target_model == "p"
    assert settings.token_limit == 3
    assert settings.engine == "messages"
    assert settings.select == ("FLAG",)
    assert [
        resolved.origin(key).level
        for key in ("template-engine", "deadline", "target-model", "token-limit")
    ] == [Level.USER, Level.ENVIRONMENT, Level.PROJECT, Level.INITIALIZATION]
    assert not configuration.problems


def test_a_client_may_answer_for_each_folder(tmp_path: Path) -> None:
    roots = [tmp_path / "a", tmp_path / "b"]
    configuration = Configuration(roots, environment={}, user_file=tmp_path / "no")
    configuration.set_client({"tokenLimit": 1})
    configuration.set_client({"tokenLimit": 2, "exclude": ["old/*"]}, roots[1])
    assert configuration.settings(roots[0] / "x.prompt").token_limit == 1
    settings = configuration.settings(roots[1] / "y" / "x.prompt")
    assert settings.token_limit == 2
    assert settings.exclude.base == str(roots[1])
    assert not configuration.is_prompt(roots[1] / "old" / "x.prompt")
    configuration.set_client(None, roots[1])
    assert configuration.settings(roots[1] / "x.prompt").token_limit == 99_999


def test_of_roots_in_one_another_the_inner_one_counts(tmp_path: Path) -> None:
    roots = [tmp_path, tmp_path / "a"]
    configuration = Configuration(roots, environment={}, user_file=tmp_path / "no")
    for limit, root in enumerate(roots, start=1):
        configuration.set_client({"tokenLimit": limit}, root)
    assert configuration.settings(tmp_path / "x.prompt").token_limit == 1
    assert configuration.settings(tmp_path / "ab" / "x.prompt").token_limit == 1
    assert configuration.settings(tmp_path / "a" / "b" / "x.prompt").token_limit == 2


def test_what_is_no_file_takes_the_first_folder(tmp_path: Path) -> None:
    put(tmp_path / "a" / "prompt-lsp.toml", "token-limit = 1")
    roots = [tmp_path / "a", tmp_path / "b"]
    configuration = Configuration(roots, environment={}, user_file=tmp_path / "no")
    assert configuration.settings(None).token_limit == 1
    nowhere = Configuration((), environment={}, user_file=tmp_path / "no")
    assert nowhere.settings(None).token_limit == 99_999


def test_files_may_ignore_more(tmp_path: Path) -> None:
    put(
        tmp_path / "prompt-lsp.toml",
        "ignore = ['DOC']\n[per-file-ignores]\n'*.md' = ['TRN']\n'a/**' = ['VAR']",
    )
    configuration = of(tmp_path)
    for name, silent in {
        "x.prompt": (),
        "x.md": ("TRN",),
        "a/x.prompt": ("VAR",),
        "a/b/x.md": ("TRN", "VAR"),
        "b/a/x.prompt": (),
    }.items():
        settings = configuration.settings(tmp_path / name)
        assert (settings.ignore, settings.silent) == (("DOC",), silent)
    first = configuration.settings(tmp_path / "a" / "x.md")
    assert configuration.settings(tmp_path / "a" / "y.md") is first


def test_nothing_is_read_twice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = put(tmp_path / "prompt-lsp.toml", "token-limit = 1")
    configuration = of(tmp_path)
    folders: list[str] = []
    project_layer = files.project_layer

    def counted(folder: str) -> object:
        folders.append(folder)
        return project_layer(folder)

    monkeypatch.setattr(files, "project_layer", counted)
    for _ in range(3):
        assert configuration.settings(tmp_path / "a" / "x.prompt").token_limit == 1
    assert folders == [str(tmp_path / "a"), str(tmp_path)]
    put(path, "token-limit = 2")
    assert configuration.settings(tmp_path / "x.prompt").token_limit == 1
    assert not configuration.invalidate(tmp_path / "x.prompt")
    assert configuration.settings(tmp_path / "x.prompt").token_limit == 1
    assert configuration.invalidate(path)
    assert configuration.settings(tmp_path / "x.prompt").token_limit == 2


@pytest.mark.parametrize(
    ("name", "changes"),
    [
        ("prompt-lsp.toml", True),
        ("a/.prompt-lsp.toml", True),
        ("pyproject.toml", True),
        (".gitignore", True),
        (".git/info/exclude", True),
        ("user/config.toml", True),
        ("config.toml", False),
        ("a.prompt", False),
        ("exclude", False),
    ],
)
def test_which_files_change_the_configuration(
    tmp_path: Path, name: str, *, changes: bool
) -> None:
    user = tmp_path / "user" / "config.toml"
    configuration = Configuration([tmp_path], environment={}, user_file=user)
    assert configuration.invalidate(tmp_path / name) is changes


def test_problems_are_told_once_and_forgotten_when_mended(tmp_path: Path) -> None:
    path = put(tmp_path / "prompt-lsp.toml", "selekt = 1")
    configuration = of(tmp_path)
    for name in ("x.prompt", "y.prompt", "a/x.prompt", "b/c/x.prompt"):
        configuration.resolve(tmp_path / name)
    assert len(configuration.problems) == 1
    put(path, "")
    configuration.invalidate(path)
    configuration.resolve(tmp_path / "x.prompt")
    assert not configuration.problems


@pytest.mark.skipif(sys.platform != "linux", reason="of Linux alone")
@pytest.mark.parametrize("base", ["", "/elsewhere", "not/absolute", "  "])
def test_the_user_folder_is_that_of_the_platform(
    base: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", base)
    monkeypatch.setenv("HOME", "/home/somebody")
    environment = {"XDG_CONFIG_HOME": base, "HOME": "/home/somebody"}
    folder = platformdirs.user_config_dir("prompt-lsp", appauthor=False)
    assert files.user_file(environment) == f"{folder}/config.toml"
    assert files.user_file({}) is not None


def test_a_document_stands_as_its_globs_say(tmp_path: Path) -> None:
    put(
        tmp_path / "prompt-lsp.toml",
        "exclude = ['old', '*.bak.prompt']\ntext-completions = ['legacy/', '*.txt']",
    )
    put(tmp_path / ".gitignore", "build/\n*.tmp.prompt\n")
    put(tmp_path / "venv" / "pyvenv.cfg")
    configuration = of(tmp_path)
    for name, reason in {
        "x.prompt": "`include` has `*.prompt`",
        "a/x.txt": "`text-completions` has `*.txt`",
        "legacy/a/x": "`text-completions` has `legacy/`",
        "x.md": None,
        "x.vars.json": None,
        "prompts/x.vars.yml": None,
        "old/a/x.prompt": None,
        "x.bak.prompt": None,
        "x.tmp.prompt": None,
        "build/a/x.prompt": None,
        "node_modules/a/x.prompt": None,
        ".git/x.prompt": None,
        "venv/a/x.prompt": None,
    }.items():
        standing = configuration.standing(tmp_path / name)
        assert standing.prompt is (reason is not None), name
        assert standing.reason == reason or reason is None
        assert configuration.is_prompt(tmp_path / name) is standing.prompt
    assert configuration.declared(tmp_path / "legacy" / "a" / "x")
    assert not configuration.declared(tmp_path / "x.prompt")


def test_why_a_document_is_no_prompt(tmp_path: Path) -> None:
    put(tmp_path / "prompt-lsp.toml", "exclude = ['old/']")
    put(tmp_path / ".gitignore", "build/\n")
    put(tmp_path / "venv" / "pyvenv.cfg")
    configuration = of(tmp_path)
    for name, reason in {
        "x.md": "`include` does not name it",
        "x.vars.json": "it holds the variables of a prompt",
        "old/a/x.prompt": "`exclude` has `old/`",
        "build/a/x.prompt": "Git ignores it",
        "a/node_modules/b/x.prompt": "it lies in `node_modules`",
        "venv/a/x.prompt": "it lies in a virtual environment",
    }.items():
        assert configuration.standing(tmp_path / name).reason == reason


@pytest.mark.parametrize("language", ["llm-prompt", "prompty", "dotprompt"])
def test_an_editor_may_say_that_a_document_is_a_prompt(
    tmp_path: Path, language: str
) -> None:
    put(tmp_path / "prompt-lsp.toml", "exclude = ['old']")
    put(tmp_path / ".gitignore", "build/\n")
    configuration = of(tmp_path)
    assert configuration.is_prompt(tmp_path / "x", language)
    assert configuration.is_prompt(tmp_path / "build" / "x", language)
    assert not configuration.is_prompt(tmp_path / "old" / "x", language)
    assert not configuration.is_prompt(tmp_path / "old" / "a" / "x", language)
    assert not configuration.is_prompt(tmp_path / "x", "markdown")
    put(tmp_path / "old" / "prompt-lsp.toml")
    configuration.forget()
    assert not configuration.is_prompt(tmp_path / "old" / "a" / "x", language)


def test_default_globs_stop_at_the_repository(tmp_path: Path) -> None:
    repository = tmp_path / "prompts" / "prompts"
    configuration = of(tmp_path)
    assert configuration.is_prompt(repository / "README.md")
    (repository / ".git").mkdir(parents=True)
    configuration.forget()
    assert not configuration.is_prompt(repository / "README.md")
    assert configuration.is_prompt(repository / "prompts" / "x.md")


def test_an_outer_file_excludes_what_an_inner_one_does_not_know(
    tmp_path: Path,
) -> None:
    put(tmp_path / "prompt-lsp.toml", "exclude = ['vendor']")
    put(tmp_path / "vendor" / "a" / "prompt-lsp.toml", "")
    assert not of(tmp_path).is_prompt(tmp_path / "vendor" / "a" / "x.prompt")


def test_without_a_root_the_repository_bounds_what_is_left_out(
    tmp_path: Path,
) -> None:
    package = tmp_path / "node_modules" / "a"
    (package / ".git").mkdir(parents=True)
    nowhere = Configuration((), environment={}, user_file=tmp_path / "no")
    assert nowhere.is_prompt(package / "x.prompt")
    assert not nowhere.is_prompt(tmp_path / "node_modules" / "x.prompt")


def test_a_root_is_never_left_out(tmp_path: Path) -> None:
    put(tmp_path / "node_modules" / "pyvenv.cfg")
    root = tmp_path / "node_modules"
    assert of(root).is_prompt(root / "x.prompt")
    assert not of(root).is_prompt(root / "node_modules" / "x.prompt")
    assert not of(tmp_path).is_prompt(root / "x.prompt")


@pytest.mark.parametrize("name", ["nul\0/x.prompt", "half \ud800/x.prompt"])
def test_a_path_that_no_file_can_have_is_judged_all_the_same(
    tmp_path: Path, name: str
) -> None:
    put(tmp_path / "prompt-lsp.toml", "token-limit = 1")
    put(tmp_path / ".gitignore", "*.md\n")
    configuration = of(tmp_path)
    assert configuration.settings(tmp_path / name).token_limit == 1
    assert configuration.is_prompt(tmp_path / name)
