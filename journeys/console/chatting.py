"""What is about running groups in the chat: the way in, what is kept of who does, and a no to a Telegram group."""

from dialogues.events import Commanded, Event, Pressed, Said
from dialogues.model import Language
from dialogues.people import Leader
from journeys import menus
from journeys.console import bystanding, calling, naming, objecting, organisations, replying, signing, subscribing
from journeys.console import desk as desks
from journeys.ports import World
from storage import members, outbox
from storage.session import Session

NAMES = {naming.SCREEN: naming, calling.SCREEN: calling}  # screens that ask for a name
ASKED = (subscribing.SAME, subscribing.MADE, *NAMES)  # screens with buttons of who runs groups


async def heard(  # noqa: PLR0913 - there is no stage yet
    world: World, session: Session, chat: int, leader: Leader | None, event: Event, key: str,
    replied_to: int | None = None,
) -> bool:  # fmt: skip
    """Answer what is about running groups; False for anything else, and from anybody else."""
    if isinstance(event, Commanded):
        return await _commanded(world, session, chat, leader, event, key)
    if isinstance(event, Said) or (isinstance(event, Pressed) and event.group in ASKED):
        desk = await _desk(world, session, chat, leader, key)
        if desk is not None and await _answered(desk, event, replied_to):
            return True
        if leader is None or not isinstance(event, Said):
            return False
        return await replying.heard(world, session, leader, event, key, replied_to)
    if await objecting.pressed(world, session, leader, event, key):
        return True
    if isinstance(event, Pressed) and event.group == bystanding.ERASE and not _takes_part(leader):
        return await _erased(world, session, chat, event, key)
    return leader is None and await _beside(world, session, chat, event, key)


def _takes_part(leader: Leader | None) -> bool:
    return leader is not None and leader.state != "arriving"


async def _erased(world: World, session: Session, chat: int, event: Pressed, key: str) -> bool:
    """A reply to whether all goes that is kept of who runs groups; False when nothing is."""
    member = await members.by_chat(session, chat)
    if member is not None:
        await bystanding.answered(world, session, member, event, key)
    return member is not None


async def _commanded(  # noqa: PLR0913 - there is no stage yet
    world: World, session: Session, chat: int, leader: Leader | None, event: Commanded, key: str
) -> bool:
    """The way in, or the groups; and any command of somebody who takes no part."""
    known = await members.by_chat(session, chat)
    if event.name in (*signing.DOORS, "cohort") and await _door(world, session, chat, leader, event, key):
        member = await members.by_chat(session, chat)
        if member is not None and known is None:  # the settings name them, and this is the first that they do
            spoken = leader.language if leader else member.language
            await menus.of_chat(world, session, (chat, spoken), key, guides=True)
        return True
    if event.name in ("console", "cohort") and known is not None:
        await bystanding.over(world, session, known, key, leads=leader is not None)
        return True
    if known is not None and event.name in bystanding.KEPT and not _takes_part(leader):
        await bystanding.kept(world, session, known, event.name, key)
        return True
    return leader is None and await _beside(world, session, chat, event, key)


async def _beside(world: World, session: Session, chat: int, event: Event, key: str) -> bool:
    """Anything else by somebody who runs groups and takes no part; False for others, and for what is not for them."""
    desk = await desks.at(world, session, chat, None, key)
    if desk is not None:
        await bystanding.heard(desk, event)
    return desk is not None


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
        done = await _written(desk, event.text, replied_to)
        if not done and desk.leader is None:
            await bystanding.heard(desk, event)
        return done or desk.leader is None
    if event.group in NAMES:
        done = await NAMES[event.group].left(desk, event.message)
    elif event.group == subscribing.MADE:
        done = await subscribing.calendar(desk, event.about)
    else:
        done = await subscribing.chosen(desk, event.value, event.message)
    if not done and desk.leader is None:
        await desks.say(desk, "stale_button", {})
    return done or desk.leader is None


async def _written(desk: desks.Desk, words: str, replied_to: int | None) -> bool:
    """Words that something waits for: a name, or what a group is to be."""
    for answered in (*(one.written for one in NAMES.values()), subscribing.written):
        if await answered(desk, words, replied_to):
            return True
    return False
