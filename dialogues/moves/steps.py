"""Small words that every move uses: the shape of a step, and saying one thing."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from dialogues.asking import moments
from dialogues.effects import Become, Effect, React, Redraw, Say, Turn
from dialogues.events import Said
from dialogues.model import Library
from dialogues.people import TOLD, ItemKind, Leader, Memory, Part, Prompt
from dialogues.scene import Scene
from dialogues.talk import Talk

_FIRST: dict[ItemKind, str] = {
    "question": "answer", "paradox": "position", "integrity_case": "choose", "pulse": "pick",
    "intention_check": "pick", "paradox_revisit": "position", "programme_end": "discovery",
}  # fmt: skip

# What words are kept as, by the stage of the talk about a prompt; at other stages they are the answer itself.
_PARTS: dict[str, Part] = {
    "followup": "followup", "deeper": "deeper", "reflect": "followup", "why": "why", "other": "other", "both": "both",
    "offer": "own_case", "own_case": "own_case", "changed": "changed", "closing": "closing", "learning": "learning",
    "discovery": "discovery", "done": "addition",
}  # fmt: skip

Step = tuple[Talk, tuple[Effect, ...]]


def part_of(prompt: Prompt) -> Part:
    """What words are kept as, at the point that the talk about a prompt has reached."""
    return _PARTS.get(prompt.stage, "answer")


def says(talk: Talk, screen: str, about: int = 0, **args: Any) -> Step:
    """Stay where we are and say one screen."""
    return talk, (Say(screen, args, about),)


def thanks(scene: Scene, *, short: bool, heavy: bool) -> tuple[str, Memory]:
    """The next neutral thanks, never the same twice in a row, and the memory of having said it."""
    memory = scene.leader.memory
    turn = memory.thanks + 1
    neutral = f"thanks_{turn % 4 + 1}"
    screen = "thanks_5" if short else "thanks_6" if heavy else neutral
    if screen == memory.thanked:
        screen = neutral
    return screen, memory.but(thanks=turn, thanked=screen, silences=0, skips=0)


def present(leader: Leader) -> Become:
    """Somebody who gives something is neither silent nor skipping."""
    return Become(replace(leader, memory=leader.memory.but(skips=0, silences=0)))


def item_args(prompt: Prompt, **args: Any) -> dict[str, Any]:
    """What a screen needs to show the item of a prompt."""
    return {"kind": prompt.kind, "item": prompt.item, "prompt": prompt.id, **args}


def shown(prompt: Prompt, message: int | None) -> tuple[Effect, ...]:
    """The value that was chosen, on the item itself: in the message that was pressed, or where it was sent."""
    return (Redraw(prompt) if message is None else Say("prompt", item_args(prompt), prompt.id, edits=message),)


def unchosen(prompt: Prompt, said: Said, scene: Scene, most: int) -> tuple[Effect, ...]:
    """What is said to words in place of a number from 1 to `most`, never the same twice; in the end a quiet receipt."""
    screen = ("choose_first", "choose_again", "")[min(len(scene.answers), 2)]
    told = Say(screen, {"min": "1", "max": str(most)}) if screen else React(said.message)
    return *there(prompt, scene), told


def there(prompt: Prompt, scene: Scene) -> tuple[Effect, ...]:
    """Whoever writes where a tap is asked for is no silent one."""
    return present(scene.leader), Turn(replace(prompt, asked=TOLD))


def first_stage(kind: ItemKind, item: str, library: Library) -> str:
    """Where the talk about an item begins: with a tap where there is something to tap."""
    if kind == "question" and library.questions[item].kind != "open":
        return "pick"
    return _FIRST[kind]


def in_a_month(scene: Scene) -> datetime:
    """The next question for who wants one a month."""
    return moments.monthly_at(scene.now, scene.leader.rhythm)
