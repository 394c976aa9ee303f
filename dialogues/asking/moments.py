"""Local wall time and instants: when a leader may be spoken to, and when each kind of message is due.

Instants are aware datetimes in UTC. A local date gets each wall time exactly once, also when the clock changes.
"""

from bisect import bisect_left
from collections.abc import Collection, Iterable
from datetime import UTC, date, datetime, time, timedelta
from itertools import chain
from zoneinfo import ZoneInfo

from dialogues.asking import holidays
from dialogues.people import Rhythm

FRIDAY, SATURDAY = 4, 5
LIFETIME = timedelta(days=5)  # of a prompt that is not followed by another
LATER, LAST, SOONEST = timedelta(hours=3), timedelta(minutes=30), timedelta(hours=1)
APART, ROOM = timedelta(hours=2), timedelta(hours=4)  # too near a question, and far enough from it
CHECK_AFTER = (7, 10)  # days between an intention and the question what came of it


def instant(day: date, at: time, zone: str) -> datetime:
    """The instant of a wall time: after a skipped hour its first valid moment, of a repeated hour the first time."""
    tz = ZoneInfo(zone)
    first = datetime.combine(day, at.replace(fold=0), tz)
    second = first.replace(fold=1)
    if _offset(first) < _offset(second):  # only a skipped wall time is further from UTC the second time
        return _after_gap(second.astimezone(UTC), first.astimezone(UTC), tz)
    return first.astimezone(UTC)


def _offset(moment: datetime) -> timedelta:
    return moment.utcoffset() or timedelta()


def _after_gap(before: datetime, after: datetime, tz: ZoneInfo) -> datetime:
    """The instant at which the clock was put forward, somewhere between these two."""
    start = before.replace(microsecond=0)
    seconds = range(int((after - start).total_seconds()) + 1)
    old = _offset(before.astimezone(tz))
    jumped = bisect_left(seconds, True, key=lambda s: _offset((start + timedelta(seconds=s)).astimezone(tz)) != old)
    return start + timedelta(seconds=jumped)


def local(moment: datetime, zone: str) -> datetime:
    """The same moment on a clock in that zone."""
    return moment.astimezone(ZoneInfo(zone))


def is_quiet(moment: datetime, rhythm: Rhythm) -> bool:
    """Whether it is one of the leader's quiet hours, on a clock where they live."""
    return quiet_at(local(moment, rhythm.zone).time(), rhythm.quiet)


def quiet_at(at: time, quiet: tuple[time, time]) -> bool:
    """Whether a wall time lies in quiet hours, which may go over midnight; their end is free again."""
    begin, end = quiet
    return begin <= at < end if begin < end else at >= begin or at < end


def working_day(day: date, country: str) -> bool:
    """Whether it is Monday to Friday, and no public holiday in that country."""
    return day.weekday() < SATURDAY and not holidays.is_holiday(day, country)


def next_working_day(day: date, country: str) -> date:
    """That day, or the first working day after it."""
    while not working_day(day, country):
        day += timedelta(days=1)
    return day


def next_free(moment: datetime, rhythm: Rhythm) -> datetime:
    """The first moment from this one on that lies outside quiet hours, on a working day."""
    here = local(moment, rhythm.zone)
    today = here.date()
    if working_day(today, rhythm.country) and not is_quiet(moment, rhythm):
        return moment
    _, end = rhythm.quiet
    earliest = today if here.time() < end else today + timedelta(days=1)
    return instant(next_working_day(earliest, rhythm.country), end, rhythm.zone)


def same_time(day: date, at: time, rhythm: Rhythm) -> datetime:
    """That wall time on the first working day from `day` on; in quiet hours the first free moment after it."""
    return next_free(instant(next_working_day(day, rhythm.country), at, rhythm.zone), rhythm)


