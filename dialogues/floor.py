"""Whose turn it is: the prompt that plain words answer when no other one was shown since."""

from collections.abc import Sequence
from datetime import datetime

from dialogues.people import Prompt

TAPS = {"1", "2", "3", "4", "5"}


def waits(prompt: Prompt, now: datetime) -> bool:
    """Does it still wait for words: open, past its window, stopped halfway, or skipped less than a day ago?"""
    if prompt.state == "skipped":
        return now <= prompt.expires_at
    return prompt.state != "answered" or prompt.stage != "done"


def taps_pulse(text: str, asked: Sequence[Prompt], now: datetime) -> bool:
    """Is this a number while a pulse was asked last? Then it is for that, also shortly after an answer."""
    return text.strip() in TAPS and bool(asked) and asked[-1].kind == "pulse" and waits(asked[-1], now)


def after(prompt: Prompt, asked: Sequence[Prompt]) -> Prompt | None:
    """The newest question that is open and was asked after this prompt; words go to it again when this one is done."""
    later = (each for each in reversed(asked) if each.state == "open" and each.kind != "pulse")
    return next((each for each in later if each.asked_at > prompt.asked_at and each.id != prompt.id), None)


def answered_by(text: str, asked: Sequence[Prompt], now: datetime) -> Prompt | None:
    """The prompt that these words answer, among what was asked lately (oldest first); None when nothing waits.

    Only what was asked last takes words. A pulse asks for one tap: it takes a number, and words go to the question
    before it while that waits.
    """
    newest = asked[-1] if asked else None
    question = next((prompt for prompt in reversed(asked) if prompt.kind != "pulse"), None)
    for prompt in (newest, question) if text.strip() in TAPS else (question, newest):
        if prompt is not None and waits(prompt, now):
            return prompt
    return None
