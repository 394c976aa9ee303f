"""Fetching updates ourselves: take them into the inbox first, and only then confirm them to Telegram."""

from collections.abc import Awaitable, Callable
from typing import Any

import structlog

from bot.api import Answer, Api, Done, Failed, plain
from bot.backoff import Backoff
from bot.bell import Stop

log = structlog.get_logger()
ALLOWED_UPDATES = ("message", "edited_message", "callback_query", "my_chat_member")
HOLD = 25  # seconds that Telegram may hold a call while there is nothing new
RIVAL = "terminated by other getupdates"
Update = dict[str, Any]
Take = Callable[[list[Update]], Awaitable[None]]


class Poller:
    """One getUpdates loop; there can be only one per bot, Telegram sees to that."""

    def __init__(self, api: Api, take: Take, stop: Stop, backoff: Backoff | None = None) -> None:
        self._api = api
        self._take = take
        self._stop = stop
        self._backoff = backoff or Backoff()
        self._confirm: int | None = None

    async def run(self) -> None:
        """Fetch until the program stops; whatever goes wrong is waited out."""
        while not self._stop.asked and not await self._step(self.open):
            pass
        while not self._stop.asked:
            await self._step(self.fetch)

    async def open(self) -> bool:
        """Take away a webhook of earlier days, since Telegram does not serve both; waiting updates stay."""
        answer = await self._stop.unless(self._api.call("deleteWebhook", {"drop_pending_updates": False}))
        return answer is None or await self._accept(answer)

    async def fetch(self) -> bool:
        """Fetch once, take what came, and remember what the next call may confirm.

        The offset confirms what this process has just committed and nothing else: a number kept for longer could skip
        updates, since Telegram may start its numbers anew after a quiet week.
        """
        confirm = {} if self._confirm is None else {"offset": self._confirm}
        params = {"timeout": HOLD, "limit": 100, "allowed_updates": ALLOWED_UPDATES} | confirm
        answer = await self._stop.unless(self._api.call("getUpdates", params, read_seconds=HOLD + 10))
        if answer is None or not await self._accept(answer):
            return False
        assert isinstance(answer, Done)
        await self._keep(answer.result)
        return True

    async def _keep(self, updates: list[Update]) -> None:
        sound = [update for update in updates if is_sound(update)]
        if len(sound) < len(updates):
            log.error("updates without a usable number are left out", count=len(updates) - len(sound))
        if sound:
            await self._take(sound)
        self._confirm = max((update["update_id"] for update in sound), default=None)
        self._confirm = None if self._confirm is None else self._confirm + 1

    async def _step(self, step: Callable[[], Awaitable[bool]]) -> bool:
        try:
            return await step()
        except Exception:  # the loop outlives a database that is gone, and anything else
            seconds = self._backoff.next()
            log.exception("fetching failed, nothing was confirmed", seconds=round(seconds, 1))
            await self._stop.wait(seconds)
            return False

    async def _accept(self, answer: Answer) -> bool:
        if isinstance(answer, Done):
            self._backoff.reset()
            return True
        seconds = max(self._backoff.next(), getattr(answer, "after", 0.0), 5.0 if _is_conflict(answer) else 0.0)
        log.warning("fetching does not work", why=_trouble(answer), seconds=round(seconds, 1))
        await self._stop.wait(seconds)
        return False


def is_sound(update: Any) -> bool:
    """Say whether this has a number by which it can be kept and confirmed."""
    number = update.get("update_id") if isinstance(update, dict) else None
    return isinstance(number, int) and not isinstance(number, bool) and 0 <= number < 2**62


def _is_conflict(answer: Answer) -> bool:
    return isinstance(answer, Failed) and answer.code == 409


def _trouble(answer: Answer) -> str:
    if not _is_conflict(answer):
        return plain(answer)
    assert isinstance(answer, Failed)
    if RIVAL in answer.words.lower():
        return "another program fetches the updates of this bot with the same token; stop one of the two"
    return "this bot has a webhook elsewhere, so Telegram does not let it fetch; stop one of the two"
