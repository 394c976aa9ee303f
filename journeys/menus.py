"""Who sees which command menu: a leader in the language they chose here, whoever runs groups with two commands more."""

import contextlib
from collections.abc import Mapping
from dataclasses import replace

from dialogues.model import Language
from dialogues.people import Id, Leader
from journeys.console import organisations
from journeys.ports import World
from journeys.stage import Stage
from storage import leaders, members, outbox
from storage.faults import StorageUnavailable
from storage.session import Session


async def follow(stage: Stage, was: Leader) -> None:
    """The menu goes along when a leader chooses another language."""
    if stage.leader.language != was.language:
        await show(stage)


async def in_role(stage: Stage) -> None:
    """The menu goes along with the role, at the first touch after it changed; who has not agreed has none yet."""
    if stage.farewell or stage.leader.state == "arriving":
        return
    guides = await organisations.runs(stage.world, stage.session, stage.leader.chat)
    if stage.leader.memory.guides == guides:
        return
    stage.leader = await _noted(stage.session, stage.leader, guides=guides)
    await show(stage)


async def _noted(session: Session, leader: Leader, *, guides: bool) -> Leader:
    noted = replace(leader, memory=leader.memory.but(guides=guides))
    await leaders.keep(session, noted)
    return noted


async def show(stage: Stage) -> None:
    """Put the menu of this chat in the outbox: once for what happens now, however often it is said."""
    leader = stage.leader
    guides = await organisations.runs(stage.world, stage.session, leader.chat)
    await _put(stage.world, stage.session, (leader.chat, leader.language), f"{stage.key}:menu", guides, leader.id)


async def of_chat(world: World, session: Session, where: tuple[int, Language], key: str, *, guides: bool) -> None:
    """The menu of a chat and language whose role has just changed, also of somebody who is no leader."""
    await _put(world, session, where, f"{key}:menu", guides, None)


async def _put(  # noqa: PLR0913 - there may be no stage
    world: World, session: Session, where: tuple[int, Language], key: str, guides: bool, leader: Id | None
) -> None:
    chat, language = where
    await outbox.put(
        session, key=key, chat=chat, leader=leader, kind="edit", screen_name="menu",
        args={"about": 0, "language": language, "guides": guides}, wall=world.clock.wall(),
    )  # fmt: skip


async def of_facilitators(world: World) -> Mapping[int, Language]:
    """The chats of those who run groups and are known here, with their language; none while the database is away.

    They are about to see the menu that goes with it, so that is noted of who is a leader too.
    """
    with contextlib.suppress(StorageUnavailable):
        async with world.store.transaction() as session:
            staff = {one.chat: one.language for one in await members.with_role(session)}
            for chat in sorted({*staff, *world.facilitators}):
                leader = await leaders.by_chat(session, chat)
                if leader is not None and leader.state != "gone" and await organisations.runs(world, session, chat):
                    await _noted(session, leader, guides=True)
                    staff[chat] = leader.language
        return staff
    return {}
