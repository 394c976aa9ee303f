"""A question of a facilitator comes to one leader: when, and beside what."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from dialogues.asking import moments, own_questions
from dialogues.effects import Ask, ErrandKind, Plan
from dialogues.moves.answers import due
from dialogues.moves.steps import Step
from dialogues.people import Enrolment, Id, Prompt, Rhythm
from dialogues.scene import Scene
from dialogues.talk import OnPrompt, Resting, Talk

WITHIN = timedelta(days=7)  # so long after its day it may still come
ONE_DAY = timedelta(days=1)
KIND: ErrandKind = "own_question"


@dataclass(frozen=True, slots=True)
class Given:
    """A question of a group (its number), the local day for which it was planned, and the leader's place there."""

    number: Id
    on: date
    place: Enrolment


def hour_on(day: date, rhythm: Rhythm) -> datetime:
    """The leader's own hour on a day: that of the rhythm, or of its first day."""
    at = dict(zip(rhythm.days, rhythm.times, strict=True)).get(day.weekday(), rhythm.times[0])
    return moments.instant(day, at, rhythm.zone)


def when(on: date, scene: Scene, taken: Collection[date]) -> datetime | None:
    """The first moment from now on, on a working day within a week that is not `taken`; None when there is none.

    Who is away, or whose whole group rests, is asked after that.
    """
    leader, first = scene.leader, max(on, scene.today)
    for back in (scene.rests, leader.until if leader.state != "active" else None):
        first = max(first, moments.local(back, leader.rhythm.zone).date() + ONE_DAY) if back else first
    if leader.state != "active":
        first = max(first, scene.today + ONE_DAY)
    days = (first + timedelta(days=number) for number in range((on + WITHIN - first).days + 1))
    free = (day for day in days if moments.working_day(day, leader.rhythm.country) and day not in taken)
    day = next(free, None)
    return None if day is None else max(scene.now, hour_on(day, leader.rhythm))


def step(given: Given, taken: Collection[date], lately: Sequence[Prompt], talk: Talk, scene: Scene) -> Step:
    """Ask it now, come back for it, or pass it over.

    `taken`: the days on which a programme asked or is going to ask something; `lately`: what was asked before.
    """
    if due.near_silence(scene):  # a kind word came in place of a question
        taken = {*taken, scene.today}
    at = when(given.on, scene, taken) if scene.leader.state in ("active", "paused", "held") else None
    if at is None:
        return talk, ()
    if at > scene.now:
        return talk, (Plan(KIND, at, given.number),)
    if not isinstance(talk, Resting | OnPrompt):  # something else is being talked about
        return talk, (Plan(KIND, moments.next_free(scene.now + moments.ROOM, scene.leader.rhythm), given.number),)
    closing, _ = due.closing(lately, scene)
    item, slot = own_questions.item_id(given.number), f"own.{given.number:x}.{given.place.id:x}"
    return talk, (*closing, Ask("question", item, slot, enrolled=True))


def planned_at(on: date, rhythm: Rhythm) -> datetime:
    """When to begin with it: at the leader's own hour on its day, or the first working day after it."""
    return hour_on(moments.next_working_day(on, rhythm.country), rhythm)
