"""Quotes: which sentences of a leader's own to give back, verbatim."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from dialogues import markers, privacy
from dialogues.model import Language, Marker
from dialogues.people import Care, Id
from dialogues.words import count, sentences

SHORTEST, LONGEST, BEST = 5, 34, 16  # words
_NEVER: frozenset[Care] = frozenset({"crisis", "danger", "report"})


@dataclass(frozen=True, slots=True)
class Quotable:
    """An answer that may be quoted; `kind` names the kind of question it answers.

    `spans` are its markers as `markers.find` gives them; None when nobody looked for them yet.
    """

    id: Id
    text: str = field(repr=False)
    language: Language
    kind: str
    on: date
    care: Care = "none"
    spans: tuple[markers.Span, ...] | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence of answer `answer`: `text` is verbatim what stands at code points `start`..`end`."""

    answer: Id
    on: date
    text: str = field(repr=False)
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Candidate:
    quote: Quote
    kind: str
    depth: int
    score: float


def choose(answers: Sequence[Quotable], limit: int = 3) -> tuple[Quote, ...]:
    """At most `limit` quotes, best first, each from another kind of question; the order of the answers is no matter."""
    usable = [each for each in answers if each.care not in _NEVER]
    candidates = [candidate for answer in usable for candidate in _candidates(answer)]
    best: dict[str, Quote] = {}
    for candidate in sorted(candidates, key=_rank):
        best.setdefault(candidate.kind, candidate.quote)
    return tuple(best.values())[:limit]


def depth(held: frozenset[Marker]) -> int:
    """How far an answer goes: 0 nothing, 1 tells, 2 reflects, 3 connects. For choosing only, never shown."""
    if "pattern" in held and held & {"learning", "effect"} and held & {"own_role", "intention"}:
        return 3
    if held & {"own_role", "effect", "learning"}:
        return 2
    return int(bool(held & {"event", "feeling"}))


def _rank(candidate: _Candidate) -> tuple[int, float, date, int, int]:
    return -candidate.depth, -candidate.score, candidate.quote.on, candidate.quote.answer, candidate.quote.start


def _candidates(answer: Quotable) -> Iterator[_Candidate]:
    spans = markers.find(answer.text, answer.language) if answer.spans is None else answer.spans
    deep = depth(frozenset(span.marker for span in spans))
    places = sentences(answer.text)
    for number, (start, end) in enumerate(places):
        text = answer.text[start:end]
        length = count(text)
        if SHORTEST <= length <= LONGEST and not privacy.has_name(text) and not privacy.find(text):
            held = frozenset(span.marker for span in spans if span.start == start)
            score = _score(held, number / max(1, len(places) - 1), length)
            yield _Candidate(Quote(answer.id, answer.on, text, start, end), answer.kind, deep, score)


def _score(held: frozenset[Marker], place: float, length: int) -> float:
    """Weights tuned on labelled answers of three writers; `place` 0..1 is how late the sentence stands."""
    seen = 1.7 if "pattern" in held else 1.4 * ("learning" in held)
    weighed = seen + 0.6 * ("effect" in held) - 0.8 * ("event" in held) - ("intention" in held)
    return weighed + 0.5 * place - 0.1 * abs(length - BEST)
