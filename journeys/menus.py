"""Who sees which command menu: a leader in the language they chose here, a facilitator with the command for cohorts."""

import contextlib
from collections.abc import Mapping
from dataclasses import replace

from dialogues.model import Language
from dialogues.people import Leader
from journeys.ports import World
from journeys.stage import Stage
from storage import leaders, outbox
from storage.faults import StorageUnavailable
from storage.session import Session


async def follow(stage: Stage, was: Leader) -> None:
    """The menu goes along when a leader chooses another language."""
    if stage.leader.language != was.language:
        await show(stage)


async def in_role(stage: Stage) -> None:
    """The menu goes along with the role, at the first touch after it changed; who has not agreed has none yet."""
    guides = stage.leader.chat in stage.world.facilitators
    if stage.farewell or stage.leader.state == "arriving" or stage.leader.memory.guides == guides:
        return
    stage.leader = await _noted(stage.session, stage.leader, guides=guides)
    await show(stage)


async def _noted(session: Session, leader: Leader, *, guides: bool) -> Leader:
    noted = replace(leader, memory=leader.memory.but(guides=guides))
    await leaders.keep(session, noted)
    return noted


async def show(stage: Stage) -> None:
    """Put the menu of this chat in the outbox: once for what happens now, however often it is said."""
    await outbox.put(
        stage.session,
        key=f"{stage.key}:menu",
        chat=stage.leader.chat,
        leader=stage.leader.id,
        kind="edit",
        screen_name="menu",
        args={"about": 0, "language": stage.leader.language, "guides": stage.leader.chat in stage.world.facilitators},
        wall=stage.world.clock.wall(),
    )


async def of_facilitators(world: World) -> Mapping[int, Language]:
    """The chats of the facilitators who are known here, with their language; none while the database is away.

    They are about to see the menu that goes with it, so that is noted.
    """
    with contextlib.suppress(StorageUnavailable):
        async with world.store.transaction() as session:
            found = [await leaders.by_chat(session, chat) for chat in sorted(world.facilitators)]
            known = [leader for leader in found if leader is not None and leader.state != "gone"]
            for leader in known:
                await _noted(session, leader, guides=True)
        return {leader.chat: leader.language for leader in known}
    return {}
