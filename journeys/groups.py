"""In a group the bot asks nothing and keeps nothing about anybody; it says where to find it, at most once a day."""

from journeys.ports import World
from storage import budget, inbox, outbox

DAY = 86_400.0  # seconds between two times in the same group


async def point(world: World, chat: int, update: int, reply_to: int | None = None) -> None:
    """Say where to find the bot, under the message that asked; what is remembered of the group fades after a day."""
    wall = world.clock.wall()
    async with world.store.transaction() as session:
        if not await inbox.handled(session, update, wall):
            return
        if await budget.take(session, ((f"group:{chat}", 1 / DAY, 1),), wall) is not None:
            return
        await outbox.put(
            session, key=f"u{update}:1", chat=chat, leader=None, kind="reply", screen_name="in_group",
            args={"about": 0, "language": "nl"}, reply_to=reply_to, wall=wall,
        )  # fmt: skip
