"""One transaction at work on one leader: what everything that is carried out shares, and saying something."""

from dataclasses import dataclass, field
from datetime import datetime

from dialogues.effects import Say
from dialogues.model import Language
from dialogues.people import Leader
from dialogues.scene import Scene
from dialogues.talk import Talk
from journeys.ports import World
from storage import outbox, reached
from storage.session import Session


@dataclass(slots=True)
class Stage:
    """One transaction at work: who it is about, and under which key its messages are said (so never twice)."""

    world: World
    session: Session
    scene: Scene
    key: str
    talk: Talk
    leader: Leader = field(init=False)
    spoken: int = 0
    soon: datetime | None = None  # planned for a moment that the next tick may miss
    mark: str = ""  # the press that is at work, so that it is known when it comes again
    aside: str = ""  # said in the acknowledgement of a press that changes nothing
    farewell: bool = False  # everything was erased: the last words belong to nobody
    quiet: bool = False  # it is done elsewhere, where its outcome shows: the chat gives no reply to it

    def __post_init__(self) -> None:
        self.leader = self.scene.leader


async def say(stage: Stage, said: Say) -> None:
    """Put a screen in the outbox, under a key that makes saying it twice impossible."""
    if stage.quiet and said.weight == "reply" and said.edits is None:
        return
    stage.spoken += 1
    leader = None if stage.farewell else stage.leader.id
    edits = await _newest(stage, said) if said.renews else said.edits
    kind = "edit" if edits else said.weight
    await outbox.put(
        stage.session,
        key=f"{stage.key}:{stage.spoken}",
        chat=stage.leader.chat,
        leader=leader,
        kind=kind,
        screen_name=said.screen,
        args={**said.args, "about": said.about, "language": stage.leader.language},
        prompt=said.args.get("prompt") if leader else None,
        edits=edits,
        wall=stage.world.clock.wall(),
    )


async def _newest(stage: Stage, said: Say) -> int | None:
    """The message that shows this screen about the same; None when it is not known to have arrived."""
    shown = await reached.standing(stage.session, stage.leader.id, {said.screen}, said.about)
    return shown[0].message if shown else None


async def say_to_stranger(  # noqa: PLR0913  (there is no stage yet to hold these)
    world: World, session: Session, chat: int, screen: str, key: str, language: Language = "nl"
) -> None:
    """Say something to somebody of whom nothing is kept; the row goes as soon as it is sent."""
    await outbox.put(
        session, key=f"{key}:1", chat=chat, leader=None, kind="reply", screen_name=screen,
        args={"about": 0, "language": language}, wall=world.clock.wall(),
    )  # fmt: skip
