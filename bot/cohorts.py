"""Subscribing a group from the command line: what was typed becomes a cohort and an invite link."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from bot.api import Api, Done, plain
from bot.app import make_world
from bot.clock import SystemClock
from bot.opening import open_database
from bot.settings import Settings, SettingsError
from bot.wire import Wire
from dialogues.library import library
from dialogues.model import LANGUAGES, Language, Library
from journeys.guide import NewCohort, create_cohort

LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class Wish:
    """What was typed; `start` is empty or an ISO date."""

    name: str
    programme: str
    language: str = "nl"
    timezone: str = "Europe/Amsterdam"
    start: str = ""
    expires_days: int = 90
    max_uses: int = 500


@dataclass(frozen=True, slots=True)
class Made:
    """A cohort and its invite; `link` is empty while Telegram does not tell the bot's name, `why` says why."""

    id: int
    payload: str
    link: str
    why: str = ""

    def as_json(self) -> dict[str, Any]:
        """Give it for a program to read."""
        return {"id": self.id, "invite": self.link or None, "payload": self.payload, "note": self.why or None}

    def as_text(self) -> str:
        """Give it for a person to read."""
        link = self.link or f"no link, since {self.why}; https://t.me/<name of the bot>?start={self.payload} works"
        return f"Cohort {self.id}\nInvite: {link}\nPayload: {self.payload}"


def understood(wish: Wish, content: Library, today: date) -> NewCohort:
    """Check everything that was typed; raises SettingsError with all that is wrong."""
    problems = [*_problems(wish, content)]
    start = _date(wish.start)
    if wish.start and start is None:
        problems.append("--start must be a date such as 2026-03-02.")
    if problems:
        raise SettingsError(problems)
    language: Language = "nl" if wish.language == "nl" else "en"
    expires = max((start or today) - today, timedelta(0)) + timedelta(days=wish.expires_days)
    return NewCohort(wish.name.strip(), wish.programme, language, wish.timezone, start, expires, wish.max_uses)


def _problems(wish: Wish, content: Library) -> list[str]:
    found = []
    if not 1 <= len(wish.name.strip()) <= LONGEST_NAME:
        found.append(f"--name must have 1 to {LONGEST_NAME} characters.")
    if wish.programme not in content.programmes:
        found.append(f"--programme must be one of {', '.join(content.programmes)}.")
    if wish.language not in LANGUAGES:
        found.append(f"--language must be {' or '.join(LANGUAGES)}.")
    if not _is_zone(wish.timezone):
        found.append("--timezone must be a name such as Europe/Amsterdam.")
    return found


def _date(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _is_zone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (LookupError, ValueError, OSError):
        return False
    return True


async def create(settings: Settings, wish: Wish, now: datetime) -> Made:
    """Create it; raises SettingsError, StartError or StorageUnavailable."""
    new = understood(wish, library(), now.date())
    opened = await open_database(settings)
    try:
        world = make_world(settings, opened.store, SystemClock(), None)
        created = await create_cohort(world, new)
    finally:
        await opened.store.close()
    username, why = await _username(settings)
    link = f"https://t.me/{username}?start={created.payload}" if username else ""
    return Made(created.id, created.payload, link, why)


async def _username(settings: Settings) -> tuple[str, str]:
    if settings.bot_token is None:
        return "", "WEERKLANK_BOT_TOKEN is missing"
    wire = Wire(trust_env=settings.public)
    try:
        answer = await Api(wire, settings.api_url, settings.bot_token.get_secret_value()).call("getMe", {})
    finally:
        await wire.close()
    return (str(answer.result.get("username", "")), "") if isinstance(answer, Done) else ("", plain(answer))
