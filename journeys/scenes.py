"""Loads what the conversation may know: the leader, where the talk stands, and what the event is about."""

from dataclasses import replace
from datetime import datetime, timedelta

from dialogues.answers import forming
from dialogues.asking.moments import local
from dialogues.asking.rhythm import rest_of
from dialogues.care import safety
from dialogues.events import Amended, Event, Pressed, Said
from dialogues.library import overlay
from dialogues.moves.anywhere import confirming
from dialogues.moves.keeping import doubting
from dialogues.people import Answer, Enrolment, Id, Leader, Prompt, Tap
from dialogues.scene import Followed, Scene
from dialogues.talk import Arriving, Consenting, OnPrompt, Resting, Talk, Weighing, from_json, lasting
from dialogues.wishes import floor, later, offers
from journeys import echoing, returning, subjects
from journeys.console import hosts, organisations, parting
from journeys.ports import World
from journeys.shown import BARE
from storage import answers, cohorts, enrolments, errands, intentions, invites, prompts, reached, talks, taps, wordings
from storage.ids import new_id
from storage.session import Session

MONTH, A_YEAR_AND_MORE = timedelta(days=28), timedelta(days=400)
SOON = timedelta(seconds=1)  # what is asked or tapped at this moment counts
FRESH = timedelta(days=14)  # an intention that was not asked about by then no longer keeps a new one away
LOW = {"1", "2"}


async def load(
    world: World, session: Session, leader: Leader, event: Event | None, *, replied_to: int | None = None
) -> tuple[Talk, Scene]:
    """The talk and the scene for an event in a leader's chat."""
    talk = lasting(from_json(await talks.load(session, leader.id)), world.clock.now())
    if isinstance(talk, Arriving | Consenting):
        return talk, await _doorstep(world, session, leader, talk)
    if isinstance(event, Amended):
        return talk, await _of_edit(world, session, leader, event)
    prompt = await subjects.of(world, session, leader, talk, event, replied_to)
    replied = prompt is not None and replied_to is not None and not isinstance(talk, Weighing)
    if prompt is not None and isinstance(event, Said) and (replied or isinstance(talk, Resting | OnPrompt)):
        talk = OnPrompt(prompt.id)
    scene = await scene_of(world, session, leader, prompt)
    asks, about = await _confirming(world, session, leader, event)
    return talk, replace(scene, gone=await _gone(session, leader, event), confirming=asks, confirmed=about)


async def _confirming(world: World, session: Session, leader: Leader, event: Event | None) -> tuple[str, Id]:
    """The question whether to stop, to erase or to leave, or when it suits better, and about what, said last before."""
    if not isinstance(event, Said) or not _brief(event.text, leader):
        return "", 0
    since = world.clock.wall() - confirming.WAITS
    newest, about = await reached.newest(session, leader.id, since, but=BARE)
    if newest != "not_understood" and offers.keeps(event.text) and (loose := await _loose(session, leader)):
        return "not_understood", loose
    return (newest, about) if newest in confirming.ASKING else ("", 0)


def _brief(text: str, leader: Leader) -> bool:
    """Is it short, or the when-then form of an intention, which takes more words?"""
    return len(text.split()) <= later.LONGEST or forming.form(text, leader.language) is not None


async def _loose(session: Session, leader: Leader) -> Id:
    """The latest loose thought that waits for a yes; 0 for none."""
    for thought in sorted(await errands.waiting(session, leader.id, "thought"), reverse=True):
        kept = await answers.get(session, leader.id, thought)
        if kept is not None and kept.prompt is None:
            return thought
    return 0


async def _gone(session: Session, leader: Leader, event: Event | None) -> bool:
    """Is this about a loose thought that is no longer there?"""
    if not isinstance(event, Pressed) or event.group != "not_understood":
        return False
    return await answers.get(session, leader.id, event.about) is None


