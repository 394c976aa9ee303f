"""A leader's look backs for their own page, without what was hidden: to read, as a picture, and on paper."""

from dataclasses import dataclass, field
from datetime import date
from typing import get_args

from dialogues.asking import phrases
from dialogues.model import Language
from dialogues.people import Id, Leader, SummaryKind, Theme
from journeys.console.who import Missing
from journeys.own.tending import key_of
from journeys.ports import World
from storage import hidden, leaders, summaries
from storage.session import Session
from summaries import facts
from summaries.alt import alt_text
from summaries.drawing.axis import years
from summaries.facts import Findings, Year, month_of, opening
from summaries.hiding import without
from summaries.letter import letter, traced
from summaries.pdf import file_name

STAYS = (".first_look", ".too_little")  # what opens a letter by itself cannot go


@dataclass(frozen=True, slots=True)
class Listed:
    """One look back: the first day of what it is about, its kind, and its period as people say it.

    `period` is a month, a year (or two that it touches), the months of a programme; `programme`: what that is called.
    """

    id: Id
    first: date
    kind: SummaryKind
    period: str
    programme: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A line that can be hidden: the key that a form names it by, its text, and what it rests on in words."""

    key: str
    text: str = field(repr=False)
    basis: str


@dataclass(frozen=True, slots=True)
class Opened:
    """One look back to read: its letter as HTML with b and blockquote only, everything else in it escaped.

    `alt`: its picture in words, "" when there is none.
    """

    listed: Listed
    html: str = field(repr=False)
    alt: str = field(repr=False)
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class _Kept:
    listed: Listed
    found: Findings = field(repr=False)  # without what was hidden
    away: frozenset[str]
    language: Language


@dataclass(frozen=True, slots=True)
class Paper:
    """A PDF under a name that says nothing of the leader."""

    name: str
    content: bytes = field(repr=False)


async def listed(world: World, leader: Id) -> tuple[Listed, ...]:
    """Every look back, the newest first."""
    async with world.store.transaction() as session:
        found = [one for one, _ in await _all(world, session, await leaders.get(session, leader))]
    return tuple(sorted(found, key=lambda one: (one.first, one.id), reverse=True))


async def opened(world: World, leader: Id, number: Id) -> Opened:
    """One to read; raises Missing when it is not this leader's."""
    kept = await _kept(world, leader, number)
    found, language, library = kept.found, kept.language, world.library
    shown = letter(found, language, library, hidden=kept.away)
    alt = alt_text(found, language, library) if world.studio else ""
    listed_lines = (one for one in traced(found, language, library) if one.id not in kept.away)
    lines = tuple(Line(key_of(one.id), one.text, one.basis) for one in listed_lines if not one.id.endswith(STAYS))
    return Opened(kept.listed, shown, alt, lines)


async def picture(world: World, leader: Id, number: Id, theme: Theme) -> bytes:
    """Its picture as PNG; raises Missing when it is not this leader's or shows nothing."""
    kept = await _kept(world, leader, number)
    content = world.studio and await world.studio.draw(
        facts.as_json(kept.found), kept.language, theme, hidden=kept.away
    )
    if not content:
        raise Missing
    return content


async def paper(world: World, leader: Id, number: Id) -> Paper:
    """One as PDF; raises Missing when it is not this leader's or could not be drawn."""
    kept = await _kept(world, leader, number)
    content = world.studio and await world.studio.pdf(facts.as_json(kept.found), kept.language)
    if not content:
        raise Missing
    return Paper(file_name(kept.found, kept.language), content)


async def _kept(world: World, leader: Id, number: Id) -> _Kept:
    async with world.store.transaction() as session:
        reader = await leaders.get(session, leader)
        known = await _all(world, session, reader)
        kept = next((pair for pair in known if pair[0].id == number), None)
        if kept is None:
            raise Missing
        away = await hidden.of(session, leader)
        return _Kept(kept[0], without(kept[1], away), away, reader.language)


async def _all(world: World, session: Session, reader: Leader) -> list[tuple[Listed, Findings]]:
    """All of them, opened: few in number, and their kind stands beside them."""
    kept = [
        (number, kind, facts.from_json(told))
        for kind in get_args(SummaryKind)
        for number, told in await summaries.of_kinds(session, reader.id, [kind])
    ]
    return [(_listed(world, number, kind, found, reader.language), found) for number, kind, found in kept]


def _listed(world: World, number: Id, kind: SummaryKind, found: Findings, language: Language) -> Listed:
    first = month_of(found)
    match opening(found):
        case Year(start=start, last=last, programme=programme) if programme:
            known = world.library.programmes.get(programme)
            ends = dict.fromkeys(phrases.month_year(on, language) for on in (start, last))
            return Listed(number, first, kind, " – ".join(ends), known.name[language] if known else "")
        case Year(start=start, last=last):
            return Listed(number, first, kind, years(start, last, "–"))
        case _:
            return Listed(number, first, kind, phrases.month_year(first, language))
