"""Whether people take part: only sums of released cells, as drawings that each have their table."""

from collections.abc import Sequence

from starlette.responses import Response

from console.charts import Chart, chart, of_people, short_day
from console.paces import Paces, paces
from console.visit import Visit
from console.words import Words
from dialogues.asking import moments
from journeys.console import cohorts, planning, releases
from journeys.console.cohorts import Overview
from summaries.cohort import figures
from summaries.cohort.facts import Release
from summaries.cohort.figures import Range, Small

WEEKS = 12  # the newest that are drawn; the tables below them hold all


async def show(visit: Visit) -> Response:
    """The page of one group."""
    cohort = await cohorts.overview(visit.world, visit.who, visit.cohort)
    released = await releases.participation(visit.world, visit.who, visit.cohort)
    drawn = drawings(released, visit.words)
    values = {"drawings": drawn, "risk": figures.at_risk(released), "pace": pace(released, visit.words)}
    told = {"weeks": figures.weeks(released), "retention": figures.retention(released)}  # all that an export holds
    smalls = [(small, _spells(small, visit.words)) for small in figures.smalls(released)]
    few, told_of = 0 if figures.weekly(released) else counted(released), any(small.spells for small, _ in smalls)
    some = {"few": few, "smalls": smalls, "told": told_of}
    return visit.group("cohorts/participation", cohort, **values, **told, **some, passed=await _passed(visit, cohort))


def _spells(small: Small, words: Words) -> Chart:
    return chart([(short_day(spell.last, words.language), spell.percents) for spell in small.spells[-WEEKS:]])


def counted(released: Sequence[Release]) -> int:
    """How many people count by now."""
    return sum(cell.people for one in released[-1:] for cell in one.cells)


async def _passed(visit: Visit, cohort: Overview) -> tuple[int, int]:
    """How many moments of the calendar have been, and of how many: whatever anybody did, it is the same."""
    if cohort.starts_on is None:
        return 0, 0
    calendar = await planning.calendar(visit.world, visit.who, visit.cohort)
    today = moments.local(visit.world.clock.now(), cohort.zone).date()
    return sum(one.on < today for one in calendar), len(calendar)


def drawings(released: Sequence[Release], words: Words) -> Sequence[tuple[str, Chart]]:
    """Every drawing by the name of its words, from what was released; none while nothing is."""
    weeks = figures.weeks(released)
    if not weeks:
        return ()
    last = weeks[-1]
    shown = [(short_day(week.monday, words.language), week) for week in weeks[-WEEKS:]]
    funnel = [("asked", last.asked), ("answered", last.answered), ("followed", last.followed)]
    return (
        ("weeks", _of([(label, week.answered) for label, week in shown])),
        ("retention", _of([(str(age), of) for age, of in figures.retention(released)][:WEEKS])),
        ("funnel", _of([(words(f"funnel.{name}"), of) for name, of in funnel])),
        ("hours", _of([(words(f"daypart.{name}"), of) for name, of in last.hours])),
        ("unreachable", _of([(label, week.unreachable) for label, week in shown])),
        ("risk", _of([(words("participation.risk_label"), figures.at_risk(released))])),
    )


def _of(rows: Sequence[tuple[str, Range]]) -> Chart:
    return chart([(label, of_people(of)) for label, of in rows])


def pace(released: Sequence[Release], words: Words) -> Paces:
    """Per week within what time the middle one of so many people answered."""
    return paces(figures.weeks(released), WEEKS, words)
