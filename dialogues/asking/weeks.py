"""The weeks of a programme on the calendar: it stands still in its weeks of rest, and goes on after them."""

from datetime import date, timedelta
from functools import lru_cache

from dialogues.model import Programme, Rest

ONE_WEEK = timedelta(weeks=1)


def monday_of(day: date) -> date:
    """The Monday of its week."""
    return day - timedelta(days=day.weekday())


def resting(monday: date, programme: Programme) -> bool:
    """Whether nothing is asked in the week of this Monday."""
    return _resting(monday, programme.rests)


@lru_cache(maxsize=4096)
def _resting(monday: date, rests: tuple[Rest, ...]) -> bool:
    years = (monday.year - 1, monday.year, monday.year + 1)  # a rest may lie around New Year
    firsts = ((monday_of(date(year, rest.month, rest.day)), rest.weeks) for rest in rests for year in years)
    return any(first <= monday < first + weeks * ONE_WEEK for first, weeks in firsts)


def ahead(monday: date, weeks: int, programme: Programme) -> date:
    """The Monday so many weeks later, or earlier when negative; weeks of rest do not count."""
    step = ONE_WEEK if weeks > 0 else -ONE_WEEK
    left = abs(weeks)
    while left:
        monday += step
        left -= not resting(monday, programme)
    return monday


def gone(anchor: date, day: date, programme: Programme) -> int:
    """How many weeks of a programme that counts from `anchor` lie before the week of this day; rest does not count."""
    weeks = (monday_of(day) - anchor) // ONE_WEEK
    return sum(not resting(anchor + n * ONE_WEEK, programme) for n in range(weeks))
