"""The taps under a thanks, page by page in one message: mood and energy, then what only the leader can tell."""

from collections.abc import Mapping
from typing import Literal

from dialogues import words
from dialogues.people import ItemKind
from dialogues.scene import Scene

Page = Literal["mood", "insight", "recognise", "closed"]

NAMES = {"mood": "PU-05", "energy": "PU-06", "insight": "insight", "recognise": "recognise"}  # as they are kept
MOODS = ("mood", "energy")
_STEPS = frozenset("12345")
_TOLD = frozenset({"yes", "no", "unsure"})
VALUES: Mapping[str, frozenset[str]] = {"mood": _STEPS, "energy": _STEPS, "insight": _TOLD, "recognise": _TOLD}
_REFLECTIVE: frozenset[ItemKind] = frozenset({"question", "paradox", "paradox_revisit"})
LENGTH = 12  # words, of all that was said to a prompt, from which there may be something to recognise


def at(scene: Scene, taps: Mapping[str, str], *, moods: bool, telling: bool) -> Page:
    """The first page with something left to tap.

    `taps`: kept values by the name they are kept under; `moods` and `telling`: are these still to be asked?
    """
    if moods and any(NAMES[name] not in taps for name in MOODS):
        return "mood"
    if telling and "insight" not in taps:
        return "insight"
    if telling and "recognise" not in taps and scene.echo is None:  # an echo asks that, with the words
        return "recognise"
    return "closed"


def reflective(scene: Scene, *said: str) -> bool:
    """Is what was said to this prompt (with what is `said` now) enough, and of a kind, to ask what it showed?"""
    if scene.prompt is None or scene.prompt.kind not in _REFLECTIVE:
        return False
    if any(answer.care != "none" for answer in scene.answers):
        return False
    given = (*(answer.text for answer in scene.answers if answer.state == "kept"), *said)
    return sum(words.count(text) for text in given) >= LENGTH
