import io
import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from prompt_lsp.cli.output import text as output
from prompt_lsp.cli.output.cells import cell, visible
from prompt_lsp.cli.output.frame import WIDTH
from prompt_lsp.cli.output.outcome import Aside, Checked, CheckedFile, Outcome
from prompt_lsp.cli.output.paint import Paint, paint_for
from prompt_lsp.text import Span

ZWSP = "\u200b"
NBSP = "\u00a0"
ACUTE = "\u0301"  # combining

Make = Callable[..., Checked]


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def written(*outcomes: Outcome) -> str:
    stream = io.StringIO()
    output.write(outcomes, stream)
    return stream.getvalue()


def frame_of(outcome: Checked) -> list[str]:
    """The rows between head and help, without the bars that close them."""
    rows = written(outcome).splitlines()[1:]
    return [row for row in rows if row.strip() not in ("|", "") and "=" not in row]


def test_a_finding_reads_as_a_line_a_frame_and_its_help(checked: Make) -> None:
    text = "\n\nHuman: Hello\nAssistant:\n"
    assert written(checked(text, "Assistant:", new="\n\nAssistant:")) == (
        "a.prompt:4:1: TRN005 unseparated-turn error: "
        "`Assistant:` needs a blank line before it\n"
        "  |\n"
        "3 | Human: Hello\n"
        "4 | Assistant:\n"
        "  | ^^^^^^^^^^\n"
        "  |\n"
        "  = help: Separate it (safe)\n"
        "\n"
    )


def test_an_unsafe_fix_and_an_action_say_so(checked: Make) -> None:
    rows = written(checked("x", "x", new="", safe=False)).splitlines()
    assert "  = help: Separate it (unsafe)" in rows
    rows = written(checked("x", "x", action="convert-to-messages")).splitlines()
    assert any("help: Convert to Messages" in row for row in rows)


def test_nothing_found_writes_nothing() -> None:
    assert written(Checked((CheckedFile("a.prompt", "x"),))) == ""


@pytest.mark.parametrize(
    ("text", "at", "shown", "carets"),
    [
        ("ab Human: c", "Human:", "ab Human: c", "   ^^^^^^"),
        ("\tHuman:", "Human:", "    Human:", "    ^^^^^^"),
        ("a\tb", "\t", "a    b", " ^^^^"),
        ("日本 Human:", "Human:", "日本 Human:", "     ^^^^^^"),
        ("{{日本}}", "{{日本}}", "{{日本}}", "^^^^^^^^"),
        (f"e{ACUTE}e{ACUTE} x", "x", f"e{ACUTE}e{ACUTE} x", "   ^"),
        ("👍 x", "x", "👍 x", "   ^"),
        ("Human： x", "x", "Human： x", " " * 8 + "^"),
        ("\u1100\u1161\u11a8 x", "x", "\u1100\u1161\u11a8 x", "   ^"),
        ("❤\ufe0f x", "x", "❤ x", "  ^"),
        (f"Human{NBSP}: x", f"Human{NBSP}:", "Human<U+00A0>: x", "^" * 14),
        (f"a{ZWSP}b", "b", "a<U+200B>b", " " * 9 + "^"),
        ("a\x1b[31mb", "b", "a<U+001B>[31mb", " " * 13 + "^"),
        ("a\u202eb", "b", "a<U+202E>b", " " * 9 + "^"),
        ("a\u2028b", "b", "a<U+2028>b", " " * 9 + "^"),
        ("a b", "b", "a b", "  ^"),
        ("\x0cb", "b", "<U+000C>b", " " * 8 + "^"),
    ],
)
def test_carets_stand_under_what_a_terminal_shows(
    checked: Make, text: str, at: str, shown: str, carets: str
) -> None:
    assert frame_of(checked(text, at)) == [f"1 | {shown}", f"  | {carets}"]


@pytest.mark.parametrize(
    ("text", "span", "rows"),
    [
        ("", Span(0, 0), ["1 |", "  | ^"]),
        ("ab\n", Span(3, 3), ["1 | ab", "2 |", "  | ^"]),
        ("ab\ncd", Span(2, 2), ["1 | ab", "  |   ^", "2 | cd"]),
        ("ab\r\ncd", Span(4, 6), ["1 | ab", "2 | cd", "  | ^^"]),
        ("ab\rcd", Span(3, 5), ["1 | ab", "2 | cd", "  | ^^"]),
    ],
)
def test_line_ends_and_empty_spans(
    checked: Make, text: str, span: Span, rows: list[str]
) -> None:
    assert frame_of(checked(text, span)) == rows


