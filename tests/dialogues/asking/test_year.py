"""A simulated year and more: every programme in every rhythm, in three zones and under the holidays of each country.

Every entry is walked as the tick would, with a pause and a change of rhythm on the way, and items are picked as they
would be asked.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import product
from zoneinfo import ZoneInfo

import pytest

from dialogues.asking import agenda, holidays, moments, picking, rhythm, weeks
from dialogues.asking.agenda import Due
from dialogues.asking.picking import Picked
from dialogues.library import library
from dialogues.model import Programme
from dialogues.people import Enrolment, Rhythm

pytestmark = pytest.mark.walk

LIBRARY = library()
ZONES = ("Europe/Amsterdam", "America/New_York", "Pacific/Auckland")
COUNTRIES = ("nl", "be", "de", "gb", "none")
JOINED = datetime(2026, 12, 30, 12, tzinfo=UTC)
REST = timedelta(weeks=4)


def rhythms(zone: str, country: str) -> dict[str, Rhythm]:
    """Every kind, with days and hours of one's own, and quiet hours that are not the usual ones."""
    standard = rhythm.default("standard", "nl", zone, country)
    three = rhythm.with_hour(rhythm.with_days(standard, (0, 2, 4)), time(7, 30))
    return {
        "standard": standard,
        "light": rhythm.default("light", "nl", zone, country),
        "own, one day": rhythm.with_days(rhythm.with_kind(standard, "own"), (3,)),
        "own, three days": three,
        "own, at night": rhythm.with_hour(rhythm.with_quiet(standard, time(0), time(15, 45)), time(23, 30)),
        "without pulse": replace(standard, pulse=False),
    }


@dataclass
class Year:
    """One leader's way through a programme: what was asked, when, and when nothing was to be asked."""

    programme: Programme
    rhythm: Rhythm
    now: datetime = JOINED
    asked: list[tuple[Due, Picked]] = field(default_factory=list)
    rested: list[tuple[datetime, datetime]] = field(default_factory=list)
    positions: dict[str, datetime] = field(default_factory=dict)
    enrolment: Enrolment = field(init=False)

    def __post_init__(self) -> None:
        anchor, due = agenda.start(self.programme, self.rhythm, self.now, starts_on=None)
        self.enrolment = Enrolment(1, 1, None, self.programme.id, "active", anchor, 0, 0, due.at)

    def goes_on(self, times: int) -> "Year":
        """So many entries further, each asked when its moment comes."""
        for _ in range(times):
            due = agenda.next_entry(self.programme, self.enrolment, self.rhythm, self.now)
            if not isinstance(due, Due):
                break
            self.now = due.at
            self.asked.append((due, self.picked(due)))
            self.enrolment = replace(self.enrolment, position=due.position + 1)
        return self

    def picked(self, due: Due) -> Picked:
        used = [found.item for _, found in self.asked]
        settled = {item: at for item, at in self.positions.items() if due.at - at >= REST}
        plan = agenda.entries(self.programme, self.rhythm)
        ahead = {later.item for later in plan[due.position + 1 :] if later.kind == "question"}
        found = picking.item_for(due.entry, LIBRARY, used, len(used), settled, ahead)
        if found.kind in ("paradox", "paradox_revisit"):
            self.positions[found.item] = due.at
        return found

    def pauses(self, length: timedelta) -> "Year":
        """Nothing is asked in between, and nothing is lost."""
        self.rested.append((self.now, self.now + length))
        self.now += length
        return self.turns_to(self.rhythm)

    def turns_to(self, chosen: Rhythm) -> "Year":
        self.enrolment = agenda.re_anchored(self.programme, self.enrolment, chosen, self.now, was=self.rhythm)
        self.rhythm = chosen
        return self

    @property
    def days(self) -> list[date]:
        return [moments.local(due.at, self.rhythm.zone).date() for due, _ in self.asked]


def lived() -> Iterator[pytest.param]:
    for programme, zone, country in product(LIBRARY.programmes.values(), ZONES, COUNTRIES):
        for name, chosen in rhythms(zone, country).items():
            yield pytest.param(programme, chosen, id=f"{programme.id}, {name}, {zone}, {country}")


LIVED = list(lived())


def whole(programme: Programme, chosen: Rhythm) -> Year:
    """From the beginning to the end, with a pause of three weeks on the way."""
    return Year(programme, chosen).goes_on(5).pauses(timedelta(days=21, hours=5)).goes_on(400)


