"""Invented groups for the tests of figures: who joined when, what was sent, and what came back."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from summaries.cohort.facts import Release
from summaries.cohort.participation import Group, Joined, Sent, release

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
MONDAY = date(2026, 3, 2)
GROUP = Group(MONDAY, AMSTERDAM)
WEEK = timedelta(weeks=1)


def week(number: int) -> date:
    """The Monday of a week of the group; 0 is its first."""
    return MONDAY + number * WEEK


def at(day: date, hour: int = 9) -> datetime:
    return datetime.combine(day, time(hour), AMSTERDAM)


def joined(*leaders: str, on: date = MONDAY - WEEK) -> tuple[Joined, ...]:
    return tuple(Joined(leader, on) for leader in leaders)


def asked(number: int, leaders: Iterable[str], *, answering: Iterable[str] = (), hours: int = 2) -> tuple[Sent, ...]:
    """One prompt each on Tuesday at nine; some answer so many hours later."""
    sent, answers = at(week(number) + timedelta(days=1)), set(answering)
    return tuple(Sent(leader, sent, sent + timedelta(hours=hours) if leader in answers else None) for leader in leaders)


def released(weeks: int, people: Iterable[Joined], sent: Iterable[Sent]) -> tuple[Release, ...]:
    """The releases of the first weeks, each computed with those before."""
    people, sent, releases = tuple(people), tuple(sent), ()
    for number in range(weeks):
        releases = (*releases, release(GROUP, week(number), people, sent, releases))
    return releases
