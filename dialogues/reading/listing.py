"""Listing: many phrases at once, found by looking only at those whose tell-tale word stands in the text."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from dialogues import lexicon
from dialogues.language.hearing import Hearing, phrases
from dialogues.language.matching import Match, Part, Phrase
from dialogues.language.words import fold


@dataclass(frozen=True, slots=True)
class Listing:
    """Phrases by each form that their tell-tale word may have."""

    by_form: Mapping[str, tuple[Phrase, ...]]

    def found(self, heard: Hearing, gap: int) -> Iterator[Match]:
        """Every match, with at most `gap` words between two words of a phrase."""
        known = self.by_form
        present = {id(each): each for form in heard.where if form in known for each in known[form]}
        return heard.finds(present.values(), gap)


def listed(name: str, section: str) -> Listing:
    """A section of a word list."""
    return listing(phrases(name, section))


def verbatim(name: str, section: str) -> Listing:
    """A section of a word list whose words count as written only; `a|b` is either word."""
    return listing(Phrase(tuple(map(_as_written, text.split()))) for text in lexicon.words(name, section))


def listing(wanted: Iterable[Phrase]) -> Listing:
    """These phrases, each once: what is found of them may then be told apart by identity, which is quick."""
    by_form: dict[str, list[Phrase]] = {}
    for each in dict.fromkeys(wanted):
        for form in _telling(each).accepted:
            by_form.setdefault(form, []).append(each)
    return Listing({form: tuple(found) for form, found in by_form.items()})


def _as_written(piece: str) -> Part:
    return Part(frozenset(map(fold, piece.split("|"))), frozenset())


def _telling(each: Phrase) -> Part:
    """The word of a phrase that is seldom elsewhere: no function word if there is another, and the longest."""
    return max(each.parts, key=lambda part: (bool(part.bending), max(map(len, part.accepted))))
