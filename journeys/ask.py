"""The tick: whoever is due is asked, whatever is due by itself happens. Cost follows who is due, not who exists."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from dialogues.asking import agenda, crowding, moments, picking, together, underway
from dialogues.asking.rhythm import rest_of
from dialogues.effects import Ask
from dialogues.moves.answers import due
from dialogues.people import CLOSED, Enrolment, Leader, Prompt
from dialogues.scene import Scene
from dialogues.talk import Resting, from_json, lasting
from journeys import acting, carefully, enrolling, errands, reviews, scenes
from journeys.console import duty
from journeys.console.following import is_early, onward
from journeys.ports import World
from journeys.stage import Stage
from storage import cohorts, enrolments, leaders, prompts, talks, taps
from storage.session import Session

YEAR = timedelta(days=400)  # so long what was asked counts as used
REST = timedelta(weeks=4)  # a dilemma returns only when its position has had time to move
A_MOMENT = timedelta(seconds=1)  # what was asked by another programme in this very tick was asked before
BATCH = 50  # leaders per transaction: short enough that an answer never waits long for the writer


@dataclass(frozen=True, slots=True)
class _Due:
    """An enrolment that is due, beside what its leader was asked before (oldest first) and their other programmes."""

    world: World
    session: Session
    leader: Leader
    enrolment: Enrolment
    before: list[Prompt]
    others: list[Enrolment]


async def tick(world: World) -> int:
    """Handle all that is due now; the number of things done.

    Raises at the end what went wrong with single leaders: theirs is put off, everybody else's is done.
    """
    trouble = list[Exception]()
    done = await duty.tick(world, trouble)
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
    """An enrolment that is due is asked, makes room or is passed over, and moves to its next moment; erases nobody."""
    leader = await leaders.get(session, enrolment.leader)
    if enrolment.programme not in world.library.programmes:
        scene = await scenes.scene_of(world, session, leader, None)
        await enrolling.gone(Stage(world, session, scene, f"gone:{enrolment.id:x}", Resting()), enrolment)
        return False
    now = world.clock.now()
    if await _rests(world, session, leader, enrolment):
        return False
    before = await prompts.between(session, leader.id, now - YEAR, now + A_MOMENT)
    running = await enrolments.running_of(session, leader.id)
    await _turned(_Due(world, session, leader, enrolment, before, [one for one in running if one.id != enrolment.id]))
    return False


async def _rests(world: World, session: Session, leader: Leader, enrolment: Enrolment) -> bool:
    """Does the whole group rest or begin later, or was it closed? Then nothing is asked, and all keep their place."""
    cohort = await cohorts.get(session, enrolment.cohort) if enrolment.cohort else None
    if cohort is None or leader.state != "active":
        return False
    rest, early = rest_of(cohort, world.clock.now()), is_early(world, cohort, (enrolment, leader))
    if rest is not None:
        await enrolments.keep(session, enrolling.after(world.library, enrolment, leader, rest))
    elif early:
        await enrolments.keep(session, onward(world, cohort, (enrolment, leader), world.clock.now()))
    elif cohort.state in CLOSED:
        await enrolments.keep(session, replace(enrolment, next_due_at=None))
    return rest is not None or early or cohort.state in CLOSED


async def _turned(due_now: _Due) -> None:
    """Ask what is due, unless it makes room for another programme of the leader, and move on in any case but one."""
    position, moved = _position(due_now)
    turn = together.Passed() if position is None else _turn(due_now, position)
    if isinstance(turn, together.Later):
        await enrolments.keep(due_now.session, replace(due_now.enrolment, next_due_at=turn.at))
        return
    await enrolments.keep(due_now.session, moved)
    if moved.state == "ended":
        await reviews.close(due_now.session, due_now.leader, due_now.world.clock.now())
    if position is not None and isinstance(turn, together.Now):
        await _asked(replace(due_now, enrolment=replace(due_now.enrolment, position=position)))


def _turn(due_now: _Due, position: int) -> together.Now | together.Later | together.Passed:
    """Is it the turn of this programme, beside the others of the leader and what was asked today?"""
    rhythm, before, programmes = due_now.leader.rhythm, due_now.before, due_now.world.library.programmes
    mine = replace(due_now.enrolment, position=position)
    ahead = [
        together.coming(programmes[one.programme], one, rhythm, before)
        for one in (mine, *due_now.others)
        if one.programme in programmes
    ]
    assert ahead[0] is not None, "what is due has a moment"
    asked = {moments.local(one.asked_at, rhythm.zone).date() for one in before if underway.programmed(one)}
    told = {on for on, line in due_now.leader.memory.lines if line in due.SILENT}
    return together.turn(ahead[0], [one for one in ahead[1:] if one], asked | told, rhythm)


def _position(due_now: _Due) -> tuple[int | None, Enrolment]:
    """The position that may be asked now, if any, and the enrolment as it goes on."""
    world, leader, enrolment = due_now.world, due_now.leader, due_now.enrolment
    plan = agenda.entries(world.library.programmes[enrolment.programme], leader.rhythm)
    welcome = _welcome(world, enrolment, leader)
    position, moved = enrolment.position, following(world, enrolment, leader)
    marks = [each for prompt in due_now.before if (each := underway.mark(prompt.slot, enrolment.id))]
    place = underway.place(plan, position, marks)
    if place is not None and leader.state == "active":
        position, welcome = place, welcome and _is_day(world, leader)
        moved = _elsewhere(world, replace(enrolment, position=place + welcome), leader)
    asks = welcome and position < len(plan) and not due.passes(plan[position].slot, leader)
    return position if asks else None, moved


def _is_day(world: World, leader: Leader) -> bool:
    """Is it a day of the leader's rhythm, and no Friday for a pulse?"""
    return moments.local(world.clock.now(), leader.rhythm.zone).weekday() in leader.rhythm.days


