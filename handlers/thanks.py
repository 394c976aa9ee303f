"""Takes Telegram's progress mark off a pressed button, beside the work itself: a slow Telegram delays nobody."""

import asyncio
import contextlib
from collections.abc import Iterator
from dataclasses import dataclass, field

from telegram import CallbackQuery
from telegram.error import TelegramError

AT_ONCE = 16  # so that what is to be said always finds a free connection
PATIENCE = 5.0  # seconds for an answer; the mark goes by itself some time later
GRACE = 1.0  # seconds that the last ones get when the program stops
AT_ONCE_WITHIN = 1.0  # seconds after which a press is acknowledged without words, whatever the work is at


@dataclass(slots=True)
class Word:
    """What an acknowledgement says, mostly nothing; it is known when the work is done."""

    words: str = ""
    known: asyncio.Event = field(default_factory=asyncio.Event)


class Thanks:
    """The presses that are being acknowledged; close it before the connections to Telegram are closed."""

    def __init__(self) -> None:
        self._under_way: set[asyncio.Task[None]] = set()  # a task that nobody holds may be thrown away half-way
        self._room = asyncio.Semaphore(AT_ONCE)

    @contextlib.contextmanager
    def give(self, query: CallbackQuery) -> Iterator[Word]:
        """Acknowledge a press in the background, with the words that the work inside turns out to have for it."""
        word = Word()
        task = asyncio.create_task(self._acknowledge(query, word), name=f"press {query.id}")
        self._under_way.add(task)
        task.add_done_callback(self._under_way.discard)
        try:
            yield word
        finally:
            word.known.set()

    async def close(self, seconds: float = GRACE) -> None:
        """Finish what is under way, or leave it after so many seconds."""
        if not self._under_way:
            return
        _, late = await asyncio.wait(self._under_way, timeout=seconds)
        for task in late:
            task.cancel()
        await asyncio.gather(*late, return_exceptions=True)

    async def _acknowledge(self, query: CallbackQuery, word: Word) -> None:
        """An old query can no longer be answered; what was pressed counts all the same."""
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(word.known.wait(), AT_ONCE_WITHIN)
        async with self._room:
            with contextlib.suppress(TelegramError):
                await query.answer(word.words or None, read_timeout=PATIENCE)
