"""The development set of templatize: it can be read, and it is large enough."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

import pytest

from prompt_lsp.prompt_tools.schema import (
    Answer,
    Message,
    Templatize,
    texts_of,
    user,
)
from tests.benchmarks.templatize import main
from tests.benchmarks.templatize_reading import (
    CASES,
    Broken,
    Case,
    parse_marks,
    read_cases,
    read_synonyms,
)
from tests.benchmarks.templatize_scoring import Score, score

ALL = read_cases(CASES)
SETS = tuple(
    read_cases(folder)
    for folder in sorted(CASES.with_name("templatize_blind").iterdir())
    if folder.is_dir()
)
BLIND = tuple(case for each in SETS for case in each)
SYNONYMS = read_synonyms(CASES / "names.md")


def by_name(name: str) -> Case:
    return next(case for case in ALL if case.name == name)


def perfect(job: Templatize) -> Answer:
    """What a tool would answer that knows the marks of `Translate hello to German`."""
    values = {"WORD_TO_TRANSLATE": "hello", "TARGET_LANGUAGE": "German"}
    text = job.messages[0].texts[0]
    if text != "Translate hello to German":
        return Answer(job.messages, job.system or "")
    for name, value in values.items():
        text = text.replace(value, f"{{{{{name}}}}}")
    return Answer((user(text),), variable_values=values)


def idle(job: Templatize) -> Answer:
    return Answer(job.messages, job.system or "")


def test_there_are_enough_cases_of_many_kinds() -> None:
    assert len(ALL) >= 200
    assert len({case.kind for case in ALL}) >= 12


@pytest.mark.parametrize("cases", [ALL, *SETS])
def test_names_of_cases_are_unique(cases: Sequence[Case]) -> None:
    counts = Counter(case.name for case in cases)
    assert [name for name, n in counts.items() if n > 1] == []


def test_every_row_of_the_background_is_there() -> None:
    rows = {flag for case in ALL for flag in case.flags if flag.startswith("D.5-")}
    assert rows == {f"D.5-{number}" for number in range(1, 47)}


def test_flags_are_known() -> None:
    known = re.compile(r"crlf|exact|D\.5-\d+")
    assert {f for case in ALL for f in case.flags if not known.fullmatch(f)} == set()


def test_every_value_occurs_in_its_prompt() -> None:
    stray = [
        (case.name, value)
        for case in (*ALL, *BLIND)
        for gold in case.golds
        for value in gold.values
        if not any(value in text for text in texts_of(case.job))
    ]
    assert stray == []


def test_values_are_trimmed_and_marks_are_gone() -> None:
    for case in (*ALL, *BLIND):
        assert not re.search("[⟦⟧⟨⟩]", "".join(texts_of(case.job))), case.name
        for gold in case.golds:
            assert gold.values, case.name
            assert all(value == value.strip() for value in gold.values), case.name


def test_no_prompt_is_in_both_sets() -> None:
    seen = {texts_of(case.job) for case in ALL}
    assert [case.name for case in BLIND if texts_of(case.job) in seen] == []


def test_a_share_of_the_prompts_has_nothing() -> None:
    share = sum(case.nothing for case in ALL) / len(ALL)
    assert 0.15 <= share <= 0.35


def test_marks_say_values_names_and_whether_they_are_required() -> None:
    marked = parse_marks("Plan ⟦⟨a ⟩trip to ⟦?Rome|CITY/PLACE⟧⟨.⟩|TOPIC⟧!")
    assert marked.plain == "Plan a trip to Rome.!"
    assert marked.template == "Plan {{TOPIC}}!"
    topic, city = marked.golds
    assert set(topic.values) == {
        "trip to Rome",
        "a trip to Rome",
        "trip to Rome.",
        "a trip to Rome.",
    }
    assert (topic.required, topic.names) == (True, ("TOPIC",))
    assert (city.values, city.required) == (("Rome",), False)
    assert city.names == ("CITY", "PLACE")


def test_an_article_and_a_full_stop_may_always_be_left_out() -> None:
    (gold,) = parse_marks("⟦The end.|TITLE⟧").golds
    assert set(gold.values) == {"The end.", "The end", "end.", "end"}


def test_a_whole_may_be_taken_in_the_stead_of_its_values() -> None:
    whole, city = parse_marks("⟦~I live in ⟦Lyon|CITY⟧ now|MESSAGE⟧").golds
    assert (whole.required, city.required) == (False, True)
    case = replace(by_name("go-on"), golds=(whole, city))

    def taking(value: str) -> Score:
        answer = replace(idle(case.job), variable_values={"CITY": value})
        return score(case, lambda _: answer, SYNONYMS)

    assert taking("I live in Lyon now").missed == ()
    assert taking("Lyon").missed == ()
    assert taking("now").missed == (city,)


@pytest.mark.parametrize("text", ["⟦open|X", "⟦no name⟧", "end⟧ and more", "⟦x|low⟧"])
def test_a_broken_mark_is_told(text: str) -> None:
    with pytest.raises(Broken):
        parse_marks(text)


def test_structure_of_a_case() -> None:
    case = by_name("two-blocks-share")
    assert [len(one.texts) for one in case.job.messages] == [2]
    assert by_name("prefill-stays").job.messages[1].role == "assistant"
    assert by_name("white-space").job.messages == (user(" \n\t \n"),)
    assert "\r\n" in by_name("windows-line-ends").job.messages[0].texts[0]
    assert len(by_name("hundred-kilobytes").job.messages[0].texts[0]) > 100_000


def test_a_perfect_answer_has_no_misses() -> None:
    best = score(by_name("translate-documented"), perfect, SYNONYMS)
    assert (len(best.right), best.found) == (2, 2)
    assert (best.wrong, best.missed, best.misnamed, best.faults) == ((), (), (), ())


def test_an_idle_tool_misses_all_and_is_clean() -> None:
    none = score(by_name("translate-documented"), idle, SYNONYMS)
    assert (none.right, len(none.missed)) == ((), 2)
    assert [what for what, _ in none.faults] == ["exactness"]


def test_wrong_values_and_bad_names_are_told() -> None:
    def poor(job: Templatize) -> Answer:
        values = {"CITY": "German", "VERB": "Translate"}
        return replace(perfect(job), variable_values=values)

    poor_score = score(by_name("translate-documented"), poor, SYNONYMS)
    assert poor_score.wrong == (("VERB", "Translate"),)
    assert poor_score.misnamed == (("CITY", "German"),)
    assert [gold.values for gold in poor_score.missed] == [("hello",)]
    assert {"round trip", "idempotence", "exactness"} == dict(poor_score.faults).keys()


def test_a_lost_message_or_block_breaks_the_round_trip() -> None:
    def joined(job: Templatize) -> Answer:
        return Answer((Message("user", ("".join(job.messages[0].texts),)),))

    faults = score(by_name("two-blocks-share"), joined, SYNONYMS).faults
    assert "round trip" in dict(faults)


def test_a_tool_that_raises_has_found_nothing() -> None:
    def failing(job: Templatize) -> Answer:
        raise ValueError(len(job.messages))

    failed = score(by_name("translate-documented"), failing, SYNONYMS)
    assert (failed.found, len(failed.missed)) == (0, 2)
    assert "round trip" in dict(failed.faults)


def test_pieces_that_break_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    def picky(job: Templatize) -> Answer:
        if job.messages[0].texts[0] == "Translate hello":
            raise KeyError(len(job.messages))
        return idle(job)

    main(["--cut", "--case", "translate-documented"], picky)
    out = capsys.readouterr().out
    assert out.count("KeyError(1): 'Translate hello'") == 2
    assert out.count("Error") == 2


def test_the_benchmark_prints_its_table(capsys: pytest.CaptureFixture[str]) -> None:
    main(["--misses", "--case", "translate-documented"], idle)
    out = capsys.readouterr().out
    assert "missed  WORD_TO_TRANSLATE = 'hello'" in out
    assert re.search(r"round trip +2 of 2, 100\.0 %", out)
    assert re.search(r"exactness +0 of 2, 0\.0 %", out)
    assert re.search(r"all +2 +- +0\.0", out)
