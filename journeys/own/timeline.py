"""A leader's own answers in time: all, of one month, about one dilemma, or those that hold some words."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time

from dialogues.answers.pieces import grouped
from dialogues.answers.searching import LONGEST, holds, sought
from dialogues.asking import moments
from dialogues.model import Language
from dialogues.people import Answer, AnswerState, Id, Leader, Prompt
from dialogues.wishes import months
from journeys.pages import DILEMMAS
from journeys.ports import World
from storage import answers, leaders, prompts, wordings
from storage.answers import Which
from storage.session import Session

PAGE = 20  # answers on one page


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which answers: that hold these words, of one month ("2026-11"), about one dilemma; "" for all."""

    words: str = field(default="", repr=False)
    month: str = ""
    item: str = ""


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
    """One page of answers, newest first; `pages` is at least 1.

    `months`: the first day of each month with answers and how many, newest first. `dilemmas`: ids and titles.
    `away`: what was withdrawn and can still come back, without its words.
    """

    entries: tuple[Entry, ...]
    page: int
    pages: int
    total: int
    months: tuple[tuple[date, int], ...]
    dilemmas: tuple[tuple[str, str], ...]
    away: tuple[Entry, ...]


async def timeline(world: World, leader: Id, page: int, wanted: Wanted) -> Timeline:
    """One page of the answers that are wanted; a page beyond the end is the last one."""
    async with world.store.transaction() as session:
        reader = await leaders.get(session, leader)
        which = _which(wanted, reader)
        look = wanted.words[:LONGEST].strip()
        found = await _holding(session, leader, which, look) if look else None
        total = await answers.count(session, leader, which) if found is None else len(found)
        pages = max(1, -(-total // PAGE))
        at = min(max(0, page), pages - 1)
        begin = at * PAGE
        shown = found[begin : begin + PAGE] if found is not None else None
        shown = await answers.page(session, leader, which, begin, PAGE) if shown is None else shown
        entries = tuple([await _entry(world, session, reader, one) for one in shown])
        away = await _away(world, session, reader)
        choices = await _months(session, reader), await _dilemmas(world, session, reader)
        return Timeline(entries, at, pages, total, *choices, away)


async def _holding(session: Session, leader: Id, which: Which, words: str) -> list[Answer]:
    """All must be opened to know which hold the words."""
    look = sought(words)
    return [one for one in await answers.page(session, leader, which) if holds(one.text, look)]


def _which(wanted: Wanted, reader: Leader) -> Which:
    first = months.month_in(wanted.month, date.min) if wanted.month else None
    if first is None:
        return Which(item=wanted.item)
    zone, following = reader.rhythm.zone, date(first.year + first.month // 12, first.month % 12 + 1, 1)
    return Which(moments.instant(first, time(), zone), moments.instant(following, time(), zone), wanted.item)


async def _months(session: Session, reader: Leader) -> tuple[tuple[date, int], ...]:
    given = await answers.given(session, reader.id)
    return tuple(Counter(day_of(at, reader).replace(day=1) for at in given).items())


async def _dilemmas(world: World, session: Session, reader: Leader) -> tuple[tuple[str, str], ...]:
    asked = {prompt.item for prompt in await prompts.with_answer(session, reader.id, DILEMMAS)}
    known = world.library.dilemmas
    named = [(item, known[item].title[reader.language]) for item in asked if item in known]
    return tuple(sorted(named, key=lambda one: one[1].casefold()))


async def _away(world: World, session: Session, reader: Leader) -> tuple[Entry, ...]:
    standing = [one for one in await answers.standing(session, reader.id) if one.state == "withdrawn"]
    firsts: Sequence[answers.Standing] = [group[0] for group in grouped(standing)]
    found = []
    for one in firsts:
        prompt, asked = await _prompt(world, session, reader, one.prompt)
        kind = prompt.kind if prompt else "thought"
        found.append(Entry(one.id, day_of(one.given_at, reader), kind, asked, "", one.state))
    return tuple(found)


async def _entry(world: World, session: Session, reader: Leader, one: Answer) -> Entry:
    prompt, asked = await _prompt(world, session, reader, one.prompt)
    kind = prompt.kind if prompt else "thought"
    return Entry(one.id, day_of(one.given_at, reader), kind, asked, one.text, one.state)


async def _prompt(world: World, session: Session, reader: Leader, number: Id | None) -> tuple[Prompt | None, str]:
    prompt = await prompts.get(session, reader.id, number) if number else None
    return prompt, await _asked(world, session, prompt, reader.language) if prompt else ""


async def _asked(world: World, session: Session, prompt: Prompt, language: Language) -> str:
    """What the leader read: the item as it was then, or as it is now where that was not kept."""
    library = world.library
    item = await wordings.get(session, prompt.version)
    known = item or library.questions.get(prompt.item) or library.dilemmas.get(prompt.item)
    known = known or library.cases.get(prompt.item) or library.pulses.get(prompt.item)
    told = getattr(known, "title", None) or getattr(known, "text", None)
    return told[language] if told is not None else ""


def day_of(at: datetime, reader: Leader) -> date:
    """The day that it was where the leader lives."""
    return moments.local(at, reader.rhythm.zone).date()
