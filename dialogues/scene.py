"""What the conversation may know when it decides: loaded once per event, never changed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from dialogues.asking import moments
from dialogues.model import Language, Library, Question
from dialogues.people import Answer, Echo, Enrolment, Id, Leader, Prompt

JOINING = timedelta(minutes=15)  # what is written so soon after an answer belongs to it


@dataclass(frozen=True, slots=True)
class Followed:
    """A programme that runs, with the name of its group ("" for none) and the last moment of a pause of that group."""

    enrolment: Enrolment
    cohort: str = ""
    rests: datetime | None = None


@dataclass(frozen=True, slots=True)
class Scene:
    """The leader, the content, the moment, and the few facts about earlier days that choices rest on.

    `prompt` is what the event is about (replied to, pressed, or on the floor); `fresh` is the id that a kept answer
    gets; `programme` is what the leader is (or would be) enrolled in. Of several programmes that run, `enrolment` is
    that of the prompt or, without it, the one that is due next; `cohort`, `starts_on` and `rests` are of its group.
    """

    leader: Leader
    library: Library
    now: datetime
    fresh: Id
    prompt: Prompt | None = None
    edited: Id = 0  # the answer whose message is edited now
    programme: str = "starter_4w"
    cohort: str = ""
    host: str = ""  # who runs the group that somebody was invited to, and for which organisation
    guides: bool = False  # somebody who has not agreed to take part, and runs groups
    shut: bool = False  # their link opens nothing any more, and nobody takes part without one
    starts_on: date | None = None
    rests: datetime | None = None  # the last moment of a pause of the whole group, while it lasts
    enrolment: Enrolment | None = None  # a running one
    beside: tuple[Followed, ...] = ()  # the others that run, next due first
    left: tuple[Followed, ...] = ()  # what who stopped may come back into
    groups: tuple[tuple[Id, str], ...] = ()  # that the leader is in, the latest last, also after their programme
    mirrored: bool = False  # is the mirror of the last days of a programme with a group still to come?
    monthly: datetime | None = None  # when the next one comes, for who asked for one question a month
    used: frozenset[str] = frozenset()
    answered: int = 0
    quality_counts: Mapping[str, int] = field(default_factory=dict)
    low_energy: bool = False
    strained: bool = False
    last_answer_at: datetime | None = None  # words or a tap
    waiting: Prompt | None = None  # a question that was asked after the prompt, and is open
    answers: tuple[Answer, ...] = ()  # kept for this prompt so far
    gone: bool = False  # the loose words that a button is about were erased
    held: tuple[Answer, ...] = ()  # written for this prompt, of which it is not known yet whether they answer it
    aside: tuple[Answer, ...] = ()  # written for this prompt, with which it was put off a moment ago
    taps: Mapping[str, str] = field(default_factory=dict)  # tapped for this prompt so far
    noted: frozenset[str] = frozenset()  # which of these an earlier thanks for this prompt told already
    earlier: str = ""  # the position on this dilemma before, as the library has it, when it comes back
    echo: Echo | None = None  # what was brought back beside an answer to this prompt, in the last day or so
    open_intention: bool = False
    confirming: str = ""  # the screen that asks to stop, erase, leave or choose, while nothing was said after it
    confirmed: Id = 0  # what that screen is about
    unsure: bool = False  # nobody knows whether the prompt arrived
    consent: Mapping[str, str] = field(default_factory=dict)
    patience: timedelta = timedelta()  # silence after which words are heard; none: at once

    @property
    def running(self) -> tuple[Followed, ...]:
        """Every programme that runs, that of the prompt first."""
        mine = (Followed(self.enrolment, self.cohort, self.rests),) if self.enrolment else ()
        return (*mine, *self.beside)

    @property
    def language(self) -> Language:
        """The leader's language."""
        return self.leader.language

    @property
    def today(self) -> date:
        """The local date of the leader."""
        return moments.local(self.now, self.leader.rhythm.zone).date()

    @property
    def joins_last(self) -> bool:
        """Was the last word or tap given so shortly ago that this still belongs to it?"""
        return self.last_answer_at is not None and self.now - self.last_answer_at <= JOINING

    @property
    def question(self) -> Question | None:
        """The question of the prompt, when it is one."""
        return self.library.questions.get(self.prompt.item) if self.prompt else None
