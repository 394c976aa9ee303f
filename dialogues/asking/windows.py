"""How long words belong to a prompt: in time, late, or when the programme has gone on without them.

A prompt is open until the next touch, or for five days. What comes then is late: it counts as ever, and is marked so.
Two weeks after the prompt (or after its return from a snooze) the programme has closed it: words are still kept, as a
thought beside it, and no longer count as its answer.
"""

from datetime import datetime, timedelta
from typing import Literal

from dialogues.asking import moments
from dialogues.people import Prompt

Stage = Literal["open", "late", "closed"]

LATE = timedelta(days=9)  # after the five days in which a prompt is open
FRESH = timedelta(days=2)  # so long a mood that is tapped beside an answer is the mood of that question
LASTING = {"intention_check", "programme_end"}  # their outcome is welcome at any time


def stage(prompt: Prompt, now: datetime) -> Stage:
    """Where the window of a prompt stands."""
    if prompt.kind not in LASTING and now > prompt.expires_at + LATE:
        return "closed"
    return "late" if prompt.state == "closed" or now > prompt.expires_at else "open"


def fresh(prompt: Prompt, now: datetime) -> bool:
    """Was it asked (or brought back after a snooze) so lately that a mood may be asked beside its answer?"""
    return now <= prompt.expires_at - moments.LIFETIME + FRESH


def over(prompt: Prompt, now: datetime) -> bool:
    """Is it too late for an answer? What was begun in time may always be gone on with."""
    return prompt.state != "answered" and stage(prompt, now) == "closed"
