"""What was planned and is now due: reminders, windows that close, pauses that end, intentions, look backs."""

from datetime import timedelta
from typing import cast

from dialogues import moments
from dialogues.effects import Ask, Drop, ErrandKind, Plan
from dialogues.moves import due
from dialogues.moves.steps import Step
from dialogues.scene import Scene
from dialogues.talk import Talk, from_json
from journeys import acting, scenes
from journeys.ports import World
from journeys.stage import Stage
from storage import errands, intentions, leaders, prompts, talks
from storage.errands import Errand
from storage.session import Session

SPEAKING = {"remind", "snooze", "resume", "hold_over", "check", "recap", "monthly"}
WEEK = timedelta(days=7)
STALE = timedelta(days=14)  # a check or reminder so late would only confuse


async def due_now(world: World, limit: int) -> int:
    """One batch of errands, each in the order of its moment; the number handled."""
    erased = False
    async with world.store.transaction() as session:
        claimed = await errands.claim_due(session, world.clock.now(), limit)
        for errand in claimed:
            await errands.done(session, errand.id)
            erased |= await _one(world, session, errand)
    if erased:
        await acting.leave_no_trace(world)
    return len(claimed)


async def _one(world: World, session: Session, errand: Errand) -> bool:
    """Do one errand; True when it erased somebody."""
    leader = await leaders.get(session, errand.leader)
    prompt = await prompts.get(session, leader.id, errand.about) if errand.about else None
    scene = await scenes.scene_of(world, session, leader, prompt)
    talk: Talk = from_json(await talks.load(session, leader.id))
    talk, effects = await _due(session, errand, talk, scene)
    stage = Stage(world, session, scene, f"e{errand.id}:{errand.due_at:%Y%m%d%H%M}", talk)
    await acting.carry_out(stage, effects)
    return stage.farewell


async def _due(session: Session, errand: Errand, talk: Talk, scene: Scene) -> Step:
    """What an errand brings; whatever speaks waits until the quiet hours are over."""
    kind, rhythm = cast("ErrandKind", errand.kind), scene.leader.rhythm
    if kind == "thought":
        return talk, (Drop(errand.about or 0),)
    if kind in SPEAKING and moments.is_quiet(scene.now, rhythm.zone):
        return talk, (Plan(kind, moments.next_free(scene.now, rhythm), errand.about or 0),)
    if kind == "check":
        return await _check(session, errand, talk, scene)
    return due.step(kind, talk, scene)


async def _check(session: Session, errand: Errand, talk: Talk, scene: Scene) -> Step:
    """Ask once what became of an intention that is still open; a pause or a hold only puts it off."""
    intention = await intentions.get(session, errand.leader, errand.about or 0)
    leader, overdue = scene.leader, scene.now - errand.due_at > STALE
    if intention is None or intention.state != "open" or overdue:
        return talk, ()
    if leader.state in ("paused", "held"):
        after = (leader.until or scene.now + WEEK) + timedelta(days=1)
        return talk, (Plan("check", moments.next_free(after, leader.rhythm), intention.id),)
    if leader.state != "active":
        return talk, ()
    return talk, (Ask("intention_check", "intention", f"check:{intention.id:x}", enrolled=True, about=intention.id),)
