"""The days on which a group can be asked a question of its facilitator, and on which it then comes."""

from collections.abc import Collection
from datetime import date, datetime, timedelta

from dialogues.asking import calendar, moments, rhythm
from dialogues.model import Library
from dialogues.moves.answers import given
from dialogues.people import Cohort
from journeys.console.ending import today
from journeys.console.who import Refused

ONE_DAY = timedelta(days=1)
FURTHEST = timedelta(days=366)  # ahead, for a group without a last day


def check(group: Cohort, now: datetime, on: date | None) -> None:
    """Raise Refused with why nothing can be asked on a day: it has begun, the group does not run, nobody works."""
    if on is None:
        raise Refused("date")
    tomorrow = today(group, now) + ONE_DAY
    if on < tomorrow:
        raise Refused("past")
    if not (group.starts_on or tomorrow) <= on <= (group.ends_on or tomorrow + FURTHEST):
        raise Refused("outside")
    if not moments.working_day(on, rhythm.of_group(group).country):
        raise Refused("free_day")


def after_rest(group: Cohort, now: datetime, on: date) -> date:
    """The day itself; for one in a rest of the group the first working day after that."""
    rest = rhythm.rest_of(group, now)
    if rest is None or on > (last := moments.local(rest, group.zone).date()):
        return on
    return moments.next_working_day(last + ONE_DAY, rhythm.of_group(group).country)


def comes_on(group: Cohort, now: datetime, on: date, taken: Collection[date]) -> date | None:
    """The day on which it comes to who follows the days of the group; None when it is passed over.

    `taken`: the days on which the programme asks something, which goes first.
    """
    planned, country = after_rest(group, now, on), rhythm.of_group(group).country
    ahead = (planned + number * ONE_DAY for number in range(given.WITHIN // ONE_DAY + 1))
    return next((day for day in ahead if day not in taken and moments.working_day(day, country)), None)


def after_programme(group: Cohort, library: Library, on: date) -> bool:
    """Is the programme over by then, for who began with the group and missed nothing?"""
    known = library.programmes.get(group.programme)
    if known is None or group.starts_on is None:
        return False
    planned = calendar.calendar(known, rhythm.of_group(group), group.starts_on)
    return on > max((one.at.date() for one in planned if one.at is not None), default=on)
