"""A Telegram group for the mirror of a group: how it stands, offering a link to connect one, and ending that."""

import secrets
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal, cast

from dialogues.people import CLOSED, Cohort, Id
from journeys.console.access import group_for
from journeys.console.running import did, held
from journeys.console.who import Refused, Who
from journeys.permissions import Act
from journeys.ports import World
from journeys.tokens import digest
from storage import group_links, releases
from storage.group_links import GroupLink
from storage.session import Session
from summaries.cohort.facts import Release, from_json
from summaries.cohort.mirror import MEMBERS

LASTS = timedelta(days=1)  # that a link can be used
ASKING = timedelta(days=7)  # in which everybody may object before anything is posted
APART = timedelta(days=30)  # in which no more than two end: nobody is asked again and again
BYTES = 18  # 144 random bits
MARK = "g_"  # how the payload of such a link begins
ACT: Act = "publish mirror"

State = Literal["none", "offered", "asking", "open", "unlinked", "gone"]


@dataclass(frozen=True, slots=True)
class Standing:
    """How it stands as far as may be seen: in which group since or until when, and from when a next one is possible."""

    state: State = "none"
    title: str = ""
    at: datetime | None = None
    again: datetime | None = None


def standing_of(links: Sequence[GroupLink], now: datetime, wall: datetime) -> Standing:
    """How links stand (newest first): that somebody objected never shows, whoever looks and whenever."""
    for link in links:
        if link.opens_at is None:
            if link.expires_at > wall:
                return Standing("offered", at=link.expires_at)
            continue
        if link.ended_at is not None:
            ending: State = "unlinked" if link.ending == "unlinked" else "gone"
            return Standing(ending, link.title, link.ended_at, _again(links))
        return Standing("asking" if now < link.opens_at else "open", link.title, link.opens_at)
    return Standing()


def _again(links: Iterable[GroupLink]) -> datetime | None:
    """After one that ended the next is possible at once, after two only a while after the first of them."""
    ended = sorted(link.ended_at for link in links if link.ended_at is not None)
    return ended[-2] + APART if len(ended) > 1 else None


async def standing(world: World, who: Who, cohort: Id) -> Standing:
    """How it stands, for who may share a mirror."""
    async with world.store.transaction() as session:
        await group_for(session, who, cohort, ACT)
        return await _standing(world, session, cohort)


async def offer(world: World, who: Who, cohort: Id) -> str:
    """The payload of a link that this member may use once, in one Telegram group; an earlier one opens no more.

    Refused while a group is linked, and for a while after two were.
    """
    now, wall = world.clock.now(), world.clock.wall()
    async with world.store.transaction() as session:
        group = await _free(world, session, await held(session, who, cohort, ACT))
        payload = MARK + secrets.token_urlsafe(BYTES)
        await group_links.take_back(session, cohort, wall)
        await group_links.add(session, cohort, who.member, digest(payload), (now, wall + LASTS))
        await did(world, session, group, who, "telegram link made")
    return payload


async def _free(world: World, session: Session, group: Cohort) -> Cohort:
    stands = await _standing(world, session, group.id)
    if group.state in CLOSED:
        raise Refused("closed")
    if stands.state in ("asking", "open"):
        raise Refused("linked")
    if await _small(session, group.id):
        raise Refused("telegram_small", least=MEMBERS)
    if stands.again is not None and stands.again > world.clock.now():
        raise Refused("linked_lately")
    return group


async def small(world: World, who: Who, cohort: Id) -> bool:
    """Are there too few people for any mirror? By what was released, as everybody who runs the group may know."""
    async with world.store.transaction() as session:
        await group_for(session, who, cohort, ACT)
        return await _small(session, cohort)


async def _small(session: Session, cohort: Id) -> bool:
    weeks = await releases.of(session, cohort, "week")
    counted = cast("Release", from_json(weeks[-1].facts)).cells if weeks else ()
    return sum(cell.people for cell in counted) < MEMBERS


async def unlink(world: World, who: Who, cohort: Id) -> None:
    """Nothing is posted any more; without a link nothing changes."""
    now = world.clock.now()
    async with world.store.transaction() as session:
        group = await held(session, who, cohort, ACT)
        await group_links.take_back(session, cohort, world.clock.wall())
        ended = [
            await group_links.end(session, one.id, now, "unlinked") for one in await group_links.of(session, cohort)
        ]
        if any(ended):
            await did(world, session, group, who, "telegram group unlinked")


async def _standing(world: World, session: Session, cohort: Id) -> Standing:
    return standing_of(await group_links.of(session, cohort), world.clock.now(), world.clock.wall())
