"""The log: what members did, in an organisation or in one group."""

from starlette.responses import Response

from console.numbers import number
from console.visit import Visit
from journeys.console import cohorts, trail


async def whole(visit: Visit) -> Response:
    """What was done in the organisation, newest first."""
    found = await trail.of_organisation(visit.world, visit.who, _before(visit))
    names = {group.id: group.name for group in await cohorts.all_of(visit.world, visit.who)}
    return visit.page("audit", found=found, names=names, more=len(found) == trail.PAGE)


async def group(visit: Visit) -> Response:
    """What was done about one group."""
    cohort = await cohorts.overview(visit.world, visit.who, visit.cohort)
    found = await trail.of_group(visit.world, visit.who, visit.cohort, _before(visit))
    return visit.group("cohorts/audit", cohort, found=found, names={}, more=len(found) == trail.PAGE)


def _before(visit: Visit) -> int | None:
    return number(visit.given("before"))
