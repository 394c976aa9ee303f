"""What a leader is asked next, and when: a programme's entries on the calendar of one enrolment.

An entry on a public holiday moves to the next working day of its week, and what follows in that week makes room; what
finds no day left in its week is passed over. Weeks of rest are none of the programme's: all of it comes later. What
lies in the past is never caught up with.
"""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from operator import attrgetter

from dialogues.asking import moments, weeks
from dialogues.asking.slots import END, FRIDAY, Entry, entries
from dialogues.model import Programme
from dialogues.people import Enrolment, Rhythm

__all__ = ["Due", "Entry", "Over", "entries", "late", "next_entry", "re_anchored", "replanned", "start"]

ONE_DAY = timedelta(days=1)
_calendar_week = attrgetter("calendar_week")


@dataclass(frozen=True, slots=True)
class Due:
    """The next entry, its index in `entries` and its instant (UTC)."""

    position: int
    entry: Entry
    at: datetime


@dataclass(frozen=True, slots=True)
class Over:
    """Nothing is left to ask."""


def next_entry(programme: Programme, enrolment: Enrolment, rhythm: Rhythm, after: datetime) -> Due | Over:
    """The first entry at or after the enrolment's position whose moment lies later than `after`."""
    plan = entries(programme, rhythm)
    if enrolment.position >= len(plan):
        return Over()
    base = plan[enrolment.anchor_position].calendar_week
    passed = weeks.gone(enrolment.anchor, moments.local(after, rhythm.zone).date(), programme)
    for week in range(max(plan[enrolment.position].calendar_week, base + passed), plan[-1].calendar_week + 1):
        first = max(bisect_left(plan, week, key=_calendar_week), enrolment.anchor_position)
        monday = weeks.ahead(enrolment.anchor, week - base, programme)
        for position, day in _days(plan, first, monday, rhythm.country):
            at = moments.instant(day, plan[position].at, rhythm.zone)
            if position >= enrolment.position and at > after:
                return Due(position, plan[position], at)
    return Over()


def _days(plan: tuple[Entry, ...], first: int, monday: date, country: str) -> Iterator[tuple[int, date]]:
    """The positions of one calendar week, from `first` on, each with a working day of its own, in order."""
    free = monday
    for position in range(first, len(plan)):
        entry = plan[position]
        day = moments.next_working_day(max(free, monday + entry.weekday * ONE_DAY), country)
        if entry.calendar_week != plan[first].calendar_week:
            return
        if entry.slot == END:
            yield position, apart(day, country)
        elif day <= monday + FRIDAY * ONE_DAY:
            yield position, day
        free = day + ONE_DAY


def apart(day: date, country: str) -> date:
    """The end of a programme has a day to itself: the one after it, when that is the day of the look back."""
    summary = moments.next_working_day(day.replace(day=1), country)
    return moments.next_working_day(day + ONE_DAY, country) if day == summary else day


def start(programme: Programme, rhythm: Rhythm, now: datetime, *, starts_on: date | None) -> tuple[date, Due]:
    """The anchor of a new enrolment and its first entry: on its own weekday, after today, not before `starts_on`."""
    first = entries(programme, rhythm)[0]
    tomorrow = moments.local(now, rhythm.zone).date() + ONE_DAY
    monday = _week_of(first, max(tomorrow, starts_on or tomorrow), programme, rhythm.country)
    _, day = next(_days((first,), 0, monday, rhythm.country))
    return monday, Due(0, first, moments.instant(day, first.at, rhythm.zone))


def _week_of(entry: Entry, earliest: date, programme: Programme, country: str) -> date:
    """The Monday of the first week in which the entry has its weekday from `earliest` on and is not passed over."""
    monday = weeks.monday_of(earliest)
    if entry.weekday < earliest.weekday():
        monday += weeks.ONE_WEEK
    while weeks.resting(monday, programme) or not any(_days((entry,), 0, monday, country)):
        monday += weeks.ONE_WEEK
    return monday


def re_anchored(programme: Programme, enrolment: Enrolment, rhythm: Rhythm, now: datetime, *, was: Rhythm) -> Enrolment:
    """The enrolment under a new rhythm (or the same one, after a pause): from the next touch on, nothing lost or twice.

    `was` is the rhythm in which the enrolment's position counts. The next touch comes on its first weekday after today;
    a pulse before it stays when its Friday is still ahead. `next_due_at` follows.
    """
    old, new = entries(programme, was), entries(programme, rhythm)
    touch = next((entry.slot for entry in old[enrolment.position :] if entry.is_touch), None)
    position = next((place for place, entry in enumerate(new) if entry.slot == touch), len(new))
    if position == len(new):
        return replace(enrolment, position=position, next_due_at=None)
    today = max(moments.local(now, zone).date() for zone in (was.zone, rhythm.zone))
    begins = enrolment.anchor if enrolment.position == 0 else today  # a cohort that starts later is not brought forward
    monday = _week_of(new[position], max(today + ONE_DAY, begins), programme, rhythm.country)
    asked = frozenset(entry.slot for entry in old[: enrolment.position])
    before = new[max(position - 1, 0)]
    earlier = weeks.ahead(monday, before.calendar_week - new[position].calendar_week, programme)
    pulse_comes = not before.is_touch and before.slot not in asked and earlier + FRIDAY * ONE_DAY > today
    anchor, position = (earlier, position - 1) if pulse_comes else (monday, position)
    moved = replace(enrolment, anchor=anchor, anchor_position=position, position=position)
    due = next_entry(programme, moved, rhythm, now)
    return replace(moved, next_due_at=due.at if isinstance(due, Due) else None)


def replanned(programme: Programme, enrolment: Enrolment, rhythm: Rhythm, since: datetime, *, was: Rhythm) -> Enrolment:
    """The enrolment from then on: in the same rhythm what is planned for later stands, also when that is the same day.

    What is said to come and what is planned for who comes back both go by this.
    """
    at = enrolment.next_due_at
    stands = rhythm == was and at is not None and at > since
    return enrolment if stands else re_anchored(programme, enrolment, rhythm, since, was=was)


def late(entry_at: datetime, now: datetime, rhythm: Rhythm) -> bool:
    """Whether a due entry is found too late: it may still be sent on its own local date, outside quiet hours."""
    same_day = moments.local(entry_at, rhythm.zone).date() == moments.local(now, rhythm.zone).date()
    return now > entry_at and (not same_day or moments.is_quiet(now, rhythm))
