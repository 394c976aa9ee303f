"""Checks keyboards as Telegram does: sizes, labels, exactly one action per button, 1-64 bytes of callback data."""

from typing import Any
from urllib.parse import urlsplit

from sandbox.errors import bad_request, not_played

Json = dict[str, Any]

MOST_BUTTONS, MOST_IN_A_ROW = 100, 8
LOOKS = frozenset({"text", "icon_custom_emoji_id", "style"})
UNPLAYED = frozenset({"callback_game", "pay", "login_url"})
STYLES = frozenset({"", "primary", "success", "danger"})
LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})


def check_markup(markup: Json | None) -> None:
    """Raises BotError 400 for a keyboard that Telegram would refuse."""
    if markup is None:
        return
    rows: list[list[Json]] = markup.get("inline_keyboard") or markup.get("keyboard") or []
    if any(len(row) > MOST_IN_A_ROW for row in rows) or sum(len(row) for row in rows) > MOST_BUTTONS:
        raise bad_request("reply markup is too long")
    inline = "inline_keyboard" in markup
    for button in (button for row in rows for button in row):
        if not button["text"].strip():
            raise bad_request("can't parse keyboard button: text must be non-empty")
        if button.get("style", "") not in STYLES:
            raise bad_request("can't parse keyboard button: unknown button style specified")
        if inline:
            _check_inline(button)


def _check_inline(button: Json) -> None:
    actions = button.keys() - LOOKS
    if not actions:
        raise bad_request("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
    if len(actions) > 1:
        raise bad_request("can't parse inline keyboard button: only one action per button is allowed")
    for action in actions & UNPLAYED:
        raise not_played(f"{action} buttons")
    if "callback_data" in button and not 1 <= len(button["callback_data"].encode()) <= 64:
        raise bad_request("BUTTON_DATA_INVALID")
    if "url" in button and urlsplit(button["url"]).scheme not in {"http", "https", "tg"}:
        raise bad_request("BUTTON_URL_INVALID")
    if "web_app" in button:
        check_web_app(button["web_app"])


def check_web_app(web_app: Json) -> None:
    """A Mini App needs https; plain http passes on this machine."""
    address = urlsplit(web_app["url"])
    if address.scheme != "https" and not (address.scheme == "http" and address.hostname in LOOPBACK):
        raise bad_request("Web App URL is invalid: Only HTTPS links are allowed")


def for_message(markup: Json | None) -> Json:
    """What of a keyboard the Message itself carries: only inline ones, and no empty ones."""
    return {"reply_markup": markup} if markup and markup.get("inline_keyboard") else {}


def for_screen(markup: Json | None) -> Json:
    """What of a keyboard belongs to the user's screen instead: reply keyboards, their removal, an open reply field."""
    return {"keyboard": markup} if markup and "inline_keyboard" not in markup else {}
