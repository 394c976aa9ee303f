"""Finding a phrase in a text: its words in order, by lemma, with at most a few words between."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import chain

from dialogues import lexicon
from dialogues.language.words import STOPS, Word, forms, tokens

GAP = 3  # words that may stand between two words of a phrase
_EXACT = frozenset(lexicon.words("words", "exact"))
_EQUAL = lexicon.pairs("words", "equal")

Positions = Mapping[str, tuple[int, ...]]
Families = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Part:
    """One place of a phrase: the words that `accepted` there, of which the `bending` count in any form of their lemma.

    A function word counts only as written.
    """

    accepted: frozenset[str]
    bending: frozenset[str]

    def fits(self, word: Word) -> bool:
        """Whether a word of a text is this part."""
        return word.plain in self.accepted or not self.bending.isdisjoint(word.forms)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase as parts in order; an author writes it as plain words."""

    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Match:
    """The numbers of the words that matched, in order."""

    at: tuple[int, ...]

    @property
    def first(self) -> int:
        """The number of the first matched word."""
        return self.at[0]

    @property
    def last(self) -> int:
        """The number of the last matched word."""
        return self.at[-1]

    def between(self) -> tuple[int, ...]:
        """The numbers of the words inside the phrase that are not part of it."""
        return tuple(number for number in range(self.first, self.last) if number not in self.at)


@dataclass(frozen=True, slots=True)
class Shelf:
    """Many phrases with, for every form, the places of those that cannot stand without it."""

    phrases: tuple[Phrase, ...]
    needing: Mapping[str, tuple[int, ...]] = field(repr=False)

    def likely(self, where: Positions) -> tuple[Phrase, ...]:
        """The phrases that may stand in a text, in order: a text has few of the rare words."""
        return tuple(self.phrases[place] for place in self.places(where))

    def places(self, where: Positions) -> list[int]:
        """The places of those phrases, in order."""
        return sorted({place for form in where if form in self.needing for place in self.needing[form]})


def shelf(wanted: Sequence[Phrase]) -> Shelf:
    """Phrases put in order by the part of each that is least often met."""
    needing: dict[str, list[int]] = {}
    for place, each in enumerate(wanted):
        for form in min((part.accepted for part in each.parts), key=_commonness):
            needing.setdefault(form, []).append(place)
    return Shelf(tuple(wanted), {form: tuple(places) for form, places in needing.items()})


def _commonness(accepted: frozenset[str]) -> tuple[int, int]:
    return len(accepted & STOPS), len(accepted)


@cache
def phrase(text: str) -> Phrase:
    """A phrase from its words."""
    return Phrase(tuple(_part(word) for word in tokens(text)))


def pattern(text: str, families: Families) -> Phrase:
    """A phrase of our own word lists: `@name` is any word of a family, `a|b` either word, `=a` only as written."""
    return Phrase(tuple(chain.from_iterable(_places(piece, families) for piece in text.split())))


def positions(heard: Sequence[Word]) -> Positions:
    """For each form the numbers of the words that have it, to look a phrase's first word up."""
    found: dict[str, list[int]] = {}
    for number, word in enumerate(heard):
        for form in word.forms:
            found.setdefault(form, []).append(number)
    return {form: tuple(numbers) for form, numbers in found.items()}


def matches(wanted: Phrase, heard: Sequence[Word], where: Positions, gap: int = GAP) -> Iterator[Match]:
    """Every place where the phrase starts, with its nearest continuation."""
    if _absent(wanted, where):
        return
    head = wanted.parts[0]
    starts = sorted({number for form in head.accepted for number in where.get(form, ())})
    for start in starts:
        if head.fits(heard[start]):
            rest = _continued(wanted.parts[1:], heard, start, gap)
            if rest is not None:
                yield Match((start, *rest))


def together(wanted: Phrase, heard: Sequence[Word], where: Positions, width: int) -> Iterator[Match]:
    """Every place where all words of a phrase stand within `width` words of one sentence, in any order."""
    if _absent(wanted, where):
        return
    head, *others = wanted.parts
    for start in sorted({number for form in head.accepted for number in where.get(form, ())}):
        taken = {start} if head.fits(heard[start]) else set()
        near = sorted(_around(heard, start, width), key=lambda number: abs(number - start))
        for part in others:
            taken |= set([number for number in near if number not in taken and part.fits(heard[number])][:1])
        if len(taken) == len(wanted.parts):
            yield Match(tuple(sorted(taken)))


def _absent(wanted: Phrase, where: Positions) -> bool:
    return any(where.keys().isdisjoint(part.accepted) for part in wanted.parts)


def _around(heard: Sequence[Word], start: int, width: int) -> Iterator[int]:
    for number in range(max(0, start - width), min(len(heard), start + width + 1)):
        if heard[number].sentence == heard[start].sentence:
            yield number


def covered(wanted: Iterable[Phrase], heard: Sequence[Word], where: Positions) -> frozenset[int]:
    """The numbers of all words inside phrases that stand there word for word."""
    return frozenset(number for each in wanted for match in matches(each, heard, where, 0) for number in match.at)


def _continued(parts: Sequence[Part], heard: Sequence[Word], after: int, gap: int) -> tuple[int, ...] | None:
    if not parts:
        return ()
    for number in range(after + 1, min(after + 2 + gap, len(heard))):
        if parts[0].fits(heard[number]):
            rest = _continued(parts[1:], heard, number, gap)
            if rest is not None:
                return (number, *rest)
    return None


def _places(piece: str, families: Families) -> tuple[Part, ...]:
    if "|" not in piece and not piece.startswith("@"):
        return (_written(piece[1:]),) if piece.startswith("=") else phrase(piece).parts
    words = chain.from_iterable(families[each[1:]] if each[0] == "@" else (each,) for each in piece.split("|"))
    inside = [part for word in words for part in _places(word, families)]
    accepted = frozenset().union(*(each.accepted for each in inside))
    return (Part(accepted, frozenset().union(*(each.bending for each in inside))),)


def _written(word: str) -> Part:
    return Part(frozenset({word}), frozenset())


def _part(word: Word) -> Part:
    if word.plain in _EQUAL or word.plain in _EXACT:
        return Part(frozenset({word.plain, *_EQUAL.get(word.plain, ())}), frozenset())
    accepted = forms(word.plain) | word.forms
    return Part(accepted, accepted)
