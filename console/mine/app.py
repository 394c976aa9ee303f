"""The leader's own page on one screen: every address, and what answers it."""

from collections.abc import Mapping

from starlette.applications import Starlette
from starlette.routing import BaseRoute, Route

from console import app as console
from console import doors, guard
from console.headers import policy
from console.mine import doors as own_doors
from console.mine import pages, settings
from console.mine.guard import signed_in
from console.mine.visit import OwnPage
from console.visit import Desk
from journeys.own.arranging import PARTS

TELEGRAM = "https://web.telegram.org"  # the one place that may show it in a frame
LOOK_BACK = "/lookbacks/{number:id}"
PAGES: Mapping[tuple[str, str], OwnPage] = {
    ("GET", "/"): pages.answers,
    ("POST", "/"): pages.answers,
    ("POST", "/answers/{number:id}"): pages.treat,
    ("GET", "/dilemmas"): pages.dilemmas,
    ("GET", "/dilemmas/{item}"): pages.dilemma,
    ("GET", "/moods"): pages.moods,
    ("POST", "/intentions"): pages.intend,
    ("POST", "/intentions/{number:id}"): pages.settle,
    ("GET", "/lookbacks"): pages.look_backs,
    ("GET", LOOK_BACK): pages.look_back,
    ("POST", f"{LOOK_BACK}/hide"): pages.hide,
    ("GET", f"{LOOK_BACK}.pdf"): pages.paper,
    ("GET", f"{LOOK_BACK}/light.png"): pages.picture,
    ("GET", f"{LOOK_BACK}/dark.png"): pages.picture,
    ("GET", "/groups"): pages.groups,
    ("POST", "/groups/{number:id}/leave"): pages.leave,
    ("POST", "/groups/{number:id}/object"): pages.object_to,
    ("GET", "/settings"): settings.show,
    ("POST", "/settings/export"): settings.everything,
    ("POST", "/settings/delete"): settings.erase,
    **{("POST", f"/settings/{part}"): settings.change for part in PARTS},
    ("POST", "/out"): settings.leave,
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
