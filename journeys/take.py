"""Taking in what Telegram brings: kept before it is confirmed, handed out in order, retried, and set aside at last."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from journeys.console import ending, objecting
from journeys.ports import World
from storage import budget, inbox, outbox
from storage.inbox import Received
from storage.session import Session

TRIES = 6  # times that an update may fail before it is set aside; about half a minute in all
CRASHES = 20  # times that it may be handed out at all: whoever takes the program down with it ends here
LONGEST_WAIT = 60.0  # seconds between two tries
WHOLE = 2**63  # databases hold numbers below this


@dataclass(frozen=True, slots=True)
class Hands:
    """How many updates a worker takes at most, and for how many seconds they are its own."""

    free: int
    lease: float = 30.0


@dataclass(frozen=True, slots=True)
class Attempt:
    """One try at an update; `why` is the class name of what went wrong ("" when nothing seemed to).

    `blameless`: it was not the update's fault (the database was gone), so it is never set aside for this.
    """

    update_id: int
    attempts: int
    why: str = ""
    blameless: bool = False
    hopeless: bool = False  # it cannot even be read: no further tries


async def take(world: World, updates: Sequence[Mapping[str, Any]]) -> int:
    """Keep updates (each with a whole `update_id`), all or none, each once; gives how many were new.

    Only when this returns may Telegram be told. Raises StorageUnavailable.
    """
    rows = [(update["update_id"], chat_of(update), json.dumps(update).encode()) for update in updates]
    async with world.store.transaction() as session:
        return await inbox.store(session, rows, world.clock.wall())


async def next_turn(world: World, done: Iterable[Attempt], hands: Hands) -> list[Received]:
    """Settle what has been tried and take the next updates, at most one per chat, in one transaction.

    Whoever handled an update has marked it so in the transaction of its effects; an attempt that left no such mark
    comes back later, or is set aside. Raises StorageUnavailable; then nothing was settled.
    """
    async with world.store.transaction() as session:
        for attempt in done:
            await _settle(world, session, attempt)
        if hands.free <= 0:
            return []
        found = await inbox.claim(session, world.clock.wall(), hands.lease, hands.free)
        worn = [row for row in found if row.attempts > CRASHES]
        for row in worn:
            await inbox.park(session, row.update_id, "taken too often", world.clock.wall())
        return [row for row in found if row not in worn]


async def _settle(world: World, session: Session, attempt: Attempt) -> None:
    now = world.clock.wall()
    why = attempt.why or "left unhandled"
    if attempt.hopeless or (attempt.attempts >= TRIES and not attempt.blameless):
        await inbox.park(session, attempt.update_id, why, now)  # does nothing to one that is marked as handled
    else:
        retry_at = now + timedelta(seconds=wait_before(attempt.attempts))
        await inbox.failed(session, attempt.update_id, why, retry_at, now)  # nor does this


async def purge(world: World) -> int:
    """Forget what was handled, set aside or sent long enough ago, and leave nothing of it readable; gives how many."""
    wall = world.clock.wall()
    async with world.store.transaction() as session:
        forgotten = await inbox.purge(session, wall) + await outbox.purge(session, wall)
        now = world.clock.now()
        forgotten += await budget.purge(session, wall) + await ending.forget(session, now)
        forgotten += await objecting.forget(session, now)
    await world.store.scrub()
    return forgotten


async def pending(world: World) -> int:
    """Count what was received and not yet handled, and what is to be said and not yet settled."""
    async with world.store.transaction() as session:
        return await inbox.waiting(session) + await outbox.waiting(session)


def wait_before(attempts: int) -> float:
    """Seconds until the next try after so many: 1, 2, 4 … up to a minute."""
    return float(min(LONGEST_WAIT, 2.0 ** (attempts - 1)))


def chat_of(update: Mapping[str, Any]) -> int | None:
    """Find the chat that an update belongs to, whatever its kind; None when it does not say."""
    for part in update.values():
        match part:
            case {"chat": {"id": int(chat)}}:
                return _whole(chat)
            case {"message": {"chat": {"id": int(chat)}}}:
                return _whole(chat)
            case {"from": {"id": int(chat)}}:  # in private the chat has its user's number
                return _whole(chat)
    return None


def _whole(number: int) -> int | None:
    return number if -WHOLE < number < WHOLE and not isinstance(number, bool) else None
