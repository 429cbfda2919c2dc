"""Signals that come while files are written."""

import os
import signal

import pytest

from prompt_lsp.cli.held_back import held_back


def test_an_interrupt_waits_for_the_end_of_the_block() -> None:
    before = signal.getsignal(signal.SIGINT)
    steps = []

    def work() -> None:
        with held_back():
            os.kill(os.getpid(), signal.SIGINT)
            steps.append("done")
        steps.append("on")

    with pytest.raises(KeyboardInterrupt):
        work()
    assert steps == ["done"]
    assert signal.getsignal(signal.SIGINT) is before


def test_an_interrupt_comes_after_a_failure_too() -> None:
    def work() -> None:
        with held_back():
            os.kill(os.getpid(), signal.SIGINT)
            raise ValueError

    with pytest.raises(KeyboardInterrupt):
        work()


def test_without_a_signal_nothing_is_changed() -> None:
    before = [signal.getsignal(each) for each in (signal.SIGINT, signal.SIGTERM)]
    with held_back():
        pass
    assert before == [
        signal.getsignal(each) for each in (signal.SIGINT, signal.SIGTERM)
    ]
