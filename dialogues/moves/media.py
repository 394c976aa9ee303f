"""Stickers, photos and other things without words: one kind sentence that says what works, once a day for each kind."""

from dataclasses import replace

from dialogues.effects import Become, Say
from dialogues.events import Showed
from dialogues.moves.steps import Step
from dialogues.scene import Scene
from dialogues.talk import Talk


def shown(talk: Talk, event: Showed, scene: Scene) -> Step:
    """Answer the first of a kind on a local day and be silent about the next; only its kind and day are remembered.

    Other words under what was shown before need no answer.
    """
    seen = f"{event.kind} {scene.today.isoformat()}"
    memory = scene.leader.memory
    if event.edited or memory.media == seen:
        return talk, ()
    return talk, (Become(replace(scene.leader, memory=memory.but(media=seen))), Say(event.kind))
