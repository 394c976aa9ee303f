"""Ahead: which sentences and clauses of an answer name a moment to come."""

import re
from dataclasses import dataclass
from itertools import pairwise

from dialogues.language.hearing import SELF, vocabulary
from dialogues.language.matching import Match
from dialogues.language.words import Word
from dialogues.model import Language
from dialogues.reading.clauses import Clause, Reading
from dialogues.reading.forms import past, perfect, verbal
from dialogues.reading.listing import listed
from dialogues.reading.subjects import NOMINATIVES

_FUTURE = listed("markers", "future time")
_NEAR = listed("markers", "near time")
_HENCEFORTH = listed("markers", "from now on")
_GONE = listed("markers", "gone time")
_WEEKDAYS = vocabulary("markers", "weekdays") | vocabulary("markers", "months")
_DETERMINERS = vocabulary("clauses", "determiners")
_EACH = frozenset({"elke", "iedere", "every", "each", "elk", "ieder"})
_ON = frozenset({"op", "on"})
_DAY_OF_MONTH = re.compile(r"(?:[1-9]|[12]\d|3[01])(?:e|de|ste|st|nd|rd|th)")
_BEFORE_DAY = frozenset({"de", "the"})
_AFTER_DAY = NOMINATIVES | vocabulary("markers", "months") | {"of", "van"}
_FOLLOWING = frozenset({"volgende", "volgend", "eerstvolgende", "next", "following"})
_MODAL = vocabulary("verbs", "modal en")
_THE = frozenset({"de", "het", "the"})
BOTH_TENSES = frozenset({"let", "put", "cut", "set", "read", "quit", "shut", "hit"})


@dataclass(frozen=True, slots=True)
class Ahead:
    """Numbers of the sentences with a moment to come (`later`) or from which it is so for good (`henceforth`).

    `near` are clauses whose moment may lie behind as well ("vandaag"), `named` those with a phrase for the future.
    """

    later: frozenset[int]
    henceforth: frozenset[int]
    near: frozenset[range]
    named: frozenset[range]

    def soon(self, clause: Clause) -> bool:
        """Whether what is told in the present tense in a clause is still to be done."""
        return clause.sentence in self.later or clause.numbers in self.near


def ahead(reading: Reading, language: Language) -> Ahead:
    """What an answer names of the time to come; a weekday counts unless it is told in the past."""
    words = reading.heard.words
    future = [match.first for match in reading.finds(_FUTURE, 0) if not _then(reading, match, language)]
    gone = {words[match.first].sentence for match in reading.finds(_GONE, 0)}
    days = [number for number in range(len(words)) if _is_day(reading, number)]
    coming = {words[day].sentence for day in days if not told_in_past(reading, reading.at(day), language)}
    return Ahead(
        later=frozenset({words[number].sentence for number in future} | (coming - gone)),
        henceforth=frozenset(words[match.first].sentence for match in reading.finds(_HENCEFORTH, 0)),
        near=frozenset(reading.at(match.first).numbers for match in reading.finds(_NEAR, 0)),
        named=frozenset(reading.at(number).numbers for number in future),
    )


def _then(reading: Reading, match: Match, language: Language) -> bool:
    """Whether "the next meeting" is one that came after what is told: its own clause tells what was.

    A form that is of both tenses follows the clause before it: "I was told so, and let her chair the next one".
    """
    said = set(reading.plain(range(max(0, match.first - 1), match.last + 1)))
    if said.isdisjoint(_FOLLOWING) or said.isdisjoint(_THE):
        return False
    clause = reading.at(match.first)
    both = language == "en" and reading.heard.says(clause.numbers, BOTH_TENSES) and not _modal(reading, clause)
    told = (*reading.before(clause), clause) if both else (clause,)
    return any(told_in_past(reading, each, language) for each in told)


def _modal(reading: Reading, clause: Clause) -> bool:
    return reading.heard.says(clause.numbers, _MODAL)


def _is_day(reading: Reading, number: int) -> bool:
    """Whether a word is one day, and not a day that comes back: "on Friday", "de 12e", but not "on Fridays"."""
    words = reading.heard.words
    plain = words[number].plain
    before = words[number - 1].plain if number > 0 else ""
    if plain in _WEEKDAYS:
        return before not in _EACH and not (before in _ON and plain.endswith(("en", "days")))
    if before not in _BEFORE_DAY or _DAY_OF_MONTH.fullmatch(plain) is None:
        return False
    rest = [word for word in words[number + 1 : number + 3] if word.clause == words[number].clause]
    turned = len(rest) > 1 and rest[1].plain in SELF and verbal(rest[0]) and plain.endswith("e")  # "de 12e vraag ik"
    return not rest or rest[0].plain in _AFTER_DAY or turned


def is_moment(plain: str) -> bool:
    """Whether a word names a day or "tomorrow", and so is no verb whatever it looks like."""
    return plain in _WEEKDAYS or plain in {"morgen", "overmorgen"}


def told_in_past(reading: Reading, clause: Clause, language: Language) -> bool:
    """Whether a clause tells what was."""
    words = reading.words(clause.numbers)
    if language == "nl":
        return past_nl(words)
    ought = reading.heard.says(clause.numbers, {"got"}) and ("got", "to") in pairwise(word.plain for word in words)
    return not ought and any(past(word, "en") and word.plain not in BOTH_TENSES for word in words)


def past_nl(words: list[Word]) -> bool:
    """Whether a word is a Dutch past form, and no noun that looks like one: "met de bond"."""
    before = [*(word.plain for word in words[:1]), *(word.plain for word in words)]
    return any(
        past(word, "nl") and not perfect(word) and earlier not in _DETERMINERS
        for earlier, word in zip(before, words, strict=False)
    )
