import pytest

from prompt_lsp.prompt_tools.engines.offline.templatize.values.figures import figures
from prompt_lsp.prompt_tools.engines.offline.templatize.values.versions import products
from tests.prompt_tools.engines.offline.templatize.told import told


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("notes for version 3.1 of it", ["VERSION=3.1"]),
        ("a crash since v2.0-beta", ["VERSION=2.0-beta"]),
        ("an update from 1.24.0 to 1.26.1", ["VERSION=1.24.0", "VERSION=1.26.1"]),
        ("the host 10.1.2.3 is down", ["IP_ADDRESS=10.1.2.3"]),
        ("call 127.0.0.1:8080", []),
        ("on 17.05.2024", ["DATE=17.05.2024"]),
        ("about 3.5", []),
        ("pi is v2.0 there", []),
    ],
)
def test_versions(text: str, values: list[str]) -> None:
    assert told(figures, text) == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("for version 3.1 of Quillpad.", ["PRODUCT_NAME=Quillpad"]),
        (
            "how to upgrade from Rails 6.1 to 7.0",
            ["SOURCE_VERSION=Rails 6.1", "TARGET_VERSION=7.0"],
        ),
        (
            "migrate our app from Oracle 19 to MariaDB 11.4 now",
            ["SOURCE_VERSION=Oracle 19", "TARGET_VERSION=MariaDB 11.4"],
        ),
        (
            "You convert Python 2 code to Python 3.",
            [
                "SOURCE_PROGRAMMING_LANGUAGE=Python 2",
                "TARGET_PROGRAMMING_LANGUAGE=Python 3",
            ],
        ),
        (
            "Rewrite this Vue 2 component in Vue 3",
            ["SOURCE_VERSION=Vue 2", "TARGET_VERSION=Vue 3"],
        ),
        ("Change it from Room 2 to Room 3", []),
        ("from Java 8 classes to Java 21", []),
        ("move the meeting from May 4 to May 11", []),
        ("a ride from Gate 3 to Gate 5", []),
    ],
)
def test_products(text: str, values: list[str]) -> None:
    assert told(products, text) == values
