"""Groups: which there are, a new one with a look at its calendar, and where one stands."""

from collections.abc import Mapping
from datetime import date
from typing import get_args
from zoneinfo import available_timezones

from starlette.responses import Response

from console import forms
from console.visit import Visit
from dialogues.asking import moments, phrases
from dialogues.asking.rhythm import FIRST_DAYS
from dialogues.people import MirrorPeriod
from dialogues.wishes.founding import RETENTIONS
from journeys.console import cohorts, organisations, planning
from journeys.console.cohorts import Overview
from journeys.console.who import Refused

OK = 200
# Where a refusal is about a field of another name.
FIELDS_OF = {"moment": "hour", "ends": "ends_on", "end_far": "ends_on"}


async def listing(visit: Visit) -> Response:
    """The groups of this member."""
    found = await cohorts.all_of(visit.world, visit.who)
    titles = {name: one.name[visit.language] for name, one in visit.desk.library.programmes.items()}
    runs = any("invite" in one.acts for one in found)  # people read a name of who invites them, of nobody else
    values = {"cohorts": found, "titles": titles, "may_create": cohorts.may_create(visit.who), "runs": runs}
    nameless = await organisations.nameless(visit.world, visit.who)
    return visit.page("cohorts/list", **values, nameless=nameless)


async def blank(visit: Visit) -> Response:
    """An empty form, with the calendar of the first programme."""
    _may_create(visit)
    wish = forms.Wish(programme=next(iter(visit.desk.library.programmes)), language=visit.language)
    return _form(visit, wish, {})


async def made(visit: Visit) -> Response:
    """Make the group, or look at its calendar first; a mistake leaves what was typed as it is."""
    _may_create(visit)
    wish = forms.typed(visit.given)
    wrong = forms.problems(wish, visit.desk.library, _today(visit))
    told = {name: visit.words(key) for name, key in wrong.items()}
    if visit.given("do") != "make":
        return _form(visit, wish, {name: why for name, why in told.items() if name != "name"})
    if wrong:
        return _form(visit, wish, told, 422)
    new, number = forms.meant(wish), visit.once.number
    same = await cohorts.namesake(visit.world, visit.who, new.name, number)
    if same is not None and not visit.given("twice"):
        return _form(visit, wish, {}, 422, same)
    try:
        cohort = await cohorts.create(visit.world, visit.who, new, number)
    except Refused as no:
        return _form(visit, wish, {FIELDS_OF.get(no.key, no.key): visit.why(no)}, 422)
    return visit.done(f"/cohorts/{cohort.id}/invitations", "done.made", name=cohort.name)


async def overview(visit: Visit) -> Response:
    """What there is to know and to do."""
    cohort = await cohorts.overview(visit.world, visit.who, visit.cohort)
    weeks = len(visit.desk.library.programmes[cohort.programme].weeks)
    return visit.group("cohorts/overview", cohort, weeks=weeks)


async def programme(visit: Visit) -> Response:
    """Every prompt and its day, in the group's own rhythm."""
    cohort = await cohorts.overview(visit.world, visit.who, visit.cohort)
    calendar = await planning.calendar(visit.world, visit.who, visit.cohort)
    back = moments.local(cohort.until, cohort.zone).date() if cohort.until else None
    return visit.group("cohorts/programme", cohort, calendar=calendar, back=back)


def _may_create(visit: Visit) -> None:
    if not cohorts.may_create(visit.who):
        raise Refused("role")


def _form(
    visit: Visit, wish: forms.Wish, wrong: Mapping[str, str], status: int = OK, same: Overview | None = None
) -> Response:
    """The form as it was filled in; `same`: the group of this name that may be the one that is meant."""
    library, today = visit.desk.library, _today(visit)
    sound = not forms.problems(forms.Wish(**{**_fields(wish), "name": "x"}), library, today)
    calendar = cohorts.calendar(library, forms.meant(wish), today) if sound else ()
    mirrors = cohorts.mirrors(forms.meant(wish), visit.world.clock.now()) if sound else None
    return visit.page(
        "cohorts/new",
        status,
        wish=wish,
        made=status != OK,  # was it to be made, or only to be looked at?
        errors=wrong,
        same=same,
        programmes=[(name, one.name[visit.language]) for name, one in library.programmes.items()],
        days=[(number, phrases.days([number], visit.language)) for number in FIRST_DAYS],
        zones=sorted(zone for zone in available_timezones() if "/" in zone and not zone.startswith("Etc/")),
        retentions=[(months, visit.words("new.months", count=months)) for months in RETENTIONS],
        periods=[(period, visit.words(f"new.period_{period}")) for period in get_args(MirrorPeriod)],
        calendar=calendar,
        mirrors=mirrors,
    )


def _fields(wish: forms.Wish) -> Mapping[str, str]:
    return {name: getattr(wish, name) for name in forms.Wish.__slots__}


def _today(visit: Visit) -> date:
    return visit.world.clock.now().date()
