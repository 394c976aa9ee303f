"""The bot's part: how an order about a group as a whole is carried out, for everybody in it, in one transaction."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from dialogues.asking import moments, rhythm
from dialogues.asking.rhythm import rest_of
from dialogues.people import CLOSED, Cohort, Enrolment, Id, Leader
from journeys.console import (
    announcing,
    beginning,
    changing,
    ending,
    following,
    mirroring,
    notifying,
    posting,
    resting,
)
from journeys.console.releases import POST
from journeys.ports import World
from storage import cohorts, enrolments, errands, leaders, notices, orders, taking_part
from storage.faults import NotFound
from storage.orders import Order
from storage.session import Session

SOON = timedelta(minutes=5)
Carry = Callable[[World, Session, Order, Cohort], Awaitable[None]]


def _on(carry: Carry) -> Callable[[World, Session, Order], Awaitable[None]]:
    """For a group that is still there: an order about one that was deleted meanwhile is void."""

    async def carried(world: World, session: Session, order: Order) -> None:
        try:
            cohort = await cohorts.get(session, order.cohort, held=True)
        except NotFound:
            return
        await carry(world, session, order, cohort)

    return carried


async def _pause(world: World, session: Session, _order: Order, cohort: Cohort) -> None:
    """Whoever is not away by themselves keeps their place until after the pause, and hears of it."""
    now = world.clock.now()
    rest = rest_of(cohort, now)
    if rest is None:  # it was taken back before it began
        return
    await _moved(world, session, cohort, rest, since=now)
    for enrolment in await enrolments.of_cohort(session, cohort.id):
        await resting.put_off(session, await leaders.get(session, enrolment.leader), enrolment.id, rest)
        await errands.plan(session, enrolment.leader, "group_paused", f"group_paused:{cohort.id}", now, cohort.id)


async def _go_on(world: World, session: Session, order: Order, cohort: Cohort) -> None:
    """Whoever waits for the end of the pause goes on now, and hears of it."""
    if cohort.state == "open":
        now, until = world.clock.now(), datetime.fromtimestamp(order.data["until"], UTC)
        await _moved(world, session, cohort, now, since=until)
        for enrolment in await enrolments.of_cohort(session, cohort.id):
            leader = await leaders.get(session, enrolment.leader)
            await resting.brought_back(session, leader, enrolment.id, until, now)
            await _told_on(session, leader.id, cohort.id, now)


async def _told_on(session: Session, leader: Id, cohort: Id, now: datetime) -> None:
    """They hear that it goes on; who had yet to hear that it rests hears neither."""
    if cohort in await errands.waiting(session, leader, "group_paused"):
        await errands.cancel(session, leader, "group_paused", cohort)
    else:
        await errands.plan(session, leader, "group_onward", f"group_onward:{cohort}", now, cohort)


async def _moved(world: World, session: Session, cohort: Cohort, after: datetime, *, since: datetime) -> None:
    """The next moment of everybody who has one from `since` on comes after this one; nobody's own pause changes."""
    for enrolment in await enrolments.of_cohort(session, cohort.id):
        leader = await leaders.get(session, enrolment.leader)
        stands = leader.state == "active" and enrolment.programme in world.library.programmes
        if stands and enrolment.next_due_at is not None and enrolment.next_due_at >= since:
            await enrolments.keep(session, following.onward(world, cohort, (enrolment, leader), after))


async def _close(world: World, session: Session, _order: Order, cohort: Cohort) -> None:
    await ending.close(world, session, cohort)


async def _delete(world: World, session: Session, order: Order, cohort: Cohort) -> None:
    """Once everybody in it heard that it is closed, which may be in the morning: it has its name until then."""
    if cohort.state in CLOSED:  # the console closed it when it ordered this
        await ending.close(world, session, cohort)
        if await errands.wait_for(session, "group_closed", cohort.id):
            now = world.clock.now()
            await orders.put(session, cohort.id, order.kind, order.data, order.made_by, now, now + SOON)
        else:
            await cohorts.erase(session, cohort.id)


async def _change(world: World, session: Session, order: Order, cohort: Cohort) -> None:
    """Whoever follows the days of the group goes along with it; a new programme begins for everybody in the old one."""
    was = changing.as_it_was(cohort, order.data)
    known = (was.programme, cohort.programme)
    for enrolment in await enrolments.of_cohort(session, cohort.id):
        if enrolment.programme not in known or cohort.programme not in world.library.programmes:
            continue
        before = await leaders.get(session, enrolment.leader)
        leader = following.along(before, rhythm.of_group(was), rhythm.of_group(cohort))
        await leaders.keep(session, leader)
        moved = following.moved(world, cohort, enrolment, (before, leader))
        if moved == enrolment and leader == before:
            continue
        await enrolments.follow(session, enrolment, moved, world.clock.now())
        about = f"group_changed:{cohort.id}"
        await errands.plan(session, leader.id, "group_changed", about, world.clock.now(), cohort.id)


async def _start(world: World, session: Session, _order: Order, cohort: Cohort) -> None:
    """Whoever was asked nothing yet begins with the group, and hears of it where that is another moment for them.

    Who stopped before it began finds that moment as well when they come back.
    """
    since = rest_of(cohort, world.clock.now()) or world.clock.now()
    for enrolment in await enrolments.unbegun(session, cohort.id):
        if enrolment.programme not in world.library.programmes:
            continue
        leader = await leaders.get(session, enrolment.leader)
        moved = following.onward(world, cohort, (enrolment, leader), since)
        follows = enrolment.state == "active" and leader.state == "active"  # who is away has it planned on coming back
        moved = moved if follows else replace(moved, next_due_at=None)
        if moved == enrolment:
            continue
        await enrolments.keep(session, moved)
        if follows:
            await _told_start(session, leader, (enrolment, moved), world.clock.now())


async def _told_start(session: Session, leader: Leader, places: tuple[Enrolment, Enrolment], now: datetime) -> None:
    """They hear when it begins for them, after quiet hours; unless it is by then what they knew, as its key holds."""
    cohort = places[0].cohort or 0
    was, becomes = (f"group_start:{cohort}:{_stamp(one.next_due_at)}" for one in places)
    waits = await errands.key_of(session, leader.id, "group_start", cohort)
    if waits is None:
        at = moments.next_free(now, leader.rhythm) if moments.is_quiet(now, leader.rhythm) else now
        await errands.plan(session, leader.id, "group_start", was, at, cohort)
    elif waits == becomes:
        await errands.cancel(session, leader.id, "group_start", cohort)


def _stamp(at: datetime | None) -> int:
    return round(at.timestamp()) if at else 0


async def _notice(world: World, session: Session, order: Order, cohort: Cohort) -> None:
    """Everybody in the group is told, once each, however often this is tried."""
    number, now = int(order.data["notice"]), world.clock.now()
    if not await notices.sent(session, number, now):
        return
    for leader in await taking_part.present(session, cohort.id):
        await errands.plan(session, leader, "notice", f"notice:{number}", now, number)


KINDS: Mapping[str, Callable[[World, Session, Order], Awaitable[None]]] = {
    "pause": _on(_pause),
    "go on": _on(_go_on),
    "close": _on(_close),
    "delete": _on(_delete),
    changing.ORDER: _on(_change),
    beginning.ORDER: _on(_start),
    notifying.ORDER: _on(_notice),
    POST: _on(posting.post),
    mirroring.ORDER: _on(mirroring.carry),
    announcing.ORDER: _on(announcing.tell),
}
