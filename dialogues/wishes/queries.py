"""What a leader asks or says to the bot itself instead of answering: a short message that can be nothing else.

A pattern must match the whole message, so that an answer which only contains such words stays an answer.
"""

import re
from functools import cache
from typing import Literal

from dialogues import lexicon
from dialogues.answers import brushing
from dialogues.language.words import fold

Query = Literal[
    "unclear", "reader", "self", "human", "lasting", "long", "late", "skip", "other", "change", "next", "thanks",
    "fine", "excused",
]  # fmt: skip

QUERIES: tuple[Query, ...] = ("human", "unclear", "self", "reader", "long", "skip", "other", "next", "thanks", "fine")
Onward = Literal["next", "light", "stop"]
ONWARD: tuple[Onward, ...] = ("next", "light", "stop")
LONGEST = 12  # words; whoever writes more is telling something
BARE = 2  # words: "too late" alone may be what happened
QUESTIONED = 20  # words; who asks the bot something of its own asks briefly
ASKED = 40  # words; so many when each sentence asks the bot what it means
_SENTENCE = re.compile(r"[^.!?\n]+[.!?]*")
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
    if "?" in text and _pattern("lasting").fullmatch(_plain(text, QUESTIONED)):
        return "lasting"
    if ("?" in text or len(text.split()) > BARE) and _pattern("late").fullmatch(_plain(text)):
        return "late"
    if brushing.told(text) == "excuse":
        return "excused"
    plain = _plain(text)
    known = next((query for query in QUERIES if _pattern(query).fullmatch(plain)), None) if plain else None
    return known or _asked(text)


def asks(text: str) -> bool:
    """May each of its few sentences be a question to the bot, as they speak to it or of what it asks and keeps?"""
    said = [sentence for sentence in _SENTENCE.findall(text) if _pattern("opener").fullmatch(_plain(sentence)) is None]
    return bool(said) and len(text.split()) <= QUESTIONED and all(_addressed(sentence) for sentence in said)


def wants_a_question(asked: str) -> bool:
    """Does what was asked invite to a question, or to what one would say to somebody?"""
    return _pattern("invites a question").search(fold(asked)) is not None


def names_a_question(text: str) -> bool:
    """Is a question or asking named in it?"""
    return re.search(r"\b(?:vra[ag]\w*|gevraagd|questions?|ask\w*)\b", fold(text)) is not None


def different(text: str) -> bool:
    """Does it ask for another one or something else, without saying that a question is meant?"""
    return _pattern("different").fullmatch(_plain(text)) is not None


def greets(text: str) -> bool:
    """Is it no more than a greeting, or whether anybody is there?"""
    return _pattern("hello").fullmatch(_plain(text)) is not None


def wants_the_next(text: str) -> bool:
    """Does it ask for no more than the next one?"""
    return _pattern("the next").fullmatch(_plain(text)) is not None


def complains(text: str) -> bool:
    """Does it say no more than that the question is a bad one?"""
    return _pattern("complaint").fullmatch(_plain(text)) is not None


def _addressed(sentence: str) -> bool:
    return "?" in sentence and _pattern("addressed").fullmatch(_plain(sentence)) is not None


def other_tongue(text: str) -> bool:
    """Does the whole message ask for another language, without saying which?"""
    return _pattern("tongue").fullmatch(_plain(text)) is not None


def mistaken(text: str) -> bool:
    """Does it say no more than that something was a mistake, or is not real?"""
    return _pattern("mistaken").fullmatch(_plain(text)) is not None


def settled(text: str) -> bool:
    """Does it say no more than that a choice is made, as in "done"?"""
    return _pattern("settled").fullmatch(_plain(text)) is not None


def begins(text: str) -> bool:
    """Does it say no more than that it may begin?"""
    return _pattern("begins").fullmatch(_plain(text)) is not None


def onward(text: str) -> Onward | None:
    """How the whole message asks to go on when a programme has ended: with another, once a month, or not at all."""
    plain = _plain(text)
    return next((way for way in ONWARD if _pattern(f"onward {way}").fullmatch(plain)), None)


def declined(text: str) -> bool:
    """Does it say no more than that what was asked for is let go of?"""
    return _pattern("declined").fullmatch(_plain(text)) is not None


def lets_be(text: str) -> bool:
    """Does it say no more than "never mind"?"""
    return _pattern("never mind").fullmatch(_plain(text)) is not None


def resumes(text: str) -> bool:
    """Does it say no more than that the writer is back, or that the questions may come again?"""
    return _pattern("resume").fullmatch(_plain(text)) is not None


def nothing_to_tell(text: str) -> bool:
    """Does it say no more than that there was nothing, or that the writer was ill or away, or both?"""
    if brushing.told(text) == "ill":
        return True
    plain = _plain(text)
    nothing, away = _pattern("nothing").pattern, _pattern("away").pattern
    orders = (nothing, away, f"{nothing} {away}", f"{away} (?:dus |so |en |and )?{nothing}")
    return any(re.fullmatch(order, plain) for order in orders)


def was_away(text: str) -> bool:
    """Does it say no more than that the writer was ill or away?"""
    return brushing.told(text) == "ill" or _pattern("away").fullmatch(_plain(text)) is not None


def no_answer(text: str) -> bool:
    """Does each of its sentences say no more than that the writer does not know, wants help or leaves it?"""
    said = [sentence for sentence in _SENTENCE.findall(text) if re.search(r"\w", sentence)]
    return _unknowing(text) or all(_unknowing(sentence) for sentence in said)


def _unknowing(sentence: str) -> bool:
    known = any(_pattern(section).fullmatch(_plain(sentence)) for section in ("unknowing", "opener", "declined"))
    return known or meant(sentence) is not None


def _asked(text: str) -> Query | None:
    """What a question to the bot asks that may have other words beside it, each sentence of them to the bot as well."""
    if text.rstrip().endswith("?") and _pattern("change").fullmatch(_plain(text, ASKED)):
        return "change"
    said = [sentence for sentence in _SENTENCE.findall(text) if _pattern("opener").fullmatch(_plain(sentence)) is None]
    short = said and _plain(text, ASKED)
    return "unclear" if short and all(_puzzled(sentence) for sentence in said) else None


def _puzzled(sentence: str) -> bool:
    plain = _plain(sentence, ASKED)
    return not plain or _pattern("asking" if "?" in sentence else "puzzled").fullmatch(plain) is not None


def _plain(text: str, longest: int = LONGEST) -> str:
    """Small letters without accents and signs; nothing when it is long."""
    plain = " ".join(re.sub(r"[^\w' ]+", " ", fold(text)).split())
    return plain if len(plain.split()) <= longest else ""


@cache
def _pattern(section: str) -> re.Pattern[str]:
    """One pattern of all in a section, with what it names filled in."""
    known = "|".join(f"(?:{line})" for line in lexicon.words("queries", section))
    return re.compile(f"(?:{_NAMED.sub(lambda name: _pattern(name[1]).pattern, known)})")
