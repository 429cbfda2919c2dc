import errno
import json
import os
import shutil
import subprocess
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from prompt_lsp.analysis import engine
from prompt_lsp.analysis.fixer import Fixed
from prompt_lsp.cli import prompt as prompts
from prompt_lsp.config import Settings
from prompt_lsp.document.model import Document
from prompt_lsp.workspace import write

CLEAN = "Summarise {{ARTICLE}}\n"
SAFE = "Human: Hello\n\nAssistant:\n"  # TRN006, a warning with a safe fix
FIXED = "\n\nHuman: Hello\n\nAssistant:\n"  # TRN016 remains, a hint
UNSAFE = "\n\nHuman: Hello, Claude\n"  # TRN002, an error with an unsafe fix

Run = Callable[..., Any]


def codes(out: str) -> list[str]:
    return [finding["code"] for finding in json.loads(out)]


def test_a_clean_folder(run: Run, folder: Path) -> None:
    (folder / "a.prompt").write_text(CLEAN)
    assert run("check") == (0, "All clean: 1 file checked.\n", "")


def test_findings_and_their_summary(run: Run, folder: Path) -> None:
    (folder / "a.prompt").write_text(SAFE)
    (folder / "b.prompt").write_text(UNSAFE)
    (folder / "c.prompt").write_text(CLEAN)
    ran = run("check", ".")
    assert ran.code == 1
    assert ran.err == ""
    assert ran.out.startswith("./a.prompt:1:1: TRN006 unseparated-first-turn warning: ")
    assert "\n./b.prompt:3:1: TRN002 missing-assistant-turn error: " in ran.out
    assert ran.out.endswith(
        "\nFound 1 error and 1 warning in 2 files (3 checked).\n"
        "1 fixable with --fix, 1 more with --unsafe-fixes.\n"
    )
    assert (folder / "a.prompt").read_text() == SAFE


@pytest.mark.parametrize(
    ("text", "threshold", "code"),
    [
        (FIXED, "warning", 0),
        (FIXED, "information", 0),
        (FIXED, "hint", 1),
        (SAFE, "warning", 1),
        (SAFE, "error", 0),
        (UNSAFE, "error", 1),
        (UNSAFE, "never", 0),
    ],
)
def test_what_fails(
    run: Run, folder: Path, text: str, threshold: str, code: int
) -> None:
    (folder / "a.prompt").write_text(text)
    assert run("check", "--fail-on", threshold).code == code


def test_hints_do_not_fail_by_default(run: Run, folder: Path) -> None:
    (folder / "a.prompt").write_text(FIXED)
    ran = run("check")
    assert ran.code == 0
    assert "Found 1 hint in 1 file (1 checked).\n" in ran.out


def test_a_given_file_is_read_whatever_it_is_called(run: Run, folder: Path) -> None:
    (folder / "notes").write_text(SAFE)
    assert run("check", "notes").out.startswith("notes:1:1: TRN006")


def test_select_and_ignore(run: Run, folder: Path) -> None:
    (folder / "a.prompt").write_text("Human: Hello \n\nAssistant: \n")
    every = codes(run("check", "--output-format", "json").out)
    assert set(every) >= {"TRN006", "TRN007"}

    def selected(*argv: str) -> list[str]:
        return codes(run("check", "--output-format", "json", *argv).out)

    assert selected("--select", "TRN007") == ["TRN007"]
    assert selected("--select", "trailing-whitespace") == ["TRN007"]
    assert selected("--select", "TRN006, TRN007") == ["TRN006", "TRN007"]
    assert selected("--select", "TRN006", "--select=TRN007") == ["TRN006", "TRN007"]
    assert selected("--ignore", "TRN") == []
    assert "TRN006" not in selected("--ignore", "TRN006,VAR001")


def test_flags_beat_the_configuration(run: Run, folder: Path) -> None:
    (folder / "a.prompt").write_text(SAFE)
    (folder / "prompt-lsp.toml").write_text('ignore = ["TRN006"]\n')
    assert run("check").code == 0
    assert run("check", "--select", "TRN", "--ignore", "VAR").code == 1


