"""In and out without a password: a link that the bot sent, opened and used once by one browser."""

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from console import cookies, render
from console.visit import Desk
from console.words import Words
from dialogues.model import Language
from journeys.console import signing


def spoken_to(request: Request) -> Words:
    """The language of a browser that is not signed in: English when it asks for that before Dutch, else Dutch."""
    wanted = [part.split(";")[0].strip()[:2] for part in request.headers.get("accept-language", "").lower().split(",")]
    language: Language = next((("en" if one == "en" else "nl") for one in wanted if one in ("nl", "en")), "nl")
    return Words(language)


def outside(request: Request, template: str, status: int = 200, **values: object) -> Response:
    """A page for somebody who is not signed in."""
    desk: Desk = request.app.state.desk
    shared = {"desk": desk, "who": None, "path": request.url.path, "done": ""}
    return HTMLResponse(render.html(template, spoken_to(request), {**shared, **values}), status)


async def ask(request: Request) -> Response:
    """How to get in."""
    return outside(request, "door")


async def opened(request: Request) -> Response:
    """The link was opened: nothing is used up before the button is pressed, so that a preview cannot do that."""
    if request.method == "HEAD":
        return Response()
    desk: Desk = request.app.state.desk
    token: str = request.path_params["token"]
    browser = cookies.read(request, cookies.BROWSER) or cookies.fresh()
    if not await signing.open_link(desk.world, token, browser, source_of(request), desk.door):
        return outside(request, "door_shut", 410)
    page = outside(request, "door_open", token=token, form_token=cookies.form_token(browser))
    cookies.give(page, cookies.BROWSER, browser)
    return page


async def entered(request: Request) -> Response:
    """The button was pressed: a session begins for the browser that opened the link."""
    desk: Desk = request.app.state.desk
    browser = cookies.read(request, cookies.BROWSER)
    form = await request.form(max_files=0, max_fields=5)
    if not cookies.is_own(browser, str(form.get("form_token", ""))):
        return outside(request, "door_shut", 403)
    session = await signing.enter(desk.world, request.path_params["token"], browser, desk.door)
    if session is None:
        return outside(request, "door_shut", 410)
    page = RedirectResponse("/", 303)
    cookies.give(page, cookies.SESSION, session)
    cookies.take_back(page, cookies.BROWSER)
    return page


def source_of(request: Request) -> str:
    """The address that asks, for counting tries."""
    return request.client.host if request.client else ""
