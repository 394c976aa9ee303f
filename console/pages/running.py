"""Running a group: a holiday, a message to all, other days, its end; what touches everybody is looked at first."""

from collections.abc import Callable
from datetime import date, time
from functools import wraps
from typing import get_args

from starlette.responses import Response

from console.numbers import number
from console.pages import starting
from console.pages.running_shown import Shown, day_given, page, retentions, typed
from console.visit import Page, Visit
from dialogues.asking import moments, phrases
from dialogues.people import MirrorPeriod
from journeys.console import beginning, breaks, changing, cohorts, mirroring, notifying, planning, running, settling
from journeys.console.changing import Wanted
from journeys.console.cohorts import Overview
from journeys.console.settling import Settled
from journeys.console.who import Refused
from journeys.permissions import Act

SETTLED = {"name": "called", "retention": "retention", "period": "period"}
STARTING = {"begun", "dawns", "no_start", "start_meanwhile"}
ABOUT_ALL = STARTING | {
    "closed",
    "changed_meanwhile",
    "no_pause",
    "not_closed",
}  # refusals that no field is to blame for
FIELDS_OF = SETTLED | {"programme": "programme", "same": "programme", "choice": "day", "hour": "hour", "moment": "hour"}


def told_at(name: str = "") -> Callable[[Page], Page]:
    """For a form of this page: a no stands at its field, and everything that was typed stays."""

    def wrapped(form: Page) -> Page:
        @wraps(form)
        async def tried(visit: Visit) -> Response:
            try:
                return await form(visit)
            except Refused as no:
                if no.key == "role":
                    raise
                cohort = await _group(visit, "edit cohort")
                at = "" if no.key in ABOUT_ALL else name or FIELDS_OF.get(no.key, "")
                return await page(visit, cohort, Shown(typed(visit), {at: visit.why(no)}), 422)

        return tried

    return wrapped


async def show(visit: Visit) -> Response:
    """All that can be done."""
    return await page(visit, await _group(visit, "edit cohort"), Shown())


@told_at("until")
async def pause(visit: Visit) -> Response:
    """The whole group rests until a day: what that brings first, and who is told; then the rest itself."""
    cohort, until = await _group(visit, "pause cohort"), day_given(visit, "until")
    if visit.given("do") != "rest":
        found = await breaks.preview(visit.world, visit.who, visit.cohort, until)
        return await page(visit, cohort, Shown(typed(visit), rest=found))
    await running.pause(visit.world, visit.who, visit.cohort, until)
    return _back(visit, "done.rest_moved" if cohort.until else "done.rests", day=_day(visit, until))


@told_at()
async def go_on(visit: Visit) -> Response:
    """The group goes on now."""
    await running.go_on(visit.world, visit.who, visit.cohort)
    return _back(visit, "done.goes_on")


@told_at("starts_on")
async def start(visit: Visit) -> Response:
    """Another first day, before the group begins: what that moves first, then the move as it was seen."""
    cohort, wanted = await _group(visit, beginning.ACT), starting.wanted(visit, day_given(visit, "starts_on"))
    if visit.given("do") != "move":
        look = await beginning.preview(visit.world, visit.who, visit.cohort, wanted)
        return await page(visit, cohort, Shown(typed(visit), start=look))
    begins = await beginning.move(visit.world, visit.who, visit.cohort, wanted, visit.given("mark"), visit.once.number)
    return _back(visit, "done.starts", day=_day(visit, begins))


@told_at("text")
async def notice(visit: Visit) -> Response:
    """A message to all: looked at first, then sent."""
    cohort = await _group(visit, "send notice")
    if visit.given("do") == "send":
        await notifying.send(visit.world, visit.who, visit.cohort, visit.given("text"), visit.once.number)
        at = moments.local(visit.world.clock.now(), cohort.zone)
        return _back(visit, "done.sent", hour=f"{at:%H:%M}")
    return await page(visit, cohort, Shown(typed(visit), told=notifying.sound(visit.given("text"))))


