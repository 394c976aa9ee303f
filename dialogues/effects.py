"""What the conversation wants done, as values: the journey that carries it out decides nothing."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal

from dialogues.people import AnswerState, Care, Id, IntentionState, ItemKind, Leader, Part, Prompt, SummaryKind, Verdict

Weight = Literal["reply", "prompt", "reminder", "summary", "safety", "document"]
ErrandKind = Literal[
    "remind", "expire", "snooze", "resume", "hold_over", "check", "recap", "monthly", "lapse", "thought", "hear",
    "weigh",
    "withdrawn", "away", "first", "year", "programme", "mirror", "notice", "group_paused", "group_closed",
    "group_changed", "group_start", "group_onward", "own_question", "group_link",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Say:
    """Say a screen. `edits` replaces that message in place; `about` is what its buttons are about.

    `renews`: it takes the place of the newest message that shows this screen about the same, which words meant.
    """

    screen: str
    args: Mapping[str, Any] = field(default_factory=dict)
    about: Id = 0
    weight: Weight = "reply"
    edits: int | None = None
    renews: bool = False


@dataclass(frozen=True, slots=True)
class React:
    """A quiet receipt on a message of the leader's: an emoji that Telegram allows, no sentence."""

    message: int
    emoji: str = "✍"


@dataclass(frozen=True, slots=True)
class Strip:
    """Take the buttons off a message of the bot's; its words stay as they are."""

    message: int


@dataclass(frozen=True, slots=True)
class Outdate:
    """Take the buttons off whatever still shows one of these screens about this: something else came of it."""

    screens: frozenset[str]
    about: Id = 0


@dataclass(frozen=True, slots=True)
class Redraw:
    """Show a prompt as it is now, where it was sent: its value visible, its buttons gone."""

    prompt: Prompt


@dataclass(frozen=True, slots=True)
class Keep:
    """Keep what was written under the scene's fresh id."""

    prompt: Id | None
    part: Part
    text: str = field(repr=False)
    message: int
    late: bool = False
    care: Care = "none"
    held: bool = False
    named: bool = False


@dataclass(frozen=True, slots=True)
class Add:
    """Add to the latest answer of a prompt."""

    prompt: Id
    text: str = field(repr=False)
    message: int
    named: bool = False


@dataclass(frozen=True, slots=True)
class Amend:
    """Replace the words of the answer that came with this message, keeping the earlier ones."""

    message: int
    text: str = field(repr=False)
    care: Care = "none"
    named: bool = False


@dataclass(frozen=True, slots=True)
class Rewrite:
    """Replace the words of an answer, keeping the earlier ones."""

    answer: Id
    text: str = field(repr=False)
    named: bool = False


@dataclass(frozen=True, slots=True)
class PutBack:
    """Let the words of before (the id of that version) stand again; the message (`edits`) tells what stands now."""

    version: Id
    edits: int


@dataclass(frozen=True, slots=True)
class Treat:
    """Hide an answer from summaries, withdraw it, or bring it back; only when it stands in one of the states `when`."""

    answer: Id
    state: AnswerState
    when: tuple[AnswerState, ...]


@dataclass(frozen=True, slots=True)
class Expunge:
    """Erase for good what was withdrawn and not restored: the answer, its versions and whatever quotes it."""

    answer: Id


@dataclass(frozen=True, slots=True)
class Search:
    """Look for words in the leader's own answers, and show where they are."""

    words: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Revisit:
    """Ask the dilemma of an earlier prompt again, now."""

    prompt: Prompt


@dataclass(frozen=True, slots=True)
class Redact:
    """Replace the names of others in an answer by roles; the offer (`edits`) makes way for the outcome."""

    answer: Id
    edits: int | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    """Say how an answer is to be treated from now on."""

    answer: Id
    care: Care | None = None
    kept: bool = False


@dataclass(frozen=True, slots=True)
class Drop:
    """Erase one answer."""

    answer: Id


@dataclass(frozen=True, slots=True)
class KeepTap:
    """Keep one tapped value; tapping again replaces it."""

    prompt: Id
    name: str
    value: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Turn:
    """The prompt as it is now."""

    prompt: Prompt


