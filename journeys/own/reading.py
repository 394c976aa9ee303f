"""A leader reads their own: positions with what was said, moods, intentions; opened for one page only."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

from dialogues.asking import poles
from dialogues.moves.keeping.pages import NAMES
from dialogues.people import Id, Intention, Leader, Tap
from journeys.console.who import Missing
from journeys.own.timeline import day_of
from journeys.pages import placed_at
from journeys.ports import World
from storage import intentions, leaders, prompts, taps


@dataclass(frozen=True, slots=True)
class Tension:
    """The positions 1..7 that were taken on a dilemma, oldest first, as this leader sees its poles."""

    item: str
    title: str
    left: str
    right: str
    placed: tuple[tuple[date, int], ...]


@dataclass(frozen=True, slots=True)
class Weighed:
    """One dilemma: the positions, and each time, oldest first, with its day and the sentence that may be quoted.

    The sentence is the one of /paradoxes; "" when there is none.
    """

    tension: Tension
    scenario: str
    times: tuple[tuple[date, int, str], ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Feeling:
    """Taps on one measure, 1..5, oldest first."""

    measure: Literal["mood", "energy"]
    dots: tuple[tuple[date, int], ...]


async def tensions(world: World, leader: Id) -> tuple[Tension, ...]:
    """Every dilemma on which a position was taken, the newest first."""
    async with world.store.transaction() as session:
        reader = await leaders.get(session, leader)
        placed: dict[str, list[Tap]] = {}
        for prompt in await prompts.with_position(session, leader):
            tapped = await taps.of_prompt(session, leader, prompt.id)
            placed.setdefault(prompt.item, []).extend(tap for tap in tapped if tap.name == "position")
    drawn = [_tension(world, reader, item, found) for item, found in placed.items() if item in world.library.dilemmas]
    return tuple(sorted(drawn, key=lambda one: one.placed[-1][0], reverse=True))


async def weighed(world: World, leader: Id, item: str) -> Weighed:
    """One dilemma; raises Missing when no position was taken on it."""
    tension = next((one for one in await tensions(world, leader) if one.item == item), None)
    if tension is None:
        raise Missing
    async with world.store.transaction() as session:
        reader = await leaders.get(session, leader)
        placed = [prompt for prompt in await prompts.with_position(session, leader) if prompt.item == item]
        told = [await placed_at(session, reader, prompt) for prompt in placed]
    dilemma, language = world.library.dilemmas[item], reader.language
    times = [(on, place, one["said"]) for (on, place), one in zip(tension.placed, told, strict=True)]
    return Weighed(tension, dilemma.scenario[language], tuple(times))


def _tension(world: World, reader: Leader, item: str, found: list[Tap]) -> Tension:
    dilemma, language, swap = world.library.dilemmas[item], reader.language, poles.swapped(reader, item)
    left, right = (dilemma.pole_b, dilemma.pole_a) if swap else (dilemma.pole_a, dilemma.pole_b)
    spots = [(day_of(tap.at, reader), poles.turned(int(tap.value), swap=swap)) for tap in sorted(found, key=_when)]
    return Tension(item, dilemma.title[language], left.label[language], right.label[language], tuple(spots))


def _when(tap: Tap) -> datetime:
    return tap.at


async def feelings(world: World, leader: Id) -> tuple[Feeling, Feeling]:
    """Every tap on mood and on energy."""
    async with world.store.transaction() as session:
        reader = await leaders.get(session, leader)
        mood = await taps.named(session, leader, NAMES["mood"])
        energy = await taps.named(session, leader, NAMES["energy"])
    return Feeling("mood", _dots(mood, reader)), Feeling("energy", _dots(energy, reader))


def _dots(found: list[Tap], reader: Leader) -> tuple[tuple[date, int], ...]:
    return tuple((day_of(tap.at, reader), int(tap.value)) for tap in found)


async def meant(world: World, leader: Id) -> tuple[Intention, ...]:
    """Every intention, newest first."""
    async with world.store.transaction() as session:
        return tuple(reversed(await intentions.of(session, leader)))


async def person(world: World, leader: Id) -> Leader:
    """The leader with their settings."""
    async with world.store.transaction() as session:
        return await leaders.get(session, leader)
