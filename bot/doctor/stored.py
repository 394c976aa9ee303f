"""The database, its key, and what waits in it."""

import asyncio
import stat
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from pathlib import Path

from bot import keys
from bot.doctor.check import Check, good, note, wrong
from bot.opening import OLD_TABLES, OVER_DATA, WRONG
from bot.settings import Settings, SettingsError
from journeys.checkup import Checkup, check_up
from journeys.unlock import is_untouched, look
from storage import migrate
from storage.faults import StorageUnavailable
from storage.health import LookBacks
from storage.session import open_store
from storage.vault import Vault

SLOW = timedelta(minutes=2)  # a healthy bot handles and sends sooner
Found = tuple[list[Check], Checkup | None]


async def check_stored(settings: Settings, now: datetime) -> Found:
    """Look at tables, key and queues, as far as they can be reached."""
    try:
        return await _tables(settings, now)
    except StorageUnavailable as error:
        return [wrong("database", str(error))], None
    except SettingsError as error:
        return [wrong("key", " ".join(error.problems))], None


async def _tables(settings: Settings, now: datetime) -> Found:
    revision = await asyncio.to_thread(migrate.current, settings.database)
    if revision is None:
        return [note("database", "not made yet; `weerklank run` makes it")], None
    if revision != migrate.head():
        return [wrong("database", OLD_TABLES)], None
    checks, checkup = await _key(settings, now)
    return [good("database", "reachable, with the tables of this version"), *checks], checkup


async def _key(settings: Settings, now: datetime) -> Found:
    match keys.find(settings):
        case keys.Found() as found:
            return await _opened(settings, found, now)
        case keys.Absent(file):
            if await is_untouched(settings.database):
                return [note("key", "none yet; `weerklank run` makes one")], None
            return [wrong("key", OVER_DATA.format(file=file))], None


async def _opened(settings: Settings, key: keys.Found, now: datetime) -> Found:
    store = open_store(settings.database, Vault(key.secret))
    try:
        if await look(store) == "wrong":
            return [wrong("key", WRONG.format(source=key.source))], None
        checkup = await check_up(store, now)
    finally:
        await store.close()
    return [_kept(key), *queues(checkup, now), look_backs(checkup.look_backs)], checkup


def _kept(key: keys.Found) -> Check:
    file = Path(key.source)
    if file.exists() and stat.S_IMODE(file.stat().st_mode) & 0o077:
        return wrong("key", f"Others on this machine may read {file}; its mode should be 0600.")
    return good("key", "right")


def queues(checkup: Checkup, now: datetime) -> Iterator[Check]:
    """Judge what waits, what was set aside, and what is in doubt, each message by its number."""
    inbox, outbox = checkup.health.inbox, checkup.health.outbox
    yield good("inbox", _counts(inbox))
    if inbox.get("parked"):
        yield note("inbox", f"{inbox['parked']} updates could not be handled and were set aside for a week.")
    if _late(checkup.health.oldest_waiting, now):
        yield wrong("inbox", "Updates have been waiting for minutes; is `weerklank run` running?")
    yield good("outbox", _counts(outbox))
    for each in checkup.in_doubt:
        yield note("outbox", f"Message {each.id} ({each.kind}, {each.screen}) may or may not have arrived.")
    if outbox.get("refused"):
        yield note("outbox", f"{outbox['refused']} messages were refused by Telegram.")
    if _late(checkup.health.oldest_planned, now):
        yield wrong("outbox", "Messages have been waiting for minutes; is `weerklank run` running?")


def look_backs(found: LookBacks) -> Check:
    """How far the look backs of this month are."""
    words = f"this month {found.made} made, {found.on_their_way} on their way, {found.delivered} delivered"
    return good("look backs", f"{words}; {found.due} due")


def _counts(rows: Mapping[str, int]) -> str:
    return ", ".join(f"{count} {state}" for state, count in sorted(rows.items())) or "empty"


def _late(oldest: datetime | None, now: datetime) -> bool:
    return oldest is not None and now - oldest > SLOW