async def _of_edit(world: World, session: Session, leader: Leader, event: Amended) -> Scene:
    """An edit is about the prompt of the answer that came with the message, whatever has the floor now."""
    answer = await answers.of_message(session, leader.id, event.message)
    typed = leader.memory.typed
    valued = typed.prompt if typed and typed.message == event.message else None
    about = answer.prompt if answer else valued
    prompt = await prompts.get(session, leader.id, about) if about else None
    scene = await scene_of(world, session, leader, prompt)
    return replace(scene, edited=answer.id if answer else 0)


async def _doorstep(world: World, session: Session, leader: Leader, talk: Arriving | Consenting) -> Scene:
    """Before a yes there is nothing to load but who invited; that a link is used up shows only in what a yes does."""
    now, wall = world.clock.now(), world.clock.wall()
    cohort = await invites.standing(session, talk.invite, wall) if talk.invite else None
    used = cohort is not None and await invites.peek(session, talk.invite, wall) is None
    return Scene(
        leader=leader, library=world.library, now=now, fresh=new_id(), cohort=cohort.name if cohort else "",
        host=await hosts.of(session, cohort) if cohort else "",
        guides=await organisations.runs(world, session, leader.chat), shut=used and not world.open_door,
        consent=world.consent,
    )  # fmt: skip


async def scene_of(
    world: World, session: Session, leader: Leader, prompt: Prompt | None, of: Enrolment | None = None
) -> Scene:
    """The scene around a prompt, or around none; `of`: the enrolment that it is about, when there is no prompt."""
    now = world.clock.now()
    about = of.id if of else prompt.enrolment if prompt else None
    asked = await prompts.between(session, leader.id, now - A_YEAR_AND_MORE, now + SOON)
    scene = await _placed(world, session, leader, about)
    scene = await _lived(world, session, scene, asked)
    return await _around(session, scene, prompt, asked) if prompt else scene


async def _placed(world: World, session: Session, leader: Leader, about: Id | None) -> Scene:
    """In which programmes and groups somebody is, and what comes of that."""
    now = world.clock.now()
    enrolment, others = await _running(world, session, leader, about)
    scene = Scene(
        leader=leader,
        library=world.library,
        now=now,
        fresh=new_id(),
        enrolment=enrolment,
        beside=tuple([await _followed(session, other, now) for other in others]),
        left=await _left(world, session, leader),
        groups=await enrolments.groups_of(session, leader.id),
        mirrored=enrolment is None and await parting.comes(session, leader),
        monthly=await errands.waiting_at(session, leader.id, "monthly"),
        consent=world.consent,
        patience=world.patience,
    )
    return await _in_programme(session, scene, enrolment) if enrolment else scene


async def _in_programme(session: Session, scene: Scene, enrolment: Enrolment) -> Scene:
    scene = replace(scene, programme=enrolment.programme)
    if not enrolment.cohort:
        return scene
    cohort = await cohorts.get(session, enrolment.cohort)
    return replace(scene, cohort=cohort.name, starts_on=cohort.starts_on, rests=rest_of(cohort, scene.now))


async def _lived(world: World, session: Session, scene: Scene, asked: list[Prompt]) -> Scene:
    """What was asked and given before, and how the last weeks were."""
    leader, now = scene.leader, scene.now
    recent = await taps.between(session, leader.id, now - MONTH, now + SOON)
    return replace(
        scene,
        used=frozenset(known.item for known in asked),
        answered=sum(known.state == "answered" for known in asked),
        quality_counts=_qualities(world, asked),
        low_energy=_low(recent, now - timedelta(days=7)),
        strained=_strained(world, recent, asked, leader, now),
        last_answer_at=await subjects.given_at(session, leader, now),
        open_intention=any(now - made.made_at <= FRESH for made in await intentions.open_of(session, leader.id)),
    )


