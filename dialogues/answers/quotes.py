"""Quotes: which sentences of a leader's own to give back, verbatim.

An answer without a feeling, a deed, an effect, a pattern or an insight of the writer's own gives no quote, and neither
does a sentence without a thought in it, as a question to the bot. In any other the sentence that `worth` weighs most
is quoted, the earlier one of equals. Of an answer in which every sentence is too long, as in one that was dictated, a
clause that tells by itself may be quoted.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise

from dialogues import markers
from dialogues.answers import brushing, privacy
from dialogues.answers.thoughtless import thoughtless
from dialogues.answers.worth import Signs, read, worth
from dialogues.language.hearing import OWN, PRONOUNS, vocabulary
from dialogues.language.words import count, sentences, tokens
from dialogues.model import Language, Marker
from dialogues.people import Care, Id

SHORTEST, LONGEST = 5, 34  # words
_TURN = re.compile(
    r",\s+|\s+(?=(?:en (?:toen|dat|daarna|ik|we)|maar|want|and (?:then|that|i|we)|but|because)\s)", re.IGNORECASE
)
_INSIGHT: frozenset[Marker] = frozenset({"pattern", "learning"})
_TELLING: frozenset[Marker] = _INSIGHT | {"own_role", "effect", "feeling"}
_OURS = OWN | vocabulary("quotes", "ours")
_OTHERS = PRONOUNS - {"we", "wij", "je", "jij", "u", "men", "you"}  # "you" may be anybody, so the writer as well
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
class Candidate:
    """A sentence that may be quoted, with the kind of its question, how far its answer goes, and its signs."""

    quote: Quote
    kind: str
    depth: int
    signs: Signs


def choose(answers: Sequence[Quotable], limit: int = 3) -> tuple[Quote, ...]:
    """At most `limit` quotes, best first, each from another kind of question; the order of the answers is no matter."""
    usable = [each for each in answers if each.care not in _NEVER]
    best: dict[str, Quote] = {}
    for candidate in sorted((each for answer in usable for each in candidates(answer)), key=_rank):
        best.setdefault(candidate.kind, candidate.quote)
    return tuple(best.values())[:limit]


def depth(held: frozenset[Marker]) -> int:
    """How far an answer goes: 0 nothing, 1 tells, 2 reflects, 3 connects. For choosing only, never shown."""
    if "pattern" in held and held & {"learning", "effect"} and held & {"own_role", "intention"}:
        return 3
    if held & {"own_role", "effect", "learning"}:
        return 2
    return int(bool(held & {"event", "feeling"}))


def _rank(candidate: Candidate) -> tuple[int, float, date, int, int]:
    return -candidate.depth, -worth(candidate.signs), candidate.quote.on, candidate.quote.answer, candidate.quote.start


def candidates(answer: Quotable) -> Iterator[Candidate]:
    """Every sentence of an answer that may be quoted, in reading order; of one that tells nothing or puts off, none."""
    if brushing.brushes(answer.text):
        return
    spans = markers.find(answer.text, answer.language) if answer.spans is None else answer.spans
    places = sentences(answer.text)
    known = [_shown(answer.text[start:end], _at(start, spans)) for start, end in places]
    bare = [thoughtless(answer.text[start:end], held) for (start, end), held in zip(places, known, strict=True)]
    held = [frozenset[Marker]() if empty else each for each, empty in zip(known, bare, strict=True)]
    heard = frozenset[Marker]().union(*held)
    if not (answer.wanted or heard & _TELLING):
        return
    offered = [n for n, (start, end) in enumerate(places) if not bare[n] and _fits(answer.text[start:end])]
    if not offered:
        yield from _clauses(answer, depth(heard))
    signs = read(answer.text, answer.language, held, offered)
    for number in offered:
        start, end = places[number]
        quote = Quote(answer.id, answer.on, answer.text[start:end], start, end)
        yield Candidate(quote, answer.kind, depth(heard), signs[number])


def clauses(text: str) -> Iterator[tuple[int, int]]:
    """Where the clauses of sentences that are too long to quote stand; of one that holds a name or data, none."""
    for start, end in sentences(text):
        sentence = text[start:end]
        if count(sentence) > LONGEST and not privacy.has_name(sentence) and not privacy.find(sentence):
            turns = [
                (0, 0),
                *((found.start(), found.end()) for found in _TURN.finditer(sentence)),
                (len(sentence),) * 2,
            ]
            yield from ((start + after, start + before) for (_, after), (before, _) in pairwise(turns))


def _clauses(answer: Quotable, reached: int) -> Iterator[Candidate]:
    """The clauses of a length to quote that tell of the writer by themselves."""
    for start, end in clauses(answer.text):
        text = answer.text[start:end]
        held = _shown(text, markers.present(text, answer.language))
        telling = held & _TELLING and not thoughtless(text, held)
        if _fits(text) and telling and len(sentences(text)) == 1:
            (signs,) = read(text, answer.language, [held], [0])
            yield Candidate(Quote(answer.id, answer.on, text, start, end), answer.kind, reached, signs)


def _fits(text: str) -> bool:
    """Whether a sentence is of a length to quote, and holds nobody else's name or data."""
    return SHORTEST <= count(text) <= LONGEST and not privacy.has_name(text) and not privacy.find(text)


def _at(start: int, spans: Sequence[markers.Span]) -> frozenset[Marker]:
    return frozenset(span.marker for span in spans if span.start == start)


def _shown(text: str, held: frozenset[Marker]) -> frozenset[Marker]:
    """The markers of a sentence; an insight or a pattern of somebody else is none."""
    foreign = held & _INSIGHT and _OURS.isdisjoint(plain := _plain(text)) and not _OTHERS.isdisjoint(plain)
    return held - _INSIGHT if foreign else held


def _plain(text: str) -> frozenset[str]:
    return frozenset(word.plain for word in tokens(text))
