"""A text as heard for safety: harmless expressions are listened past, unless something grave stands beside them."""

from dataclasses import replace

from dialogues.language.hearing import Hearing, hear, phrases, shelved, vocabulary

_DOSES = vocabulary("safety", "doses")
_GAP = 0  # words that may stand inside what undoes it
_SHORT = 16  # words: in a text no longer than this all belongs together


def listened(text: str) -> Hearing:
    """The words of a text; masked are those that mean nothing grave there, unlike in "I'll do it, with pills"."""
    heard = hear(text, shelved("safety", "harmless"))
    if not heard.masked:
        return heard
    kept = (number for number in heard.masked if not _undone(heard, _around(heard, number)))
    return replace(heard, masked=frozenset(kept))


def _around(heard: Hearing, number: int) -> range:
    """What belongs with a word: its sentence, or all of a short text."""
    return range(len(heard.words)) if len(heard.words) <= _SHORT else heard.sentence(number)


def _undone(heard: Hearing, around: range) -> bool:
    """Whether a means, a farewell or "for good" stands there unmasked, or much of a masked medicine: "all of it"."""
    dose = heard.holds(heard.masked.intersection(around), _DOSES)
    sections = ("undoes what is harmless", *(("much of it",) if dose else ()))
    return any(match.first in around for each in sections for match in heard.finds(phrases("safety", each), _GAP))
