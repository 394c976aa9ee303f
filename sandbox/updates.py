"""The updates waiting for one bot: kept until confirmed, one poller at a time, long polls that really wait."""

import math
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Any

from sandbox.bell import Bell
from sandbox.errors import conflict
from sandbox.schema import TABLES

Json = dict[str, Any]

KEPT = 24 * 3600.0  # seconds Telegram keeps an update that nobody fetches
KINDS = frozenset(TABLES["types"]["Update"]) - {"update_id"}
UNASKED = frozenset({"chat_member", "message_reaction", "message_reaction_count"})  # only when asked for
OTHER_POLLER = "terminated by other getUpdates request; make sure that only one bot instance is running"
WEBHOOK_SET = "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"


@dataclass(slots=True)
class Entry:
    """One waiting update; `sender` and `kind` decide which order it must keep on a webhook."""

    update: Json = field(repr=False)
    kind: str
    sender: int
    expires_at: float
    again: bool = False  # a repeated delivery, owed even when the first was confirmed

    @property
    def id(self) -> int:
        """The update_id."""
        return int(self.update["update_id"])


class Updates:
    """One bot's queue."""

    def __init__(self, first_id: int) -> None:
        self._next_id = first_id
        self._poller = 0
        self._again: list[Json] = []
        self._next_expiry = math.inf
        self.pending: dict[int, Entry] = {}
        self.recent: deque[Entry] = deque(maxlen=1000)
        self.allowed = KINDS - UNASKED
        self.bell = Bell()
        self.webhook_set = False
        self.listener: Callable[[Entry], None] | None = None  # the webhook, when one is set

    def allow(self, kinds: list[str] | None) -> None:
        """Sets the kinds to be kept from now on; an empty list is the default set, None changes nothing."""
        if kinds is not None:
            self.allowed = (frozenset(kinds) & KINDS) or (KINDS - UNASKED)

    def push(self, kind: str, body: Json, sender: int, kept: float = KEPT) -> Entry | None:
        """Queues an update of a kind the bot wants; None when it wants no such thing. Unknown kinds always pass."""
        if kind in KINDS and kind not in self.allowed:
            return None
        entry = Entry({"update_id": self._next_id, kind: body}, kind, sender, time.monotonic() + kept)
        self._next_id += 1
        self._next_expiry = min(self._next_expiry, entry.expires_at)
        self.pending[entry.id] = entry
        self.recent.append(entry)
        self._announce(entry)
        return entry

    def repeat(self, entry: Entry) -> None:
        """Delivers an update once more under its own id; to a poller only after it confirmed the first."""
        if self.listener is None:
            self._again.append(entry.update)
        self._announce(replace(entry, again=True))

    def _announce(self, entry: Entry) -> None:
        if self.listener is not None:
            self.listener(entry)
        self.bell.ring()

    def confirm(self, offset: int) -> None:
        """Forgets all before `offset`; a negative offset keeps only that many from the end."""
        if offset < 0:
            offset = ([*self.pending][offset:] or [0])[0]
        for update_id in [*self.pending]:
            if update_id >= offset:
                break
            del self.pending[update_id]

    def drop(self) -> None:
        """Forgets everything."""
        self.pending.clear()
        self._again.clear()

    def expire(self) -> None:
        """Forgets what was kept long enough (presses live shorter than messages)."""
        now = time.monotonic()
        if now < self._next_expiry:
            return
        self.pending = {key: entry for key, entry in self.pending.items() if entry.expires_at > now}
        self._next_expiry = min((entry.expires_at for entry in self.pending.values()), default=math.inf)

    def _take(self, limit: int) -> list[Json]:
        self.expire()
        again = [update for update in self._again if update["update_id"] not in self.pending][:limit]
        self._again = [update for update in self._again if update not in again]
        return again + [entry.update for entry in islice(self.pending.values(), limit - len(again))]

    async def fetch(self, offset: int, limit: int, timeout: float) -> list[Json]:  # noqa: ASYNC109 - the API's own word
        """Confirms by `offset`, then waits up to `timeout` seconds for updates; raises BotError 409."""
        self._poller += 1
        mine = self._poller
        self.bell.ring()  # sends an older poller home
        self.confirm(offset)
        deadline = time.monotonic() + timeout
        while True:
            if self.webhook_set:
                raise conflict(WEBHOOK_SET)
            if mine != self._poller:
                raise conflict(OTHER_POLLER)
            found = self._take(limit)
            left = deadline - time.monotonic()
            if found or left <= 0:
                return found
            await self.bell.wait(left)
