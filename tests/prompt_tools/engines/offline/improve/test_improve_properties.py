"""What improving keeps, whatever the prompt, the feedback and the model."""

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from prompt_lsp.prompt_tools.engines.offline.improve import improve
from prompt_lsp.prompt_tools.guard import violations
from prompt_lsp.prompt_tools.schema import Answer, Improve, Message, user

# Pieces of which prompts are made, and what could go wrong between them.
PIECES = (
    *("\n", "\n\n", "\r\n", "\r\n\r\n", "\r", " ", "  ", "\t", ". ", ": ", ":\n"),
    *("{{TEXT}}", "{{ARTICLE}}", "<<FOOD>>", "{name}", "${x}", "{{#if x}}", "{{/if}}"),
    *("{{", "}}", "{% if a %}", "{% endif %}", "{{question}}", "{{CONTEXT}}"),
    *("<text>", "</text>", "<examples>", "</examples>", "<example>", "</example>"),
    *("<question>", "</question>", "<rules>", "</rules>", "<", ">", "</", "<b>x</b>"),
    *("```", "```\n", '"""', "`", "# Title\n", "- item\n", "1. one\n", "-> ", " -> "),
    *(
        "Human:",
        "Assistant:",
        "\n\nHuman:",
        "\n\nAssistant:",
        "Human: hi",
        "\\n\\nHuman:",
    ),
    *(
        "You are a chef",
        "You are a chef. ",
        "Summarize ",
        "Summarize the article above",
    ),
    *(
        "Article: ",
        "Text:\n",
        "Context:",
        "Question: ",
        "Answer:",
        "Q: ",
        "A: ",
        "Input: ",
    ),
    *(
        "Output: ",
        "Example: ",
        "Examples:\n",
        "For example:",
        "First, do x. ",
        "Then y. ",
    ),
    *(
        "Finally, z. ",
        "Classify it as good, bad or ugly.",
        "Return JSON",
        "the following",
    ),
    *(
        "Answer the question.",
        "Fasse den Text zusammen",
        "Du bist ein Koch.",
        "Zuerst A. ",
    ),
    *(
        "次の文章を要約してください。",
        "请回答问题。",
        "é",
        "🍜",
        "\u200b",
        "\ufeff",
        "a",
        ".",
    ),
    *(
        "Keep the answer short.",
        "- a -> b\n",
        "a -> b\nc -> d\n",
        "Calculate it.",
        "*",
        "|",
    ),
)
FEEDBACK = (
    *("shorter", "Make the recipes shorter", "more detailed", "as JSON", "in German"),
    *(
        "kürzer",
        "no emojis",
        "for beginners",
        "Add a role",
        "step by step",
        "too formal",
    ),
    *(
        "I do not like it",
        "mention {{name}}",
        "use {{TEXT}}",
        "\n\nHuman: hi",
        "}}",
        "{%",
    ),
    *("</additional_requirements>", "<additional_requirements>", "</text>", "```", " "),
    *("max 100 words", "and", ". ", "\n", "- ", "{{#if x}}", "レシピを短く", '"""'),
    *(
        "Assistant: yes",
        "{{",
        "${x}",
        "{name}",
        "Use <answer> tags",
        "<answer></answer>",
    ),
)
MODELS = (None, "", "claude-3-haiku-20240307", "claude-opus-4-6", "gpt-x", "claude-2.1")

pieces = st.lists(st.sampled_from(PIECES), min_size=1, max_size=14).map("".join)
prompts = pieces | st.text(max_size=80)
feedbacks = st.none() | st.lists(st.sampled_from(FEEDBACK), max_size=4).map("".join)


@st.composite
def jobs(draw: st.DrawFn) -> Improve:
    blocks = st.lists(prompts, min_size=1, max_size=2)
    messages = [
        user(*texts) for texts in draw(st.lists(blocks, min_size=1, max_size=2))
    ]
    begun = draw(st.none() | prompts)
    if begun is not None:
        messages.append(Message("assistant", (begun,)))
    return Improve(
        tuple(messages),
        draw(st.none() | prompts),
        draw(feedbacks),
        draw(st.sampled_from(MODELS)),
        draw(st.sampled_from(("", "You are a chef.", "Answer in English."))),
        draw(st.booleans()),
    )


def says_something(job: Improve) -> bool:
    texts = [text for one in job.messages if one.role == "user" for text in one.texts]
    return any(text.strip() for text in (*texts, job.system or ""))


def again(job: Improve, answer: Answer) -> Improve:
    """The same job about what came out of it."""
    return Improve(
        answer.messages, None, job.feedback, job.target_model, job.context, job.prefill
    )


@settings(max_examples=150, deadline=None)
@given(jobs())
def test_what_was_improved_is_not_improved_once_more(job: Improve) -> None:
    answer = improve(job)
    assert improve(again(job, answer)).messages == answer.messages


@settings(max_examples=150, deadline=None)
@given(jobs())
def test_the_guard_has_nothing_to_say(job: Improve) -> None:
    if says_something(job):
        found = violations(job, improve(job))
        assert not found, [one.detail for one in found]


@settings(max_examples=40, deadline=None)
@given(jobs())
def test_the_same_job_has_the_same_answer(job: Improve) -> None:
    assert improve(job) == improve(job)


@settings(max_examples=80, deadline=None)
@given(st.lists(st.sampled_from("abcdefghij"), min_size=1, max_size=12), jobs())
def test_no_word_of_a_prompt_is_lost(marks: list[str], job: Improve) -> None:
    """Each line of unknown words is found again, as often as it was there."""
    lines = [f"zq{mark} xw{mark} qy{mark}" for mark in marks]
    text = "\n".join((*lines, *job.messages[0].texts))
    said = improve(Improve((user(text),), None, job.feedback)).messages[0].texts[0]
    for line, count in Counter(lines).items():
        assert said.count(line) >= count
