"""What a leader sets on their own page, each part by a form of its own, and what they may always do."""

from starlette.responses import Response

from console import cookies, lists
from console.mine.visit import OwnVisit
from dialogues.asking import phrases, zones
from journeys.console import signing
from journeys.own import arranging, rights

DELETE = "delete"


async def show(visit: OwnVisit) -> Response:
    """How everything is set."""
    return await _settings(visit)


async def change(visit: OwnVisit) -> Response:
    """One part of it; what does not fit a rule stays as it was, and is told where it was typed."""
    part = visit.request.url.path.rpartition("/")[2]
    given = visit.all_given("value")
    no = await arranging.change(visit.world, visit.leader.id, part, given)
    return (
        await _settings(visit, 422, part=part, no=no, given=given) if no else visit.go(f"/settings?done={part}#{part}")
    )


async def everything(visit: OwnVisit) -> Response:
    """All there is, as a file."""
    found = await rights.everything(visit.world, visit.leader.id)
    return visit.file(lists.as_json(found), "application/json", "weerklank-export.json")


async def erase(visit: OwnVisit) -> Response:
    """Everything goes, once the leader said that they are sure."""
    if visit.given("sure") != DELETE:
        return await _settings(visit, 422, part="delete", no="delete_sure")
    await rights.erase(visit.world, visit.leader.id)
    return visit.go(f"/gone?language={visit.leader.language}")


async def leave(visit: OwnVisit) -> Response:
    """Sign out: the session is over at once, and the tab forgets what Telegram passed."""
    await signing.leave(visit.world, cookies.read(visit.request, cookies.SESSION), "page")
    gone = visit.go("/open?out=1")
    cookies.take_back(gone, cookies.SESSION)
    return gone


async def _settings(
    visit: OwnVisit, status: int = 200, *, part: str = "", no: str = "", given: list[str] | None = None
) -> Response:
    now = await arranging.standing(visit.world, visit.leader.id)
    language, rhythm = now.leader.language, now.leader.rhythm
    begin, end = (phrases.hour(at, language) for at in rhythm.quiet)
    told = {
        "days": phrases.days(rhythm.days, language),
        "hours": phrases.hours(rhythm.times, language),
        "quiet": visit.words("mine.span", begin=begin, end=end),
        "zone": zones.label(rhythm.zone, language),
        "weekdays": [(day, phrases.days((day,), language)) for day in range(5)],
        "countries": [(one, phrases.country(one, language)) for one in now.countries],
    }
    done, runs = visit.given("done"), await rights.runs_groups(visit.world, visit.leader.id)
    return visit.page("settings", status, now=now, runs=runs, part=part, no=no, given=given or [], done=done, **told)
