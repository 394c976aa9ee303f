"""Telegram as this machine reaches it: the token, the way updates come, and whether our clock agrees with theirs."""

from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any

from bot.api import Answer, Api, Done, plain
from bot.doctor.check import Check, good, note, wrong
from bot.settings import Settings
from bot.webhook import PATH
from bot.wire import Patience, Reply, Wire

SKEW = 30.0  # seconds between our clock and Telegram's
SHORT = Patience(connect=5.0, read=10.0, total=15.0)


async def check_telegram(settings: Settings, now: Callable[[], datetime]) -> list[Check]:
    """Look at all three; without a token there is nothing to ask."""
    if settings.bot_token is None:
        return []
    wire = Wire(trust_env=settings.public)
    api = Api(wire, settings.api_url, settings.bot_token.get_secret_value())
    try:
        known = await api.call("getMe", {}, read_seconds=10)
        if not isinstance(known, Done):
            return [wrong("telegram", f"{plain(known)}.")]
        hooked = await api.call("getWebhookInfo", {}, read_seconds=10)
        clock = check_clock(await wire.send("GET", settings.api_url + "/", None, SHORT), now())
        return [good("telegram", f"@{known.result.get('username')}"), *check_way(settings, hooked), *clock]
    finally:
        await wire.close()


def check_way(settings: Settings, answer: Answer) -> Iterator[Check]:
    """Compare the way we expect updates with the way Telegram sends them."""
    info: Mapping[str, Any] = answer.result if isinstance(answer, Done) else {}
    there = str(info.get("url", ""))
    if settings.mode == "polling" and there:
        yield wrong("updates", "The bot fetches its updates, but a webhook is set too; `weerklank run` takes it away.")
    elif settings.mode == "webhook" and there != f"{settings.public_url}{PATH}":
        yield wrong("updates", "The webhook at Telegram is not ours; `weerklank run` sets it.")
    else:
        yield good("updates", f"by {settings.mode}")
    if info.get("last_error_date"):
        yield note("updates", "Telegram had trouble reaching the webhook lately.")
    if info.get("pending_update_count"):
        yield note("updates", f"{info['pending_update_count']} updates wait at Telegram.")


def check_clock(fate: object, now: datetime) -> Iterator[Check]:
    """Compare the machine's clock with the date that Telegram's server gives."""
    theirs = _date(fate.date) if isinstance(fate, Reply) else None
    if theirs is None:
        return
    apart = abs((now - theirs).total_seconds())
    if apart > SKEW:
        yield wrong("clock", f"This machine's clock and Telegram's are {apart:.0f} seconds apart.")
    else:
        yield good("clock", "agrees with Telegram's")


def _date(header: str) -> datetime | None:
    try:
        return parsedate_to_datetime(header).astimezone(UTC)
    except ValueError:
        return None
