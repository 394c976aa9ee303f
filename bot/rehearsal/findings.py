"""What a rehearsal shows: what was asked per week beside what the calendar says, and anything odd."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.rehearsal.script import Line, unheard
from dialogues.asking import moments
from dialogues.asking.calendar import Planned, title
from dialogues.asking.slots import Entry
from dialogues.model import Language, Library
from dialogues.people import Prompt

FORGOTTEN = timedelta(days=180)  # after so long an item may come again, such as the very first question
ONCE = ("question", "paradox", "integrity_case", "programme_end")  # pulses and returns come more often


@dataclass(frozen=True, slots=True)
class Asked:
    """A prompt as it was sent: `state` is what became of its message."""

    prompt: Prompt
    state: str | None


@dataclass(frozen=True, slots=True)
class Played:
    """All that a rehearsal brought: the dialogue, what was asked, and what went wrong in the bot itself."""

    lines: tuple[Line, ...]
    asked: tuple[Asked, ...]
    ended: bool
    puzzled: tuple[str, ...] = ()
    trouble: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Setting:
    """What was rehearsed, and its calendar beforehand."""

    library: Library
    language: Language
    zone: str
    calendar: tuple[Planned, ...]

    def local(self, moment: datetime) -> datetime:
        """A moment on the leader's clock."""
        return moments.local(moment, self.zone)


def place(prompt: Prompt) -> str:
    """The place that a prompt was asked for, such as w03A; one beside the programme has a name of another kind."""
    return prompt.slot.partition(".")[0]


def by_place(asked: Sequence[Asked]) -> Mapping[str, Asked]:
    """What was asked, by its place in the programme."""
    return {place(each.prompt): each for each in reversed(asked)}


def wrong(played: Played, setting: Setting) -> tuple[str, ...]:
    """What went wrong, a sentence each."""
    return (*played.trouble, *_unsent(played, setting), *_twice(played), *_unfinished(played))


def _unsent(played: Played, setting: Setting) -> Iterator[str]:
    found = by_place(played.asked)
    for planned in setting.calendar:
        sent = found.get(planned.entry.slot)
        if planned.at is not None and sent is None:
            yield f"{_named(planned.entry)}, planned for {_at(planned.at)}, was never asked."
        if sent is not None and sent.state != "sent":
            yield f"{_named(planned.entry)} was asked, but its message did not arrive ({sent.state or 'never sent'})."


def _twice(played: Played) -> Iterator[str]:
    yield from (
        f"{again.item} was asked again {(again.asked_at - before.asked_at).days} days later."
        for before, again in _repeated(played)
        if again.asked_at - before.asked_at < FORGOTTEN
    )


def _repeated(played: Played) -> Iterator[tuple[Prompt, Prompt]]:
    """What was asked more than once, with the time before."""
    known: dict[str, Prompt] = {}
    for prompt in (each.prompt for each in played.asked if each.prompt.kind in ONCE):
        if prompt.item in known:
            yield known[prompt.item], prompt
        known[prompt.item] = prompt


def _unfinished(played: Played) -> Iterator[str]:
    if not played.ended:
        yield "The programme did not come to its end."


def notes(played: Played, setting: Setting) -> Iterator[str]:
    """What is odd without being wrong, a sentence each."""
    found = by_place(played.asked)
    for planned in setting.calendar:
        sent = found.get(planned.entry.slot)
        if planned.at is None:
            yield f"{_named(planned.entry)} finds no working day left in its week and is passed over."
        if sent is not None:
            yield from _otherwise(planned, sent.prompt, setting)
    repeated = (again for before, again in _repeated(played) if again.asked_at - before.asked_at >= FORGOTTEN)
    yield from (f"{again.item} came again after more than half a year." for again in repeated)
    yield from (f"Nothing followed on what the leader did at {_at(line.at)}." for line in unheard(played.lines))
    yield from (f"A rehearsal does not know the buttons {labels}." for labels in dict.fromkeys(played.puzzled))


def _otherwise(planned: Planned, prompt: Prompt, setting: Setting) -> Iterator[str]:
    """Was something else asked than was listed, or at another moment?"""
    if planned.entry.item not in ("", prompt.item):
        yield f"{_named(planned.entry)} made way for {prompt.item}."
    at = setting.local(prompt.asked_at)
    if planned.at is not None and at.replace(second=0, microsecond=0) != planned.at:
        yield f"{_named(planned.entry)} came on {_at(at)} instead of {_at(planned.at)}."


def table(played: Played, setting: Setting) -> Iterator[str]:
    """What was asked, week by week, as a table."""
    yield "| week | when | place | item | title |"
    yield "| --- | --- | --- | --- | --- |"
    weeks = {planned.entry.slot: planned.entry for planned in setting.calendar}
    for each in played.asked:
        prompt = each.prompt
        entry = weeks.get(place(prompt))
        named = Entry("", 0, prompt.kind, prompt.item, 0, 0, setting.local(prompt.asked_at).time())
        cells = (
            str(entry.week) if entry else "–",
            _at(setting.local(prompt.asked_at)),
            place(prompt).partition(":")[0],
            prompt.item,
            title(named, setting.library, setting.language).replace("|", "/"),
        )
        yield f"| {' | '.join(cells)} |"


def _named(entry: Entry) -> str:
    return f"{entry.slot} ({entry.item or entry.kind.replace('_', ' ')})"


def _at(moment: datetime) -> str:
    return f"{moment:%a} {moment.day} {moment:%b %Y %H:%M}"
