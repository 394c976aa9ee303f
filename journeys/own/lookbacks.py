"""A leader's look backs for their own page: which there are, one to read, and one on paper, without what was hidden."""

from dataclasses import dataclass, field
from datetime import date
from typing import get_args

from dialogues.model import Language
from dialogues.people import Id, SummaryKind
from journeys.console.who import Missing
from journeys.ports import World
from storage import hidden, leaders, summaries
from summaries import facts
from summaries.facts import Findings, month_of
from summaries.hiding import without
from summaries.letter import letter


@dataclass(frozen=True, slots=True)
class Listed:
    """One look back: the first day of what it is about, and which kind it is."""

    id: Id
    first: date
    kind: SummaryKind


@dataclass(frozen=True, slots=True)
class Opened:
    """One look back to read: its letter as HTML with b and blockquote only, everything else in it escaped."""

    id: Id
    first: date
    html: str = field(repr=False)


async def listed(world: World, leader: Id) -> tuple[Listed, ...]:
    """Every look back, the newest first."""
    found: list[Listed] = []
    async with world.store.transaction() as session:
        for kind in get_args(SummaryKind):
            for number, kept in await summaries.of_kinds(session, leader, [kind]):
                found.append(Listed(number, month_of(facts.from_json(kept)), kind))
    return tuple(sorted(found, key=lambda one: (one.first, one.id), reverse=True))


async def opened(world: World, leader: Id, number: Id) -> Opened:
    """One to read; raises Missing when it is not this leader's."""
    found, language, away = await _kept(world, leader, number)
    shown = letter(without(found, away), language, world.library, hidden=away)
    return Opened(number, month_of(found), shown)


async def paper(world: World, leader: Id, number: Id) -> bytes:
    """One as PDF; raises Missing when it is not this leader's or could not be drawn."""
    found, language, away = await _kept(world, leader, number)
    content = world.studio and await world.studio.pdf(facts.as_json(without(found, away)), language)
    if not content:
        raise Missing
    return content


async def _kept(world: World, leader: Id, number: Id) -> tuple[Findings, Language, frozenset[str]]:
    async with world.store.transaction() as session:
        kept = await summaries.get(session, leader, number)
        if kept is None:
            raise Missing
        reader = await leaders.get(session, leader)
        return facts.from_json(kept[1]), reader.language, await hidden.of(session, leader)
