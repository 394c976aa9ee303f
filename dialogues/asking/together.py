"""Several programmes of one leader: at most one of them asks on a day, the others make room.

A question goes before what closes a week, then whichever programme asked longest ago, then the older enrolment. A
question that makes room comes on the next free working day of its week, before its programme's own next question;
without such a day it is passed over. What closes a week on its Friday (a pulse, a return to a dilemma) is never moved.
The end of a programme waits for the first free day, whatever the week.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from itertools import count, takewhile

from dialogues.asking import agenda, moments, underway, weeks
from dialogues.asking.slots import END, FRIDAY, Entry
from dialogues.model import Programme
from dialogues.people import Enrolment, Id, Prompt, Rhythm

NEVER = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Coming:
    """What a programme asks next and when; when it asked last, and the local date of its next question after this."""

    enrolment: Id
    entry: Entry
    at: datetime
    last: datetime
    following: date


@dataclass(frozen=True, slots=True)
class Now:
    """It is asked now."""


@dataclass(frozen=True, slots=True)
class Later:
    """It makes room and comes at this instant."""

    at: datetime


@dataclass(frozen=True, slots=True)
class Passed:
    """It makes room and is not asked; nothing is caught up."""


def coming(programme: Programme, enrolment: Enrolment, rhythm: Rhythm, asked: Sequence[Prompt]) -> Coming | None:
    """What stands at an enrolment's position, if it has a moment; `asked`: what was asked lately."""
    plan, at = agenda.entries(programme, rhythm), enrolment.next_due_at
    if at is None or enrolment.position >= len(plan):
        return None
    last = max((one.asked_at for one in asked if _of(one, enrolment)), default=NEVER)
    following = (place for place in range(enrolment.position + 1, len(plan)) if not _closes(plan[place]))
    after = replace(enrolment, position=next(following, len(plan)))
    match agenda.next_entry(programme, after, rhythm, at):
        case agenda.Due(_, _, then):
            day = moments.local(then, rhythm.zone).date()
        case _:
            day = date.max
    return Coming(enrolment.id, plan[enrolment.position], at, last, day)


def turn(mine: Coming, others: Sequence[Coming], taken: Collection[date], rhythm: Rhythm) -> Now | Later | Passed:
    """What becomes of an entry that is due today. `taken`: local dates on which nothing more is asked."""
    today = _day(mine, rhythm)
    rivals = [other for other in others if _day(other, rhythm) == today]
    if today not in taken and all(_rank(mine) < _rank(rival) for rival in rivals):
        return Now()
    held = {*taken, *(_day(other, rhythm) for other in others if not _closes(other.entry))}
    days = () if _closes(mine.entry) else _days(mine, today, rhythm.country)
    free = next((day for day in days if day not in held), None)
    return Passed() if free is None else Later(moments.instant(free, mine.entry.at, rhythm.zone))


def _closes(entry: Entry) -> bool:
    return entry.kind in ("pulse", "paradox_revisit") and entry.weekday == FRIDAY


def _of(prompt: Prompt, enrolment: Enrolment) -> bool:
    return prompt.enrolment == enrolment.id and underway.programmed(prompt)


def _rank(one: Coming) -> tuple[bool, datetime, Id]:
    return _closes(one.entry), one.last, one.enrolment


def _day(one: Coming, rhythm: Rhythm) -> date:
    return moments.local(one.at, rhythm.zone).date()


def _days(mine: Coming, today: date, country: str) -> Iterator[date]:
    """The working days after today on which it may still come; the end has a day apart from the look back."""
    ahead = (today + number * agenda.ONE_DAY for number in count(1))
    if mine.entry.slot == END:
        return (day for day in ahead if moments.working_day(day, country) and agenda.apart(day, country) == day)
    friday = weeks.monday_of(today) + FRIDAY * agenda.ONE_DAY
    last = min(friday, mine.following - agenda.ONE_DAY)
    return (day for day in takewhile(lambda day: day <= last, ahead) if moments.working_day(day, country))
