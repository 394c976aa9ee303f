"""Another first day, hour or programme for a group, for what is still to come; looked at before it is done."""

from dataclasses import dataclass, replace
from datetime import time, timedelta

from dialogues.asking import calendar, rhythm
from dialogues.model import Library
from dialogues.people import Cohort, Id
from journeys.console.access import group_for
from journeys.console.ending import today
from journeys.console.running import did, held
from journeys.console.who import Refused, Who
from journeys.ports import World
from storage import cohorts, orders

ORDER = "change"
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Wanted:
    """How a group is to go on: weekday (0 is Monday) and hour, None for the usual ones, and the programme."""

    programme: str
    weekday: int | None
    hour: time | None


async def preview(world: World, who: Who, cohort: Id, wanted: Wanted) -> calendar.Change:
    """What would change, for who is in the group from its start and follows its days; nothing is done yet."""
    async with world.store.transaction() as session:
        group = await group_for(session, who, cohort, "change programme")
    now = world.clock.now()
    return calendar.changed(
        _course(group, world.library),
        _course(_sound(group, wanted, world.library), world.library),
        group.starts_on or today(group, now) + ONE_DAY,
        max(now, rhythm.rest_of(group, now) or now),
    )


async def change(world: World, who: Who, cohort: Id, wanted: Wanted, seen: Wanted | None = None) -> None:
    """Go on like this: who chose their own days keeps them, and nothing that was asked is asked again.

    `seen`: how the group stood when this was looked at. Refused when somebody changed it since.
    """
    now = world.clock.now()
    async with world.store.transaction() as session:
        group = await held(session, who, cohort, "change programme")
        if seen is not None and seen != standing(group):
            raise Refused("changed_meanwhile", programme=world.library.programmes[group.programme].name[who.language])
        changed = _sound(group, wanted, world.library)
        was = {"programme": group.programme, "weekday": group.weekday, "hour": group.hour and f"{group.hour:%H:%M}"}
        await cohorts.keep(session, changed)
        await orders.put(session, cohort, ORDER, was, who.member, now)
        await did(world, session, changed, who, "cohort changed", **was)


def standing(group: Cohort) -> Wanted:
    """How a group goes on as it is."""
    return Wanted(group.programme, group.weekday, group.hour)


def as_it_was(cohort: Cohort, told: dict[str, str | int | None]) -> Cohort:
    """The group before a change, as the order tells it."""
    hour, weekday = told["hour"], told["weekday"]
    return replace(
        cohort,
        programme=str(told["programme"]),
        weekday=None if weekday is None else int(weekday),
        hour=None if hour is None else time.fromisoformat(str(hour)),
    )


def _course(group: Cohort, library: Library) -> calendar.Course:
    return calendar.Course(library.programmes[group.programme], rhythm.of_group(group))


def _sound(group: Cohort, wanted: Wanted, library: Library) -> Cohort:
    """The group as it would be. Raises Refused for what cannot be, and for what changes nothing."""
    if wanted.programme not in library.programmes:
        raise Refused("programme")
    changed = replace(group, programme=wanted.programme, weekday=wanted.weekday, hour=wanted.hour)
    if wanted.weekday is not None and wanted.weekday not in (*rhythm.FIRST_DAYS, group.weekday):
        raise Refused("day")
    try:
        same = rhythm.of_group(changed) == rhythm.of_group(group) and changed.programme == group.programme
    except ValueError:
        raise Refused("moment") from None
    if same:
        raise Refused("same")
    return changed
