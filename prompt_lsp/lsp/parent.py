"""Whether the process that started us still lives.

Stock pygls does not look. The end of its input tells a server on pipes, but not one
on a socket, nor one whose pipes another process has inherited.
"""

import os
import sys
import threading
from collections.abc import Callable
from time import sleep


def watch(process_id: int | None, period: float, gone: Callable[[], None]) -> None:
    """Call `gone`, on a thread of its own, once the process is no more.

    A process that cannot be seen from here, such as one outside our container, is
    not watched.
    """
    if process_id is None or process_id <= 0:
        return
    lives = _observed(process_id)
    if lives():
        threading.Thread(
            target=_look,
            args=(lives, period, gone),
            name="prompt-lsp-parent",
            daemon=True,
        ).start()


def _look(lives: Callable[[], bool], period: float, gone: Callable[[], None]) -> None:
    while lives():
        sleep(period)
    gone()


if sys.platform == "win32":
    import ctypes

    _SYNCHRONIZE = 0x00100000
    _WAIT_TIMEOUT = 0x00000102

    def _observed(process_id: int) -> Callable[[], bool]:
        # A handle, since a number is soon another's; `os.kill(pid, 0)` would kill.
        kernel = ctypes.WinDLL("kernel32")
        handle = kernel.OpenProcess(_SYNCHRONIZE, 0, process_id)
        return lambda: bool(
            handle and kernel.WaitForSingleObject(handle, 0) == _WAIT_TIMEOUT
        )

else:

    def _observed(process_id: int) -> Callable[[], bool]:
        # An orphan gets another parent, even while its old one is a zombie.
        is_parent = os.getppid() == process_id
        return lambda: (
            _exists(process_id) and (not is_parent or os.getppid() == process_id)
        )

    def _exists(process_id: int) -> bool:
        try:
            os.kill(process_id, 0)
        except ProcessLookupError:
            return False
        except OSError:  # it is another user's
            return True
        return True
