"""People who run groups: invited by a link that works for one of them, with a role that can be ended at any time."""

import secrets
from dataclasses import dataclass
from datetime import timedelta

from dialogues.model import Language
from dialogues.people import Id
from journeys import menus
from journeys.console import calling
from journeys.console import desk as desks
from journeys.console.access import group_for, organisation_for
from journeys.console.organisations import title
from journeys.console.who import Missing, Refused, RoleKind, Who
from journeys.ports import World
from journeys.tokens import digest
from storage import audit, leaders, members, organisations, outbox, roles, staff_invites
from storage.roles import Held, Named
from storage.session import Session
from storage.staff_invites import StaffInvite

LASTS = timedelta(days=7)
BYTES = 18  # 144 random bits: 24 letters, which a deep link takes
MARK = "s_"  # how the payload of such a link begins


@dataclass(frozen=True, slots=True)
class People:
    """Who holds which role in an organisation, and which invites are open."""

    organisation: Id
    roles: tuple[Named, ...]
    invites: tuple[StaffInvite, ...]


async def within(world: World, who: Who, organisation: Id | None = None) -> People:
    """The people of an organisation, the member's first one unless one is named; for owners."""
    home = organisation_for(who, "manage people", organisation)
    async with world.store.transaction() as session:
        held = await roles.within(session, home)
        return People(home, tuple(held), tuple(await staff_invites.within(session, home, world.clock.wall())))


async def invite(  # noqa: PLR0913 - what an invite is
    world: World, who: Who, kind: RoleKind, cohort: Id | None = None, organisation: Id | None = None, token: str = ""
) -> str:
    """An invite for one person, as the payload of a deep link to the bot, told this once; an owner is one of all.

    One with this `token` that is there already is not made again, whatever became of it.
    """
    home = organisation_for(who, "manage people", organisation)
    if kind == "owner" and cohort is not None:
        raise Refused("owner_of_all")
    payload = MARK + (token or secrets.token_urlsafe(BYTES))
    async with world.store.transaction() as session:
        if cohort is not None and (await group_for(session, who, cohort, "manage people")).organisation != home:
            raise Missing
        await members.alone(session, who.member)
        if await staff_invites.has(session, digest(payload)):
            return payload
        wall = world.clock.wall()
        made = staff_invites.new((home, cohort, kind), who.member, wall + LASTS)
        await staff_invites.add(session, made, digest(payload), wall)
        deed = audit.Deed("person invited", who.member, home, cohort, {"kind": kind})
        await audit.did(session, deed, world.clock.now())
    return payload


async def revoke(world: World, who: Who, number: Id, organisation: Id | None = None) -> None:
    """Close an invite that nobody used yet."""
    home, wall = organisation_for(who, "manage people", organisation), world.clock.wall()
    async with world.store.transaction() as session:
        found = next((one for one in await staff_invites.within(session, home, wall) if one.id == number), None)
        if found is None or not await staff_invites.revoke(session, home, number, wall):
            raise Missing
        deed = audit.Deed("person's invite revoked", who.member, home, found.cohort, {"kind": found.kind})
        await audit.did(session, deed, world.clock.now())


async def to_end(world: World, who: Who, number: Id) -> Held:
    """The role that this member would end, looked at first. Raises Missing, or Refused where it may not end."""
    async with world.store.transaction() as session:
        return await _endable(session, who, number)


async def end(world: World, who: Who, number: Id) -> None:
    """End a role, from the next request on; never that of the last owner."""
    async with world.store.transaction() as session:
        held = await _endable(session, who, number)
        await roles.end(session, number, world.clock.now())
        detail = {"kind": held.kind, "of": held.member}
        deed = audit.Deed("role ended", who.member, held.organisation, held.cohort, detail)
        await audit.did(session, deed, world.clock.now())


async def _endable(session: Session, who: Who, number: Id) -> Held:
    held = await roles.get(session, number)
    if held is None or not any(role.organisation == held.organisation for role in who.roles):
        raise Missing
    home = organisation_for(who, "manage people", held.organisation)
    if held.kind == "owner" and await _owners(session, home) < 2:
        raise Refused("last_owner")
    return held


async def _owners(session: Session, organisation: Id) -> int:
    return sum(named.role.kind == "owner" for named in await roles.within(session, organisation))


async def accept(world: World, session: Session, chat: int, payload: str, language: Language, key: str) -> bool:  # noqa: PLR0913 - there is no stage yet
    """Somebody opens the bot with an invite to run groups; False when it opens nothing (any more)."""
    if not payload.startswith(MARK):
        return False
    used = await staff_invites.use(session, digest(payload), world.clock.wall())
    if used is None:
        return False
    held = await _given(world, session, chat, used, language)
    await menus.of_chat(world, session, (chat, language), key, guides=True)
    home = await organisations.get(session, held.organisation)
    await outbox.put(
        session, key=f"{key}:1", chat=chat, leader=None, kind="reply", screen_name="staff_joined",
        args={"about": 0, "language": language, "role": held.kind, "organisation": title(home)},
        wall=world.clock.wall(),
    )  # fmt: skip
    desk = await desks.at(world, session, chat, await leaders.by_chat(session, chat), key)
    assert desk is not None, "they have a role now"
    await calling.ask(desk)
    return True


async def _given(world: World, session: Session, chat: int, used: StaffInvite, language: Language) -> Held:
    now = world.clock.now()
    member = await members.by_chat(session, chat) or await members.add(session, chat, language, now)
    held = roles.new(member.id, used.organisation, used.cohort, used.kind)
    if await roles.give(session, held, used.made_by, now):
        deed = audit.Deed("role accepted", member.id, used.organisation, used.cohort, {"kind": used.kind})
        await audit.did(session, deed, now)
    return held
