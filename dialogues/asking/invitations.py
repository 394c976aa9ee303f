"""The line above a question that fits how the last weeks went: most questions have none, and none blames or praises."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from itertools import groupby

from dialogues.people import Memory, Prompt

COUNTED = {"question", "paradox", "integrity_case"}
STREAK = 3  # answers in a row
SEVERAL = 2  # misses in a row, after which an answer is a return
ALL = 3  # misses in a row that are no chance any more
AWAY = timedelta(days=15)  # without anything asked: a pause, or weeks of rest
AGAIN = timedelta(days=14)  # before the same kind of line returns
APART = timedelta(days=6)  # between two lines of any kind
KEPT = 8  # lines that are remembered


def choose(lately: Sequence[Prompt], memory: Memory, now: datetime, today: date) -> str:
    """The line for a question that is asked now, by its message; empty when there is nothing to say.

    `lately`: what was asked before, oldest first, as it is now; `today` is the leader's date.
    """
    kind = _kind(lately, now)
    said = [(on, line) for on, line in memory.lines if line.startswith(kind) and line[len(kind) :] in ("_1", "_2")]
    too_soon = any(today - on < APART for on, _ in memory.lines) or any(today - on < AGAIN for on, _ in said)
    if not kind or too_soon:
        return ""
    return f"{kind}_2" if said and said[-1][1] == f"{kind}_1" else f"{kind}_1"


def noted(memory: Memory, line: str, today: date) -> Memory:
    """The memory of having said a line, or something else that takes its place for a while."""
    return memory.but(lines=(*memory.lines, (today, line))[-KEPT:])


def _kind(lately: Sequence[Prompt], now: datetime) -> str:
    """What the last weeks were like."""
    counted = [prompt for prompt in lately if prompt.kind in COUNTED]
    runs = list(_runs(counted))
    if not runs:
        return ""
    if now - counted[-1].asked_at >= AWAY:
        return "invite_back"
    answered, length = runs[-1]
    before = runs[-2][1] if len(runs) > 1 else 0
    return _after_answers(length, before) if answered else _after_misses(length, before)


def _after_answers(answered: int, missed_before: int) -> str:
    if answered == 1 and missed_before >= SEVERAL:
        return "invite_back"
    return "invite_streak" if answered >= STREAK else ""


def _after_misses(missed: int, answered_before: int) -> str:
    if missed >= ALL or (missed >= SEVERAL and not answered_before):
        return "invite_missed_all"
    if missed > 1:
        return ""
    return "invite_missed_after_streak" if answered_before >= STREAK else "invite_missed"


def _runs(counted: Sequence[Prompt]) -> Iterator[tuple[bool, int]]:
    """Answers and misses in a row, oldest first; what was skipped or still waits is neither."""
    ends = (prompt.met for prompt in counted if prompt.state in ("answered", "closed"))
    return ((answered, len(list(run))) for answered, run in groupby(ends))
