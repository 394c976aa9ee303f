"""Words without a thought in them: said to the bot, or no more than a mood, an absence, a score or a slip of the tap.

Read by what every word of it is: one word more, as a cause or somebody else, and it may be a thought.
"""

from collections.abc import Sequence

from dialogues.answers import brushing
from dialogues.language.hearing import SELF, vocabulary
from dialogues.language.numerals import IN, MARKS
from dialogues.language.words import tokens
from dialogues.model import Marker
from dialogues.reading import towards

_SAID: frozenset[Marker] = frozenset({"pattern", "effect"})
_BOTS = frozenset[str]().union(*(vocabulary("telling", each) for each in ("of the bot", "deeds", "orders")))
_ABOUT = _BOTS | vocabulary("quotes", "about the bot")
_ASKED = _ABOUT | vocabulary("telling", "around") | vocabulary("telling", "polite")
_PLAINLY = _ABOUT - vocabulary("quotes", "not of the bot alone")
_TO, _ASKING, _WHY = (vocabulary("quotes", each) for each in ("to the bot", "asking", "asks why"))
_MOOD, _ABSENT, _SLIP = (vocabulary("quotes", each) for each in ("mood", "absent", "slip"))
_AROUND = vocabulary("quotes", "around no thought")
_NUMBERS = (frozenset(MARKS) | frozenset(IN["nl"]) | frozenset(IN["en"])) - {"een", "one"}
_BUTTON = frozenset({"button", "knop", "knopje"})
_INTO = frozenset({"in", "naar", "to"})  # before a place that no list knows


def thoughtless(text: str, held: frozenset[Marker]) -> bool:
    """Is there nothing to give back in this sentence, in which the markers `held` are heard?

    A pattern, an effect or what is done to somebody is always a thought.
    """
    words = tokens(text)
    if not words or brushing.brushes(text):
        return True
    if not held.isdisjoint(_SAID) or towards.another(text):
        return False
    said = [word.plain for word in words if not word.plain.isdigit()]
    scored = len(said) < len(words) or not _NUMBERS.isdisjoint(said)
    return _to_the_bot(said) or _only_how(said, scored=scored)


def _to_the_bot(said: Sequence[str]) -> bool:
    """Is it a question, an order or a wish of which every word is about the bot? "Why do I" asks oneself."""
    plain = [word for word in said if word in _ASKED or word not in _AROUND]
    if not plain or plain[0] not in _ASKING or not _ASKED.issuperset(plain):
        return False
    if not _WHY.isdisjoint(plain) and not SELF.isdisjoint(plain):
        return False
    return not _PLAINLY.isdisjoint(plain) or (not _ABOUT.isdisjoint(plain) and not _TO.isdisjoint(plain))


def _only_how(said: Sequence[str], *, scored: bool) -> bool:
    """Is every word of a mood, of being away, or of a score, or does it stand around these?"""
    slips = scored or not _BUTTON.isdisjoint(said)
    own = _MOOD | _ABSENT | (_SLIP | _NUMBERS if slips else frozenset())
    named = not _ABSENT.isdisjoint(said) and not _INTO.isdisjoint(said[-2:-1])
    return (slips or not own.isdisjoint(said)) and (own | _AROUND).issuperset(said[:-1] if named else said)
