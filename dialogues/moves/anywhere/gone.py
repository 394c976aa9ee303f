"""Who stopped is asked nothing any more: their words go to no question, and get one sentence with the way back."""

from dataclasses import replace

from dialogues.effects import Ask, Become, Effect, Say
from dialogues.events import Said
from dialogues.language import words
from dialogues.moves.steps import Step
from dialogues.scene import Scene
from dialogues.talk import OnPrompt, Resting, Talk
from dialogues.wishes import queries

TELLS, ASKS = 5, 8  # words: fewer than these are a greeting, and fewer than those name a question to have one
# Said of questions or of a rest from them, to somebody who gets some.
_OF_QUESTIONS = frozenset({
    "nothing_open", "next_none", "next_at", "other_none", "not_paused", "question_unknown",
    "stop_confirm", "pause", "pause_when", "pause_past",
})  # fmt: skip
OFFER = "not_understood"


def apart(talk: Talk, said: Said, scene: Scene) -> tuple[Talk, Said, Scene]:
    """The talk and the scene without any prompt, whatever was open when they stopped."""
    alone = replace(scene, prompt=None, held=(), answers=(), aside=(), waiting=None)
    return Resting() if isinstance(talk, OnPrompt) else talk, said, alone


def without_asking(decided: Step, said: Said) -> Step:
    """What was decided, unless it asks or speaks of questions: then the way back, and a thought may still be kept."""
    talk, effects = decided
    if any(isinstance(effect, Become) and effect.leader.state == "active" for effect in effects):
        return decided
    if offers(effects):
        return (talk, tuple(map(_told_first, effects))) if tells(said.text) else still()
    return still() if any(map(_asks, effects)) else decided


def offers(effects: tuple[Effect, ...]) -> bool:
    """Is it offered to keep the words as a thought?"""
    return any(isinstance(effect, Say) and effect.screen == OFFER for effect in effects)


def tells(text: str) -> bool:
    """Do these words tell something?"""
    most = ASKS if queries.names_a_question(text) else TELLS
    return words.count(text) >= most and not text.rstrip().endswith("?")


def still() -> Step:
    """That they have stopped, and how to come back."""
    return Resting(), (Say("stopped_still"),)


def _asks(effect: Effect) -> bool:
    return isinstance(effect, Ask) or (isinstance(effect, Say) and effect.screen in _OF_QUESTIONS)


def _told_first(effect: Effect) -> Effect:
    offer = isinstance(effect, Say) and effect.screen == OFFER
    return replace(effect, args={"intro": "stopped_still"}) if offer and isinstance(effect, Say) else effect
