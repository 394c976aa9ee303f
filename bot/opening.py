"""Opening the database: the right tables and the right key, or a plain refusal before anything is touched."""

import asyncio
from dataclasses import dataclass
from pathlib import Path

from bot import keys
from bot.settings import Settings
from journeys.unlock import is_untouched, unlock
from storage import migrate
from storage.session import Store, open_store
from storage.vault import Vault

OVER_DATA = (
    "The database holds data, but its master key is missing ({file} is not there and WEERKLANK_MASTER_KEY is not set). "
    "Bring the key back; a new one could not read what is stored."
)
WRONG = "The master key ({source}) is not the one this database was made with."
OLD_TABLES = "The database does not have the tables of this version; run `weerklank migrate` first."


class StartError(Exception):
    """The program cannot start; the words are one plain sentence for the operator."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A store that is ready, and the key file if one has just been made."""

    store: Store
    new_key: Path | None = None


async def open_database(settings: Settings) -> Opened:
    """Open the store that the settings name; an empty database gets its tables, an older one on SQLite is upgraded.

    Raises StartError, SettingsError or StorageUnavailable.
    """
    settings.data.mkdir(parents=True, exist_ok=True, mode=0o700)
    if await asyncio.to_thread(migrate.current, settings.database) is None:
        await asyncio.to_thread(migrate.upgrade, settings.database)
    key, new_key = await _key(settings)
    store = open_store(settings.database, Vault(key.secret))
    try:
        await _fit(settings, store, key.source)
    except BaseException:
        await store.close()
        raise
    return Opened(store, new_key)


async def _key(settings: Settings) -> tuple[keys.Found, Path | None]:
    match keys.find(settings):
        case keys.Found() as found:
            return found, None
        case keys.Absent(file):
            if not await is_untouched(settings.database):
                raise StartError(OVER_DATA.format(file=file))
            return keys.make(file), file


async def _fit(settings: Settings, store: Store, source: str) -> None:
    if await unlock(store) == "wrong":
        raise StartError(WRONG.format(source=source))
    if await asyncio.to_thread(migrate.is_current, settings.database):
        return
    if store.dialect != "sqlite":  # others may be serving on it at this moment
        raise StartError(OLD_TABLES)
    await asyncio.to_thread(migrate.upgrade, settings.database)