async def _around(session: Session, scene: Scene, prompt: Prompt, asked: list[Prompt]) -> Scene:
    """The prompt as it was asked, with what was given to it."""
    leader = scene.leader
    given = await answers.of_prompt(session, leader.id, prompt.id)
    tapped = await taps.of_prompt(session, leader.id, prompt.id)
    item = await wordings.get(session, prompt.version)
    return replace(
        scene,
        prompt=prompt,
        library=overlay.as_asked(scene.library, item) if item else scene.library,
        waiting=floor.after(prompt, asked),
        answers=tuple(answer for answer in given if answer.state != "held"),
        held=doubting.in_doubt(given),
        aside=doubting.put_aside(given),
        taps={tap.name: tap.value for tap in tapped},
        noted=_noted(tapped, given),
        earlier=await _earlier(session, leader, prompt),
        echo=await echoing.beside(session, leader, given, scene.now),
        unsure=await reached.state_of_prompt(session, prompt.id) == "unknown",
    )


async def _earlier(session: Session, leader: Leader, prompt: Prompt | None) -> str:
    """The position that was taken on a dilemma before it came back; "" without one."""
    if prompt is None or prompt.kind != "paradox_revisit" or prompt.about is None:
        return ""
    tapped = {tap.name: tap.value for tap in await taps.of_prompt(session, leader.id, prompt.about)}
    return tapped.get("position", "")


async def _running(
    world: World, session: Session, leader: Leader, about: Id | None
) -> tuple[Enrolment | None, list[Enrolment]]:
    """The programme that it is about, or else the one that is due next, and the others; without what is gone."""
    known = world.library.programmes
    running = [one for one in await enrolments.running_of(session, leader.id) if one.programme in known]
    mine = next((one for one in running if one.id == about), running[0] if running else None)
    return mine, [one for one in running if one != mine]


async def _left(world: World, session: Session, leader: Leader) -> tuple[Followed, ...]:
    """The programmes that who stopped may come back into."""
    if leader.state != "stopped":
        return ()
    known = await returning.open_again(session, world.library, leader)
    return tuple([await _followed(session, one, world.clock.now()) for one in known])


async def _followed(session: Session, enrolment: Enrolment, now: datetime) -> Followed:
    cohort = await cohorts.get(session, enrolment.cohort) if enrolment.cohort else None
    return Followed(enrolment, cohort.name if cohort else "", rest_of(cohort, now) if cohort else None)


def _qualities(world: World, asked: list[Prompt]) -> dict[str, int]:
    """How often each quality was asked about."""
    counts: dict[str, int] = {}
    for prompt in asked:
        if prompt.item in world.library.questions:
            quality = world.library.questions[prompt.item].quality
            counts[quality] = counts.get(quality, 0) + 1
    return counts


def _noted(tapped: list[Tap], given: list[Answer]) -> frozenset[str]:
    """What was tapped before the latest words (no mere addition): an earlier thanks has told it."""
    last = next((answer for answer in reversed(given) if answer.part != "addition"), None)
    if last is None:
        return frozenset()
    return frozenset(tap.name for tap in tapped if tap.id < last.id and tap.at <= last.given_at)


def _low(recent: list[Tap], since: datetime) -> bool:
    """Was energy low (1 or 2) this week? Then nothing deep is asked."""
    return any(tap.name in ("PU-01", "PU-06") and tap.value in LOW and tap.at >= since for tap in recent)


def _strained(world: World, recent: list[Tap], asked: list[Prompt], leader: Leader, now: datetime) -> bool:
    """Would one more very low tap make three within four weeks? Pulses count, and scales about something sensitive."""
    items = {prompt.id: world.library.questions.get(prompt.item) for prompt in asked}
    zone = leader.rhythm.zone

    def counts(tap: Tap) -> bool:
        question = items.get(tap.prompt or 0)
        return tap.name.startswith("PU-") or (tap.name == "value" and question is not None and question.sensitive)

    lowest = [(local(tap.at, zone).date(), 1) for tap in recent if tap.value == "1" and counts(tap)]
    return safety.strained([*lowest, (local(now, zone).date(), 1)], local(now, zone).date())
