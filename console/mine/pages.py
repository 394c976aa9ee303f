"""What a leader finds on their own page: answers, positions, moods and intentions, look backs, and their rights."""

from starlette.responses import Response

from console import cookies, lists
from console.mine.drawing import field_of, strip
from console.mine.visit import OwnVisit
from dialogues import phrases
from dialogues.model import LANGUAGES
from journeys.console import signing
from journeys.own import lookbacks, reading, rights

DELETE = "delete"


async def timeline(visit: OwnVisit) -> Response:
    """Answers, newest first, or those that hold some words."""
    page, wanted = visit.given("page"), visit.given("words")
    number = int(page) - 1 if page.isdecimal() and len(page) < 6 else 0
    found = await reading.timeline(visit.world, visit.leader.id, number, wanted)
    return visit.page("timeline", found=found, wanted=wanted)


async def dilemmas(visit: OwnVisit) -> Response:
    """Where the leader stood on each dilemma, over time."""
    found = await reading.tensions(visit.world, visit.leader.id)
    return visit.page("dilemmas", tensions=[(one, field_of(one.placed)) for one in found])


async def moods(visit: OwnVisit) -> Response:
    """Mood and energy as dots, and what was meant to be done."""
    found = await reading.feelings(visit.world, visit.leader.id)
    meant = await reading.meant(visit.world, visit.leader.id)
    drawn = [(one.measure, strip(one.dots, visit.leader.language), one.dots) for one in found if one.dots]
    return visit.page("moods", feelings=drawn, intentions=meant)


async def look_backs(visit: OwnVisit) -> Response:
    """Which look backs there are."""
    return visit.page("lookbacks", found=await lookbacks.listed(visit.world, visit.leader.id))


async def look_back(visit: OwnVisit) -> Response:
    """One to read."""
    number = visit.request.path_params["number"]
    return visit.page("lookback", opened=await lookbacks.opened(visit.world, visit.leader.id, number))


async def paper(visit: OwnVisit) -> Response:
    """One as PDF, under a name that says nothing of the leader."""
    number = visit.request.path_params["number"]
    content = await lookbacks.paper(visit.world, visit.leader.id, number)
    return _file(content, "application/pdf", "weerklank-terugblik.pdf")


async def settings(visit: OwnVisit) -> Response:
    """What is set, and what a leader may always do."""
    return _settings(visit)


async def speak(visit: OwnVisit) -> Response:
    """The other language."""
    language = next((one for one in LANGUAGES if one == visit.given("language")), visit.leader.language)
    await rights.speak(visit.world, visit.leader.id, language)
    return visit.go("/settings")


async def everything(visit: OwnVisit) -> Response:
    """All there is, as a file."""
    found = await rights.everything(visit.world, visit.leader.id)
    return _file(lists.as_json(found), "application/json", "weerklank-export.json")


async def erase(visit: OwnVisit) -> Response:
    """Everything goes, once the leader said that they are sure."""
    if visit.given("sure") != DELETE:
        return _settings(visit, 422, sure=False)
    await rights.erase(visit.world, visit.leader.id)
    return visit.go("/gone")


def _settings(visit: OwnVisit, status: int = 200, *, sure: bool = True) -> Response:
    rhythm, language = visit.leader.rhythm, visit.leader.language
    told = {"days": phrases.days(rhythm.days, language), "hours": phrases.hours(rhythm.times, language)}
    return visit.page("settings", status, rhythm=rhythm, sure=sure, **told)


async def leave(visit: OwnVisit) -> Response:
    """Sign out: the session is over at once."""
    await signing.leave(visit.world, cookies.read(visit.request, cookies.SESSION), "page")
    gone = visit.go("/open")
    cookies.take_back(gone, cookies.SESSION)
    return gone


def _file(content: bytes, kind: str, name: str) -> Response:
    return Response(content, media_type=kind, headers={"Content-Disposition": f'attachment; filename="{name}"'})
