"""The leaders' side of a linked Telegram group: each is told of it, and one tap ends it, without a trace of whose."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from dialogues.asking import moments
from dialogues.effects import Effect, Plan, Say
from dialogues.events import Event, Pressed
from dialogues.people import Id, Leader
from dialogues.scene import Scene
from journeys.console import linking
from journeys.ports import World
from storage import enrolments, group_links, outbox
from storage.group_links import ERRAND, GroupLink
from storage.session import Session

SCREEN = "group_link"  # what asks, and the group of its button
DAY, WEEK = timedelta(days=1), timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Linked:
    """A Telegram group that mirrors go to from a moment on, as far as may be seen."""

    id: Id
    title: str
    opens_at: datetime


async def due(world: World) -> int:
    """Whoever is in a group with a link and was not told yet, is told when they may be spoken to; how many."""
    now = world.clock.now()
    async with world.store.transaction() as session:
        found = await group_links.untold(session)
        for link, leader in found:
            await group_links.tell(session, link, leader, now)
    return len(found)


async def forget(session: Session, now: datetime) -> int:
    """An objection counts for a next link for a while, and is forgotten then; how many."""
    return await group_links.forget(session, now - linking.APART)


async def told(session: Session, number: Id, scene: Scene) -> tuple[Effect, ...]:
    """What one leader is told. Who is back before it opens hears it then; later, who pauses hears it in the pause.

    Whoever needs rest until it is too late counts as somebody who objects: nobody can tell the difference.
    """
    link, leader, now = await group_links.get(session, number), scene.leader, scene.now
    if link is None or not await _concerns(session, link, leader.id):
        return ()
    if leader.state in ("stopped", "gone"):
        return (Plan(ERRAND, now + WEEK, number),)
    back = max(leader.until or now + WEEK, now) + DAY
    opens = link.opens_at or now
    if leader.state in ("paused", "held") and (back < opens or opens <= now):
        return (Plan(ERRAND, moments.next_free(back, leader.rhythm), number),)
    if leader.state == "held":
        await group_links.object_to(session, link.id)
        return (Plan(ERRAND, moments.next_free(back, leader.rhythm), number),)
    return (Say(SCREEN, {"link": number}, number, weight="summary"),)  # so that what may be lost is said again


async def pressed(world: World, session: Session, leader: Leader | None, event: Event, key: str) -> bool:
    """The button under that message; False for anything else.

    The answer takes the message's place and belongs to nobody: once it arrived nothing is left of the press.
    """
    if leader is None or not isinstance(event, Pressed) or event.group != SCREEN:
        return False
    done = await object_to(session, leader.id, event.about)
    await outbox.put(
        session, key=f"{key}:1", chat=leader.chat, leader=None, kind="edit",
        screen_name="group_link_objected" if done else "group_link_over",
        args={"about": 0, "link": event.about, "language": leader.language}, edits=event.message,
        wall=world.clock.wall(),
    )  # fmt: skip
    return True


async def object_to(session: Session, leader: Id, number: Id) -> bool:
    """A leader would rather not; False when there is nothing (any more) that they can object to."""
    link = await group_links.get(session, number)
    if link is None or not await _concerns(session, link, leader):
        return False
    await group_links.object_to(session, link.id)
    return True


async def standing(session: Session, leader: Id, cohort: Id) -> Linked | None:
    """The link of a group that a leader may object to; it looks the same when somebody did."""
    for link in await group_links.of(session, cohort):
        if link.opens_at is not None and await _concerns(session, link, leader):
            return Linked(link.id, link.title, link.opens_at)
    return None


async def _concerns(session: Session, link: GroupLink, leader: Id) -> bool:
    """Is it linked and not over, and is the leader in its group?"""
    if link.opens_at is None or link.ended_at is not None:
        return False
    mine = await enrolments.of_leader(session, leader)
    return any(one.cohort == link.cohort and one.state != "left" for one in mine)
