"""What may never have arrived comes again when its leader is here: replies, and questions without a reminder."""

from dialogues.effects import Effect, Say, Turn
from dialogues.events import Event, Pressed
from dialogues.people import Id
from dialogues.scene import Scene
from journeys import asking
from journeys.ports import World
from storage import outbox, prompts
from storage.outbox import Parcel
from storage.session import Session

REPLIES = ("reply", "document", "summary")


async def offer(world: World, session: Session, scene: Scene, event: Event, effects: tuple[Effect, ...]) -> None:
    """Say again what is in doubt, before what is said now; beside a safety message nothing is said."""
    if any(isinstance(effect, Say) and effect.weight == "safety" for effect in effects):
        return
    for parcel in await outbox.unknown_of(session, scene.leader.id):
        if parcel.kind not in REPLIES and not await _without_reminder(session, scene, parcel):
            continue
        if not _seen(parcel, event, effects):
            await _repeat(world, session, parcel)
        await outbox.replaced(session, parcel.id)


async def _without_reminder(session: Session, scene: Scene, parcel: Parcel) -> bool:
    """Is it a question that still waits, and that no reminder will bring back?"""
    if parcel.kind != "prompt" or parcel.prompt is None:
        return False
    prompt = await prompts.get(session, scene.leader.id, parcel.prompt)
    return prompt is not None and prompt.state == "open" and not asking.reminded(prompt, scene)


def _seen(parcel: Parcel, event: Event, effects: tuple[Effect, ...]) -> bool:
    """Is it a question that was pressed, answered or shown just now? Then it has arrived."""
    if parcel.screen_name != "prompt":
        return False
    pressed = isinstance(event, Pressed) and event.about == parcel.prompt
    return pressed or any(_turned(effect, parcel.prompt) or shows(effect, parcel.prompt) for effect in effects)


def _turned(effect: Effect, prompt: Id | None) -> bool:
    return isinstance(effect, Turn) and effect.prompt.id == prompt


def shows(effect: Effect, prompt: Id | None) -> bool:
    """Does this say the question itself?"""
    return isinstance(effect, Say) and effect.screen == "prompt" and effect.about == prompt


async def _repeat(world: World, session: Session, parcel: Parcel) -> None:
    await outbox.put(
        session,
        key=f"again:{parcel.id}",
        chat=parcel.chat,
        leader=parcel.leader,
        kind=parcel.kind,
        screen_name=parcel.screen_name,
        args=parcel.args,
        prompt=parcel.prompt,
        wall=world.clock.wall(),
    )


async def settle(session: Session, leader: Id, prompt: Id) -> None:
    """A question in doubt was brought by its reminder: its first sending is no longer looked after."""
    for parcel in await outbox.unknown_of(session, leader):
        if parcel.prompt == prompt and parcel.screen_name == "prompt":
            await outbox.replaced(session, parcel.id)
