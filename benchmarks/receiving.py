"""The intake path: updates wait at Telegram, each is answered with a message; PTB as documented, and this bot."""

import asyncio
import base64
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.ext import Application, ContextTypes, MessageHandler, filters

from benchmarks.measure import Figure, Watch
from benchmarks.people import START, seed
from benchmarks.sending import TEXT
from benchmarks.server import TOKEN, ask
from bot.app import running
from bot.clock import SteppedClock
from bot.settings import Settings
from journeys.ports import Pace
from storage.vault import Vault

KEY = bytes(range(32))
UNLIMITED = Pace(1e6, 1_000_000, 1e6, 1_000_000)
Routing = Application[Any, Any, Any, Any, Any, Any]


async def figures(address: str, updates: int, chats: int) -> list[Figure]:
    """Measure both, one after the other."""
    return [await _peer(address, updates, chats), await _ours(address, updates, chats)]


async def _peer(address: str, updates: int, chats: int) -> Figure:
    """PTB's own polling and transport, all updates at once, nothing kept anywhere."""
    builder = Application.builder().token(TOKEN).base_url(f"{address}/bot").concurrent_updates(True)
    routing: Routing = builder.build()
    routing.add_handler(MessageHandler(filters.TEXT, _reply))
    async with routing:
        await routing.start()
        ask(address, "load", {"updates": updates, "chats": chats})
        watch = Watch()
        assert routing.updater is not None
        await routing.updater.start_polling(bootstrap_retries=0)
        await _until(address, "sent", updates)
        figure = watch.stop("PTB: fetch, handle, reply; nothing is kept (1 reply)", updates)
        await routing.updater.stop()
        await routing.stop()
    return figure


async def _reply(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    row = [
        InlineKeyboardButton("Later", callback_data="later:1:x"),
        InlineKeyboardButton("Skip", callback_data="skip:1:x"),
    ]
    assert update.message is not None
    await update.message.reply_text(TEXT, parse_mode="HTML", reply_markup=InlineKeyboardMarkup([row]))


async def _ours(address: str, updates: int, chats: int) -> Figure:
    """Everything: inbox, conversation, sealed answer, outbox, send, settle; only the sending pace is lifted."""
    with tempfile.TemporaryDirectory() as folder:
        url = await seed(Path(folder) / "bench.db", Vault(KEY), chats, due=0)
        settings = Settings.model_validate({
            "bot_token": TOKEN, "api_url": address, "file_url": address, "data": folder, "database_url": url,
            "master_key": base64.b64encode(KEY).decode(), "log_level": "ERROR", "patience": 0,
        })  # fmt: skip
        ask(address, "load", {"updates": 0, "chats": 1})
        async with running(settings, SteppedClock(START), UNLIMITED) as app:
            await app.ready.wait()
            watch = Watch()
            ask(address, "load", {"updates": updates, "chats": chats})
            await _until(address, "confirmed", updates)
            await app.settled(600)
            figure = watch.stop("this bot: fetch, keep, converse, seal, plan, send, settle", updates)
    each = ask(address, "counts")["sent"] / updates
    return replace(figure, name=f"{figure.name} ({each:.1f} replies)")


async def _until(address: str, what: str, count: int) -> None:
    while ask(address, "counts")[what] < count:  # noqa: ASYNC110 -- the server is another process
        await asyncio.sleep(0.1)
