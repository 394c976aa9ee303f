"""What a leader finds on their own page: answers, positions, moods and intentions, look backs."""

from dataclasses import asdict
from urllib.parse import urlencode

from starlette.responses import Response

from console.mine.drawing import field_of, strip
from console.mine.visit import OwnVisit
from dialogues.asking import moments
from dialogues.people import Theme
from journeys.own import groups as own_groups
from journeys.own import lookbacks, reading, tending
from journeys.own.timeline import Wanted, timeline


async def answers(visit: OwnVisit) -> Response:
    """Answers, newest first: all, or those of a month, about a dilemma, with some words.

    The words come with a form, never in an address: a proxy and a browser keep addresses.
    """
    page = visit.given("page")
    number = int(page) - 1 if page.isdecimal() and len(page) < 6 else 0
    words = visit.given("words") if "words" in visit.form else ""
    wanted = Wanted(words, visit.given("month"), visit.given("item"))
    found = await timeline(visit.world, visit.leader.id, number, wanted)
    kept = {name: value for name, value in asdict(wanted).items() if value and name != "words"}
    newer, older = (f"?{urlencode({'page': place, **kept})}" for place in (found.page, found.page + 2))
    return visit.page("timeline", found=found, wanted=wanted, newer=newer, older=older)


async def treat(visit: OwnVisit) -> Response:
    """Hide, show again, withdraw or restore one answer; back to where it stood."""
    number = visit.request.path_params["number"]
    await tending.treat(visit.world, visit.leader.id, number, visit.given("act"))
    return await answers(visit) if visit.given("words") else visit.go(f"/{visit.kept_query()}")


async def dilemmas(visit: OwnVisit) -> Response:
    """Where the leader stood on each dilemma, over time."""
    found = await reading.tensions(visit.world, visit.leader.id)
    return visit.page("dilemmas", tensions=[(one, field_of(one.placed)) for one in found])


async def dilemma(visit: OwnVisit) -> Response:
    """One of them, with what was said each time."""
    found = await reading.weighed(visit.world, visit.leader.id, visit.request.path_params["item"])
    return visit.page("dilemma", one=found, drawn=field_of(found.tension.placed))


async def moods(visit: OwnVisit) -> Response:
    """Mood and energy as dots, and what was meant to be done."""
    return await _moods(visit)


async def settle(visit: OwnVisit) -> Response:
    """What came of an intention."""
    number = visit.request.path_params["number"]
    await tending.settle(visit.world, visit.leader.id, number, visit.given("outcome"))
    return visit.go("/moods#intentions")


async def intend(visit: OwnVisit) -> Response:
    """Another intention."""
    no = await tending.intend(visit.world, visit.leader.id, visit.given("text"))
    return await _moods(visit, no) if no else visit.go("/moods#intentions")


async def _moods(visit: OwnVisit, no: str = "") -> Response:
    found = await reading.feelings(visit.world, visit.leader.id)
    meant = await reading.meant(visit.world, visit.leader.id)
    drawn = [(one.measure, strip(one.dots, visit.leader.language), one.dots) for one in found if one.dots]
    text = visit.given("text") if no else ""
    return visit.page("moods", 422 if no else 200, feelings=drawn, intentions=meant, no=no, text=text)


async def look_backs(visit: OwnVisit) -> Response:
    """Which look backs there are."""
    return visit.page("lookbacks", found=await lookbacks.listed(visit.world, visit.leader.id))


async def look_back(visit: OwnVisit) -> Response:
    """One to read."""
    number = visit.request.path_params["number"]
    return visit.page("lookback", opened=await lookbacks.opened(visit.world, visit.leader.id, number))


async def hide(visit: OwnVisit) -> Response:
    """One line of it goes for good."""
    number = visit.request.path_params["number"]
    await tending.hide(visit.world, visit.leader.id, number, visit.given("line"))
    return visit.go(f"/lookbacks/{number}")


async def picture(visit: OwnVisit) -> Response:
    """Its picture, for a light or a dark page."""
    theme: Theme = "dark" if visit.request.url.path.endswith("/dark.png") else "light"
    number = visit.request.path_params["number"]
    return Response(await lookbacks.picture(visit.world, visit.leader.id, number, theme), media_type="image/png")


async def paper(visit: OwnVisit) -> Response:
    """One as PDF, under a name that says nothing of the leader."""
    made = await lookbacks.paper(visit.world, visit.leader.id, visit.request.path_params["number"])
    return visit.file(made.content, "application/pdf", made.name)


async def groups(visit: OwnVisit) -> Response:
    """The groups one is or was in: who runs them, and what was done about them."""
    found = await own_groups.joined(visit.world, visit.leader.id)
    told = [(one, moments.local(one.telegram.opens_at, one.zone).date()) for one in found if one.telegram]
    return visit.page("groups", groups=found, opens={one.id: on for one, on in told}, done=visit.given("done"))


async def leave(visit: OwnVisit) -> Response:
    """Out of one group."""
    await own_groups.leave(visit.world, visit.leader.id, visit.request.path_params["number"])
    return visit.go("/groups")


async def object_to(visit: OwnVisit) -> Response:
    """Rather no mirror in a Telegram group."""
    number = visit.request.path_params["number"]
    await own_groups.object_to(visit.world, visit.leader.id, number)
    return visit.go(f"/groups?done={number}#telegram-{number}")
