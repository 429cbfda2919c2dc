"""Has an engine work on prompts, several at a time, and hands them on in order."""

import asyncio
import os
from collections import deque
from collections.abc import Generator, Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from prompt_lsp.cli.asked import Asked
from prompt_lsp.cli.opening import Opening, crashed
from prompt_lsp.cli.output.outcome import Skipped, Trouble
from prompt_lsp.cli.prompt import Opened
from prompt_lsp.prompt_tools.answering import answered
from prompt_lsp.prompt_tools.catalogue import engine
from prompt_lsp.prompt_tools.engine import Engine
from prompt_lsp.prompt_tools.errors import (
    Misconfigured,
    NotApplicable,
    NotFound,
    PromptToolsError,
    Unauthorized,
)
from prompt_lsp.prompt_tools.question import question
from prompt_lsp.prompt_tools.revision import Revision, revision
from prompt_lsp.prompt_tools.schema import Answer, Job
from prompt_lsp.prompt_tools.work import is_description
from prompt_lsp.workspace.configuration import Configuration
from prompt_lsp.workspace.load import sidecars

if TYPE_CHECKING:
    from prompt_lsp.config import Resolved

SIDE_BY_SIDE = 8

_MOMENT = 0.1  # seconds

# A wrong key or model is as wrong for the next prompt, of which there may be hundreds.
_LASTING = (Misconfigured, Unauthorized, NotFound)


@dataclass(frozen=True, slots=True, eq=False)
class Worked:
    """A prompt, and what an engine made of it."""

    prompt: Opened
    job: Job = field(repr=False)
    answer: Answer
    revision: Revision

    @property
    def changes(self) -> bool:
        """Whether anything is changed."""
        return bool(self.revision.edits)


class Passed(NamedTuple):
    """A prompt of a folder that is none for the tool."""

    path: str
    why: str


Outcome = Worked | Passed | Skipped | Trouble


class Stopped(Exception):
    """An engine cannot be asked, so nothing more is worked on; the text says why."""


def worked(
    openings: Iterable[Opening], configuration: Configuration, asked: Asked
) -> Generator[Outcome | None]:
    """What becomes of each prompt, in order; to be closed, also after an error.

    None says that a moment has passed and none is done.

    Raises:
        Stopped: the engine cannot be asked as it is set up.
    """
    engines = _Engines(configuration, asked.engine)
    with asyncio.Runner() as runner:
        tasks: deque[asyncio.Task[Outcome | Stopped]] = deque()
        try:
            for opening in openings:
                work = _outcome(opening, engines, asked)
                tasks.append(runner.get_loop().create_task(work))
                tasks[-1].add_done_callback(_heard)
                if len(tasks) == SIDE_BY_SIDE:
                    yield from _awaited(tasks.popleft(), runner)
            while tasks:
                yield from _awaited(tasks.popleft(), runner)
        finally:
            _settle(runner)
            runner.run(engines.aclose())


def _awaited(
    task: "asyncio.Task[Outcome | Stopped]", runner: asyncio.Runner
) -> Iterator[Outcome | None]:
    """The outcome of one prompt, after None for each moment of waiting."""
    while not runner.run(_ends_now(task)):
        yield None
    yield runner.run(_result(task))


async def _ends_now(task: "asyncio.Task[Outcome | Stopped]") -> bool:
    """Whether a task is done within a moment."""
    done, _ = await asyncio.wait([task], timeout=_MOMENT)
    return bool(done)


def _heard(task: "asyncio.Task[Outcome | Stopped]") -> None:
    """Take note of how a task ended.

    An interrupt may meet it while another is waited for, and the loop would print the
    traceback of whatever nobody asks about.
    """
    if not task.cancelled():
        task.exception()


def _settle(runner: asyncio.Runner) -> None:
    """Turn the loop once.

    An interrupt that meets the end of a run leaves that run's stop in the loop, where
    it would end the next one too early.
    """
    loop = runner.get_loop()
    loop.call_soon(loop.stop)
    loop.run_forever()


class _Engines:
    """The engine for each prompt; those of the same settings share one."""

    def __init__(self, configuration: Configuration, name: str | None) -> None:
        self._configuration = configuration
        self._name = name
        self._known: dict[Resolved, Engine] = {}

    def of(self, prompt: Opened) -> Engine:
        """The engine that is to work on a prompt.

        Raises:
            Misconfigured: it cannot be asked as it is set up.
        """
        resolved = self._configuration.in_folder(prompt.folder)
        if resolved not in self._known:
            self._known[resolved] = engine(self._name, resolved, os.environ)
        return self._known[resolved]

    async def aclose(self) -> None:
        """Let go of all connections."""
        for each in self._known.values():
            await each.aclose()


async def _result(task: "asyncio.Task[Outcome | Stopped]") -> Outcome:
    """The outcome of one prompt.

    Raises:
        Stopped: see `worked`.
    """
    outcome = await task
    if isinstance(outcome, Stopped):
        raise outcome
    return outcome


async def _outcome(
    opening: Opening, engines: _Engines, asked: Asked
) -> Outcome | Stopped:
    """What becomes of a prompt; never raising, for several tasks may fail alike."""
    if not isinstance(opening, Opened):
        return opening
    try:
        return await _worked(opening, engines, asked)
    except _LASTING as error:
        return Stopped(str(error))
    except PromptToolsError as error:
        return Trouble(str(error), opening.names[0])
    except Exception as error:  # noqa: BLE001 - one file must not cost the others
        return crashed(opening.names[0], error)


async def _worked(prompt: Opened, engines: _Engines, asked: Asked) -> Worked | Passed:
    """What becomes of a prompt.

    Raises:
        PromptToolsError: it cannot be done.
    """
    if asked.tool == "generate" and not _is_meant(prompt, asked):
        return Passed(prompt.names[0], "it describes no task")
    try:
        posed = question(asked.tool, prompt.document, prompt.settings, asked.wishes)
    except NotApplicable as error:
        if _is_named(prompt, asked):
            raise
        return Passed(prompt.names[0], str(error))
    answer = await answered(engines.of(prompt), posed.work.job)
    sidecar = sidecars(prompt.loaded.files[0].path)[0]
    made = revision(posed, answer, prompt.settings, sidecar=sidecar)
    return Worked(prompt, posed.work.job, answer, made)


def _is_meant(prompt: Opened, asked: Asked) -> bool:
    """Whether a prompt is to be written in the stead of a file's text.

    Of the files of a folder, only of those that look like descriptions.
    """
    described = any(map(is_description, prompt.document.prompts))
    return described or _is_named(prompt, asked)


def _is_named(prompt: Opened, asked: Asked) -> bool:
    """Whether a prompt was given by its name, and not found in a folder."""
    return prompt.piped or prompt.names[0] in asked.input.paths
