"""Words to a prompt that the programme has closed: kept as a thought beside it, with one kind sentence."""

from dialogues.effects import Keep, React, Say
from dialogues.events import Said
from dialogues.moves.keeping.closing import names
from dialogues.moves.steps import Step
from dialogues.people import Prompt
from dialogues.scene import Scene
from dialogues.talk import Resting


def heard(prompt: Prompt, said: Said, scene: Scene) -> Step:
    """The first words get the sentence, what follows shortly a quiet receipt."""
    kept = Keep(prompt.id, "thought", said.text, said.message, late=True, named=names(said.text))
    more = scene.joins_last and any(answer.part == "thought" for answer in scene.answers)
    return Resting(prompt.id), (kept, React(said.message) if more else Say("kept_past"))
