"""What a summary may say, as frozen findings: figures and own words, each with the evidence they rest on."""

from dataclasses import dataclass, field
from datetime import date
from typing import Annotated, Literal

from pydantic import ConfigDict, Field, TypeAdapter, ValidationError

from summaries.material import Measure

Evidence = tuple[str, ...]  # "prompt:7", "answer:12", "tap:3", "intention:5"; in a fixed order
Change = Literal["early", "same", "higher", "lower"]
Rule = Literal["other_side", "noticed", "untouched", "open"]


@dataclass(frozen=True, slots=True)
class TooLittle:
    """Fewer than three usable answers: no summary is made of them; `written` says how many there were."""

    month: date
    written: int
    evidence: Evidence
    kind: Literal["too_little"] = "too_little"


@dataclass(frozen=True, slots=True)
class Rhythm:
    """How many of the month's questions were answered, in how many different weeks, and what came beside them."""

    month: date
    asked: int
    answered: int
    weeks: int
    others: int  # answers to anything else: a question of before this month, a look back at an intention
    thoughts: int
    evidence: Evidence
    kind: Literal["rhythm"] = "rhythm"


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


@dataclass(frozen=True, slots=True)
class OwnWords:
    """One sentence of the leader, verbatim apart from white space and characters that cannot be shown."""

    on: date
    text: str = field(repr=False)
    evidence: Evidence
    kind: Literal["own_words"] = "own_words"


@dataclass(frozen=True, slots=True)
class Tension:
    """Positions 1..7 on a dilemma, this month's and the earlier ones, oldest first."""

    dilemma: str
    now: tuple[tuple[date, int], ...]
    before: tuple[tuple[date, int], ...]
    evidence: Evidence
    kind: Literal["tension"] = "tension"


@dataclass(frozen=True, slots=True)
class Coverage:
    """Per quality, in the order of the library: its id, questions asked and answered. A fact about the asking."""

    qualities: tuple[tuple[str, int, int], ...]
    evidence: Evidence
    kind: Literal["coverage"] = "coverage"


@dataclass(frozen=True, slots=True)
class Intentions:
    """How many intentions were noted this month and what became of those looked at; one open one verbatim, or ""."""

    noted: int
    done: int
    partly: int
    undone: int
    dropped: int
    open: int
    one: str = field(repr=False)
    evidence: Evidence
    kind: Literal["intentions"] = "intentions"


@dataclass(frozen=True, slots=True)
class Strained:
    """The leader wrote about strain on this day."""

    on: date
    evidence: Evidence
    kind: Literal["strained"] = "strained"


@dataclass(frozen=True, slots=True)
class Mirror:
    """The question forward: its rule, one of twelve wordings (0..11), and the dilemma or quality it is about.

    `side` is the pole that was not taken ("a", "b"), or "" where no pole is meant.
    """

    rule: Rule
    variant: int
    about: str
    side: Literal["a", "b", ""]
    evidence: Evidence
    kind: Literal["mirror"] = "mirror"


Finding = TooLittle | Rhythm | Mood | OwnWords | Tension | Coverage | Intentions | Strained | Mirror
Findings = tuple[Finding, ...]

_ADAPTER: TypeAdapter[Findings] = TypeAdapter(
    tuple[Annotated[Finding, Field(discriminator="kind")], ...], config=ConfigDict(hide_input_in_errors=True)
)


def month_of(findings: Findings) -> date:
    """The first day of the month they are about; the finding that opens them knows it."""
    return next(finding.month for finding in findings if isinstance(finding, TooLittle | Rhythm))


def as_json(findings: Findings) -> str:
    """The findings as JSON, own words included: to be kept encrypted only."""
    return _ADAPTER.dump_json(findings).decode()


def from_json(text: str) -> Findings:
    """The findings that `as_json` wrote; ValueError (without any of the text) when it did not write this."""
    try:
        return _ADAPTER.validate_json(text)
    except ValidationError:
        raise ValueError("these are no findings of a summary") from None


def evidence(kind: Literal["prompt", "answer", "tap", "intention"], *ids: int) -> Evidence:
    """References to rows of one kind, each once, in order."""
    return tuple(f"{kind}:{number}" for number in sorted(set(ids)))
