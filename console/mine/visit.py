"""One visit of a leader to their own page."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from urllib.parse import urlencode

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from console import cookies, render
from console.visit import Asked, Desk
from console.words import Words
from dialogues.people import Leader
from journeys.ports import World


@dataclass(frozen=True, slots=True)
class OwnVisit(Asked):
    """A request by a leader; `form` is known to come from a form of ours."""

    desk: Desk
    request: Request
    leader: Leader
    form: FormData = field(default_factory=FormData, repr=False)

    @property
    def world(self) -> World:
        """The world, with the keys that open this leader's words."""
        return self.desk.world

    @property
    def words(self) -> Words:
        """The words of the pages in the leader's language."""
        return Words(self.leader.language)

    def all_given(self, name: str) -> list[str]:
        """Every field of the form with this name, as text."""
        return [value.strip() for value in self.form.getlist(name) if isinstance(value, str)]

    def kept_query(self) -> str:
        """Where the leader was in a list, as a form on it says, as a query or ""."""
        kept = {name: self.given(name) for name in ("page", "month", "item") if self.given(name)}
        return f"?{urlencode(kept)}" if kept else ""

    def page(self, template: str, status: int = 200, /, **values: object) -> Response:
        """A page in the leader's language."""
        token = cookies.form_token(cookies.read(self.request, cookies.SESSION))
        shared = {
            "desk": self.desk,
            "leader": self.leader,
            "form_token": token,
            "path": self.request.url.path,
            "done": "",
        }
        return HTMLResponse(render.html(f"mine/{template}", self.words, {**shared, **values}), status)

    def file(self, content: bytes, kind: str, name: str) -> Response:
        """A file to keep."""
        return Response(content, media_type=kind, headers={"Content-Disposition": f'attachment; filename="{name}"'})


OwnPage = Callable[[OwnVisit], Awaitable[Response]]
