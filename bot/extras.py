"""What a newer Telegram shows and an older one refuses: taken out of a call, and not tried again in this process."""

import re
from collections.abc import Mapping
from typing import Any, Literal

Extra = Literal["times", "styles", "reply_field"]
Params = dict[str, Any]

NEWER = frozenset[Extra]({"times", "styles", "reply_field"})  # of Bot API 9.5, 9.4 and 10.3
TEXTS = ("text", "caption")
_TIME = re.compile(r"</?tg-time\b[^>]*>")  # what people write is escaped, so a tag is always one of ours
_ABOUT_TEXT = ("can't parse entities",)
_ABOUT_BUTTONS = ("button", "keyboard", "markup", "style", "force_reply")
_NO_COMPLAINT = "message is not modified"  # speaks of markup too


def used(params: Mapping[str, Any]) -> frozenset[Extra]:
    """The extras that a call holds."""
    markup = params.get("reply_markup", {})
    found: dict[Extra, bool] = {
        "times": any(_TIME.search(params.get(name, "")) for name in TEXTS),
        "styles": any("style" in button for row in markup.get("inline_keyboard", ()) for button in row),
        "reply_field": "force_reply" in markup,
    }
    return frozenset(extra for extra, there in found.items() if there)


def without(params: Params, extras: frozenset[Extra]) -> Params:
    """The same call with those extras left out: the same words, the same buttons."""
    if "times" in extras:
        params = params | {name: _TIME.sub("", params[name]) for name in TEXTS if name in params}
    markup = params.get("reply_markup")
    if markup is None or not extras & {"styles", "reply_field"}:
        return params
    if "reply_field" in extras:
        markup = {name: value for name, value in markup.items() if name != "force_reply"}
    if "styles" in extras:
        markup = markup | {"inline_keyboard": [[_plain(key) for key in row] for row in markup["inline_keyboard"]]}
    return params | {"reply_markup": markup}


def blamed(words: str, held: frozenset[Extra]) -> frozenset[Extra]:
    """Which of the extras a refusal (400) may be about; none when it speaks of something else."""
    said = words.lower()
    found: set[Extra] = set()
    if _NO_COMPLAINT in said:
        return frozenset()
    if any(sign in said for sign in _ABOUT_TEXT):
        found |= {"times"}
    if any(sign in said for sign in _ABOUT_BUTTONS):
        found |= {"styles", "reply_field"}
    return held & found


def _plain(button: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in button.items() if name != "style"}
