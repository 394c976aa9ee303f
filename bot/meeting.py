"""Meeting Telegram: is the token good, what is our name, and which commands does it show to whom."""

from collections.abc import Iterator
from typing import Any

import structlog
from telegram.ext import Application

from bot.api import Api, Done, Failed, plain
from bot.backoff import Backoff
from bot.bell import Stop
from dialogues.commands import menu
from dialogues.model import LANGUAGES, Language, Library

log = structlog.get_logger()
SHOWN_TO_OTHERS: Language = "en"
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

    async def show_menus(self, library: Library) -> None:
        """Set the command menus; without them everything still works."""
        for params in menus(library):
            answer = await self._stop.unless(self._api.call("setMyCommands", params))
            if answer is not None and not isinstance(answer, Done):
                log.warning("a command menu was not set", why=plain(answer))


def menus(library: Library) -> Iterator[dict[str, Any]]:
    """Give the parameters of one setMyCommands call per language, and one for everybody else."""
    for language in LANGUAGES:
        yield {"commands": _commands(library, language), "language_code": language}
    yield {"commands": _commands(library, SHOWN_TO_OTHERS)}


def _commands(library: Library, language: Language) -> list[dict[str, str]]:
    return [
        {"command": shown, "description": library.messages[f"cmd_{name}"].text[language]}
        for name, shown in menu(language)
    ]
