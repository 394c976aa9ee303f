"""Words that worry: how they are kept apart from every summary, how the flow is put down, and what is expected next."""

from dataclasses import replace
from datetime import timedelta
from typing import cast

from dialogues.effects import Amend, Become, Cancel, Effect, Keep, Mark, Plan, Treat, Turn
from dialogues.events import Amended, Commanded, Event, Said, Showed
from dialogues.moves.keeping import gathering
from dialogues.moves.keeping.closing import names, settled
from dialogues.moves.steps import part_of
from dialogues.people import Answer, Care, Id, Prompt
from dialogues.scene import Scene
from dialogues.talk import Tended, Tending

HOLD = timedelta(hours=72)
REPLY = timedelta(days=1)  # so long what is written after a message of care is a reply to it
CARE: dict[str, Care] = {
    "crisis_self": "crisis", "acute_danger": "danger", "severe_strain": "strain", "integrity_report": "report",
    "grief": "strain", "worry": "crisis",
}  # fmt: skip
WARM = {"near": "held_near", "better": "held_better", "fine": "held_fine"}  # to who tells of that in those days
Words = Said | Amended | Commanded | Showed


def written(event: Event) -> str:
    """What the leader wrote, also as the words after a command."""
    match event:
        case Said(text) | Amended(text):
            return text
        case Showed(_, caption):
            return caption
        case Commanded(_, argument):
            return argument
        case _:
            return ""


def earlier(event: Event, scene: Scene) -> tuple[Answer, ...]:
    """The pieces of the answer that goes on with these words."""
    return gathering.pieces(scene.prompt, scene) if isinstance(event, Said) and scene.prompt is not None else ()


def stored(event: Words, scene: Scene, care: Care, *, unquoted: bool = False) -> tuple[Effect, ...]:
    """An answer stays the leader's own, marked; words outside a prompt are not kept. `unquoted`: never given back."""
    named = unquoted or names(written(event))
    if isinstance(event, Amended):
        return (Amend(event.message, event.text, care, named),)
    if scene.prompt is None or isinstance(event, Commanded | Showed):
        return ()
    prompt = scene.prompt
    late = prompt.state == "closed"
    begun = (Mark(piece.id, care=care) for piece in earlier(event, scene))
    return (*begun, Keep(prompt.id, part_of(prompt), event.text, event.message, late=late, care=care, named=named))


def kept_as(event: Words, scene: Scene) -> Id:
    """The answer that holds these words; 0 when they were not kept."""
    if isinstance(event, Amended):
        return scene.edited
    return scene.fresh if scene.prompt is not None and isinstance(event, Said) else 0


def confided(event: Words, scene: Scene, care: Care) -> tuple[Effect, ...]:
    """What was written of the writer's own life: an answer, or a thought, that is never quoted back."""
    if isinstance(event, Said) and scene.prompt is None:
        return (Keep(None, "thought", event.text, event.message, care=care, named=True),)
    if isinstance(event, Commanded):
        return (Keep(None, "thought", event.argument.strip(), 0, care=care, named=True),)
    return stored(event, scene, care, unquoted=True)


def aside(said: Said, scene: Scene, care: Care) -> tuple[Effect, ...]:
    """A confidence that nobody asked to be an answer: for the leader alone, hidden from every summary."""
    kept = Keep(None, "thought", said.text, said.message, care=care, named=names(said.text))
    return kept, Treat(scene.fresh, "hidden", ("kept",))


def put_down(prompt: Prompt | None) -> tuple[Effect, ...]:
    """The flow stops here: the prompt is done, nothing is deepened."""
    if prompt is None:
        return ()
    return Turn(replace(prompt, state="answered", stage="done")), *settled(prompt)


def held(scene: Scene) -> tuple[Effect, ...]:
    """No prompts for three days; then a word, and never a question first. Who stopped is not written to at all."""
    if scene.leader.state == "stopped":
        return ()
    leader = replace(scene.leader, state="held", until=scene.now + HOLD)
    return Become(leader), Cancel("resume"), Plan("hold_over", scene.now + HOLD)


def tended(care: str, scene: Scene, about: Id = 0) -> Tended:
    """After a message of care: for a day, what is written next replies to it."""
    return Tended(cast("Tending", care), int((scene.now + REPLY).timestamp()), about)
