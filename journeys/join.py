"""The front door: an invite, a bare /start, somebody who comes back, somebody who blocked the bot."""

from dataclasses import replace
from datetime import timedelta

from dialogues.asking import rhythm
from dialogues.effects import Say
from dialogues.model import Language
from dialogues.moves.anywhere import arrival
from dialogues.moves.leaders import membership
from dialogues.moves.steps import present
from dialogues.people import Cohort, Enrolment, Leader
from dialogues.talk import Arriving, Consenting, as_json, from_json
from journeys import acting, enrolling, menus, returning, scenes
from journeys.console import chatting, hosts, people
from journeys.console.who import Role
from journeys.permissions import may
from journeys.ports import World
from journeys.stage import Stage, say, say_to_stranger
from journeys.tokens import digest
from storage import consents, enrolments, errands, inbox, invites, leaders, members, outbox, roles, talks
from storage.session import Session

TRIES_AN_HOUR = 10
LAPSE = timedelta(days=7)  # who never answers the consent question is forgotten after a week


async def start(world: World, chat: int, payload: str, update: int, hint: str = "") -> None:
    """`/start` with or without an invite; `hint` is the language of the Telegram app."""
    async with world.store.transaction() as session:
        if not await inbox.handled(session, update, world.clock.wall()):
            return
        leader = await leaders.by_chat(session, chat)
        spoken: Language = leader.language if leader else "en" if hint and not hint.startswith("nl") else "nl"
        if await people.accept(world, session, chat, payload, spoken, f"u{update}"):
            return
        if leader is None:
            if not payload:
                await chatting.welcome(world, session, chat, spoken, f"u{update}")
            await welcome(world, session, chat, payload, f"u{update}", hint)
        else:
            await _back(world, session, leader, payload, f"u{update}")


async def welcome(  # noqa: PLR0913  (all that is known of a newcomer)
    world: World, session: Session, chat: int, payload: str, key: str, hint: str = ""
) -> None:
    """A newcomer: a good invite or an open door leads to the language question, anything else to one kind refusal."""
    now = world.clock.now()
    language: Language = "en" if hint and not hint.startswith("nl") else "nl"
    refusal, cohort = await _invited(world, session, chat, payload)
    if refusal:
        await say_to_stranger(world, session, chat, refusal, key, language)
        return
    spoken = cohort.language if cohort else language
    usual = rhythm.of_group(cohort) if cohort else rhythm.default("standard", spoken, "Europe/Amsterdam")
    leader = await leaders.add(session, chat, spoken, usual, now)
    await talks.keep(session, leader.id, as_json(Arriving(digest(payload) if cohort else "")))
    await errands.plan(session, leader.id, "lapse", "lapse:0", now + LAPSE, None)
    stage = Stage(world, session, await scenes.scene_of(world, session, leader, None), key, Arriving())
    if spoken != language:  # the cohort speaks another language than the app
        await menus.show(stage)
    await say(stage, Say("language"))


async def _invited(world: World, session: Session, chat: int, payload: str) -> tuple[str, Cohort | None]:
    """The refusal (or none) and the cohort of an invite; a wrong, revoked and old one cannot be told apart.

    Nor can a used and an unused one, before somebody uses it: whoever keeps a list of links may not learn who came.
    """
    if not payload:
        return ("" if world.open_door else "door_closed"), None
    if await _is_theirs(session, chat, payload):
        return "invite_yours", None
    now = world.clock.wall()  # invites are made where no story runs: they live by the machine's clock
    if await invites.tries(session, chat, now - timedelta(hours=1)) >= TRIES_AN_HOUR:
        return "invite_tries", None
    cohort = await invites.standing(session, digest(payload), now)
    if cohort is None:
        await invites.note_try(session, chat, now)
        return "invite_refused", None
    return "", cohort


async def _is_theirs(session: Session, chat: int, payload: str) -> bool:
    """Is it a personal invite of a group that this person runs? They never learn whether it was used."""
    found, member = await invites.known(session, digest(payload)), await members.by_chat(session, chat)
    if found is None or member is None:
        return False
    cohort, kind = found
    held = [Role(one.kind, one.organisation, one.cohort) for one in await roles.of(session, member.id)]
    return kind == "personal" and may(held, "see invites", cohort.organisation or 0, cohort.id)


async def _inside(stage: Stage, payload: str) -> Cohort | None:
    """The group of an invite that a leader is in, or had stopped in: they hear the same, whatever became of it."""
    found = await invites.known(stage.session, digest(payload)) if payload else None
    if found is None:
        return None
    mine = await enrolments.of_leader(stage.session, stage.leader.id)
    active = {one.cohort for one in mine if one.state == "active" and enrolling.stands(stage, one)}
    left = {one.enrolment.cohort for one in stage.scene.left}
    return found[0] if found[0].id in active | left else None


