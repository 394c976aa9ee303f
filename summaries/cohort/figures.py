"""The figures on a page about taking part: arithmetic on what was released, so that no page can tell more than that."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil, floor

from summaries.cohort.facts import DAYPARTS, ENDS, Cell, Half, Pace, Release
from summaries.cohort.participation import SPELL, WEEK
from summaries.cohort.safely import BOTH, LESS, MORE, K, Share, bounds


@dataclass(frozen=True, slots=True)
class Range:
    """From `low` to `high` of so many counted people; of none when nobody is counted yet."""

    low: int
    high: int
    of: int

    @property
    def percents(self) -> tuple[int, int]:
        """From and to, rounded outwards to tens."""
        whole = max(1, self.of)
        return 10 * self.low // whole * 10, -(-10 * self.high // whole) * 10


@dataclass(frozen=True, slots=True)
class Week:
    """One closed week, by its Monday, of all people counted by then.

    The funnel is `asked`, `answered`, `followed`; `hours` per part of the day; `paces`: of how many people
    the middle one answered within what.
    """

    monday: date
    asked: Range
    answered: Range
    followed: Range
    unreachable: Range
    hours: tuple[tuple[str, Range], ...]
    paces: tuple[tuple[int, Pace], ...]


@dataclass(frozen=True, slots=True)
class Spell:
    """Four closed weeks of a wave below ten, from the first day to the last: what came of its questions."""

    first: date
    last: date
    half: Half

    @property
    def percents(self) -> tuple[int, int]:
        """Of how many of the questions there is an answer: from and to, rounded outwards to tens."""
        return (floor(10 * MORE) * 10, 100) if self.half == "more" else (0, ceil(10 * LESS) * 10)


@dataclass(frozen=True, slots=True)
class Small:
    """So many people, below ten, who are counted together since a Monday, and what is told of them, oldest first."""

    since: date
    people: int
    spells: tuple[Spell, ...]

    @property
    def tells(self) -> date:
        """The day on which the first four weeks are released."""
        return self.since + (SPELL + 1) * WEEK


def weekly(releases: Iterable[Release]) -> bool:
    """Is there anybody of whom anything is told per week?"""
    return any(cell.people >= BOTH for release in releases for cell in release.cells)


def smalls(releases: Sequence[Release]) -> tuple[Small, ...]:
    """The waves below ten that are counted by now."""
    cells = releases[-1].cells if releases else ()
    return tuple(
        Small(cell.since, cell.people, tuple(_spells(cell.since, releases))) for cell in cells if cell.people < BOTH
    )


def _spells(since: date, releases: Iterable[Release]) -> Iterator[Spell]:
    for release in releases:
        for cell in release.cells:
            if cell.since == since and cell.half:
                end = release.week + WEEK
                yield Spell(end - SPELL * WEEK, end - timedelta(days=1), cell.half)


def weeks(releases: Iterable[Release]) -> tuple[Week, ...]:
    """The closed weeks in which people were counted, in the order of the releases."""
    return tuple(_week(release) for release in releases if release.cells)


def retention(releases: Iterable[Release]) -> tuple[tuple[int, Range], ...]:
    """Per week since people were counted (1 is the first) how many of those who came that far answered in it."""
    cells = [cell for release in releases for cell in release.cells]
    ages = sorted({cell.age for cell in cells})
    return tuple((age, _all([cell for cell in cells if cell.age == age], _answered)) for age in ages)


def at_risk(releases: Iterable[Release]) -> Range:
    """How many people answered nothing in the first week in which they were counted."""
    begun = _all([cell for release in releases for cell in release.cells if cell.age == 1], _answered)
    return Range(begun.of - begun.high, begun.of - begun.low, begun.of)


def _week(release: Release) -> Week:
    cells = release.cells
    return Week(
        release.week,
        asked=_all(cells, lambda cell: cell.asked),
        answered=_all(cells, _answered),
        followed=_all(cells, lambda cell: cell.followed),
        unreachable=_all(cells, lambda cell: cell.unreachable),
        hours=tuple(zip(DAYPARTS, _between(cells), strict=True)),
        paces=tuple((cell.people, cell.pace) for cell in cells if cell.pace and _answered_by(cell) >= K),
    )


def _answered(cell: Cell) -> Share:
    return cell.answered


def _answered_by(cell: Cell) -> int:
    """How many surely answered."""
    return bounds(cell.answered, cell.people)[0]


def _between(cells: tuple[Cell, ...]) -> Iterator[Range]:
    """Per part of the day: the first answers before its end without those before its beginning."""
    begin = Range(0, 0, sum(cell.people for cell in cells))
    for end in (*(_all(cells, _before(number)) for number in range(len(ENDS))), _all(cells, _answered)):
        yield Range(max(0, end.low - begin.high), end.high - begin.low, end.of)
        begin = end


def _before(end: int) -> Callable[[Cell], Share]:
    return lambda cell: cell.before[end]


def _all(cells: Iterable[Cell], of: Callable[[Cell], Share]) -> Range:
    """The shares of disjoint people together: from the sum of the fewest to the sum of the most."""
    parts = [(*bounds(of(cell), cell.people), cell.people) for cell in cells]
    return Range(*(sum(part[number] for part in parts) for number in range(3)))
