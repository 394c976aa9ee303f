"""Delivery: claim one message, mark that it is about to be sent, send, settle. At most one is in flight per lane.

What is to be drawn is drawn before that mark: whoever is killed at it has surely not sent anything.
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from journeys import material
from journeys.console import posting
from journeys.ports import Delivery, Gone, Later, Messenger, Moved, Outcome, Refused, Sent, Unknown, World
from storage import budget, group_links, leaders, outbox
from storage.faults import StorageUnavailable
from storage.outbox import Parcel
from storage.session import Session

NO_PICTURE = Refused("there is no picture")  # the letter says the same in words
NO_RIGHTS = "not enough rights"  # to write in a group: what Telegram says, as `bot.verdict` keeps it
DRAWN = (*material.PAPER, "lookback_picture")
LEASE = 60  # machine seconds; longer than the slowest upload


@dataclass(frozen=True, slots=True)
class Delivered:
    """One message was dealt with."""

    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Idle:
    """Nothing can be sent now; look again at `until` (machine time), or when woken."""

    until: datetime | None


Ready = tuple[Parcel, Delivery]


class _NotLoadedError(Exception):
    """What a message says cannot be brought together: undoes the claim, so that it can be refused."""

    def __init__(self, parcel: Parcel, why: str) -> None:
        super().__init__(why)
        self.parcel, self.why = parcel, why


async def deliver_next(world: World, messenger: Messenger) -> Delivered | Idle:
    """Send one message, if any is ready."""
    try:
        ready: Ready | Delivered | Idle = await _next(world)
        if isinstance(ready, tuple) and ready[1].screen.name in DRAWN:
            ready = await _with_drawing(world, *ready)
    except _NotLoadedError as broken:  # whatever is wrong with one message, the others must go out
        return await _settled(world, broken.parcel, Refused(broken.why))
    if not isinstance(ready, tuple):
        return ready
    parcel, delivery = ready
    return await _settled(world, parcel, await messenger.deliver(delivery))


async def _next(world: World) -> Ready | Idle:
    """Claim a message within the budgets, load what it says, and commit the intent to send it unless it is drawn."""
    wall = world.clock.wall()
    async with world.store.transaction() as session:
        await outbox.expire(session, wall)
        claimed = await outbox.claim(session, wall, LEASE, 1)
        if not claimed:
            return Idle(await outbox.ready_at(session))
        parcel = claimed[0]
        wait = await budget.take(session, _scopes(world, parcel), wall)
        if wait is not None:
            await outbox.later(session, parcel.id, wait)
            return Idle(min(wait, wall + timedelta(milliseconds=50)))
        delivery = await _loaded(session, parcel)
        if delivery is None:
            await outbox.refused(session, parcel.id, "what it was about is gone")
            return Idle(wall)
        if delivery.screen.name not in DRAWN:
            await outbox.intend(session, parcel.id, wall, LEASE)
    return parcel, delivery


async def _stands(world: World, parcel: Parcel, delivery: Delivery) -> bool:
    """Commit the intent to send what was drawn, if it is still how things are; else it is drawn anew."""
    wall = world.clock.wall()
    async with world.store.transaction() as session:
        if await _loaded(session, parcel) == delivery:
            return await outbox.intend(session, parcel.id, wall, LEASE)
        await outbox.later(session, parcel.id, wall)
    return False


async def _loaded(session: Session, parcel: Parcel) -> Delivery | None:
    try:
        return await material.load(session, parcel)
    except StorageUnavailable:
        raise
    except Exception as error:
        raise _NotLoadedError(parcel, f"not loaded: {type(error).__name__}") from error


def _scopes(world: World, parcel: Parcel) -> tuple[tuple[str, float, int], ...]:
    """The budgets that a message counts for, shared by all workers."""
    pace = world.pace
    everyone = ("all", pace.everyone, pace.everyone_burst)
    return everyone, (f"chat:{parcel.chat}", pace.chat, pace.chat_burst)


async def _with_drawing(world: World, parcel: Parcel, delivery: Delivery) -> Ready | Delivered | Idle:
    """The message with its picture or PDF, and the intent to send it; nothing of it can be sent without a picture."""
    drawn = await _drawn(world, delivery)
    if drawn is None:
        return await _settled(world, parcel, NO_PICTURE)
    return (parcel, drawn) if await _stands(world, parcel, delivery) else Idle(world.clock.wall())


async def _drawn(world: World, delivery: Delivery) -> Delivery | None:
    """Pictures and PDFs are drawn outside the transaction, and away from the event loop; None without a picture."""
    studio, facts, language = world.studio, delivery.material.get("facts"), delivery.language
    if delivery.screen.name in material.PAPER:
        quotes = delivery.screen.name != "lookback_share"
        made = await studio.pdf(facts, language, quotes=quotes) if studio and facts else None
        return replace(delivery, material={**delivery.material, "file": made})
    bare = delivery.edits is not None  # what came before makes way, also when nothing is left to draw
    theme = delivery.material.get("theme", "light")
    photo = await studio.draw(facts, language, theme, bare=bare) if studio and facts else None
    return replace(delivery, material={**delivery.material, "photo": photo}) if photo else None


async def _settled(world: World, parcel: Parcel, outcome: Outcome) -> Delivered:
    await _settle(world, parcel, outcome)
    return Delivered(outcome)


async def _settle(world: World, parcel: Parcel, outcome: Outcome) -> None:
    """Write down what became of it."""
    wall = world.clock.wall()
    async with world.store.transaction() as session:
        match outcome:
            case Sent(message):
                await outbox.sent(session, parcel.id, message, wall)
            case Later(seconds, everyone):
                until = wall + timedelta(seconds=seconds)
                await budget.hold(session, "all" if everyone else f"chat:{parcel.chat}", until)
                await outbox.later(session, parcel.id, until)
            case Gone():
                await outbox.gone(session, parcel.id)
                await _gone(world, session, parcel)
            case Refused(why):
                await outbox.refused(session, parcel.id, why)
                if parcel.chat < 0 and NO_RIGHTS in why:
                    await posting.closed(world, session, parcel.chat)
            case Moved(chat):
                await group_links.moved(session, parcel.chat, chat)
                await outbox.later(session, parcel.id, wall)
            case Unknown() if parcel.kind in ("edit", "safety"):
                # an edit may safely be repeated, and a safety message must arrive
                await outbox.later(session, parcel.id, wall + timedelta(seconds=5))
            case Unknown():
                await outbox.unknown(session, parcel.id)


async def _gone(world: World, session: Session, parcel: Parcel) -> None:
    """Whoever blocked the bot gets nothing more, until they come back; a group that it was put out of, never."""
    if parcel.chat < 0:
        await posting.closed(world, session, parcel.chat)
    if parcel.leader is not None:
        leader = await leaders.by_chat(session, parcel.chat)
        if leader is not None:  # whoever erased everything meanwhile needs nothing more
            await leaders.gone(session, leader, world.clock.now())
            await outbox.drop_for(session, leader.id)
