"""The mirror of a group: what was released of each closed period, and sharing it with the group."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from starlette.responses import Response

from console import naming
from console.charts import Chart, chart
from console.visit import Visit
from console.words import Words
from dialogues.asking import moments
from dialogues.model import Library
from dialogues.people import CLOSED
from journeys.console import cohorts, linking, releases
from journeys.console.cohorts import Overview
from journeys.console.releases import Kept
from journeys.console.who import Missing
from summaries.cohort.facts import SEVEN, Lean, Mirror, Side, Spread
from summaries.cohort.mirror import Change, changes
from summaries.cohort.text import parts, period


@dataclass(frozen=True, slots=True)
class Drawn:
    """One part of a mirror: its name, the ends of its scale, the drawing or None when it is held back, and changes."""

    about: str
    title: str
    ends: tuple[str, str]
    chart: Chart | None
    changes: tuple[tuple[str, Change], ...] = ()

    @property
    def flat(self) -> bool:
        """Are its values named, so that there is no room for their names below a drawing?"""
        return self.chart is not None and len(self.chart.bands) < SEVEN


@dataclass(frozen=True, slots=True)
class Leaning:
    """Where a small group stood on one dilemma: its name, the ends of its scale, the side, and that in words."""

    title: str
    ends: tuple[str, str]
    side: Side
    said: str


@dataclass(frozen=True, slots=True)
class Shown:
    """A period with all its parts; a small group has `leans` alone."""

    kept: Kept
    positions: tuple[Drawn, ...]
    energy: Drawn
    qualities: Chart | None
    leans: tuple[Leaning, ...]


async def show(visit: Visit) -> Response:
    """All released periods, the newest first."""
    return await page(visit)


async def page(visit: Visit, link: str = "", look: int | None = None) -> Response:
    """The same, with a link for a Telegram group that is shown this once; `look`: the mirror that is to be shared."""
    cohort = await cohorts.overview(visit.world, visit.who, visit.cohort)
    kept = await releases.mirrors(visit.world, visit.who, visit.cohort)
    shown = tuple(reversed(tuple(_each(kept, visit.words, visit.desk.library))))
    looked = next((one for one in kept if one.id == look and "publish mirror" in cohort.acts), None)
    if look is not None and looked is None:
        raise Missing
    known = [one.mirror for one in kept if looked and one.published_at and one.mirror.last < looked.mirror.first]
    read = _read(looked.mirror, known, cohort.name, visit) if looked else ()
    telegram = await _telegram(visit, cohort) if linking.ACT in cohort.acts else None
    return visit.group("cohorts/mirror", cohort, mirrors=shown, telegram=telegram, link=link, look=look, read=read)


async def publish(visit: Visit) -> Response:
    """Share one with the group: looked at first as everybody reads it in the chat, then brought there by the bot."""
    if visit.given("do") != "share":
        return await page(visit, look=visit.request.path_params["release"])
    await releases.publish(visit.world, visit.who, visit.cohort, visit.request.path_params["release"])
    return visit.done(f"/cohorts/{visit.cohort}/mirror", "done.shared")


def _read(mirror: Mirror, before: Sequence[Mirror], group: str, visit: Visit) -> tuple[str, ...]:
    """A mirror as it comes to everybody in the chat, in the language of this member."""
    library, language = visit.desk.library, visit.language
    above = ("cohort_open", {"cohort": group, "month": period(mirror, language)})
    told = (above, *parts(mirror, library, language, before))
    return tuple(library.messages[name].text[language].format(**values) for name, values in told)


async def _telegram(visit: Visit, cohort: Overview) -> dict[str, object]:
    """How the group stands with a Telegram group, in the days of where it is."""
    found, now = await linking.standing(visit.world, visit.who, cohort.id), visit.world.clock.now()
    on, again = (moments.local(at, cohort.zone).date() if at else None for at in (found.at, found.again))
    waits = found.again is not None and found.again > now
    free = cohort.state not in CLOSED and found.state not in ("asking", "open") and not waits
    small = free and await linking.small(visit.world, visit.who, cohort.id)
    told = {"state": found.state, "title": found.title, "on": on, "again": again if waits else None}
    return {**told, "free": free, "small": small}


def _each(kept: Sequence[Kept], words: Words, library: Library) -> Iterator[Shown]:
    before: dict[str, Spread] = {}
    for one in sorted(kept, key=lambda found: found.mirror.first):
        mirror = one.mirror
        named = [spread for spread in mirror.positions if spread.about in library.dilemmas]  # others are gone by now
        positions = tuple(_drawn(spread, before.get(spread.about), words, library) for spread in named)
        energy = _drawn(mirror.energy, before.get("energy"), words, library)
        leans = tuple(_leaning(lean, words, library) for lean in mirror.leans if lean.about in library.dilemmas)
        yield Shown(one, positions, energy, _qualities(one, words, library), leans)
        if one.published_at:  # only what everybody may know is compared with
            before |= {spread.about: spread for spread in (*mirror.positions, mirror.energy) if spread.shares}


def _leaning(lean: Lean, words: Words, library: Library) -> Leaning:
    title, ends = naming.spread(lean.about, words, library)
    return Leaning(title, ends, lean.side, naming.lean(lean.side, ends, words))


def _drawn(spread: Spread, before: Spread | None, words: Words, library: Library) -> Drawn:
    title, ends = naming.spread(spread.about, words, library)
    labels = _labels(len(spread.shares), ends, words)
    drawn = chart([(label, share.percents) for label, share in zip(labels, spread.shares, strict=True)])
    moved = tuple(zip(labels, changes(before, spread), strict=False)) if before else ()
    return Drawn(spread.about, title, ends, drawn if spread.shares else None, moved)


def _labels(values: int, ends: tuple[str, str], words: Words) -> tuple[str, ...]:
    if values == SEVEN:
        return tuple(str(value + 1) for value in range(SEVEN))
    return naming.values(values, ends, words)


def _qualities(one: Kept, words: Words, library: Library) -> Chart | None:
    named = [(library.qualities[about], share) for about, share in one.mirror.qualities if about in library.qualities]
    rows = [(quality.name[words.language], share.percents) for quality, share in named]
    return chart(rows) if rows else None
