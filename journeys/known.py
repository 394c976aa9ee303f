"""What the bot tells the web apps of itself, so that they need no token to send people to it."""

from journeys.ports import World
from storage import known
from storage.faults import StorageUnavailable
from storage.session import Store


async def introduce(world: World, username: str) -> None:
    """Tell the bot's name in Telegram; while the database is away it is told at the next start."""
    try:
        async with world.store.transaction() as session:
            await known.tell(session, "username", username)
    except StorageUnavailable:
        return


async def bot(store: Store) -> str:
    """The bot's name in Telegram; "" when it never ran on this database."""
    async with store.transaction() as session:
        return await known.told(session, "username")
