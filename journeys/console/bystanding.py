"""Somebody who runs groups and takes no part: what they can send, an item to look at, and what is kept of them."""

from dialogues.care import safety
from dialogues.events import Amended, Commanded, Event, Pressed
from dialogues.moves.care.apart import written
from dialogues.moves.leaders import trying
from journeys import menus
from journeys.console import desk as desks
from journeys.console.desk import Desk
from journeys.ports import World
from storage import leaders, members, outbox
from storage.members import Member
from storage.session import Session

ERASE = "staff_erase"  # the question before it, with its buttons
KEPT = ("export", "delete")  # commands about what is kept


async def heard(desk: Desk, event: Event) -> None:
    """Answer whatever they send or press."""
    match event:
        case Pressed(group="dry"):
            await desks.say(desk, "dry_run_tap", {})
        case Commanded(name="preview", argument=wanted):
            item = trying.shown(desk.world.library, wanted)
            await desks.say(desk, item.screen, item.args)
        case Commanded(name="urgent"):
            await desks.say(desk, "urgent", {})
        case _:
            await _here(desk, event)


async def _here(desk: Desk, event: Event) -> None:
    """What they can send; in need, whom they can call. Other words for what was said before need no reply."""
    calm = isinstance(safety.screen(written(event), desk.world.library), safety.Calm)
    if not calm:
        await desks.say(desk, "urgent", {})
    elif not isinstance(event, Amended):
        await desks.say(desk, "staff_here", {})


async def over(world: World, session: Session, member: Member, key: str, *, leads: bool) -> None:
    """Their role ended: the way in is closed, and whoever takes no part has no commands for it any more."""
    if not leads:
        await menus.of_chat(world, session, (member.chat, member.language), key, guides=False)
    await _say(world, session, member, "staff_over", key)


async def kept(world: World, session: Session, member: Member, wish: str, key: str) -> None:
    """Who writes nothing here: what is kept of them; or whether all of it is to go."""
    if wish == "delete":
        await _say(world, session, member, ERASE, key)
    else:
        await _say(world, session, member, "staff_kept", key, name=member.name or "–")


async def answered(world: World, session: Session, member: Member, yes: Pressed, key: str) -> None:
    """All of it goes, or stays."""
    if yes.value == "delete":
        leader = await leaders.by_chat(session, member.chat)
        if leader is not None:  # was asked for a language, and has not agreed to anything
            await leaders.forget(session, leader.id, world.clock.now())
        await members.erase(session, member.chat)
        await menus.of_chat(world, session, (member.chat, member.language), key, guides=False)
    screen = "staff_erased" if yes.value == "delete" else "staff_erase_kept"
    await _say(world, session, member, screen, key, edits=yes.message)


async def _say(  # noqa: PLR0913 - a member without a role has no desk
    world: World, session: Session, member: Member, screen: str, key: str, *, edits: int | None = None, **args: str
) -> None:
    leader = await leaders.by_chat(session, member.chat)
    language = leader.language if leader and leader.state != "arriving" else member.language
    await outbox.put(
        session, key=f"{key}:1", chat=member.chat, leader=leader.id if leader else None,
        kind="reply" if edits is None else "edit", screen_name=screen, edits=edits,
        args={**args, "about": 0, "language": language}, wall=world.clock.wall(),
    )  # fmt: skip
