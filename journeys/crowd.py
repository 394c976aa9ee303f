"""What came by itself on this day, and what is planned: so that no day brings too much."""

from datetime import date, datetime, time
from typing import cast

from dialogues.asking import agenda, crowding, moments
from dialogues.effects import ErrandKind
from dialogues.people import Enrolment, ItemKind
from dialogues.scene import Scene
from storage import errands, intentions, prompts, summaries
from storage.errands import Errand
from storage.session import Session


async def turn(session: Session, errand: Errand, scene: Scene) -> crowding.Turn:
    """Is it the turn of this errand today?"""
    kind, rhythm = cast("ErrandKind", errand.kind), scene.leader.rhythm
    if kind not in ("check", "remind", *crowding.PATIENT):
        return "now"
    return crowding.turn(kind, await _day(session, errand, scene), scene.now, rhythm, sure=not scene.unsure)


async def instead(session: Session, errand: Errand, scene: Scene) -> datetime | None:
    """The next day without a question on which what is put off is still on time; None for no such day."""
    rhythm = scene.leader.rhythm
    return crowding.free(await _day(session, errand, scene), scene.now, rhythm.times[0], rhythm)


async def _day(session: Session, errand: Errand, scene: Scene) -> crowding.Day:
    leader, rhythm, now = scene.leader.id, scene.leader.rhythm, scene.now
    midnight = moments.instant(scene.today, time(), rhythm.zone)
    running = [one.enrolment for one in scene.running if one.enrolment.next_due_at is not None]
    due = [one.next_due_at for one in running if one.next_due_at is not None]
    checks = await errands.waiting(session, leader, "check")
    others = [at for about, at in checks.items() if about != errand.about]
    before = await prompts.between(session, leader, midnight, now + crowding.ONE_DAY)
    coming = {_kind(one, scene) for one in running if _today(one.next_due_at, scene)}
    if any(_today(at, scene) for at in others) and errand.kind == "remind":
        coming.add("intention_check")
    told = await errands.came(session, leader, crowding.OTHERS, midnight, errand.id)
    if errand.kind == "remind":
        soon = [await errands.waiting_at(session, leader, kind) for kind in crowding.BEFORE_REMINDERS]
        told += sum(_today(at, scene) for at in soon)
    return crowding.Day(
        asked=crowding.asked(before, now, rhythm),
        coming=frozenset(coming),
        told=told + len(await summaries.moments(session, leader, midnight)),
        taken=crowding.taken(due, others, now, rhythm),
        by=await _by(session, errand, scene) if errand.kind == "check" else None,
    )


async def _by(session: Session, errand: Errand, scene: Scene) -> date | None:
    """The last day for the question after an intention; None once it has passed, as in a pause."""
    made = await intentions.get(session, scene.leader.id, errand.about or 0)
    by = moments.check_by(made.made_at, scene.leader.rhythm) if made else scene.today
    return by if by >= scene.today else None


def _today(at: datetime | None, scene: Scene) -> bool:
    return at is not None and moments.local(at, scene.leader.rhythm.zone).date() == scene.today


def _kind(one: Enrolment, scene: Scene) -> ItemKind:
    """What a programme asks next."""
    plan = agenda.entries(scene.library.programmes[one.programme], scene.leader.rhythm)
    return plan[min(one.position, len(plan) - 1)].kind
