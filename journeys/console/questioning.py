"""A facilitator's own question for a group: written in both languages, tried in their own chat, planned, or dropped."""

from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from typing import Literal

from dialogues.asking import own_questions
from dialogues.asking.own_questions import Doubt
from dialogues.model import Language, Text
from dialogues.people import Cohort, Id
from journeys.console import posing, question_days
from journeys.console.access import group_for
from journeys.console.ending import today
from journeys.console.running import did, held
from journeys.console.who import Missing, Refused, Who
from journeys.permissions import Act
from journeys.ports import World
from storage import members, orders
from storage import own_questions as kept
from storage.ids import new_id
from storage.own_questions import OwnQuestion
from storage.session import Session

ASK: Act = "add question"


@dataclass(frozen=True, slots=True)
class Wanted:
    """A question as it is to be: both texts, and the local day of the group on which it is asked."""

    text: Text
    on: date


@dataclass(frozen=True, slots=True)
class Wrong:
    """Something that must be mended: in a text, or about the day."""

    where: Literal["nl", "en", "on_date"]
    what: str


@dataclass(frozen=True, slots=True)
class Doubts:
    """What its writer may want to look at again; it can be asked as it is. `late`: as of a question that is seen."""

    text: tuple[tuple[Language, Doubt], ...] = ()
    late: bool = False


@dataclass(frozen=True, slots=True)
class Seen:
    """A question with who wrote it ("" for nobody known), whether it can still change, and how it stood when seen.

    `doubts.late`: on its day the programme is over for who began with the group.
    """

    question: OwnQuestion
    by: str
    open: bool
    mark: str
    doubts: Doubts


async def of(world: World, who: Who, cohort: Id) -> tuple[Seen, ...]:
    """The questions of a group, the newest first."""
    async with world.store.transaction() as session:
        group = await group_for(session, who, cohort, "edit cohort")
        found = reversed(await kept.of(session, cohort))
        return tuple([await _seen(world, session, group, one) for one in found])


async def one(world: World, who: Who, cohort: Id, number: Id) -> Seen:
    """One question of a group; raises Missing."""
    async with world.store.transaction() as session:
        group = await group_for(session, who, cohort, "edit cohort")
        return await _seen(world, session, group, await _found(session, cohort, number))


async def wrong(world: World, who: Who, cohort: Id, text: Text, on: date | None) -> tuple[Wrong, ...]:
    """All that must be mended before this can be kept, each with its field; nothing is kept."""
    async with world.store.transaction() as session:
        group = await group_for(session, who, cohort, ASK)
    found = [Wrong(language or "en", f"flaw_{flaw}") for language, flaw in own_questions.flaws(tidied(text))]
    try:
        question_days.check(group, world.clock.now(), on)
    except Refused as refused:
        found.append(Wrong("on_date", refused.key))
    return tuple(found)


async def doubts(world: World, who: Who, cohort: Id, text: Text, on: date | None) -> Doubts:
    """What is worth another look before this is kept; nothing is kept."""
    async with world.store.transaction() as session:
        group = await group_for(session, who, cohort, ASK)
    return _doubts(group, world, tidied(text), on)


def _doubts(group: Cohort, world: World, text: Text, on: date | None) -> Doubts:
    late = on is not None and question_days.after_programme(group, world.library, on)
    return Doubts(tuple(own_questions.doubts(text)), late)


def tidied(text: Text) -> Text:
    """Both texts, without spaces that nobody meant."""
    return Text(own_questions.tidy(text.nl), own_questions.tidy(text.en))


async def write(world: World, who: Who, cohort: Id, wanted: Wanted, number: Id | None = None) -> Id:
    """Keep a new question as a draft, once under one `number`; nobody is asked it yet. Raises Refused."""
    now = world.clock.now()
    async with world.store.transaction() as session:
        group = await held(session, who, cohort, ASK)
        text = _sound(group, world, wanted)
        if number is not None and await kept.get(session, number) is not None:
            return (await _found(session, cohort, number)).id
        made = OwnQuestion(cohort, text.nl, text.en, wanted.on, who.member, now, id=number or new_id())
        await kept.add(session, made)
        await did(world, session, group, who, "question written", question=made.id)
        return made.id


