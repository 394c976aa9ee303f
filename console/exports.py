"""What was released about a group, as tables to take along: the figures of the pages, and nothing beside them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from console.lists import Row
from journeys.console.releases import Kept
from summaries.cohort import figures
from summaries.cohort.facts import DAYPARTS, Mirror, Release
from summaries.cohort.figures import Range
from summaries.cohort.safely import Share

PARTS = ("asked", "answered", "followed", "unreachable")


def participation(released: Sequence[Release]) -> Mapping[str, Sequence[Row]]:
    """Sheets with every closed week, and with who kept taking part: counts from and to, of so many people."""
    weeks = figures.weeks(released)
    heading = ["week", "people", *(f"{part} {end}" for part in PARTS for end in ("from", "to"))]
    hours = [f"{name} {end}" for name in DAYPARTS for end in ("from", "to")]
    rows: list[Row] = [[*heading, *hours]]
    for week in weeks:
        of = [getattr(week, part) for part in PARTS] + [found for _, found in week.hours]
        rows.append([week.monday.isoformat(), week.asked.of, *_ends(of)])
    kept: list[Row] = [["week since start", "people", "answered from", "answered to"]]
    kept += [[age, of.of, of.low, of.high] for age, of in figures.retention(released)]
    return {"weeks": rows, "retention": kept}


def mirrors(kept: Iterable[Kept]) -> Mapping[str, Sequence[Row]]:
    """A sheet with every published mirror: per period, subject and value the per cents from and to."""
    rows: list[Row] = [["from", "to", "people", "subject", "value", "per cent from", "per cent to"]]
    for one in kept:
        if one.published_at is not None:
            rows += _told(one.mirror)
    return {"mirrors": rows}


def as_value(sheets: Mapping[str, Sequence[Row]]) -> Mapping[str, object]:
    """The same for JSON: each row with the names of its columns."""
    return {name: [dict(zip(rows[0], row, strict=True)) for row in rows[1:]] for name, rows in sheets.items()}


def _told(mirror: Mirror) -> Iterator[Row]:
    for spread in (*mirror.positions, mirror.energy):
        for value, share in enumerate(spread.shares, 1):
            yield _row(mirror, spread.about, f"{value} of {len(spread.shares)}", share)
    for quality, share in mirror.qualities:
        yield _row(mirror, quality, "answered", share)


def _row(mirror: Mirror, about: str, value: str, share: Share) -> Row:
    return [mirror.first.isoformat(), mirror.last.isoformat(), mirror.members, about, value, *share.percents]


def _ends(ranges: Iterable[Range]) -> Iterator[int]:
    for found in ranges:
        yield from (found.low, found.high)
