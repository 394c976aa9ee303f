"""Meeting Telegram: is the token good, what is our name, and which commands does it show to whom."""

from collections.abc import Mapping
from typing import Any

import structlog
from telegram.ext import Application

from bot.api import Answer, Api, Done, Failed, plain
from bot.backoff import Backoff
from bot.bell import Stop
from bot.menus import wanted
from dialogues.model import Language, Library

log = structlog.get_logger()
Routing = Application[Any, Any, Any, Any, Any, Any]


class TokenRefusedError(Exception):
    """Telegram does not know this bot."""


class Meeting:
    """One bot getting to know its Telegram."""

    def __init__(self, api: Api, routing: Routing, stop: Stop) -> None:
        self._api = api
        self._routing = routing
        self._stop = stop
        self._backoff = Backoff()

    async def attempt(self) -> str | None:
        """Try once: our username, or None while Telegram cannot be reached. Raises TokenRefusedError."""
        answer = await self._api.call("getMe", {})
        match answer:
            case Done(result) if await self._initialised():
                return str(result.get("username", ""))
            case Failed(code=401 | 404):
                raise TokenRefusedError
            case _:
                log.warning("Telegram is not met yet", why=plain(answer))
                return None

    async def until_met(self) -> str | None:
        """Try until it works; None when the program stops first, or the token has become worthless."""
        while not self._stop.asked:
            await self._stop.wait(self._backoff.next())
            try:
                username = await self._stop.unless(self.attempt())
            except TokenRefusedError:
                log.error("Telegram does not accept the bot token")  # noqa: TRY400 -- nothing to trace
                continue
            if username is not None:
                return username
        return None

    async def _initialised(self) -> bool:
        """The library asks for our name too: without it, it cannot tell whose commands it reads."""
        try:
            await self._routing.initialize()
        except Exception:  # its words may hold the token, so they are not repeated
            log.exception("the first meeting with Telegram failed")
            return False
        return True

    async def show_menus(self, library: Library, guides: Mapping[int, Language]) -> None:
        """Set the menus and texts that differ from what stands there; without them everything still works."""
        for each in wanted(library, guides):
            found = await self._asked(f"get{each.what}", each.where)
            if isinstance(found, Done) and not each.stands(found.result):
                found = await self._asked(f"set{each.what}", {**each.where, **each.shown})
            if found is not None and not isinstance(found, Done):
                log.warning("a menu or text was not set", method=each.what, why=plain(found))

    async def _asked(self, method: str, params: Mapping[str, Any]) -> Answer | None:
        return await self._stop.unless(self._api.call(method, params))