async def _back(world: World, session: Session, leader: Leader, payload: str, key: str) -> None:
    """Somebody who is known: still arriving, already in, joining a cohort, or coming back."""
    talk = from_json(await talks.load(session, leader.id))
    stage = Stage(world, session, await scenes.scene_of(world, session, leader, None), key, talk)
    refusal, cohort = "", await _inside(stage, payload)
    if payload and cohort is None:
        refusal, cohort = await _invited(world, session, leader.chat, payload)
    if refusal:
        await say(stage, Say(refusal))
    elif isinstance(talk, Arriving | Consenting):
        await _arrive(stage, Arriving(digest(payload) if cohort else talk.invite), cohort)
    elif cohort is not None and cohort.id not in {one.enrolment.cohort for one in stage.scene.left}:
        await _into(stage, cohort, digest(payload))
    else:
        await _return(stage)


async def _arrive(stage: Stage, talk: Arriving, cohort: Cohort | None) -> None:
    """The language question once more; whoever wrote a word first gets the clock of the group as well."""
    if cohort is not None:
        stage.leader = replace(stage.leader, rhythm=rhythm.of_group(cohort))
        await leaders.keep(stage.session, stage.leader)
    await talks.keep(stage.session, stage.leader.id, as_json(talk))
    await say(stage, Say("language"))


async def _into(stage: Stage, cohort: Cohort, invite: str) -> None:
    """A leader who takes part already taps an invite: into that cohort, unless they are in it."""
    known = {known.cohort: known for known in await enrolments.of_leader(stage.session, stage.leader.id)}
    mine = known.get(cohort.id)
    if mine is not None and mine.state == "active" and enrolling.stands(stage, mine):
        await say(stage, _already(stage, mine, cohort))
        return
    if await invites.redeem(stage.session, invite, stage.world.clock.wall()) is None:
        await invites.note_try(stage.session, stage.leader.chat, stage.world.clock.wall())
        await say(stage, Say("invite_refused"))
        return
    await _awake(stage)
    await enrolling.enrol(stage, cohort.programme, cohort, cohort.starts_on)
    invited = arrival.invited(cohort.name, await hosts.of(stage.session, cohort))
    groups = await enrolments.groups_of(stage.session, stage.leader.id)
    await say(stage, membership.joined(invited, groups, stage.leader.language))


def _already(stage: Stage, mine: Enrolment, cohort: Cohort) -> Say:
    """The programme of this very group, by its name when there are several."""
    name = stage.scene.library.programmes[mine.programme].name[stage.leader.language]
    return Say("already_in", {"programme": f"{name} ({cohort.name})" if len(stage.scene.groups) > 1 else name})


async def _return(stage: Stage) -> None:
    """/start by who is known: whoever had stopped or was gone gets the programme's moments again."""
    before, anew = stage.scene, False
    back = await _awake(stage)
    if back:
        await returning.rejoin(stage)
        alone = not await enrolling.running(stage) and stage.scene.monthly is None
        anew = alone and await consents.current(stage.session, stage.leader.id) is not None
        if anew:
            await enrolling.enrol(stage, enrolling.ALONE, None, None)
        else:
            await enrolling.reschedule(stage)
    stage.talk, stage.scene = await scenes.load(stage.world, stage.session, stage.leader, None)
    told = before if before.left or (anew and before.leader.state == "stopped") else stage.scene
    stage.talk, effects = arrival.greeted(stage.talk, stage.scene, back=told if back else None)
    await acting.carry_out(stage, effects)


async def _awake(stage: Stage) -> bool:
    """A stopped or gone leader takes part again, after a safety hold that still runs; True when that is new."""
    if stage.leader.state not in ("stopped", "gone"):
        return False
    held = await errands.waiting_at(stage.session, stage.leader.id, "hold_over")
    here = present(stage.leader).leader
    stage.leader = replace(here, state="held" if held else "active", until=held)
    await leaders.keep(stage.session, stage.leader)
    return True


async def blocked(world: World, chat: int, update: int, *, gone: bool) -> None:
    """The bot was blocked (nothing is sent any more) or unblocked (the ordinary moments return)."""
    async with world.store.transaction() as session:
        if not await inbox.handled(session, update, world.clock.wall()):
            return
        leader = await leaders.by_chat(session, chat)
        if leader is None or leader.state == "arriving":
            return
        if gone:
            await leaders.gone(session, leader, world.clock.now())
            await outbox.drop_for(session, leader.id)
        elif leader.state == "gone":
            stage = Stage(
                world, session, await scenes.scene_of(world, session, leader, None), f"u{update}", from_json(None)
            )
            await _awake(stage)
            await enrolling.reschedule(stage)
