"""Inviting: a link for the group or one each, on paper, in a list for a mail merge, and the rhythm for a calendar."""

import asyncio
import json
from collections.abc import Mapping
from datetime import timedelta

from starlette.datastructures import UploadFile
from starlette.responses import Response

from console import calendars, lists, qr
from console.numbers import number
from console.uploads import Listed, Person, pasted, uploaded
from console.visit import Visit
from console.words import Words
from dialogues.model import LANGUAGES, Language
from journeys.console import cohorts, invitations, organisations, planning
from journeys.console.invitations import Limits
from journeys.console.who import Refused
from summaries.invitation import Invite, invitation
from summaries.invitation.pdf import pdf

PERIODS = (14, 30, 90)  # days that a link works
USUAL = 30
NOBODY = Listed()
NO_ERRORS: Mapping[str, str] = {}


async def show(visit: Visit) -> Response:
    """What there is: forms for new links, and the links that stand."""
    return await _page(visit)


async def for_group(visit: Visit) -> Response:
    """A link for everybody, shown this once."""
    try:
        limits = _limits(visit, visit.given("uses"))
    except Refused as no:
        return await _page(visit, status=422, errors={no.key: visit.why(no)})
    made = await invitations.for_group(visit.world, visit.who, visit.cohort, limits, visit.once.token())
    return await _handed_out(visit, ((Person(), made),))


async def for_each(visit: Visit) -> Response:
    """A link for everybody on a list, or the rows that must be mended; the list is not kept."""
    listed, once = await _listed(visit), visit.once
    if listed.mend:
        return await _page(visit, listed, 422)
    try:
        limits = _limits(visit, "1")
    except Refused as no:
        return await _page(visit, status=422, errors={"days_each": visit.why(no)})
    tokens = tuple(once.token(place) for place, _ in enumerate(listed.people))
    await invitations.for_each(visit.world, visit.who, visit.cohort, limits, tokens)
    return await _handed_out(visit, tuple(zip(listed.people, tokens, strict=True)))


async def paper(visit: Visit) -> Response:
    """The printable page of the group's link."""
    cohort = await cohorts.overview(visit.world, visit.who, visit.cohort)
    token = visit.given("token")
    until = await invitations.printed(visit.world, visit.who, visit.cohort, token)
    language = _language(visit)
    programme = visit.desk.library.programmes[cohort.programme].name[language]
    host = visit.who.name or Words(language)("invited.host")
    invite = Invite(cohort.name, programme, host, visit.desk.deep_link(token), until.date())
    page = invitation(invite, language, visit.desk.library)
    return _file(await asyncio.to_thread(pdf, page), "application/pdf", "weerklank-uitnodiging.pdf")


async def merge(visit: Visit) -> Response:
    """Names, addresses and links as a list for a mail merge."""
    rows = _rows(visit.given("handed"))
    await invitations.listed(visit.world, visit.who, visit.cohort, tuple(token for _, token in rows))
    told = [
        (person.name, person.address, visit.desk.deep_link(token), place)
        for place, (person, token) in enumerate(rows, 1)
    ]
    heading = tuple(visit.words(f"merge.{name}") for name in ("name", "address", "link", "place"))
    return _file(lists.as_csv([heading, *told], visit.language), "text/csv; charset=utf-8", "weerklank-links.csv")


async def apart(visit: Visit) -> Response:
    """The links of one list, each by its place in it."""
    cohort = await cohorts.overview(visit.world, visit.who, visit.cohort)
    made, links = await invitations.apart(visit.world, visit.who, visit.cohort, _invite(visit))
    return visit.group("cohorts/links", cohort, made=made, links=links, now=visit.world.clock.wall())


async def revoke_one(visit: Visit) -> Response:
    """Close one link of a list; who joined by it stays, and nothing tells whether anybody did."""
    named = (_invite(visit), visit.request.path_params["link"])
    place = await invitations.revoke_one(visit.world, visit.who, visit.cohort, named)
    return visit.done(f"{_here(visit)}/{named[0]}", "done.revoked_one", place=str(place))


async def revoke_pasted(visit: Visit) -> Response:
    """Close the link that was pasted."""
    try:
        await invitations.revoke_pasted(visit.world, visit.who, visit.cohort, visit.given("link"))
    except Refused as no:
        return await _page(visit, status=422, errors={"link": visit.why(no)})
    return visit.done(_here(visit), "done.revoked_pasted")


