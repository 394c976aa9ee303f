"""Who opened the Mini App, as Telegram signed it: pure, and strict about every byte.

https://core.telegram.org/bots/webapps#validating-data-received-via-the-mini-app
"""

import hashlib
import hmac
import json
from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qsl

AGE = timedelta(hours=1)  # older data may have been copied from somewhere
AHEAD = timedelta(seconds=60)  # by so much clocks may differ
LONGEST = 8 * 1024  # characters; Telegram's own are far shorter


def user_of(init_data: str, bot_token: str, now: datetime) -> int | None:
    """The Telegram id of who opened it; None when it is changed, double, of another bot, old or of tomorrow."""
    fields = _fields(init_data)
    if fields is None:
        return None
    given = fields.pop("hash", "")
    if not hmac.compare_digest(_signed(fields, bot_token).encode(), given.encode("utf-8", "replace")):
        return None
    return _user(fields.get("user", "")) if _is_fresh(fields.get("auth_date", ""), now) else None


def _fields(init_data: str) -> dict[str, str] | None:
    if not 0 < len(init_data) <= LONGEST:
        return None
    try:
        pairs = parse_qsl(init_data, keep_blank_values=True, strict_parsing=True, errors="strict", max_num_fields=40)
    except ValueError:
        return None
    fields = dict(pairs)
    return fields if len(fields) == len(pairs) else None


def _signed(fields: dict[str, str], bot_token: str) -> str:
    told = "\n".join(f"{name}={fields[name]}" for name in sorted(fields))
    secret = hmac.digest(b"WebAppData", bot_token.encode(), hashlib.sha256)
    return hmac.digest(secret, told.encode("utf-8", "surrogatepass"), hashlib.sha256).hex()


def _is_fresh(auth_date: str, now: datetime) -> bool:
    if not (auth_date.isascii() and auth_date.isdigit() and len(auth_date) <= 10):
        return False
    at = datetime.fromtimestamp(int(auth_date), UTC)
    return now - AGE <= at <= now + AHEAD


def _user(text: str) -> int | None:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return None
    number = found.get("id") if isinstance(found, dict) else None
    return number if type(number) is int and number > 0 else None
