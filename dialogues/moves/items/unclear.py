"""What is asked is not understood: it comes once more, under a sentence that fits its kind; nothing is kept of that."""

import re
from dataclasses import replace

from dialogues.asking import windows
from dialogues.effects import React, Say, Turn
from dialogues.events import Said
from dialogues.model import Scale
from dialogues.moves.items import controls, dilemmas, values
from dialogues.moves.items.values import CHOOSING
from dialogues.moves.keeping import doubting
from dialogues.moves.keeping.closing import keep
from dialogues.moves.steps import Step, item_args, present
from dialogues.people import TOLD, ItemKind, Prompt
from dialogues.scene import Scene
from dialogues.talk import OnPrompt, Resting
from dialogues.wishes import brief, queries

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

AGAIN, RESTS = f"{TOLD} again", f"{TOLD} to rest"  # the same, when it got words that hold nothing twice, and thrice
ASKED_BACK = 8  # words; a longer question is what somebody thinks


def instead(prompt: Prompt, said: Said, scene: Scene) -> Step | None:
    """Where a tap is asked for: words that hold nothing, or that ask back; None for words that say something."""
    if prompt.stage not in CHOOSING or prompt.kind not in values.COUNTED:
        return None
    if (scale := values.scale_of(prompt, scene)) is not None and of_a_scale(said.text):
        return worded(prompt, scale, said)
    if empty(prompt, said.text):
        return inkling(prompt, said, scene)
    if prompt.kind in _OF_CHOICE and queries.was_away(said.text):
        asked = step(prompt)
        return OnPrompt(prompt.id), (replace(asked, args={**asked.args, "intro": "no_hurry"}),)
    short = len(said.text.split()) <= ASKED_BACK and said.text.rstrip().endswith("?")
    return doubting.asked(prompt, said, scene, "meant_question") if short and prompt.kind in _OF_CHOICE else None


def ahead(prompt: Prompt, said: Said) -> Step | None:
    """In place of an answer that only says that a question follows; None for other words."""
    if not brief.says(said.text, "a question ahead", "around a question ahead"):
        return None
    return OnPrompt(prompt.id), (Say("ask_away"),)


def of_a_scale(text: str) -> bool:
    """Is it no more than how well something is, without saying which number that would be?"""
    return brief.says(text, "how well", "around how well")


def worded(prompt: Prompt, scale: Scale, said: Said) -> Step:
    """Which number is that? Asked once; when more such words come they are kept beside it, and the buttons stay."""
    after = Resting() if prompt.kind == "pulse" else OnPrompt(prompt.id)  # a pulse never keeps the floor
    if prompt.asked.startswith(TOLD):
        return after, (keep(prompt, "answer", said), React(said.message))
    which = Say("scale_word", {"min": str(scale.min), "max": str(scale.max)})
    return after, (Turn(replace(prompt, asked=TOLD)), which)


def inkling(prompt: Prompt, said: Said, scene: Scene) -> Step:
    """A first inclination will do; asked for twice, in other words, and then it is let go of."""
    if prompt.asked == RESTS:
        return Resting(), (React(said.message),)
    if prompt.asked == AGAIN:
        return controls.skipped(replace(prompt, asked=RESTS), scene, "choose_rests")
    args = {"min": "1", "max": str(len(values.options(prompt, scene)))}
    screen, asked = ("choose_lightly", AGAIN) if prompt.asked == TOLD else ("choose_inkling", TOLD)
    return OnPrompt(prompt.id), (present(scene.leader), Turn(replace(prompt, asked=asked)), Say(screen, args))


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
