"""What the user is told beside diagnostics: each thing once, and calmly."""

import logging
from collections.abc import Iterable

from lsprotocol import types

from prompt_lsp.analysis.engine import RuleCrashed
from prompt_lsp.config import SettingProblem
from prompt_lsp.lsp.protocol import PromptProtocol
from prompt_lsp.workspace.trouble import Unreadable

_LOG = logging.getLogger(__name__)


class Messages:
    """The log of the client, and the few boxes that pop up in it."""

    def __init__(self, protocol: PromptProtocol) -> None:
        self._protocol = protocol
        self._crashes: set[RuleCrashed] = set()
        self._problems: set[SettingProblem] = set()
        self._troubles: dict[str, str] = {}

    def crashed(self, crashes: Iterable[RuleCrashed]) -> None:
        """Tell of rules that crashed: our bug, never the user's finding."""
        for crash in crashes:
            if crash not in self._crashes:
                self._crashes.add(crash)
                self._protocol.report(
                    f"rule {crash.code} crashed ({crash.error}); please report it"
                )

    def troubled(self, troubles: Iterable[Unreadable]) -> None:
        """Tell of files that cannot be read, of each until it changes."""
        for trouble in troubles:
            if self._troubles.get(trouble.path) != trouble.reason:
                self._troubles[trouble.path] = trouble.reason
                self.warn(str(trouble))

    def misconfigured(self, problems: Iterable[SettingProblem]) -> None:
        """Tell what is wrong in the configuration.

        Of a file that cannot be used at all a box tells too: it does nothing, and its
        author believes that it does.
        """
        for problem in problems:
            if problem not in self._problems:
                self._problems.add(problem)
                self.warn(str(problem))
                if problem.whole_file:
                    self._show(str(problem))

    def changed(self, path: str) -> None:
        """Heed that a file was written: what is wrong with it now is news."""
        self._problems = {each for each in self._problems if each.where.file != path}
        self._troubles.pop(path, None)

    def warn(self, message: str) -> None:
        """Write a warning into the client's log and ours."""
        _LOG.warning("%s", message)
        self._protocol.notify(
            types.WINDOW_LOG_MESSAGE,
            {"type": types.MessageType.Warning.value, "message": message},
        )

    def tell(self, message: str) -> None:
        """Show the user what has come of something that they asked for."""
        self._show(message, types.MessageType.Info)

    def note(self, message: str) -> None:
        """Write into the client's log what need not be shown."""
        self._protocol.notify(
            types.WINDOW_LOG_MESSAGE,
            {"type": types.MessageType.Info.value, "message": message},
        )

    def _show(
        self, message: str, kind: types.MessageType = types.MessageType.Warning
    ) -> None:
        self._protocol.notify(
            types.WINDOW_SHOW_MESSAGE, {"type": kind.value, "message": message}
        )
