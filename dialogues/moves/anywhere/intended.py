"""An intention made in words: its when-then form typed at once, and what is to be one, named or written just before."""

import re

from dialogues import markers
from dialogues.answers import forming
from dialogues.effects import Cancel, Effect, Intend, IntendFrom, Outdate, Reword, Treat
from dialogues.events import Said
from dialogues.language import words
from dialogues.moves import typed
from dialogues.moves.steps import Step, says
from dialogues.people import Prompt
from dialogues.scene import Scene
from dialogues.talk import Asking, OnPrompt, Resting, Talk
from dialogues.wishes import commanding, leaving, queries, sparing

FORM = "intention_form"
LONG = 25  # words of an answer that plans nothing: of so many it is asked which are meant
_NAMED = re.compile(
    r"\s*(?:(?:mijn|een|nieuw|nieuwe|my|a|an|new) )*(?:voornemen|intentie|intention|resolution)\s*[:–—-]\s*"
    r"(?P<what>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_SMALL = (
    r"(?:er|dit|dat|die|het|hier|daar|hiervan|daarvan|ook|even|maar|graag|een|n|van|als|op|bij|mijn|m'n|nieuw|antwoord"
    r"|this|that|it|one"
    r"|what i (?:said|wrote)|wat ik (?:zei|schreef)|an?|my|the|into|as|to|down|new|answer|please|aub|then|dan|now|nu)"
)
_CALLS = re.compile(
    r"(?:(?:ja|yes|ok|oke|okay|please|graag|nou|kun|kan|wil|je|can|could|would|you|let's|laten|we|ik|i|i'd|want|like"
    r"|to) )*"
    rf"(?:maak|maken|make|noteer|note|zet|put|bewaar|save|keep|schrijf|write|turn|add|neem) (?:{_SMALL} )*"
    rf"(?:voornemens?|intenties?|intentions?)(?: {_SMALL})*(?: (?:maken|noteren|of (?:it|this|that)))?"
)


def told(talk: Talk, after: Talk, said: Said, scene: Scene) -> Step | None:
    """What becomes an intention, or its form; None for words that are for something else.

    `after`: where the talk stands beside it.
    """
    if not isinstance(talk, Resting | OnPrompt) or scene.leader.state not in ("active", "paused"):
        return None
    if (noted := formed(said, scene) or named(said, scene)) is not None:
        return after, noted
    return made(talk, said, scene)


def formed(said: Said, scene: Scene) -> tuple[Effect, ...] | None:
    """A sentence with its moment, or the moment, right after that was offered."""
    if scene.confirming != FORM:
        return None
    form = forming.form(said.text, scene.language)
    if form is None or wishes(said.text):
        return None
    return Reword(scene.confirmed, said.text.strip()), Outdate(frozenset({FORM}), scene.confirmed)


def named(said: Said, scene: Scene) -> tuple[Effect, ...] | None:
    """What stands behind "voornemen:", where it is no answer to what is open."""
    found = _NAMED.fullmatch(said.text)
    if found is None or going(scene.prompt):
        return None
    return (Intend(found["what"].strip(), None),)


def made(talk: Talk, said: Said, scene: Scene) -> Step | None:
    """That what was just written is to be an intention: the loose thought, or the answer; which one is asked else."""
    if not calls(said.text):
        return None
    if isinstance(talk, Resting) and talk.thought:
        kept = (Treat(talk.thought, "kept", ("held",)), Cancel("thought", talk.thought)) if talk.held else ()
        return Resting(thought=talk.thought), (*kept, IntendFrom(talk.thought))
    answers = [answer for answer in scene.answers if answer.care == "none" and answer.state == "kept"]
    if not answers or (scene.prompt is not None and scene.prompt.kind == "intention_check"):
        return says(Asking("intention"), "intentions", asks=True)
    planned = [answer for answer in answers if plans(answer.text, scene)]
    if not planned and words.count(answers[-1].text) > LONG:
        return says(Asking("intention"), "intentions", asks=True)
    return talk, (IntendFrom((planned or answers)[-1].id),)


def calls(text: str) -> bool:
    """Is it no more than that something is to be an intention?"""
    return _CALLS.fullmatch(typed.plain(text).strip(" ?")) is not None


def plans(text: str, scene: Scene) -> bool:
    """Does the writer mean to do something?"""
    return "intention" in markers.present(text, words.language(text, scene.language))


def wishes(text: str) -> bool:
    """Is it to be asked otherwise, or not at all, rather than a moment of one's own?"""
    asked = queries.meant(text) or leaving.wish(text) or commanding.command(text)
    return asked is not None or sparing.wished(text)


def going(prompt: Prompt | None) -> bool:
    """Is there something that words may still be an answer to?"""
    return prompt is not None and not prompt.over