def reminder_at(asked_at: datetime, rhythm: Rhythm) -> datetime:
    """A day later at the same local hour; when that day is not a working day, on the next one."""
    asked = local(asked_at, rhythm.zone)
    return same_time(asked.date() + timedelta(days=1), asked.time(), rhythm)


def later_today(now: datetime, rhythm: Rhythm) -> datetime:
    """When a prompt that is put off for a while returns: in three hours, outside quiet hours.

    Sooner, half an hour before the quiet hours, when those come first and there is an hour left.
    """
    last = instant(local(now, rhythm.zone).date(), rhythm.quiet[0], rhythm.zone) - LAST
    sooner = is_quiet(now + LATER, rhythm) and now + SOONEST <= last
    return next_free(last if sooner else now + LATER, rhythm)


def check_at(made_at: datetime, rhythm: Rhythm, busy: Collection[date]) -> datetime:
    """When to ask what came of an intention: 7 to 10 days later, at the leader's hour, on a working day.

    A day that is neither `busy` (something is due) nor the day of the look back nor one of the rhythm's days goes
    first, the Friday with its pulse last of these. When every day of the window is taken, its first; only when none of
    them is a working day, the first one after it.
    """
    made = local(made_at, rhythm.zone).date()
    first, last = CHECK_AFTER
    window, beyond = _working(made, range(first, last + 1), rhythm), _working(made, range(last + 1, last + 8), rhythm)
    free = [day for day in window if day not in busy and not _has_summary(day, rhythm)]
    between = [day for day in free if day.weekday() not in rhythm.days]
    quiet = [day for day in between if not (rhythm.pulse and day.weekday() == FRIDAY)]
    return instant(next(chain(quiet, between, free, window, beyond)), rhythm.times[0], rhythm.zone)


def check_by(made_at: datetime, rhythm: Rhythm) -> date:
    """The last day on which that question is on time."""
    return local(made_at, rhythm.zone).date() + timedelta(days=CHECK_AFTER[1])


def _working(start: date, after: Iterable[int], rhythm: Rhythm) -> list[date]:
    days = (start + timedelta(days=n) for n in after)
    return [day for day in days if working_day(day, rhythm.country)]


def _has_summary(day: date, rhythm: Rhythm) -> bool:
    return day == next_working_day(day.replace(day=1), rhythm.country)


def makes_room(now: datetime, asked: Iterable[datetime], rhythm: Rhythm) -> datetime | None:
    """When a look back or the like had better come, because something was asked just before; None when now is fine.

    `asked`: the instants at which the leader was asked something lately.
    """
    newest = max(asked, default=None)
    return None if newest is None or now - newest >= APART else next_free(newest + ROOM, rhythm)


def summary_at(month_first: date, rhythm: Rhythm) -> datetime:
    """The look back comes on the first working day on or after the 1st, at the leader's first hour."""
    return same_time(month_first, rhythm.times[0], rhythm)


def review_at(ended: datetime, rhythm: Rhythm) -> datetime:
    """The look back on a programme comes the working day after it, at the leader's first hour, beside no other."""
    day = next_working_day(local(ended, rhythm.zone).date() + timedelta(days=1), rhythm.country)
    if _has_summary(day, rhythm):
        day += timedelta(days=1)
    return same_time(day, rhythm.times[0], rhythm)


def monthly_at(now: datetime, rhythm: Rhythm) -> datetime:
    """The next question for who wants one a month: on the leader's first day that lies four weeks ahead or more."""
    earliest = local(now, rhythm.zone).date() + timedelta(weeks=4)
    day = earliest + timedelta(days=(rhythm.days[0] - earliest.weekday()) % 7)
    return same_time(day, rhythm.times[0], rhythm)


def expires_at(asked_at: datetime, next_due_at: datetime | None) -> datetime:
    """An unanswered prompt closes when the next one is due, or after five days, whichever comes first."""
    latest = asked_at + LIFETIME
    return latest if next_due_at is None else min(latest, next_due_at)