async def change(world: World, who: Who, cohort: Id, number: Id, wanted: Wanted, mark: str) -> None:  # noqa: PLR0913 - what, and as it was seen
    """Other texts or another day, until its day; other texts make it a draft again, since nobody has tried those.

    Raises Refused("meanwhile") when somebody else changed it after it was seen.
    """
    async with world.store.transaction() as session:
        group, question = await _mine(world, session, who, cohort, number)
        if mark != mark_of(question):
            raise Refused("meanwhile")
        text = _sound(group, world, wanted)
        moved = replace(question, nl=text.nl, en=text.en, on_date=wanted.on)
        if (moved.nl, moved.en) != (question.nl, question.en):
            moved = replace(moved, state="draft", tried_at=None)
        if moved == question:
            return
        await kept.keep(session, moved)
        await _order(world, session, moved, who)
        await did(world, session, group, who, "question changed", question=number, on=wanted.on.isoformat())


async def try_out(world: World, who: Who, cohort: Id, number: Id, order: Id | None = None) -> None:
    """The bot sends it to the chat of who asks for that, in both languages, as it will look.

    Once under one `order`, and not again while it waits to be sent.
    """
    async with world.store.transaction() as session:
        await _mine(world, session, who, cohort, number)
        told, waits = {"question": number}, await orders.newest(session, cohort, posing.TRY)
        if waits is not None and (waits.data, waits.made_by) == (told, who.member):
            return
        if order is None or not await orders.has(session, order):
            await orders.put(session, cohort, posing.TRY, told, who.member, world.clock.now(), number=order)


async def plan(world: World, who: Who, cohort: Id, number: Id, mark: str) -> None:
    """Everybody in the group is asked it on its day. Refused before a dry run, and when it is not as it was seen."""
    async with world.store.transaction() as session:
        group, question = await _mine(world, session, who, cohort, number)
        if question.state == "planned":
            return
        if mark != mark_of(question):
            raise Refused("meanwhile")
        if question.tried_at is None:
            raise Refused("untried")
        assert question.on_date is not None, "a question is written with its day"
        question_days.check(group, world.clock.now(), question.on_date)
        planned = replace(question, state="planned")
        await kept.keep(session, planned)
        await _order(world, session, planned, who)
        await did(world, session, group, who, "question planned", question=number, on=question.on_date.isoformat())


async def drop(world: World, who: Who, cohort: Id, number: Id) -> None:
    """Nobody is asked it."""
    async with world.store.transaction() as session:
        group, question = await _mine(world, session, who, cohort, number)
        await kept.keep(session, replace(question, state="dropped"))
        await did(world, session, group, who, "question dropped", question=number)


async def _mine(world: World, session: Session, who: Who, cohort: Id, number: Id) -> tuple[Cohort, OwnQuestion]:
    """The group and a question of it that can still change, both kept for this transaction."""
    group = await held(session, who, cohort, ASK)
    question = await _found(session, cohort, number)
    if not _open(question, group, world):
        raise Refused("question_over")
    return group, question


async def _found(session: Session, cohort: Id, number: Id) -> OwnQuestion:
    question = await kept.get(session, number, held=True)
    if question is None or question.cohort != cohort:
        raise Missing
    return question


async def _seen(world: World, session: Session, group: Cohort, question: OwnQuestion) -> Seen:
    writer = await members.get(session, question.made_by) if question.made_by else None
    found = _doubts(group, world, Text(question.nl, question.en), question.on_date)
    return Seen(question, writer.name if writer else "", _open(question, group, world), mark_of(question), found)


def _open(question: OwnQuestion, group: Cohort, world: World) -> bool:
    """A draft always; what was planned until the day itself."""
    begun = question.on_date is not None and question.on_date <= today(group, world.clock.now())
    return question.state == "draft" or (question.state == "planned" and not begun)


def mark_of(question: OwnQuestion) -> str:
    """How it stands, for who changes it later: not whether it was tried meanwhile."""
    told = "\n".join((question.nl, question.en, str(question.on_date), question.state))
    return sha256(told.encode()).hexdigest()[:16]


async def _order(world: World, session: Session, question: OwnQuestion, who: Who) -> None:
    if question.state == "planned":
        data = {"question": question.id}
        await orders.put(session, question.cohort, posing.PLAN, data, who.member, world.clock.now())


def _sound(group: Cohort, world: World, wanted: Wanted) -> Text:
    text = tidied(wanted.text)
    if any(own_questions.flaws(text)):
        raise Refused("question_text")
    question_days.check(group, world.clock.now(), wanted.on)
    return text
