"""A pulse is one tap, shown in place; words instead of a tap are kept as a thought with it."""

from dataclasses import replace

from dialogues.effects import Become, Effect, Say, Turn
from dialogues.events import Said
from dialogues.moves.closing import finished, keep, settled
from dialogues.moves.steps import Step, item_args
from dialogues.people import Prompt
from dialogues.scene import Scene
from dialogues.talk import Resting


def chosen(prompt: Prompt, value: str, scene: Scene, message: int | None) -> Step:
    """The tap is shown in place; three very low ones in four weeks bring a gentle word."""
    turned = replace(prompt, state="answered", stage="done")
    memory = scene.leader.memory.but(skips=0, silences=0)
    become = Become(replace(scene.leader, memory=memory))
    shown = Say("prompt", item_args(prompt), prompt.id, edits=message)
    gently: tuple[Effect, ...] = (Say("severe_strain"),) if scene.strained and value == "1" else ()
    return Resting(prompt.id), (become, Turn(turned), *settled(prompt), shown, *gently)


def heard(prompt: Prompt, said: Said, scene: Scene) -> Step:
    """Words with a pulse."""
    return finished(prompt, said, scene, keep(prompt, "answer", said), late=prompt.state == "closed")
