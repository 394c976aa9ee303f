"""What is about running groups in the chat: the way in, what is kept of who does, and a no to a Telegram group."""

from dialogues.events import Commanded, Event
from dialogues.people import Leader
from journeys import menus
from journeys.console import objecting, signing, subscribing
from journeys.ports import World
from storage import members, outbox
from storage.members import Member
from storage.session import Session


async def heard(world: World, session: Session, chat: int, leader: Leader | None, event: Event, key: str) -> bool:  # noqa: PLR0913 - there is no stage yet
    """Answer what is about running groups; False for anything else, and from anybody else."""
    if not isinstance(event, Commanded):
        return await objecting.pressed(world, session, leader, event, key)
    door = signing.DOORS.get(event.name)
    if door is not None:
        return await signing.commanded(world, session, chat, leader, door, key)
    if event.name == "cohort":
        return await subscribing.commanded(world, session, chat, leader, event.argument, key)
    if leader is not None or event.name not in ("export", "delete"):
        return False
    member = await members.by_chat(session, chat)
    if member is None:
        return False
    await _told(world, session, member, event.name, key)
    return True


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
