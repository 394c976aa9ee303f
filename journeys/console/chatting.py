"""What is about running groups in the chat: the way in, what is kept of who does, and a no to a Telegram group."""

from dialogues import safety
from dialogues.events import Commanded, Event, Pressed, Said
from dialogues.model import Language
from dialogues.people import Leader
from journeys import menus
from journeys.console import desk as desks
from journeys.console import naming, objecting, organisations, replying, signing, subscribing
from journeys.ports import World
from storage import members, outbox
from storage.members import Member
from storage.session import Session

ASKED = (subscribing.SAME, subscribing.MADE, naming.SCREEN)  # screens with buttons of who runs groups


async def heard(  # noqa: PLR0913 - there is no stage yet
    world: World, session: Session, chat: int, leader: Leader | None, event: Event, key: str,
    replied_to: int | None = None,
) -> bool:  # fmt: skip
    """Answer what is about running groups; False for anything else, and from anybody else."""
    if isinstance(event, Said) or (isinstance(event, Pressed) and event.group in ASKED):
        desk = await _desk(world, session, chat, leader, key)
        if desk is not None and await _answered(desk, event, replied_to):
            return True
        if leader is None or not isinstance(event, Said):
            return False
        return await replying.heard(world, session, leader, event, key, replied_to)
    if not isinstance(event, Commanded):
        return await objecting.pressed(world, session, leader, event, key)
    if event.name in (*signing.DOORS, "cohort"):
        known = await members.by_chat(session, chat)
        heard_so = await _door(world, session, chat, leader, event, key)
        member = await members.by_chat(session, chat)
        if member is not None and known is None:  # the settings name them, and this is the first that they do
            await menus.of_chat(
                world, session, (chat, leader.language if leader else member.language), key, guides=True
            )
        return heard_so
    if leader is not None or event.name not in ("export", "delete", "help"):
        return False
    if event.name == "help":
        desk = await _desk(world, session, chat, leader, key)
        if desk is not None:
            await _here(desk, "")
        return desk is not None
    member = await members.by_chat(session, chat)
    if member is None:
        return False
    await _told(world, session, member, event.name, key)
    return True


async def _door(  # noqa: PLR0913 - there is no stage yet
    world: World, session: Session, chat: int, leader: Leader | None, event: Commanded, key: str
) -> bool:
    """The way in, or the groups; False for somebody without a role."""
    door = signing.DOORS.get(event.name)
    if door is not None:
        return await signing.commanded(world, session, chat, leader, door, key)
    desk = await desks.at(world, session, chat, leader, key)
    if desk is not None:
        await subscribing.commanded(desk, event.argument)
    return desk is not None


async def welcome(world: World, session: Session, chat: int, language: Language, key: str) -> None:
    """Who runs groups and comes without an invite reads how; below that they may take part as everybody does."""
    if await organisations.runs(world, session, chat):
        await menus.of_chat(world, session, (chat, language), key, guides=True)
        await outbox.put(
            session, key=f"{key}:staff", chat=chat, leader=None, kind="reply", screen_name="staff_start",
            args={"about": 0, "language": language}, wall=world.clock.wall(),
        )  # fmt: skip


async def _desk(world: World, session: Session, chat: int, leader: Leader | None, key: str) -> desks.Desk | None:
    """Of a member: nobody else was asked anything."""
    return await desks.at(world, session, chat, leader, key) if await members.by_chat(session, chat) else None


async def _answered(desk: desks.Desk, event: Said | Pressed, replied_to: int | None) -> bool:
    """What was asked of who runs groups; a button under what no longer waits says so to who is no leader."""
    if isinstance(event, Said):
        text = event.text
        done = await naming.written(desk, text, replied_to) or await subscribing.written(desk, text, replied_to)
        if not done and desk.leader is None:
            await _here(desk, text)
        return done or desk.leader is None
    if event.group == naming.SCREEN:
        done = await naming.left(desk, event.message)
    elif event.group == subscribing.MADE:
        done = await subscribing.calendar(desk, event.about)
    else:
        done = await subscribing.chosen(desk, event.value, event.message)
    if not done and desk.leader is None:
        await desks.say(desk, "stale_button", {})
    return done or desk.leader is None


async def _here(desk: desks.Desk, text: str) -> None:
    """What somebody can send who runs groups and does not take part; in need, whom they can call."""
    calm = isinstance(safety.screen(text, desk.world.library), safety.Calm)
    await desks.say(desk, "staff_here" if calm else "urgent", {})


async def _told(world: World, session: Session, member: Member, wish: str, key: str) -> None:
    """Somebody who runs groups and writes nothing here: what is kept of them, or that it went."""
    if wish == "delete":
        await members.erase(session, member.chat)
        await menus.of_chat(world, session, (member.chat, member.language), key, guides=False)
    screen, args = ("staff_erased", {}) if wish == "delete" else ("staff_kept", {"name": member.name or "–"})
    await outbox.put(
        session, key=f"{key}:1", chat=member.chat, leader=None, kind="reply", screen_name=screen,
        args={**args, "about": 0, "language": member.language}, wall=world.clock.wall(),
    )  # fmt: skip
