"""Whoever answers a message to the whole group hears that the bot alone reads it; no question is answered by it."""

from datetime import timedelta

from dialogues.care import safety
from dialogues.events import Said
from dialogues.people import Id, Leader
from dialogues.wishes import noticed
from journeys.console import hosts
from journeys.ports import World
from storage import members, notices, outbox, prompts, reached
from storage.session import Session

SCREEN = "group_notice"
LATELY = timedelta(days=1)


async def heard(world: World, session: Session, leader: Leader, event: Said, key: str, replied_to: int | None) -> bool:  # noqa: PLR0913 - there is no stage yet
    """Answer it; False for words that are about anything else, and for those that worry."""
    cohort = await _to(world, session, leader, event, replied_to)
    if not cohort or not isinstance(safety.screen(event.text, world.library), safety.Calm):
        return False
    last = next(iter(await notices.of(session, cohort)), None)
    sender = await members.get(session, last.made_by) if last and last.made_by else None
    waits = bool(await prompts.open_of(session, leader.id))
    args = {"from": hosts.called(sender, leader.language), "waits": waits, "about": 0, "language": leader.language}
    await outbox.put(
        session, key=f"{key}:1", chat=leader.chat, leader=leader.id, kind="reply", screen_name="notice_reply",
        args=args, wall=world.clock.wall(),
    )  # fmt: skip
    return True


async def _to(world: World, session: Session, leader: Leader, event: Said, replied_to: int | None) -> Id:
    """The group whose message this answers: a reply to it, or a few such words right after it; 0 for none."""
    if replied_to is not None:
        shown = await reached.shown_in(session, leader.chat, replied_to, SCREEN)
        return int(shown["about"]) if shown else 0
    if not noticed.replies(event.text):
        return 0
    screen, about = await reached.newest(session, leader.id, world.clock.wall() - LATELY)
    return about if screen == SCREEN else 0
