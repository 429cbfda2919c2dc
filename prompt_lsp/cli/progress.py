"""A bar on the terminal, once the work takes long enough to wonder."""

import sys
import time
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from rich.progress import Progress

PATIENCE = 0.5  # seconds without a bar
_PACE = 0.1  # seconds between two looks of it

T = TypeVar("T")


def watched(
    items: Iterable[T | None],
    total: int,
    *,
    writes: Callable[[T], bool] = lambda _: True,
    title: str = "Checking",
) -> Iterator[T]:
    """The items, with a bar on standard error while they take their time.

    None among them is no item, but a moment of waiting for one. The bar is away while
    the caller has an item for which it `writes` to the terminal.
    """
    if not sys.stderr.isatty():
        yield from (item for item in items if item is not None)
        return
    bar: Progress | None = None
    done, due = 0, time.monotonic() + PATIENCE
    try:
        for item in items:
            if item is not None:
                if bar is not None and writes(item):
                    bar.stop()
                yield item
                done += 1
            if done < total and time.monotonic() > due:
                bar = bar or _bar(total, title)
                bar.update(bar.task_ids[0], completed=done)
                bar.start()
                bar.refresh()
                due = time.monotonic() + _PACE
    finally:
        if bar is not None:
            bar.stop()


def _bar(total: int, title: str) -> "Progress":
    # Only those who wait pay for the import.
    from rich.console import Console  # noqa: PLC0415
    from rich.progress import BarColumn, MofNCompleteColumn, Progress  # noqa: PLC0415

    bar = Progress(
        title,
        BarColumn(),
        MofNCompleteColumn(),
        console=Console(stderr=True),
        transient=True,
        auto_refresh=False,
    )
    bar.add_task("", total=total)
    return bar
