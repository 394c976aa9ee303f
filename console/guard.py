"""Between the address and the page: who is it, is this form ours, and a plain page for every no."""

from collections.abc import Awaitable, Callable

from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import RedirectResponse, Response

from console import cookies, doors
from console.visit import Desk, Page, Visit
from journeys.console import signing
from journeys.console.who import Missing, Refused
from storage.faults import StorageUnavailable

SAFE = ("GET", "HEAD")
MOST_FIELDS = 200
LARGEST_FIELD = 256 * 1024  # bytes of one field; five hundred lines of names are far less
Endpoint = Callable[[Request], Awaitable[Response]]


def signed_in(page: Page) -> Endpoint:
    """The endpoint of a page: only for somebody who is signed in, and only for forms of ours."""

    async def endpoint(request: Request) -> Response:
        desk: Desk = request.app.state.desk
        who = await signing.visitor(desk.world, cookies.read(request, cookies.SESSION))
        if who is None:
            return RedirectResponse("/in", 303) if request.method in SAFE else await doors.outside(request, "door", 401)
        form = FormData() if request.method in SAFE else await form_of(request)
        visit = Visit(desk, request, who, form)
        try:
            return await page(visit)
        except Missing:
            return visit.page("missing", 404)
        except Refused as refused:
            return visit.page("refused", 409, why=visit.why(refused))
        finally:
            await request.close()  # a file that was sent along is gone with the request

    return endpoint


async def form_of(request: Request) -> FormData:
    """What was sent along; 403 when it does not come from a form that was made for this browser."""
    form = await request.form(max_files=1, max_fields=MOST_FIELDS, max_part_size=LARGEST_FIELD)
    if not cookies.is_own(cookies.read(request, cookies.SESSION), str(form.get("form_token", ""))):
        raise HTTPException(403)
    return form


def is_cross_site(request: Request, url: str) -> bool:
    """Does a request that changes something come from another site, as browsers say themselves?"""
    if request.method in SAFE:
        return False
    site, origin = request.headers.get("sec-fetch-site"), request.headers.get("origin")
    return (site is not None and site != "same-origin") or (origin is not None and origin != url)


async def refused(request: Request, error: Exception) -> Response:
    """What Starlette itself turns away: no such page, another method, a form that is not ours."""
    if not isinstance(error, HTTPException):
        return doors.told(
            request, doors.asked_for(request), "wrong", 500
        )  # what would be looked up may be what is wrong
    status, words = error.status_code, await doors.spoken_to(request)
    if status == 413:
        return doors.told(request, words, "refused", 413, why=words("mend.too_large"))
    return doors.told(request, words, "missing" if status in (404, 405) else "wrong", status)


async def away(request: Request, _error: Exception) -> Response:
    """The database does not answer: nothing was changed, and it is worth trying again."""
    page = doors.told(request, doors.asked_for(request), "away", 503)
    page.headers["Retry-After"] = "5"
    return page


async def hung_up(_request: Request, _error: Exception) -> Response:
    """Whoever asked went away before all of it was sent; nobody reads this, and nothing went wrong here."""
    return Response(status_code=400)


HANDLERS = {
    HTTPException: refused,
    StorageUnavailable: away,
    ClientDisconnect: hung_up,
}  # all else is for the middleware that serves errors
