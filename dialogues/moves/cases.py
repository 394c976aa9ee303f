"""An integrity case: a choice between acts, what it protects and costs, and one closing question."""

from dataclasses import replace

from dialogues.effects import Mark, Say, Turn
from dialogues.events import Said
from dialogues.moves import typed
from dialogues.moves.closing import finished, keep, settled
from dialogues.moves.steps import Step, item_args, present, says, shown, unchosen
from dialogues.people import Part, Prompt
from dialogues.scene import Scene
from dialogues.talk import OnPrompt, Talk

REAL = "real"  # the stage of a case that was said to be no invented one; a choice undoes that
PARTS: dict[str, Part] = {"choose": "answer", "reflect": "followup", "closing": "closing"}


def chosen(prompt: Prompt, scene: Scene, message: int | None) -> Step:
    """An act was chosen: its reflection, which asks something itself."""
    turned = replace(prompt, state="answered", stage="reflect")
    seen = (*(invented(scene) if prompt.stage == REAL else ()), *shown(prompt, message))
    reflected = Say("case_reflection", item_args(prompt), prompt.id)
    return OnPrompt(prompt.id), (present(scene.leader), Turn(turned), *settled(prompt), *seen, reflected)


def invented(scene: Scene) -> tuple[Mark, ...]:
    """It was no real case after all: what was written about it is an answer like any other."""
    return tuple(Mark(answer.id, care="none") for answer in scene.answers if answer.care == "report")


def reopened(prompt: Prompt, scene: Scene) -> Step:
    """It was a mistake to call it real: the case is shown once more, and waits for a choice."""
    turned = replace(prompt, state="open", stage="choose")
    return OnPrompt(prompt.id), (*invented(scene), Turn(turned), Say("prompt", item_args(prompt), prompt.id))


def looked(talk: Talk, prompt: Prompt, option: str, message: int, scene: Scene) -> Step:
    """A look at one other option, in place of the reflection that was shown; the choice itself stays."""
    if option not in {known.id for known in scene.library.cases[prompt.item].options}:
        return says(talk, "stale_button")
    return talk, (Say("case_reflection", item_args(prompt, option=option), prompt.id, edits=message),)


def heard(prompt: Prompt, said: Said, scene: Scene) -> Step:
    """Words before the choice are kept; words after it answer the reflection, then the closing question."""
    kept = keep(prompt, PARTS[prompt.stage], said)
    if prompt.stage == "choose" and prompt.state == "open":
        options = scene.library.cases[prompt.item].options
        return OnPrompt(prompt.id), (kept, *unchosen(said, scene, len(options)))
    if prompt.stage == "reflect" and not typed.enough_among(said.text, scene):
        asked = Say("case_closing", item_args(prompt), prompt.id)
        return OnPrompt(prompt.id), (kept, Turn(replace(prompt, stage="closing")), asked)
    return finished(prompt, said, scene, kept)
