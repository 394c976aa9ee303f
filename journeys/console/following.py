"""What a change of a group comes to for one person in it: their rhythm and their place, before and after."""

from dataclasses import replace
from datetime import datetime

from dialogues.asking import agenda, moments, rhythm
from dialogues.asking.weeks import monday_of
from dialogues.people import Cohort, Enrolment, Leader, Rhythm
from journeys import enrolling
from journeys.ports import World
from storage.ids import new_id


def along(leader: Leader, was: Rhythm, becomes: Rhythm) -> Leader:
    """Somebody who still has the days of the group gets its new ones; who chose their own days or quiet keeps them."""
    mine = leader.rhythm
    if (mine.kind, mine.days, mine.times) != (was.kind, was.days, was.times):
        return leader
    try:
        return replace(leader, rhythm=rhythm.checked(replace(mine, days=becomes.days, times=becomes.times)))
    except ValueError:  # it would fall in their own quiet hours
        return leader


def moved(world: World, cohort: Cohort, enrolment: Enrolment, leaders: tuple[Leader, Leader]) -> Enrolment:
    """Their place after the change (`leaders`: before and after); in another programme it is a new one."""
    before, leader = leaders
    programme, now = world.library.programmes[cohort.programme], world.clock.now()
    since = max(now, rhythm.rest_of(cohort, now) or now)
    if enrolment.programme != cohort.programme:
        begun = _begun(world, cohort, (replace(enrolment, programme=programme.id), leader), since)
        at = begun.next_due_at if leader.state == "active" else None  # who is away has it planned on coming back
        return replace(begun, id=new_id(), next_due_at=at)
    if leader.rhythm == before.rhythm:
        return enrolment
    placed = agenda.re_anchored(programme, enrolment, leader.rhythm, since, was=before.rhythm)
    return placed if leader.state == "active" else replace(placed, next_due_at=None)


def onward(world: World, cohort: Cohort, who: tuple[Enrolment, Leader], moment: datetime) -> Enrolment:
    """Their place with its next moment after this one; who was asked nothing yet begins then, or with the group."""
    enrolment, leader = who
    if enrolment.position == 0:  # its anchor may have been put off by a rest that is over
        return _begun(world, cohort, who, moment)
    return enrolling.after(world.library, enrolment, leader, moment)


def is_early(world: World, cohort: Cohort, who: tuple[Enrolment, Leader]) -> bool:
    """Is it before the week in which the group begins, where they are, for who was asked nothing yet?

    In that week other days of their own may come a little sooner.
    """
    enrolment, leader = who
    here = moments.local(world.clock.now(), leader.rhythm.zone).date()
    return enrolment.position == 0 and cohort.starts_on is not None and here < monday_of(cohort.starts_on)


def _begun(world: World, cohort: Cohort, who: tuple[Enrolment, Leader], moment: datetime) -> Enrolment:
    enrolment, leader = who
    programme = world.library.programmes[enrolment.programme]
    anchor, due = agenda.start(programme, leader.rhythm, moment, starts_on=cohort.starts_on)
    return replace(enrolment, anchor=anchor, anchor_position=due.position, position=due.position, next_due_at=due.at)
