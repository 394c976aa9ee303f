"""Coming back after stopping: into every programme and group that was left then and still runs, at the same place."""

from dataclasses import replace

from dialogues.model import Library
from dialogues.people import CLOSED, Enrolment, Leader
from journeys import enrolling
from journeys.stage import Stage
from storage import cohorts, enrolments
from storage.session import Session


async def open_again(session: Session, library: Library, leader: Leader) -> list[Enrolment]:
    """What stopping left, as it was: where the programme stands, the group was not closed and nothing came instead."""
    every = await enrolments.of_leader(session, leader.id) if leader.memory.left else []
    taken = {one.cohort for one in every if one.state == "active"}
    left = [one for one in every if one.id in leader.memory.left and one.state == "left" and one.cohort not in taken]
    standing = [one for one in left if one.programme in library.programmes and await _runs(session, one)]
    return [replace(one, state="active") for one in standing]


async def _runs(session: Session, enrolment: Enrolment) -> bool:
    cohort = await cohorts.get(session, enrolment.cohort) if enrolment.cohort else None
    return enrolment.cohort is None if cohort is None else cohort.state not in CLOSED


async def rejoin(stage: Stage) -> None:
    """Back into all of it, so that nothing is left to return to; in the figures of a group it is a return like any."""
    for one in await open_again(stage.session, stage.scene.library, stage.leader):
        placed = await enrolling.rescheduled(stage, one)
        if one.cohort is None:
            await enrolments.keep(stage.session, placed)
        else:
            await enrolments.return_to(stage.session, one, placed, stage.scene.now)
    await enrolling.remember(stage, ())
