"""Echoes as they are carried out: an earlier answer looked up and brought back once, and what the leader says of it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from dialogues.answers import echoes as echoes_in
from dialogues.answers.echoes import Past
from dialogues.asking.moments import local
from dialogues.effects import Recall, Recognise, Say
from dialogues.moves.keeping.echoes import without_taps
from dialogues.people import Answer, Echo, Id, Leader
from journeys.stage import Stage, say
from storage import answers, echoes, leaders, prompts, taps
from storage.ids import new_id
from storage.session import Session

REACH = timedelta(days=400)  # how far back an echo may come from
LATELY = timedelta(days=2)
INSTANT = timedelta(seconds=1)


async def act(stage: Stage, effect: Recall | Recognise) -> None:
    """Do what was decided about an echo."""
    if isinstance(effect, Recall):
        await _recall(stage, effect)
    else:
        await _judge(stage, effect)


async def beside(session: Session, leader: Leader, given: Sequence[Answer], now: datetime) -> Echo | None:
    """What was brought back beside one of these answers in the last day or so; without any, nothing is read."""
    last = leader.memory.echoed_on
    if last is None or (local(now, leader.rhythm.zone).date() - last).days > 1:
        return None
    known = {answer.id for answer in given}
    lately = await echoes.between(session, leader.id, now - LATELY, now + INSTANT)
    return next((echo for echo in reversed(lately) if echo.later in known), None)


async def _recall(stage: Stage, wanted: Recall) -> None:
    """Say the thanks; an earlier answer that touches what was said to a prompt takes the place of its taps."""
    echo = await _found(stage, wanted.prompt)
    if echo is None or not await echoes.add(stage.session, echo):
        await say(stage, wanted.thanks)
        return
    before = stage.scene.leader.memory  # what makes way was not asked
    remembered = stage.leader.memory.but(echoed_on=stage.scene.today, moods=before.moods, telling=before.telling)
    stage.leader = replace(stage.leader, memory=remembered)
    await leaders.keep(stage.session, stage.leader)
    await say(stage, without_taps(wanted.thanks))
    await say(stage, Say("echo_offer", {}, echo.id))


async def _found(stage: Stage, prompt: Id) -> Echo | None:
    library, now = stage.world.library, stage.scene.now
    past = await _past(stage, now)
    today = echoes_in.today_of(prompt, past, library, now)
    found = echoes_in.choose(today, echoes_in.earlier_of(past, library)) if today else None
    if today is None or found is None:
        return None
    return Echo(new_id(), stage.leader.id, found.earlier.id, today.said.answer.id, found.why, now)


async def _past(stage: Stage, now: datetime) -> Past:
    """All that the leader gave: read only here, when an echo may come."""
    session, leader, since, until = stage.session, stage.leader.id, now - REACH, now + INSTANT
    returning = await taps.named(session, leader, "recognise")
    return Past(
        answers=await answers.between(session, leader, since, until),
        prompts={prompt.id: prompt for prompt in await prompts.between(session, leader, since, until)},
        echoes=await echoes.between(session, leader, since, until),
        returning=frozenset(tap.prompt for tap in returning if tap.value == "yes" and tap.prompt),
    )


async def _judge(stage: Stage, said: Recognise) -> None:
    """The verdict, shown in place; a second tap on the same changes nothing."""
    echo = await echoes.get(stage.session, stage.leader.id, said.echo)
    if echo is None:
        await say(stage, Say("stale_button"))
    elif echo.verdict != said.verdict:
        await echoes.judge(stage.session, stage.leader.id, echo.id, said.verdict)
        await say(stage, Say("echo_offer", {}, echo.id, edits=said.message, renews=said.message is None))
