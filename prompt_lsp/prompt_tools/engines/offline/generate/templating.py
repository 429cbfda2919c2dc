"""A task's template tags: they are the engine's, and no words of a sentence."""

from prompt_lsp.document.model import LogicTag
from prompt_lsp.document.placeholders import placeholders
from prompt_lsp.text import Edit, Span, apply_edits

_BLOCKS = ("#", "/", ">", "!", "^", "&", "else", "{")


def tags(text: str) -> tuple[LogicTag, ...]:
    """The template tags of a text, in order."""
    if "{" not in text and "<" not in text:
        return ()
    return placeholders(text, 0, ()).logic


def as_words(text: str) -> str:
    """A text as it reads where a tag stands for what it puts there.

    `{% if … %}` puts nothing there, and `{{ article|trim }}` an article.
    """
    found = placeholders(text, 0, ()) if "{" in text or "<" in text else None
    if found is None:
        return text
    said = [(one.place.span, expressed(one)) for one in found.logic]
    said += [(one.place.span, one.name) for one in found.placeholders]
    edits = [Edit(span, _spaced(name)) for span, name in sorted(said)]
    return " ".join(apply_edits(text, edits).split()) if edits else text


def expressed(tag: LogicTag) -> str:
    """The name of what a tag puts into the text; empty for one that steers."""
    inside = tag.written.removeprefix("{{")
    if inside == tag.written:
        return ""
    inside = inside.strip("{}-~ \t")
    if inside.startswith(_BLOCKS):
        return ""
    name = inside.partition("|")[0].strip().rpartition(".")[2]
    return name if name.isidentifier() else "it"


def moved(text: str, at: int) -> tuple[Span, str] | None:
    """The expression that begins at an offset, and the words of its name."""
    for tag in tags(text):
        if tag.place.span.start == at:
            words = _spaced(expressed(tag))
            return (tag.place.span, words) if words not in {"", "it"} else None
    return None


def _spaced(name: str) -> str:
    words = name.lower().replace("_", " ").replace("-", " ").strip()
    return words or ("it" if name else "")