async def revoke(visit: Visit) -> Response:
    """Close links that were made together; who joined by one stays."""
    await invitations.revoke(visit.world, visit.who, visit.cohort, _invite(visit))
    return visit.done(_here(visit), "done.revoked")


def _here(visit: Visit) -> str:
    return f"/cohorts/{visit.cohort}/invitations"


def _invite(visit: Visit) -> int:
    """The links that the address names."""
    found: int = visit.request.path_params["invite"]
    return found


async def rhythm(visit: Visit) -> Response:
    """The moments of the programme for a calendar, in the group's own rhythm."""
    cohort = await cohorts.overview(visit.world, visit.who, visit.cohort)
    moments = await planning.calendar(visit.world, visit.who, visit.cohort)
    note = visit.words("ics.rolling") if cohort.starts_on is None else ""
    heading = calendars.Heading(cohort.id, visit.words("ics.title", name=cohort.name), cohort.zone, note)
    made = calendars.rhythm(moments, heading, visit.world.clock.wall())
    return _file(made, "text/calendar; charset=utf-8", "weerklank-ritme.ics")


async def _page(
    visit: Visit, listed: Listed = NOBODY, status: int = 200, errors: Mapping[str, str] = NO_ERRORS
) -> Response:
    cohort = await cohorts.overview(visit.world, visit.who, visit.cohort)
    standing = await invitations.standing(visit.world, visit.who, visit.cohort)
    periods = [(days, visit.words("invitations.days", count=days)) for days in PERIODS]
    values = {"listed": listed, "standing": standing, "periods": periods, "now": visit.world.clock.wall()}
    values["nameless"] = await organisations.nameless(visit.world, visit.who)
    return visit.group(
        "cohorts/invitations",
        cohort,
        status,
        **values,
        pasted=visit.given("people"),
        typed=_typed(visit),
        errors=errors,
    )


async def _handed_out(visit: Visit, handed: tuple[tuple[Person, str], ...]) -> Response:
    cohort = await cohorts.overview(visit.world, visit.who, visit.cohort)
    links = [(person, visit.desk.deep_link(token)) for person, token in handed]
    first = links[0][1]
    values = {
        "links": links,
        "handed": json.dumps([[person.name, person.address, token] for person, token in handed], ensure_ascii=False),
        "token": handed[0][1],
        "letters": [(language, _letter(visit, cohort.programme, first, language)) for language in LANGUAGES],
        "qr": qr.drawn(first),
    }
    return visit.group("cohorts/invited", cohort, **values)


def _letter(visit: Visit, programme: str, link: str, language: Language) -> str:
    """The text that goes with the link, ready to send."""
    weeks = len(visit.desk.library.programmes[programme].weeks)
    return visit.desk.library.messages["facilitator_invite"].text[language].format(weeks=weeks, link=link)


async def _listed(visit: Visit) -> Listed:
    file, namesakes = visit.form.get("file"), bool(visit.given("namesakes"))
    if isinstance(file, UploadFile) and file.filename:
        return await asyncio.to_thread(uploaded, await file.read(), namesakes=namesakes)
    return pasted(visit.given("people"), namesakes=namesakes)


def _limits(visit: Visit, uses: str) -> Limits:
    days, times = number(visit.given("days")), number(uses)
    if days not in PERIODS:
        raise Refused("choice")
    if not times or times > invitations.MOST:
        raise Refused("uses", most=invitations.MOST)
    return Limits(timedelta(days=days), times)


def _typed(visit: Visit) -> Mapping[str, str]:
    """What stands in the numbers of both forms."""
    days = visit.given("days")
    return {"days": days if number(days) in PERIODS else str(USUAL), "uses": visit.given("uses") or "50"}


def _rows(packed: str) -> list[tuple[Person, str]]:
    try:
        return [(Person(str(name), str(address)), str(token)) for name, address, token in json.loads(packed)]
    except (ValueError, TypeError, RecursionError):
        raise Refused("list") from None


def _language(visit: Visit) -> Language:
    return next((one for one in LANGUAGES if one == visit.given("language")), visit.language)


def _file(content: bytes, kind: str, name: str) -> Response:
    return Response(content, media_type=kind, headers={"Content-Disposition": f'attachment; filename="{name}"'})
