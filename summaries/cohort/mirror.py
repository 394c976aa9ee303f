"""The mirror of a group (spiegel): where people stood in a closed period, never who and never a word of theirs.

One release per period, computed once; what was published is given back in and stays. What each rule stops:

- Numbers are of a group of twelve or more of whom five or more answered: that there are any never tells that all did.
- In a group of five to eleven there are none, only a word for each dilemma that any of them was asked about: to which
  pole more than half of those leaned who placed themselves, five or more. All of them look like just over half of them.
  Where there is no such half, where fewer placed themselves and where people left since, the word is the same, so that
  nothing is seen to be held back, and none of it tells how many answered. One of five cannot tell what another did.
- A distribution is of ten people or more, in steps of three people or wider, so that one or two never show, and only
  when two values have two people or more each: else it would tell what everybody tapped (homogeneity, Machanavajjhala
  and others 2007), or four people could put their own values together and know the others'.
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

from summaries.cohort.facts import SEVEN, THREE, Lean, Mirror, Side, Spread
from summaries.cohort.safely import FINEST, K, Share, share, spread

MEMBERS = 12  # people counted in a group, below which a mirror has no numbers
BARS = K * FINEST[0]  # people from whom positions are shown one by one: of each some five, if all were taken as often
MIDDLE = 4  # of seven positions, at neither pole
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
    answer would tell of that answer; in a group below twelve those that any was, since who rests would be missed.
    `left`: the days on which counted people left, were erased or came back.
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
    days, members = (period.first, period.last), period.members
    telling = frozenset(about for about in period.dilemmas if _tells_who_left(about, period, published))
    if K <= members < MEMBERS:
        return Mirror(*days, members, leans=_leans(period, telling))
    if members < K or len(_people(period)) < K:
        return Mirror(*days, members)
    return Mirror(*days, members, _positions(period, telling), _energy(period), _qualities(period))


def _tells_who_left(about: str, period: Period, published: Iterable[Mirror]) -> bool:
    """Would this dilemma, beside one of the mirrors that showed it, tell of one to four who left or came back since?"""
    alike = [one for one in published if about in _shown(one) and one.members == period.members]
    return any(0 < sum(one.first <= day <= period.last for day in period.left) < K for one in alike)


def _shown(one: Mirror) -> set[str]:
    """The dilemmas of which it tells something; a lean that is none tells something too."""
    return {found.about for found in one.positions if found.shares} | {lean.about for lean in one.leans}


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
    bars = {about: _bars(last) for about, last in _stood(period).items()}
    return tuple(Spread(about, () if about in held else shares) for about, shares in bars.items())


def _leans(period: Period, held: Container[str]) -> tuple[Lean, ...]:
    sides = {about: lean(last) for about, last in _stood(period).items()}
    return tuple(Lean(about, "none" if about in held else side) for about, side in sides.items())


def _stood(period: Period) -> dict[str, tuple[int, ...]]:
    """Per dilemma where each person stood last."""
    last: dict[str, dict[str, int]] = {about: {} for about in period.dilemmas}
    for placed in sorted(period.placed, key=lambda one: (one.at, one.position)):
        last.setdefault(placed.dilemma, {})[placed.leader] = placed.position
    return {about: tuple(last[about].values()) for about in period.dilemmas}


def lean(positions: Sequence[int]) -> Side:
    """The pole at which more than half of five people or more stand; whether all do looks the same."""
    left, _, right = _sides(positions, MIDDLE)
    if len(positions) < K:
        return "none"
    return "a" if 2 * left > len(positions) else "b" if 2 * right > len(positions) else "none"


def _bars(positions: Sequence[int]) -> tuple[Share, ...]:
    if len(positions) >= BARS:
        return spread([positions.count(bar + 1) for bar in range(SEVEN)])
    return spread(_sides(positions, MIDDLE))


def _sides(values: Sequence[int], middle: int) -> tuple[int, ...]:
    """How many are below the middle, on it and above it."""
    sides = [(value > middle) - (value < middle) + 1 for value in values]
    return tuple(sides.count(side) for side in range(THREE))


def _energy(period: Period) -> Spread:
    taps: dict[str, list[int]] = {}
    for felt in period.felt:
        taps.setdefault(felt.leader, []).append(felt.value)
    return Spread("energy", spread(_sides([median_low(values) for values in taps.values()], 3)))


def _qualities(period: Period) -> tuple[tuple[str, Share], ...]:
    drew = {(one.quality, one.leader) for one in period.drew}
    counts = {about: sum(quality == about for quality, _ in drew) for about in period.qualities}
    return tuple((about, share(min(count, period.members), period.members)) for about, count in counts.items())
