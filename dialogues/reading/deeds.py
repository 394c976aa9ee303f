"""Deeds: what the writer did or left, and what others did in answer."""

from collections.abc import Iterator
from itertools import pairwise

from dialogues.hearing import SELF, phrases, vocabulary
from dialogues.model import Language
from dialogues.reading.clauses import Clause, Reading
from dialogues.reading.intending import intentions
from dialogues.reading.verbs import active, done, past
from dialogues.words import STOPS, Word

_PART = {name: phrases("verbs", f"part {name}") for name in ("nl", "en")}
_REACTIONS = vocabulary("verbs", "reactions")
_CHANGED = vocabulary("verbs", "reaction adjectives")
_AIR = vocabulary("verbs", "atmosphere")
_AIR_PHRASES = phrases("verbs", "air phrases")
_LEADING = vocabulary("verbs", "leading to an infinitive")
_THINKING = vocabulary("verbs", "thinking")
_LINKS = phrases("verbs", "links")
_ME = frozenset({"me", "mij"})
_MINE = _ME | {"mijn", "my"}
_UNREAL = frozenset({"zou", "zouden", "would", "might", "should", "moeten", "must"})
_IMAGINED = frozenset({"als", "if", "indien", "unless", "tenzij"})
_CONTENT = frozenset({"wat", "what", "how", "hoe", "why", "waarom", "of", "whether"})
_SO = frozenset({"waarop", "waardoor", "zodat", "en", "and", "so", "waarna"})
_MEANWHILE = frozenset({"toen", "when", "terwijl", "while"})


def own_deeds(reading: Reading, language: Language) -> Iterator[Clause]:
    """The clauses in which the writer does, says, chooses or leaves something."""
    parts = {reading.at(match.first).numbers for match in reading.heard.finds(_PART[language], 1)}
    planned = {clause.numbers for clause in intentions(reading, language)}
    for clause in reading.clauses:
        own = clause.whose == "own" and clause.numbers not in planned
        part = clause.numbers in parts and (own or reading.heard.says(clause.numbers, _MINE))
        if not reading.heard.says(clause.numbers, _UNREAL) and (part or (own and done(reading, clause, language))):
            yield clause


def effects(reading: Reading, language: Language) -> Iterator[Clause]:
    """The clauses in which others react, after a deed of the writer's or towards the writer."""
    deeds = [clause.numbers.start for clause in reading.clauses if _moved(reading, clause, language)]
    links = {reading.heard.words[match.first].sentence for match in reading.heard.finds(_LINKS, 1)}
    aired = {reading.at(match.first).numbers for match in reading.heard.finds(_AIR_PHRASES, 1)}
    for clause in reading.clauses:
        earlier = any(start < clause.numbers.start for start in deeds)
        towards = reading.heard.says(clause.numbers, _ME) or clause.sentence in links
        linked = earlier or towards or _with_self(reading, clause)
        reacts = clause.numbers in aired or _reacts(reading, clause, language)
        if linked and reacts and not _in_mind(reading, clause):
            yield clause


def _moved(reading: Reading, clause: Clause, language: Language) -> bool:
    """Whether the writer did something, or was or kept some way, that others can answer to."""
    words = reading.words(clause.numbers)
    return clause.whose == "own" and (done(reading, clause, language) or any(past(word, language) for word in words))


def _with_self(reading: Reading, clause: Clause) -> bool:
    rest = [each for each in reading.sentence(clause) if each not in clause.numbers]
    return reading.heard.says(rest, SELF) and clause.opener not in {"dat", "that"}


def _reacts(reading: Reading, clause: Clause, language: Language) -> bool:
    if clause.whose not in {"other", "thing"} or reading.heard.says(clause.numbers, _UNREAL):
        return False
    words = _without_infinitives(reading.words(clause.numbers))
    followed = clause.opener in _SO and any(past(word, language) and active(word, language) for word in words)
    reacting = followed or any(_reaction(word, language) for word in words)
    changed = reading.heard.says(clause.numbers, _CHANGED)
    return (reacting or changed) and (clause.whose == "other" or reading.heard.holds(clause.numbers, _AIR))


def _reaction(word: Word, language: Language) -> bool:
    known = not word.forms.isdisjoint(_REACTIONS) and (word.plain not in STOPS or past(word, language))
    return known or (past(word, language) and active(word, language))


def _without_infinitives(words: list[Word]) -> list[Word]:
    """The words of a clause that are not led in by "te" or "to"."""
    led = {word.start for before, word in pairwise(words) if before.plain in _LEADING}
    return [word for word in words if word.start not in led]


def _in_mind(reading: Reading, clause: Clause) -> bool:
    """Whether a clause is imagined, asked, thought ("ik dacht dat zij ...") or the occasion ("toen zij ...")."""
    inside = clause.numbers.start > reading.sentence(clause).start
    if clause.opener in _IMAGINED | _CONTENT or (clause.opener in _MEANWHILE and inside):
        return True
    before = [
        each
        for each in reading.clauses
        if each.sentence == clause.sentence and each.numbers.start < clause.numbers.start
    ]
    thought = any(each.whose == "own" and reading.heard.holds(each.numbers, _THINKING) for each in before[-2:])
    return thought and reading.heard.says(clause.numbers[:2], {"dat", "that"})
