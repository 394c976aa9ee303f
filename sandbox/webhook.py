"""Delivery to a webhook: in order per sender and kind, repeated until a 2xx; a stuck update blocks its own queue."""

import asyncio
import time
from collections import deque
from dataclasses import dataclass, field
from typing import Protocol

import aiohttp

from sandbox.clock import Clock
from sandbox.faults import Faults
from sandbox.options import Options
from sandbox.updates import Entry, Updates

ANSWER_SECONDS = 60.0
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the header's name

Key = tuple[int, str]


@dataclass(slots=True)
class Webhook:
    """Where a bot wants its updates, and how the last failed delivery failed."""

    url: str
    secret: str = field(repr=False)
    max_connections: int = 40
    last_error_date: int | None = None
    last_error_message: str = ""


class Surroundings(Protocol):
    """What delivery needs of the local Telegram."""

    options: Options
    clock: Clock
    faults: Faults


class Delivery:
    """Brings one bot's updates to its webhook until closed."""

    def __init__(self, webhook: Webhook, updates: Updates, around: Surroundings) -> None:
        self.webhook = webhook
        self._updates = updates
        self._around = around
        self._queues: dict[Key, deque[Entry]] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._session = aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(limit=webhook.max_connections),
            timeout=aiohttp.ClientTimeout(total=ANSWER_SECONDS),
        )

    def start(self) -> None:
        """Takes over the queue, with all that waits in it."""
        self._updates.listener = self._accept
        self._updates.webhook_set = True
        self._updates.bell.ring()
        for entry in list(self._updates.pending.values()):
            self._accept(entry)

    async def close(self) -> None:
        """Stops; what is not confirmed keeps waiting in the queue."""
        self._updates.listener = None
        self._updates.webhook_set = False
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self._session.close()

    def _accept(self, entry: Entry) -> None:
        key = (entry.sender, entry.kind)
        queue = self._queues.get(key)
        if queue is not None:
            queue.append(entry)
            return
        self._queues[key] = deque([entry])
        task = asyncio.get_running_loop().create_task(self._drain(key))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _drain(self, key: Key) -> None:
        queue = self._queues[key]
        while queue:
            await self._deliver(queue[0])
            queue.popleft()
        del self._queues[key]

    async def _deliver(self, entry: Entry) -> None:
        wait = 0.0
        options = self._around.options
        while self._is_owed(entry):
            error, asked = await self._post(entry)
            if not error:
                self._updates.pending.pop(entry.id, None)
                return
            self.webhook.last_error_date = self._around.clock.unix()
            self.webhook.last_error_message = error
            await asyncio.sleep(max(wait, asked))
            wait = min(max(2 * wait, options.webhook_first_wait), options.webhook_longest_wait)

    def _is_owed(self, entry: Entry) -> bool:
        return entry.again or (entry.id in self._updates.pending and time.monotonic() < entry.expires_at)

    async def _post(self, entry: Entry) -> tuple[str, float]:
        """One try: what went wrong ("" for nothing) and the seconds the receiver asked to wait."""
        if self._around.faults.strike("webhook", entry.sender, time.monotonic()):
            return "Connection timed out", 0.0
        headers = {SECRET_HEADER: self.webhook.secret} if self.webhook.secret else {}
        try:
            async with self._session.post(
                self.webhook.url, json=entry.update, headers=headers, allow_redirects=False
            ) as response:
                return _verdict(response.status, response.headers.get("Retry-After", ""))
        except (aiohttp.ClientError, TimeoutError):
            return "Connection refused", 0.0


def _verdict(status: int, retry_after: str) -> tuple[str, float]:
    if 200 <= status < 300:
        return "", 0.0
    asked = float(retry_after) if retry_after.isdecimal() else 0.0
    return f"Wrong response from the webhook: {status}", min(asked, 3600.0)
