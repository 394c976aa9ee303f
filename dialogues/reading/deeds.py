"""Deeds: what the writer did or left, what others did in answer, and what the writer means to do."""

from collections.abc import Collection, Iterator

from dialogues.hearing import NEGATIONS, SELF, phrases, vocabulary
from dialogues.model import Language
from dialogues.reading.clauses import Clause, Reading
from dialogues.reading.verbs import beside_self, done, infinitive, main_verb, past, perfect
from dialogues.words import STOPS, Word

_PART = {name: phrases("verbs", f"part {name}") for name in ("nl", "en")}
_REACTIONS = vocabulary("verbs", "reactions")
_CHANGED = vocabulary("verbs", "reaction adjectives")
_AIR = vocabulary("verbs", "atmosphere")
_LINKS = phrases("verbs", "links")
_ME = frozenset({"me", "mij"})
_UNREAL = frozenset({"zou", "zouden", "would", "might", "should", "moeten", "must"})
_COMMITS = {name: phrases("markers", f"commits {name}") for name in ("nl", "en")}
_NOT_MEANT = phrases("markers", "no commitment")
_FUTURE = phrases("markers", "future time")
_HABIT = vocabulary("markers", "habit")
_GOING = frozenset({"ga", "zal"})
_WANTING = frozenset({"wil"})
_PAST_PLAN = frozenset({"had", "was", "hadden", "waren", "nam", "did", "wilde", "planned", "intended"})


def own_deeds(reading: Reading, language: Language) -> Iterator[Clause]:
    """The clauses in which the writer does, says, chooses or leaves something."""
    parts = {reading.at(match.first).numbers for match in reading.heard.finds(_PART[language], 1)}
    planned = {clause.numbers for clause in intentions(reading, language)}
    for clause in reading.clauses:
        own = clause.whose == "own" and clause.numbers not in planned
        real = not reading.heard.says(clause.numbers, _UNREAL)
        if own and real and (clause.numbers in parts or done(reading, clause, language)):
            yield clause


def effects(reading: Reading, language: Language) -> Iterator[Clause]:
    """The clauses in which others react, after a deed of the writer's or towards the writer."""
    deeds = [clause.numbers.start for clause in reading.clauses if _moved(reading, clause, language)]
    links = {reading.heard.words[match.first].sentence for match in reading.heard.finds(_LINKS, 1)}
    for clause in reading.clauses:
        earlier = any(start < clause.numbers.start for start in deeds)
        towards = reading.heard.says(clause.numbers, _ME) or clause.sentence in links
        if (earlier or towards or _with_self(reading, clause)) and _reacts(reading, clause, language):
            yield clause


def intentions(reading: Reading, language: Language) -> Iterator[Clause]:
    """The clauses in which the writer commits to something."""
    meant = _means_nl if language == "nl" else _means_en
    denied = {reading.heard.words[match.first].sentence for match in reading.heard.finds(_NOT_MEANT, 0)}
    promised = {reading.at(match.first).numbers for match in reading.heard.finds(_COMMITS[language], 1)}
    later = {reading.heard.words[match.first].sentence for match in reading.heard.finds(_FUTURE, 0)}
    for clause in reading.clauses:
        open_to_it = clause.whose == "own" and clause.sentence not in denied and not _looks_back(reading, clause)
        if open_to_it and (clause.numbers in promised or meant(reading, clause, clause.sentence in later)):
            yield clause


def _moved(reading: Reading, clause: Clause, language: Language) -> bool:
    """Whether the writer did something, or was or kept some way, that others can answer to."""
    if clause.whose != "own":
        return False
    words = _words(reading, clause.numbers)
    return done(reading, clause, language) or any(past(word, language) for word in words)


def _with_self(reading: Reading, clause: Clause) -> bool:
    rest = [each for each in reading.sentence(clause) if each not in clause.numbers]
    return reading.heard.says(rest, SELF) and clause.opener not in {"dat", "that"}


def _reacts(reading: Reading, clause: Clause, language: Language) -> bool:
    words = _words(reading, clause.numbers)
    if clause.whose not in {"other", "thing"} or any(word.plain in _UNREAL for word in words):
        return False
    verbs = any(
        not word.forms.isdisjoint(_REACTIONS) and (word.plain not in STOPS or past(word, language)) for word in words
    )
    changed = reading.heard.says(clause.numbers, _CHANGED)
    if clause.whose == "other":
        return verbs or changed
    return (changed or verbs) and reading.heard.holds(clause.numbers, _AIR)


def _looks_back(reading: Reading, clause: Clause) -> bool:
    return any(word.plain in _PAST_PLAN for word in _words(reading, clause.numbers))


def _means_nl(reading: Reading, clause: Clause, later: bool) -> bool:
    words = _words(reading, clause.numbers)
    if any(past(word, "nl") for word in words) or _often(words):
        return False
    whole = [word for word in _words(reading, reading.sentence(clause)) if word.start >= words[0].start]
    acts = any(infinitive(word) for word in whole)
    going = any(word.plain in _GOING for word in beside_self(reading, clause)) and acts
    wanting = any(word.plain in _WANTING for word in beside_self(reading, clause)) and acts and not _denies(words)
    return going or wanting or (later and not any(perfect(word) for word in words) and _now_nl(reading, clause))


def _now_nl(reading: Reading, clause: Clause) -> bool:
    return done(reading, clause, "nl", now=True) or any(
        word.plain in {"ga", "kom", "doe", "zorg", "blijf", "stop"} for word in beside_self(reading, clause)
    )


def _means_en(reading: Reading, clause: Clause, later: bool) -> bool:
    verb, helpers = main_verb(reading, clause)
    words = [word.plain for word in _words(reading, clause.numbers)]
    if verb is None or _often(_words(reading, clause.numbers)) or not SELF & set(words):
        return False
    going = "going" in helpers and "to" in words and "am" in helpers
    will = bool(helpers & {"will", "shall"}) and not helpers & {"have", "been"}
    wanting = "want" in helpers and not _denies(_words(reading, clause.numbers))
    arranged = later and "am" in helpers and verb.plain.endswith("ing")
    plain = later and not helpers and not past(verb, "en") and done(reading, clause, "en")
    return going or will or (wanting and verb.plain not in {"be", "know", "see"}) or arranged or plain


def _often(words: Collection[Word]) -> bool:
    return any(word.plain in _HABIT for word in words)


def _denies(words: Collection[Word]) -> bool:
    return any(word.plain in NEGATIONS for word in words)


def _words(reading: Reading, numbers: range) -> list[Word]:
    return [reading.heard.words[number] for number in numbers]
