"""The send path: a message of 250 characters with two buttons, on PTB's default transport and on ours."""

import asyncio
from collections.abc import Awaitable, Callable
from types import SimpleNamespace

from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup
from telegram.request import HTTPXRequest

from benchmarks.measure import Figure, Watch
from benchmarks.server import TOKEN
from bot.api import Api
from bot.gateway import Gateway
from bot.transport import WireRequest
from bot.wire import Wire
from handlers.outgoing import Key, Outgoing
from journeys.ports import Delivery, Screen, Sent

TEXT = "<b>Een vraag</b> " + "x" * 234
Send = Callable[[], Awaitable[object]]


async def figures(address: str, count: int, at_once: int) -> list[Figure]:
    """Measure all four, one after the other."""
    return [
        await _default(address, count, at_once),
        await _ptb_on_wire(address, count, at_once),
        await _gateway(address, count, at_once),
        await _gateway(address, count, 1),
    ]


async def _default(address: str, count: int, at_once: int) -> Figure:
    request = HTTPXRequest(connection_pool_size=256)
    async with Bot(TOKEN, base_url=f"{address}/bot", request=request) as bot:
        return await _many("PTB, its default transport (httpx)", _by_ptb(bot), count, at_once)


async def _ptb_on_wire(address: str, count: int, at_once: int) -> Figure:
    wire = Wire(connections=256)
    try:
        async with Bot(TOKEN, base_url=f"{address}/bot", request=WireRequest(wire)) as bot:
            return await _many("PTB on our transport (aiohttp)", _by_ptb(bot), count, at_once)
    finally:
        await wire.close()


async def _gateway(address: str, count: int, at_once: int) -> Figure:
    wire = Wire(connections=256)
    keys = ((Key("Later", data="later:1:x"), Key("Overslaan", data="skip:1:x")),)
    gateway = Gateway(Api(wire, address, TOKEN), lambda _: Outgoing(TEXT, keys))
    delivery = Delivery(1, "nl", Screen("question"), {})

    async def send() -> None:
        outcome = await gateway.deliver(delivery)
        assert isinstance(outcome, Sent), outcome

    try:
        return await _many("this bot's gateway", send, count, at_once)
    finally:
        await wire.close()


def _by_ptb(bot: Bot) -> Send:
    row = [
        InlineKeyboardButton("Later", callback_data="later:1:x"),
        InlineKeyboardButton("Skip", callback_data="skip:1:x"),
    ]
    keyboard = InlineKeyboardMarkup([row])
    return lambda: bot.send_message(1, TEXT, parse_mode="HTML", reply_markup=keyboard)


async def _many(name: str, send: Send, count: int, at_once: int) -> Figure:
    await asyncio.gather(*(send() for _ in range(min(at_once, 32))))  # open the connections first
    left = SimpleNamespace(count=count)

    async def lane() -> None:
        while left.count > 0:
            left.count -= 1
            await send()

    watch = Watch()
    await asyncio.gather(*(lane() for _ in range(at_once)))
    return watch.stop(f"{name}, {at_once} at once", count)