def _elsewhere(world: World, enrolment: Enrolment, leader: Leader) -> Enrolment:
    """The enrolment at its place in a programme that was edited under way, with its next moment."""
    moved = enrolling.after(world.library, enrolment, leader, world.clock.now())
    return moved if moved.next_due_at is not None else replace(moved, state="ended")


async def _asked(due_now: _Due) -> None:
    """Ask the entry at the enrolment's position."""
    world, session, leader, enrolment = due_now.world, due_now.session, due_now.leader, due_now.enrolment
    plan = agenda.entries(world.library.programmes[enrolment.programme], leader.rhythm)
    slot = underway.slot(plan, enrolment.position, enrolment.id)
    asked = await _picked(due_now, plan[enrolment.position :])
    if asked.kind == "pulse" and not leader.rhythm.pulse:
        return  # no dilemma to return to, and no pulse is wanted in its place
    if asked.kind == "pulse" and crowding.asked(due_now.before, world.clock.now(), leader.rhythm):
        return  # one question a day, and what became of an intention goes first
    before = lasting(from_json(await talks.load(session, leader.id)), world.clock.now())
    scene = _about(enrolment, await scenes.scene_of(world, session, leader, None, of=enrolment))
    talk, effects = due.asked(replace(asked, slot=slot), due_now.before, before, scene)
    await acting.carry_out(Stage(world, session, scene, f"a:{slot}", talk), effects)


def _about(enrolment: Enrolment, scene: Scene) -> Scene:
    """What a programme asks last is its own as well, though it has ended by now."""
    if scene.enrolment is not None and scene.enrolment.id == enrolment.id:
        return scene
    return replace(scene, enrolment=enrolment, beside=scene.running, cohort="", starts_on=None, rests=None)


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
    return leader.state == "active" and not agenda.late(at, world.clock.now(), leader.rhythm)


async def _put_off(session: Session, enrolment: Enrolment, until: datetime) -> None:
    await enrolments.keep(session, replace(enrolment, next_due_at=until))


ENROLMENTS = carefully.Work(enrolments.claim_due, _one, _put_off)


async def _picked(due_now: _Due, plan: tuple[agenda.Entry, ...]) -> Ask:
    """The item for the first entry of what is left of a programme, after the gates on depth and repetition."""
    world, before = due_now.world, due_now.before
    entry, ahead = plan[0], {later.item for later in plan[1:] if later.kind == "question"}
    settled = world.clock.now() - REST
    taken = await taps.named(due_now.session, due_now.leader.id, "position")
    placed = {tap.prompt for tap in taken if tap.at <= settled}
    earlier = {prompt.item: prompt for prompt in reversed(before) if prompt.id in placed}
    picked = picking.item_for(
        entry,
        world.library,
        used={prompt.item for prompt in before},
        answered=sum(prompt.state == "answered" for prompt in before),
        positions={item: prompt.asked_at for item, prompt in earlier.items()},
        ahead=ahead,
    )
    about = earlier[picked.item].id if picked.kind == "paradox_revisit" else None
    return Ask(picked.kind, picked.item, entry.slot, enrolled=True, about=about)
