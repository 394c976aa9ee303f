"""Inviting people to a group: one link for all, or one each. A token is handed out once; only its digest is kept."""

import re
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from dialogues.people import Cohort, Id
from journeys.console import trail
from journeys.console.access import group_for
from journeys.console.who import Missing, Refused, Who
from journeys.ports import World
from journeys.tokens import digest
from storage import audit, invites, members
from storage.ids import new_id
from storage.invites import Invite, Made
from storage.session import Session

BYTES = 18  # 144 random bits: 24 letters, which a deep link takes
LONGEST = timedelta(days=365)
MOST = 2_000  # people by one link
PASTED = re.compile(r"start=([\w-]+)")  # the token in a link, whatever stands around it


@dataclass(frozen=True, slots=True)
class Limits:
    """Until when a link works, on the machine's clock, and for how many people."""

    lasts: timedelta
    uses: int = 1


@dataclass(frozen=True, slots=True)
class Standing:
    """Links that were made together, for how many people, under the id by which they are revoked together.

    `made_at`: when; `by`: the name of who made them, "" for none; `revoked`: how many of them were, and `over` tells
    whether all. Nothing tells which or how many were used: in the order of a list that is who of it joined.
    """

    id: Id
    kind: Literal["group", "personal"]
    people: int
    expires_at: datetime
    made_at: datetime
    by: str
    revoked: int
    over: bool


@dataclass(frozen=True, slots=True)
class Each:
    """One link of a list, known by its place in it, from 1 on: names and whether it was used are kept nowhere."""

    id: Id
    place: int
    revoked: bool


def fresh() -> str:
    """A token for a link."""
    return secrets.token_urlsafe(BYTES)


async def for_group(world: World, who: Who, cohort: Id, limits: Limits, token: str = "") -> str:
    """One link for everybody in a group; its token. One that is there already is not made again, nor opened anew."""
    async with world.store.transaction() as session:
        group = await group_for(session, who, cohort, "invite")
        token = token or fresh()
        if await _anew(session, world, who, group, (token,)):
            await _make(session, world, Made(who.member, "group"), group, limits, (token,))
            await audit.did(session, _deed("invite made", who, group), world.clock.now())
        return token


async def for_each(world: World, who: Who, cohort: Id, limits: Limits, tokens: tuple[str, ...]) -> None:
    """A link with each of these tokens, to be used once, in no way tied to who gets which; not made again either."""
    async with world.store.transaction() as session:
        group = await group_for(session, who, cohort, "invite")
        if await _anew(session, world, who, group, tokens):
            await _make(session, world, Made(who.member, "personal", new_id()), group, limits, tokens)
            await audit.did(session, _deed("invites made", who, group, people=len(tokens)), world.clock.now())


async def _anew(session: Session, world: World, who: Who, group: Cohort, tokens: tuple[str, ...]) -> bool:
    """Are these tokens new? Missing when they are there and do not all open this group (any more)."""
    await members.alone(session, who.member)
    if not await invites.has(session, digest(tokens[0])):
        return True
    await _open(session, world, group, tokens)
    return False


async def standing(world: World, who: Who, cohort: Id) -> tuple[Standing, ...]:
    """The links of a group, those of one list together, newest first."""
    async with world.store.transaction() as session:
        group = await group_for(session, who, cohort, "see invites")
        return await _standing(session, group)


async def apart(world: World, who: Who, cohort: Id, together: Id) -> tuple[Standing, tuple[Each, ...]]:
    """Links made together, and each of them in the order of its list; Missing for those of another group."""
    async with world.store.transaction() as session:
        group = await group_for(session, who, cohort, "see invites")
        each = await _made_together(session, group, together)
        return await _together(session, together, each), _places(each)


async def revoke_one(world: World, who: Who, cohort: Id, named: tuple[Id, Id]) -> int:
    """Close one link, `named` by its list and its own id, whether it was used or not; its place in the list."""
    together, link = named
    async with world.store.transaction() as session:
        group = await group_for(session, who, cohort, "invite")
        places = {one.id: one.place for one in _places(await _made_together(session, group, together))}
        if link not in places:
            raise Missing
        await _close(session, world, _deed("personal link revoked", who, group), link)
        return places[link]


