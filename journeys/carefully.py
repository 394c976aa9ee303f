"""One leader's trouble is nobody else's: a batch that fails is done again one by one, and what fails is put off."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Generic, TypeVar

from journeys import acting
from journeys.ports import World
from storage.faults import StorageUnavailable
from storage.session import Session

Due = TypeVar("Due")
PUT_OFF = timedelta(hours=1)  # until what went wrong is tried again


@dataclass(frozen=True, slots=True)
class Work(Generic[Due]):
    """A kind of thing that is due: how it is claimed, done (True: somebody was erased) and put off."""

    claim: Callable[[Session, datetime, int], Awaitable[list[Due]]]
    do: Callable[[World, Session, Due], Awaitable[bool]]
    put_off: Callable[[Session, Due, datetime], Awaitable[None]]


async def batch(world: World, work: Work[Due], limit: int, trouble: list[Exception]) -> int:
    """Do one batch; the number claimed. What went wrong with single ones is added to `trouble`."""
    try:
        return await _together(world, work, limit)
    except StorageUnavailable:
        raise
    except Exception:  # noqa: BLE001  (told one by one)
        for number in range(limit):
            if not await _single(world, work, trouble):
                return number
        return limit


async def _together(world: World, work: Work[Due], limit: int) -> int:
    async with world.store.transaction() as session:
        claimed = await work.claim(session, world.clock.now(), limit)
        erased = [await work.do(world, session, due) for due in claimed]
    if any(erased):
        await acting.leave_no_trace(world)
    return len(claimed)


async def _single(world: World, work: Work[Due], trouble: list[Exception]) -> bool:
    """The one that is due longest, in a transaction of its own; False when there is none."""
    now = world.clock.now()
    claimed: list[Due] = []

    async def noted(session: Session, at: datetime, limit: int) -> list[Due]:
        claimed.extend(await work.claim(session, at, limit))
        return claimed

    try:
        await _together(world, Work(noted, work.do, work.put_off), 1)
    except StorageUnavailable:
        raise
    except Exception as error:  # noqa: BLE001  (raised by the tick, when all others are done)
        trouble.append(error)
        if not claimed:  # the claiming itself failed
            return False
        async with world.store.transaction() as session:
            await work.put_off(session, claimed[0], now + PUT_OFF)
    return bool(claimed)
