"""The console on one screen: every address, and the page that answers it."""

from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path

from starlette.applications import Starlette
from starlette.convertors import register_url_convertor
from starlette.middleware import Middleware
from starlette.middleware.errors import ServerErrorMiddleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Receive, Scope, Send

from console import doors, guard, numbers
from console.headers import Headers, guarded, policy
from console.limits import Limited
from console.pages import (
    cohorts,
    exports,
    guides,
    invitations,
    library,
    linking,
    mirror,
    participation,
    people,
    questions,
    running,
    settings,
    trail,
)
from console.visit import Desk, Page

GROUP = "/cohorts/{cohort:id}"
PAGES: Mapping[tuple[str, str], Page] = {
    ("GET", "/"): cohorts.listing,
    ("GET", "/cohorts/new"): cohorts.blank,
    ("POST", "/cohorts/new"): cohorts.made,
    ("GET", GROUP): cohorts.overview,
    ("GET", f"{GROUP}/programme"): cohorts.programme,
    ("GET", f"{GROUP}/rhythm.ics"): invitations.rhythm,
    ("GET", f"{GROUP}/invitations"): invitations.show,
    ("POST", f"{GROUP}/invitations/group"): invitations.for_group,
    ("POST", f"{GROUP}/invitations/personal"): invitations.for_each,
    ("POST", f"{GROUP}/invitations/paper"): invitations.paper,
    ("POST", f"{GROUP}/invitations/merge"): invitations.merge,
    ("POST", f"{GROUP}/invitations/revoke"): invitations.revoke_pasted,
    ("GET", f"{GROUP}/invitations/{{invite:id}}"): invitations.apart,
    ("POST", f"{GROUP}/invitations/{{invite:id}}/revoke"): invitations.revoke,
    ("POST", f"{GROUP}/invitations/{{invite:id}}/links/{{link:id}}/revoke"): invitations.revoke_one,
    ("GET", f"{GROUP}/participation"): participation.show,
    ("GET", f"{GROUP}/participation.{{kind}}"): exports.participation,
    ("GET", f"{GROUP}/mirror"): mirror.show,
    ("GET", f"{GROUP}/mirrors.{{kind}}"): exports.mirrors,
    ("POST", f"{GROUP}/mirror/{{release:id}}/publish"): mirror.publish,
    ("POST", f"{GROUP}/mirror/telegram"): linking.offer,
    ("POST", f"{GROUP}/mirror/telegram/unlink"): linking.unlink,
    ("GET", f"{GROUP}/guide"): guides.choose,
    ("GET", f"{GROUP}/guide/{{item}}.pdf"): guides.paper,
    ("GET", f"{GROUP}/guide/{{item}}"): guides.show,
    ("GET", f"{GROUP}/running"): running.show,
    ("POST", f"{GROUP}/running/pause"): running.pause,
    ("POST", f"{GROUP}/running/go-on"): running.go_on,
    ("POST", f"{GROUP}/running/notice"): running.notice,
    ("POST", f"{GROUP}/running/change"): running.change,
    ("POST", f"{GROUP}/running/settings"): running.settle,
    ("POST", f"{GROUP}/running/start"): running.start,
    ("POST", f"{GROUP}/running/extend"): running.extend,
    ("POST", f"{GROUP}/running/close"): running.close,
    ("POST", f"{GROUP}/running/archive"): running.archive,
    ("POST", f"{GROUP}/running/delete"): running.delete,
    ("GET", f"{GROUP}/questions"): questions.listing,
    ("POST", f"{GROUP}/questions"): questions.write,
    ("GET", f"{GROUP}/questions/{{question:id}}"): questions.show,
    ("POST", f"{GROUP}/questions/{{question:id}}"): questions.change,
    ("POST", f"{GROUP}/questions/{{question:id}}/try"): questions.try_out,
    ("POST", f"{GROUP}/questions/{{question:id}}/plan"): questions.plan,
    ("POST", f"{GROUP}/questions/{{question:id}}/drop"): questions.drop,
    ("GET", f"{GROUP}/audit"): trail.group,
    ("GET", "/library"): library.browse,
    ("GET", "/library/{item}"): library.preview,
    ("GET", "/people"): people.show,
    ("POST", "/people/invite"): people.invite,
    ("POST", "/people/{role:id}/end"): people.end,
    ("POST", "/people/invites/{invite:id}/revoke"): people.revoke,
    ("GET", "/audit"): trail.whole,
    ("GET", "/me"): people.me,
    ("POST", "/me/name"): people.call_me,
    ("POST", "/me/organisation"): people.rename,
    ("POST", "/language"): settings.speak,
    ("POST", "/out"): settings.leave,
}
register_url_convertor("id", numbers.IdConvertor())
FONTS = files("summaries") / "fonts"
STATIC = files("console") / "static"


def make_app(desk: Desk) -> Starlette:
    """The web app of facilitators; it needs a world whose vault opens nothing."""
    app = Starlette(routes=routes(), middleware=middleware(desk.url, policy()), exception_handlers=guard.HANDLERS)
    app.state.desk = desk
    return app


def routes() -> list[BaseRoute]:
    """Pages for members, the door for others, and what belongs to nobody."""
    inside = [Route(path, guard.signed_in(page), methods=[method]) for (method, path), page in PAGES.items()]
    door = [
        Route("/in", doors.ask),
        Route("/in/{token}", doors.opened, methods=["GET"]),
        Route("/in/{token}", doors.entered, methods=["POST"]),
    ]
    return [*inside, *door, *public()]


def public() -> list[BaseRoute]:
    """What belongs to nobody."""
    return [
        Route("/healthz", _healthz),
        Mount("/static/fonts", StaticFiles(directory=Path(str(FONTS)))),
        Mount("/static", StaticFiles(directory=Path(str(STATIC)))),
    ]


def middleware(url: str, csp: str) -> list[Middleware]:
    """Headers around everything, what goes wrong too; then how much comes in, and from where."""
    headers = guarded(csp, secure=url.startswith("https:"))
    wrong = Middleware(ServerErrorMiddleware, handler=guard.refused)
    return [Middleware(Headers, headers), wrong, Middleware(Limited), Middleware(SameSite, url)]


class SameSite:
    """ASGI middleware that turns away what another site sends."""

    def __init__(self, app: ASGIApp, url: str) -> None:
        self._app, self._url = app, url

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what is ours."""
        if scope["type"] == "http" and guard.is_cross_site(Request(scope), self._url):
            await PlainTextResponse("not from here", 403)(scope, receive, send)
            return
        await self._app(scope, receive, send)


async def _healthz(_request: Request) -> Response:
    return PlainTextResponse("ok")
