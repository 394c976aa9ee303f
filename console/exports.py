"""What was released about a group, as tables to take along: the figures of the pages, in their words."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from console import naming
from console.lists import Row
from console.words import Words
from dialogues.model import Library
from journeys.console.releases import Kept
from summaries.cohort import figures
from summaries.cohort.facts import DAYPARTS, Mirror, Release
from summaries.cohort.figures import Range, Small, Week
from summaries.cohort.safely import Share

PARTS = ("asked", "answered", "followed", "unreachable")
LEAST, MOST = "_at_least", "_at_most"  # how the columns of a range end


def participation(released: Sequence[Release], words: Words) -> Mapping[str, Sequence[Row]]:
    """Sheets with every closed week, and with who kept taking part: counts from and to, of so many people.

    And of waves below ten with four closed weeks together: the per cents of their questions; the first says most.
    The first row of each has the names of the columns, the same in every language.
    """
    smalls = figures.smalls(released)
    if not smalls:
        return _weekly(released, words)
    spells = {"four_weeks": [*_spells(smalls)]}
    return {**_weekly(released, words), **spells} if figures.weekly(released) else spells


def _spells(smalls: Iterable[Small]) -> Iterator[Row]:
    yield ["first", "last", "people", *_heads("questions")]
    for small in smalls:
        for one in small.spells:
            yield [one.first.isoformat(), one.last.isoformat(), small.people, *one.percents]


def _weekly(released: Sequence[Release], words: Words) -> Mapping[str, Sequence[Row]]:
    ranges = [end for name in (*PARTS, *DAYPARTS) for end in _heads(name)]
    rows: list[Row] = [["week", "people", *ranges, "within"]]
    for week in figures.weeks(released):
        of = [getattr(week, part) for part in PARTS] + [found for _, found in week.hours]
        rows.append([week.monday.isoformat(), week.asked.of, *_ends(of), _within(week, words)])
    kept: list[Row] = [["age", "people", *_heads("answered")]]
    kept += [[age, of.of, of.low, of.high] for age, of in figures.retention(released)]
    return {"weeks": rows, "retention": kept}


def _within(week: Week, words: Words) -> str:
    """Within what time the middle one answered; with of how many people, when that is of some of those counted."""
    told = [(people, words(f"pace.{pace}")) for people, pace in week.paces]
    return "; ".join(pace if people == week.asked.of else f"{pace} ({people})" for people, pace in told)


def mirrors(kept: Iterable[Kept], words: Words, library: Library) -> Mapping[str, Sequence[Row]]:
    """A sheet with every published mirror: per period, subject and value the per cents from and to, or a lean alone."""
    rows: list[Row] = [["first", "last", "people", "subject", "value", *_heads("percent")]]
    for one in kept:
        if one.published_at is not None:
            rows += _told(one.mirror, words, library)
    return {"mirrors": rows}


def headed(sheets: Mapping[str, Sequence[Row]], words: Words) -> Mapping[str, Sequence[Row]]:
    """The same for people: the names of the columns in their language."""
    return {name: [[_called(str(column), words) for column in rows[0]], *rows[1:]] for name, rows in sheets.items()}


def _called(column: str, words: Words) -> str:
    for end in (LEAST, MOST):
        if column.endswith(end):
            return words(f"export.{end[1:]}", name=words(f"export.{column.removesuffix(end)}"))
    return words(f"export.{column}")


def as_value(sheets: Mapping[str, Sequence[Row]]) -> Mapping[str, object]:
    """The same for JSON: each row with the names of its columns."""
    return {name: [dict(zip(rows[0], row, strict=True)) for row in rows[1:]] for name, rows in sheets.items()}


def _told(mirror: Mirror, words: Words, library: Library) -> Iterator[Row]:
    for spread in (*mirror.positions, mirror.energy):
        about, ends = naming.spread(spread.about, words, library)
        for value, share in zip(naming.values(len(spread.shares), ends, words), spread.shares, strict=True):
            yield _row(mirror, about, value, share)
    for lean in mirror.leans:
        about, ends = naming.spread(lean.about, words, library)
        yield [*_of(mirror), about, naming.lean(lean.side, ends, words), "", ""]
    for quality, share in mirror.qualities:
        named = library.qualities.get(quality)
        yield _row(mirror, named.name[words.language] if named else quality, words("export.drew"), share)


def _heads(name: str) -> tuple[str, str]:
    return name + LEAST, name + MOST


def _row(mirror: Mirror, about: str, value: str, share: Share) -> Row:
    return [*_of(mirror), about, value, *share.percents]


def _of(mirror: Mirror) -> Row:
    return [mirror.first.isoformat(), mirror.last.isoformat(), mirror.members]


def _ends(ranges: Iterable[Range]) -> Iterator[int]:
    for found in ranges:
        yield from (found.low, found.high)
