"""Which item in which week: reads the programmes and follows every link in them."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from dialogues.library.entry import Entry
from dialogues.library.questions import version
from dialogues.library.wording import LABEL
from dialogues.model import (
    Dilemma,
    Extra,
    IntegrityCase,
    Programme,
    Quality,
    Question,
    Rest,
    Text,
    Touch,
    TouchKind,
    Week,
)

_Slot = Literal["A", "B"]
_SLOTS: tuple[_Slot, ...] = get_args(_Slot)
_TOUCHES: tuple[TouchKind, ...] = get_args(TouchKind)
_EXTRAS: tuple[Extra, ...] = get_args(Extra)


@dataclass(frozen=True, slots=True)
class Askable:
    """Everything that a programme can point at."""

    qualities: Mapping[str, Quality]
    questions: Mapping[str, Question]
    dilemmas: Mapping[str, Dilemma]
    cases: Mapping[str, IntegrityCase]

    def of(self, kind: TouchKind) -> Mapping[str, object]:
        """The items of one kind by id."""
        return {"question": self.questions, "paradox": self.dilemmas, "integrity_case": self.cases}[kind]


def programmes(root: Entry, known: Askable) -> dict[str, Programme]:
    """The programmes by id."""
    edition = version(root)

    def read(entry: Entry) -> Programme:
        name, weeks = entry.text("name", LABEL), tuple(_weeks(entry, known))
        programme = Programme(entry.word("id"), edition, name, weeks, tuple(_rests(entry)))
        _check(entry, programme, known)
        entry.close()
        return programme

    return root.keyed("programmes", read)


def _weeks(entry: Entry, known: Askable) -> Iterator[Week]:
    """The weeks, from a flat list or from months; a month lends its theme to its weeks."""
    most = entry.number("touches_per_week", 1, len(_SLOTS))
    if not entry.has("months"):
        for part in entry.entries("weeks"):
            yield _week(part, part.text("theme", LABEL), known, most)
        return
    for number, month in enumerate(entry.entries("months"), 1):
        month.number("month", number, number)
        month.link("quality", {*known.qualities, "mixed"} if known.qualities else ())
        theme = month.text("theme", LABEL)
        for part in month.entries("weeks"):
            yield _week(part, theme, known, most)
        month.close()


def _rests(entry: Entry) -> Iterator[Rest]:
    """The weeks of the year in which nothing is asked; there need not be any."""
    for part in entry.entries("rest_weeks") if entry.has("rest_weeks") else ():
        # the 28th is the last day that every month has
        yield Rest(part.number("month", 1, 12), part.number("day", 1, 28), part.number("weeks", 1, 8))
        part.close()


def _week(part: Entry, theme: Text, known: Askable, most: int) -> Week:
    week = Week(
        number=part.number("week", 1, 999),
        theme=theme,
        touches=tuple(_touch(touch, known) for touch in part.entries("touches")),
        extras=part.words("extra", _EXTRAS) if part.has("extra") else (),
    )
    slots = [touch.slot for touch in week.touches]
    if slots != sorted(set(slots)):
        part.problem("the slots of a week are A, then B, each once")
    if len(slots) > most:
        part.problem(f"this week has {len(slots)} touches; touches_per_week says {most}")
    part.close()
    return week


def _touch(part: Entry, known: Askable) -> Touch:
    kind = part.one_of("type", _TOUCHES)
    touch = Touch(part.one_of("slot", _SLOTS), kind, part.link("id", known.of(kind)))
    part.close()
    return touch


def _check(entry: Entry, programme: Programme, known: Askable) -> None:
    wanted = entry.number("duration_weeks", 1, 999)
    if wanted != len(programme.weeks):
        entry.problem(f"duration_weeks says {wanted}, but there are {len(programme.weeks)} weeks")
    if [week.number for week in programme.weeks] != list(range(1, len(programme.weeks) + 1)):
        entry.problem("the weeks must be numbered 1, 2, 3 and so on")
    if [week.number for week in programme.weeks if "programme_end" in week.extras] != [len(programme.weeks)]:
        entry.problem("programme_end belongs in the last week, and only there")
    asked = Counter(touch.item for week in programme.weeks for touch in week.touches)
    for item in (item for item, times in asked.items() if times > 1):
        entry.problem(f"{item} is asked twice; a programme asks nothing twice")
    covered = {known.questions[item].quality for item in asked if item in known.questions}
    missing = known.qualities.keys() - covered if entry.flag("covers_all_qualities") and known.questions else set()
    for quality in sorted(missing):
        entry.problem(f"no question is about {quality}, though covers_all_qualities is true")
