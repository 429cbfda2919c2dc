"""One edit of a document after the other."""

import asyncio

import pytest

from prompt_lsp.lsp import turns
from prompt_lsp.lsp.turns import Turns


async def _take(taken: Turns, key: str, order: list[str], name: str) -> None:
    async with taken.turn(key):
        order.append(f"{name} begins")
        await asyncio.sleep(0)
        order.append(f"{name} ends")


async def test_one_after_the_other() -> None:
    taken, order = Turns(), list[str]()
    await asyncio.gather(*(_take(taken, "a", order, name) for name in "123"))
    assert order == [f"{name} {what}" for name in "123" for what in ("begins", "ends")]


async def test_other_documents_do_not_wait() -> None:
    taken, order = Turns(), list[str]()
    await asyncio.gather(*(_take(taken, name, order, name) for name in "12"))
    assert order == ["1 begins", "2 begins", "1 ends", "2 ends"]


async def test_a_change_on_its_way_is_waited_for() -> None:
    taken, order = Turns(), list[str]()
    async with taken.turn("a") as turn:
        taken.comes("a", turn)
    other = asyncio.create_task(_take(taken, "a", order, "2"))
    for _ in range(5):
        await asyncio.sleep(0)
    assert order == []
    taken.changed("a")
    await other
    assert order == ["2 begins", "2 ends"]


async def test_nobody_waits_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turns, "_PATIENCE", 0.01)
    taken, order = Turns(), list[str]()
    async with taken.turn("a"):
        await _take(taken, "a", order, "2")
    assert order == ["2 begins", "2 ends"]
