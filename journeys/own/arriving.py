"""Into one's own page from within Telegram: whoever Telegram vouches for needs no link."""

import secrets

from journeys.console.signing import BYTES
from journeys.ports import World
from journeys.tokens import digest
from storage import leaders, web_sessions


async def vouched(world: World, chat: int) -> str | None:
    """The secret of a new session for the leader in this chat; None for somebody who does not take part."""
    async with world.store.transaction() as session:
        leader = await leaders.by_chat(session, chat)
        if leader is None or leader.state == "arriving":
            return None
        secret = secrets.token_urlsafe(BYTES)
        await web_sessions.begin(session, "page", leader.id, digest(secret), world.clock.wall())
        return secret