@pytest.mark.parametrize(("programme", "chosen"), LIVED)
def test_a_year_asks_at_good_moments_and_repeats_nothing(programme, chosen):
    year = whole(programme, chosen)
    assert len(year.asked) >= len([touch for week in programme.weeks for touch in week.touches]) * 0.85
    assert year.days == sorted(set(year.days)), "twice on one day"
    for day in year.days:
        assert day.weekday() < 5
        assert not holidays.is_holiday(day, chosen.country)
        assert not weeks.resting(weeks.monday_of(day), programme)
    for due, _ in year.asked:
        assert not moments.is_quiet(due.at, chosen)
        assert due.at.astimezone(ZoneInfo(chosen.zone)).time() == due.entry.at, "the clock on the wall"
        assert not any(begin < due.at <= end for begin, end in year.rested)
    slots = [due.entry.slot for due, _ in year.asked]
    assert len(set(slots)) == len(slots)
    listed = [entry.slot for entry in agenda.entries(programme, chosen)]
    assert [slot for slot in listed if slot in set(slots)] == slots, "in the order of the programme"


@pytest.mark.parametrize(("programme", "chosen"), LIVED)
def test_a_year_asks_no_item_twice_and_turns_the_pulses(programme, chosen):
    found = [picked for _, picked in whole(programme, chosen).asked]
    once = [picked.item for picked in found if picked.kind not in ("pulse", "paradox_revisit")]
    assert len(set(once)) == len(once)
    again = [picked.item for picked in found if picked.kind == "paradox_revisit"]
    assert len(set(again)) == len(again)
    assert set(again) <= set(once)
    pulses = {LIBRARY.pulses[picked.item].name for picked in found if picked.kind == "pulse"}
    assert not pulses & set(picking.WITH_EVERY_TOUCH)
    if programme.id == "year_12m":
        assert len(again) == 3 - sum("revisit" in slot for slot in missing(programme, chosen))


def missing(programme: Programme, chosen: Rhythm) -> set[str]:
    """The slots that a holiday leaves no day."""
    asked = {due.entry.slot for due, _ in whole(programme, chosen).asked}
    return {entry.slot for entry in agenda.entries(programme, chosen)} - asked


@pytest.mark.parametrize("zone", ZONES)
def test_on_the_days_around_a_change_of_the_clock_the_hour_on_the_wall_stays(zone):
    every_day = Rhythm("own", (0, 1, 2, 3, 4), (time(8, 30),) * 5, zone, country="none")
    year = whole(LIBRARY.programmes["year_12m"], every_day)
    offsets = [due.at.astimezone(ZoneInfo(zone)).utcoffset() for due, _ in year.asked]
    assert len(set(offsets)) == 2, "the year does not reach a change of the clock"
    assert {due.at.astimezone(ZoneInfo(zone)).time() for due, _ in year.asked} == {time(8, 30)}


@pytest.mark.parametrize("zone", ZONES)
def test_a_year_of_changing_rhythms_loses_and_repeats_nothing(zone):
    programme = LIBRARY.programmes["year_12m"]
    kinds = list(rhythms(zone, "none").values())
    year = Year(programme, kinds[0])
    for chosen in (*kinds[1:], *kinds):
        year.goes_on(9).turns_to(chosen)
    year.goes_on(400)
    touches = [due.entry.slot for due, _ in year.asked if due.entry.is_touch]
    assert touches == [entry.slot for entry in agenda.entries(programme, kinds[0]) if entry.is_touch]
    items = [picked.item for due, picked in year.asked if due.entry.is_touch and picked.kind != "paradox_revisit"]
    assert len(set(items)) == len(items)


def test_the_year_stands_still_in_its_weeks_of_rest_and_goes_on_after_them():
    programme = LIBRARY.programmes["year_12m"]
    days = whole(programme, rhythm.default("standard", "nl", "Europe/Amsterdam", "nl")).days
    summer = [day for day in days if date(2027, 7, 26) <= day < date(2027, 8, 16)]
    before, after = (
        [day for day in days if begin <= day < begin + weeks.ONE_WEEK]
        for begin in (
            date(2027, 7, 19),
            date(2027, 8, 16),
        )
    )
    assert summer == []
    assert len(before) == len(after) == 3
    assert not [day for day in days if date(2027, 12, 27) <= day < date(2028, 1, 3)]
