"""How much may come by itself on one day: one question or pulse, and at most one other thing that cannot wait.

The question after an intention waits for a day without another question, as long as it is on time, and a pulse makes
way for it. A reminder
lapses beside a pulse. A review, a first look back and the mirror of a group wait for a day on which nothing else is
told. The look back on a month, a question of the programme and what the leader asked for come on their day.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Literal

from dialogues.asking import moments
from dialogues.asking.underway import programmed
from dialogues.effects import ErrandKind
from dialogues.people import ItemKind, Prompt, Rhythm

PATIENT: Collection[ErrandKind] = ("first", "year", "programme", "mirror")
OTHERS: Collection[ErrandKind] = ("remind", "mirror", "programme")  # what counts as told, beside look backs
BEFORE_REMINDERS: Collection[ErrandKind] = ("recap", *PATIENT)
AHEAD = 7  # days in which a free one is looked for; whoever is asked daily has none
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Day:
    """What came by itself today and what is still to come, and which days ahead (local dates) have a question.

    `told`: how many look backs, reminders and mirrors came. `by`: the last day that is on time (None: there is none).
    """

    asked: frozenset[ItemKind] = frozenset()
    coming: frozenset[ItemKind] = frozenset()
    told: int = 0
    taken: frozenset[date] = frozenset()
    by: date | None = None


Turn = datetime | Literal["now", "lapsed"]


def turn(kind: ErrandKind, day: Day, now: datetime, rhythm: Rhythm, *, sure: bool = True) -> Turn:
    """May it come now, and if not: at which instant, or not at all? `sure`: what it reminds of has surely arrived."""
    if kind == "check" and (day.asked or day.coming - {"pulse"}):
        return free(day, now, rhythm.times[0], rhythm) or "now"
    if kind == "remind" and (day.asked or day.coming or day.told):
        return _reminded(day, now, rhythm, sure=sure)
    if kind in PATIENT and day.told:
        return moments.same_time(_today(now, rhythm) + ONE_DAY, rhythm.times[0], rhythm)
    return "now"


def _reminded(day: Day, now: datetime, rhythm: Rhythm, *, sure: bool) -> Turn:
    at = moments.local(now, rhythm.zone).time()
    if not sure:  # the question itself comes with it
        return moments.same_time(_today(now, rhythm) + ONE_DAY, at, rhythm)
    if "pulse" in day.asked | day.coming:
        return "lapsed"
    return free(day, now, at, rhythm) or "lapsed"


def asked(before: Sequence[Prompt], now: datetime, rhythm: Rhythm) -> frozenset[ItemKind]:
    """What came by itself today, of all that was asked: by a programme, by a facilitator, or after an intention."""
    today = _today(now, rhythm)
    came = (prompt for prompt in before if _today(prompt.asked_at, rhythm) == today)
    return frozenset(prompt.kind for prompt in came if prompt.kind == "intention_check" or programmed(prompt))


def taken(due: Collection[datetime], checks: Collection[datetime], now: datetime, rhythm: Rhythm) -> frozenset[date]:
    """The days ahead with a question: of programmes (`due`: their next moments), and after intentions (`checks`)."""
    planned = {_today(at, rhythm) for at in (*due, *checks)}
    ahead = (_today(now, rhythm) + number * ONE_DAY for number in range(AHEAD + 1))
    return frozenset(planned.union(day for day in ahead if due and day.weekday() in rhythm.days))


def free(day: Day, now: datetime, at: time, rhythm: Rhythm) -> datetime | None:
    """That wall time on the first working day without a question; None when none is near, or on time."""
    ahead = (_today(now, rhythm) + number * ONE_DAY for number in range(1, AHEAD + 1))
    timely = (on for on in ahead if day.by is None or on <= day.by)
    without = (on for on in timely if moments.working_day(on, rhythm.country) and on not in day.taken)
    return next((moments.same_time(on, at, rhythm) for on in without), None)


def _today(at: datetime, rhythm: Rhythm) -> date:
    return moments.local(at, rhythm.zone).date()
