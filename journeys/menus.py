"""Who sees which command menu: a leader in the language they chose here, a facilitator with the command for cohorts."""

import contextlib
from collections.abc import Mapping

from dialogues.model import Language
from dialogues.people import Leader
from journeys.ports import World
from journeys.stage import Stage
from storage import leaders, outbox
from storage.faults import StorageUnavailable


async def follow(stage: Stage, was: Leader) -> None:
    """The menu goes along when a leader chooses another language, and when a facilitator begins to take part."""
    now = stage.leader
    begins = was.state == "arriving" and now.state != was.state
    if now.language != was.language or (begins and now.chat in stage.world.facilitators):
        await show(stage)


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
    """The chats of the facilitators who are known here, with their language; none while the database is away."""
    known: list[Leader | None] = []
    with contextlib.suppress(StorageUnavailable):
        async with world.store.transaction() as session:
            known = [await leaders.by_chat(session, chat) for chat in sorted(world.facilitators)]
    return {leader.chat: leader.language for leader in known if leader is not None and leader.state != "gone"}
