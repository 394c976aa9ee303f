"""What people in a group are told about it in the chat: a notice to all, that it rests or goes on, that it closed."""

from collections.abc import Mapping
from datetime import timedelta

from dialogues.asking import moments, phrases
from dialogues.effects import Effect, ErrandKind, Plan, Say
from dialogues.people import CLOSED, Cohort, Id
from dialogues.scene import Scene
from journeys.console import objecting
from storage import cohorts, notices
from storage.errands import Errand
from storage.faults import NotFound
from storage.session import Session

KINDS: frozenset[ErrandKind] = frozenset(
    {"notice", "group_paused", "group_onward", "group_closed", "group_changed", "group_start", "group_link"}
)
STALE = timedelta(days=14)  # a notice that old is about something that has passed
WEEK, DAY = timedelta(days=7), timedelta(days=1)


async def told(session: Session, errand: Errand, scene: Scene) -> tuple[Effect, ...]:
    """What is said now; who is away is told once they are back, who stopped or does not want to know is not."""
    about, leader = errand.about or 0, scene.leader
    if errand.kind == "notice":
        return await _notice(session, about, scene)
    if errand.kind == "group_link":
        return await objecting.told(session, about, scene)
    cohort = await _group(session, about)
    if cohort is None or leader.state != "active":
        return ()
    if errand.kind == "group_changed":
        return _coming("group_changed", cohort, scene)
    if errand.kind == "group_start":
        return _begins(cohort, scene)
    if errand.kind == "group_onward":
        return _coming("group_onward", cohort, scene) if cohort.state == "open" else ()
    if errand.kind == "group_closed":
        return (_said("group_closed", cohort, {}, beside=_beside(cohort, scene)),) if cohort.state in CLOSED else ()
    if cohort.until is None or cohort.until <= scene.now:  # the pause is over already
        return ()
    until = phrases.dated("date", cohort.until, cohort.zone, scene.language)
    return (_said("group_paused", cohort, until, beside=_beside(cohort, scene)),)


def _beside(cohort: Cohort, scene: Scene) -> bool:
    """Does another programme go on meanwhile?"""
    return any(one.enrolment.cohort != cohort.id for one in scene.running)


async def _notice(session: Session, number: Id, scene: Scene) -> tuple[Effect, ...]:
    notice, leader = await notices.get(session, number), scene.leader
    if notice is None or notice.cohort in leader.wishes.muted or scene.now - notice.made_at > STALE:
        return ()
    if leader.state in ("paused", "held"):
        back = (leader.until or scene.now + WEEK) + DAY
        return (Plan("notice", moments.next_free(back, leader.rhythm), number),)
    said = Say("group_notice", {"notice": number}, notice.cohort, weight="reminder")
    return (said,) if leader.state == "active" else ()


def _coming(screen: str, cohort: Cohort, scene: Scene) -> tuple[Effect, ...]:
    """When the next question comes; nothing to who has left or has no moment."""
    running = next((one.enrolment for one in scene.running if one.enrolment.cohort == cohort.id), None)
    if running is None or running.next_due_at is None:
        return ()
    moment = phrases.timed("moment", running.next_due_at, scene.leader.rhythm.zone, scene.language)
    name = scene.library.programmes[running.programme].name[scene.language]
    return (_said(screen, cohort, {"programme": name, **moment}),)


def _begins(cohort: Cohort, scene: Scene) -> tuple[Effect, ...]:
    """When the first question comes; nothing to who muted the group, or was asked it meanwhile."""
    waits = any(one.enrolment.cohort == cohort.id and one.enrolment.position == 0 for one in scene.running)
    return _coming("group_start", cohort, scene) if waits and cohort.id not in scene.leader.wishes.muted else ()


def _said(screen: str, cohort: Cohort, args: Mapping[str, object], *, beside: bool = False) -> Say:
    return Say(f"{screen}_beside" if beside else screen, {"cohort": cohort.name, **args}, weight="reminder")


async def _group(session: Session, cohort: Id) -> Cohort | None:
    try:
        return await cohorts.get(session, cohort)
    except NotFound:  # it was deleted meanwhile
        return None
