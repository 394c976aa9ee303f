"""The worker: hands kept updates to their handlers, chats side by side, each in order; none can block the rest."""

import asyncio
import json
from collections.abc import Awaitable, Callable, Iterable

import structlog
from telegram import Update
from telegram.ext import ContextTypes

from bot.backoff import Backoff
from bot.bell import Bell, Stop
from bot.meeting import Routing
from journeys.take import Attempt, Hands
from storage.faults import StorageUnavailable
from storage.inbox import Received

log = structlog.get_logger()
SWEEP = 1.0  # seconds between looks at the inbox when nobody rings
Turn = Callable[[Iterable[Attempt], Hands], Awaitable[list[Received]]]


class Worker:
    """Drains the inbox; several may run on one database."""

    def __init__(self, turn: Turn, handle: "Handler", stop: Stop, *, hands: int = 16, lease: float = 30.0) -> None:
        self.bell = Bell()
        self._turn = turn
        self._handle = handle
        self._stop = stop
        self._hands = hands
        self._lease = lease
        self._busy: set[asyncio.Task[None]] = set()
        self._done: list[Attempt] = []
        self._backoff = Backoff(first=0.2, cap=5.0)

    async def run(self) -> None:
        """Work until the program stops, then finish what is in hand."""
        while not self._stop.asked:
            await self._round()
        if self._busy:
            await asyncio.wait(self._busy)
        await self._next(0)

    async def _round(self) -> None:
        await self._next(self._hands - len(self._busy))
        await self.bell.heard(SWEEP)

    async def _next(self, free: int) -> None:
        done, self._done = self._done, []
        try:
            rows = await self._turn(done, Hands(free, self._lease))
        except Exception:  # a database that is gone comes back; what was done is settled then
            self._done += done
            log.exception("the inbox cannot be read")
            await self._stop.wait(self._backoff.next())
            return
        self._backoff.reset()
        for row in rows:
            task = asyncio.create_task(self._try(row), name=f"update {row.update_id}")
            self._busy.add(task)
            task.add_done_callback(self._ended)

    async def _try(self, row: Received) -> None:
        self._done.append(await self._handle(row))

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._busy.discard(task)  # before the ring: whoever wakes must see the free hand
        self.bell.ring()


class Handler:
    """Reads one update and runs the library's handlers on it."""

    def __init__(self, application: Routing, after: Callable[[], None]) -> None:
        self._application = application
        self._after = after
        self._failures: dict[int, BaseException] = {}
        application.add_error_handler(self._note)

    async def __call__(self, row: Received) -> Attempt:
        """Handle one update; never raises for what is wrong with it."""
        try:
            update = Update.de_json(json.loads(row.payload), self._application.bot)
        except Exception as error:
            log.exception("an update cannot be read and is set aside", update=row.update_id)
            return Attempt(row.update_id, row.attempts, type(error).__name__, hopeless=True)
        await self._process(row.update_id, update)
        self._after()
        return self._outcome(row)

    async def _process(self, number: int, update: Update) -> None:
        try:
            await self._application.process_update(update)
        except Exception as error:  # noqa: BLE001 -- logged with the outcome
            self._failures[number] = error

    def _outcome(self, row: Received) -> Attempt:
        error = self._failures.pop(row.update_id, None)
        if error is None:
            return Attempt(row.update_id, row.attempts)
        log.error("an update was not handled", update=row.update_id, attempt=row.attempts, exc_info=error)
        blameless = isinstance(error, StorageUnavailable)
        return Attempt(row.update_id, row.attempts, type(error).__name__, blameless=blameless)

    async def _note(self, update: object, context: ContextTypes.DEFAULT_TYPE) -> None:
        if isinstance(update, Update) and context.error is not None:
            self._failures[update.update_id] = context.error
