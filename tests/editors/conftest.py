"""What the tests of all editors share."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.editors import homes


@pytest.fixture(scope="session")
def editor_home() -> Callable[[str], Path]:
    """The folder of an editor by its name, which skips the test where there is none."""
    return homes.editor_home
