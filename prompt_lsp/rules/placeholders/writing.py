"""How a remedy writes a placeholder: in the house style."""

from prompt_lsp.document.model import Place, Placeholder
from prompt_lsp.document.names import slug
from prompt_lsp.document.operations import Replace
from prompt_lsp.document.summary import is_use
from prompt_lsp.rules.rule import Context, Fix


def restyled(placeholder: Placeholder, context: Context) -> Fix:
    """Write it in the house style, which is safe where somebody chose that style."""
    safe = context.settings.placeholder_style_is_set
    return written_as(placeholder.name, placeholder.place, context, safe=safe)


def written_as(name: str, place: Place, context: Context, *, safe: bool = False) -> Fix:
    """Write a placeholder of the house style in a place."""
    text = context.summary.house.write(name)
    return Fix(f"Write `{text}`", (Replace(place, text),), safe=safe)


def renamed(placeholder: Placeholder, name: str, context: Context) -> Replace:
    """The same placeholder under another name, otherwise as it is written.

    Where it would be plain text then (`{name}`), it is written in the house style.
    """
    house = context.summary.house
    if is_use(placeholder._replace(name=name), house, None):
        text = placeholder.written.replace(placeholder.name, name, 1)
    else:
        text = house.write(name)
    return Replace(placeholder.place, text)


def slugged(text: str, context: Context) -> str:
    """A name made of a text, in the case of the prompt's names; or nothing."""
    return slug(text, upper=not context.summary.is_lower)
