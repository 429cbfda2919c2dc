"""The other places that explain a finding."""

from prompt_lsp import formats
from prompt_lsp.analysis.engine import family_hits
from prompt_lsp.config import Settings
from prompt_lsp.document.model import Place, Source


def related(text: str, code: str) -> list[str]:
    document = formats.parse((Source("case.prompt.txt", text),))
    hits = family_hits(document, Settings(), "VAR")
    places = [
        place.where
        for raw in hits
        if raw.rule.code == code
        for place in raw.hit.related
    ]
    return [_text(text, place) for place in places]


def _text(text: str, place: object) -> str:
    assert isinstance(place, Place)
    return place.span.of(text)


def test_a_mixed_style_points_to_the_house_style_where_there_is_one() -> None:
    assert related("<<A>> {A} {{A}}", "VAR002") == ["{{A}}", "{{A}}"]


def test_else_to_another_style() -> None:
    assert related("<<A>> {A}", "VAR002") == ["{A}", "<<A>>"]


def test_a_near_name_points_to_the_first_use_of_the_other() -> None:
    assert related("{{ name }} {{name}}. {{NAME}}.", "VAR007") == ["{{ name }}"]
