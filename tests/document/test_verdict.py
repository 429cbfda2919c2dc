"""Which prompts are text-completions, and what of them nobody can know."""

import pytest

from prompt_lsp.document.model import Prompt
from prompt_lsp.document.parser import parse_part, parse_prompt
from prompt_lsp.document.source_map import SourceMap

HUMAN, ASSISTANT = "\n\nHuman: Hi", "\n\nAssistant:"


def read(text: str, *, declared: bool = False) -> Prompt:
    part = parse_part(text, SourceMap.identity(len(text)))
    return parse_prompt((part,), declared=declared)


@pytest.mark.parametrize(
    "text",
    [
        "\n\nHuman: Hi",
        "Be brief." + HUMAN,
        "Human: Hi" + ASSISTANT,
        "\nHuman: Hi\nAssistant:",
        "Hello" + ASSISTANT + " \n",
        "human: hi\n\nassistant : ho",
        "\\n\\nHuman: Hi",
        "\\n\\nHuman: Hi.\\n\\nAssistant:",
    ],
)
def test_text_that_says_so(text: str) -> None:
    assert read(text).verdict is not None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Human: a person.",
        "User: hi\n\nAI: ho",
        "### Human: hi\n\n### Assistant: ho",
        "**Human:** hi\n\n**Assistant:** ho",
        "Hello\n\nAssistant: somebody who helps",
        "```\n\n\nHuman: hi\n\nAssistant:\n```",
        "<example>" + HUMAN + ASSISTANT + "</example>",
        "human: hi\nassistant: ho",
        "He wrote \\n\\nHuman: and \\n\\nAssistant:",
    ],
)
def test_text_that_does_not(text: str) -> None:
    assert read(text).verdict is None
    assert read(text, declared=True).verdict is not None


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("{{HISTORY}}" + HUMAN + ASSISTANT, True, False),
        (" \t{{chat_history}} \r\n" + HUMAN + ASSISTANT, True, False),
        (HUMAN + "\n\n<<DIALOGUE>>", False, True),
        ("So: {{HISTORY}}" + HUMAN + ASSISTANT, False, False),
        ("{{HISTORY}} {{A}}" + HUMAN + ASSISTANT, False, False),
        ("{{TOPIC}}" + HUMAN + ASSISTANT, False, False),
        (HUMAN + "\n\n{{HISTORY}}" + ASSISTANT, False, False),
        ("{{MESSAGES}}", True, True),
    ],
)
def test_a_placeholder_alone_on_a_line_may_hold_whole_turns(
    text: str,
    start: bool,  # noqa: FBT001
    end: bool,  # noqa: FBT001
) -> None:
    verdict = read(text, declared=True).verdict
    assert verdict is not None
    assert (verdict.open_start, verdict.open_end) == (start, end)


@pytest.mark.parametrize(
    ("text", "enclosed"),
    [
        ("{{#each turns}}" + HUMAN + "{{/each}}" + ASSISTANT, True),
        ("{% for t in turns %}" + HUMAN + ASSISTANT + "{% endfor %}", True),
        ("{{#if a}}A{{/if}}" + HUMAN + "{{#if b}}B{{/if}}" + ASSISTANT, False),
        ("{{#a}}" + HUMAN + "{{#b}}" + ASSISTANT, False),
        ("{{/a}}" + HUMAN + ASSISTANT + "{{#a}}", False),
        ("{{/a}}{{#a}}" + HUMAN + "{{/a}}" + ASSISTANT, True),
        ("{{#a}}{{#b}}{{/b}}" + HUMAN + "{{/a}}" + ASSISTANT, True),
        (HUMAN + "{{/a}}" + ASSISTANT, False),
        (HUMAN + ASSISTANT, False),
    ],
)
def test_template_logic_may_enclose_markers(
    text: str,
    enclosed: bool,  # noqa: FBT001
) -> None:
    verdict = read(text, declared=True).verdict
    assert verdict is not None
    assert verdict.open_middle == enclosed
