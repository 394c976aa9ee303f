"""The calendar of a programme: on which local date each entry would be asked, if nobody pauses or grows silent."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time

from dialogues.asking import agenda, moments
from dialogues.asking.slots import Entry
from dialogues.model import Language, Library, Programme
from dialogues.people import Enrolment, Rhythm


@dataclass(frozen=True, slots=True)
class Planned:
    """One entry; `at` is its local moment, None when holidays leave it no day in its week."""

    entry: Entry
    at: datetime | None


@dataclass(frozen=True, slots=True)
class Course:
    """A programme in a rhythm."""

    programme: Programme
    chosen: Rhythm


@dataclass(frozen=True, slots=True)
class Change:
    """What was asked and is not asked again; what was still to come, and what comes instead."""

    asked: tuple[Planned, ...]
    before: tuple[Planned, ...]
    after: tuple[Planned, ...]


def calendar(programme: Programme, chosen: Rhythm, first_day: date) -> tuple[Planned, ...]:
    """Every entry in the order of asking, for somebody who joins the day before `first_day`, or on it at midnight."""
    asked = {due.position: due.at for due in _asked(programme, chosen, first_day)}
    return tuple(
        Planned(entry, moments.local(asked[place], chosen.zone) if place in asked else None)
        for place, entry in enumerate(agenda.entries(programme, chosen))
    )


def rested(course: Course, first_day: date, rests: Sequence[tuple[datetime, datetime]]) -> tuple[Planned, ...]:
    """Every moment for who began on `first_day` in a group that rested: from when and up to when, in order."""
    place, come = _begun(course, first_day, datetime.combine(first_day, time(12), UTC) - agenda.ONE_DAY), []
    for begins, ends in rests:
        ahead = list(_walked(course, place))
        before = [due for due, _ in ahead if due.at <= begins]
        come += before
        if len(before) == len(ahead):
            return tuple(_shown(due, course) for due in come)
        place = ahead[len(before)][1]
        place = _moved(course, course, place, ends) if place.position else _begun(course, first_day, ends)
    return tuple(_shown(due, course) for due in (*come, *(due for due, _ in _walked(course, place))))


def changed(was: Course, becomes: Course, first_day: date, now: datetime) -> Change:
    """What another rhythm or programme changes for who began on `first_day`; what was asked until `now` stays so."""
    before = tuple(_walked(was, _begun(was, first_day, datetime.combine(first_day, time(12), UTC) - agenda.ONE_DAY)))
    asked = [(due, place) for due, place in before if due.at <= now]
    if becomes.programme.id != was.programme.id:
        place = _begun(becomes, first_day, now)
    elif len(asked) < len(before):
        place = _moved(was, becomes, before[len(asked)][1], now)
    else:  # all of it was asked
        place = replace(before[-1][1], next_due_at=None)
    return Change(
        tuple(_shown(due, was) for due, _ in asked),
        tuple(_shown(due, was) for due, _ in before[len(asked) :]),
        tuple(_shown(due, becomes) for due, _ in _walked(becomes, place)),
    )


def _asked(programme: Programme, chosen: Rhythm, first_day: date) -> Iterator[agenda.Due]:
    before = datetime.combine(first_day, time(12), UTC) - agenda.ONE_DAY
    course = Course(programme, chosen)
    return (due for due, _ in _walked(course, _begun(course, first_day, before)))


def _begun(course: Course, first_day: date, now: datetime) -> Enrolment:
    anchor, due = agenda.start(course.programme, course.chosen, now, starts_on=first_day)
    return Enrolment(0, 0, None, course.programme.id, "active", anchor, due.position, due.position, due.at)


def _moved(was: Course, becomes: Course, place: Enrolment, now: datetime) -> Enrolment:
    return agenda.re_anchored(becomes.programme, place, becomes.chosen, now, was=was.chosen)


def _walked(course: Course, place: Enrolment) -> Iterator[tuple[agenda.Due, Enrolment]]:
    """Every entry from a place on, with the place at which it is asked."""
    plan = agenda.entries(course.programme, course.chosen)
    while place.next_due_at is not None:
        due = agenda.Due(place.position, plan[place.position], place.next_due_at)
        yield due, place
        place = replace(place, position=due.position + 1)
        match agenda.next_entry(course.programme, place, course.chosen, due.at):
            case agenda.Due(position, _, at):
                place = replace(place, position=position, next_due_at=at)
            case _:
                return


def _shown(due: agenda.Due, course: Course) -> Planned:
    return Planned(due.entry, moments.local(due.at, course.chosen.zone))


def title(entry: Entry, library: Library, language: Language) -> str:
    """What an entry is called: the title of a dilemma or case, the words of a question."""
    if entry.item in library.questions:
        return library.questions[entry.item].text[language]
    known = library.dilemmas.get(entry.item) or library.cases.get(entry.item)
    return known.title[language] if known else ""
