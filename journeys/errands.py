"""What was planned and is now due: reminders, windows that close, pauses that end, intentions, look backs."""

from datetime import datetime, timedelta
from functools import partial
from typing import cast

from dialogues.asking import moments
from dialogues.effects import Ask, Effect, ErrandKind, Expunge, Plan, Say
from dialogues.moves.answers import belonging, due, given
from dialogues.moves.care import weighing
from dialogues.moves.steps import Step
from dialogues.people import Prompt
from dialogues.scene import Scene
from dialogues.talk import Talk, from_json, lasting
from journeys import acting, again, carefully, crowd, scenes
from journeys.console import parting, posing, telling
from journeys.ports import World
from journeys.stage import Stage
from storage import answers, errands, intentions, leaders, prompts, summaries, talks
from storage.errands import Errand
from storage.session import Session

# Never beside a question or each other.
APART = {"check", "recap", "monthly", "first", "year", "programme", "mirror", "group_link", given.KIND}
SPEAKING = {"remind", "snooze", "resume", "hold_over", "weigh", *telling.KINDS} | APART
ROUTINE = SPEAKING - {"hold_over", "weigh"}  # not while it is open what certain words meant
LOOK_BACKS = ("recap", "first", "year", "programme")  # each takes a while to make: `journeys.batch` does these
WORKING = APART | {"remind"}  # only on working days, also when the country or the machine's hours changed meanwhile
DAY, WEEK = timedelta(days=1), timedelta(days=7)
STALE = timedelta(days=14)  # a check or reminder so late would only confuse


async def do(world: World, session: Session, errand: Errand) -> bool:
    """Do one errand; True when it erased somebody."""
    await errands.done(session, errand.id)
    leader = await leaders.get(session, errand.leader)
    prompt = await _prompt(session, errand)
    scene = await scenes.scene_of(world, session, leader, prompt, await posing.place_of(session, errand))
    scene = await posing.staged(session, errand, scene)
    talk = lasting(from_json(await talks.load(session, leader.id)), scene.now)
    talk, effects = await _due(session, errand, talk, scene)
    stage = Stage(world, session, scene, f"e{errand.id}:{errand.due_at:%Y%m%d%H%M%S.%f}", talk)
    await acting.carry_out(stage, effects)
    if prompt is not None and any(again.shows(effect, prompt.id) for effect in effects):
        await again.settle(session, leader.id, prompt.id)
    return stage.farewell


async def _prompt(session: Session, errand: Errand) -> Prompt | None:
    """The prompt that it is about, or that the words were written to that it is about."""
    about = errand.about
    if about and errand.kind == "thought":
        written = await answers.get(session, errand.leader, about)
        about = written.prompt if written is not None else None
    return await prompts.get(session, errand.leader, about) if about else None


async def _due(session: Session, errand: Errand, talk: Talk, scene: Scene) -> Step:
    """What an errand brings; whatever speaks waits until the quiet hours are over."""
    kind, rhythm = cast("ErrandKind", errand.kind), scene.leader.rhythm
    if kind == "thought":
        return belonging.untold(talk, errand.about or 0, scene)
    if kind == "withdrawn":
        return talk, (Expunge(errand.about or 0),)
    if kind in SPEAKING and (free := _free(kind, scene)) != scene.now:
        return talk, (Plan(kind, free, errand.about or 0),)
    if kind in ROUTINE and (after := weighing.rests(talk)):
        return talk, (Plan(kind, moments.next_free(after + moments.ROOM, rhythm), errand.about or 0),)
    if kind in APART and (later := await _makes_room(session, scene)):
        return talk, (Plan(kind, later, errand.about or 0),)
    match await crowd.turn(session, errand, scene):
        case "lapsed":
            return talk, ()
        case datetime() as later:
            return talk, (Plan(kind, later, errand.about or 0),)
    if kind in telling.KINDS:
        return talk, await telling.told(session, errand, scene)
    if kind == given.KIND:
        return await posing.come(session, errand, talk, scene)
    if kind == "mirror":
        return talk, await _shared(session, errand, scene)
    if kind == "check":
        return await _check(session, errand, talk, scene)
    return due.step(kind, talk, scene)


def _free(kind: ErrandKind, scene: Scene) -> datetime:
    """The first moment at which it may come: outside quiet hours and, when it can wait for one, on a working day."""
    now, rhythm = scene.now, scene.leader.rhythm
    return moments.next_free(now, rhythm) if kind in WORKING or moments.is_quiet(now, rhythm) else now


async def _makes_room(session: Session, scene: Scene) -> datetime | None:
    """When to come instead, because a question was asked, or a look back made, just before."""
    since = scene.now - moments.APART
    asked = await prompts.moments(session, scene.leader.id, since)
    made = await summaries.moments(session, scene.leader.id, since)
    return moments.makes_room(scene.now, [*asked, *made], scene.leader.rhythm)


async def _check(session: Session, errand: Errand, talk: Talk, scene: Scene) -> Step:
    """Ask once what became of an intention that is still open; a pause or a hold only puts it off."""
    intention = await intentions.get(session, errand.leader, errand.about or 0)
    leader, overdue = scene.leader, scene.now - errand.due_at > STALE
    if scene.rests and leader.state == "active" and intention is not None and intention.state == "open":
        return talk, (Plan("check", moments.next_free(scene.rests + DAY, leader.rhythm), intention.id),)
    if intention is None or intention.state != "open" or overdue:
        return talk, ()
    if leader.state in ("paused", "held"):
        after = (leader.until or scene.now + WEEK) + timedelta(days=1)
        return talk, (Plan("check", moments.next_free(after, leader.rhythm), intention.id),)
    if leader.state != "active":
        return talk, ()
    if due.near_silence(scene) and (later := await _after_silence(session, errand, scene)) is not None:
        return talk, (Plan("check", later, intention.id),)
    return talk, (Ask("intention_check", "intention", f"check:{intention.id:x}", enrolled=True, about=intention.id),)


async def _after_silence(session: Session, errand: Errand, scene: Scene) -> datetime | None:
    """When to ask after a word about silence: on a free day, or a day after that word; None for now."""
    rhythm = scene.leader.rhythm
    if (free := await crowd.instead(session, errand, scene)) is not None:
        return free
    if due.silence_today(scene):
        return moments.same_time(scene.today + DAY, rhythm.times[0], rhythm)
    at = moments.instant(scene.today, max(rhythm.times), rhythm.zone)
    waits = due.silence_yesterday(scene) and scene.now < at and not moments.is_quiet(at, rhythm)
    return at if waits else None


async def _shared(session: Session, errand: Errand, scene: Scene) -> tuple[Effect, ...]:
    """The mirror of the group that was shared; who is away gets it once they are back, who left meanwhile does not."""
    leader, release = scene.leader, errand.about or 0
    if not await parting.receivers(session, release, leader.id):
        return ()
    if leader.state in ("paused", "held"):
        after = (leader.until or scene.now + WEEK) + DAY
        return (Plan("mirror", moments.next_free(after, leader.rhythm), release),)
    return (Say("group_mirror", {"release": release}, weight="summary"),)


async def _put_off(session: Session, errand: Errand, until: datetime) -> None:
    await errands.put_off(session, errand.id, until)


WORK = carefully.Work(partial(errands.claim_due, but=LOOK_BACKS), do, _put_off)