@dataclass(frozen=True, slots=True)
class Become:
    """The leader as they are now: language, state, rhythm, memory."""

    leader: Leader


@dataclass(frozen=True, slots=True)
class Ask:
    """Ask an item now, under a slot that makes asking twice impossible."""

    kind: ItemKind
    item: str
    slot: str
    intro: str = ""
    enrolled: bool = False
    about: Id | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """Do something at a moment; planning the same kind about the same thing again moves it."""

    kind: ErrandKind
    at: datetime
    about: Id = 0


@dataclass(frozen=True, slots=True)
class Cancel:
    """Forget what was planned: of one kind (about one thing, or all of that kind)."""

    kind: ErrandKind
    about: Id | None = None


@dataclass(frozen=True, slots=True)
class Agree:
    """The yes to the consent text: record it, use the invite, enrol."""

    invite: str


@dataclass(frozen=True, slots=True)
class Enrol:
    """Begin a programme from the coming week."""

    programme: str


@dataclass(frozen=True, slots=True)
class Rejoin:
    """Back into every programme and group that stopping left and that still runs, at the same place."""


@dataclass(frozen=True, slots=True)
class Reschedule:
    """The rhythm or state changed: compute the next moment anew; nothing comes twice."""


@dataclass(frozen=True, slots=True)
class Intend:
    """Note an intention in the leader's words, and ask about it once after a week or so."""

    text: str = field(repr=False)
    answer: Id | None


@dataclass(frozen=True, slots=True)
class IntendFrom:
    """Note as intention the sentence of an answer that holds one; the offer (`edits`) makes way for the outcome."""

    answer: Id
    edits: int | None = None


@dataclass(frozen=True, slots=True)
class Reword:
    """Put an intention in other words of the leader's own, beside what would be lost of the earlier ones."""

    intention: Id
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Settle:
    """What came of an intention."""

    intention: Id
    state: IntentionState


@dataclass(frozen=True, slots=True)
class Recall:
    """Bring back an earlier answer that touches what was said to this prompt, if there is one.

    `thanks` is said first; when an answer is brought back, its taps make way for that.
    """

    prompt: Id
    thanks: Say


@dataclass(frozen=True, slots=True)
class Recognise:
    """The leader's verdict on an echo; `message` carries it and is edited in place."""

    echo: Id
    verdict: Verdict
    message: int | None = None


@dataclass(frozen=True, slots=True)
class Judge:
    """The leader's verdict on a summary."""

    summary: Id
    verdict: str


@dataclass(frozen=True, slots=True)
class Conceal:
    """Hide one line of a summary for good, in each of its forms; `line` is the short key of its id.

    `message` shows what is left by itself; other messages with that summary change along.
    """

    summary: Id
    line: str
    message: int


@dataclass(frozen=True, slots=True)
class Cherish:
    """Keep one sentence of a summary for the look back on the year, or let go of it; `line` as in `Conceal`."""

    summary: Id
    line: str
    kept: bool


@dataclass(frozen=True, slots=True)
class Recap:
    """Make a look back: over a month (YYYY-MM, a number or a name), a year (YYYY), a programme or the first weeks.

    An empty `period` is the latest that holds something. Its forms: the letter with its picture, the PDF, or the PDF
    without the leader's own words.
    """

    period: str = ""
    automatic: bool = False
    form: Literal["letter", "pdf", "share"] = "letter"
    over: SummaryKind = "month"


@dataclass(frozen=True, slots=True)
class Leave:
    """Stop every programme or, with a group, that one: nothing more is sent, what was written stays."""

    group: Id = 0


@dataclass(frozen=True, slots=True)
class Forget:
    """Erase everything there is about this person; `roles`: also about who runs groups, if they do."""

    roles: bool = True


Effect = (
    Say | React | Strip | Outdate | Redraw | Keep | Add | Amend | Rewrite | PutBack | Redact | Mark | Treat | Drop
    | Expunge | Search | KeepTap | Turn | Become | Ask | Revisit | Plan | Cancel | Agree | Enrol | Rejoin | Reschedule
    | Intend | IntendFrom | Reword | Settle | Recall | Recognise | Judge | Conceal | Cherish | Recap | Leave | Forget
)  # fmt: skip
