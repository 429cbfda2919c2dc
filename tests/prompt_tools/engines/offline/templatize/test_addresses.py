import pytest

from prompt_lsp.prompt_tools.engines.offline.templatize.values.addresses import (
    addresses,
)
from tests.prompt_tools.engines.offline.templatize.told import told


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("to jane.doe@example.com.", ["EMAIL_ADDRESS=jane.doe@example.com"]),
        ("<a+b@c.co.uk>", ["EMAIL_ADDRESS=a+b@c.co.uk"]),
        ("给wang.li@example.cn写", ["EMAIL_ADDRESS=wang.li@example.cn"]),
        ("@user and x@y", []),
        ("see https://example.com/a?b=1.", ["URL=https://example.com/a?b=1"]),
        ("(https://e.org/Foo_(bar))", ["URL=https://e.org/Foo_(bar)"]),
        ("请看https://e.org/a。", ["URL=https://e.org/a"]),
        ("at www.foo.com!", ["URL=www.foo.com"]),
        ("https://e.org/{{ID}}", []),
        ("Summarize report.pdf", ["FILE_NAME=report.pdf"]),
        ("the file /var/log/app.log", ["FILE_PATH=/var/log/app.log"]),
        ("See README.md, explain Node.js", []),
        ("Use `https://e.org` and `a@b.com`", []),
    ],
)
def test_addresses(text: str, values: list[str]) -> None:
    assert told(addresses, text) == values
