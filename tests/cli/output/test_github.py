import io
from collections.abc import Callable
from dataclasses import replace

import pytest

from prompt_lsp.cli.output import github
from prompt_lsp.cli.output.outcome import Checked, Outcome, Trouble
from prompt_lsp.rules.rule import Severity
from prompt_lsp.text import Span

Make = Callable[..., Checked]


def written(*outcomes: Outcome) -> str:
    stream = io.StringIO()
    github.write(outcomes, stream)
    return stream.getvalue()


def test_a_finding_is_a_workflow_command(checked: Make) -> None:
    assert written(checked("\n\nHuman: Hi\nAssistant:", "Assistant:")) == (
        "::error file=a.prompt,line=4,col=1,endLine=4,endColumn=11,"
        "title=TRN005 unseparated-turn::`Assistant:` needs a blank line before it\n"
    )


@pytest.mark.parametrize(
    ("severity", "command"),
    [
        (Severity.ERROR, "::error "),
        (Severity.WARNING, "::warning "),
        (Severity.INFORMATION, "::notice "),
        (Severity.HINT, "::notice "),
    ],
)
def test_severities(checked: Make, severity: Severity, command: str) -> None:
    assert written(checked("x", "x", severity=severity)).startswith(command)


def test_nothing_breaks_out_of_a_command(checked: Make) -> None:
    line = written(checked("x", "x", path="./a:b,c%\n::.md", message="50%: a,b\r\n::x"))
    assert line == (
        "::error file=a%3Ab%2Cc%25%0A%3A%3A.md,line=1,col=1,endLine=1,endColumn=2,"
        "title=TRN005 unseparated-turn::50%25: a,b%0D%0A::x\n"
    )


def test_a_stretch_over_lines_has_no_columns(checked: Make) -> None:
    line = written(checked("ab\ncd", Span(1, 4)))
    assert line.startswith("::error file=a.prompt,line=1,endLine=2,title=")


def test_each_finding_has_its_line_and_nothing_else_is_written(checked: Make) -> None:
    one = checked("x", "x")
    twice = replace(one, shown=one.shown * 2)
    assert written(twice, Trouble("broken")).count("\n") == 2
