"""An integrity case: a choice between acts, what it protects and costs, and one closing question."""

from dataclasses import replace

from dialogues.effects import Become, Effect, Say, Turn
from dialogues.events import Said
from dialogues.moves.closing import finished, keep, settled
from dialogues.moves.steps import Step, item_args, says
from dialogues.people import Part, Prompt
from dialogues.scene import Scene
from dialogues.talk import OnPrompt


def chosen(prompt: Prompt, scene: Scene, message: int | None) -> Step:
    """An act was chosen: its reflection, then the closing question."""
    turned = replace(prompt, state="answered", stage="closing")
    memory = scene.leader.memory.but(skips=0, silences=0)
    become = Become(replace(scene.leader, memory=memory))
    shown: tuple[Effect, ...] = ()
    if message is not None:
        shown = (Say("prompt", item_args(prompt), prompt.id, edits=message),)
    reflected = Say("case_reflection", item_args(prompt), prompt.id)
    return OnPrompt(prompt.id), (become, Turn(turned), *settled(prompt), *shown, reflected)


def looked(prompt: Prompt, option: str, scene: Scene, message: int) -> Step:
    """A look at one other option, in place of the reflection that was shown; the choice itself stays."""
    if option not in {known.id for known in scene.library.cases[prompt.item].options}:
        return says(OnPrompt(prompt.id), "stale_button")
    shown = Say("case_reflection", item_args(prompt, option=option), prompt.id, edits=message)
    return OnPrompt(prompt.id), (shown,)


def heard(prompt: Prompt, said: Said, scene: Scene) -> Step:
    """Words before the choice are kept; words after it answer the closing question."""
    part: Part = "closing" if prompt.stage == "closing" else "answer"
    kept = keep(prompt, part, said)
    if prompt.stage == "choose" and prompt.state == "open":
        options = scene.library.cases[prompt.item].options
        return OnPrompt(prompt.id), (kept, Say("choose_first", {"min": "1", "max": str(len(options))}))
    return finished(prompt, said, scene, kept, late=prompt.state == "closed")
