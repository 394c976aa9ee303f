"""Clauses: the stretches of a sentence that each have one subject, and whose that subject is."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from dialogues.hearing import PEOPLE, PREPOSITIONS, PRONOUNS, SELF, Hearing, hear, vocabulary
from dialogues.matching import Phrase
from dialogues.words import Word

Whose = Literal["own", "we", "other", "thing"]
_OPENERS = vocabulary("clauses", "openers")
_PERHAPS = vocabulary("clauses", "openers before a subject")
JOINING = vocabulary("clauses", "joining")
_RELATIVE = vocabulary("clauses", "relative")
_THINGS = vocabulary("clauses", "things")
_STARTS = vocabulary("clauses", "starts of a subject")
_DETERMINERS = vocabulary("clauses", "determiners")
_NO_NAMES = vocabulary("markers", "days")
_THEN = vocabulary("clauses", "then")
_US = frozenset({"we", "wij"})


@dataclass(frozen=True, slots=True)
class Clause:
    """Words `numbers`, in a sentence; `opener` is the conjunction or relative word that it starts with."""

    numbers: range
    sentence: int
    opener: str
    whose: Whose


@dataclass(frozen=True, slots=True)
class Reading:
    """A heard text with its clauses."""

    heard: Hearing
    clauses: tuple[Clause, ...]

    def sentence(self, clause: Clause) -> range:
        """The numbers of the words in the clause's sentence."""
        return self.heard.sentence(clause.numbers.start)

    def at(self, number: int) -> Clause:
        """The clause that holds a word."""
        return next(clause for clause in self.clauses if number in clause.numbers)

    def words(self, numbers: range) -> list[Word]:
        """The words at these numbers."""
        return [self.heard.words[number] for number in numbers]

    def plain(self, numbers: range) -> list[str]:
        """The words at these numbers as plain text."""
        return [self.heard.words[number].plain for number in numbers]


def read(text: str, harmless: tuple[Phrase, ...] = ()) -> Reading:
    """Take a text in and divide it."""
    heard = hear(text, harmless)
    clauses: list[Clause] = []
    for numbers in _stretches(heard):
        clauses.append(_clause(heard, numbers, clauses[-1] if clauses else None))
    return Reading(heard, tuple(clauses))


def _stretches(heard: Hearing) -> Iterator[range]:
    start = 0
    for number in range(1, len(heard.words)):
        if heard.words[number].clause != heard.words[number - 1].clause or _opens(heard, number):
            yield range(start, number)
            start = number
    if heard.words:
        yield range(start, len(heard.words))


def _opens(heard: Hearing, number: int) -> bool:
    """Whether a word starts a clause; "that" and "dat" do before a subject only."""
    plain = heard.words[number].plain
    if heard.words[number - 1].plain in JOINING | _OPENERS:
        return False
    following = heard.words[number + 1].plain if number + 1 < len(heard.words) else ""
    return plain in _OPENERS or (plain in _PERHAPS and following in _STARTS)


def _clause(heard: Hearing, numbers: range, before: Clause | None) -> Clause:
    first = heard.words[numbers.start]
    opener = first.plain if first.plain in _OPENERS | _PERHAPS | JOINING | _RELATIVE else ""
    follows = before is not None and before.sentence == first.sentence
    whose = None if _continues(heard, numbers) else _subject(heard, numbers)
    impersonal = heard.says(numbers[:2], _THINGS) or first.plain in _RELATIVE
    if whose is None and before is not None and follows and not impersonal:
        whose = before.whose
    return Clause(numbers, first.sentence, opener, whose or "thing")


def _continues(heard: Hearing, numbers: range) -> bool:
    """Whether "and" goes straight on with a verb, so that the subject is the one before: "and told the team"."""
    if len(numbers) < 2 or heard.words[numbers.start].plain not in JOINING:
        return False
    skipped = heard.words[numbers.start + 1].plain in _THEN and len(numbers) > 2
    second = heard.words[numbers.start + 1 + skipped]
    named = second.capital or second.plain in _STARTS | PRONOUNS or not second.forms.isdisjoint(PEOPLE)
    return not named and not heard.says(numbers, SELF | _US)


def _subject(heard: Hearing, numbers: range) -> Whose | None:
    plain = [heard.words[number].plain for number in numbers]
    if not SELF.isdisjoint(plain):
        return "own"
    if not _US.isdisjoint(plain):
        return "we"
    return "other" if any(_names_other(heard, number, numbers.start) for number in numbers) else None


def _names_other(heard: Hearing, number: int, start: int) -> bool:
    """Whether a word is a person or group, by pronoun, noun or name, and no part of "with", "to" or "from" them."""
    word = heard.words[number]
    before = [heard.words[each].plain for each in range(max(start, number - 3), number)]
    while before and (before[-1] in _DETERMINERS or heard.words[number - 1].capital):
        before.pop()
        number -= 1
    leaning = bool(before) and before[-1] in PREPOSITIONS
    person = word.plain in PRONOUNS or not word.forms.isdisjoint(PEOPLE)
    return not leaning and (person or (_is_name(heard, word.start) and word.forms.isdisjoint(_NO_NAMES)))


def _is_name(heard: Hearing, start: int) -> bool:
    place = next(number for number, word in enumerate(heard.words) if word.start == start)
    word = heard.words[place]
    inside = place > 0 and heard.words[place - 1].sentence == word.sentence
    return word.capital and inside and word.plain not in SELF
