"""A Telegram group for the mirror: a link that is shown this once, and ending it."""

from starlette.responses import Response

from console.pages import mirror
from console.visit import Visit
from journeys.console import linking


async def offer(visit: Visit) -> Response:
    """A link that brings the bot into a group of the member's choice, on the page of the mirror."""
    payload = await linking.offer(visit.world, visit.who, visit.cohort)
    return await mirror.page(visit, f"https://t.me/{visit.desk.bot}?startgroup={payload}")


async def unlink(visit: Visit) -> Response:
    """Nothing is posted there any more."""
    await linking.unlink(visit.world, visit.who, visit.cohort)
    return visit.done(f"/cohorts/{visit.cohort}/mirror", "done.unlinked")
