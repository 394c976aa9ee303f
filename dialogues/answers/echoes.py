"""Which earlier words of a leader may come back beside today's: by what was asked and what was tapped, no model."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from dialogues import markers
from dialogues.answers import quotes
from dialogues.answers.quotes import Candidate, Quotable, Quote
from dialogues.answers.worth import worth
from dialogues.language import words
from dialogues.model import Library, Marker
from dialogues.people import Answer, Echo, Id, ItemKind, Leader, Likeness, Part, Prompt

EVERY = timedelta(weeks=2)  # at most one echo in this time
SETTLED = timedelta(days=7)  # how old an answer must be to come back
AGAIN = timedelta(weeks=8)  # in this time an answer comes back once
TELLING = 4  # letters of a word that may tell what two answers share
LENGTH = 15  # words, from which an answer about the same quality may come back
SHARED = frozenset[Marker]({"own_role", "pattern"})
_PARADOXES: frozenset[ItemKind] = frozenset({"paradox", "paradox_revisit"})
_ANSWERS: frozenset[Part] = frozenset(
    {"answer", "followup", "deeper", "why", "other", "both", "own_case", "changed", "addition"}
)


@dataclass(frozen=True, slots=True)
class Past:
    """What a leader gave so far, today included: kept answers, the prompts they belong to, what came back before.

    `returning`: the prompts of which the leader tapped that this returns.
    """

    answers: Sequence[Answer]
    prompts: Mapping[Id, Prompt]
    echoes: Sequence[Echo] = ()
    returning: frozenset[Id] = frozenset()


@dataclass(frozen=True, slots=True)
class Said:
    """An answer with what it answers: the `paradox` (its id), or the `quality` a question was about; "" for neither.

    `returns`: the leader said so, by a tap or about an echo.
    """

    answer: Answer
    paradox: str = ""
    quality: str = ""
    returns: bool = False


@dataclass(frozen=True, slots=True)
class Today:
    """What was said now: `said` is what an echo would stand beside, `text` all that was said to its prompt.

    `recent`: the answers that came back in the last eight weeks.
    """

    said: Said
    text: str = field(repr=False)
    now: datetime
    recent: frozenset[Id] = frozenset()


@dataclass(frozen=True, slots=True)
class Likely:
    """An earlier answer that may belong with a later one, and why."""

    earlier: Answer
    why: Likeness


Rank = Callable[[Today, Sequence[Said]], Iterable[Likely]]


def welcome(leader: Leader, today: date) -> bool:
    """May an echo come at all: not switched off, and none within two weeks?"""
    last = leader.memory.echoed_on
    return leader.wishes.echoes and (last is None or today - last >= EVERY)


def quotable(answer: Answer) -> Quote | None:
    """The best sentence of an answer; None when nothing of it may be, or is fit to be, quoted."""
    if not _safe(answer):
        return None
    found = quotes.choose([_offered(answer)], limit=1)
    return found[0] if found else None


def shared(earlier: Answer, later: Answer) -> Quote | None:
    """The sentence of an earlier answer that carries what it shares with a later one, verbatim; None as `quotable`.

    That is one that tells of what the leader does or sees return in both; then the one with most words of the later
    answer; and only then the one most worth reading.
    """
    if not _safe(earlier):
        return None
    spans = markers.find(earlier.text, earlier.language)
    offered = quotes.candidates(replace(_offered(earlier), spans=spans))
    both, spoken = _held(earlier) & _held(later), _telling(later.text)

    def touch(one: Candidate) -> tuple[bool, int, float, int]:
        held = {span.marker for span in spans if span.start <= one.quote.start < span.end}
        common = sum(not forms.isdisjoint(spoken) for forms in _said_in(one.quote.text))
        return not both.isdisjoint(held), common, worth(one.signs), -one.quote.start

    best = max(offered, key=touch, default=None)
    return best.quote if best else None


def _said_in(text: str) -> set[frozenset[str]]:
    """The words that tell something, each with its lemmas."""
    told = (word for word in words.tokens(text) if words.STOPS.isdisjoint(word.forms))
    return {word.forms for word in told if len(word.plain) >= TELLING}


def _telling(text: str) -> frozenset[str]:
    return frozenset().union(*_said_in(text))


def _offered(answer: Answer) -> Quotable:
    return Quotable(answer.id, answer.text, answer.language, "", answer.given_at.date(), wanted=True)


def today_of(prompt: Id, past: Past, library: Library, now: datetime) -> Today | None:
    """What was said to a prompt; None when nothing is kept. An echo stands beside the longest of it."""
    given = [answer for answer in past.answers if answer.prompt == prompt]
    if not given or prompt not in past.prompts:
        return None
    longest = max(given, key=lambda answer: len(answer.text))
    recent = frozenset(echo.earlier for echo in past.echoes if now - echo.asked_at < AGAIN)
    return Today(_said(longest, past, library), "\n".join(answer.text for answer in given), now, recent)


def earlier_of(past: Past, library: Library) -> list[Said]:
    """All that was said to prompts, with what it answers."""
    return [_said(answer, past, library) for answer in past.answers if answer.prompt in past.prompts]


def by_reason(today: Today, earlier: Sequence[Said]) -> Iterator[Likely]:
    """The same paradox, then what the leader said returns, then the same quality; of each the latest first."""
    latest = sorted(earlier, key=lambda one: (one.answer.given_at, one.answer.id), reverse=True)
    paradox = today.said.paradox
    yield from (Likely(one.answer, "paradox") for one in latest if paradox and one.paradox == paradox)
    yield from (Likely(one.answer, "pattern") for one in latest if one.returns and _touches(today, one))
    yield from (Likely(one.answer, "quality") for one in latest if _alike(today, one))


def choose(today: Today, earlier: Sequence[Said], rank: Rank = by_reason) -> Likely | None:
    """The earlier answer to bring back beside today's, or None.

    `rank` orders what may come back, best first, and may leave things out; another one (by meaning, say) can take its
    place. It never sees what may not come back.
    """
    allowed = [one for one in earlier if _allowed(today, one.answer)]
    return next((one for one in rank(today, allowed) if quotable(one.earlier) is not None), None)


def _said(answer: Answer, past: Past, library: Library) -> Said:
    prompt = past.prompts[answer.prompt or 0]
    question = library.questions.get(prompt.item) if prompt.kind == "question" else None
    joined = any(echo.verdict == "yes" and answer.id in (echo.earlier, echo.later) for echo in past.echoes)
    return Said(
        answer,
        paradox=prompt.item if prompt.kind in _PARADOXES else "",
        quality=question.quality if question else "",
        returns=joined or prompt.id in past.returning,
    )


def _safe(answer: Answer) -> bool:
    return answer.state == "kept" and answer.care == "none" and not answer.named


def _allowed(today: Today, answer: Answer) -> bool:
    """Of this leader, from another prompt a week or more ago, safe to quote, and not brought back lately."""
    now = today.said.answer
    mine = answer.leader == now.leader and answer.prompt != now.prompt
    old = today.now - answer.given_at >= SETTLED
    return mine and old and _safe(answer) and answer.part in _ANSWERS and answer.id not in today.recent


def _touches(today: Today, one: Said) -> bool:
    """Do a returning pattern and today share the quality that was asked about, or what the leader does?"""
    if today.said.quality and today.said.quality == one.quality:
        return True
    return bool(_held(one.answer) & markers.present(today.text, today.said.answer.language))


def _alike(today: Today, one: Said) -> bool:
    """Was the same quality asked about, and did the leader write about their own part or a pattern?"""
    if not today.said.quality or today.said.quality != one.quality or words.count(one.answer.text) < LENGTH:
        return False
    return bool(_held(one.answer))


def _held(answer: Answer) -> frozenset[Marker]:
    return markers.present(answer.text, answer.language) & SHARED
