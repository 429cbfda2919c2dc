import pytest

from prompt_lsp.prompt_tools.engines.offline.templatize.values.figures import figures
from tests.prompt_tools.engines.offline.templatize.told import told


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("a party at 7 Heron Lane.", "7 Heron Lane"),
        ("Send it to 18B Tanner Street, Leeds.", "18B Tanner Street, Leeds"),
        (
            "at 410 Ninth Avenue, Denver, CO 80203, USA",
            "410 Ninth Avenue, Denver, CO 80203",
        ),
        ("We live at 4 N. Oak Dr. and like it.", "4 N. Oak Dr."),
        ("an der Birkenstraße 9, 50667 Bonn.", "Birkenstraße 9, 50667 Bonn"),
        ("au 31 rue des Lilas à midi", "31 rue des Lilas"),
        ("en la calle Olmo 6", "calle Olmo 6"),
        ("na Rua das Acácias, 25", "Rua das Acácias, 25"),
    ],
)
def test_addresses_of_houses(text: str, address: str) -> None:
    assert told(figures, text) == [f"ADDRESS={address}"]


@pytest.mark.parametrize(
    "text",
    [
        "the 3 Harley Street doctors",
        "the 5 Wall Street Journal articles",
        "the 9 lanes of it",
        "Straße",
        "on page 5 Main Street begins",
        "Mein Platz 1 ist frei",
        "am Arbeitsplatz 3",
    ],
)
def test_numbers_beside_streets(text: str) -> None:
    assert told(figures, text) == []
