"""What a change of a group comes to for one person in it: their rhythm and their place, before and after."""

from dataclasses import replace

from dialogues import agenda, rhythm
from dialogues.people import Cohort, Enrolment, Leader, Rhythm
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
        anchor, due = agenda.start(programme, leader.rhythm, since, starts_on=cohort.starts_on)
        at = due.at if leader.state == "active" else None  # who is away has the next moment planned on coming back
        return replace(
            enrolment, id=new_id(), programme=programme.id, anchor=anchor, anchor_position=due.position,
            position=due.position, next_due_at=at,
        )  # fmt: skip
    if leader.rhythm == before.rhythm:
        return enrolment
    placed = agenda.re_anchored(programme, enrolment, leader.rhythm, since, was=before.rhythm)
    return placed if leader.state == "active" else replace(placed, next_due_at=None)
