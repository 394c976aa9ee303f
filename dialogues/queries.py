"""What a leader asks or says to the bot itself instead of answering: a short message that can be nothing else.

A pattern must match the whole message, so that an answer which only contains such words stays an answer.
"""

import re
from functools import cache
from typing import Literal

from dialogues import lexicon
from dialogues.words import fold

Query = Literal["unclear", "reader", "next", "thanks", "fine"]

QUERIES: tuple[Query, ...] = ("unclear", "reader", "next", "thanks", "fine")
LONGEST = 12  # words; whoever writes more is telling something
_SMILES = re.compile(
    "[\U0001f44d\U0001f44c\U0001f64f\U0001f64c\U0001f44f\U0001f91d\u2705\u2714\u2764\U0001f600-\U0001f60e\U0001f642"
    "\U0001f917\ufe0f\u200d\U0001f3fb-\U0001f3ff\\s]+"
)
_NAMED = re.compile(r"<(\w+)>")


def meant(text: str) -> Query | None:
    """What the whole message asks or says to the bot; None when it may be an answer."""
    if text.strip() and _SMILES.fullmatch(text):
        return "fine"
    if "?" in text and not text.strip("? "):
        return "unclear"
    plain = _plain(text)
    return next((query for query in QUERIES if _pattern(query).fullmatch(plain)), None) if plain else None


def nothing_to_tell(text: str) -> bool:
    """Does it say no more than that there was nothing, or that the writer was ill or away, or both?"""
    plain = _plain(text)
    nothing, away = _pattern("nothing").pattern, _pattern("away").pattern
    orders = (nothing, away, f"{nothing} {away}", f"{away} (?:dus |so |en |and )?{nothing}")
    return any(re.fullmatch(order, plain) for order in orders)


def _plain(text: str) -> str:
    """Small letters without accents and signs; nothing when it is long."""
    plain = " ".join(re.sub(r"[^\w' ]+", " ", fold(text)).split())
    return plain if len(plain.split()) <= LONGEST else ""


@cache
def _pattern(section: str) -> re.Pattern[str]:
    """One pattern of all in a section, with what it names filled in."""
    known = "|".join(f"(?:{line})" for line in lexicon.words("queries", section))
    return re.compile(f"(?:{_NAMED.sub(lambda name: _pattern(name[1]).pattern, known)})")
