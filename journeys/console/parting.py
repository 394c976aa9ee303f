"""The mirror that somebody who stops at the end of a programme still gets: that of its last days, and no other."""

from datetime import date
from typing import cast

from dialogues.asking import moments
from dialogues.people import Cohort, Id, Leader
from journeys.console import gathering
from storage import cohorts, releases, taking_part
from storage.releases import Kept
from storage.session import Session
from summaries.cohort.facts import Mirror, from_json


async def remaining(session: Session, release: Id, leader: Id | None = None) -> list[Id]:
    """Whoever stopped at the end of the programme and was asked the last of it in the period of this mirror.

    `leader`: is this one of them?
    """
    found = await releases.get(session, release)
    if found is None:
        return []
    days = gathering.span(await cohorts.get(session, found.cohort), found.first, found.last)
    return await taking_part.finished(session, days, leader)


async def comes(session: Session, leader: Leader) -> bool:
    """Is such a mirror still to come, for who would stop now?"""
    for number, at in (await taking_part.last_asked(session, leader.id)).items():
        cohort = await cohorts.get(session, number)
        day = moments.local(at, cohort.zone).date()
        if number not in leader.wishes.muted and await _awaited(session, cohort, day):
            return True
    return False


async def _awaited(session: Session, cohort: Cohort, day: date) -> bool:
    """Is the mirror of a day not shared yet, and is there one, or will it be made?"""
    for one in await releases.of(session, cohort.id, "mirror"):
        if one.first <= day <= one.last:
            return one.published_at is None and _tells(one)
    return cohort.state != "archived"


def _tells(release: Kept) -> bool:
    return cast("Mirror", from_json(release.facts)).tells
