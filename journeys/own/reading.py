"""A leader reads their own: answers with what was asked, positions, moods, intentions; opened for one page only."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

from dialogues import moments, poles
from dialogues.model import Language
from dialogues.moves.pages import NAMES
from dialogues.people import Answer, AnswerState, Id, Intention, Leader, Prompt, Tap
from dialogues.searching import LONGEST, holds, sought
from journeys.ports import World
from storage import answers, intentions, leaders, prompts, taps, wordings
from storage.answers import Which
from storage.session import Session

PAGE = 20  # answers on one page


@dataclass(frozen=True, slots=True)
class Entry:
    """One answer with the day it was given, and what had been asked ("" for a thought of one's own)."""

    id: Id
    on: date
    kind: str
    asked: str
    text: str = field(repr=False)
    state: AnswerState


@dataclass(frozen=True, slots=True)
class Timeline:
    """One page of answers, newest first; `pages` is at least 1."""

    entries: tuple[Entry, ...]
    page: int
    pages: int
    total: int


@dataclass(frozen=True, slots=True)
class Tension:
    """The positions 1..7 that were taken on a dilemma, oldest first, as this leader sees its poles."""

    item: str
    title: str
    left: str
    right: str
    placed: tuple[tuple[date, int], ...]


@dataclass(frozen=True, slots=True)
class Feeling:
    """Taps on one measure, 1..5, oldest first."""

    measure: Literal["mood", "energy"]
    dots: tuple[tuple[date, int], ...]


async def timeline(world: World, leader: Id, page: int = 0, wanted: str = "") -> Timeline:
    """One page of all answers, or of those that hold these words; a page beyond the end is the last one."""
    async with world.store.transaction() as session:
        reader = await leaders.get(session, leader)
        look = sought(wanted[:LONGEST]) if wanted.strip() else None
        if look is None:
            total = await answers.count(session, leader, Which())
        else:  # all must be opened to know which hold it
            found = [one for one in await answers.page(session, leader, Which()) if holds(one.text, look)]
            total = len(found)
        pages = max(1, -(-total // PAGE))
        at = min(max(0, page), pages - 1)
        begin, end = at * PAGE, (at + 1) * PAGE
        shown = await answers.page(session, leader, Which(), begin, PAGE) if look is None else found[begin:end]
        return Timeline(tuple([await _entry(world, session, reader, one) for one in shown]), at, pages, total)


async def _entry(world: World, session: Session, reader: Leader, one: Answer) -> Entry:
    prompt = await prompts.get(session, reader.id, one.prompt) if one.prompt else None
    asked = await _asked(world, session, prompt, reader.language) if prompt else ""
    on = _day(one.given_at, reader)
    return Entry(one.id, on, prompt.kind if prompt else "thought", asked, one.text, one.state)


async def _asked(world: World, session: Session, prompt: Prompt, language: Language) -> str:
    """What the leader read: the item as it was then, or as it is now where that was not kept."""
    library = world.library
    item = await wordings.get(session, prompt.version)
    known = item or library.questions.get(prompt.item) or library.dilemmas.get(prompt.item)
    known = known or library.cases.get(prompt.item) or library.pulses.get(prompt.item)
    told = getattr(known, "title", None) or getattr(known, "text", None)
    return told[language] if told is not None else ""


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


def _tension(world: World, reader: Leader, item: str, found: list[Tap]) -> Tension:
    dilemma, language, swap = world.library.dilemmas[item], reader.language, poles.swapped(reader, item)
    left, right = (dilemma.pole_b, dilemma.pole_a) if swap else (dilemma.pole_a, dilemma.pole_b)
    spots = [(_day(tap.at, reader), poles.turned(int(tap.value), swap=swap)) for tap in sorted(found, key=_when)]
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
    return tuple((_day(tap.at, reader), int(tap.value)) for tap in found)


async def meant(world: World, leader: Id) -> tuple[Intention, ...]:
    """Every intention, newest first."""
    async with world.store.transaction() as session:
        return tuple(reversed(await intentions.of(session, leader)))


async def person(world: World, leader: Id) -> Leader:
    """The leader with their settings."""
    async with world.store.transaction() as session:
        return await leaders.get(session, leader)


def _day(at: datetime, reader: Leader) -> date:
    return moments.local(at, reader.rhythm.zone).date()
