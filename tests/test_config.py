import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from prompt_lsp.config import (
    SETTINGS,
    Globs,
    Layer,
    Level,
    PerFileIgnores,
    Setting,
    Settings,
    environment_layer,
    resolve,
)
from prompt_lsp.config.lines import key_lines
from prompt_lsp.config.nearest import nearest, nearest_rule

LEVELS = [level for level in Level if level not in (Level.DEFAULT, Level.ENVIRONMENT)]


def file(text: str, level: Level = Level.PROJECT, path: str = "/p/c.toml") -> Layer:
    folder = str(Path(path).parent)
    return Layer(level, tomllib.loads(text), folder, path, key_lines(text))


def said(*layers: Layer) -> list[str]:
    return [str(problem) for problem in resolve(layers).problems]


def test_nothing_set_is_the_default() -> None:
    resolved = resolve([])
    assert resolved.settings == Settings()
    assert resolved.origin("select").level is Level.DEFAULT
    assert not resolved.problems


@pytest.mark.parametrize("lower", range(len(LEVELS) - 1))
def test_each_level_beats_the_one_below(lower: int) -> None:
    low, high = LEVELS[lower : lower + 2]
    layers = [Layer(high, {"ignore": ["HIGH"]}), Layer(low, {"ignore": ["LOW"]})]
    resolved = resolve(layers)
    assert resolved.settings.ignore == ("HIGH",)
    assert resolved.origin("ignore").level is high


def test_the_order_of_levels_is_that_of_the_manual() -> None:
    assert [level.value for level in Level] == [
        "default",
        "user file",
        "environment",
        "project file",
        "initialization options",
        "workspace/configuration",
        "command line",
    ]


def test_layers_replace_key_by_key_and_severity_merges() -> None:
    user = Layer(
        Level.USER,
        {"select": ["A"], "token-limit": 7, "severity": {"A": "off", "B": "hint"}},
    )
    project = Layer(
        Level.PROJECT,
        {"select": ["B"], "severity": {"B": "error"}, "per-file-ignores": {}},
    )
    settings = resolve([user, project]).settings
    assert settings.select == ("B",)
    assert settings.token_limit == 7
    assert settings.severity == {"A": "off", "B": "error"}


def test_every_value_has_its_shape() -> None:
    layer = file(
        """
include = ["a"]
exclude = ["b"]
text-completions = ["c"]
select = ["TRN"]
ignore = ["VAR", "missing-human-turn"]
per-file-ignores = { "*.md" = ["DOC"] }
severity = { TRN = "hint" }
placeholder-style = "{$NAME}"
template-engine = "jinja"
target-model = "m"
token-limit = 5
tokenizer = "t.json"
feedback = ["shorter"]
engine = "messages"
deadline = 3
[engines]
messages = { base-url = "https://a", model = "x" }
prompt-tools.base-url = "http://localhost:1"
""",
        Level.USER,
        "/u/config.toml",
    )
    assert resolve([layer], base="/repo").settings == Settings(
        include=Globs(("a",), "/repo"),
        exclude=Globs(("b",), "/repo"),
        text_completions=Globs(("c",), "/repo"),
        select=("TRN",),
        ignore=("VAR", "missing-human-turn"),
        per_file_ignores=PerFileIgnores((("*.md", ("DOC",)),), "/repo"),
        severity={"TRN": "hint"},
        placeholder_style="{$NAME}",
        placeholder_style_is_set=True,
        template_engine="jinja",
        target_model="m",
        token_limit=5,
        tokenizer="/u/t.json",
        feedback=("shorter",),
        engine="messages",
        messages_base_url="https://a",
        messages_model="x",
        prompt_tools_base_url="http://localhost:1",
        deadline=3.0,
    )


def test_globs_and_paths_of_a_project_are_relative_to_its_file() -> None:
    layer = file('exclude = ["b"]\ntokenizer = "t.json"', path="/p/q/c.toml")
    settings = resolve([layer], base="/p").settings
    assert settings.exclude == Globs(("b",), "/p/q")
    assert settings.tokenizer == "/p/q/t.json"
    assert settings.include.base == "/p"