@told_at()
async def change(visit: Visit) -> Response:
    """Other days or another programme: what that changes first, then the change itself."""
    cohort = await _group(visit, "change programme")
    wanted = _wanted(visit)
    if visit.given("do") == "change":
        await changing.change(visit.world, visit.who, visit.cohort, wanted, _seen(visit))
        return _back(visit, "done.changed")
    found = await changing.preview(visit.world, visit.who, visit.cohort, wanted)
    return await page(visit, cohort, Shown(typed(visit), preview=found))


@told_at()
async def settle(visit: Visit) -> Response:
    """Its name, how long it is kept, and how often it has a mirror; from when that counts is looked at first."""
    cohort = await _group(visit, "edit cohort")
    period = next((one for one in get_args(MirrorPeriod) if one == visit.given("period")), None)
    if period is None:
        raise Refused("period")
    months = number(visit.given("retention"))
    if months not in retentions(cohort):
        raise Refused("retention", most=max(retentions(cohort)))
    stands = await mirroring.of(visit.world, visit.who, visit.cohort)
    turn = await mirroring.turn(visit.world, visit.who, visit.cohort, period)
    if visit.given("do") == "look" and period != stands.period and turn.since:
        return await page(visit, cohort, Shown(typed(visit), turn=turn))
    await settling.settle(visit.world, visit.who, visit.cohort, Settled(visit.given("called"), months, period))
    return _back(visit, "done.kept")


@told_at("ends_on")
async def extend(visit: Visit) -> Response:
    """Another last day; where something falls away by it, that is looked at first."""
    cohort, ends_on = await _group(visit, "extend cohort"), day_given(visit, "ends_on")
    gone = await planning.falls_away(visit.world, visit.who, visit.cohort, ends_on)
    if gone and visit.given("do") != "extend":
        return await page(visit, cohort, Shown(typed(visit), gone=gone))
    await running.extend(visit.world, visit.who, visit.cohort, ends_on)
    return _back(visit, "done.ends", day=_day(visit, ends_on))


@told_at("sure")
async def close(visit: Visit) -> Response:
    """Nothing more is asked."""
    await _group(visit, "close cohort")
    if not visit.given("sure"):
        raise Refused("sure")
    await running.close(visit.world, visit.who, visit.cohort)
    return _back(visit, "done.closed")


@told_at()
async def archive(visit: Visit) -> Response:
    """Out of the list."""
    await running.archive(visit.world, visit.who, visit.cohort)
    return visit.done("/", "done.archived")


@told_at("name")
async def delete(visit: Visit) -> Response:
    """Gone, for good."""
    await running.delete(visit.world, visit.who, visit.cohort, visit.given("name"))
    return visit.done("/", "done.deleted")


async def _group(visit: Visit, act: Act) -> Overview:
    """The group, when this member may do this: before anything else is looked at."""
    cohort = await cohorts.overview(visit.world, visit.who, visit.cohort)
    if act not in cohort.acts:
        raise Refused("role")
    return cohort


def _back(visit: Visit, key: str, **values: str) -> Response:
    return visit.done(f"/cohorts/{visit.cohort}/running", key, **values)


def _day(visit: Visit, on: date) -> str:
    return phrases.full_day(on, visit.language)


def _seen(visit: Visit) -> Wanted | None:
    """How the group stood when the change was looked at."""
    programme = visit.given("was_programme")
    return _read(programme, visit.given("was_day"), visit.given("was_hour")) if programme else None


def _wanted(visit: Visit) -> Wanted:
    return _read(visit.given("programme"), visit.given("day"), visit.given("hour"))


def _read(programme: str, day: str, hour: str) -> Wanted:
    if day not in ("", "0", "1", "2", "3", "4"):
        raise Refused("choice")
    try:
        at = time.fromisoformat(hour) if hour else None
    except ValueError:
        raise Refused("hour") from None
    return Wanted(programme, int(day) if day else None, at)
