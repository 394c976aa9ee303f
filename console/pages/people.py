"""People who run groups and their roles; invited by a link that is shown once."""

from collections.abc import Mapping
from typing import get_args

from starlette.responses import Response

from console import cookies
from console.numbers import number
from console.visit import Visit
from journeys.console import cohorts, organisations, people, signing
from journeys.console.who import Refused, RoleKind
from storage.roles import Held

NONE: Mapping[str | int, str] = {}


async def show(visit: Visit) -> Response:
    """Who holds which role, and how to invite somebody."""
    return await _page(visit)


async def invite(visit: Visit) -> Response:
    """A link for one person, shown this once."""
    kind = next((one for one in get_args(RoleKind) if one == visit.given("kind")), None)
    where, cohort = visit.given("cohort"), number(visit.given("cohort"))
    if kind is None or (where and cohort is None):
        return await _page(visit, errors={"kind" if kind is None else "cohort": visit.words("refused.choice")})
    try:
        payload = await people.invite(visit.world, visit.who, kind, cohort, token=visit.once.token())
    except Refused as no:
        return await _page(visit, errors={"cohort": visit.why(no)})
    return await _page(visit, visit.desk.deep_link(payload))


async def end(visit: Visit) -> Response:
    """A role ends, from the next request on; one's own only after a second yes."""
    role = visit.request.path_params["role"]
    try:
        held = await people.to_end(visit.world, visit.who, role)
        mine = held.member == visit.who.member
        if mine and visit.given("do") != "end":
            return await _page(visit, leaving=held)
        await people.end(visit.world, visit.who, role)
    except Refused as no:
        if no.key == "role":
            raise
        return await _page(visit, errors={role: visit.why(no)})
    return await _left(visit) if mine else visit.done("/people", "done.role_ended")


async def _left(visit: Visit) -> Response:
    """On with the roles that are left; without any the session is over, which is said."""
    if len(visit.who.roles) > 1:
        return visit.done("/", "done.role_ended")
    await signing.leave(visit.world, cookies.read(visit.request, cookies.SESSION))
    page = visit.page("role_over", who=None)
    cookies.take_back(page, cookies.SESSION)
    return page


async def revoke(visit: Visit) -> Response:
    """An invite that nobody used is closed."""
    await people.revoke(visit.world, visit.who, visit.request.path_params["invite"])
    return visit.done("/people", "done.revoked")


async def call_me(visit: Visit) -> Response:
    """The name that is told to who joins a group."""
    try:
        await organisations.call_me(visit.world, visit.who, visit.given("name"))
    except Refused as no:
        return await _me(visit, {"name": visit.why(no)})
    return visit.done("/me", "done.kept")


async def rename(visit: Visit) -> Response:
    """Another name for the organisation."""
    home = number(visit.given("organisation"))
    if home is None:
        raise Refused("choice")
    try:
        await organisations.rename(visit.world, visit.who, home, visit.given("name"))
    except Refused as no:
        if no.key == "role":
            raise
        return await _me(visit, {home: visit.why(no)})
    return visit.done("/me", "done.kept")


async def me(visit: Visit) -> Response:
    """One's own name and organisations."""
    return await _me(visit, {})


async def _me(visit: Visit, errors: Mapping[str | int, str]) -> Response:
    homes = await organisations.homes(visit.world, visit.who)
    return visit.page("me", 422 if errors else 200, path="/me", homes=homes, errors=errors, typed=visit.given("name"))


async def _page(
    visit: Visit, link: str = "", errors: Mapping[str | int, str] = NONE, leaving: Held | None = None
) -> Response:
    found = await people.within(visit.world, visit.who)
    groups = await cohorts.all_of(visit.world, visit.who)
    names = {group.id: group.name for group in groups}
    kinds = [(kind, visit.words(f"role.{kind}")) for kind in get_args(RoleKind)]
    places = [("", visit.words("people.all")), *names.items()]
    values = {"found": found, "names": names, "kinds": kinds, "places": places, "link": link, "errors": errors}
    chosen = (visit.given("kind") or "facilitator", visit.given("cohort"))
    return visit.page("people", 422 if errors else 200, path="/people", **values, chosen=chosen, leaving=leaving)
