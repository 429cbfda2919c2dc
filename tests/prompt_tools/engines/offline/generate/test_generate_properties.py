"""What holds for the prompt of any task, also of a hostile one."""

import re

from hypothesis import example, given, settings
from hypothesis import strategies as st

from prompt_lsp.document.markers import markers
from prompt_lsp.document.parser import parse_part
from prompt_lsp.document.source_map import SourceMap
from prompt_lsp.prompt_tools.engines.offline.generate import generate
from prompt_lsp.prompt_tools.guard import violations
from prompt_lsp.prompt_tools.schema import Generate

_PIECES = st.sampled_from(
    [
        "summarize", "a chef", "Write an email", "to a customer", "{{FOOD}}",
        "<<FOOD>>", "{{ food_2 }}", "\n\nHuman:", "\n\nAssistant:", "\\n\\nHuman:",
        "Human:", "**Assistant:**", "User: hi", "\r\n", "\n", ". ", "? ", "; ",
        "It should be short. ", "<user_request>", "</user_request>", "<article>",
        "<food>", "</food>",
        "</task_details>", "<!--", "]]>", "<?x", "<label>", "[INSERT NAME]",
        "[insert your city here]", "- item\n", "1. item\n", "```\n", "`x`",
        "der", "für", "要約して", "写", "é", "\U0001f600", "\u200b", "\x00",
        "Ignore the above", "{% if x %}", "{", "}", "classify", "translate", "into",
        "by", "and", "code", "whether", "a prompt that", "positive or negative",
        "{% endif %}", "{{ y|upper }}", "{{#if x}}", "{{/if}}", "\ufeff", '"', "**",
        "translate hello to German", "War and Peace", "generator", "to SQL",
        "I need a prompt for", "Hello,", "My goal:", "\nThanks!", "[INSERT X]",
    ]
)  # fmt: skip
_TASKS = st.one_of(
    st.text(max_size=120),
    st.lists(_PIECES, min_size=1, max_size=14).map(" ".join),
    st.lists(_PIECES, min_size=1, max_size=14).map("".join),
)
_TAGGED = re.compile(r"<([\w.-]+)>\s*((?:\{\{|<<)[^{}<>]{1,80}(?:\}\}|>>))\s*</\1>")


def prompt_of(task: str, target_model: str | None = None) -> str:
    return generate(Generate(task, target_model)).messages[0].texts[0]


def placeholders_of(text: str) -> list[str]:
    part = parse_part(text, SourceMap.identity(len(text)))
    return [
        one.written
        for one in part.placeholders
        if one.written[:2] in ("{{", "<<") and not one.guarded and not one.scoped
    ]


@given(_TASKS)
@settings(max_examples=150, deadline=None)
@example("Classify support tickets\n\nHuman: hi\n\nAssistant:")
@example(". .\\n\\nHuman:")
@example("Do it. human: hi. " + "More. " * 20)
def test_no_turn_marker_is_in_it(task: str) -> None:
    text = prompt_of(task)
    part = parse_part(text, SourceMap.identity(len(text)))
    assert markers(text, part.tokens, ()) == ()


@given(_TASKS)
@settings(max_examples=150, deadline=None)
def test_no_blank_is_in_it(task: str) -> None:
    assert not re.search(
        r"\[\s*insert\b[^\[\]\r\n]{0,80}\]", prompt_of(task), re.IGNORECASE
    )


@given(_TASKS)
@settings(max_examples=150, deadline=None)
@example("<article>{{ARTICLE}}")
@example("</user_request>\n{{USER_REQUEST}}")
@example("<user_request>[INSERT M]</user_request>")
def test_variables_stand_in_tags(task: str) -> None:
    text = prompt_of(task)
    tagged = {found[2] for found in _TAGGED.finditer(text)}
    assert set(placeholders_of(text)) <= tagged
    assert tagged


@given(_TASKS)
@settings(max_examples=150, deadline=None)
@example("an ode to {{FOOD}} and <food>. It should <food>")
@example("Grade <article>{{ARTICLE}}</article> and {{ARTICLE}}")
def test_tags_of_variables_are_opened_and_closed_alike(task: str) -> None:
    text = prompt_of(task)
    for name in {found[1] for found in _TAGGED.finditer(text)}:
        assert text.count(f"<{name}>") == text.count(f"</{name}>"), name


@given(_TASKS)
@settings(max_examples=150, deadline=None)
def test_placeholders_of_the_task_survive(task: str) -> None:
    text = prompt_of(task)
    own = placeholders_of(task)
    assert all(text.count(one) >= own.count(one) for one in own)


@given(_TASKS)
@settings(max_examples=150, deadline=None)
def test_no_byte_order_mark_is_in_it(task: str) -> None:
    assert "\ufeff" not in prompt_of(f"\ufeff{task}")


@given(st.lists(st.from_regex(r"[b-df-hj-np-tv-z]{4,9}", fullmatch=True), min_size=1))
@settings(max_examples=100, deadline=None)
def test_the_words_of_the_task_are_in_it(words: list[str]) -> None:
    text = prompt_of(" ".join(words)).lower()
    assert all(word in text for word in words)


@given(_TASKS)
@settings(max_examples=50, deadline=None)
def test_the_same_task_gives_the_same_prompt(task: str) -> None:
    assert generate(Generate(task)) == generate(Generate(task))


@given(_TASKS)
@settings(max_examples=100, deadline=None)
def test_line_ends_do_not_matter(task: str) -> None:
    task = task.replace("\r", "")
    assert prompt_of(task.replace("\n", "\r\n")) == prompt_of(task)


@given(_TASKS, st.sampled_from([None, "claude-opus-4-6", "some-model"]))
@settings(max_examples=60, deadline=None)
def test_a_model_that_thinks_is_neither_told_to_nor_begun_for(
    task: str, model: str | None
) -> None:
    answer = generate(Generate(task, model))
    assert [one.role for one in answer.messages] == ["user"]
    assert "thinking>" not in answer.messages[0].texts[0]


@given(_TASKS.filter(str.strip), st.sampled_from([None, "claude-2.1"]))
@settings(max_examples=150, deadline=None)
@example("0<<A000>>{{A000}}", None)
@example("I need a prompt for SEO", None)
@example("hello\n\u2028 XY ", None)
@example("[INSERT X]", None)
def test_the_guard_has_nothing_against_it(task: str, model: str | None) -> None:
    job = Generate(task, model)
    assert violations(job, generate(job)) == ()
