from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from tests.lsp.asker import ASKING, Asker, Stage
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


@pytest.fixture(scope="session")
def staged(tmp_path_factory: Sessions) -> Iterator[tuple[Asker, Stage]]:
    stage = Stage()
    with stage, Asker(tmp_path_factory.mktemp("asking"), stage.environment()) as asker:
        asker.start(ASKING)
        yield asker, stage


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


@pytest.fixture
def asker(
    staged: tuple[Asker, Stage], request: pytest.FixtureRequest
) -> Iterator[Asker]:
    """An editor that can do all that the prompt tools ask of one."""
    with _apart(staged[0], request.node.name):
        staged[0].begin_anew()
        yield staged[0]


@pytest.fixture
def stage(staged: tuple[Asker, Stage]) -> Stage:
    """The server that its engine `messages` asks."""
    staged[1].begin_anew()
    return staged[1]


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
