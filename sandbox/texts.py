"""Lengths and cleaning of texts as Telegram counts and cleans them: UTF-16 units, control characters, outer blanks."""

import re
from typing import Any

Json = dict[str, Any]

_CONTROL = re.compile(r"[\x00-\x09\x0b\x0c\x0e-\x20]")
_DROPPED = re.compile(r"[\r\u2028-\u202e]")  # Telegram removes carriage returns and direction overrides
BLANK = " \n\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u202f\u205f\u3000"


def units(text: str) -> int:
    """The length of a text in UTF-16 code units, the unit of Telegram's offsets."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2


def clean(text: str) -> str:
    """Control characters become blanks, carriage returns and direction overrides go."""
    return _CONTROL.sub(" ", _DROPPED.sub("", text))


def trim(text: str, entities: list[Json]) -> tuple[str, list[Json]]:
    """The text without blanks at both ends, its entities moved and cut along; those left without text are gone."""
    lead = units(text) - units(text.lstrip(BLANK))
    bare = text.strip(BLANK)
    if not entities:
        return bare, entities
    return bare, [moved for entity in entities if (moved := _cut(entity, lead, units(bare))) is not None]


def _cut(entity: Json, lead: int, total: int) -> Json | None:
    start = max(entity["offset"] - lead, 0)
    end = min(entity["offset"] + entity["length"] - lead, total)
    return {**entity, "offset": start, "length": end - start} if end > start else None
