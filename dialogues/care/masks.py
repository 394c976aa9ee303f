"""A text as heard for safety: harmless expressions are listened past, unless something grave stands beside them."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from dialogues.language.hearing import Hearing, hear, phrases, shelved, vocabulary
from dialogues.language.matching import Match

_DOSES = vocabulary("safety", "doses")
_SPEAKING_UP = vocabulary("safety", "speaking up")
_GAP = 0  # words that may stand inside what undoes it
_BREAKS = frozenset({"dat", "die", "that", "when", "ik", "i", "wil", "want"})  # "er zijn dagen dat ik wil verdwijnen"
_SHORT = 16  # words: in a text no longer than this all belongs together


def listened(text: str) -> Hearing:
    """The words of a text; masked are those that mean nothing grave there, unlike in "I'll do it, with pills"."""
    heard = _spared(hear(text, shelved("safety", "harmless")))
    if not heard.masked:
        return heard
    kept = (number for number in heard.masked if not _undone(heard, _around(heard, number)))
    return replace(heard, masked=frozenset(kept))


def _spared(heard: Hearing) -> Hearing:
    """Listened past is also going away for a time that is named: "disappear into the forest for a weekend"."""
    left = chain(heard.finds(phrases("safety", "for a while")), stepped_back(heard))
    away = [match for match in left if not _broken(heard, match)]
    return replace(heard, masked=heard.masked.union(*(match.at for match in away))) if away else heard


def stepped_back(heard: Hearing) -> Iterator[Match]:
    """Where the writer is only away from a talk, so that others speak up: "als ik er niet bij ben durven ze meer"."""
    if heard.holds(range(len(heard.words)), _SPEAKING_UP):
        yield from replace(heard, masked=frozenset()).finds(phrases("safety", "stepped back"), _GAP)


def _broken(heard: Hearing, match: Match) -> bool:
    return heard.says(match.between(), _BREAKS) or match.last not in heard.sentence(match.first)


def _around(heard: Hearing, number: int) -> range:
    """What belongs with a word: its sentence, or all of a short text."""
    return range(len(heard.words)) if len(heard.words) <= _SHORT else heard.sentence(number)


def _undone(heard: Hearing, around: range) -> bool:
    """Whether a means, a farewell or "for good" stands there unmasked, or much of a masked medicine: "all of it"."""
    dose = heard.holds(heard.masked.intersection(around), _DOSES)
    sections = ("undoes what is harmless", *(("much of it",) if dose else ()))
    return any(match.first in around for each in sections for match in heard.finds(phrases("safety", each), _GAP))
