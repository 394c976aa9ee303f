"""In whose name groups are run: the first owners come from the settings, all others are invited by somebody."""

from dataclasses import dataclass, replace

from dialogues.model import Language
from dialogues.people import Id
from journeys.console.access import organisation_for
from journeys.console.who import Refused, Role, Who
from journeys.permissions import may
from journeys.ports import World
from storage import audit, cohorts, members, organisations, roles
from storage.members import Member
from storage.organisations import Organisation
from storage.session import Session

UNNAMED = "Weerklank"  # kept for an organisation that nobody named; people are not told it
LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class Home:
    """An organisation in which a member holds a role, "" when nobody named it yet; `edits`: this member may name it."""

    id: Id
    name: str
    edits: bool


async def homes(world: World, who: Who) -> tuple[Home, ...]:
    """The organisations of a member, in the order of their roles."""
    numbers = dict.fromkeys(role.organisation for role in who.roles)
    async with world.store.transaction() as session:
        found = [await organisations.get(session, number) for number in numbers]
    return tuple(Home(one.id, title(one), may(who.roles, "edit organisation", one.id)) for one in found)


async def nameless(world: World, who: Who) -> bool:
    """Is there an organisation without a name that this member may name?"""
    return any(home.edits and not home.name for home in await homes(world, who))


async def rename(world: World, who: Who, organisation: Id, name: str) -> None:
    """Give an organisation another name."""
    async with world.store.transaction() as session:
        await renamed(world, session, who, organisation, name)


async def renamed(world: World, session: Session, who: Who, organisation: Id, name: str) -> str:
    """The same within something greater; gives the name as it is kept."""
    home, called = organisation_for(who, "edit organisation", organisation), _sound(name)
    await organisations.rename(session, home, called)
    await audit.did(session, audit.Deed("organisation renamed", who.member, home), world.clock.now())
    return called


def title(home: Organisation) -> str:
    """What people are told that an organisation is called; "" for one that nobody named."""
    return "" if home.name == UNNAMED else home.name


async def call_me(world: World, who: Who, name: str) -> None:
    """Choose the name that is told to who joins a group."""
    async with world.store.transaction() as session:
        await called(world, session, who, name)


async def called(world: World, session: Session, who: Who, name: str) -> str:
    """The same within something greater; gives the name as it is kept. It is told in all groups of who is called so."""
    member, sound = await members.get(session, who.member), _sound(name)
    if sound != member.name:
        await members.keep(session, replace(member, name=sound))
        for home, cohort in dict.fromkeys((role.organisation, role.cohort) for role in who.roles):
            await audit.did(session, audit.Deed("own name changed", who.member, home, cohort), world.clock.now())
    return sound


def is_name(name: str) -> bool:
    """Can an organisation, or somebody who runs groups, be called this?"""
    called = " ".join(name.split())
    return 1 <= len(called) <= LONGEST_NAME and called.isprintable()


def _sound(name: str) -> str:
    if not is_name(name):
        raise Refused("name", most=LONGEST_NAME)
    return " ".join(name.split())


async def member_at(world: World, session: Session, chat: int, language: Language) -> Member | None:
    """The member who writes in this chat and holds a role now; None for anybody else.

    A chat that the settings name as facilitator becomes an owner the first time.
    """
    member = await members.by_chat(session, chat)
    if chat in world.facilitators and (member is None or not await roles.ever(session, member.id)):
        return await _first_owner(world, session, member or await _new(world, session, chat, language))
    return member if member is not None and await roles.of(session, member.id) else None


async def who_at(world: World, session: Session, chat: int, language: Language) -> Who | None:
    """The same with the roles that they hold now."""
    member = await member_at(world, session, chat, language)
    return None if member is None else await with_roles(session, member)


async def with_roles(session: Session, member: Member) -> Who:
    """A member with the roles of this moment."""
    held = await roles.of(session, member.id)
    return Who(
        member.id, member.name, member.language, tuple(Role(one.kind, one.organisation, one.cohort) for one in held)
    )


async def runs(world: World, session: Session, chat: int) -> bool:
    """Does somebody who runs groups write in this chat, also when the settings say so and nothing is kept yet?"""
    member = await members.by_chat(session, chat)
    if member is not None and await roles.of(session, member.id):
        return True
    return chat in world.facilitators and (member is None or not await roles.ever(session, member.id))


async def _new(world: World, session: Session, chat: int, language: Language) -> Member:
    return await members.add(session, chat, language, world.clock.now())


async def _first_owner(world: World, session: Session, member: Member) -> Member:
    home = await organisations.first(session) or await _founded(world, session)
    await roles.give(session, roles.new(member.id, home.id, None, "owner"), None, world.clock.now())
    await audit.did(session, audit.Deed("role given", member.id, home.id, detail={"kind": "owner"}), world.clock.now())
    return member


async def _founded(world: World, session: Session) -> Organisation:
    """The first organisation, with the groups that were there before it."""
    home = await organisations.add(session, world.consent.get("controller") or UNNAMED, world.clock.now())
    await cohorts.adopt(session, home.id)
    return home
