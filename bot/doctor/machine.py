"""Settings, content, time zones and disk: what can be seen without the database or Telegram."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot.doctor.check import Check, good, note, wrong
from bot.settings import CONSENT, PREFIX, Settings, unknown
from dialogues.library import LibraryError, library

LEAST_DISK = 200 * 2**20  # bytes


def check_machine(settings: Settings) -> list[Check]:
    """Look at all four."""
    return [*_settings(settings), _library(), _zones(), _disk(settings.data)]


def _settings(settings: Settings) -> Iterator[Check]:
    yield from (note("settings", sentence) for sentence in unknown(os.environ))
    missing = [name for name in CONSENT if settings.public and not getattr(settings, name)]
    missing += [] if settings.bot_token else ["bot_token"]
    if missing:
        names = ", ".join(PREFIX + name.upper() for name in missing)
        yield wrong("settings", f"Missing for `weerklank run`: {names}.")
    else:
        yield good("settings", f"complete, {settings.mode} mode")


def _library() -> Check:
    try:
        known = library()
    except LibraryError as error:
        return wrong("library", f"{len(error.problems)} problems; `weerklank library check` lists them.")
    return good(
        "library", f"{len(known.questions)} questions, {len(known.dilemmas)} dilemmas and {len(known.cases)} cases"
    )


def _zones() -> Check:
    try:
        ZoneInfo("Europe/Amsterdam")
    except ZoneInfoNotFoundError:
        return wrong("time zones", "Time zone data is missing; install the package tzdata.")
    return good("time zones", "known")


def _disk(folder: Path) -> Check:
    place = next(path for path in (folder.absolute(), *folder.absolute().parents) if path.exists())
    free = shutil.disk_usage(place).free
    words = f"{free // 2**20} MB free"
    return good("disk", words) if free >= LEAST_DISK else wrong("disk", f"Only {words}; make room.")
