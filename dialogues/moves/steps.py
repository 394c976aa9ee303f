"""Small words that every move uses: the shape of a step, and saying one thing."""

from datetime import datetime, timedelta
from typing import Any

from dialogues import moments
from dialogues.effects import Effect, Say
from dialogues.model import Library
from dialogues.people import ItemKind, Memory, Prompt
from dialogues.scene import Scene
from dialogues.talk import Talk

_FIRST: dict[ItemKind, str] = {
    "question": "answer", "paradox": "position", "integrity_case": "choose", "pulse": "pick",
    "intention_check": "pick", "paradox_revisit": "position", "programme_end": "discovery",
}  # fmt: skip

Step = tuple[Talk, tuple[Effect, ...]]


def says(talk: Talk, screen: str, about: int = 0, **args: Any) -> Step:
    """Stay where we are and say one screen."""
    return talk, (Say(screen, args, about),)


def thanks(scene: Scene, *, short: bool) -> tuple[str, Memory]:
    """The next neutral thanks, never the same twice in a row, and the memory of having said it."""
    memory = scene.leader.memory
    turn = memory.thanks + 1
    screen = "thanks_5" if short else f"thanks_{turn % 4 + 1}"
    return screen, memory.but(thanks=turn, silences=0, skips=0)


def item_args(prompt: Prompt, **args: Any) -> dict[str, Any]:
    """What a screen needs to show the item of a prompt."""
    return {"kind": prompt.kind, "item": prompt.item, "prompt": prompt.id, **args}


def first_stage(kind: ItemKind, item: str, library: Library) -> str:
    """Where the talk about an item begins: with a tap where there is something to tap."""
    if kind == "question" and library.questions[item].kind != "open":
        return "pick"
    return _FIRST[kind]


def in_a_month(scene: Scene) -> datetime:
    """Four weeks from now, at a free moment of the leader's."""
    return moments.next_free(scene.now + timedelta(weeks=4), scene.leader.rhythm)
