"""The calendar of a programme: on which local date each entry would be asked, if nobody pauses or grows silent."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time

from dialogues import agenda, moments
from dialogues.model import Language, Library, Programme
from dialogues.people import Enrolment, Rhythm
from dialogues.slots import Entry


@dataclass(frozen=True, slots=True)
class Planned:
    """One entry; `at` is its local moment, None when holidays leave it no day in its week."""

    entry: Entry
    at: datetime | None


def calendar(programme: Programme, chosen: Rhythm, first_day: date) -> tuple[Planned, ...]:
    """Every entry in the order of asking, for somebody who joins the day before `first_day`, or on it at midnight."""
    asked = {due.position: due.at for due in _asked(programme, chosen, first_day)}
    return tuple(
        Planned(entry, moments.local(asked[place], chosen.zone) if place in asked else None)
        for place, entry in enumerate(agenda.entries(programme, chosen))
    )


def _asked(programme: Programme, chosen: Rhythm, first_day: date) -> Iterator[agenda.Due]:
    before = datetime.combine(first_day, time(12), UTC) - agenda.ONE_DAY
    anchor, due = agenda.start(programme, chosen, before, starts_on=first_day)
    place = Enrolment(0, 0, None, programme.id, "active", anchor, due.position, due.position, due.at)
    following: agenda.Due | agenda.Over = due
    while isinstance(following, agenda.Due):
        yield following
        place = replace(place, position=following.position + 1)
        following = agenda.next_entry(programme, place, chosen, following.at)


def title(entry: Entry, library: Library, language: Language) -> str:
    """What an entry is called: the title of a dilemma or case, the words of a question."""
    if entry.item in library.questions:
        return library.questions[entry.item].text[language]
    known = library.dilemmas.get(entry.item) or library.cases.get(entry.item)
    return known.title[language] if known else ""
