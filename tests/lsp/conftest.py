from collections.abc import Iterator

import pytest

from tests.lsp.editor import PULLED, PUSHED, Editor, editing


@pytest.fixture(scope="module")
def pushed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Editor]:
    """An editor that does not ask for diagnostics; its server serves a whole module."""
    with editing(tmp_path_factory.mktemp("pushed"), PUSHED) as editor:
        yield editor


@pytest.fixture(scope="module")
def pulled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Editor]:
    """An editor that asks for diagnostics."""
    with editing(tmp_path_factory.mktemp("pulled"), PULLED) as editor:
        yield editor
