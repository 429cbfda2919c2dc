"""Handlers of every kind, started alike: each gives a future.

Stock pygls cancels only what waits for a command, and the command runs on.
"""

import asyncio
import contextvars
import inspect
from collections.abc import Callable, Generator
from concurrent.futures import Executor, Future
from functools import partial
from typing import Any, TypeAlias, cast

from pygls.feature_manager import is_thread_function

Handler: TypeAlias = Callable[..., Any]
Args: TypeAlias = tuple[Any, ...]
Kwargs: TypeAlias = dict[str, Any]
Running: TypeAlias = Future[Any] | asyncio.Future[Any]
Steps: TypeAlias = Generator[tuple[Handler, Args, Kwargs | None], Any, Any]


class Calls:
    """Calls handlers: plain, async, threaded, or stepwise as those of pygls itself.

    To cancel a future is to cancel the handler. Its callbacks run in the event loop.
    """

    def __init__(self, pool: Callable[[], Executor]) -> None:
        self._pool = pool
        self.tasks = 0
        """How many tasks have been begun ever."""

    def start(self, handler: Handler, args: Args, kwargs: Kwargs | None) -> Running:
        """Call a handler. A plain one is done on return."""
        run = partial(handler, *args, **(kwargs or {}))
        if inspect.iscoroutinefunction(handler):
            self.tasks += 1
            return asyncio.create_task(run())
        if is_thread_function(handler):  # type: ignore[no-untyped-call] # pygls
            context = contextvars.copy_context()
            return asyncio.wrap_future(self._pool().submit(context.run, run))
        return self._at_once(run)

    def _at_once(self, run: Handler) -> Running:
        outer: Future[Any] = Future()
        try:
            result = run()
        except asyncio.CancelledError:
            outer.cancel()
        except Exception as error:  # noqa: BLE001 - handed on to whoever asked
            outer.set_exception(error)
        else:
            if inspect.isgenerator(result):
                self._step(cast("Steps", result), outer)
            else:
                outer.set_result(result)
        return outer

    def _step(
        self, steps: Steps, outer: "Future[Any]", inner: Running | None = None
    ) -> None:
        """Run on to the next handler that a stepwise one wants to call."""
        if outer.cancelled() or (inner is not None and inner.cancelled()):
            steps.close()
            outer.cancel()
            return
        try:
            handler, args, kwargs = steps.send(inner.result() if inner else None)
        except StopIteration as end:
            outer.set_result(end.value)
        except Exception as error:  # noqa: BLE001 - handed on to whoever asked
            outer.set_exception(error)
        else:
            wanted = self.start(handler, args, kwargs)
            outer.add_done_callback(partial(_cancel_with, wanted))
            wanted.add_done_callback(partial(self._step, steps, outer))


def _cancel_with(inner: Running, outer: Running) -> None:
    if outer.cancelled():
        inner.cancel()
