"""What a summary may say, as frozen findings: figures and own words, with their evidence and the threshold they met.

Findings are the only thing a renderer gets. What is added later has a default, so that kept ones can still be read.
"""

from dataclasses import dataclass, field
from datetime import date
from typing import Annotated, Literal

from pydantic import ConfigDict, Field, TypeAdapter, ValidationError

from dialogues.model import Language, Marker
from summaries.material import Measure, Sentences

Evidence = tuple[str, ...]  # "prompt:7", "answer:12", "tap:3", "intention:5", "echo:2"; in a fixed order
Together = tuple[tuple[int, ...], ...]  # the ids of the parts of one answer, for each answer of several parts
Change = Literal["early", "same", "higher", "lower"]
Side = Literal["a", "b", ""]
Daypart = Literal["morning", "afternoon", "evening", "night", ""]
MOST_DAYS = 100  # some fourteen weeks, about a quarter
Rule = Literal[
    "echo", "other_side", "unfinished", "noticed", "own_part", "untouched", "open", "heavy", "first", "year",
    "programme",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class TooLittle:
    """Fewer than three usable answers: no summary is made of them; `written` says how many there were.

    `until`: the last day of a month that is not over yet.
    """

    month: date
    written: int
    evidence: Evidence
    kind: Literal["too_little"] = "too_little"
    met: str = ""
    together: Together = ()
    aside: Sentences = field(default=(), repr=False)
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Rhythm:
    """How many of the month's questions were answered, in how many different weeks, and what came beside them.

    `moment`: the part of the day in which more than half of the answers came, or "". `until`: the last day of a month
    that is not over yet. `aside`: sentences of its answers that a letter gave before, and that did not fit.
    """

    month: date
    asked: int
    answered: int
    weeks: int
    others: int  # answers to anything else: a question of before this month, a look back at an intention
    thoughts: int
    evidence: Evidence
    kind: Literal["rhythm"] = "rhythm"
    met: str = ""
    moment: Daypart = ""
    together: Together = ()
    until: date | None = None
    aside: Sentences = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class Mood:
    """The taps of one measure in order (1..5). `middle`: the two middle values, often equal."""

    measure: Measure
    dots: tuple[tuple[date, int], ...]
    middle: tuple[int, int]
    low: int
    high: int
    change: Change
    evidence: Evidence
    kind: Literal["mood"] = "mood"
    met: str = ""


@dataclass(frozen=True, slots=True)
class OwnWords:
    """One sentence of the leader, verbatim apart from white space and characters that cannot be shown.

    It stands at code points `start`..`end` of its answer (-1 when that was not kept). `about`: the dilemma it
    belongs to, or "". `language`: that of the answer, or "" when it was not kept.
    """

    on: date
    text: str = field(repr=False)
    evidence: Evidence
    kind: Literal["own_words"] = "own_words"
    met: str = ""
    start: int = -1
    end: int = -1
    about: str = ""
    language: Language | Literal[""] = ""


@dataclass(frozen=True, slots=True)
class Tension:
    """Positions 1..7 on a dilemma, this month's and the earlier ones, oldest first, as the library has them.

    `both`: how often the leader wrote what does justice to both sides. `shift`: the side that all positions of now
    are nearer to than all earlier ones, or "". `swapped`: this leader sees pole B first, as 1.
    """

    dilemma: str
    now: tuple[tuple[date, int], ...]
    before: tuple[tuple[date, int], ...]
    evidence: Evidence
    kind: Literal["tension"] = "tension"
    met: str = ""
    both: int = 0
    shift: Side = ""
    swapped: bool = False


@dataclass(frozen=True, slots=True)
class Coverage:
    """Per quality, in the order of the library: its id, questions asked and answered. A fact about the asking."""

    qualities: tuple[tuple[str, int, int], ...]
    evidence: Evidence
    kind: Literal["coverage"] = "coverage"
    met: str = ""


@dataclass(frozen=True, slots=True)
class Meant:
    """An open intention, verbatim, and the day on which the leader is asked about it (None without one)."""

    text: str = field(repr=False)
    check: date | None = None


@dataclass(frozen=True, slots=True)
class Intentions:
    """How many intentions were noted this month and what became of those looked at; one open one verbatim, or "".

    `earlier`: how many of these were noted before this month. `opened`: the newest open ones, the newest first.
    """

    noted: int
    done: int
    partly: int
    undone: int
    dropped: int
    open: int
    one: str = field(repr=False)
    evidence: Evidence
    kind: Literal["intentions"] = "intentions"
    met: str = ""
    earlier: int = 0
    opened: tuple[Meant, ...] = ()


@dataclass(frozen=True, slots=True)
class Strained:
    """The leader wrote about strain on this day."""

    on: date
    evidence: Evidence
    kind: Literal["strained"] = "strained"
    met: str = ""


@dataclass(frozen=True, slots=True)
class Mirror:
    """The question forward: its rule, one of its wordings (from 0), and the dilemma, quality or echo it is about.

    `side` is the pole that was not taken ("a", "b"), or "" where no pole is meant; `days` are those that it is
    about: of an echo, of a success, of an intention.
    """

    rule: Rule
    variant: int
    about: str
    side: Side
    evidence: Evidence
    kind: Literal["mirror"] = "mirror"
    met: str = ""
    days: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class Moves:
    """In how many of the `longer` answers something was recognised, by rule or by the leader's own word.

    `insights` and `returns`: how often the leader tapped a new insight, and something known from earlier.
    `rules`: the version of the rules that the rest was heard by, where the leader said nothing.
    """

    longer: int
    feeling: int
    own_role: int
    effect: int
    intention: int
    insights: int
    returns: int
    evidence: Evidence
    kind: Literal["moves"] = "moves"
    met: str = ""
    rules: str = ""


@dataclass(frozen=True, slots=True)
class Echoed:
    """The leader confirmed that what they wrote on these two days belongs together."""

    echo: int
    earlier: date
    later: date
    evidence: Evidence
    kind: Literal["echoed"] = "echoed"
    met: str = ""


@dataclass(frozen=True, slots=True)
class Returning:
    """A word of the leader that came back in several answers, on these days; `key` tells it apart without it."""

    key: str
    word: str = field(repr=False)
    days: tuple[date, ...]
    evidence: Evidence
    kind: Literal["returning"] = "returning"
    met: str = ""


@dataclass(frozen=True, slots=True)
class Missing:
    """Of the `longer` answers `held` held this marker, while most held the one `beside` it: at most an invitation."""

    marker: Marker
    held: int
    beside: Marker
    longer: int
    evidence: Evidence
    kind: Literal["missing"] = "missing"
    met: str = ""


@dataclass(frozen=True, slots=True)
class Corrected:
    """What the leader wrote about an earlier letter, verbatim and first of all; "" when it cannot be quoted."""

    on: date
    text: str = field(repr=False)
    evidence: Evidence
    kind: Literal["corrected"] = "corrected"
    met: str = ""
    language: Language | Literal[""] = ""


@dataclass(frozen=True, slots=True)
class FirstLook:
    """Opens a first small look back: since when, and how many answers in how many different weeks.

    `until`: the day of the latest answer, or None when it was not kept.
    """

    since: date
    written: int
    weeks: int
    evidence: Evidence
    kind: Literal["first_look"] = "first_look"
    met: str = ""
    together: Together = ()
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Year:
    """Opens the review of a year: its first and its last day, questions, and the months that hold an answer.

    `programme`: the id of the programme that these days were, or "". `since`: the first day on which the leader took
    part, when that was in a later month than the first.
    """

    start: date
    last: date
    asked: int
    answered: int
    months: tuple[date, ...]
    evidence: Evidence
    kind: Literal["year"] = "year"
    met: str = ""
    programme: str = ""
    together: Together = ()
    since: date | None = None


@dataclass(frozen=True, slots=True)
class MoodYear:
    """One measure over the year: per month with enough taps its first day, its middle value, how many taps.

    `middles`: the two middle values of each month, often equal; between two that differ the value lies halfway, and
    where that is no whole number, on the side of the middle of the scale.
    """

    measure: Measure
    months: tuple[tuple[date, int, int], ...]
    evidence: Evidence
    kind: Literal["mood_year"] = "mood_year"
    met: str = ""
    middles: tuple[tuple[int, int], ...] = ()


Opening = TooLittle | Rhythm | FirstLook | Year
Finding = (
    Opening | Mood | MoodYear | Corrected | OwnWords | Echoed | Returning | Moves | Tension | Coverage | Missing
    | Intentions | Strained | Mirror
)  # fmt: skip
Findings = tuple[Finding, ...]
_Known = tuple[Annotated[Finding, Field(discriminator="kind")], ...]


@dataclass(frozen=True, slots=True)
class _Kept:
    findings: _Known
    version: Literal[2] = 2  # the first version kept the bare list


_SILENT = ConfigDict(hide_input_in_errors=True)  # an error never repeats what the leader wrote
_KEPT: TypeAdapter[_Kept | _Known] = TypeAdapter(_Kept | _Known, config=_SILENT)


def as_json(findings: Findings) -> str:
    """The findings as JSON with their version, own words included: to be kept encrypted only."""
    return _KEPT.dump_json(_Kept(findings)).decode()


def from_json(text: str) -> Findings:
    """The findings that `as_json` wrote, of this version or the first; ValueError (without any of the text) for others.

    The findings of the first version get the defaults of what was added since.
    """
    try:
        kept = _KEPT.validate_json(text)
    except ValidationError:
        raise ValueError("these are no findings of a summary") from None
    return kept.findings if isinstance(kept, _Kept) else kept


def monthly(finding: MoodYear) -> tuple[tuple[date, int, int], ...]:
    """Each month with its two middle values, often equal; of findings that do not tell them, its one value twice."""
    pairs = finding.middles or tuple((value, value) for _, value, _ in finding.months)
    return tuple((on, low, high) for (on, _, _), (low, high) in zip(finding.months, pairs, strict=True))


def opening(findings: Findings) -> Opening:
    """The finding that opens them and knows what they are about."""
    return next(finding for finding in findings if isinstance(finding, Opening))


def month_of(findings: Findings) -> date:
    """The first day they are about: of the month, or of all that a first look back or a year is about."""
    opened = opening(findings)
    if isinstance(opened, FirstLook):
        return opened.since
    return opened.start if isinstance(opened, Year) else opened.month


def is_short(start: date, end: date) -> bool:
    """Are these days (`end` is the first after them) few enough to show each of them?"""
    return (end - start).days <= MOST_DAYS


def answer_of(own: OwnWords) -> int:
    """The answer that a sentence stands in."""
    return int(own.evidence[0].partition(":")[2])


def disputed(findings: Findings, verdict: str | None) -> Sentences:
    """The sentences not to give again: those set aside already, and of a letter that does not fit all it gave."""
    opened = opening(findings)
    before = opened.aside if isinstance(opened, Rhythm | TooLittle) else ()
    given = (one for one in findings if isinstance(one, OwnWords) and verdict == "no")
    return *before, *((answer_of(one), one.text) for one in given)


def counted(found: Evidence, findings: Findings) -> Evidence:
    """The evidence with each answer once, by the first of its parts that is in it."""
    whole = {f"answer:{part}": f"answer:{parts[0]}" for parts in opening(findings).together for part in parts}
    first = {whole.get(reference, reference): reference for reference in reversed(found)}
    return tuple(reference for reference in found if first[whole.get(reference, reference)] == reference)


def evidence(kind: Literal["prompt", "answer", "tap", "intention", "echo"], *ids: int) -> Evidence:
    """References to rows of one kind, each once, in order."""
    return tuple(f"{kind}:{number}" for number in sorted(set(ids)))
