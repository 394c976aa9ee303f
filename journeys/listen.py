"""Something happened in a chat: decide with the conversation, keep it all and mark the update, in one transaction."""

from functools import partial

from dialogues.conversation import step
from dialogues.effects import Outdate, Strip
from dialogues.events import Commanded, Event, Pressed
from dialogues.language import words
from dialogues.moves.care.apart import written
from dialogues.people import Leader
from journeys import acting, again, drafts, join, menus, scenes, twice
from journeys.console import chatting
from journeys.ports import World
from journeys.stage import Stage, say_to_stranger
from storage import inbox, leaders
from storage.session import Session

FOR_STRANGERS = {"help": "help", "urgent": "urgent", "export": "nothing_kept", "delete": "nothing_kept"}


async def hear(world: World, chat: int, event: Event, update: int, replied_to: int | None = None) -> str:
    """One event of one chat. `update` makes it count once, however often it is delivered.

    Gives the few words with which a press is to be acknowledged, when nothing else is said to it.
    """
    work = partial(_hear, chat=chat, event=event, update=update, replied_to=replied_to)
    stage = await drafts.through(world, work)
    if isinstance(stage, str):
        return stage
    if stage.farewell:
        await acting.leave_no_trace(world)
    if stage.soon is not None and world.alarm is not None:
        world.alarm(stage.soon)
    return stage.aside


async def _hear(world: World, chat: int, event: Event, update: int, replied_to: int | None) -> Stage | str:
    """The transaction itself; what it was about, or else the few words to acknowledge a press with."""
    async with world.store.transaction() as session:
        if not await inbox.handled(session, update, world.clock.wall()):
            return ""
        leader = await leaders.by_chat(session, chat)
        if await chatting.heard(world, session, chat, leader, event, f"u{update}", replied_to):
            return ""
        if leader is None:
            await _stranger(world, session, chat, event, update)
            return ""
        if isinstance(event, Pressed) and await twice.same(session, leader.id, event, world.clock.wall()):
            return _already(world, leader)
        talk, scene = await scenes.load(world, session, leader, event, replied_to=replied_to)
        talk, effects = step(talk, event, scene)
        await again.offer(world, session, scene, event, effects)
        stage = Stage(world, session, scene, f"u{update}", talk)
        if isinstance(event, Pressed) and all(isinstance(effect, Strip | Outdate) for effect in effects):
            stage.aside = _already(world, leader)
        stage.mark = twice.mark(event, world.clock.wall()) if isinstance(event, Pressed) else ""
        await acting.carry_out(stage, effects)
        await menus.in_role(stage)
        if stage.farewell and isinstance(event, Pressed):
            await twice.of_a_stranger(world, session, chat, event)
        return stage


def _already(world: World, leader: Leader) -> str:
    """That what was pressed had been done before."""
    return world.library.messages["tapped_already"].text[leader.language]


async def _stranger(world: World, session: Session, chat: int, event: Event, update: int) -> None:
    """Somebody unknown: help, the numbers to call and what is kept (nothing) are for everyone; /start begins."""
    if isinstance(event, Pressed) and await twice.of_a_stranger(world, session, chat, event):
        return
    screen = FOR_STRANGERS.get(event.name) if isinstance(event, Commanded) else None
    if screen is not None or isinstance(event, Pressed):  # a button from before everything was erased
        await say_to_stranger(world, session, chat, screen or "nothing_kept", f"u{update}")
        return
    await join.welcome(world, session, chat, "", f"u{update}", words.language(written(event), "nl"))


async def ignore(world: World, update: int) -> None:
    """An update that is not for us: marked, so that it is not tried again."""
    async with world.store.transaction() as session:
        await inbox.handled(session, update, world.clock.wall())
