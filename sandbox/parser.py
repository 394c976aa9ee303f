"""Telegram's own text parser (PyPI `tdjson`, the TDLib library), loaded when first needed; no network, no state."""

import importlib
import json
import re
from functools import lru_cache
from typing import Any

from sandbox.errors import bad_request, not_played
from sandbox.texts import clean, trim, units

Json = dict[str, Any]
Parsed = tuple[str, list[Json]]

MODES: dict[str, Json] = {
    "html": {"@type": "textParseModeHTML"},
    "markdown": {"@type": "textParseModeMarkdown", "version": 0},
    "markdownv2": {"@type": "textParseModeMarkdown", "version": 2},
}
KINDS = {  # TDLib's entity names where the Bot API has its own
    "block_quote": "blockquote",
    "expandable_block_quote": "expandable_blockquote",
    "email_address": "email",
    "mention_name": "text_mention",
    "pre_code": "pre",
    "text_url": "text_link",
}
DETAILS = ("url", "language", "custom_emoji_id", "unix_time")
OPAQUE = frozenset({"code", "pre", "text_link", "text_mention", "custom_emoji", "date_time"})
FALLBACK = re.compile(r"(?P<bot_command>(?<!\S)/[A-Za-z0-9_]{1,64}\b)|(?P<url>https?://[^\s]+)")


class ParserMissingError(RuntimeError):
    """The package `tdjson` cannot be loaded."""


@lru_cache(maxsize=1)
def _library() -> Any:
    try:
        library = importlib.import_module("tdjson")
    except ImportError as error:
        raise ParserMissingError("Telegram's text parser is missing: install the package tdjson") from error
    library.td_execute(json.dumps({"@type": "setLogVerbosityLevel", "new_verbosity_level": 0}).encode())
    return library


def require() -> None:
    """Raises ParserMissingError when texts cannot be parsed as Telegram does."""
    _library()


@lru_cache(maxsize=1)
def available() -> bool:
    """Whether texts can be parsed as Telegram does."""
    try:
        require()
    except ParserMissingError:
        return False
    return True


def _execute(request: Json) -> Json:
    answer = _library().td_execute(json.dumps(request).encode())
    return dict(json.loads(answer))


@lru_cache(maxsize=4096)
def _markup(text: str, mode: str) -> Json:
    return _execute({"@type": "parseTextEntities", "text": text, "parse_mode": MODES[mode]})


@lru_cache(maxsize=4096)
def _detected(text: str) -> tuple[Json, ...]:
    if not available():
        return tuple(_matched(text))
    return tuple(_entity(found) for found in _execute({"@type": "getTextEntities", "text": text})["entities"])


def _matched(text: str) -> list[Json]:
    """Commands and links without the library, so that the rest works without it."""
    return [
        {"type": found.lastgroup, "offset": units(text[: found.start()]), "length": units(found.group())}
        for found in FALLBACK.finditer(text)
    ]


def _entity(found: Json) -> Json:
    kind = found["type"]
    name = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", kind["@type"].removeprefix("textEntityType")).lower()
    details = {detail: kind[detail] for detail in DETAILS if kind.get(detail)}
    if "formatting_type" in kind:
        details["date_time_format"] = _date_format(kind["formatting_type"])
    return {"type": KINDS.get(name, name), "offset": found["offset"], "length": found["length"], **details}


def _date_format(kind: Json) -> str:
    """TDLib's description of a date back into the letters of `<tg-time>`: `wDT` is weekday, long date, long time."""
    if kind["@type"] == "dateTimeFormattingTypeRelative":
        return "r"
    letters = {"dateTimePartPrecisionNone": "", "dateTimePartPrecisionShort": "dt", "dateTimePartPrecisionLong": "DT"}
    date, time = (letters[kind[part]["@type"]] for part in ("date_precision", "time_precision"))
    return "w" * bool(kind["show_day_of_week"]) + date[:1] + time[1:]


def parse(text: str, mode: str) -> Parsed:
    """A text with markup -> its visible text and entities; raises BotError 400 with Telegram's own words."""
    if mode.lower() not in MODES:
        raise bad_request("unsupported parse_mode")
    if not available():
        raise not_played("parse_mode without the package tdjson")
    answer = _markup(clean(text), mode.lower())
    if answer["@type"] == "error":
        message = answer["message"]
        raise bad_request(message[0].lower() + message[1:])
    entities = [_entity(found) for found in answer["entities"]]
    return finish(answer["text"], [entity for entity in entities if entity["type"] != "text_mention"])


def finish(text: str, entities: list[Json]) -> Parsed:
    """Cleans and trims, and adds the commands, links and tags that Telegram finds by itself.

    Mentions by user id are left out, as Telegram does for users whom the bot may not mention.
    """
    text, entities = trim(clean(text), entities)
    walls = [entity for entity in entities if entity["type"] in OPAQUE]
    found = [entity for entity in _detected(text) if not any(_touch(entity, wall) for wall in walls)]
    if not found:
        return text, entities
    return text, sorted([*entities, *found], key=lambda entity: (entity["offset"], -entity["length"]))


def _touch(one: Json, other: Json) -> bool:
    return bool(one["offset"] < other["offset"] + other["length"] and other["offset"] < one["offset"] + one["length"])
