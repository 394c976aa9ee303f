"""Between the address and a leader's own page: who is it, and is this form ours."""

from collections.abc import Awaitable, Callable
from urllib.parse import quote

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from console import cookies, doors, guard
from console.mine.visit import OwnPage, OwnVisit
from console.visit import Desk
from journeys.console import signing
from journeys.console.who import Missing
from journeys.own import reading

Endpoint = Callable[[Request], Awaitable[Response]]


def signed_in(page: OwnPage) -> Endpoint:
    """The endpoint of a page: only for a leader who is signed in, and only for forms of ours."""

    async def endpoint(request: Request) -> Response:
        desk: Desk = request.app.state.desk
        number = await signing.reader(desk.world, cookies.read(request, cookies.SESSION))
        if number is None:
            return await _closed(request)
        form = FormData() if request.method in guard.SAFE else await guard.form_of(request)
        visit = OwnVisit(desk, request, await reading.person(desk.world, number), form)
        try:
            return await page(visit)
        except Missing:
            return visit.page("missing", 404)

    return endpoint


async def _closed(request: Request) -> Response:
    """To the door, which leads back to this address (without what was looked for); a form has to be sent again."""
    if request.method not in guard.SAFE:
        return await doors.outside(request, "door", 401)
    path = request.url.path
    return RedirectResponse("/open" if path == "/" else f"/open?to={quote(path, safe='/')}", 303)
