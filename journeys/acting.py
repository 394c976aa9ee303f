"""Carries out what the conversation decided, inside the transaction of the journey that asked for it."""

import contextlib
from collections.abc import Collection
from dataclasses import replace

from dialogues.effects import (
    Add,
    Agree,
    Amend,
    Ask,
    Become,
    Cancel,
    Cherish,
    Conceal,
    Drop,
    Effect,
    Enrol,
    Expunge,
    Forget,
    Intend,
    IntendFrom,
    Judge,
    Keep,
    KeepTap,
    Leave,
    Mark,
    Outdate,
    Plan,
    PutBack,
    React,
    Recall,
    Recap,
    Recognise,
    Redact,
    Redraw,
    Rejoin,
    Reschedule,
    Revisit,
    Reword,
    Rewrite,
    Say,
    Search,
    Settle,
    Strip,
    Treat,
    Turn,
)  # fmt: skip
from dialogues.moves.steps import item_args
from dialogues.people import Id, Prompt, Tap
from dialogues.talk import as_json
from journeys import echoing, enrolling, intending, keeping, lines, looking, menus, recap, returning, reviews
from journeys.asking import ask
from journeys.console import organisations
from journeys.ports import World
from journeys.shown import USED_UP
from journeys.stage import Stage, say
from storage import errands, leaders, prompts, reached, summaries, talks, taps
from storage.faults import StorageUnavailable
from storage.ids import new_id


async def carry_out(stage: Stage, effects: tuple[Effect, ...]) -> None:
    """Do all that was decided, in order; erasing comes before the last words."""
    stage.farewell = any(isinstance(effect, Forget) for effect in effects)
    for effect in sorted(effects, key=lambda effect: not isinstance(effect, Forget)) if stage.farewell else effects:
        await _act(stage, effect)
    if not stage.farewell:
        await talks.keep(stage.session, stage.leader.id, as_json(stage.talk), stage.mark)


async def leave_no_trace(world: World) -> None:
    """After an erasure was committed: nothing readable stays in the database's files.

    While somebody else reads or locks them this waits for the hourly tidying; the destroyed key protects until then.
    """
    with contextlib.suppress(StorageUnavailable):
        await world.store.scrub()


async def _act(stage: Stage, effect: Effect) -> None:  # noqa: C901, PLR0912  (one line per effect is the clearest form)
    session, leader, now = stage.session, stage.leader, stage.scene.now
    match effect:
        case Say() | React() | Strip():
            await say(stage, await _said(stage, effect))
        case Outdate(screens, about):
            await _outdate(stage, screens, about)
        case Redraw(prompt):
            await _redraw(stage, prompt)
        case Keep() | Add() | Amend() | Rewrite() | PutBack() | Redact() | Mark() | Treat() | Drop() | Expunge():
            await keeping.act(stage, effect)
        case KeepTap(prompt, name, value):
            await taps.keep(session, Tap(new_id(), leader.id, prompt, name, value, now))
        case Turn(prompt):
            await prompts.keep(session, prompt)
            await reviews.ripen(stage, prompt)
        case Become(changed):
            stage.leader = changed
            await leaders.keep(session, changed)
            await menus.follow(stage, leader)
        case Ask():
            await ask(stage, effect)
        case Plan():
            await _plan(stage, effect)
        case Cancel(kind, about):
            await errands.cancel(session, leader.id, kind, about)
        case Agree(invite):
            await enrolling.agree(stage, invite)
        case Enrol(programme):
            await enrolling.enrol(stage, programme, None, None)
        case Rejoin():
            await returning.rejoin(stage)
        case Reschedule():
            await enrolling.reschedule(stage)
        case Leave(group):
            await enrolling.leave(stage, group)
        case Intend() | IntendFrom() | Reword() | Settle():
            await intending.act(stage, effect)
        case Search() | Revisit():
            await looking.act(stage, effect)
        case Recall() | Recognise():
            await echoing.act(stage, effect)
        case Judge(summary, verdict):
            await summaries.set_verdict(session, leader.id, summary, verdict)
        case Recap():
            await recap.act(stage, effect)
        case Conceal() | Cherish():
            await lines.act(stage, effect)
        case Forget(roles):
            await _forget(stage, roles=roles)


async def _said(stage: Stage, effect: Say | React | Strip) -> Say:
    """A mark on a message, or what becomes of its buttons, goes the way of all that is said."""
    match effect:
        case Say(screen="delete_confirm"):
            return await _erasing(stage, effect)
        case Say():
            return effect
        case React(message, emoji):
            return Say("reaction", {"emoji": emoji}, edits=message)
        case Strip(message):  # pragma: no branch - the last kind; the type checker knows
            return Say(USED_UP, edits=message)


async def _erasing(stage: Stage, asked: Say) -> Say:
    """Whoever runs groups reads that this goes as well."""
    runs = await organisations.runs(stage.world, stage.session, stage.leader.chat)
    return replace(asked, args={**asked.args, "intro": "delete_roles"}) if runs else asked


async def _forget(stage: Stage, *, roles: bool) -> None:
    """The leader; and with `roles` also who runs groups, with the commands for that."""
    leader, now = stage.leader, stage.scene.now
    if not roles:
        await leaders.forget(stage.session, leader.id, now)
    elif await leaders.erase(stage.session, leader.id, now):
        where = (leader.chat, leader.language)
        await menus.of_chat(stage.world, stage.session, where, stage.key, guides=False)


async def _plan(stage: Stage, planned: Plan) -> None:
    about = planned.about
    await errands.plan(
        stage.session, stage.leader.id, planned.kind, f"{planned.kind}:{about}", planned.at, about or None
    )
    if planned.kind == "hear":
        stage.soon = planned.at


async def _outdate(stage: Stage, screens: Collection[str], about: Id) -> None:
    """Buttons go where they still stand; a prompt that was drawn anew has none."""
    for shown in await reached.standing(stage.session, stage.leader.id, screens, about):
        if shown.screen_name != "prompt" or not shown.edited:
            await say(stage, Say(USED_UP, edits=shown.message))


async def _redraw(stage: Stage, prompt: Prompt) -> None:
    """In place, when it is known where the prompt stands; a button that is left over gets a kind word anyway."""
    message = await reached.message_of_prompt(stage.session, prompt.id)
    if message is not None:
        await say(stage, Say("prompt", item_args(prompt, closed=True), prompt.id, edits=message))
