"""What must not be ended in the middle."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

_ENDING = [
    getattr(signal, name)
    for name in ("SIGINT", "SIGTERM", "SIGHUP")  # Windows lacks the last one
    if hasattr(signal, name)
]


@contextmanager
def held_back() -> Iterator[None]:
    """Hold back, until the block is done, the signals that end the process.

    They come between any two steps, and most often right after one that waits for
    the disk: no order of steps is safe, for a file is there before its name is known.
    """
    came: list[int] = []

    def note(number: int, _: FrameType | None) -> None:
        came.append(number)

    before = {number: signal.signal(number, note) for number in _ENDING}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
        for number in dict.fromkeys(came):
            signal.raise_signal(number)
