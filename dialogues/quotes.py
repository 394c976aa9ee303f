"""Quotes: which sentences of a leader's own to give back, verbatim.

An answer without a feeling, a deed, an effect, a pattern or an insight of the writer's own gives no quote. In any
other the sentence with the highest score is quoted:

    +2     it holds an insight or a pattern, and not somebody else's;
    +0.5   it tells what the writer did (where it holds no insight);
    +0.5   no marker was recognised in it, but it speaks of the writer and of what is: often an insight in words that
           no rule knows; up to 1 more the later it stands, for insights come last;
    -1     no marker, and nothing of the writer: background, others, hopes;
    -1     it is an intention; -0.5 it tells an event; -0.25 it tells a feeling;
    -0.15  for every word away from sixteen.

People who label answers agree on the first line and part on the second: one quotes the effect, another what the writer
did. Each weight halved or doubled costs both at most seven sentences in a hundred.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from dialogues import markers, privacy
from dialogues.hearing import OWN, PRONOUNS, vocabulary
from dialogues.model import Language, Marker
from dialogues.people import Care, Id
from dialogues.words import count, sentences, tokens

SHORTEST, LONGEST, BEST = 5, 34, 16  # words
INSIGHT, OWN_VIEW, OWN_ROLE, STRAY = 2.0, 0.5, 0.5, -1.0
AWAY = 0.15  # less for each word more or less than BEST
_LESS: dict[Marker, float] = {"feeling": 0.25, "event": 0.5, "intention": 1.0}
_INSIGHT: frozenset[Marker] = frozenset({"pattern", "learning"})
_TELLING: frozenset[Marker] = _INSIGHT | {"own_role", "effect", "feeling"}
_OURS = OWN | {"we", "wij", "ons", "onze", "us", "our", "ours"}
_OTHERS = PRONOUNS - {"we", "wij", "je", "jij", "u", "men", "you"}  # "you" may be anybody, so the writer as well
_UNREAL = vocabulary("clauses", "unreal") | {"waarschijnlijk", "could", "suppose", "guess", "probably"}
_NEVER: frozenset[Care] = frozenset({"crisis", "danger", "report"})


@dataclass(frozen=True, slots=True)
class Quotable:
    """An answer that may be quoted; `kind` names the kind of question it answers.

    `wanted`: it comes for a reason of its own, as the leader who recognises it, so it need not tell of themselves.
    `spans` are its markers as `markers.find` gives them; None when nobody looked for them yet.
    """

    id: Id
    text: str = field(repr=False)
    language: Language
    kind: str
    on: date
    care: Care = "none"
    wanted: bool = False
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
    places = sentences(answer.text)
    held = [_shown(answer.text[start:end], _at(start, spans)) for start, end in places]
    heard = frozenset[Marker]().union(*held)
    for number, (start, end) in enumerate(places if answer.wanted or heard & _TELLING else ()):
        text = answer.text[start:end]
        if SHORTEST <= count(text) <= LONGEST and not privacy.has_name(text) and not privacy.find(text):
            score = _score(text, held[number], number / max(1, len(places) - 1))
            yield _Candidate(Quote(answer.id, answer.on, text, start, end), answer.kind, depth(heard), score)


def _at(start: int, spans: Sequence[markers.Span]) -> frozenset[Marker]:
    return frozenset(span.marker for span in spans if span.start == start)


def _shown(text: str, held: frozenset[Marker]) -> frozenset[Marker]:
    """The markers of a sentence; an insight or a pattern of somebody else is none."""
    foreign = held & _INSIGHT and _OURS.isdisjoint(plain := _plain(text)) and not _OTHERS.isdisjoint(plain)
    return held - _INSIGHT if foreign else held


def _score(text: str, held: frozenset[Marker], place: float) -> float:
    """What a sentence is worth; `place` 0..1 is how late it stands."""
    if held & _INSIGHT:
        worth = INSIGHT
    elif held:
        worth = OWN_ROLE * ("own_role" in held)
    else:
        worth = OWN_VIEW + place if _own_view(text) else STRAY
    lessened = sum(_LESS[marker] for marker in held if marker in _LESS)
    return worth - lessened - AWAY * abs(count(text) - BEST)


def _own_view(text: str) -> bool:
    """Whether a sentence speaks of the writer, and of what is: not of what should, might or would be."""
    plain = _plain(text)
    return not plain.isdisjoint(_OURS) and plain.isdisjoint(_UNREAL)


def _plain(text: str) -> frozenset[str]:
    return frozenset(word.plain for word in tokens(text))