def test_a_style_that_is_set_to_the_default_is_set() -> None:
    layer = file('placeholder-style = "{{NAME}}"')
    assert resolve([layer]).settings.placeholder_style_is_set
    wrong = file('placeholder-style = "[NAME]"')
    assert not resolve([wrong]).settings.placeholder_style_is_set


# Below each text, the line that it is wrong on and what is said.
WRONG = """
# a comment with selct
selct = []
-> 2: unknown key `selct`, did you mean `select`

token_limit = 5
-> 1: unknown key `token_limit`, did you mean `token-limit`

tokenLimit = 5
-> 1: unknown key `tokenLimit`, did you mean `token-limit`

zzz = 1
-> 1: unknown key `zzz`

[per-files-ignores]
'*' = []
-> 1: unknown key `per-files-ignores`, did you mean `per-file-ignores`

[engines.messages]
url = 'x'
-> 2: unknown key `engines.messages.url`, did you mean `engines.messages.base-url`

[engines.mesages]
-> 1: unknown key `engines.mesages`, did you mean `engines.messages.model`

engines.messages.deadline = 3
-> 1: unknown key `engines.messages.deadline`, did you mean `deadline`

engines = 3
-> 1: `engines` must be a table, not `3`

token-limit = '5'
-> 1: `token-limit` must be a whole number above 0, not `"5"`

token-limit = true
-> 1: `token-limit` must be a whole number above 0, not `true`

token-limit = -1
-> 1: `token-limit` must be a whole number above 0, not `-1`

select = 'TRN'
-> 1: `select` must be a list of strings, not `"TRN"`

select = {}
-> 1: `select` must be a list of strings, not a table

select = ['TRN', '']
-> 1: `select` must be a list of strings that are not blank, not `""`

severity = []
-> 1: `severity` must be a table, not a list

[severity]
TRN = 'off'
'*' = 'loud'
-> 3: `severity.*` must be one of `error`, `warning`, `information`, `hint`, `off`, not
 `"loud"`

[per-file-ignores]
'*.md' = 'TRN'
-> 2: `per-file-ignores.*.md` must be a list of strings, not `"TRN"`

engine = 'x'
-> 1: `engine` must be one of `offline`, `messages`, `prompt-tools`, not `"x"`

target-model = ' '
-> 1: `target-model` must be a string that is not blank, not `" "`

template-engine = 'jinja'
token-limit = 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'
-> 2: `token-limit` must be a whole number above 0, not
 `"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…`
"""
WRONG_ROWS = [
    case.strip("\n").replace("\n `", " `").split("\n-> ")
    for case in WRONG.split("\n\n")
]


@pytest.mark.parametrize(("text", "message"), WRONG_ROWS)
def test_what_is_wrong_is_said_with_its_line(text: str, message: str) -> None:
    assert said(file(text)) == [f"/p/c.toml:{message}"]


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("deadline", "nan"),
        ("deadline", "inf"),
        ("deadline", "0"),
        ("deadline", "'5'"),
        ("engines.messages.base-url", "'localhost:80'"),
        ("engines.messages.base-url", "'ftp://h'"),
        ("engines.messages.base-url", "5"),
        ("tokenizer", "5"),
        ("feedback", "[5]"),
    ],
)
def test_a_wrong_value_is_not_taken(key: str, value: str) -> None:
    resolved = resolve([file(f"{key} = {value}", Level.USER)])
    assert resolved.settings == Settings()
    assert len(resolved.problems) == 1


def test_a_wrong_value_costs_nothing_else() -> None:
    user = Layer(Level.USER, {"token-limit": 7, "ignore": ["U"]})
    project = file(
        "token-limit = 'x'\nselect = ['TRN', 5, 'VAR']\nfoo = 1\nignore = 3\n"
        "[severity]\nA = 'x'\nB = 'off'\n[per-file-ignores]\na = 1\nb = ['C']"
    )
    resolved = resolve([user, project])
    settings = resolved.settings
    assert settings.token_limit == 7
    assert settings.ignore == ("U",)
    assert settings.select == ("TRN", "VAR")
    assert settings.severity == {"B": "off"}
    assert settings.per_file_ignores.entries == (("b", ("C",)),)
    assert [problem.where.line for problem in resolved.problems] == [1, 2, 3, 4, 6, 9]


