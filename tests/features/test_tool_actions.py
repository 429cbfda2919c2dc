import pytest

from prompt_lsp.features.code_actions import Kind
from prompt_lsp.features.tool_actions import (
    TOOLS,
    EngineName,
    ToolAction,
    kinds_to_offer,
    tool_actions,
)

OFFLINE = EngineName("offline", "offline")
MODEL = EngineName("messages", "some-model at example.org")


def titles(*engines: EngineName, **more: object) -> list[str]:
    found = tool_actions(TOOLS, engines, **more)  # type: ignore[arg-type] # as given
    return [each.title for each in found]


def test_titles_say_where_the_text_goes() -> None:
    assert titles(OFFLINE, MODEL) == [
        "Improve prompt (offline)",
        "Improve prompt with some-model at example.org",
        "Templatize prompt (offline)",
        "Templatize prompt with some-model at example.org",
        "Generate prompt from this description (offline)",
        "Generate prompt from this description with some-model at example.org",
    ]


def test_the_default_engine_comes_first_and_hears_feedback() -> None:
    found = tool_actions(
        [Kind.IMPROVE], [MODEL, OFFLINE], ["Make it  shorter"], asks=True
    )
    assert [*found] == [
        ToolAction(Kind.IMPROVE, f"Improve prompt with {MODEL.label}", "messages"),
        ToolAction(Kind.IMPROVE, "Improve prompt (offline)", "offline"),
        ToolAction(
            Kind.IMPROVE,
            f"Improve prompt with feedback… ({MODEL.label})",
            "messages",
            asks=True,
        ),
        ToolAction(
            Kind.IMPROVE,
            f"Improve prompt with {MODEL.label}: Make it shorter",
            "messages",
            "Make it  shorter",
        ),
    ]


def test_presets_are_listed_once_and_shortened() -> None:
    presets = ["Be brief", "Be brief", " \n", "word " * 40]
    found = [*tool_actions([Kind.IMPROVE], [OFFLINE], presets)][1:]
    assert [each.title for each in found] == [
        "Improve prompt (offline): Be brief",
        f"Improve prompt (offline): {'word ' * 9}word…",
    ]
    assert found[1].feedback == "word " * 40
    assert "word" not in repr(found[1]).replace(found[1].title, "")


def test_an_editor_that_asks_has_one_action_for_it() -> None:
    assert titles(OFFLINE, asks=True)[:2] == [
        "Improve prompt (offline)",
        "Improve prompt with feedback…",
    ]


@pytest.mark.parametrize(
    ("only", "invoked", "selected", "expected"),
    [
        (None, True, False, TOOLS),
        (None, True, True, TOOLS),
        (None, False, False, ()),
        (None, False, True, (Kind.IMPROVE, Kind.TEMPLATIZE)),
        (["refactor"], False, False, (Kind.IMPROVE, Kind.TEMPLATIZE)),
        (["refactor.rewrite.improve"], True, False, (Kind.IMPROVE,)),
        (["source"], True, False, (Kind.GENERATE,)),
        (["source", "quickfix"], False, True, ()),
        ([""], True, False, TOOLS),
        (["source.generate"], False, False, (Kind.GENERATE,)),
        (["source.fixAll", "quickfix"], True, True, ()),
        ([], True, True, ()),
    ],
)
def test_a_menu_that_opens_by_itself_is_calm(
    only: list[str] | None,
    expected: tuple[Kind, ...],
    *,
    invoked: bool,
    selected: bool,
) -> None:
    assert kinds_to_offer(only, invoked=invoked, selected=selected) == expected
