"""A programme laid out over a rhythm: which item falls in which week, on which day, at what hour.

Touch number k (a question, dilemma or case; from 0, over the whole programme) falls in calendar week k // n, on day
k % n of the rhythm's n days. With two days that is the programme as listed, with one day it takes twice as long. The
Friday pulse closes a calendar week whose last touch also closes a programme week, unless Friday is one of the rhythm's
days or the leader wants no pulse. A return to an earlier dilemma takes the place of that week's pulse. So every rhythm
asks in the same order (touches, the week's pulse, the next week; the end on the next day after the last touch), and
rhythms differ only in which pulses they leave out.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import time
from functools import lru_cache

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
        """Whether it belongs to the programme's own order, and is not a pulse or what replaces one."""
        return self.kind not in ("pulse", "paradox_revisit")


def entries(programme: Programme, rhythm: Rhythm) -> tuple[Entry, ...]:
    """Every entry, in the order of asking. Monthly summaries and checks on intentions have moments of their own."""
    return _laid_out(_Same(programme), rhythm.days, rhythm.times, rhythm.pulse)


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
def _laid_out(same: _Same, days: tuple[int, ...], times: tuple[time, ...], pulse: bool) -> tuple[Entry, ...]:
    return tuple(_Layout(days, times, pulse and FRIDAY not in days).over(same.programme))


@dataclass(frozen=True, slots=True)
class _Layout:
    days: tuple[int, ...]
    times: tuple[time, ...]
    pulse: bool

    def over(self, programme: Programme) -> Iterator[Entry]:
        number = 0
        for week in programme.weeks:
            for touch in week.touches:
                slot = f"w{week.number:02}{touch.slot}"
                yield Entry(slot, week.number, touch.kind, touch.item, *self._place(number))
                number += 1
            yield from self._closing(week, number)
        if any("programme_end" in week.extras for week in programme.weeks):
            yield Entry(END, programme.weeks[-1].number, "programme_end", programme.id, *self._place(number))

    def _place(self, number: int) -> tuple[int, int, time]:
        calendar_week, nth = divmod(number, len(self.days))
        return calendar_week, self.days[nth], self.times[nth]

    def _closing(self, week: Week, number: int) -> Iterator[Entry]:
        """The Friday of the touch before `number`, when that is the last touch of both weeks."""
        calendar_week, rest = divmod(number, len(self.days))
        friday = (calendar_week - 1, FRIDAY, PULSE_AT)
        if rest or not self.pulse or not week.touches:
            return
        if "paradox_revisit" in week.extras:
            yield Entry(f"w{week.number:02}revisit", week.number, "paradox_revisit", "", *friday)
        elif "pulse" in week.extras:
            yield Entry(f"w{week.number:02}pulse", week.number, "pulse", "", *friday)
