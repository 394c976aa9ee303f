"""The first of the month at scale: look backs that are due are made side by side, each away from the event loop.

A look back is due as long as its errand waits, and the errand is done in the transaction that keeps and says the look
back: after a kill at any moment none is lost, and none is there twice.
"""

import asyncio
from dataclasses import dataclass
from functools import partial
from random import sample
from typing import Final

from dialogues.people import Id
from journeys import carefully, drafts, errands
from journeys.errands import LOOK_BACKS
from journeys.ports import World
from storage import errands as planned
from storage.faults import StorageUnavailable

AT_ONCE: Final = 32  # look backs of one round
AHEAD: Final = 8 * AT_ONCE  # so many are looked at to choose from: workers on one database seldom choose the same
HANDS: Final = 2  # look backs in hand at once, which bounds the memory and what a chat may have to wait for


@dataclass(frozen=True, slots=True)
class Round:
    """What one round did: how many were made (or turned out to be made already), what went wrong, how many are left."""

    made: int
    left: int
    trouble: tuple[Exception, ...] = ()


@dataclass(frozen=True, slots=True)
class Failed:
    """It went wrong, and was put off."""

    error: Exception


async def a_round(world: World) -> Round:
    """Make some of the look backs that are due; what fails is put off. Raises StorageUnavailable."""
    now = world.clock.now()
    async with world.store.transaction() as session:
        due = await planned.due(session, now, LOOK_BACKS, AHEAD)
        count = await planned.count_due(session, now, LOOK_BACKS) if due else 0
    chosen = sample(due, min(AT_ONCE, len(due)))
    hands = asyncio.Semaphore(HANDS)
    outcomes = await asyncio.gather(*(_one(world, errand, hands) for errand in chosen), return_exceptions=True)
    for outcome in outcomes:
        if isinstance(outcome, BaseException):
            raise outcome
    trouble = tuple(outcome for outcome in outcomes if isinstance(outcome, Failed))
    return Round(len(chosen) - len(trouble), count - len(chosen), tuple(each.error for each in trouble))


async def run(world: World) -> int:
    """Make all that is due; how many there were. Raises at the end what went wrong with single ones."""
    made, trouble = 0, list[Exception]()
    while (done := await a_round(world)).made or done.trouble:
        made += done.made
        trouble += done.trouble
    if trouble:
        raise ExceptionGroup("Look backs could not be made and were put off.", trouble)
    return made


async def waiting(world: World) -> int:
    """How many look backs are due and not made yet."""
    async with world.store.transaction() as session:
        return await planned.count_due(session, world.clock.now(), LOOK_BACKS)


async def _one(world: World, errand: Id, hands: asyncio.Semaphore) -> Failed | None:
    """One look back, read and kept in transactions of its own."""
    async with hands:
        try:
            await drafts.through(world, partial(_kept, errand=errand))
        except StorageUnavailable:
            raise
        except Exception as error:  # noqa: BLE001  (told by the caller, when all others are done)
            async with world.store.transaction() as session:
                await planned.put_off(session, errand, world.clock.now() + carefully.PUT_OFF)
            return Failed(error)
        return None


async def _kept(world: World, errand: Id) -> None:
    async with world.store.transaction() as session:
        claimed = await planned.claim(session, errand, world.clock.now())
        if claimed is not None:  # nobody else did it, and it was not cancelled
            await errands.do(world, session, claimed)
