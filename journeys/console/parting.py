"""Who gets a mirror once it is shared: the group, and who stopped at the end but took part in the time it is about."""

from datetime import date
from typing import cast

from dialogues.asking import moments
from dialogues.people import Cohort, Id, Leader
from journeys.console import gathering
from storage import cohorts, releases, taking_part
from storage.releases import Kept
from storage.session import Session
from summaries.cohort.facts import Mirror, from_json

Days = tuple[date, date]


async def receivers(session: Session, release: Id, leader: Id | None = None) -> list[Id]:
    """Everybody who is to get this mirror as things stand; `leader`: is this one of them?

    Whoever is in the group, and who stopped at the end of its programme and was in it during part of that time. Nobody
    who left the group, stopped altogether or was erased.
    """
    found = await releases.get(session, release)
    if found is None:
        return []
    days = gathering.span(await cohorts.get(session, found.cohort), found.first, found.last)
    here = await taking_part.present(session, found.cohort, leader)
    return [*here, *await taking_part.finished(session, days, leader)]


async def comes(session: Session, leader: Leader) -> bool:
    """Is a mirror of a time in which they took part still to come, for who would stop now?"""
    for number, spell in (await taking_part.spells(session, leader.id)).items():
        cohort = await cohorts.get(session, number)
        first, last = (moments.local(at, cohort.zone).date() for at in spell)
        if number not in leader.wishes.muted and await _awaited(session, cohort, (first, last)):
            return True
    return False


async def _awaited(session: Session, cohort: Cohort, spell: Days) -> bool:
    """Is a mirror of some of these days not shared yet, or will one be made of the last of them?"""
    first, last = spell
    made = [one for one in await releases.of(session, cohort.id, "mirror") if one.first <= last and first <= one.last]
    if any(one.published_at is None and _tells(one) for one in made):
        return True
    return cohort.state != "archived" and all(one.last < last for one in made)


def _tells(release: Kept) -> bool:
    return cast("Mirror", from_json(release.facts)).tells
