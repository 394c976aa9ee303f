"""A pulse is one tap, shown in place; words instead of a tap are kept as a thought with it."""

from dataclasses import replace

from dialogues.effects import Become, Effect, Say, Turn
from dialogues.events import Said
from dialogues.moves.keeping.closing import finished, keep, settled
from dialogues.moves.steps import Step, present, shown
from dialogues.people import Prompt
from dialogues.scene import Scene
from dialogues.talk import Resting

ENERGY = "PU-01"  # at the end of a week


def chosen(prompt: Prompt, value: str, scene: Scene, message: int | None) -> Step:
    """The tap is shown in place; three very low ones in four weeks bring a gentle word."""
    turned = replace(prompt, state="answered", stage="done")
    here = present(scene.leader)
    if prompt.item == ENERGY:  # beside an answer of the same afternoon it is not asked once more
        here = Become(replace(here.leader, memory=here.leader.memory.but(moods=(scene.now, 0))))
    return Resting(prompt.id), (
        here, Turn(turned), *settled(prompt), *shown(prompt, message), *gently(value, scene),
    )  # fmt: skip


def gently(value: str, scene: Scene) -> tuple[Effect, ...]:
    """A word of care when this is the third very low value in four weeks."""
    return (Say("severe_strain", weight="safety"),) if scene.strained and value == "1" else ()


def heard(prompt: Prompt, said: Said, scene: Scene) -> Step:
    """Words with a pulse."""
    return finished(prompt, said, scene, keep(prompt, "answer", said))
