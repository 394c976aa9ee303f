"""What somebody had put off themselves when their group rests: it comes after the rest, and sooner when that ends."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from dialogues.asking import moments
from dialogues.people import Id, Leader, Prompt
from storage import enrolments, errands, prompts
from storage.session import Session

ONE_DAY = timedelta(days=1)


async def put_off(session: Session, leader: Leader, enrolment: Id, rest: datetime) -> None:
    """No reminder comes of what this programme asked; what the leader wanted later comes after the rest."""
    waiting = await errands.waiting(session, leader.id, "snooze")
    for prompt in await _asked_in(session, leader, enrolment):
        await errands.cancel(session, leader.id, "remind", prompt.id)
        if prompt.id in waiting and waiting[prompt.id] <= rest:
            await _comes(session, leader, prompt, await _after(session, leader, rest))


async def brought_back(session: Session, leader: Leader, enrolment: Id, was: datetime, now: datetime) -> None:
    """What waited for the end of a rest (`was`) comes as soon as it may, now that the rest is over."""
    waiting = await errands.waiting(session, leader.id, "snooze")
    for prompt in await _asked_in(session, leader, enrolment):
        if prompt.id in waiting and waiting[prompt.id] >= was:
            await _comes(session, leader, prompt, min(waiting[prompt.id], await _after(session, leader, now)))


async def _asked_in(session: Session, leader: Leader, enrolment: Id) -> list[Prompt]:
    return [one for one in await prompts.open_of(session, leader.id) if one.enrolment == enrolment]


async def _after(session: Session, leader: Leader, moment: datetime) -> datetime:
    """The leader's hour on the first working day after this moment that has no question of its own."""
    zone, running = leader.rhythm.zone, await enrolments.running_of(session, leader.id)
    taken = {moments.local(one.next_due_at, zone).date() for one in running if one.next_due_at is not None}
    day = moments.local(moment, zone).date() + ONE_DAY
    while _free(day, leader) in taken:
        day += ONE_DAY
    return moments.same_time(day, leader.rhythm.times[0], leader.rhythm)


def _free(day: date, leader: Leader) -> date:
    return moments.next_working_day(day, leader.rhythm.country)


async def _comes(session: Session, leader: Leader, prompt: Prompt, at: datetime) -> None:
    """It waits longer for its end as well."""
    ends = moments.expires_at(at, None)
    await prompts.keep(session, replace(prompt, expires_at=ends))
    await errands.plan(session, leader.id, "snooze", f"snooze:{prompt.id}", at, prompt.id)
    await errands.plan(session, leader.id, "expire", f"expire:{prompt.id}", ends, prompt.id)
