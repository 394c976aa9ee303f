"""The web apps beside the bot: the console of facilitators and the leaders' own page, each a process of its own."""

import asyncio
import os
import signal
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import structlog
from starlette.applications import Starlette

from bot import keys, webhook
from bot.app import NO_TOKEN, make_world
from bot.bell import Stop
from bot.clock import SystemClock
from bot.opening import OLD_TABLES, WRONG, StartError
from bot.settings import Settings
from bot.studio import ProcessStudio
from console import app as console
from console.mine import app as mine
from console.visit import Desk
from dialogues.library import library
from journeys import known, unlock
from storage import migrate
from storage.session import Store, open_store
from storage.vault import Closed, Vault

log = structlog.get_logger()
NO_ADDRESS = "WEERKLANK_{name}_URL is missing; it says where people reach it."
NO_KEY = "The master key is missing ({file} is not there and WEERKLANK_MASTER_KEY is not set)."
NOT_MET = "The bot has not run on this database yet, so nobody can be sent to it; start `weerklank run` first."


async def serve_console(settings: Settings) -> None:
    """Serve facilitators until asked to stop. Raises StartError, SettingsError, StorageUnavailable."""
    address = _address(settings.console_url, "CONSOLE")
    async with _store(settings.database_of(settings.console_database_url), Closed()) as store:
        desk = Desk(make_world(settings, store, SystemClock(), None), address, await _bot(store))
        await _serve(console.make_app(desk), settings.console_listen, address)


async def serve_page(settings: Settings) -> None:
    """Serve leaders until asked to stop. Raises StartError, SettingsError, StorageUnavailable."""
    address = _address(settings.page_url, "PAGE")
    if settings.bot_token is None:  # it proves what Telegram signed
        raise StartError(NO_TOKEN)
    key = keys.find(settings)
    if isinstance(key, keys.Absent):
        raise StartError(NO_KEY.format(file=key.file))
    async with _store(settings.database_of(settings.page_database_url), Vault(key.secret)) as store:
        if await unlock.look(store) != "right":
            raise StartError(WRONG.format(source=key.source))
        studio = ProcessStudio(library(), workers=1)
        try:
            desk = Desk(make_world(settings, store, SystemClock(), studio), address, await _bot(store), "page")
            app = mine.make_app(desk, settings.bot_token.get_secret_value())
            await _serve(app, settings.page_listen, address)
        finally:
            studio.close()


def _address(url: str, name: str) -> str:
    if not url:
        raise StartError(NO_ADDRESS.format(name=name))
    return url


@asynccontextmanager
async def _store(address: str, vault: Vault) -> AsyncIterator[Store]:
    if not await asyncio.to_thread(migrate.is_current, address):
        raise StartError(OLD_TABLES)
    store = open_store(address, vault)
    try:
        yield store
    finally:
        await store.close()


async def _bot(store: Store) -> str:
    """The name of the bot, as it told itself: so that the console needs no token either."""
    name = await known.bot(store)
    if not name:
        raise StartError(NOT_MET)
    return name


async def _serve(app: Starlette, listen: str, address: str) -> None:
    try:
        opened = webhook.listen(listen)
    except OSError as error:
        raise StartError(f"Nothing can listen at {listen} ({os.strerror(error.errno or 0)}).") from None
    stop, loop = Stop(), asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.ask)
    log.info("serving", name=address)
    await webhook.serve(app, opened, stop)
    log.info("stopped")
