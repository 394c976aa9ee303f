"""Seeing: what the writer saw or heard another do, as in "I saw the director close her folder"."""

from dialogues.language.hearing import NEGATIONS, vocabulary
from dialogues.language.words import Word
from dialogues.model import Language
from dialogues.reading.clauses import Clause, Reading
from dialogues.reading.forms import infinitive
from dialogues.reading.subjects import named_other

_PERCEIVING = vocabulary("verbs", "perceiving")
_ACTS = vocabulary("verbs", "reactions") | vocabulary("markers", "bare verbs en")
_FAR = 4  # words between the verb and the name of who is seen: "I saw our new finance director"
_NEXT = 2  # words after that name within which the act stands


def seen_doing(reading: Reading, clause: Clause, language: Language) -> bool:
    """Whether the writer perceives somebody else in the act: "ik hoorde hem zuchten", not "I saw him on Monday"."""
    if clause.whose != "own" or reading.heard.says(clause.numbers, NEGATIONS):
        return False
    return any(
        reading.heard.words[number].plain in _PERCEIVING and _acting(reading, clause, number + 1, language)
        for number in clause.numbers
    )


def _acting(reading: Reading, clause: Clause, start: int, language: Language) -> bool:
    """Whether from `start` somebody is named, and does something after that."""
    stop = clause.numbers.stop
    named = [each for each in range(start, min(start + _FAR, stop)) if named_other(reading.heard, each, start)]
    if not named:
        return False
    if language == "nl":
        return any(infinitive(word) for word in reading.words(range(named[0] + 1, stop))[-1:])
    return any(_bare(word) for word in reading.words(range(named[0] + 1, min(named[0] + 1 + _NEXT, stop))))


def _bare(word: Word) -> bool:
    return word.plain in _ACTS or (word.plain.endswith("ing") and not word.forms.isdisjoint(_ACTS))