@pytest.mark.parametrize(
    ("ignored", "selected", "code"),
    [
        ("TRN006", "TRN006", 1),
        ("TRN006", "unseparated-first-turn", 1),
        ("unseparated-first-turn", "TRN006", 1),
        ("TRN", "TRN", 1),
        ("TRN", "TRN006", 1),
        ("TRN006", "TRN", 0),
        ("TRN", "VAR", 0),
    ],
)
def test_a_flag_beats_the_configuration_where_it_is_as_specific(
    run: Run, folder: Path, ignored: str, selected: str, code: int
) -> None:
    (folder / "a.prompt").write_text(SAFE)
    (folder / "prompt-lsp.toml").write_text(f'ignore = ["{ignored}"]\n')
    assert run("check", "--select", selected).code == code
    (folder / "prompt-lsp.toml").write_text(
        f'ignore = ["{ignored}"]\nselect = ["TRN006"]\n'
    )
    assert run("check", "--ignore", "TRN006").code == 0


def test_what_the_configuration_declares_is_heeded(run: Run, folder: Path) -> None:
    (folder / "prompt-lsp.toml").write_text('text-completions = ["x/*"]\n')
    (folder / "x").mkdir()
    (folder / "x" / "a").write_text("Hello, world")
    ran = run("check", "--output-format", "json")
    assert codes(ran.out) == ["TRN001", "TRN002"]
    argv = ("--output-format", "json", "--stdin-filename")
    ran = run("check", *argv, "x/b", stdin=b"Hello, world")
    assert codes(ran.out) == ["TRN001", "TRN002"]
    assert codes(run("check", *argv, "b", stdin=b"Hello, world").out) == []


@pytest.mark.parametrize(
    ("flag", "selector", "near"),
    [
        ("--select", "TRN0005", "TRN005"),
        ("--ignore", "mising-human-turn", "missing-human-turn"),
        ("--select", "trn005", "TRN005"),
    ],
)
def test_an_unknown_rule_stops(
    run: Run, folder: Path, flag: str, selector: str, near: str
) -> None:
    (folder / "a.prompt").write_text(SAFE)
    ran = run("check", flag, selector)
    assert (ran.code, ran.out) == (2, "")
    said = f"error: there is no rule `{selector}`, did you mean `{near}`\n"
    assert ran.err == said


NAMES = ("\x01\x1b\x7f\x85\u2028\u202e.prompt", "\udcff.prompt")


@pytest.mark.parametrize("name", NAMES, ids=["controls", "no UTF-8"])
@pytest.mark.parametrize("form", ["json", "sarif"])
def test_json_is_printable(run: Run, folder: Path, form: str, name: str) -> None:
    try:
        (folder / name).write_text(f"Human: {{{{a\x7f\x1b b}}}} {NAMES[0]} \x7f\n")
    except (OSError, UnicodeError):
        pytest.skip("no file of that name here")
    out = run("check", "--output-format", form).out
    assert json.loads(out)
    assert out.isascii()
    assert out.replace("\n", "").isprintable()


def test_paths_may_follow_flags(run: Run, folder: Path) -> None:
    (folder / "a.prompt").write_text(SAFE)
    (folder / "b.prompt").write_text(SAFE)
    ran = run("check", "a.prompt", "--output-format", "json", "b.prompt")
    assert [each["path"] for each in json.loads(ran.out)] == ["a.prompt", "b.prompt"]


@pytest.mark.parametrize("argv", [["--wrong"], ["--fail-on", "x"], ["-", "a.prompt"]])
def test_wrong_arguments(run: Run, argv: list[str]) -> None:
    ran = run("check", *argv)
    assert (ran.code, ran.out) == (2, "")
    assert "error: " in ran.err


