"""Into a programme, through it and out of it: consent, invite, the next moment, leaving."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import structlog

from dialogues.asking import agenda, moments, rhythm
from dialogues.effects import Say
from dialogues.model import Library
from dialogues.people import Cohort, Enrolment, Id, Leader
from journeys.console import organisations
from journeys.stage import Stage, say
from storage import cohorts, consents, departures, enrolments, errands, invites, leaders, prompts
from storage.session import Session

log = structlog.get_logger()
ALONE = "starter_4w"
SURELY_LATER = timedelta(days=14)
ONE_DAY = timedelta(days=1)
CONSENT = "1"  # the version of the consent text that a yes is a yes to


async def agree(stage: Stage, invite: str) -> None:
    """Record the yes, use the invite, and enrol: in the cohort, or alone when there is none."""
    await consents.give(stage.session, stage.leader.id, CONSENT, stage.leader.language, stage.scene.now)
    await errands.cancel(stage.session, stage.leader.id, "lapse")
    cohort = await invites.redeem(stage.session, invite, stage.world.clock.wall()) if invite else None
    if invite and cohort is None:  # it was used up: told here, and not before anybody used it
        await invites.note_try(stage.session, stage.leader.chat, stage.world.clock.wall())
        await say(stage, Say("invite_gone"))
    await enrol(stage, cohort.programme if cohort else ALONE, cohort, cohort.starts_on if cohort else None)


async def enrol(stage: Stage, programme_id: str, cohort: Cohort | None, starts_on: date | None) -> None:
    """Begin a programme at the first moment of the leader's rhythm; one that was followed alone ends.

    Those of other groups go on. Of a programme that is no longer in the library the usual one takes the place.
    """
    number = cohort.id if cohort else None
    current = await running(stage)
    for one in current:
        if one.cohort in (None, number):
            await _out(stage, one)
    await errands.cancel(stage.session, stage.leader.id, "monthly")
    programme = stage.scene.library.programmes.get(programme_id) or stage.scene.library.programmes[ALONE]
    if cohort is not None and (rest := rhythm.rest_of(cohort, stage.scene.now)):
        starts_on = max(starts_on or date.min, moments.local(rest, cohort.zone).date() + ONE_DAY)
    anchor, due = agenda.start(programme, stage.leader.rhythm, stage.scene.now, starts_on=starts_on)
    await enrolments.add(
        stage.session, stage.leader.id, number, programme.id, anchor, due.position, due.position, due.at,
        stage.scene.now, guest=cohort is not None and await _is_guest(stage, current, number),
    )  # fmt: skip
    await _plan_recap(stage)


async def _is_guest(stage: Stage, current: list[Enrolment], group: Id | None) -> bool:
    """Figures do not count whoever is counted in another group, nor whoever runs groups and knows their own part."""
    elsewhere = any(one.cohort not in (None, group) for one in current)
    return elsewhere or await organisations.runs(stage.world, stage.session, stage.leader.chat)


async def running(stage: Stage) -> list[Enrolment]:
    """The programmes that the leader follows, the next due first."""
    return await enrolments.running_of(stage.session, stage.leader.id)


async def reschedule(stage: Stage) -> None:
    """The next moments anew after a change of rhythm, zone or state; nothing is asked twice, nothing is lost."""
    for enrolment in await running(stage):
        if stands(stage, enrolment):
            await enrolments.keep(stage.session, await rescheduled(stage, enrolment))
        else:
            await gone(stage, enrolment)
    await _plan_recap(stage)


async def rescheduled(stage: Stage, enrolment: Enrolment) -> Enrolment:
    """The enrolment with its next moment, after the pause of its group if there is one."""
    programme, now = stage.scene.library.programmes[enrolment.programme], stage.scene.now
    cohort = await cohorts.get(stage.session, enrolment.cohort) if enrolment.cohort else None
    since = max(now, (rhythm.rest_of(cohort, now) if cohort else None) or now)
    return agenda.replanned(programme, enrolment, stage.leader.rhythm, since, was=stage.scene.leader.rhythm)


def after(library: Library, enrolment: Enrolment, leader: Leader, moment: datetime) -> Enrolment:
    """The enrolment at its place, with its next moment after this one."""
    programme = library.programmes[enrolment.programme]
    return agenda.re_anchored(programme, enrolment, leader.rhythm, moment, was=leader.rhythm)


def stands(stage: Stage, enrolment: Enrolment) -> bool:
    """Is its programme still in the library?"""
    return enrolment.programme in stage.scene.library.programmes


async def gone(stage: Stage, enrolment: Enrolment) -> None:
    """Its programme was taken from the library: it ends, and its leader hears so once. Who is away hears it after."""
    if stage.leader.state != "active":
        await enrolments.keep(stage.session, replace(enrolment, next_due_at=None))
    elif moments.is_quiet(stage.scene.now, stage.leader.rhythm):
        free = moments.next_free(stage.scene.now, stage.leader.rhythm)
        await enrolments.keep(stage.session, replace(enrolment, next_due_at=free))
    else:
        log.warning("a programme that is followed is gone", name=enrolment.programme)
        await enrolments.keep(stage.session, replace(enrolment, state="ended", next_due_at=None))
        await say(stage, Say("programme_gone", weight="reminder"))


async def leave(stage: Stage, group: Id = 0) -> None:
    """Out of every programme or, with a group, out of that one; what was planned for it goes."""
    left = {group} if group else {one.cohort for one in await running(stage)}
    ran = tuple(one.id for one in await running(stage))
    for one in await enrolments.of_leader(stage.session, stage.leader.id):
        here = one.state == "active" or (one.state == "ended" and one.cohort is not None)
        if here and one.cohort in left:
            await _out(stage, one)
    if ran and not group:
        await remember(stage, ran)
    for kind in () if group else ("remind", "snooze"):
        await errands.cancel(stage.session, stage.leader.id, kind)


async def remember(stage: Stage, left: tuple[Id, ...]) -> None:
    """What stopping left, so that coming back leads there."""
    stage.leader = replace(stage.leader, memory=stage.leader.memory.but(left=left))
    await leaders.keep(stage.session, stage.leader)


async def _out(stage: Stage, enrolment: Enrolment) -> None:
    if enrolment.cohort is not None:
        await departures.note(stage.session, stage.leader.id, stage.scene.now, enrolment.cohort)
    await enrolments.keep(stage.session, replace(enrolment, state="left", next_due_at=None))
    await hush(stage.session, enrolment)


async def hush(session: Session, enrolment: Enrolment) -> None:
    """No reminder comes any more of what this programme asked."""
    for prompt in await prompts.open_of(session, enrolment.leader):
        for kind in ("remind", "snooze") if prompt.enrolment == enrolment.id else ():
            await errands.cancel(session, enrolment.leader, kind, prompt.id)


async def _plan_recap(stage: Stage) -> None:
    """The look back comes on the first working day of the coming month, at the leader's hour."""
    today = stage.scene.today.replace(day=1)
    following = today.replace(year=today.year + today.month // 12, month=today.month % 12 + 1)
    at = moments.summary_at(following, stage.leader.rhythm)
    this_month = moments.summary_at(today, stage.leader.rhythm)
    if this_month > stage.scene.now:  # the first working day of this month is still to come
        at = this_month
    waiting = await errands.waiting_at(stage.session, stage.leader.id, "recap")
    if waiting is not None and this_month <= stage.scene.now and waiting < at - SURELY_LATER:
        at = min(waiting, moments.summary_at(stage.scene.today + ONE_DAY, stage.leader.rhythm))  # it still comes
    await errands.plan(stage.session, stage.leader.id, "recap", "recap:0", at, None)
