"""The stage hand's side over HTTP: `/control/...` sets clock, faults, odd updates and rates, and tells the counts."""

import asyncio
from dataclasses import fields
from datetime import datetime
from typing import Any

from aiohttp import web

from sandbox.faults import Fault
from sandbox.options import Rates
from sandbox.phone import PhoneError
from sandbox.rates import Budget
from sandbox.routes import body_of, bot_of
from sandbox.state import Bot, Telegram
from sandbox.stats import Stats
from sandbox.updates import Entry

Json = dict[str, Any]

SHOW_CLOCK_AFTER = 0.5  # seconds: a clock that jumps often must not wake every screen each time


class ControlRoutes:
    """The handlers; each answers with the state it left behind."""

    def __init__(self, telegram: Telegram) -> None:
        self._telegram = telegram
        self._showing: asyncio.TimerHandle | None = None

    def routes(self) -> list[web.RouteDef]:
        """All routes of the control side."""
        return [
            web.post("/control/clock", self.clock),
            web.get("/control/stats", self.stats),
            web.delete("/control/stats", self.forget_stats),
            web.get("/control/faults", self.faults),
            web.post("/control/faults", self.fault),
            web.delete("/control/faults", self.no_faults),
            web.post("/control/down", self.down),
            web.post("/control/rates", self.rates),
            web.post("/control/updates", self.updates),
            web.post("/control/bots", self.bots),
        ]

    async def clock(self, request: web.Request) -> web.Response:
        """Sets the visible time: `{"now": ISO or null, "speed"?: number}`."""
        wish = await body_of(request)
        try:
            now = None if wish["now"] is None else datetime.fromisoformat(wish["now"])
            self._telegram.clock.set(now, float(wish.get("speed", 1.0)))
        except ValueError as error:
            raise PhoneError(str(error)) from error
        if self._showing is None:
            self._showing = asyncio.get_running_loop().call_later(SHOW_CLOCK_AFTER, self._show_clock)
        return web.json_response({"clock": self._telegram.clock.now().isoformat(timespec="seconds")})

    def _show_clock(self) -> None:
        self._showing = None
        for bot in self._telegram.bots.values():
            for chat in bot.chats.values():
                chat.bell.ring()

    async def stats(self, _request: web.Request) -> web.Response:
        """What was counted."""
        return web.json_response(self._telegram.stats.report())

    async def forget_stats(self, _request: web.Request) -> web.Response:
        """Counts from zero again."""
        self._telegram.stats = Stats()
        return web.json_response({})

    async def faults(self, _request: web.Request) -> web.Response:
        """The rules in force."""
        return web.json_response({"faults": self._telegram.faults.report()})

    async def fault(self, request: web.Request) -> web.Response:
        """Adds a rule: the fields of `Fault`, and "seed"."""
        wish = await body_of(request)
        seed = wish.pop("seed", None)
        if unknown := wish.keys() - {field.name for field in fields(Fault)}:
            raise PhoneError(f"unknown in a fault: {', '.join(sorted(unknown))}")
        try:
            self._telegram.faults.set(Fault(**wish), self._telegram.steady(), seed)
        except ValueError as error:
            raise PhoneError(str(error)) from error
        return await self.faults(request)

    async def no_faults(self, request: web.Request) -> web.Response:
        """Removes all rules."""
        self._telegram.faults.clear()
        return await self.faults(request)

    async def down(self, request: web.Request) -> web.Response:
        """Nothing gets through for `{"seconds": n}`, neither calls nor webhook deliveries."""
        seconds = float((await body_of(request))["seconds"])
        for method in ("*", "webhook"):
            fault = Fault("lost_request", method, lasts=seconds)
            self._telegram.faults.set(fault, self._telegram.steady())
        return await self.faults(request)

    async def rates(self, request: web.Request) -> web.Response:
        """Sets the send limits: the fields of `Rates`, or `{"off": true}`."""
        wish = await body_of(request)
        rates = None if wish.pop("off", False) else Rates(**wish)
        bot_of(self._telegram, request).budget = Budget(rates)
        return web.json_response({})

    async def updates(self, request: web.Request) -> web.Response:
        """Sends the bot something odd: see `odd_update`."""
        entry = odd_update(bot_of(self._telegram, request), await body_of(request))
        return web.json_response({"update_id": entry.id if entry else None})

    async def bots(self, request: web.Request) -> web.Response:
        """Opens another bot account: `{"token", "first_name"?, "username"?}`."""
        wish = await body_of(request)
        try:
            bot = self._telegram.add_bot(wish["token"], wish.get("first_name", ""), wish.get("username", ""))
        except ValueError as error:
            raise PhoneError(str(error)) from error
        return web.json_response({"id": bot.id})


def odd_update(bot: Bot, wish: Json) -> Entry | None:
    """Queues what a healthy Telegram seldom sends.

    `{"repeat": update_id}` sends a recent update again; `{"poison": "no_date" or "unknown_type", "user": id}` one that
    strict readers stumble over; `{"raw": {kind: body}, "user": id}` anything at all.
    """
    if "repeat" in wish:
        for entry in bot.updates.recent:
            if entry.id == wish["repeat"]:
                bot.updates.repeat(entry)
                return entry
        raise PhoneError("there is no such recent update")
    user = int(wish["user"])
    raw = wish["raw"] if "raw" in wish else _poison(str(wish["poison"]), user, bot.next_message_id())
    ((kind, body),) = raw.items()
    return bot.updates.push(kind, body, user)


def _poison(kind: str, user: int, message_id: int) -> Json:
    party = {"id": user, "first_name": "Sam"}
    if kind == "no_date":
        message = {"message_id": message_id, "chat": {**party, "type": "private"}, "from": {**party, "is_bot": False}}
        return {"message": {**message, "text": "no date"}}
    if kind == "unknown_type":
        return {"thought_received": {"from": party, "thought": "of tomorrow"}}
    raise PhoneError("poison is no_date or unknown_type")
