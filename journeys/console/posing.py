"""The bot's part of a facilitator's own question: it is tried in one chat, planned for each leader, and comes once."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from datetime import date, time, timedelta
from functools import partial
from typing import Any

from dialogues.asking import moments, own_questions
from dialogues.library import overlay
from dialogues.model import LANGUAGES, Language, Question, Text
from dialogues.moves.answers import given
from dialogues.moves.steps import Step
from dialogues.people import CLOSED, Cohort, Enrolment, Id
from dialogues.scene import Scene
from dialogues.talk import Talk
from journeys import severally
from journeys.console import hosts, question_days
from journeys.console.ending import today
from journeys.ports import World
from storage import cohorts, enrolments, errands, leaders, members, outbox, prompts
from storage import own_questions as kept
from storage.errands import Errand
from storage.orders import Order
from storage.outbox import Parcel
from storage.own_questions import OwnQuestion
from storage.session import Session

TRY, PLAN = "try question", "plan question"  # the orders of the console
TRIED = "own_question_try"  # the screen of a dry run
AHEAD, ONE_DAY = timedelta(days=2), timedelta(days=1)  # so long before its day it is looked at, wherever people live


async def _try(world: World, session: Session, order: Order) -> None:
    """Both texts go to whoever asked for it, as they will look; nothing of it counts."""
    question = await kept.get(session, order.data["question"], held=True)
    if question is None or order.made_by is None:
        return
    member, item = await members.get(session, order.made_by), own_questions.item_id(question.id)
    for language in LANGUAGES:
        args = {"about": 0, "kind": "question", "item": item, "question": question.id, "language": language}
        await outbox.put(
            session, key=f"{TRIED}:{order.id}:{language}", chat=member.chat, leader=None, kind="reply",
            screen_name=TRIED, args=args, wall=world.clock.wall(),
        )  # fmt: skip
    await kept.keep(session, replace(question, tried_at=world.clock.now()))


async def tried(session: Session, parcel: Parcel) -> dict[str, Any] | None:
    """What a dry run shows: the text as it is now; None when it was deleted."""
    question = await kept.get(session, parcel.args["question"])
    if question is None:
        return None
    language: Language = "en" if parcel.args["language"] == "en" else "nl"
    return {"asked": _item(question), **await sender(session, question.id, language)}


async def sender(session: Session, number: Id, language: Language) -> dict[str, Any]:
    """Who asks a question, and which group; nobody when that was deleted."""
    question = await kept.get(session, number)
    if question is None:
        return {"from": hosts.called(None, language), "cohort": ""}
    member = await members.get(session, question.made_by) if question.made_by else None
    cohort = await cohorts.get(session, question.cohort)
    return {"from": hosts.called(member, language), "cohort": cohort.name}


def _item(question: OwnQuestion) -> Question:
    return own_questions.as_item(question.id, Text(question.nl, question.en))


async def _plan(_world: World, session: Session, order: Order) -> None:
    """Everybody in the group gets it on its day; a day that was changed moves what was planned before."""
    question = await kept.get(session, order.data["question"])
    if question is None or question.on_date is None or question.state != "planned":
        return
    for place in await enrolments.of_cohort(session, question.cohort):
        await _planned(session, question, place.leader, question.on_date)


async def _planned(session: Session, question: OwnQuestion, leader: Id, on: date) -> None:
    rhythm = (await leaders.get(session, leader)).rhythm
    at = given.planned_at(on, rhythm)
    await errands.plan(session, leader, given.KIND, _key(question.id), at, question.id)


def _key(question: Id) -> str:
    return f"{given.KIND}:{question}"


async def due(world: World, trouble: list[Exception]) -> int:
    """See to what comes on these days: who joined since, a group that rests or ended, a day that is over; how many."""
    until = (world.clock.now() + AHEAD).date()
    async with world.store.transaction() as session:
        found = await kept.soon(session, until)
    return await severally.each(found, partial(_seen_to, world), trouble)


async def _seen_to(world: World, number: Id) -> int:
    async with world.store.transaction() as session:
        question = await kept.get(session, number, held=True)
        if question is None or question.state != "planned" or question.on_date is None:
            return 0
        cohort = await cohorts.get(session, question.cohort)
        stands = _as_it_stands(question, cohort, world)
        if stands != question:
            await kept.keep(session, stands)
            return 1
        late = await kept.unreached(session, question, _key(number))
        for leader in late:
            await _planned(session, question, leader, question.on_date)
        return len(late)


def _as_it_stands(question: OwnQuestion, cohort: Cohort, world: World) -> OwnQuestion:
    """After an end it is dropped, in a rest it waits for the first working day after it, and a day ago it was asked."""
    now, on = world.clock.now(), question.on_date
    assert on is not None, "what is planned has a day"
    if cohort.state in CLOSED:
        return replace(question, state="dropped")
    later = question_days.after_rest(cohort, now, on)
    return replace(question, on_date=later, state="planned" if later >= today(cohort, now) else "asked")


async def place_of(session: Session, errand: Errand) -> Enrolment | None:
    """The leader's place in the group whose question an errand brings; None for any other errand, and without one."""
    question = await _brought(session, errand)
    running = await enrolments.running_of(session, errand.leader) if question else []
    return next((one for one in running if question and one.cohort == question.cohort), None)


async def staged(session: Session, errand: Errand, scene: Scene) -> Scene:
    """The scene of an errand; for a question of a group with that in its library."""
    question = await _brought(session, errand)
    return replace(scene, library=overlay.as_asked(scene.library, _item(question))) if question else scene


async def come(session: Session, errand: Errand, talk: Talk, scene: Scene) -> Step:
    """What its errand brings; what was dropped, is a draft again or was asked already brings nothing."""
    question, place = await _brought(session, errand), scene.enrolment
    if question is None or question.on_date is None or question.state not in ("planned", "asked"):
        return talk, ()
    if place is None or place.cohort != question.cohort:  # left, or at the end of the programme
        return talk, ()
    if await prompts.of_item(session, scene.leader.id, own_questions.item_id(question.id)):
        return talk, ()
    asks = given.Given(question.id, question.on_date, place)
    return given.step(asks, await _taken(session, scene), await prompts.open_of(session, scene.leader.id), talk, scene)


async def _brought(session: Session, errand: Errand) -> OwnQuestion | None:
    return await kept.get(session, errand.about or 0) if errand.kind == given.KIND else None


async def _taken(session: Session, scene: Scene) -> set[date]:
    """The days on which a programme has asked something, or is going to."""
    leader, now = scene.leader, scene.now
    midnight = moments.instant(scene.today, time(), leader.rhythm.zone)
    ahead = [one.enrolment.next_due_at for one in scene.running]
    due_on = {max(scene.today, moments.local(at, leader.rhythm.zone).date()) for at in ahead if at is not None}
    asked = await prompts.programmed_on(session, leader.id, midnight, now + ONE_DAY)
    return due_on | {scene.today} if asked else due_on


KINDS: Mapping[str, Callable[[World, Session, Order], Awaitable[None]]] = {TRY: _try, PLAN: _plan}
