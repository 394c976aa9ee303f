"""Lengths and cleaning of texts as Telegram counts and cleans them: UTF-16 units, control characters, outer blanks."""

import re
from typing import Any

Json = dict[str, Any]

_CONTROL = re.compile(r"[\x00-\x09\x0b\x0c\x0e-\x20]")
_DROPPED = re.compile(r"[\r\u2028-\u202e\u030a\u0333\u033f]")  # TDLib removes direction overrides and line marks
_INVISIBLE = re.compile(r"[ \n\xa0\u1680\u180e\u2000-\u200f\u202f\u205f\u2800\u3000\ufeff\ufffc\U000e0000-\U000e007f]*")
_BLANK = " \n"  # what is left of other blanks after cleaning


def units(text: str) -> int:
    """The length of a text in UTF-16 code units, the unit of Telegram's offsets."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2


def clean(text: str) -> str:
    """Control characters become blanks; what could disturb other lines of the screen goes."""
    return _CONTROL.sub(" ", _DROPPED.sub("", text))


def trim(text: str, entities: list[Json]) -> tuple[str, list[Json]]:
    """The text without blanks at both ends, its entities moved and cut along; nothing when nothing is visible."""
    if _INVISIBLE.fullmatch(text):
        return "", []
    lead = units(text) - units(text.lstrip(_BLANK))
    bare = text.strip(_BLANK)
    if not entities:
        return bare, entities
    return bare, [moved for entity in entities if (moved := _cut(entity, lead, units(bare))) is not None]


def _cut(entity: Json, lead: int, total: int) -> Json | None:
    start = max(entity["offset"] - lead, 0)
    end = min(entity["offset"] + entity["length"] - lead, total)
    return {**entity, "offset": start, "length": end - start} if end > start else None
