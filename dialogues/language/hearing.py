"""A text as heard: its words, where each form stands, and who it speaks of."""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from operator import attrgetter
from typing import Literal

from dialogues import lexicon
from dialogues.language.matching import (
    GAP,
    Match,
    Phrase,
    Positions,
    Shelf,
    covered,
    matches,
    pattern,
    positions,
    shelf,
    together,
)
from dialogues.language.words import Word, fold, tokens

Subject = Literal["own", "other", "none"]
FAR = 8  # words that a subject may stand before what is said of it


def vocabulary(name: str, section: str) -> frozenset[str]:
    """A section of a word list as folded words."""
    return frozenset(fold(word) for word in lexicon.words(name, section))


@cache
def phrases(name: str, section: str) -> tuple[Phrase, ...]:
    """A section of a word list as phrases, which may speak of the families of that list."""
    families = lexicon.pairs(name, "families") if "families" in lexicon.sections(name) else {}
    return tuple(pattern(text, families) for text in lexicon.words(name, section))


@cache
def shelved(name: str, section: str) -> Shelf:
    """A long section of a word list as phrases, put so that a text is held against few of them."""
    return shelf(phrases(name, section))


PEOPLE = vocabulary("people", "pronouns") | vocabulary("people", "nouns")
PRONOUNS = vocabulary("people", "pronouns")
WORK = vocabulary("safety", "work")
NEGATIONS = vocabulary("safety", "negations")
JOINING = frozenset({"en", "and", "maar", "but", "dus", "so"})  # after these a new thought begins
SMALL = vocabulary("safety", "small")
PREPOSITIONS = vocabulary("safety", "prepositions")
SELF = frozenset({"ik", "i"})
OWN = SELF | {"me", "mij", "mijn", "mezelf", "mijzelf", "my", "myself", "mine"}


@dataclass(frozen=True, slots=True)
class Hearing:
    """The words of one text; `masked` are those inside expressions that mean something else."""

    words: tuple[Word, ...]
    where: Positions
    masked: frozenset[int] = frozenset()

    def flowing(self) -> "Hearing":
        """The same words as one sentence."""
        return replace(self, words=tuple(replace(word, sentence=0) for word in self.words))

    def paired(self, offset: int) -> "Hearing":
        """The same words with every two neighbouring sentences as one; `offset` 0 or 1 tells which two."""
        return replace(self, words=tuple(replace(word, sentence=(word.sentence + offset) // 2) for word in self.words))

    def likely(self, name: str, section: str) -> tuple[Phrase, ...]:
        """The phrases of a long section that may stand in this text."""
        return shelved(name, section).likely(self.where)

    def finds(self, wanted: Iterable[Phrase], gap: int = GAP) -> Iterator[Match]:
        """Every match of the phrases that does not lean on a masked word."""
        for each in wanted:
            for match in matches(each, self.words, self.where, gap):
                if self.masked.isdisjoint(match.at):
                    yield match

    def gathers(self, wanted: Iterable[Phrase], width: int) -> Iterator[Match]:
        """Every place where the words of a phrase stand close together, in any order."""
        for each in wanted:
            for match in together(each, self.words, self.where, width):
                if self.masked.isdisjoint(match.at):
                    yield match

    def plainly(self, wanted: Iterable[Phrase]) -> Iterator[Match]:
        """Matches that are said plainly: not negated, in one sentence, with only small words between."""
        for match in self.finds(wanted):
            small = all(word in SMALL for word in self.plain(match.between()))
            if small and match.last in self.sentence(match.first) and not self.negated(match):
                yield match

    def plain(self, numbers: Iterable[int]) -> tuple[str, ...]:
        """The plain words at these numbers."""
        return tuple(self.words[number].plain for number in numbers)

    def sentence(self, number: int) -> range:
        """The numbers of the words in the same sentence."""
        return self._stretch(number, "sentence")

    def clause(self, number: int) -> range:
        """The numbers of the words in the same clause."""
        return self._stretch(number, "clause")

    def after(self, match: Match) -> range:
        """The words after a match, in its clause."""
        return range(match.last + 1, self.clause(match.last).stop)

    def holds(self, numbers: Iterable[int], vocabulary: Collection[str]) -> bool:
        """Whether one of the words, in any form, is in a vocabulary."""
        return any(not self.words[number].forms.isdisjoint(vocabulary) for number in numbers)

    def negated(self, match: Match) -> bool:
        """Whether a negation stands inside the match, or shortly before it in the same clause."""
        return self.says(match.between(), NEGATIONS) or self.says(self._just_before(match), NEGATIONS)

    def says(self, numbers: Iterable[int], vocabulary: Collection[str]) -> bool:
        """Whether one of the words, exactly as written, is in a vocabulary."""
        return any(self.words[number].plain in vocabulary for number in numbers)

    def subject(self, match: Match) -> Subject:
        """Of whom a match speaks: the nearest subject inside or before it, in the same sentence."""
        start = max(self.sentence(match.first).start, match.first - FAR)
        for number in (*match.between(), *reversed(range(start, match.first))):
            who = self._who(number)
            if who != "none":
                return who
        return "none"

    def _who(self, number: int) -> Subject:
        word = self.words[number]
        if word.plain in SELF:
            return "own"
        if word.plain in PRONOUNS:
            return "other"
        noun = not word.forms.isdisjoint(PEOPLE | WORK)
        leaning = self.says(range(max(0, number - 2), number), PREPOSITIONS)
        return "other" if noun and not leaning else "none"

    def _just_before(self, match: Match) -> Iterator[int]:
        start = max(self.clause(match.first).start, match.first - 3)
        for number in reversed(range(start, match.first)):
            if self.words[number].plain in SELF:
                joined = self.says(range(max(start, number - 1), number), JOINING)
                yield from () if joined else range(max(start, number - 2), number)
                return
            yield number

    def _stretch(self, number: int, kind: Literal["sentence", "clause"]) -> range:
        place = attrgetter(kind)  # counts up through a text
        home = place(self.words[number])
        return range(bisect_left(self.words, home, key=place), bisect_right(self.words, home, key=place))


def hear(text: str, harmless: Shelf | None = None) -> Hearing:
    """Take a text in; words of the harmless expressions are masked."""
    words = tokens(text)
    where = positions(words)
    masked = covered(harmless.likely(where), words, where) if harmless else frozenset[int]()
    return Hearing(words, where, masked)