GUARDED = [setting for setting in SETTINGS if setting.guarded]


@pytest.mark.parametrize("setting", GUARDED, ids=lambda setting: setting.key)
@pytest.mark.parametrize("level", LEVELS)
def test_a_repository_does_not_say_where_prompts_go(
    level: Level, setting: Setting
) -> None:
    table: dict[str, Any] = {}
    inner = table
    *tables, last = (setting.camel if level.camel else setting.key).split(".")
    for name in tables:
        inner = inner.setdefault(name, {})
    value = 5.0 if setting.key == "deadline" else "https://evil"
    inner[last] = value
    resolved = resolve([Layer(level, table)])
    taken = getattr(resolved.settings, setting.field) == value
    assert taken is (level not in (Level.PROJECT, Level.CLIENT))
    assert len(resolved.problems) == (not taken)
    assert all("is ignored in" in str(problem) for problem in resolved.problems)


def test_the_guarded_settings() -> None:
    assert {setting.key for setting in GUARDED} == {
        "deadline",
        "engines.messages.base-url",
        "engines.messages.model",
        "engines.prompt-tools.base-url",
    }


def test_clients_spell_keys_in_camel_case() -> None:
    client = {
        "textCompletions": ["a"],
        "perFileIgnores": {"*.text-completions": ["TRN"]},
        "placeholderStyle": "<<NAME>>",
        "templateEngine": "mustache",
        "targetModel": "m",
        "tokenLimit": 9,
        "severity": {"missing-human-turn": "off"},
        "engines": {"promptTools": {"baseUrl": "https://a"}},
    }
    resolved = resolve([Layer(Level.INITIALIZATION, client, "/w")])
    settings = resolved.settings
    assert not resolved.problems
    assert settings.text_completions == Globs(("a",), "/w")
    assert settings.per_file_ignores.entries == (("*.text-completions", ("TRN",)),)
    assert settings.placeholder_style == "<<NAME>>"
    assert settings.template_engine == "mustache"
    assert settings.target_model == "m"
    assert settings.token_limit == 9
    assert settings.severity == {"missing-human-turn": "off"}
    assert settings.prompt_tools_base_url == "https://a"


@pytest.mark.parametrize("level", [Level.INITIALIZATION, Level.CLIENT])
def test_what_a_client_leaves_open_is_not_set(level: Level) -> None:
    client = {
        "targetModel": None,
        "select": None,
        "engines": {"messages": {"baseUrl": None}},
        "trace": {"server": "off"},
    }
    user = Layer(Level.USER, {"target-model": "m"})
    resolved = resolve([user, Layer(level, client)])
    assert resolved.settings.target_model == "m"
    assert not resolved.problems


@pytest.mark.parametrize(
    ("key", "near"), [("token-limit", "tokenLimit"), ("tokenlimt", "tokenLimit")]
)
def test_unknown_keys_of_a_client(key: str, near: str) -> None:
    client = Layer(Level.CLIENT, {key: 5})
    message = f"workspace/configuration: unknown key `{key}`, did you mean `{near}`"
    assert said(client) == [message]


def test_the_environment_has_the_guarded_settings_only() -> None:
    layer = environment_layer(
        {
            "PROMPT_LSP_DEADLINE": "2.5",
            "PROMPT_LSP_ENGINES_MESSAGES_BASE_URL": "http://localhost:11434",
            "PROMPT_LSP_ENGINES_MESSAGES_MODEL": "",
            "PROMPT_LSP_SELECT": "TRN",
            "PROMPT_LSP_API_KEY": "secret",
        }
    )
    resolved = resolve([layer])
    assert resolved.settings == Settings(
        deadline=2.5, messages_base_url="http://localhost:11434"
    )
    assert resolved.origin("deadline").level is Level.ENVIRONMENT
    assert not resolved.problems
    wrong = environment_layer({"PROMPT_LSP_DEADLINE": "soon"})
    message = '`deadline` must be a number of seconds above 0, not `"soon"`'
    assert said(wrong) == [f"environment: {message}"]


