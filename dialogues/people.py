"""People and what they gave, as frozen values. Private words are kept out of every repr, so out of every log."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from typing import Literal

from dialogues.model import Language

Id = int
RhythmKind = Literal["light", "standard", "own"]
LeaderState = Literal["arriving", "active", "paused", "held", "stopped", "gone"]
ItemKind = Literal[
    "question", "paradox", "integrity_case", "pulse", "intention_check", "paradox_revisit", "programme_end"
]  # fmt: skip
PromptState = Literal["open", "answered", "skipped", "closed"]
Part = Literal[
    "answer", "followup", "deeper", "why", "other", "both", "own_case", "changed", "closing", "learning", "discovery",
    "addition", "thought", "correction",
]  # fmt: skip
Care = Literal["none", "strain", "crisis", "danger", "report"]
IntentionState = Literal["open", "done", "partly", "not", "dropped"]
AnswerState = Literal["kept", "held", "hidden", "withdrawn"]
Likeness = Literal["paradox", "pattern", "quality"]
Theme = Literal["light", "dark"]
Verdict = Literal["open", "yes", "no"]
SummaryKind = Literal["month", "first", "year", "programme"]
CohortState = Literal["open", "paused", "closed", "archived"]
MirrorPeriod = Literal["month", "quarter"]
CLOSED: tuple[CohortState, ...] = ("closed", "archived")
TOLD = "told"  # of a prompt that asks for a tap, and got words
LEFT = "left "  # before the step at which what was asked was stopped


@dataclass(frozen=True, slots=True)
class Rhythm:
    """When a leader is asked. `days`: 0 is Monday, in order; `times`: one local wall time per day.

    `country` names the public holidays that are skipped (ISO code in lower case, or "none"); unless `country_chosen`
    it goes along with the zone. `fuller`: the days and hours that a light rhythm made way for, to return to.
    """

    kind: RhythmKind
    days: tuple[int, ...]
    times: tuple[time, ...]
    zone: str
    pulse: bool = True
    country: str = "nl"
    quiet: tuple[time, time] = (time(19, 30), time(7, 30))  # begin and end; nothing is sent in between
    country_chosen: bool = False
    fuller: tuple[tuple[int, time], ...] = ()


@dataclass(frozen=True, slots=True)
class Wishes:
    """What a leader switched on or off."""

    echoes: bool = True  # may earlier words of their own come back?
    theme: Theme = "light"  # of the picture in the chat: which one theirs has, Telegram does not tell
    muted: tuple[Id, ...] = ()  # groups whose notices they do not want


@dataclass(frozen=True, slots=True)
class Typed:
    """The message in which a value was typed last: for which prompt, and under which names it is kept."""

    prompt: Id
    message: int
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Memory:
    """Small counters that keep the bot from repeating or pressing."""

    skips: int = 0
    silences: int = 0
    thanks: int = 0
    thanked: str = ""  # the thanks that was said last
    reminders: int = 0
    elements: tuple[tuple[date, str], ...] = ()  # follow-up elements of the last days, newest last
    wordings: tuple[tuple[date, str], ...] = ()  # wordings of the last eight weeks: a stable key each
    nudged_on: date | None = None  # last tip about names of others
    moods: tuple[datetime, Id] | None = None  # when mood and energy were asked or tapped last, and beside which prompt
    telling: tuple[date, str, Id] | None = None  # the same for what only the leader can tell: "insight" or "recognise"
    offered_on: date | None = None  # last offer to make an intention of an answer
    lines: tuple[tuple[date, str], ...] = ()  # lines above a question that were said lately, newest last
    echoed_on: date | None = None  # last time that earlier words came back
    looked: bool = False  # the first small look back has come
    media: str = ""  # what was shown last and on which day, so that the same is not answered twice
    left: tuple[Id, ...] = ()  # the enrolments that ran when their leader stopped
    finished: bool = False  # did they stop at the end of a programme, and not at any other moment?
    away: tuple[datetime, datetime] | None = None  # a pause that begins later, and when it ends
    typed: Typed | None = None  # an edit of that message changes the value
    guides: bool = False  # does the command menu here hold what only a facilitator may do?

    def but(self, **changes: object) -> "Memory":
        """The same memory with some fields changed."""
        return replace(self, **changes)  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class Leader:
    """An enrolled person, or someone who is being asked whether to enrol (`arriving`)."""

    id: Id
    chat: int
    language: Language
    state: LeaderState
    rhythm: Rhythm
    memory: Memory = Memory()
    until: datetime | None = None  # end of a pause or a safety hold; None while paused means open-ended
    wishes: Wishes = Wishes()


@dataclass(frozen=True, slots=True)
class Enrolment:
    """A leader in a programme; `position` is the number of programme entries already passed, since `anchor`.

    `anchor`: the Monday on which entry `anchor_position` has its week; a change of rhythm moves both.
    """

    id: Id
    leader: Id
    cohort: Id | None
    programme: str
    state: Literal["active", "ended", "left"]
    anchor: date
    anchor_position: int
    position: int
    next_due_at: datetime | None


@dataclass(frozen=True, slots=True)
class Prompt:
    """One scheduled sending of an item, and how far the talk about it has come (`stage`)."""

    id: Id
    leader: Id
    enrolment: Id | None
    kind: ItemKind
    item: str
    version: str
    slot: str
    state: PromptState
    stage: str
    asked_at: datetime
    expires_at: datetime
    followups: int = 0
    asked: str = ""  # the follow-up element that was asked last, or that words came where a tap was asked
    about: Id | None = None  # the intention of a check, the earlier prompt of a revisit

    @property
    def over(self) -> bool:
        """Was it answered, and is nothing asked about it any more? So it is with a case that was said to be real."""
        return self.state == "answered" and self.stage in ("done", "real")

    @property
    def met(self) -> bool:
        """Was it answered, if only in words where a tap was asked? Then its window that closes is no miss."""
        return self.state == "answered" or self.asked.startswith(TOLD)

    @property
    def left(self) -> str:
        """The step at which it was stopped; "" where it was not."""
        return self.asked.removeprefix(LEFT) if self.over and self.asked.startswith(LEFT) else ""

    def leaving(self, stage: str) -> "Prompt":
        """The same, with the step at which it is stopped: who has second thoughts goes on from there."""
        return replace(self, asked=f"{LEFT}{stage}")


@dataclass(frozen=True, slots=True)
class Answer:
    """What a leader wrote, for one part of a prompt (or a loose thought when `prompt` is None)."""

    id: Id
    leader: Id
    prompt: Id | None
    part: Part
    text: str = field(repr=False)
    language: Language
    given_at: datetime
    late: bool = False
    care: Care = "none"
    state: AnswerState = "kept"
    named: bool = False  # holds another person's name or data: never quoted
    message: int | None = None  # Telegram's id, to find it again when edited


@dataclass(frozen=True, slots=True)
class Tap:
    """One tapped value: a pulse, a scale, a choice, a position or a verdict, named by `name`."""

    id: Id
    leader: Id
    prompt: Id | None
    name: str
    value: str = field(repr=False)
    at: datetime


@dataclass(frozen=True, slots=True)
class Echo:
    """An earlier answer that was brought back beside a later one; only a confirmed one ("yes") counts anywhere."""

    id: Id
    leader: Id
    earlier: Id
    later: Id
    why: Likeness
    asked_at: datetime
    verdict: Verdict = "open"


@dataclass(frozen=True, slots=True)
class Intention:
    """Something a leader means to do, in their own words."""

    id: Id
    leader: Id
    answer: Id | None
    text: str = field(repr=False)
    made_at: datetime
    state: IntentionState
    settled_at: datetime | None = None  # when it was told what became of it


@dataclass(frozen=True, slots=True)
class Cohort:
    """A group that a facilitator subscribed; its values are the defaults of who joins.

    `until`: the end of a pause of all. `weekday` (0 is Monday) and `hour`: the first day and hour of who joins, None
    for the usual ones. `retention_months`: how long after its end everything of the group goes.
    """

    id: Id
    name: str
    programme: str
    language: Language
    zone: str
    starts_on: date | None  # None: each leader begins right after joining, on the days from the day after
    organisation: Id | None = None
    state: CohortState = "open"
    until: datetime | None = None
    weekday: int | None = None
    hour: time | None = None
    ends_on: date | None = None
    retention_months: int = 12
    period: MirrorPeriod = "month"  # of its mirrors
