"""A programme laid out over a rhythm: which item falls in which week, on which day, at what hour.

Touch number k (a question, dilemma or case; from 0, over the whole programme) falls in calendar week k // n, on day
k % n of the rhythm's n days. With two days that is the programme as listed, with one day it takes twice as long. The
Friday pulse closes a calendar week whose last touch also closes a programme week, unless Friday is one of the rhythm's
days or the leader wants no pulse. A return to an earlier dilemma takes the place of that week's pulse; where there is
no such Friday it is a touch of its own. So every rhythm asks in the same order (touches, what closes the week, the next
week; the end on the next day after the last touch), and rhythms differ only in which pulses they leave out.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import time
from functools import lru_cache

from dialogues.asking.moments import quiet_at
from dialogues.model import Programme, Week
from dialogues.people import ItemKind, Rhythm

FRIDAY, PULSE_AT = 4, time(15, 30)
END = "end"


@dataclass(frozen=True, slots=True)
class Entry:
    """One place in a programme: `week` is the programme's (from 1), `calendar_week` the rhythm's (from 0).

    `slot` names the place in every rhythm ("w03A", "w03pulse", "w14revisit", "end"). `item` is empty for a pulse and a
    revisit, which are chosen when they are due, and the programme's id for the end.
    """

    slot: str
    week: int
    kind: ItemKind
    item: str
    calendar_week: int
    weekday: int
    at: time

    @property
    def is_touch(self) -> bool:
        """Whether it belongs to what every rhythm asks; only a pulse may be left out."""
        return self.kind != "pulse"


def entries(programme: Programme, rhythm: Rhythm) -> tuple[Entry, ...]:
    """Every entry, in the order of asking. Monthly summaries and checks on intentions have moments of their own."""
    return _laid_out(_Same(programme), rhythm.days, rhythm.times, _pulse_at(rhythm))


def _pulse_at(rhythm: Rhythm) -> time | None:
    """When the pulse comes: on Friday afternoon or, when that is one of the quiet hours, at the leader's own hour."""
    if not rhythm.pulse:
        return None
    return rhythm.times[0] if quiet_at(PULSE_AT, rhythm.quiet) else PULSE_AT


class _Same:
    """A programme compared by identity: hashing all its texts would cost more than laying it out."""

    __slots__ = ("programme",)

    def __init__(self, programme: Programme) -> None:
        self.programme = programme

    def __hash__(self) -> int:
        return id(self.programme)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.programme is other.programme


@lru_cache(maxsize=1024)
def _laid_out(same: _Same, days: tuple[int, ...], times: tuple[time, ...], pulse_at: time | None) -> tuple[Entry, ...]:
    return tuple(_Layout(days, times, None if FRIDAY in days else pulse_at).over(same.programme))


@dataclass(frozen=True, slots=True)
class _Layout:
    days: tuple[int, ...]
    times: tuple[time, ...]
    friday: time | None  # when a week is closed; None: never

    def over(self, programme: Programme) -> Iterator[Entry]:
        number = 0
        for week in programme.weeks:
            for touch in week.touches:
                slot = f"w{week.number:02}{touch.slot}"
                yield Entry(slot, week.number, touch.kind, touch.item, *self._place(number))
                number += 1
            for entry in self._closing(week, number):
                yield entry
                number += entry.weekday in self.days
        if any("programme_end" in week.extras for week in programme.weeks):
            yield Entry(END, programme.weeks[-1].number, "programme_end", programme.id, *self._place(number))

    def _place(self, number: int) -> tuple[int, int, time]:
        calendar_week, nth = divmod(number, len(self.days))
        return calendar_week, self.days[nth], self.times[nth]

    def _closing(self, week: Week, number: int) -> Iterator[Entry]:
        """What closes a programme week: on Friday when the calendar week ends with it too, `number` touches from 0."""
        calendar_week, rest = divmod(number, len(self.days))
        friday = (calendar_week - 1, FRIDAY, self.friday) if self.friday and week.touches and not rest else None
        if "paradox_revisit" in week.extras:
            place = friday or self._place(number)
            yield Entry(f"w{week.number:02}revisit", week.number, "paradox_revisit", "", *place)
        elif "pulse" in week.extras and friday:
            yield Entry(f"w{week.number:02}pulse", week.number, "pulse", "", *friday)