def test_origins_name_file_and_line() -> None:
    user = file("token-limit = 5\n", Level.USER, "/u/config.toml")
    project = file("\n\n[severity]\nA = 'off'\n[per-file-ignores]\n'x' = ['y']\n")
    resolved = resolve([project, user])
    assert str(resolved.origin("token-limit")) == "/u/config.toml:1"
    assert str(resolved.origin("severity")) == "/p/c.toml:3"
    assert str(resolved.origin("severity.A")) == "/p/c.toml:4"
    assert str(resolved.origin("per-file-ignores.x")) == "/p/c.toml:6"
    assert str(resolved.origin("per-file-ignores")) == "/p/c.toml:5"
    assert str(resolved.origin("select")) == "default"


LINES = '''
# select = 1
a = """
select = 2
"""
b = ["[select]"]
"quoted key" = 1
'single' . "dotted".bare = 2

  [ engines . "messages" ]  # a comment
model = 1
[[list]]
select = 3
[tool."prompt-lsp".severity]
"*.md" = 1
'''


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("a",), 3),
        (("select",), None),
        (("b",), 6),
        (("quoted key",), 7),
        (("single", "dotted", "bare"), 8),
        (("engines",), 10),
        (("engines", "messages", "model"), 11),
        (("list", "select"), 13),
        (("tool", "prompt-lsp"), 14),
        (("tool", "prompt-lsp", "severity", "*.md"), 15),
    ],
)
def test_lines_of_keys(path: tuple[str, ...], line: int | None) -> None:
    assert key_lines(LINES).get(path) == line


def test_lines_with_windows_line_ends() -> None:
    assert key_lines("a = 1\r\n[b]\r\nc = 2\r\n")[("b", "c")] == 3


@pytest.mark.parametrize(
    ("word", "near"),
    [
        ("selekt", "select"),
        ("SELECT", "select"),
        ("template_engine", "template-engine"),
        ("model", "engines.messages.model"),
        ("xyzzy", None),
    ],
)
def test_the_nearest_key(word: str, near: str | None) -> None:
    assert nearest(word, [setting.key for setting in SETTINGS]) == near


@pytest.mark.parametrize(
    ("selector", "near"),
    [
        ("VAR1", "VAR001"),
        ("TRN05", "TRN005"),
        ("TRN0005", "TRN005"),
        ("trn5", "TRN005"),
        ("TRN-005", "TRN005"),
        ("TNR005", "TRN005"),
        ("VAR999", None),
        ("VAR005", None),
        ("XYZ001", None),
        ("trn", "TRN"),
        ("TRN", None),
        ("mising-turn", "missing-turn"),
    ],
)
def test_the_nearest_rule(selector: str, near: str | None) -> None:
    codes = ["TRN001", "TRN005", "TRN015", "VAR001", "VAR015"]
    assert nearest_rule(selector, codes, ["missing-turn", "spare-name"]) == near


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=5,
)
KEYS = st.sampled_from([setting.key.split(".")[0] for setting in SETTINGS])


@hypothesis_settings(max_examples=150, deadline=None)
@given(st.dictionaries(KEYS | st.text(max_size=5), VALUES), st.sampled_from(LEVELS))
@example({"engine": ["messages"]}, Level.PROJECT)
@example({"template-engine": {}, "severity": {"TRN001": []}}, Level.PROJECT)
def test_no_table_breaks_the_configuration(table: dict[str, Any], level: Level) -> None:
    resolved = resolve([Layer(level, table), Layer(Level.FLAG, {"ignore": ["X"]})])
    assert resolved.settings.ignore == ("X",)
