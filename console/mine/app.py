"""The leader's own page on one screen: every address, and what answers it."""

from collections.abc import Mapping

from starlette.applications import Starlette
from starlette.routing import BaseRoute, Route

from console import app as console
from console import doors, guard
from console.headers import policy
from console.mine import doors as own_doors
from console.mine import pages
from console.mine.guard import signed_in
from console.mine.visit import OwnPage
from console.visit import Desk

TELEGRAM = "https://web.telegram.org"  # the one place that may show it in a frame
PAGES: Mapping[tuple[str, str], OwnPage] = {
    ("GET", "/"): pages.timeline,
    ("GET", "/dilemmas"): pages.dilemmas,
    ("GET", "/moods"): pages.moods,
    ("GET", "/lookbacks"): pages.look_backs,
    ("GET", "/lookbacks/{number:id}"): pages.look_back,
    ("GET", "/lookbacks/{number:id}.pdf"): pages.paper,
    ("GET", "/settings"): pages.settings,
    ("POST", "/settings/language"): pages.speak,
    ("POST", "/settings/export"): pages.everything,
    ("POST", "/settings/delete"): pages.erase,
    ("POST", "/out"): pages.leave,
}


def make_app(desk: Desk, bot_token: str) -> Starlette:
    """The web app of leaders; its world holds the keys, and the token proves what Telegram signed."""
    around = console.middleware(desk.url, policy(frame_ancestors=f"'self' {TELEGRAM}"))
    app = Starlette(routes=routes(), middleware=around, exception_handlers=guard.HANDLERS)
    app.state.desk, app.state.bot_token = desk, bot_token
    return app


def routes() -> list[BaseRoute]:
    """Pages for the leader, and the doors."""
    inside = [Route(path, signed_in(page), methods=[method]) for (method, path), page in PAGES.items()]
    return [
        *inside,
        Route("/open", own_doors.ask, methods=["GET"]),
        Route("/open", own_doors.vouched, methods=["POST"]),
        Route("/gone", own_doors.gone),
        Route("/in/{token}", doors.opened, methods=["GET"]),
        Route("/in/{token}", doors.entered, methods=["POST"]),
        *console.public(),
    ]
