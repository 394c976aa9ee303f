"""What was planned and is now due: reminders, windows that close, pauses that end, intentions, look backs."""

from datetime import timedelta
from typing import cast

from dialogues.effects import Ask, Effect, ErrandKind
from dialogues.moves import due
from dialogues.moves.steps import Step
from dialogues.talk import Talk, from_json
from journeys import acting, scenes
from journeys.ports import World
from journeys.stage import Stage
from storage import errands, intentions, leaders, prompts, talks
from storage.errands import Errand
from storage.session import Session

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
    effects: tuple[Effect, ...]
    if errand.kind == "check":
        talk, effects = await _check(world, session, errand, talk, active=leader.state == "active")
    else:
        talk, effects = due.step(cast("ErrandKind", errand.kind), talk, scene)
    stage = Stage(world, session, scene, f"e{errand.id}:{errand.due_at:%Y%m%d%H%M}", talk)
    await acting.carry_out(stage, effects)
    return stage.farewell


async def _check(world: World, session: Session, errand: Errand, talk: Talk, *, active: bool) -> Step:
    """Ask once what became of an intention that is still open."""
    intention = await intentions.get(session, errand.leader, errand.about or 0)
    overdue = world.clock.now() - errand.due_at > STALE
    if intention is None or intention.state != "open" or not active or overdue:
        return talk, ()
    return talk, (Ask("intention_check", "intention", f"check:{intention.id:x}", enrolled=True, about=intention.id),)
