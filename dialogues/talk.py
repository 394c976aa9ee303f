"""Where a conversation stands: a closed union, small enough to keep as JSON; it never holds a leader's words."""

from dataclasses import asdict, dataclass, fields
from datetime import datetime
from typing import Any, Literal

SettleStep = Literal["rhythm", "moment", "days", "hour", "zone", "quiet", "country", "pause"]
Tending = Literal["crisis_self", "acute_danger", "severe_strain", "integrity_report", "grief", "worry"]


@dataclass(frozen=True, slots=True)
class Arriving:
    """Somebody tapped an invite (its digest) or came alone (""); the language is asked."""

    invite: str = ""


@dataclass(frozen=True, slots=True)
class Consenting:
    """The consent text is shown; nothing is kept before a yes."""

    invite: str = ""


@dataclass(frozen=True, slots=True)
class Settling:
    """The rhythm or the length of a pause is being chosen; `first` while the leader is new and waits for a question.

    `missed`: words came last that were no choice.
    """

    step: SettleStep
    first: bool
    days: tuple[int, ...] = ()
    missed: bool = False


@dataclass(frozen=True, slots=True)
class Resting:
    """Nothing is open. What is written shortly after an answer belongs to that answer (`last`).

    What is written shortly after a loose `thought` (its first piece) goes on with that, also while it is not known yet
    whether it is to be kept (`held`).
    """

    last: int = 0
    thought: int = 0
    held: bool = False


@dataclass(frozen=True, slots=True)
class OnPrompt:
    """A prompt has the floor; how far it has come is its `stage`."""

    prompt: int


@dataclass(frozen=True, slots=True)
class Asking:
    """One free text is awaited: an intention, what a summary (its id) got wrong, what a hard situation does to one.

    Or another form for an intention (its id), a thought, words to look for, or the new words of an answer (its id).
    """

    what: Literal["intention", "form", "correction", "reflection", "thought", "search", "rewrite"]
    about: int = 0


@dataclass(frozen=True, slots=True)
class Weighing:
    """An ambiguous phrase was written; until its meaning is told, or `until` (Unix seconds), nothing else goes on.

    `answer` is 0 when nothing was kept; `prompt` had the floor.
    """

    answer: int
    prompt: int
    until: int = 0


@dataclass(frozen=True, slots=True)
class Tended:
    """A message of care was said last, and a reply to it is met gently `until` then (Unix seconds).

    `about` is the answer that called for it (0 when nothing was kept); `met`: a first reply has come.
    """

    care: Tending
    until: int
    about: int = 0
    met: bool = False


Talk = Arriving | Consenting | Settling | Resting | OnPrompt | Asking | Weighing | Tended

_KINDS: dict[str, type[Any]] = {
    kind.__name__: kind for kind in (Arriving, Consenting, Settling, Resting, OnPrompt, Asking, Weighing, Tended)
}


def lasting(talk: Talk, now: datetime) -> Talk:
    """The talk as it still stands: what is no longer expected is over."""
    return Resting() if isinstance(talk, Tended | Weighing) and talk.until < now.timestamp() else talk


def as_json(talk: Talk) -> dict[str, Any]:
    """The talk as a JSON object."""
    return {"kind": type(talk).__name__, **asdict(talk)}


def from_json(data: dict[str, Any] | None) -> Talk:
    """The talk back from JSON; whoever has none is resting."""
    if data is None:
        return Resting()
    values = {name: tuple(value) if isinstance(value, list) else value for name, value in data.items()}
    kind = _KINDS[str(values.pop("kind"))]
    known = {each.name for each in fields(kind)}  # what an earlier version kept besides is let go
    talk: Talk = kind(**{name: value for name, value in values.items() if name in known})
    return talk
