"""Views: what happened, what keeps happening, and what the writer came to see."""

from collections.abc import Iterator

from dialogues.language.hearing import OWN, vocabulary
from dialogues.model import Language
from dialogues.reading.clauses import Clause, Reading
from dialogues.reading.forms import past, perfect
from dialogues.reading.listing import listed

_THEN = listed("markers", "past time")
_DAYS = vocabulary("markers", "days")
_PATTERN = listed("markers", "pattern")
_LEARNING = listed("markers", "learning")
_CONTRAST = listed("markers", "contrast")
_IS = vocabulary("markers", "present be")
_US = frozenset({"we", "wij", "ons", "us", "our", "onze"})


def events(reading: Reading, language: Language) -> Iterator[Clause]:
    """The clauses that place something in time, or tell what somebody did."""
    then = {reading.heard.words[match.first].sentence for match in reading.finds(_THEN, 0)}
    for clause in reading.clauses:
        words = [reading.heard.words[number] for number in clause.numbers]
        timed = clause.sentence in then or reading.heard.says(reading.sentence(clause), _DAYS)
        told = any(past(word, language) or (language == "nl" and perfect(word)) for word in words)
        if told and (timed or clause.whose in {"other", "we"}):
            yield clause


def patterns(reading: Reading) -> Iterator[Clause]:
    """The clauses that recognise a repetition, with the writer in it."""
    for match in reading.finds(_PATTERN, 1):
        clause = reading.at(match.first)
        if reading.heard.says(reading.sentence(clause), OWN | _US):
            yield clause


def insights(reading: Reading, language: Language) -> Iterator[Clause]:
    """The clauses that say what the writer came to see: in so many words, or as a saying with two halves."""
    for match in reading.finds(_LEARNING, 1):
        yield reading.at(match.first)
    for match in reading.finds(_CONTRAST, 6):
        clause = reading.at(match.first)
        whole = reading.sentence(clause)
        words = [reading.heard.words[number] for number in whole]
        if reading.heard.says(whole, _IS) and not any(past(word, language) for word in words):
            yield clause
