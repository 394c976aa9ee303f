"""Intending: what the writer commits to do."""

from collections.abc import Collection, Iterator

from dialogues.hearing import NEGATIONS, SELF, phrases, vocabulary
from dialogues.model import Language
from dialogues.reading.clauses import Clause, Reading
from dialogues.reading.verbs import active, done, finite, infinitive, infinitives, main_verb, past, perfect
from dialogues.words import STOPS, Word

_COMMITS = {name: phrases("markers", f"commits {name}") for name in ("nl", "en")}
_NOT_MEANT = phrases("markers", "no commitment")
_FUTURE = phrases("markers", "future time")
_WEEKDAYS = vocabulary("markers", "weekdays")
_HABIT = vocabulary("markers", "habit")
_SIMPLE = vocabulary("markers", "simple verbs")
_PAST_PLAN = frozenset({"had", "was", "hadden", "waren", "nam", "did", "wilde", "planned", "intended"})


def intentions(reading: Reading, language: Language) -> Iterator[Clause]:
    """The clauses in which the writer commits to something."""
    words = reading.heard.words
    denied = {words[match.first].sentence for match in reading.heard.finds(_NOT_MEANT, 0)}
    promised = {reading.at(match.first).numbers for match in reading.heard.finds(_COMMITS[language], 1)}
    later = {words[match.first].sentence for match in reading.heard.finds(_FUTURE, 0)}
    later |= {word.sentence for word in words if word.plain in _WEEKDAYS}
    for clause in reading.clauses:
        open_to_it = clause.whose == "own" and clause.sentence not in denied and not _looks_back(reading, clause)
        if open_to_it and (clause.numbers in promised or _means(reading, clause, language, clause.sentence in later)):
            yield clause


def _means(reading: Reading, clause: Clause, language: Language, later: bool) -> bool:
    if _often(reading.words(clause.numbers)):
        return False
    return _means_nl(reading, clause, later) if language == "nl" else _means_en(reading, clause, later)


def _looks_back(reading: Reading, clause: Clause) -> bool:
    return reading.heard.says(clause.numbers, _PAST_PLAN)


def _means_nl(reading: Reading, clause: Clause, later: bool) -> bool:
    words = reading.words(clause.numbers)
    if any(past(word, "nl") for word in words):
        return False
    rest = [word for word in reading.words(reading.sentence(clause)) if word.start >= words[0].start]
    verbs = list(finite(reading, clause))
    going = any(word.plain in {"ga", "zal"} for word in verbs)
    wanting = any(word.plain == "wil" for word in verbs) and not _denies(words)
    planned = later and not any(perfect(word) for word in words) and any(map(_acts, verbs))
    return planned or ((going or wanting) and any(infinitive(word) for word in rest))


def _acts(verb: Word) -> bool:
    known = bool(infinitives(verb.forms, verb.plain)) and active(verb, "nl") and verb.plain not in STOPS
    return known or verb.plain in _SIMPLE


def _means_en(reading: Reading, clause: Clause, later: bool) -> bool:
    verb, helpers = main_verb(reading, clause)
    words = reading.words(clause.numbers)
    plain = {word.plain for word in words}
    if verb is None or not SELF & plain:
        return False
    going = {"going", "am"} <= helpers and "to" in plain
    will = bool(helpers & {"will", "shall"}) and not helpers & {"have", "been"}
    wanting = "want" in helpers and not _denies(words) and active(verb, "en")
    arranged = later and "am" in helpers and verb.plain.endswith("ing") and "going" not in helpers
    simply = later and not helpers and not past(verb, "en") and done(reading, clause, "en")
    return going or will or wanting or arranged or simply


def _often(words: Collection[Word]) -> bool:
    return any(word.plain in _HABIT for word in words)


def _denies(words: Collection[Word]) -> bool:
    return any(word.plain in NEGATIONS for word in words)
