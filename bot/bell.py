"""Waiting in a way that can be cut short: by a ring, or because the program stops."""

import asyncio
from collections.abc import Coroutine
from contextlib import suppress
from typing import Any, TypeVar

T = TypeVar("T")


class Bell:
    """Wakes one waiting lane; a ring while nobody waits is kept until somebody does."""

    def __init__(self) -> None:
        self._rung = asyncio.Event()

    def ring(self) -> None:
        """Wake the lane."""
        self._rung.set()

    async def heard(self, seconds: float) -> None:
        """Wait for a ring, but no longer than `seconds`."""
        with suppress(TimeoutError):
            await asyncio.wait_for(self._rung.wait(), max(seconds, 0.0))
        self._rung.clear()


class Stop:
    """Says that the program is stopping, and ends waits that would outlive it."""

    def __init__(self) -> None:
        self._asked = asyncio.Event()

    @property
    def asked(self) -> bool:
        """Whether the program is stopping."""
        return self._asked.is_set()

    def ask(self) -> None:
        """Stop as soon as the work at hand is done."""
        self._asked.set()

    async def wait(self, seconds: float | None = None) -> None:
        """Wait until asked, or for so many seconds."""
        with suppress(TimeoutError):
            await asyncio.wait_for(self._asked.wait(), seconds)

    async def unless(self, work: Coroutine[Any, Any, T]) -> T | None:
        """Do the work, or drop it and give None once the program stops; for work that may be dropped only."""
        task = asyncio.ensure_future(work)
        asked = asyncio.ensure_future(self._asked.wait())
        try:
            await asyncio.wait({task, asked}, return_when=asyncio.FIRST_COMPLETED)
            return task.result() if task.done() else None
        finally:
            for each in (task, asked):
                each.cancel()
            await asyncio.gather(task, asked, return_exceptions=True)
