"""Takes Telegram's progress mark off a pressed button, beside the work itself: a slow Telegram delays nobody."""

import asyncio
import contextlib

from telegram import CallbackQuery
from telegram.error import TelegramError

AT_ONCE = 16  # so that what is to be said always finds a free connection
PATIENCE = 5.0  # seconds for an answer; the mark goes by itself some time later
GRACE = 1.0  # seconds that the last ones get when the program stops


class Thanks:
    """The presses that are being acknowledged; close it before the connections to Telegram are closed."""

    def __init__(self) -> None:
        self._under_way: set[asyncio.Task[None]] = set()  # a task that nobody holds may be thrown away half-way
        self._room = asyncio.Semaphore(AT_ONCE)

    def give(self, query: CallbackQuery) -> None:
        """Acknowledge a press in the background."""
        task = asyncio.create_task(self._acknowledge(query), name=f"press {query.id}")
        self._under_way.add(task)
        task.add_done_callback(self._under_way.discard)

    async def close(self, seconds: float = GRACE) -> None:
        """Finish what is under way, or leave it after so many seconds."""
        if not self._under_way:
            return
        _, late = await asyncio.wait(self._under_way, timeout=seconds)
        for task in late:
            task.cancel()
        await asyncio.gather(*late, return_exceptions=True)

    async def _acknowledge(self, query: CallbackQuery) -> None:
        """An old query can no longer be answered; what was pressed counts all the same."""
        async with self._room:
            with contextlib.suppress(TelegramError):
                await query.answer(read_timeout=PATIENCE)
