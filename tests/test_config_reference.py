"""What is generated from the list of settings.

Run as a program, this file writes them anew.
"""

import json
import re
from pathlib import Path

import jsonschema
import pytest

from prompt_lsp.config import SETTINGS, Settings
from prompt_lsp.config.schema import editor_properties, json_schema, reference

ROOT = Path(__file__).parent.parent
SCHEMA = ROOT / "prompt_lsp" / "prompt-lsp.schema.json"
MANUAL = ROOT / "docs" / "configuration.md"
TABLE = re.compile(r"(<!-- settings -->\n).*?(<!-- /settings -->)", re.DOTALL)


def schema_text() -> str:
    return json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n"


def manual_text() -> str:
    before = MANUAL.read_text("utf-8")
    return TABLE.sub(lambda found: found[1] + reference() + found[2], before)


def test_the_shipped_schema_is_that_of_the_settings() -> None:
    assert SCHEMA.read_text("utf-8") == schema_text()


def test_the_manual_has_the_table_of_the_settings() -> None:
    assert MANUAL.read_text("utf-8") == manual_text()
    for setting in SETTINGS:
        assert f"| `{setting.key}` |" in manual_text()


def test_the_manual_names_each_guarded_setting() -> None:
    guarded = {setting.key for setting in SETTINGS if setting.guarded}
    assert {key for key in guarded if not key.startswith("engines.")} == {"deadline"}
    variables = set(re.findall(r"`(PROMPT_LSP_\w+)`", MANUAL.read_text("utf-8")))
    assert len(variables) == len(guarded)


def test_each_value_of_the_settings_is_declared() -> None:
    declared = {setting.field for setting in SETTINGS}
    assert len(declared) == len(SETTINGS)
    derived = {"placeholder_style_is_set", "select_is_above", "silent"}
    assert declared | derived == set(Settings.__slots__)


def test_the_schema_is_a_schema() -> None:
    jsonschema.Draft7Validator.check_schema(json_schema())


@pytest.mark.parametrize(
    "right",
    [
        {},
        {"include": ["*.md"], "severity": {"TRN": "off"}, "token-limit": 5},
        {"engines": {"messages": {"base-url": "https://h/x", "model": "m"}}},
        {"per-file-ignores": {"*.md": ["TRN", "x"]}, "deadline": 1.5},
        {"placeholder-style": "${NAME}", "template-engine": "jinja"},
    ],
)
def test_the_schema_takes_what_is_right(right: dict[str, object]) -> None:
    jsonschema.validate(right, json_schema())


@pytest.mark.parametrize(
    "wrong",
    [
        {"tokenLimit": 5},
        {"token-limit": 0},
        {"token-limit": "5"},
        {"select": "TRN"},
        {"select": [""]},
        {"severity": {"TRN": "loud"}},
        {"engines": {"messages": {"base-url": "file:///x"}}},
        {"engines": {"other": {}}},
        {"deadline": 0},
        {"engine": "mine"},
    ],
)
def test_the_schema_refuses_what_is_wrong(wrong: dict[str, object]) -> None:
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(wrong, json_schema())


def test_an_editor_hides_no_setting_behind_a_default() -> None:
    properties = editor_properties()
    assert properties["promptLsp.engines.promptTools.baseUrl"]["scope"] == "machine"
    assert properties["promptLsp.placeholderStyle"]["scope"] == "resource"
    assert len(properties) == len(SETTINGS)
    for declared in properties.values():
        assert declared["default"] is None
        jsonschema.validate(None, declared)


def test_an_editor_explains_every_word_of_a_choice() -> None:
    choices = [each for each in editor_properties().values() if "enum" in each]
    assert len(choices) == 3
    for declared in choices:
        words, meanings = declared["enum"], declared["markdownEnumDescriptions"]
        assert len({*meanings}) == len(words)
        for word in words:
            jsonschema.validate(word, declared)


if __name__ == "__main__":
    SCHEMA.write_text(schema_text(), "utf-8")
    MANUAL.write_text(manual_text(), "utf-8")
