import pytest

from prompt_lsp.document.models import model_version, refuses_prefill


@pytest.mark.parametrize(
    ("model", "version"),
    [
        ("claude-2", (2, 0)),
        ("claude-2.1", (2, 1)),
        ("claude-instant-1.2", (1, 2)),
        ("claude-3-7-sonnet-20250219", (3, 7)),
        ("claude-3-opus-latest", (3, 0)),
        ("claude-opus-4-20250514", (4, 0)),
        ("claude-sonnet-4-6", (4, 6)),
        ("us.anthropic.claude-opus-4-6-v1:0", (4, 6)),
        ("claude-opus-4-6@20260205", (4, 6)),
        ("claude-fable-5-1", (5, 1)),
        ("gpt-4o", None),
        ("", None),
    ],
)
def test_versions(model: str, version: tuple[int, int] | None) -> None:
    assert model_version(model) == version


def test_prefill_is_refused_from_4_6_on() -> None:
    assert refuses_prefill("claude-sonnet-4-6")
    assert refuses_prefill("claude-mythos-5-1")
    assert not refuses_prefill("claude-sonnet-4-5-20250929")
    assert not refuses_prefill("some-local-model")
