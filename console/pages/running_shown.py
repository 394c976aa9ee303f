"""The page on which a group is run: what stands there, what was typed, and what is looked at before it is done."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import get_args

from starlette.responses import Response

from console.pages import starting
from console.visit import Visit
from dialogues.asking import calendar, moments, phrases
from dialogues.asking.rhythm import FIRST_DAYS
from dialogues.model import Library
from dialogues.people import MirrorPeriod
from dialogues.wishes.founding import FARTHEST_END, RETENTIONS
from journeys.console import beginning, mirroring, notifying, running
from journeys.console.beginning import Look
from journeys.console.breaks import Shift
from journeys.console.cohorts import Overview
from journeys.console.mirroring import Period
from journeys.console.planning import Planned
from journeys.console.who import Refused

ONE_DAY = timedelta(days=1)
END = "programme_end"  # closing words, which are no moment of the programme


@dataclass(frozen=True, slots=True)
class Shown:
    """What stands on the page beside the group: what was typed, what is wrong with it by field, and what is looked at.

    An error of the field "" is about the group as a whole.
    """

    typed: Mapping[str, str] = field(default_factory=dict)
    errors: Mapping[str, str] = field(default_factory=dict)
    told: str = ""
    preview: calendar.Change | None = None
    rest: Sequence[Shift] | None = None
    start: Look | None = None
    gone: Sequence[Planned] = ()
    turn: Period | None = None


async def page(visit: Visit, cohort: Overview, shown: Shown, status: int = 200) -> Response:
    """All that can be done with this group, and what is being done."""
    library, spoken = visit.desk.library, visit.language
    sent = await notifying.of(visit.world, visit.who, visit.cohort)
    stands = await mirroring.of(visit.world, visit.who, visit.cohort)
    days = phrases.LOCALES[spoken].days["format"]["wide"]
    today = moments.local(visit.world.clock.now(), cohort.zone).date()
    return visit.group(
        "cohorts/running",
        cohort,
        status,
        path=f"/cohorts/{cohort.id}/running",  # where a form of the page is answered by the page, it is still this one
        told=shown.told,
        gone=shown.gone,
        typed=shown.typed,
        errors=shown.errors,
        first=today + ONE_DAY,
        latest=today + running.LONGEST_REST,
        begun=beginning.has_begun(cohort.starts_on, today),
        dawns=beginning.dawns(cohort.starts_on, visit.world.clock.now()),
        farthest=today + beginning.FARTHEST,
        last=today + FARTHEST_END,
        along=shown.typed.get("along") if "starts_on" in shown.typed else "yes",
        start=shown.start and starting.shown(visit, shown.start),
        rest=None if shown.rest is None else _rest(visit, cohort, shown.rest),
        sent=sent,
        most=notifying.LONGEST,
        back=moments.local(cohort.until, cohort.zone).date() if cohort.until else None,
        wanted=shown.typed if "programme" in shown.typed else _stands(cohort),
        was=_stands(cohort),
        settled=shown.typed if "called" in shown.typed else _settled(cohort, stands.period),
        stands=stands,
        turn=shown.turn,
        retentions=[(months, visit.words("new.months", count=months)) for months in retentions(cohort)],
        periods=[(period, visit.words(f"new.period_{period}")) for period in get_args(MirrorPeriod)],
        preview=shown.preview and _shown(shown.preview, library, visit),
        programmes=[(name, one.name[spoken]) for name, one in library.programmes.items()],
        days=[("", visit.words("running.usual")), *((number, days[number]) for number in FIRST_DAYS)],
    )


def day_given(visit: Visit, name: str) -> date:
    """A day as it was typed; Refused when it is none."""
    try:
        return date.fromisoformat(visit.given(name))
    except ValueError:
        raise Refused("date") from None


def typed(visit: Visit) -> Mapping[str, str]:
    """Everything that was typed, by field."""
    return {name: visit.given(name) for name in visit.form}


def retentions(cohort: Overview) -> list[int]:
    """The months that may be chosen, with those that it has."""
    return sorted({*RETENTIONS, cohort.retention_months})


def _stands(cohort: Overview) -> Mapping[str, str]:
    """The days as they are, as they would be typed."""
    day = "" if cohort.weekday is None else str(cohort.weekday)
    return {"programme": cohort.programme, "day": day, "hour": f"{cohort.hour:%H:%M}" if cohort.hour else ""}


def _settled(cohort: Overview, period: str) -> Mapping[str, str]:
    return {"called": cohort.name, "retention": str(cohort.retention_months), "period": period}


def _rest(visit: Visit, cohort: Overview, shifts: Sequence[Shift]) -> dict[str, object]:
    """What everybody is told, and what comes on another day or not at all."""
    until = day_given(visit, "until")
    told = visit.desk.library.messages["group_paused"].text[visit.language]
    return {
        "told": told.format(cohort=cohort.name, date=phrases.day(until, visit.language)),
        "until": until,
        "moved": [one for one in shifts if one.becomes],
        "gone": [one for one in shifts if not one.becomes],
    }


def _shown(change: calendar.Change, library: Library, visit: Visit) -> dict[str, object]:
    """How much stays, and each moment that is to come: when it was to be, and when it will be."""
    asked = {one.entry.item for one in change.asked if one.entry.item}
    before = {one.entry.slot: one.at for one in change.before}
    rows = [
        {
            "at": one.at,
            "was": before.get(one.entry.slot) if change.before else None,
            "kind": one.entry.kind,
            "title": visit.words("running.other")
            if one.entry.item in asked
            else calendar.title(one.entry, library, visit.language),
        }
        for one in change.after
        if one.entry.kind != END
    ]
    return {"asked": sum(one.entry.kind != END for one in change.asked), "gone": len(change.before), "rows": rows}
