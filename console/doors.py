"""In and out without a password: a link that the bot sent, opened and used once by one browser."""

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from console import cookies, render
from console.visit import Desk
from console.words import Words
from dialogues.model import Language
from journeys.console import signing
from journeys.own import reading
from storage.faults import StorageUnavailable


async def spoken_to(request: Request) -> Words:
    """The language of whoever is signed in; else that of the browser, also when the database does not answer."""
    desk: Desk = request.app.state.desk
    session = cookies.read(request, cookies.SESSION)
    try:
        if desk.door == "console":
            who = await signing.visitor(desk.world, session)
            return Words(who.language) if who else asked_for(request)
        number = await signing.reader(desk.world, session)
        return asked_for(request) if number is None else Words((await reading.person(desk.world, number)).language)
    except StorageUnavailable:
        return asked_for(request)


def asked_for(request: Request) -> Words:
    """The language that a browser asks for: English when it asks for that before Dutch, else Dutch."""
    wanted = [part.split(";")[0].strip()[:2] for part in request.headers.get("accept-language", "").lower().split(",")]
    language: Language = next((("en" if one == "en" else "nl") for one in wanted if one in ("nl", "en")), "nl")
    return Words(language)


async def outside(request: Request, template: str, status: int = 200, **values: object) -> Response:
    """A page for which nobody has to be signed in."""
    return told(request, await spoken_to(request), template, status, **values)


def told(request: Request, words: Words, template: str, status: int = 200, **values: object) -> Response:
    """Such a page in this language; nothing is looked up for it."""
    desk: Desk = request.app.state.desk
    shared = {"desk": desk, "who": None, "path": request.url.path, "done": ""}
    return HTMLResponse(render.html(template, words, {**shared, **values}), status)


async def ask(request: Request) -> Response:
    """How to get in."""
    return await outside(request, "door")


async def opened(request: Request) -> Response:
    """The link was opened: nothing is used up before the button is pressed, so that a preview cannot do that."""
    if request.method == "HEAD":
        return Response()
    desk: Desk = request.app.state.desk
    token: str = request.path_params["token"]
    browser = cookies.read(request, cookies.BROWSER) or cookies.fresh()
    if not await signing.open_link(desk.world, token, browser, source_of(request), desk.door):
        return await outside(request, "door_shut", 410)
    page = await outside(request, "door_open", token=token, form_token=cookies.form_token(browser))
    cookies.give(page, cookies.BROWSER, browser)
    return page


async def entered(request: Request) -> Response:
    """The button was pressed: a session begins for the browser that opened the link."""
    desk: Desk = request.app.state.desk
    browser = cookies.read(request, cookies.BROWSER)
    form = await request.form(max_files=0, max_fields=5)
    if not cookies.is_own(browser, str(form.get("form_token", ""))):
        return await outside(request, "door_shut", 403)
    session = await signing.enter(desk.world, request.path_params["token"], browser, desk.door)
    if session is None:
        return await outside(request, "door_shut", 410)
    page = RedirectResponse("/", 303)
    cookies.give(page, cookies.SESSION, session)
    cookies.take_back(page, cookies.BROWSER)
    return page


def source_of(request: Request) -> str:
    """The address that asks, for counting tries."""
    return request.client.host if request.client else ""