async def revoke_pasted(world: World, who: Who, cohort: Id, pasted: str) -> None:
    """Close the link that stands in this text, whether it was used or not; Refused when it is none of this group."""
    found = PASTED.search(pasted)
    async with world.store.transaction() as session:
        group = await group_for(session, who, cohort, "invite")
        link = await invites.within(session, group.id, digest(found[1] if found else pasted.strip()))
        if link is None:
            raise Refused("no_link")
        personal = _deed("personal link revoked", who, group)
        deed = personal if link.kind == "personal" else _deed("invite revoked", who, group, invites=1)
        await _close(session, world, deed, link.id)


async def _close(session: Session, world: World, deed: audit.Deed, link: Id) -> None:
    """Once: a link that was closed before stays as it is, and nothing is noted again."""
    if await invites.revoke(session, deed.cohort or 0, world.clock.wall(), link):
        await audit.did(session, deed, world.clock.now())


async def revoke(world: World, who: Who, cohort: Id, invite: Id | None) -> int:
    """Close links made together, or all of a group; how many, used or not. Missing for those of another group."""
    async with world.store.transaction() as session:
        group = await group_for(session, who, cohort, "invite")
        if invite is not None:
            await _made_together(session, group, invite)
        closed = await invites.revoke(session, group.id, world.clock.wall(), invite)
        if closed:
            await audit.did(session, _deed("invite revoked", who, group, invites=closed), world.clock.now())
        return closed


async def printed(world: World, who: Who, cohort: Id, token: str) -> datetime:
    """Until when this token, which goes on paper now, is of this group, used or not; raises Missing when it is not."""
    return await _opens(world, who, cohort, (token,), "invitation printed")


async def listed(world: World, who: Who, cohort: Id, tokens: tuple[str, ...]) -> None:
    """These tokens go into a list for a mail merge now; raises Missing when one is not of this group."""
    await _opens(world, who, cohort, tokens, "links listed")


async def _opens(world: World, who: Who, cohort: Id, tokens: tuple[str, ...], taken: str) -> datetime:
    async with world.store.transaction() as session:
        group = await group_for(session, who, cohort, "invite")
        until = await _open(session, world, group, tokens)
        await trail.taken(world, session, who, group, taken)
        return until


async def _open(session: Session, world: World, group: Cohort, tokens: tuple[str, ...]) -> datetime:
    found = [await invites.find(session, digest(token), world.clock.wall()) for token in tokens]
    mine = [one for one in found if one is not None and one.cohort == group.id]
    if not mine or len(mine) != len(tokens):
        raise Missing
    return min(one.expires_at for one in mine)


async def _standing(session: Session, group: Cohort) -> tuple[Standing, ...]:
    lists = await _lists(session, group)
    return tuple([await _together(session, key, each) for key, each in lists.items()])


async def _lists(session: Session, group: Cohort) -> dict[Id, list[Invite]]:
    """The links of a group, those that were made together under one id; the newest first."""
    together: dict[Id, list[Invite]] = {}
    for one in await invites.of(session, group.id):
        together.setdefault(one.batch or one.id, []).append(one)
    return together


async def _made_together(session: Session, group: Cohort, key: Id) -> list[Invite]:
    found = (await _lists(session, group)).get(key)
    if found is None:
        raise Missing
    return found


def _places(each: list[Invite]) -> tuple[Each, ...]:
    """In the order in which they were made, which is that of the list."""
    return tuple(Each(one.id, place, one.revoked_at is not None) for place, one in enumerate(reversed(each), 1))


async def _together(session: Session, key: Id, each: list[Invite]) -> Standing:
    one = each[-1]  # the first that was made
    maker = await members.get(session, one.made_by) if one.made_by else None
    people, by = one.max_uses * len(each), maker.name if maker else ""
    revoked = sum(link.revoked_at is not None for link in each)
    return Standing(key, one.kind, people, one.expires_at, one.created_at, by, revoked, revoked == len(each))


async def _make(  # noqa: PLR0913 - what an invite is
    session: Session, world: World, made: Made, group: Cohort, limits: Limits, tokens: tuple[str, ...]
) -> None:
    now, wall = world.clock.now(), world.clock.wall()
    expires, uses = wall + min(limits.lasts, LONGEST), min(limits.uses, MOST)
    for token in tokens:
        await invites.add(session, group.id, digest(token), expires, uses, now, made)


def _deed(event: str, who: Who, group: Cohort, **detail: int) -> audit.Deed:
    assert group.organisation is not None, "a group of the console belongs to an organisation"
    return audit.Deed(event, who.member, group.organisation, group.id, detail)
