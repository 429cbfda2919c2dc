from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from tests.lsp.editor import PULLED, PUSHED, Editor, editing

Sessions = pytest.TempPathFactory


@pytest.fixture(scope="session")
def pushing(tmp_path_factory: Sessions) -> Iterator[Editor]:
    with editing(tmp_path_factory.mktemp("pushed"), PUSHED) as editor:
        yield editor


@pytest.fixture(scope="session")
def pulling(tmp_path_factory: Sessions) -> Iterator[Editor]:
    with editing(tmp_path_factory.mktemp("pulled"), PULLED) as editor:
        yield editor


@pytest.fixture(scope="session")
def unable(tmp_path_factory: Sessions) -> Iterator[Editor]:
    with editing(tmp_path_factory.mktemp("bare"), {}) as editor:
        yield editor


# One process serves all tests that its client's capabilities allow; each test has a
# folder of its own in it.


@pytest.fixture
def pushed(pushing: Editor, request: pytest.FixtureRequest) -> Iterator[Editor]:
    """An editor that does not ask for diagnostics."""
    with _apart(pushing, request.node.name) as editor:
        yield editor


@pytest.fixture
def pulled(pulling: Editor, request: pytest.FixtureRequest) -> Iterator[Editor]:
    """An editor that asks for diagnostics."""
    with _apart(pulling, request.node.name) as editor:
        yield editor


@pytest.fixture
def bare(unable: Editor, request: pytest.FixtureRequest) -> Iterator[Editor]:
    """An editor that can do nothing but what every one must."""
    with _apart(unable, request.node.name) as editor:
        yield editor


@contextmanager
def _apart(editor: Editor, name: str) -> Iterator[Editor]:
    above = editor.root
    number = sum(1 for _ in above.iterdir())
    editor.root = above / f"{number}-{name.partition('[')[0]}"
    editor.root.mkdir()
    editor.seen.clear()
    editor.asked.clear()
    try:
        yield editor
    finally:
        for uri in [*editor.opened]:
            editor.close(uri)
        editor.root = above