def test_line_ends_are_spelled_where_nothing_else_is_underlined(checked: Make) -> None:
    assert frame_of(checked("Assistant: \r\n\n", " \r\n\n")) == [
        "1 | Assistant: <CRLF>",
        "  |           ^^^^^^^",
        "2 | <LF>",
        "  | ^^^^",
    ]


def test_a_long_span_is_shown_without_its_middle(checked: Make) -> None:
    text = "\n".join(f"line {number}" for number in range(1, 13))
    span = Span(text.index("line 2"), text.index("\nline 11"))
    assert frame_of(checked(text, span)) == [
        " 1 | line 1",
        " 2 | line 2",
        "   | ^^^^^^",
        " 3 | line 3",
        "   | ^^^^^^",
        "   ⋮",
        "10 | line 10",
        "   | ^^^^^^^",
        "11 | line 11",
    ]


@pytest.mark.parametrize("filler", ["x", "日", f"e{ACUTE}", "\t", ZWSP])
@pytest.mark.parametrize("where", ["start", "middle", "end"])
def test_a_long_line_is_cut_around_what_is_underlined(
    checked: Make, filler: str, where: str
) -> None:
    before = "" if where == "start" else filler * 50_000
    after = "" if where == "end" else filler * 50_000
    line, carets = frame_of(checked(f"{before}{{{{NAME}}}}{after}", "{{NAME}}"))
    columns = "".join(one * cell(one).width for one in line)
    start = carets.index("^")
    assert columns[start : start + 8] == "{{NAME}}"
    assert carets[start:] == "^" * 8
    assert sum(cell(one).width for one in line) <= WIDTH + 1
    assert ("…" in line.partition("{{")[0]) == bool(before)
    assert ("…" in line.partition("}}")[2]) == bool(after)


def test_a_frame_fits_into_a_narrow_terminal(
    checked: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "60")
    stream = Terminal()
    output.write([checked("日本 " * 100 + "{{A}}" + " x" * 100, "{{A}}")], stream)
    line = stream.getvalue().splitlines()[2]
    assert 50 <= sum(cell(one).width for one in line) <= 61


def test_a_span_longer_than_the_frame_is_cut_at_its_right(checked: Make) -> None:
    line, carets = frame_of(checked("a " + "x" * 5000 + " b", "x" * 5000))
    assert line.startswith("1 | a xxx")
    assert line.endswith("x…")
    assert carets.count("^") >= WIDTH - 8


def test_what_lies_in_another_file_is_shown_with_its_path(checked: Make) -> None:
    first = checked("{{A}}", "{{A}}")
    sidecar = CheckedFile("a.vars.json", '{"B": 1}')
    shown = replace(
        first.shown[0], file=1, span=Span(1, 4), asides=(Aside(0, Span(0, 5), "used"),)
    )
    text = written(replace(first, files=(*first.files, sidecar), shown=(shown,)))
    assert text.startswith("a.vars.json:1:2: TRN005")
    assert '1 | {"B": 1}\n  |  ^^^\n' in text
    assert "  = note: used (a.prompt:1:1)\n" in text


def test_paths_and_messages_cannot_command_the_terminal(checked: Make) -> None:
    text = written(checked("x", "x", path="a\x1b]0;\x07\n.prompt", message="\u202e"))
    assert re.search(r"[\x00-\x09\x0b-\x1f\u202e]", text) is None
    assert text.startswith("a<U+001B>]0;<U+0007><U+000A>.prompt:1:1: ")
    assert visible("plain ünïcode") == "plain ünïcode"


def test_colours_are_for_terminals_without_no_color(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert paint_for(Terminal(), {}).on
    assert not paint_for(io.StringIO(), {}).on
    assert not paint_for(Terminal(), {"NO_COLOR": "1"}).on
    assert paint_for(Terminal(), {"NO_COLOR": ""}).on
    assert not paint_for(Terminal(), {"TERM": "dumb"}).on
    monkeypatch.setenv("NO_COLOR", "1")
    assert not paint_for(Terminal()).on


def test_colours_change_nothing_but_colours(
    checked: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    one = checked("\tHuman: 日本\nAssistant:", "Human:", new="x")
    stream = Terminal()
    output.write([one], stream)
    assert "\x1b[1;31merror\x1b[0m" in stream.getvalue()
    assert re.sub(r"\x1b\[[0-9;]*m", "", stream.getvalue()) == written(one)
    assert Paint(on=False).bold("x") == "x"
