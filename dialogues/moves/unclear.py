"""What is asked is not understood: it comes once more, under a sentence that fits its kind; nothing is kept of that."""

import re
from dataclasses import replace

from dialogues.asking import windows
from dialogues.effects import Say
from dialogues.events import Said
from dialogues.moves import dilemmas, doubting, values
from dialogues.moves.steps import Step, item_args, there
from dialogues.moves.values import CHOOSING
from dialogues.people import ItemKind, Prompt
from dialogues.scene import Scene
from dialogues.talk import OnPrompt
from dialogues.wishes import brief

_CHOICES: dict[ItemKind, str] = {
    "paradox": "place_unclear", "paradox_revisit": "place_unclear", "integrity_case": "case_unclear",
    "pulse": "scale_unclear", "intention_check": "check_unclear",
}  # fmt: skip
_OF_CHOICE = {"paradox", "paradox_revisit", "integrity_case"}
_SCREENS = {
    "followup": "followup", "deeper": "followup", "reflect": "case_reflection", "closing": "case_closing",
    "learning": "intention_learning",
}  # fmt: skip
_OF_DILEMMAS = {"why", "other", "both", "changed", "offer", "own_case"}


ASKED_BACK = 8  # words; a longer question is what somebody thinks


def instead(prompt: Prompt, said: Said, scene: Scene) -> Step | None:
    """Where a tap is asked for: words that hold nothing, or that ask back; None for words that say something."""
    if prompt.stage not in CHOOSING or prompt.kind not in values.COUNTED:
        return None
    if empty(prompt, said.text):
        asked = Say("choose_inkling", {"min": "1", "max": str(len(values.options(prompt, scene)))})
        return OnPrompt(prompt.id), (*there(prompt, scene), asked)
    short = len(said.text.split()) <= ASKED_BACK and said.text.rstrip().endswith("?")
    return doubting.asked(prompt, said, scene, "meant_question") if short and prompt.kind in _OF_CHOICE else None


def empty(prompt: Prompt, text: str) -> bool:
    """Is there nothing in it that could be kept? A mood may be told to a pulse or a scale, also by a face alone."""
    sections = ("unknowing", "empty") if prompt.kind in _OF_CHOICE else ("unknowing",)
    bare = prompt.kind in _OF_CHOICE and re.search(r"\w", text) is None
    return bare or any(brief.says(text, section, "around empty") for section in sections)


def again(prompt: Prompt, scene: Scene) -> Say:
    """The step at hand with its explanation above it; what is over comes without its buttons."""
    asked = step(prompt)
    over = {"closed": True} if windows.over(prompt, scene.now) else {}
    return replace(asked, args={**asked.args, "intro": explanation(prompt, scene), **over})


def step(prompt: Prompt) -> Say:
    """What is asked now, as it was asked."""
    if prompt.stage in _OF_DILEMMAS:
        return dilemmas.asked(prompt, prompt.stage)
    screen = _SCREENS.get(prompt.stage, "prompt")
    return Say(screen, item_args(prompt, key=prompt.asked) if screen == "followup" else item_args(prompt), prompt.id)


def explanation(prompt: Prompt, scene: Scene) -> str:
    """The message that says what is wanted here."""
    if prompt.stage in CHOOSING:
        scale = scene.question is not None and scene.question.scale is not None
        return _CHOICES.get(prompt.kind, "scale_unclear" if scale else "choice_unclear")
    return "question_unclear" if prompt.stage == "answer" else "step_unclear"