class TestTrouble:
    def test_nothing_recognised_is_loud(self, run: Run, folder: Path) -> None:
        (folder / "notes.txt").write_text(SAFE)
        ran = run("check", "--output-format", "json")
        assert (ran.code, ran.out) == (2, "[]\n")
        assert ran.err.startswith("error: no prompt files in `.`")

    def test_a_missing_path_costs_the_others_nothing(
        self, run: Run, folder: Path
    ) -> None:
        (folder / "a.prompt").write_text(SAFE)
        ran = run("check", "nope.prompt", "a.prompt")
        assert ran.code == 2
        assert ran.err == "error: nope.prompt: no such file or directory\n"
        assert "a.prompt:1:1: TRN006" in ran.out

    def test_what_is_not_utf8_is_named(self, run: Run, folder: Path) -> None:
        (folder / "a.prompt").write_bytes(b"Human: caf\xe9\n")
        (folder / "b.prompt").write_text(CLEAN)
        ran = run("check")
        assert ran.code == 2
        assert ran.err.startswith("error: ./a.prompt: it is not UTF-8")
        assert ran.err.count("\n") == 1
        assert ran.out == "All clean: 1 file checked.\n"

    def test_a_crashed_rule_leaves_the_others(
        self, run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        analyse = engine.analyse

        def crash(document: Document, settings: Settings) -> engine.Report:
            crashes = (engine.RuleCrashed("TRN005", "KeyError at x.py:1"),)
            return analyse(document, settings)._replace(crashes=crashes)

        monkeypatch.setattr("prompt_lsp.cli.findings.analyse", crash)
        (folder / "a.prompt").write_text(SAFE)
        ran = run("check")
        assert ran.code == 2
        assert ran.err == (
            "error: ./a.prompt: rule TRN005 crashed (KeyError at x.py:1); "
            "please report it\n"
        )
        assert "TRN006" in ran.out

    def test_a_crash_over_one_file_leaves_the_others(
        self, run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        analyse = engine.analyse

        def crash(document: Document, settings: Settings) -> engine.Report:
            if "secret" in document.sources[0].text:
                raise KeyError(document.sources[0].text)
            return analyse(document, settings)

        monkeypatch.setattr("prompt_lsp.cli.findings.analyse", crash)
        (folder / "a.prompt").write_text("secret")
        (folder / "b.prompt").write_text(SAFE)
        ran = run("check")
        assert ran.code == 2
        assert ran.err.startswith("error: ./a.prompt: prompt-lsp crashed")
        assert "secret" not in ran.err
        assert "b.prompt:1:1: TRN006" in ran.out

    def test_a_text_that_never_settles_stays_as_it_is(
        self, run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def unstable(
            document: Document, _: Settings, *, unsafe: bool, alone: bool
        ) -> Fixed:
            assert not unsafe
            assert not alone
            return Fixed(document, Counter({"TRN006": 10}), unstable=True)

        monkeypatch.setattr(prompts, "fix_document", unstable)
        (folder / "a.prompt").write_text(SAFE)
        ran = run("check", "--fix")
        assert ran.code == 2
        assert "error: ./a.prompt: not fixed: still changing" in ran.err
        assert "TRN006" in ran.out
        assert "Fixed" not in ran.out
        assert (folder / "a.prompt").read_text() == SAFE
        assert run("check", "--diff").code == 2

    @pytest.mark.parametrize(
        ("content", "reason"),
        [(b'select = ["\xff"]\n', "is not UTF-8"), (None, "cannot be read: ")],
    )
    def test_an_unread_configuration_is_trouble_after_checking(
        self, run: Run, folder: Path, content: bytes | None, reason: str
    ) -> None:
        (folder / "a.prompt").write_text(SAFE)
        file = folder / "prompt-lsp.toml"
        if content is None:
            file.mkdir()
        else:
            file.write_bytes(content)
        ran = run("check")
        assert ran.code == 2
        assert ran.err.startswith(f"error: {file}: {reason}")
        assert ran.err.count("\n") == 1
        assert "TRN006" in ran.out
        assert run("check", "--diff").code == 2

    def test_what_cannot_be_written_is_named(
        self, run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def full(*_: object) -> None:
            raise OSError(28, "No space left on device")

        (folder / "a.prompt").write_text(SAFE)
        monkeypatch.setattr(write, "_replace", full)
        ran = run("check", "--fix")
        assert ran.code == 2
        assert ran.err == "error: ./a.prompt: not fixed: no space left on device\n"
        assert "TRN006" in ran.out
        assert "Fixed" not in ran.out

    def test_configuration_problems_are_warnings(self, run: Run, folder: Path) -> None:
        (folder / "a.prompt").write_text(CLEAN)
        (folder / "prompt-lsp.toml").write_text("selekt = []\n")
        ran = run("check")
        assert ran.code == 0
        assert ran.err.startswith("warning: ")
        assert "`select`" in ran.err
        assert ran.out == "All clean: 1 file checked.\n"

    def test_invalid_toml_is_trouble_after_checking(
        self, run: Run, folder: Path
    ) -> None:
        (folder / "a.prompt").write_text(SAFE)
        file = folder / "prompt-lsp.toml"
        file.write_text('select = ["VAR"\nignore = 1\n')
        ran = run("check")
        assert ran.code == 2
        said = f"error: {file}: is not valid TOML at line 2, column 1: "
        assert ran.err.startswith(said)
        assert ran.err.count("\n") == 1
        assert "TRN006" in ran.out
        assert run("check", "--diff").code == 2


class TestMisspelledSelectors:
    """DOC003 of configuration files."""

    CONFIGURATION = """\
select = [
  "TRN",
  "TRN05", # of two digits
]
[per-file-ignores]
"VAR1" = ['VAR1']
[severity]

VAR999 = "off"
"""

    @pytest.fixture
    def file(self, folder: Path) -> Path:
        (folder / "p").mkdir()
        (folder / "a.prompt").write_text(CLEAN)
        (folder / "p" / "b.prompt").write_text(CLEAN)
        file = folder / "prompt-lsp.toml"
        file.write_text(self.CONFIGURATION)
        return file

    @pytest.mark.parametrize(
        ("written", "meant"), [("trn006", "TRN006"), ("var", "VAR")]
    )
    def test_a_code_in_small_letters_is_told_in_capitals(
        self, run: Run, folder: Path, written: str, meant: str
    ) -> None:
        (folder / "a.prompt").write_text(SAFE)
        (folder / "prompt-lsp.toml").write_text(f'select = ["{written}"]\n')
        ran = run("check")
        said = f"`{written}` in `select` is no rule; did you mean `{meant}`?"
        assert ran.code == 1
        assert f"prompt-lsp.toml:1:12: DOC003 unknown-rule-code warning: {said}" in (
            ran.out
        )

    def test_each_is_a_finding_in_its_place(self, run: Run, file: Path) -> None:
        ran = run("check", "--output-format", "json")
        assert (ran.code, ran.err) == (1, "")
        found = json.loads(ran.out)
        assert {each["path"] for each in found} == {file.name}
        assert {each["code"] for each in found} == {"DOC003"}
        assert [
            (each["start"]["line"], each["start"]["column"], each["message"])
            for each in found
        ] == [
            (3, 4, "`TRN05` in `select` is no rule; did you mean `TRN005`?"),
            (6, 12, "`VAR1` in `per-file-ignores` is no rule; did you mean `VAR001`?"),
            (9, 1, "`VAR999` in `severity` is no rule"),
        ]
        for each, word in zip(found, ("TRN05", "VAR1", "VAR999"), strict=True):
            start, end = each["start"]["offset"], each["end"]["offset"]
            assert self.CONFIGURATION[start:end] == word

    @pytest.mark.parametrize("form", ["text", "github", "sarif"])
    def test_every_format_shows_them(self, run: Run, file: Path, form: str) -> None:
        ran = run("check", "--output-format", form)
        assert ran.code == 1
        assert ran.out.count("`VAR1` in `per-file-ignores` is no rule") == 1
        assert file.name in ran.out

    def test_the_file_is_no_prompt_that_was_checked(self, run: Run, file: Path) -> None:
        file.write_text('select = ["XYZ"]\n')
        ran = run("check")
        assert ran.code == 1
        assert ran.out.startswith(
            "prompt-lsp.toml:1:12: DOC003 unknown-rule-code warning: "
            "`XYZ` in `select` is no rule\n"
        )
        assert ran.out.endswith("Found 1 warning in 1 file (2 checked).\n")

    def test_a_section_of_another_file(self, run: Run, file: Path) -> None:
        file.unlink()
        other = file.with_name("pyproject.toml")
        other.write_text('[a]\nselect = "XYZ"\n[tool.prompt-lsp]\nselect = ["XYZ"]\n')
        assert run("check").out.startswith("pyproject.toml:4:12: DOC003")

    @pytest.mark.parametrize(
        ("text", "code"),
        [
            ('ignore = ["XYZ", "DOC003"]', 0),
            ('ignore = ["XYZ"]\nseverity.DOC003 = "off"', 0),
            ('ignore = ["XYZ"]\nseverity.DOC003 = "hint"', 0),
            ('ignore = ["XYZ"]\nselect = ["TRN"]', 1),
            ('select = ["XYZ"]\nignore = ["DOC003"]', 1),
            ('select = ["\\u0058YZ"]', 1),
        ],
    )
    def test_when_they_fail(self, run: Run, file: Path, text: str, code: int) -> None:
        file.write_text(text)
        ran = run("check")
        assert ran.code == code
        assert ("All clean" in ran.out) == (code == 0 and "hint" not in text)

    def test_a_diff_has_no_room_for_them(self, run: Run, file: Path) -> None:
        file.write_text('select = ["XYZ"]')
        ran = run("check", "--diff")
        assert (ran.code, ran.out) == (0, "")
        assert ran.err == f"warning: {file}:1: `select`: there is no rule `XYZ`\n"

    def test_inline_tables(self, run: Run, file: Path) -> None:
        file.write_text('severity = { "XYZ" = "off", VAR1 = "off" }')
        places = [
            line.split(" DOC003", 1)[0]
            for line in run("check").out.splitlines()
            if "DOC003" in line
        ]
        assert places == ["prompt-lsp.toml:1:15:", "prompt-lsp.toml:1:29:"]

    def test_the_command_line_selects_among_them(self, run: Run, file: Path) -> None:
        file.write_text('ignore = ["XYZ"]')
        assert run("check", "--select", "TRN").code == 0
        assert run("check", "--select", "DOC003").code == 1


class TestSkipped:
    @pytest.fixture
    def file(self, folder: Path) -> Path:
        file = folder / "a.prompt.yaml"
        file.write_text("messages: []\n")
        return file

    def test_a_kind_without_a_reader_is_counted(self, run: Run, file: Path) -> None:
        (file.parent / "b.prompt").write_text(CLEAN)
        ran = run("check")
        assert ran.code == 0
        assert ran.out.startswith("All clean: 1 file checked.\nskipped: no reader for ")
        assert ran.out.endswith(" (1 file)\n")

    def test_programs_read_it_elsewhere(self, run: Run, file: Path) -> None:
        ran = run("check", "--output-format", "json", file.name)
        assert (ran.code, ran.out) == (0, "[]\n")
        assert ran.err.startswith("skipped: no reader for ")

    def test_on_standard_input(self, run: Run, file: Path) -> None:
        argv = ("check", "--stdin-filename", file.name, "-")
        ran = run(*argv, stdin=b"messages: []")
        assert ran.code == 0
        assert ran.out.startswith("skipped: no reader for ")
        assert run(*argv, "--fix", stdin=b"messages: []").out == "messages: []"


class TestExcluded:
    @pytest.fixture(autouse=True)
    def configured(self, folder: Path) -> None:
        (folder / "a.prompt").write_text(SAFE)
        (folder / "prompt-lsp.toml").write_text('exclude = ["a.*"]\n')

    def test_a_given_file_is_read_all_the_same(self, run: Run) -> None:
        assert run("check", "a.prompt").code == 1

    def test_unless_that_is_forced(self, run: Run) -> None:
        ran = run("check", "--force-exclude", "a.prompt")
        assert (ran.code, ran.out) == (0, "")
        assert ran.err.startswith("not checked: a.prompt: ")

    def test_the_others_are_checked_in_silence(self, run: Run, folder: Path) -> None:
        (folder / "b.prompt").write_text(CLEAN)
        ran = run("check", "--force-exclude", "a.prompt", "b.prompt")
        assert ran == (0, "All clean: 1 file checked.\n", "")

    def test_a_folder_of_nothing_else_is_loud(self, run: Run) -> None:
        assert run("check").code == 2

    def test_on_standard_input(self, run: Run) -> None:
        argv = ("check", "--force-exclude", "--stdin-filename", "a.prompt", "-")
        ran = run(*argv, stdin=SAFE.encode())
        assert (ran.code, ran.out) == (0, "")
        assert ran.err.startswith("not checked: a.prompt: ")
        assert run(*argv, "--fix", stdin=SAFE.encode()).out == SAFE


class TestFixing:
    def test_safe_fixes_are_written(self, run: Run, folder: Path) -> None:
        (folder / "a.prompt").write_bytes(b"\xef\xbb\xbf" + SAFE.encode())
        (folder / "b.prompt").write_text(UNSAFE)
        ran = run("check", "--fix")
        assert ran.code == 1
        assert (folder / "a.prompt").read_bytes() == b"\xef\xbb\xbf" + FIXED.encode()
        assert (folder / "b.prompt").read_text() == UNSAFE
        assert "TRN006 unseparated" not in ran.out
        assert "b.prompt:3:1: TRN002" in ran.out
        assert "Fixed 1 finding in 1 file (TRN006).\n" in ran.out
        assert "1 fixable with --fix --unsafe-fixes.\n" in ran.out

    def test_unsafe_fixes_too(self, run: Run, folder: Path) -> None:
        (folder / "b.prompt").write_text(UNSAFE)
        ran = run("check", "--fix", "--unsafe-fixes")
        assert ran.code == 0
        text = (folder / "b.prompt").read_text()
        assert text == "\n\nHuman: Hello, Claude\n\nAssistant:\n"
        assert "Fixed 1 finding in 1 file (TRN002).\n" in ran.out

    def test_unsafe_fixes_alone_are_listed_only(self, run: Run, folder: Path) -> None:
        (folder / "b.prompt").write_text(UNSAFE)
        ran = run("check", "--unsafe-fixes")
        assert ran.code == 1
        assert "(unsafe)\n" in ran.out
        assert (folder / "b.prompt").read_text() == UNSAFE

    def test_nothing_is_written_where_nothing_changes(
        self, run: Run, folder: Path
    ) -> None:
        file = folder / "a.prompt"
        file.write_bytes(FIXED.encode())
        before = file.stat()
        assert run("check", "--fix").code == 0
        assert file.stat() == before

    def test_nothing_remains(self, run: Run, folder: Path) -> None:
        (folder / "a.prompt").write_text(SAFE)
        ran = run("check", "--fix", "--ignore", "TRN016")
        assert ran.out == (
            "Fixed 1 finding in 1 file (TRN006).\nNothing remains: 1 file checked.\n"
        )

    def test_programs_read_what_remains(self, run: Run, folder: Path) -> None:
        (folder / "a.prompt").write_text(SAFE)
        ran = run("check", "--fix", "--output-format", "json")
        assert codes(ran.out) == ["TRN016"]
        assert ran.err == "Fixed 1 finding in 1 file (TRN006).\n"

    def test_ignored_findings_are_not_fixed(self, run: Run, folder: Path) -> None:
        (folder / "a.prompt").write_text(SAFE)
        run("check", "--fix", "--ignore", "TRN006")
        assert (folder / "a.prompt").read_text() == SAFE


class TestDiff:
    def test_only_the_diff_is_printed(self, run: Run, folder: Path) -> None:
        (folder / "a.prompt").write_text(SAFE)
        diff = (
            "--- a.prompt\n+++ a.prompt\n"
            "@@ -1,3 +1,5 @@\n+\n+\n Human: Hello\n \n Assistant:\n"
        )
        assert run("check", "--diff", "a.prompt") == (1, diff, "")
        assert (folder / "a.prompt").read_text() == SAFE

    def test_nothing_to_fix_is_clean(self, run: Run, folder: Path) -> None:
        (folder / "b.prompt").write_text(UNSAFE)
        assert run("check", "--diff") == (0, "", "")
        assert run("check", "--diff", "--unsafe-fixes").code == 1

    def test_it_wins_over_fix(self, run: Run, folder: Path) -> None:
        (folder / "a.prompt").write_text(SAFE)
        assert run("check", "--fix", "--diff").code == 1
        assert (folder / "a.prompt").read_text() == SAFE

    def test_trouble_beats_it(self, run: Run, folder: Path) -> None:
        (folder / "a.prompt").write_text(SAFE)
        ran = run("check", "--diff", "a.prompt", "nope")
        assert ran.code == 2
        assert ran.out.startswith("--- a.prompt")

    def test_of_standard_input(self, run: Run) -> None:
        argv = ("check", "--diff", "--stdin-filename", "x/a.prompt", "-")
        ran = run(*argv, stdin=SAFE.encode())
        assert ran.code == 1
        assert ran.out.startswith("--- x/a.prompt\n+++ x/a.prompt\n@@")

    @pytest.mark.skipif(shutil.which("patch") is None, reason="there is no `patch`")
    @pytest.mark.parametrize("start", [b"", b"\xef\xbb\xbf"])
    def test_patch_does_what_fix_does(
        self, run: Run, folder: Path, start: bytes
    ) -> None:
        (folder / "a.prompt").write_bytes(
            start + "Human: 日本\r\n\r\nAssistant: \r\n\x0cx \r\n".encode()
        )
        shutil.copy(folder / "a.prompt", folder / "b.prompt")
        diff = run("check", "--diff", "a.prompt").out
        patch = ["patch", "-p0", "--binary", "--quiet"]
        subprocess.run(patch, input=diff.encode(), check=True)
        run("check", "--fix", "b.prompt")
        fixed = (folder / "b.prompt").read_bytes()
        assert (folder / "a.prompt").read_bytes() == fixed
        assert fixed.startswith(start + b"\r\n\r\nHuman:")


class TestStandardInput:
    def test_it_has_a_name(self, run: Run) -> None:
        ran = run("check", "-", "--output-format", "json", stdin=SAFE.encode())
        assert [each["path"] for each in json.loads(ran.out)] == ["-"]
        argv = ("--stdin-filename", "x/a.prompt", "--output-format", "json", "-")
        ran = run("check", *argv, stdin=SAFE.encode())
        assert [each["path"] for each in json.loads(ran.out)] == ["x/a.prompt"]

    def test_a_name_alone_means_it(self, run: Run) -> None:
        ran = run("check", "--stdin-filename", "a.prompt", stdin=SAFE.encode())
        assert ran.out.startswith("a.prompt:1:1: TRN006")

    def test_its_configuration_is_that_of_its_name(
        self, run: Run, folder: Path
    ) -> None:
        (folder / "prompt-lsp.toml").write_text(
            '[per-file-ignores]\n"x/*" = ["TRN006"]\n'
        )
        argv = ("check", "--stdin-filename")
        assert run(*argv, "x/a.prompt", stdin=SAFE.encode()).code == 0
        assert run(*argv, "y/a.prompt", stdin=SAFE.encode()).code == 1

    def test_fixed_text_goes_to_stdout_and_findings_to_stderr(self, run: Run) -> None:
        text = b"Human: {{A\r\n\r\nAssistant:"
        ran = run("check", "--fix", "-", stdin=b"\xef\xbb\xbf" + text)
        assert ran.out == "\ufeff\r\n\r\nHuman: {{A\r\n\r\nAssistant:"
        assert "Fixed 1 finding in 1 file (TRN006).\n" in ran.err

    def test_text_without_findings_comes_back(self, run: Run) -> None:
        ran = run("check", "--fix", "-", stdin=CLEAN.encode())
        assert (ran.code, ran.out) == (0, CLEAN)

    def test_what_is_not_utf8_is_trouble(self, run: Run) -> None:
        ran = run("check", "-", stdin=b"\xff")
        assert ran.code == 2
        assert ran.err.startswith("error: -: it is not UTF-8")

    def test_empty(self, run: Run) -> None:
        ran = run("check", "-", stdin=b"")
        assert ran == (0, "All clean: 1 file checked.\n", "")


@pytest.fixture
def sidecar(folder: Path) -> Path:
    """Variables of `p/a.prompt`, of which one is never used."""
    (folder / "p").mkdir()
    (folder / "p" / "a.prompt").write_text("Summarise {{ARTICLE}}\n")
    file = folder / "p" / "a.vars.json"
    file.write_text('{\n  "ARTICLE": "x",\n  "UNUSED": "y"\n}\n')
    return file


def test_a_finding_in_the_sidecar_has_its_path(run: Run, sidecar: Path) -> None:
    [finding] = json.loads(run("check", "--output-format", "json", "p").out)
    assert finding["path"] == "p/a.vars.json"
    assert finding["code"] == "VAR012"
    assert finding["start"]["line"] == 3
    assert all("path" not in edit for edit in finding["fix"]["edits"])
    assert run("check", "p").out.startswith("p/a.vars.json:3:")
    assert sidecar.exists()


def test_a_diff_shows_the_sidecar(run: Run, sidecar: Path) -> None:
    before = sidecar.read_text()
    diff = run("check", "--diff", "--unsafe-fixes", "p/a.prompt").out
    assert diff.startswith("--- p/a.vars.json\n+++ p/a.vars.json\n")
    assert sidecar.read_text() == before
    assert run("check", "--fix", "--unsafe-fixes", "p/a.prompt").code == 0
    assert json.loads(sidecar.read_text()) == {"ARTICLE": "x"}


def test_standard_input_never_writes_the_sidecar(run: Run, sidecar: Path) -> None:
    before = sidecar.read_text()
    argv = ("check", "--fix", "--unsafe-fixes", "--stdin-filename", "p/a.prompt", "-")
    ran = run(*argv, stdin=b"Summarise {{ARTICLE}}\n")
    assert ran.out == "Summarise {{ARTICLE}}\n"
    assert "p/a.vars.json:3:" in ran.err
    assert ran.code == 1
    assert sidecar.read_text() == before


def test_standard_input_counts_no_fix_of_the_sidecar(run: Run, sidecar: Path) -> None:
    (sidecar.parent / "a.prompt").write_text("")
    argv = ("--unsafe-fixes", "--stdin-filename", "p/a.prompt", "-")
    before = "Summarise {{ARTICLE}} and {{NEW}}\n\nHuman: Hi\n\nAssistant: \n"
    ran = run("check", "--fix", *argv, stdin=before.encode())
    found = run("check", *argv, "--output-format", "json", stdin=ran.out.encode())
    assert {"VAR011", "VAR012"} <= set(codes(found.out))
    [fixes] = [line for line in ran.err.splitlines() if line.startswith("Fixed ")]
    assert "TRN007" in fixes
    assert "VAR" not in fixes
    diff = run("check", "--diff", *argv, stdin=before.encode()).out
    assert diff.startswith("--- p/a.prompt\n")
    assert "vars.json" not in diff


def test_an_unreadable_sidecar_is_named(run: Run, sidecar: Path) -> None:
    sidecar.write_bytes(b"\xff")
    ran = run("check", "p/a.prompt")
    assert ran.code == 2
    assert ran.err.startswith("error: p/a.vars.json: it is not UTF-8")


def test_a_fix_over_two_files_is_in_both_or_in_none(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = {"p.prompt": "Use {{A}} <<A>> {{B}}\n", "p.vars.json": '{"A": 1}\n'}
    for name, text in texts.items():
        (folder / name).write_text(text)
    replace = os.replace

    def refusing(source: str, target: str) -> None:
        if Path(target).name == "p.vars.json":
            raise PermissionError(errno.EACCES, "Permission denied")
        replace(source, target)

    with monkeypatch.context() as patched:
        patched.setattr(os, "replace", refusing)
        ran = run("check", "--fix", "--unsafe-fixes")
    assert ran.code == 2
    assert ran.err == "error: ./p.vars.json: not fixed: permission denied\n"
    assert {path.name: path.read_text() for path in folder.iterdir()} == texts
    run("check", "--fix", "--unsafe-fixes")
    assert all((folder / name).read_text() != text for name, text in texts.items())


@pytest.mark.parametrize("argv", [("",), ("a.prompt", ""), ("--stdin-filename", "")])
def test_an_empty_path_is_no_folder(
    run: Run, folder: Path, argv: tuple[str, ...]
) -> None:
    (folder / "a.prompt").write_text(SAFE)
    error = "error: a path is empty: write `.` for the current folder\n"
    assert run("check", *argv) == (2, "", error)
