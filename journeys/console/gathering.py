"""What the figures of a group are worked out from: times for taking part; taps, and that something was answered."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from dialogues.asking import moments
from dialogues.model import Library
from dialogues.people import Cohort, Id
from storage import departures, taking_part
from storage.session import Session
from storage.taking_part import Asked, Reply, Span, Tapped
from summaries.cohort import mirror as of_period
from summaries.cohort import participation
from summaries.cohort.facts import Release
from summaries.cohort.participation import Joined, Sent
from summaries.cohort.safely import K

ENERGY = ("PU-01", "PU-06")  # the taps on energy, at the end of a week and with an answer
LOOSE = {"answer", "addition", "thought", "correction"}  # parts of an answer that follow up on nothing
READABLE = {"kept", "hidden"}  # by their own leader
ONE_DAY = timedelta(days=1)


def span(cohort: Cohort, first: date, last: date) -> Span:
    """From the first moment of one local date up to the end of another."""
    midnight = datetime.min.time()
    start, end = (moments.instant(day, midnight, cohort.zone) for day in (first, last + ONE_DAY))
    return Span(cohort.id, start, end)


async def joined(session: Session, cohort: Cohort) -> tuple[Joined, ...]:
    """Who ever joined and was not erased."""
    zone = ZoneInfo(cohort.zone)
    return tuple(
        Joined(
            str(one.leader),
            one.at.astimezone(zone).date(),
            one.guest,
            one.gone_at.astimezone(zone).date() if one.gone_at else None,
        )
        for one in await taking_part.places(session, cohort.id)
    )


async def sent(session: Session, cohort: Cohort, week: date) -> tuple[Sent, ...]:
    """What was sent up to the Sunday of this Monday's week, in all weeks that count together with it.

    With the times at which it was answered and followed up.
    """
    first = week - (participation.SPELL - 1) * participation.WEEK
    days = span(cohort, first, week + participation.WEEK - ONE_DAY)
    asked = await taking_part.asked(session, days)
    answered = _first(await taking_part.replies(session, days, "asking"))
    tapped = _first(await taking_part.tapped(session, days, "asking"))
    followed = _first(one for one in await taking_part.replies(session, days, "asking") if one.part not in LOOSE)
    return tuple(
        Sent(str(one.leader), one.at, _earliest(answered.get(one.id), tapped.get(one.id)), followed.get(one.id))
        for one in asked
    )


def _first(given: Iterable[Reply | Tapped]) -> Mapping[Id, datetime]:
    """When something that still stands first came to each prompt; `given` is oldest first."""
    found: dict[Id, datetime] = {}
    for one in given:
        if isinstance(one, Tapped) or one.state in READABLE:
            found.setdefault(one.to.id, one.at)
    return found


def _earliest(*times: datetime | None) -> datetime | None:
    return min((time for time in times if time is not None), default=None)


async def period(
    session: Session, cohort: Cohort, library: Library, days: tuple[date, date], weeks: Sequence[Release]
) -> of_period.Period:
    """What the people who are counted gave on these days; not what is hidden, held, withdrawn or worrying."""
    everybody = await joined(session, cohort)
    counted = participation.counted(everybody, weeks)
    agreeing = {str(one) for one in await taking_part.consenting(session, cohort.id)}
    seen = _Seen(counted & agreeing, await taking_part.flagged(session, cohort.id))
    placed, felt = await _taps(session, span(cohort, *days), seen)
    replies = await taking_part.replies(session, span(cohort, *days), "giving")
    members = sum(cell.people for cell in weeks[-1].cells) if weeks else 0
    least = K if members >= of_period.MEMBERS else 1
    dilemmas, qualities = await _asked_about(session, cohort, library, (days, seen), least)
    return of_period.Period(
        *days,
        members=members,
        dilemmas=dilemmas,
        qualities=qualities,
        left=await _left(session, cohort, weeks),
        placed=placed,
        felt=felt,
        drew=tuple(
            of_period.Drew(str(one.to.leader), library.questions[one.to.item].quality)
            for one in replies
            if seen.counts(one.to) and one.to.item in library.questions
        ),
    )


class _Seen:
    """Whose taps and answers count: of people who are counted and agree, to prompts that nothing is the matter with."""

    __slots__ = ("_flagged", "_people")

    def __init__(self, people: frozenset[str], flagged: frozenset[Id]) -> None:
        self._people, self._flagged = people, flagged

    def counts(self, asked: Asked) -> bool:
        """May what came back to this prompt be counted?"""
        return self.asks(asked) and asked.id not in self._flagged

    def asks(self, asked: Asked) -> bool:
        """Was it asked of somebody who is counted?"""
        return str(asked.leader) in self._people


async def _taps(
    session: Session, days: Span, seen: _Seen
) -> tuple[tuple[of_period.Placed, ...], tuple[of_period.Felt, ...]]:
    """Positions on dilemmas, and energy."""
    placed, felt = list[of_period.Placed](), list[of_period.Felt]()
    for tap in await taking_part.tapped(session, days, "giving"):
        if not seen.counts(tap.to) or tap.name not in ("position", *ENERGY):
            continue
        leader, value = str(tap.to.leader), int(await taking_part.opened(session, tap))
        if tap.name == "position":
            placed.append(of_period.Placed(leader, tap.to.item, value, tap.at))
        else:
            felt.append(of_period.Felt(leader, value))
    return tuple(placed), tuple(felt)


async def _left(session: Session, cohort: Cohort, weeks: Sequence[Release]) -> tuple[date, ...]:
    """The days on which people who are counted left or came back: whoever knows of it could look for the difference."""
    gone = await departures.of(session, cohort.id)
    places = {str(number): Joined(str(number), one.joined_on, one.guest) for number, one in enumerate(gone)}
    counted = participation.counted(places.values(), weeks)
    left = [one.left_on for number, one in enumerate(gone) if str(number) in counted]
    stay = participation.counted(await joined(session, cohort), weeks)
    returned = [at for who, at in await taking_part.returns(session, cohort.id) if str(who) in stay]
    return (*left, *(moments.local(at, cohort.zone).date() for at in returned))


async def _asked_about(
    session: Session, cohort: Cohort, library: Library, among: tuple[tuple[date, date], _Seen], least: int
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The dilemmas and qualities that so many of those people were asked about at least, in the order of the library.

    By whatever programme the group followed then; also in the week before, since what came at the end of that is
    answered in this period. Nothing that is gone from the library.
    """
    (first, last), seen = among
    asked = await taking_part.asked(session, span(cohort, first - participation.WEEK, last))
    people: dict[str, set[Id]] = {}
    for one in asked:
        if seen.asks(one):
            people.setdefault(_about(one, library), set()).add(one.leader)
    told = {about for about, whom in people.items() if len(whom) >= least}
    return tuple(about for about in library.dilemmas if about in told), tuple(q for q in library.qualities if q in told)


def _about(asked: Asked, library: Library) -> str:
    question = library.questions.get(asked.item)
    return question.quality if question else asked.item
