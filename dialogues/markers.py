"""Markers: which of the seven elements an answer holds, and where they stand.

`find` is the one door: whoever has a better detector replaces its body, and everything else stays as it is.
`python -m benchmarks.markers` tells whether it is better.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dialogues.language.words import sentences
from dialogues.model import MARKERS, Language, Marker
from dialogues.reading.clauses import Clause, read
from dialogues.reading.deeds import own_deeds
from dialogues.reading.effects import effects
from dialogues.reading.feeling import feelings
from dialogues.reading.intending import intentions
from dialogues.reading.views import events, insights, patterns

# The version of these rules, told by a look back. It changes with each release in which they hear differently: what
# others heard is not taken for granted then (`dialogues.answers.heard`).
RULES = "2026-11f"
LONGEST = 4096  # code points that are read of one answer


@dataclass(frozen=True, slots=True)
class Span:
    """A marker and the sentence that shows it, as code points `start`..`end` of the text."""

    marker: Marker
    start: int
    end: int


def find(text: str, language: Language) -> tuple[Span, ...]:
    """The markers of a text with their sentences, in reading order; the same text gives the same spans."""
    text = text[:LONGEST]
    places = sentences(text)
    found = {(clause.sentence, marker) for marker, clauses in _heard(text, language).items() for clause in clauses}
    ordered = sorted(found, key=lambda each: (each[0], MARKERS.index(each[1])))
    return tuple(Span(marker, *places[number]) for number, marker in ordered)


def present(text: str, language: Language) -> frozenset[Marker]:
    """Which markers a text holds."""
    return frozenset(span.marker for span in find(text, language))


def _heard(text: str, language: Language) -> Mapping[Marker, Iterable[Clause]]:
    """The clauses that show each marker; what is planned is no deed, and an effect follows a deed."""
    reading = read(text, language)
    planned = tuple(intentions(reading, language))
    done = tuple(own_deeds(reading, language, planned))
    felt = tuple(feelings(reading, language))
    return {
        "event": events(reading, language),
        "feeling": felt,
        "own_role": done,
        "effect": effects(reading, language, done, felt),
        "pattern": patterns(reading),
        "learning": insights(reading, language),
        "intention": planned,
    }
