"""Words that came back: those of the leader's own that stand in several answers of different weeks."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date
from functools import cache, lru_cache
from hashlib import blake2s
from importlib.resources import files
from typing import Final

import simplemma

from dialogues.answers import privacy
from dialogues.language import words
from dialogues.language.words import STOPS, Word
from dialogues.model import Language, Library, Text
from dialogues.people import Part
from summaries.facts import Returning, evidence
from summaries.material import Material, Written
from summaries.moods import weeks
from summaries.sifting import touches
from summaries.thresholds import returned, returning

SHOWN = 3
SHORTEST = 3  # letters
_FURTHER: Final[frozenset[Part]] = frozenset({"followup", "deeper"})  # parts that answer a generic question


@dataclass(frozen=True, slots=True)
class _Told:
    """A part of an answer with its words."""

    part: Written
    words: tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class _Use:
    """A word as it stands in one answer."""

    on: date
    answers: tuple[int, ...]
    plain: str


def returning_words(material: Material, library: Library) -> tuple[Returning, ...]:
    """At most three, the most frequent first: no names, no common words, no words of what was asked."""
    answers = [[_Told(part, words.tokens(part.text)) for part in parts] for parts in touches(material)]
    others = {one.id: one for one in material.others}
    library = replace(library, questions={**library.questions, **others})
    names = _names([told for parts in answers for told in parts])
    uses: dict[str, list[_Use]] = defaultdict(list)
    for parts in answers:
        for form, use in _uses(parts, library).items():
            uses[form].append(use)
    fewest = returning(len(answers))
    enough = {
        form: found
        for form, found in uses.items()
        if len(found) >= fewest and weeks(use.on for use in found) >= fewest and not names & words.forms(form)
    }
    met = returned(len(answers))
    return tuple(_finding(form, enough[form], material.seed, met) for form in _apart(enough)[:SHOWN])


def _apart(found: Mapping[str, Sequence[_Use]]) -> list[str]:
    """The forms by how often they came back, without those that are the same word as an earlier one."""
    apart: list[str] = []
    taken: set[tuple[int, str]] = set()
    for form in sorted(found, key=lambda form: (-len(found[form]), form)):
        places = {(use.answers[0], use.plain) for use in found[form]}
        if not places & taken:
            apart.append(form)
            taken |= places
    return apart


def _finding(form: str, uses: list[_Use], seed: int, met: str) -> Returning:
    plain = [use.plain for use in uses]
    return Returning(
        key=blake2s(f"{seed}:{form}".encode(), digest_size=6).hexdigest(),
        word=min(set(plain), key=lambda one: (-plain.count(one), len(one), one)),
        days=tuple(dict.fromkeys(use.on for use in uses)),
        evidence=evidence("answer", *(number for use in uses for number in use.answers)),
        met=met,
    )


def _uses(parts: list[_Told], library: Library) -> dict[str, _Use]:
    """The telling words of one answer by what they are written as and by lemma, as they are first written."""
    found: dict[str, _Use] = {}
    for told in parts:
        part, repeated = told.part, _asked(told.part, library)
        for word in told.words:
            if _tells(word) and not word.forms & repeated:
                use = _Use(part.on, (part.id,), part.text[word.start : word.end].lower())
                for form in {word.plain, _lemma(word.plain, part.language)}:
                    before = found.get(form)
                    found[form] = replace(before, answers=(*before.answers, part.id)) if before else use
    return found


def _tells(word: Word) -> bool:
    return len(word.plain) >= SHORTEST and word.plain.isalpha() and not word.forms & _common()


@lru_cache(maxsize=1 << 15)
def _lemma(plain: str, language: Language) -> str:
    return words.fold(simplemma.lemmatize(plain, lang=language).replace("_", ""))


def _names(told: Iterable[_Told]) -> set[str]:
    """Words with a capital inside a sentence, or at its beginning when they seem a name and are never written small."""
    inside, opening, small = set(), set(), set()
    for each in told:
        text = each.part.text
        openings = {start for start, _ in words.sentences(text)}
        for word in each.words:
            if not word.capital:
                small.add(word.plain)
            elif word.start not in openings:
                inside.add(word.plain)
            elif privacy.has_name(text[word.start : word.end]):
                opening.add(word.plain)
    return inside | (opening - small)


@cache
def _common() -> frozenset[str]:
    """Words that say nothing when they return, with their lemmas in both languages."""
    lines = files("summaries").joinpath("common.txt").read_text("utf-8").splitlines()
    listed = (word.strip() for line in lines if line[:1] not in {"#", "["} for word in line.split(",") if word.strip())
    return STOPS.union(*(words.forms(word) for word in listed))


def _asked(part: Written, library: Library) -> frozenset[str]:
    """Every word of what was asked, in both languages: who answers repeats it."""
    shelf = {"question": library.questions, "integrity_case": library.cases}.get(part.kind, library.dilemmas)
    further = tuple(element.variants for element in library.elements.values()) if part.part in _FURTHER else ()
    return _words_of(shelf.get(part.item)) | _words_of(further)


@cache
def _words_of(value: object) -> frozenset[str]:
    """Those of all texts inside a value of the library; what is asked of many leaders is read once."""
    return frozenset().union(*(word.forms for text in _texts(value) for word in words.tokens(text)))


def _texts(value: object) -> Iterator[str]:
    """All texts inside a value of the library."""
    if isinstance(value, Text):
        yield from (value.nl, value.en)
    inside = value if isinstance(value, tuple) else [getattr(value, name) for name in _fields(value)]
    for one in inside:
        yield from _texts(one)


def _fields(value: object) -> list[str]:
    return [each.name for each in fields(value)] if is_dataclass(value) else []
