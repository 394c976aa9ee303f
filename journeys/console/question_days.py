"""The days on which a group can be asked a question of its facilitator."""

from datetime import date, datetime, timedelta

from dialogues import calendar, moments, rhythm
from dialogues.model import Library
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


def after_programme(group: Cohort, library: Library, on: date) -> bool:
    """Is the programme over by then, for who began with the group and missed nothing?"""
    known = library.programmes.get(group.programme)
    if known is None or group.starts_on is None:
        return False
    planned = calendar.calendar(known, rhythm.of_group(group), group.starts_on)
    return on > max((one.at.date() for one in planned if one.at is not None), default=on)
