"""One visit: a request of somebody who is signed in, with what a page needs to answer it."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from console import cookies, flash, render
from console import once as marks
from console.once import Once
from console.words import Words
from dialogues.model import Language, Library
from journeys.console.cohorts import Overview
from journeys.console.who import Refused, Who
from journeys.permissions import ALLOWED, Act
from journeys.ports import World
from storage.sign_ins import Door

TABS: tuple[tuple[str, str, Act], ...] = (
    ("overview", "", "see overview"), ("invitations", "/invitations", "see invites"),
    ("participation", "/participation", "see participation"), ("programme", "/programme", "see programme"),
    ("mirror", "/mirror", "see published mirror"), ("guide", "/guide", "see guide"),
    ("questions", "/questions", "edit cohort"), ("running", "/running", "edit cohort"),
    ("audit", "/audit", "see audit"),
)  # fmt: skip


NAV: tuple[tuple[str, str, Act | None], ...] = (
    ("cohorts", "/", None), ("library", "/library", None), ("people", "/people", "manage people"),
    ("audit", "/audit", "see audit"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Desk:
    """What a whole app shares: its world, its own address without a slash, the bot's name, and whose door it is."""

    world: World
    url: str
    bot: str
    door: Door = "console"

    @property
    def library(self) -> Library:
        """The content that the bot uses."""
        return self.world.library

    def deep_link(self, payload: str) -> str:
        """Where somebody opens the bot with an invite, or with a command for people who run groups."""
        return f"https://t.me/{self.bot}?start={payload}"


class Asked:
    """What somebody sent, read the same way on every page."""

    __slots__ = ()
    request: Request
    form: FormData

    def given(self, name: str) -> str:
        """A field of the form or of the address as text without spaces around it; "" when it is not there."""
        value = self.form.get(name) if name in self.form else self.request.query_params.get(name)
        return value.strip() if isinstance(value, str) else ""

    def go(self, path: str) -> Response:
        """On to another page, after something was done."""
        return RedirectResponse(path, 303)


@dataclass(frozen=True, slots=True)
class Visit(Asked):
    """A request by a member. `form` is what was sent along, already known to come from a form of ours."""

    desk: Desk
    request: Request
    who: Who
    form: FormData = field(default_factory=FormData, repr=False)

    @property
    def world(self) -> World:
        """The world without a key."""
        return self.desk.world

    @property
    def language(self) -> Language:
        """The member's own."""
        return self.who.language

    def done(self, path: str, key: str, **values: str) -> Response:
        """On to another page, which says once what was done."""
        gone, session = self.go(path), cookies.read(self.request, cookies.SESSION)
        packed = flash.packed(session, flash.Done(path, key, values))
        cookies.give(gone, flash.NAME, packed, lasts=flash.LASTS)
        return gone

    @property
    def words(self) -> Words:
        """The words of the pages in it."""
        return Words(self.language)

    def why(self, refused: Refused) -> str:
        """What is not possible, as people read it."""
        return self.words(f"refused.{refused.key}", **refused.values)

    @property
    def nav(self) -> list[tuple[str, str]]:
        """The main menu: what is about a whole organisation only for who may look into that."""
        whole = {act for role in self.who.roles if role.cohort is None for act in ALLOWED[role.kind]}
        return [(name, path) for name, path, act in NAV if act is None or act in whole]

    @property
    def once(self) -> Once:
        """What the form that was sent makes, the same however often it is sent."""
        session = cookies.read(self.request, cookies.SESSION)
        return marks.made_by(session, self.given("once"), self.request.url.path)

    @property
    def cohort(self) -> int:
        """The group that the address names."""
        found: int = self.request.path_params["cohort"]
        return found

    def page(self, template: str, status: int = 200, /, **values: object) -> Response:
        """A page in the member's language."""
        session = cookies.read(self.request, cookies.SESSION)
        at = self.request.url.path if self.request.method == "GET" else ""
        done = flash.opened(session, cookies.read(self.request, flash.NAME), at)
        shared = {
            "desk": self.desk,
            "who": self.who,
            "form_token": cookies.form_token(session),
            "once": marks.mark(session),
            "path": self.request.url.path,
            "nav": self.nav,
            "done": done.told(self.words) if done else "",
            "found_at": _address(self.request),
        }
        page = HTMLResponse(render.html(template, self.words, {**shared, **values}), status)
        if done:
            cookies.take_back(page, flash.NAME)
        return page

    def group(self, template: str, cohort: Overview, status: int = 200, /, **values: object) -> Response:
        """A page of one group, under its menu."""
        titles = {name: one.name[self.language] for name, one in self.desk.library.programmes.items()}
        tabs = [(name, end) for name, end, act in TABS if act in cohort.acts]
        return self.page(template, status, cohort=cohort, titles=titles, tabs=tabs, **values)


def _address(request: Request) -> str:
    """Where this page is found again; "" for one that only a form brings, with what is shown once or was typed."""
    return f"{request.url.path}?{request.url.query}".rstrip("?") if request.method == "GET" else ""


Page = Callable[[Visit], Awaitable[Response]]
