"""The taps under a thanks, page by page in one message: mood and energy, then what only the leader can tell."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Final, Literal

from dialogues.language import words
from dialogues.people import Id, ItemKind, Memory
from dialogues.scene import Scene

Page = Literal["mood", "insight", "recognise", "closed"]

NAMES = {"mood": "PU-05", "energy": "PU-06", "insight": "insight", "recognise": "recognise"}  # as they are kept
MOODS = ("mood", "energy")
_STEPS = frozenset("12345")
_TOLD = frozenset({"yes", "no", "unsure"})
VALUES: Mapping[str, frozenset[str]] = {"mood": _STEPS, "energy": _STEPS, "insight": _TOLD, "recognise": _TOLD}
_REFLECTIVE: frozenset[ItemKind] = frozenset({"question", "paradox", "paradox_revisit"})
AGAIN: Final = timedelta(hours=4)  # half a working day: a mood of minutes ago is still the same, one of lunch is not
BETWEEN: Final = 2  # days from one question that only the leader can answer to the next: never two days running
_OTHER: Mapping[str, Page] = {"insight": "recognise", "recognise": "insight"}
LENGTH = 12  # words, of all that was said to a prompt, from which there may be something to recognise


def at(scene: Scene, taps: Mapping[str, str], *, moods: bool, telling: bool) -> Page:
    """The first page with something left to tap.

    `taps`: kept values by the name they are kept under; `moods` and `telling`: are these still to be asked?
    """
    if moods and any(NAMES[name] not in taps for name in MOODS):
        return "mood"
    page = turn(scene) if telling else "closed"
    return "closed" if page in taps else page


def turn(scene: Scene) -> Page:
    """What only the leader can tell is asked one thing an answer, in turns; an echo asks enough by itself."""
    if scene.echo is not None:
        return "closed"
    if (last := scene.leader.memory.telling) is None:
        return "insight"
    day, name, prompt = last
    other = _OTHER[name]
    if scene.prompt is not None and prompt == scene.prompt.id:
        return _OTHER[other]
    return other if (scene.today - day).days >= BETWEEN else "closed"


def due(scene: Scene) -> bool:
    """Is it long enough ago that mood and energy were asked or tapped?"""
    last = scene.leader.memory.moods
    return last is None or scene.now - last[0] >= AGAIN


def noted(page: Page, prompt: Id, scene: Scene, memory: Memory) -> Memory:
    """The memory of having shown a page."""
    match page:
        case "mood":
            return memory.but(moods=(scene.now, prompt))
        case "insight" | "recognise":
            return memory.but(telling=(scene.today, page, prompt))
        case _:  # nothing was shown that has to be remembered
            return memory


def reflective(scene: Scene, *said: str) -> bool:
    """Is what was said to this prompt (with what is `said` now) enough, and of a kind, to ask what it showed?"""
    if scene.prompt is None or scene.prompt.kind not in _REFLECTIVE:
        return False
    if any(answer.care != "none" for answer in scene.answers):
        return False
    given = (*(answer.text for answer in scene.answers if answer.state == "kept"), *said)
    return sum(words.count(text) for text in given) >= LENGTH
