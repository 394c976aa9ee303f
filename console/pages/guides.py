"""The guide for an open conversation: choose a dilemma or a case, read it on the screen or print it."""

import asyncio

from starlette.responses import Response

from console.visit import Visit
from journeys.console import cohorts, releases
from journeys.console.who import Missing
from summaries.cohort.facts import Mirror
from summaries.guide import Guide, Minutes, case_guide, guide
from summaries.guide.pdf import pdf


async def choose(visit: Visit) -> Response:
    """Every dilemma and case, those of this group's programme first."""
    cohort = await cohorts.overview(visit.world, visit.who, visit.cohort)
    programme = visit.desk.library.programmes[cohort.programme]
    own = {touch.item for week in programme.weeks for touch in week.touches}
    return visit.group("cohorts/guides", cohort, library=visit.desk.library, own=own)


async def show(visit: Visit) -> Response:
    """One guide to read."""
    cohort = await cohorts.overview(visit.world, visit.who, visit.cohort)
    found = await _guide(visit)
    return visit.group("cohorts/guide", cohort, guide=found, kind_of=lambda block: type(block).__name__)


async def paper(visit: Visit) -> Response:
    """The same to print."""
    await cohorts.overview(visit.world, visit.who, visit.cohort)
    content = await asyncio.to_thread(pdf, await _guide(visit))
    name = {"Content-Disposition": 'attachment; filename="weerklank-handreiking.pdf"'}
    return Response(content, media_type="application/pdf", headers=name)


async def _guide(visit: Visit) -> Guide:
    """The guide that the address names, with what the mirrors of the group say of that dilemma."""
    item, library = visit.request.path_params["item"], visit.desk.library
    minutes: Minutes = 60 if visit.given("minutes") == "60" else 90
    if item in library.cases:
        return case_guide(item, visit.language, minutes, library)
    if item not in library.dilemmas:
        raise Missing
    return guide(item, visit.language, minutes, library, await _mirror(visit, item))


async def _mirror(visit: Visit, dilemma: str) -> Mirror | None:
    """The newest shared one that is about it, or else the newest that holds back everything."""
    kept = sorted(await releases.mirrors(visit.world, visit.who, visit.cohort), key=lambda one: one.mirror.first)
    held = [one.mirror for one in kept if not one.mirror.tells]
    shared = [one.mirror for one in kept if one.published_at and dilemma in _about(one.mirror)]
    return next(reversed((*held, *shared)), None)


def _about(mirror: Mirror) -> set[str]:
    return {one.about for one in mirror.positions} | {one.about for one in mirror.leans}
