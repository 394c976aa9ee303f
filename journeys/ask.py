"""The tick: whoever is due is asked, whatever is due by itself happens. Cost follows who is due, not who exists."""

from dataclasses import replace
from datetime import datetime, timedelta

from dialogues import agenda, picking
from dialogues.effects import Ask
from dialogues.moves import due
from dialogues.people import Enrolment, Leader
from dialogues.talk import from_json
from journeys import acting, carefully, errands, scenes
from journeys.ports import World
from journeys.stage import Stage
from storage import enrolments, leaders, prompts, talks, taps
from storage.session import Session

REST = timedelta(weeks=4)  # a dilemma returns only when its position has had time to move
BATCH = 50  # leaders per transaction: short enough that an answer never waits long for the writer


async def tick(world: World) -> int:
    """Handle all that is due now; the number of things done.

    Raises at the end what went wrong with single leaders: theirs is put off, everybody else's is done.
    """
    done, trouble = 0, list[Exception]()
    while number := await _batch(world, trouble):
        done += number
    if trouble:
        raise ExceptionGroup("Something that is due could not be done and was put off.", trouble)
    return done


async def _batch(world: World, trouble: list[Exception]) -> int:
    """One batch of enrolments and one of errands."""
    asked = await carefully.batch(world, ENROLMENTS, BATCH, trouble)
    return asked + await carefully.batch(world, errands.WORK, BATCH, trouble)


async def _one(world: World, session: Session, enrolment: Enrolment) -> bool:
    """An enrolment that is due is asked or passed over, and moved to its next moment; nobody is ever erased by it."""
    leader = await leaders.get(session, enrolment.leader)
    if (entry := await _entry(world, session, leader, enrolment)) is not None:
        await _asked(world, session, leader, enrolment, entry)
    return False


async def _entry(world: World, session: Session, leader: Leader, enrolment: Enrolment) -> agenda.Entry | None:
    """The entry that is to be asked now, if any; the enrolment moves on in any case."""
    entries = agenda.entries(world.library.programmes[enrolment.programme], leader.rhythm)
    await enrolments.keep(session, following(world, enrolment, leader))
    if enrolment.position >= len(entries) or not _welcome(world, enrolment, leader):
        return None
    entry = entries[enrolment.position]
    return None if due.passes(entry.slot, leader) else entry


async def _asked(world: World, session: Session, leader: Leader, enrolment: Enrolment, entry: agenda.Entry) -> None:
    """Ask an entry."""
    asked = await _picked(world, session, leader, entry)
    scene = await scenes.scene_of(world, session, leader, None)
    still_open = tuple(await prompts.open_of(session, leader.id))
    talk, effects = due.asked(asked, still_open, from_json(await talks.load(session, leader.id)), scene)
    stage = Stage(world, session, scene, f"a{enrolment.id}:{entry.slot}", talk)
    await acting.carry_out(stage, effects)


def following(world: World, enrolment: Enrolment, leader: Leader) -> Enrolment:
    """The enrolment with its next moment; a programme moves on with the calendar, nothing is caught up."""
    programme = world.library.programmes[enrolment.programme]
    now = world.clock.now()
    after = max(now, enrolment.next_due_at or now)
    if leader.state != "active":  # the programme waits where it is; coming back plans its next moment
        return replace(enrolment, next_due_at=None)
    moved = replace(enrolment, position=enrolment.position + 1)
    match agenda.next_entry(programme, moved, leader.rhythm, after):
        case agenda.Due(position, _, at):
            return replace(moved, position=position, next_due_at=at)
        case _:
            return replace(moved, state="ended", next_due_at=None)


def _welcome(world: World, enrolment: Enrolment, leader: Leader) -> bool:
    """May this be asked now? Not in a pause or a hold, and not when its day has passed while the machine was down."""
    at = enrolment.next_due_at
    assert at is not None
    return leader.state == "active" and not agenda.late(at, world.clock.now(), leader.rhythm.zone)


async def _put_off(session: Session, enrolment: Enrolment, until: datetime) -> None:
    await enrolments.keep(session, replace(enrolment, next_due_at=until))


ENROLMENTS = carefully.Work(enrolments.claim_due, _one, _put_off)


async def _picked(world: World, session: Session, leader: Leader, entry: agenda.Entry) -> Ask:
    """The item for a programme entry, after the gates on depth and repetition."""
    since = world.clock.now() - timedelta(days=400)
    asked = await prompts.between(session, leader.id, since, world.clock.now())
    settled = world.clock.now() - REST
    taken = await taps.named(session, leader.id, "position")
    placed = {tap.prompt for tap in taken if tap.at <= settled}
    earlier = {prompt.item: prompt for prompt in reversed(asked) if prompt.id in placed}
    picked = picking.item_for(
        entry,
        world.library,
        used={prompt.item for prompt in asked},
        answered=sum(prompt.state == "answered" for prompt in asked),
        positions={item: prompt.asked_at for item, prompt in earlier.items()},
    )
    about = earlier[picked.item].id if picked.kind == "paradox_revisit" else None
    return Ask(picked.kind, picked.item, entry.slot, enrolled=True, about=about)
