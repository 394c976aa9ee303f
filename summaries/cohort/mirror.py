"""The mirror of a group (spiegel): where people stood in a closed period, never who and never a word of theirs.

One release per period, computed once; what was published is given back in and stays. What each rule stops:

- Five or more people answered, of a group of twelve or more: that there is a mirror never tells that all answered.
- A distribution is of ten people or more, in steps of five or wider, and only when two values have two people or more
  each: else it would tell what everybody tapped (homogeneity, Machanavajjhala and others 2007), or four people could
  put their own values together and know the others'.
- Each person counts once per dilemma, with the last position, and once for energy, with their middle value, so one
  person never makes a group.
- Periods share no taps, and people are counted in waves of five or more. A dilemma that comes back is held back when
  one to four have left or come back since it was shown and no wave has come: if nobody else moved, the difference is
  theirs.
- Change is told between two published mirrors, from their steps alone.

The caller leaves out who withdrew, was erased, hid or was flagged, and whom participation does not count
(`summaries.cohort.participation.counted`). For a small group a quarter is a better period than a month.
"""

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from statistics import median_low
from typing import Literal

from summaries.cohort.facts import SEVEN, THREE, Mirror, Spread
from summaries.cohort.safely import FINEST, K, Share, share, spread

MEMBERS = 12  # people counted in a group, below which it has no mirror
BARS = K * FINEST[0]  # people from whom positions are shown one by one: steps of ten per cent
Change = Literal["more", "less", "same"]


@dataclass(frozen=True, slots=True)
class Placed:
    """A position 1..7 on a dilemma, as the library has its poles, by an opaque key."""

    leader: str
    dilemma: str
    position: int = field(repr=False)
    at: datetime


@dataclass(frozen=True, slots=True)
class Felt:
    """A tap on energy, 1..5."""

    leader: str
    value: int = field(repr=False)


@dataclass(frozen=True, slots=True)
class Drew:
    """Something about this quality was answered."""

    leader: str
    quality: str


@dataclass(frozen=True, slots=True)
class Period:
    """What the counted people gave from `first` to `last` day, in any order; `members`: how many are counted.

    `dilemmas` and `qualities`: those that five or more of them were asked about, since a name that comes with the first
    answer would tell of that answer. `left`: the days on which counted people left, were erased or came back.
    """

    first: date
    last: date
    members: int
    dilemmas: tuple[str, ...] = ()
    qualities: tuple[str, ...] = ()
    left: tuple[date, ...] = ()
    placed: tuple[Placed, ...] = ()
    felt: tuple[Felt, ...] = ()
    drew: tuple[Drew, ...] = ()


def mirror(period: Period, published: Sequence[Mirror] = ()) -> Mirror:
    """The mirror of a closed period: the published one when there is one, else computed now, to be kept for ever.

    ValueError when the period shares days with a published one.
    """
    for before in published:
        if (before.first, before.last) == (period.first, period.last):
            return before
        if before.first <= period.last and period.first <= before.last:
            raise ValueError("periods of mirrors share no days")
    if len(_people(period)) < K or period.members < MEMBERS:
        return Mirror(period.first, period.last, period.members)
    telling = frozenset(about for about in period.dilemmas if _tells_who_left(about, period, published))
    return Mirror(
        period.first, period.last, period.members, _positions(period, telling), _energy(period), _qualities(period)
    )


def _tells_who_left(about: str, period: Period, published: Iterable[Mirror]) -> bool:
    """Would this dilemma, beside one of the mirrors that showed it, tell of one to four who left or came back since?"""
    shown = [one for one in published if any(found.about == about and found.shares for found in one.positions)]
    alike = [one for one in shown if one.members == period.members]
    return any(0 < sum(one.first <= day <= period.last for day in period.left) < K for one in alike)


def changes(before: Spread, now: Spread) -> tuple[Change, ...]:
    """Per value whether more or fewer people stand there, as far as steps tell; () when they cannot be compared."""
    if before.about != now.about or len(before.shares) != len(now.shares):
        return ()
    return tuple(_change(was, after) for was, after in zip(before.shares, now.shares, strict=True))


def _change(was: Share, now: Share) -> Change:
    if now.step * was.steps >= (was.step + 1) * now.steps:
        return "more"
    return "less" if was.step * now.steps >= (now.step + 1) * was.steps else "same"


def _people(period: Period) -> set[str]:
    tapped = {placed.leader for placed in period.placed} | {felt.leader for felt in period.felt}
    return tapped | {one.leader for one in period.drew}


def _positions(period: Period, held: Container[str]) -> tuple[Spread, ...]:
    last: dict[str, dict[str, int]] = {about: {} for about in period.dilemmas}
    for placed in sorted(period.placed, key=lambda one: (one.at, one.position)):
        last.setdefault(placed.dilemma, {})[placed.leader] = placed.position
    bars = {about: _bars(tuple(last[about].values())) for about in period.dilemmas}
    return tuple(Spread(about, () if about in held else shares) for about, shares in bars.items())


def _bars(positions: Sequence[int]) -> tuple[Share, ...]:
    if len(positions) >= BARS:
        return spread([positions.count(bar + 1) for bar in range(SEVEN)])
    return _three(positions, 4)


def _three(values: Sequence[int], middle: int) -> tuple[Share, ...]:
    sides = [(value > middle) - (value < middle) + 1 for value in values]
    return spread([sides.count(side) for side in range(THREE)])


def _energy(period: Period) -> Spread:
    taps: dict[str, list[int]] = {}
    for felt in period.felt:
        taps.setdefault(felt.leader, []).append(felt.value)
    return Spread("energy", _three([median_low(values) for values in taps.values()], 3))


def _qualities(period: Period) -> tuple[tuple[str, Share], ...]:
    drew = {(one.quality, one.leader) for one in period.drew}
    counts = {about: sum(quality == about for quality, _ in drew) for about in period.qualities}
    return tuple((about, share(min(count, period.members), period.members)) for about, count in counts.items())
