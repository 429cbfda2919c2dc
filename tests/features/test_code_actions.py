from dataclasses import replace

from prompt_lsp import formats
from prompt_lsp.analysis.engine import analyse
from prompt_lsp.config import Settings
from prompt_lsp.document.model import Source
from prompt_lsp.features.code_actions import (
    FixMany,
    FixOne,
    Kind,
    Subject,
    carry_out,
    conversions,
    converted,
    fix_all,
    fixes_of_rules,
    quick_fixes,
)
from prompt_lsp.lsp.server import _ACTION_KINDS
from prompt_lsp.migrate import Refused

FIRST = "Human: hi <<NAME>>\n\nAssistant:"


def subject(text: str, settings: Settings | None = None, beside: str = "") -> Subject:
    settings = settings or Settings()
    sources = [Source("a.prompt", text)]
    if beside:
        sources.append(Source("a.vars.json", beside))
    document = formats.parse(tuple(sources))
    return Subject(document, settings, analyse(document, settings).findings)


def every(about: Subject) -> range:
    return range(len(about.findings))


def after(about: Subject, change: FixOne | FixMany) -> str:
    edits = carry_out(about, change).edits
    return formats.apply(about.document, edits).sources[0].text


def test_kinds_are_those_that_the_server_announces() -> None:
    assert tuple(Kind) == _ACTION_KINDS


def test_a_kind_is_wanted_by_itself_and_by_what_it_is_below() -> None:
    assert Kind.FIX_ALL.wanted(None)
    for kind in ("", "source", "source.fixAll", "source.fixAll.promptLsp"):
        assert Kind.FIX_ALL.wanted(["quickfix", kind])
    for kind in ("source.fix", "sourc", "source.fixAll.promptLsp.more", "refactor"):
        assert not Kind.FIX_ALL.wanted([kind])
    assert not Kind.FIX_ALL.wanted([])


def test_each_offered_fix_is_one_action() -> None:
    about = subject(FIRST)
    safe, unsafe = quick_fixes(about, every(about))
    assert (safe.change, safe.findings, safe.preferred) == (FixOne(0, 0), (0,), True)
    assert not safe.title.endswith("(unsafe)")
    assert (unsafe.change, unsafe.findings) == (FixOne(1, 0), (1,))
    assert unsafe.title.endswith(" (unsafe)")
    assert after(about, safe.change) == "\n\n" + FIRST


def test_only_the_findings_at_hand_are_asked() -> None:
    about = subject(FIRST)
    (action,) = quick_fixes(about, [1])
    assert action.findings == (1,)
    assert [*quick_fixes(about, [])] == []


def test_of_many_findings_the_preferred_fixes_are_offered() -> None:
    about = subject(" ".join(f"<<NAME_{'ABCDEFGHIJKLMN'[n]}>>" for n in range(14)))
    actions = [*quick_fixes(about, every(about))]
    assert [action.findings for action in actions] == [(n,) for n in every(about)]
    assert all(action.preferred for action in actions)


def test_a_rule_is_fixed_in_the_whole_file() -> None:
    about = subject("<<ONE>> <<TWO>> and Human: <<THREE>>")
    (action,) = fixes_of_rules(about, [1])
    assert action.title == "Fix all VAR001 in this file (unsafe)"
    assert action.findings == (0, 1, 2)
    assert after(about, action.change) == "{{ONE}} {{TWO}} and Human: {{THREE}}"
    assert carry_out(about, action.change).applied == {"VAR001": 3}


def test_a_rule_with_one_finding_is_not_fixed_in_all() -> None:
    about = subject(FIRST)
    assert [*fixes_of_rules(about, every(about))] == []


def test_safe_fixes_of_a_rule_need_no_warning() -> None:
    about = subject("<<ONE>> <<TWO>>", Settings(placeholder_style_is_set=True))
    (action,) = fixes_of_rules(about, [0])
    assert action.title == "Fix all VAR001 in this file"


def test_fix_all_is_safe() -> None:
    about = subject(FIRST)
    (action,) = fix_all(about)
    assert after(about, action.change) == "\n\n" + FIRST
    assert [*fix_all(subject("<<ONE>> <<TWO>>"))] == []
    assert [*fix_all(subject("{{ONE}}"))] == []


def test_fix_all_leaves_alone_what_stands_between_fixes() -> None:
    text = "Say <<ONE>> to the reader, then <<TWO>>"
    about = subject(text, Settings(placeholder_style_is_set=True))
    edits = carry_out(about, FixMany()).edits
    assert [each.edit.span.of(text) for each in edits] == ["<<ONE>>", "<<TWO>>"]


def test_some_findings_are_fixed_together() -> None:
    about = subject("Human: hi\n\nAssistant: \n")
    codes = [finding.rule.code for finding in about.findings]
    chosen = [codes.index("TRN007")]
    fixing = carry_out(about, FixMany(), chosen)
    assert fixing.applied == {"TRN007": 1}
    text = formats.apply(about.document, fixing.edits).sources[0].text
    assert text == "Human: hi\n\nAssistant:\n"


def test_only_what_the_api_takes_is_converted() -> None:
    about = subject("\n\nHuman: hi\n\nAssistant:")
    (action,) = conversions(about)
    assert [about.findings[n].rule.code for n in action.findings] == ["TRN016"]
    text = converted(about.document, 0)
    assert isinstance(text, str)
    assert '"content": "hi"' in text
    for other in ("just text", "\n\nHuman: hi"):
        about = subject(other)
        assert [*conversions(about)] == []
        assert isinstance(converted(about.document, 0), Refused)


def test_safe_fixes_are_counted_apart() -> None:
    about = subject("<<ONE>> <<TWO>>")
    first, second = about.findings
    safe = tuple(replace(fix, safe=True) for fix in first.fixes)
    about = about._replace(findings=(replace(first, fixes=safe), second))
    (action,) = fixes_of_rules(about, [0])
    assert action.title == "Fix all VAR001 in this file (unsafe)"
    assert action.change == FixMany("VAR001", unsafe=True)
