"""Methods by which a bot receives: getUpdates, webhooks, answering a press, fetching a file."""

import re
import time
from typing import Any
from urllib.parse import urlsplit

from sandbox.calls import Call
from sandbox.errors import bad_request, not_played
from sandbox.keyboards import LOOPBACK
from sandbox.media import LARGEST_DOWNLOAD, MEGABYTE
from sandbox.texts import units
from sandbox.webhook import Webhook

Json = dict[str, Any]

SECRET = re.compile(r"[A-Za-z0-9_-]{0,256}")
LONGEST_POLL, LONGEST_ANSWER = 50, 200
STALE_QUERY = "query is too old and response timeout expired or query ID is invalid"


async def get_updates(call: Call) -> list[Json]:
    """Waits for updates; confirms all before `offset`."""
    params = call.params
    limit = min(max(params.get("limit", 100), 1), 100)
    call.bot.updates.allow(params.get("allowed_updates"))
    timeout = min(max(params.get("timeout", 0), 0), LONGEST_POLL)
    return await call.bot.updates.fetch(params.get("offset", 0), limit, timeout)


async def set_webhook(call: Call) -> bool:
    """Registers a webhook; an empty address removes it."""
    params = call.params
    if not params["url"]:
        return await delete_webhook(call)
    if "certificate" in params:
        raise not_played("webhook certificates")
    _check_address(params["url"])
    if not SECRET.fullmatch(params.get("secret_token", "")):
        raise bad_request("secret token contains unallowed characters")
    call.bot.updates.allow(params.get("allowed_updates"))
    connections = min(max(params.get("max_connections", 40), 1), 100)
    await _register(call, Webhook(params["url"], params.get("secret_token", ""), connections))
    return True


def _check_address(url: str) -> None:
    address = urlsplit(url)
    if address.scheme not in {"http", "https"} or not address.hostname:
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    if address.hostname not in LOOPBACK:
        raise bad_request("bad webhook: the local Telegram reaches addresses of this machine only")


async def delete_webhook(call: Call) -> bool:
    """Goes back to getUpdates."""
    await _register(call, None)
    return True


async def _register(call: Call, webhook: Webhook | None) -> None:
    if call.params.get("drop_pending_updates"):
        call.bot.updates.drop()
    await call.telegram.register_webhook(call.bot, webhook)


def get_webhook_info(call: Call) -> Json:
    """Where updates go and how many wait."""
    updates, webhook = call.bot.updates, call.bot.webhook
    updates.expire()
    info: Json = {"url": "", "has_custom_certificate": False, "pending_update_count": len(updates.pending)}
    if webhook is None:
        return info
    info |= {"url": webhook.url, "max_connections": webhook.max_connections}
    info["allowed_updates"] = sorted(updates.allowed)
    if webhook.last_error_date is not None:
        info |= {"last_error_date": webhook.last_error_date, "last_error_message": webhook.last_error_message}
    return info


def answer_callback_query(call: Call) -> bool:
    """Answers a press; refused when it is too old, unknown, or the text has more than 200 units."""
    query = call.bot.queries.get(call.params["callback_query_id"])
    if query is None or time.monotonic() - query.pressed_at > call.telegram.options.callback_seconds:
        raise bad_request(STALE_QUERY)
    text = call.params.get("text", "")
    if units(text) > LONGEST_ANSWER:
        raise bad_request("MESSAGE_TOO_LONG")
    answer = {"query_id": query.id, "text": text, "show_alert": bool(call.params.get("show_alert"))}
    query.chat.note("callback_answer", answer)
    return True


def get_file(call: Call) -> Json:
    """Where to download a file of at most 20 MB."""
    file = call.telegram.files.get(call.params["file_id"])
    if file is None:
        raise bad_request("invalid file_id")
    if len(file.data) > LARGEST_DOWNLOAD:
        raise bad_request(f"file is too big: downloads have at most {LARGEST_DOWNLOAD // MEGABYTE} MB")
    size = len(file.data)
    return {"file_id": file.id, "file_unique_id": file.unique_id, "file_size": size, "file_path": file.path}
