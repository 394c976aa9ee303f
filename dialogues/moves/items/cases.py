"""An integrity case: a choice between acts, what it protects and costs, and one closing question."""

from dataclasses import replace

from dialogues.care import safety
from dialogues.effects import Effect, Mark, Say, Treat, Turn
from dialogues.events import Said
from dialogues.moves import typed
from dialogues.moves.keeping.closing import finished, keep, settled
from dialogues.moves.steps import Step, item_args, present, says, shown, unchosen
from dialogues.people import Part, Prompt
from dialogues.scene import Scene
from dialogues.talk import OnPrompt, Resting, Talk
from dialogues.wishes import brief

REPORT = safety.Alarm("integrity_report")
REAL = "real"  # the stage of a case that was said to be no invented one; a choice undoes that
PARTS: dict[str, Part] = {"choose": "answer", "reflect": "followup", "closing": "closing"}


def chosen(prompt: Prompt, scene: Scene, message: int | None) -> Step:
    """An act was chosen: its reflection, which asks something itself."""
    turned = replace(prompt, state="answered", stage="reflect")
    seen = (*(invented(scene) if prompt.stage == REAL else ()), *shown(prompt, message))
    reflected = Say("case_reflection", item_args(prompt), prompt.id)
    return OnPrompt(prompt.id), (present(scene.leader), Turn(turned), *settled(prompt), *seen, reflected)


def only_real(text: str, scene: Scene) -> bool:
    """Does it say no more than that this is no invented case, as the button does?"""
    label = typed.button(text, scene.library.messages["real_case"])
    return label == "real" or brief.says(text, "real", "around real")


def real(prompt: Prompt, scene: Scene) -> Step:
    """It is no invented case but a real situation: no questions about it, only where to go; words stay apart."""
    if prompt.stage == REAL:
        return Resting(), ()  # tapped twice
    latest = scene.answers[-1].id if scene.answers else 0
    told = Say("integrity_report", {"real": True}, latest, weight="safety")
    return Resting(), (*called_real(prompt, scene), told)


def called_real(prompt: Prompt, scene: Scene) -> tuple[Effect, ...]:
    """What was written about it before is kept apart, and nothing more is asked."""
    marked = (Mark(answer.id, care="report") for answer in scene.answers)
    return *marked, Turn(replace(prompt, state="answered", stage=REAL)), *settled(prompt)


def invented(scene: Scene) -> tuple[Effect, ...]:
    """It was no real case after all: what was written is an answer like any other, but for what called it real."""
    flagged = [answer for answer in scene.answers if answer.care == "report"]
    calls = (one for one in flagged if safety.screen(one.text, scene.library, inside_case=True) == REPORT)
    return (
        *(Mark(answer.id, care="none") for answer in flagged),
        *(Treat(answer.id, "hidden", ("kept",)) for answer in calls),
    )


def reopened(prompt: Prompt, scene: Scene) -> Step:
    """It was a mistake to call it real: back to the choice, or to what was asked after it."""
    if "choice" in scene.taps:
        turned, asked = replace(prompt, stage="reflect"), Say("case_reflection", item_args(prompt), prompt.id)
    else:
        turned, asked = replace(prompt, state="open", stage="choose"), Say("prompt", item_args(prompt), prompt.id)
    return OnPrompt(prompt.id), (*invented(scene), Turn(turned), asked)


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
        return OnPrompt(prompt.id), (kept, *unchosen(prompt, said, scene, len(options)))
    if prompt.stage == "reflect" and typed.enough_among(said.text, scene):
        return finished(prompt.leaving("closing"), said, scene, kept)
    if prompt.stage == "reflect":
        asked = Say("case_closing", item_args(prompt), prompt.id)
        return OnPrompt(prompt.id), (kept, Turn(replace(prompt, stage="closing")), asked)
    return finished(prompt, said, scene, kept)
