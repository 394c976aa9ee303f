"""Markers: which of the seven elements an answer holds, and where they stand.

`find` is the one door: whoever has a better detector replaces its body, and everything else stays as it is.
`python -m benchmarks.markers` tells whether it is better.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from dialogues.model import MARKERS, Language, Marker
from dialogues.reading.clauses import Clause, Reading, read
from dialogues.reading.deeds import own_deeds
from dialogues.reading.effects import effects
from dialogues.reading.feeling import feelings
from dialogues.reading.intending import intentions
from dialogues.reading.views import events, insights, patterns
from dialogues.words import sentences

LONGEST = 4096  # code points that are read of one answer

_RULES: dict[Marker, Callable[[Reading, Language], Iterable[Clause]]] = {
    "event": events,
    "feeling": feelings,
    "own_role": own_deeds,
    "effect": effects,
    "pattern": patterns,
    "learning": insights,
    "intention": intentions,
}


@dataclass(frozen=True, slots=True)
class Span:
    """A marker and the sentence that shows it, as code points `start`..`end` of the text."""

    marker: Marker
    start: int
    end: int


def find(text: str, language: Language) -> tuple[Span, ...]:
    """The markers of a text with their sentences, in reading order; the same text gives the same spans."""
    reading = read(text[:LONGEST], language)
    places = sentences(text[:LONGEST])
    found = {
        (number, marker)
        for marker in MARKERS
        for number in {clause.sentence for clause in _RULES[marker](reading, language)}
    }
    ordered = sorted(found, key=lambda each: (each[0], MARKERS.index(each[1])))
    return tuple(Span(marker, *places[number]) for number, marker in ordered)


def present(text: str, language: Language) -> frozenset[Marker]:
    """Which markers a text holds."""
    return frozenset(span.marker for span in find(text, language))
