"""Words under a further step that are no answer to it: on to the next one, an offer taken or left, or a slip."""

import re
from dataclasses import replace

from dialogues.effects import React, Say, Turn
from dialogues.events import Said
from dialogues.moves.items import controls, dilemmas, revising, values
from dialogues.moves.keeping import gathering
from dialogues.moves.steps import Step, item_args
from dialogues.people import Prompt
from dialogues.scene import Scene
from dialogues.talk import OnPrompt
from dialogues.wishes import brief

OWN = ("offer", "own_case")
_YES = re.compile("[\U0001f44d\U0001f44c\u2705\u2714\U0001f64f\ufe0f\U0001f3fb-\U0001f3ff\\s]+")


def instead(prompt: Prompt, said: Said, scene: Scene) -> Step | None:
    """In place of an answer; None for words that may be one, or that go on with one."""
    if prompt.state != "answered" or gathering.pieces(prompt, scene):
        return None
    if prompt.stage == "reflect" and another(said.text):
        return OnPrompt(prompt.id), (beside(prompt, scene),)
    if revising.open_still(prompt, scene) and _only("slip", said.text):
        most = str(len(values.options(prompt, scene)))
        return OnPrompt(prompt.id), (Say("choose_anew", {"min": "1", "max": most}),)
    nods = _YES.fullmatch(said.text) is not None
    if prompt.stage == "offer" and (nods or _only("accepting", said.text)):
        return dilemmas.offered(prompt)
    if prompt.stage in OWN and _only("nothing of one's own", said.text):
        return controls.enough(OnPrompt(prompt.id), prompt, scene)
    if nods:  # a nod is no answer, and not yet a wish to go on
        return OnPrompt(prompt.id), (React(said.message),)
    return following(prompt, scene) if _only("to the next", said.text) else None


def another(text: str) -> bool:
    """Is it short for the button that shows another one?"""
    return brief.says(text, "another", "around another")


def beside(prompt: Prompt, scene: Scene) -> Say:
    """The option after the one that was chosen, as the button under its reflection shows it."""
    options = [option.id for option in scene.library.cases[prompt.item].options]
    chosen = options.index(scene.taps["choice"]) if scene.taps.get("choice") in options else 0
    return Say("case_reflection", item_args(prompt, option=options[(chosen + 1) % len(options)]), prompt.id)


def following(prompt: Prompt, scene: Scene) -> Step | None:
    """The next step without an answer to this one; after the last one it is enough."""
    if prompt.stage == "reflect":
        asked = Say("case_closing", item_args(prompt), prompt.id)
        return OnPrompt(prompt.id), (Turn(replace(prompt, stage="closing")), asked)
    if prompt.stage in dilemmas.NEXT:
        return dilemmas.onward(prompt, dilemmas.NEXT[prompt.stage])
    return controls.enough(OnPrompt(prompt.id), prompt, scene)


def _only(section: str, text: str) -> bool:
    return brief.says(text, section, "around empty")
