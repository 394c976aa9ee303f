"""The groups of a member: which there are, how each stands, a new one, and the calendar that it would have."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import get_args
from zoneinfo import ZoneInfo

from dialogues.asking import calendar as days
from dialogues.asking import rhythm
from dialogues.model import LANGUAGES, Language, Library
from dialogues.people import CLOSED, Cohort, CohortState, Id, MirrorPeriod
from dialogues.wishes.founding import FARTHEST_END
from journeys import guide
from journeys.console import mirroring, over
from journeys.console.access import group_for, organisation_for
from journeys.console.mirroring import Covered
from journeys.console.over import Over
from journeys.console.planning import Planned
from journeys.console.who import Missing, Refused, Who
from journeys.guide import Founder, NewCohort
from journeys.permissions import ACTS, Act, may, sees
from journeys.ports import World
from storage import cohorts, members
from storage.session import Session

LONGEST_NAME = 80
LONGEST_RETENTION = 120  # months
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Overview:
    """A group as a member sees it: all that it is, how many people ever joined, and what this member may do."""

    id: Id
    name: str
    programme: str
    language: Language
    zone: str
    starts_on: date | None
    ends_on: date | None
    state: CohortState
    weekday: int | None
    hour: time | None
    retention_months: int
    period: MirrorPeriod
    joined: int
    acts: frozenset[Act]
    until: datetime | None = None  # the end of a pause
    over: Over | None = None  # its programme is over
    waits: tuple[tuple[date, date], ...] = ()  # the days of the mirrors that this member may share, and nobody did yet


def may_create(who: Who) -> bool:
    """May this member subscribe a group?"""
    return any(may(who.roles, "create cohort", role.organisation) for role in who.roles)


async def all_of(world: World, who: Who) -> tuple[Overview, ...]:
    """The groups that are there for a member, oldest first."""
    async with world.store.transaction() as session:
        found = await cohorts.of(session, {role.organisation for role in who.roles})
        mine = [(cohort, joined) for cohort, joined in found if sees(who.roles, _home(cohort), cohort.id)]
        return tuple([await _standing(world, session, cohort, _seen(cohort, joined, who)) for cohort, joined in mine])


async def overview(world: World, who: Who, cohort: Id) -> Overview:
    """One group."""
    async with world.store.transaction() as session:
        found = await group_for(session, who, cohort, "see overview")
        return await _standing(world, session, found, _seen(found, await cohorts.size(session, cohort), who))


async def _standing(world: World, session: Session, cohort: Cohort, seen: Overview) -> Overview:
    """With where its programme is, and what waits for this member."""
    waits = await over.waiting(session, cohort) if "publish mirror" in seen.acts else ()
    return replace(seen, over=await over.over(world, session, cohort), waits=waits)


async def namesake(world: World, who: Who, name: str, but: Id | None = None) -> Overview | None:
    """The newest group of this name that runs and is there for a member, in capitals or not; `but`: not this one."""
    wanted = plain(name)
    return next((one for one in reversed(await all_of(world, who)) if _runs(one, wanted) and one.id != but), None)


def plain(name: str) -> str:
    """The name of a group as people know it again: capitals and spaces make no other."""
    return " ".join(name.casefold().split())


def _runs(one: Overview, name: str) -> bool:
    return plain(one.name) == name and one.state not in CLOSED


async def create(world: World, who: Who, new: NewCohort, number: Id | None = None) -> Overview:
    """Subscribe a group, once under one `number`; Refused names what is wrong with it. It has no invite yet."""
    async with world.store.transaction() as session:
        await members.alone(session, who.member)
        before = await _before(session, who, number)
        made = before or await subscribed(world, session, who, new, number)
        return _seen(made, await cohorts.size(session, made.id), who)


async def _before(session: Session, who: Who, number: Id | None) -> Cohort | None:
    try:
        return None if number is None else await group_for(session, who, number, "see overview")
    except Missing:
        return None


async def subscribed(world: World, session: Session, who: Who, new: NewCohort, number: Id | None = None) -> Cohort:
    """The same within something greater: in the chat too."""
    home = organisation_for(who, "create cohort")
    _check(new, world.library)
    if new.ends_on is not None and new.ends_on > world.clock.now().date() + FARTHEST_END:
        raise Refused("end_far")
    return await guide.subscribe(session, new, Founder(home, who.member), world.clock.now(), number)


def calendar(library: Library, new: NewCohort, today: date) -> tuple[Planned, ...]:
    """Every prompt for who joins in time and changes nothing, in order; from tomorrow on when there is no start."""
    programme, first = library.programmes[new.programme], new.starts_on or today + ONE_DAY
    planned = days.calendar(programme, rhythm.of_group(_meant(new)), first)
    return tuple(
        Planned(one.at.date(), one.at.time(), one.entry.week, one.entry.kind, _title(one, library, new.language))
        for one in planned
        if one.at is not None and one.entry.kind != "programme_end" and one.at.date() <= (new.ends_on or date.max)
    )


def mirrors(new: NewCohort, now: datetime) -> Covered:
    """What the mirrors of such a group would go over."""
    return mirroring.covered(replace(_meant(new), ends_on=new.ends_on, period=new.period), now)


def is_name(name: str) -> bool:
    """Can a group be called this?"""
    return 1 <= len(name.strip()) <= LONGEST_NAME and name.isprintable()


def _title(planned: days.Planned, library: Library, language: Language) -> str:
    return days.title(planned.entry, library, language)


def _meant(new: NewCohort) -> Cohort:
    return Cohort(0, new.name, new.programme, new.language, new.zone, new.starts_on, weekday=new.weekday, hour=new.hour)


def _seen(cohort: Cohort, joined: int, who: Who) -> Overview:
    acts = frozenset(act for act in ACTS if may(who.roles, act, _home(cohort), cohort.id))
    return Overview(
        cohort.id, cohort.name, cohort.programme, cohort.language, cohort.zone, cohort.starts_on, cohort.ends_on,
        cohort.state, cohort.weekday, cohort.hour, cohort.retention_months, cohort.period, joined, acts,
        cohort.until,
    )  # fmt: skip


def _home(cohort: Cohort) -> Id:
    assert cohort.organisation is not None, "only groups of an organisation are there for a member"
    return cohort.organisation


def _check(new: NewCohort, library: Library) -> None:
    """Raise Refused for the first thing that cannot be."""
    sound = {
        "name": is_name(new.name),
        "programme": new.programme in library.programmes,
        "language": new.language in LANGUAGES,
        "zone": _is_zone(new.zone),
        "ends": new.ends_on is None or new.starts_on is None or new.ends_on > new.starts_on,
        "retention": 1 <= new.retention_months <= LONGEST_RETENTION,
        "period": new.period in get_args(MirrorPeriod),
        "day": new.weekday is None or new.weekday in rhythm.FIRST_DAYS,
    }
    for key, holds in sound.items():
        if not holds:
            raise Refused(key, most=LONGEST_RETENTION if key == "retention" else LONGEST_NAME)
    try:
        rhythm.of_group(_meant(new))
    except ValueError:
        raise Refused("moment") from None


def _is_zone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (LookupError, ValueError, OSError):
        return False
    return True
