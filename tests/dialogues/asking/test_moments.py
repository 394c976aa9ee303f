"""Wall time and instants, in zones whose clocks change by an hour, half an hour, against the season, or never."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dialogues.asking import moments
from dialogues.people import Rhythm

ZONES = (
    "Europe/Amsterdam", "America/New_York", "Australia/Lord_Howe", "Africa/Casablanca", "Africa/Nairobi",
    "Pacific/Auckland",
)  # fmt: skip
FIRST, LAST = date(2026, 1, 1), date(2030, 12, 31)
EVERY_DAY = [FIRST + timedelta(days=n) for n in range((LAST - FIRST).days + 1)]
MOMENTS = st.integers(0, 5 * 365 * 24 * 60).map(
    lambda minutes: datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
)
STANDARD = Rhythm("standard", (1, 3), (time(8, 30), time(16, 30)), "Europe/Amsterdam")


def at(text: str, zone: str = "Europe/Amsterdam") -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)


def clock(instant: datetime, zone: str) -> datetime:
    """What a clock on the wall shows."""
    return instant.astimezone(ZoneInfo(zone)).replace(tzinfo=None)


def days_of_change(zone: str) -> list[date]:
    lengths = (
        (day, moments.instant(tomorrow, time(), zone) - moments.instant(day, time(), zone))
        for day, tomorrow in pairwise(EVERY_DAY)
    )
    return [day for day, length in lengths if length != timedelta(days=1)]


def is_first_moment(instant: datetime, wall: datetime, zone: str) -> bool:
    """Is this the first instant at which the clock shows that wall time or, when it skips it, a later one?"""
    earlier = [instant - timedelta(seconds=1), *(instant - timedelta(minutes=15 * n) for n in range(1, 13))]
    return clock(instant, zone) >= wall and all(clock(moment, zone) < wall for moment in earlier)


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize("hour", [time(0), time(1, 45), time(2), time(2, 15), time(2, 30), time(3), time(8, 30)])
def test_every_local_date_of_five_years_has_exactly_one_moment(zone, hour):
    instants = [moments.instant(day, hour, zone) for day in EVERY_DAY]
    assert [clock(instant, zone).date() for instant in instants] == EVERY_DAY
    assert all(earlier < later for earlier, later in pairwise(instants))


@pytest.mark.parametrize("zone", ZONES)
def test_around_each_change_of_the_clock_the_first_valid_moment_is_taken(zone):
    changes = days_of_change(zone)
    assert len(changes) >= 10 or zone == "Africa/Nairobi"
    for change in changes:
        for minutes in range(0, 24 * 60, 15):
            wall = datetime.combine(change, time()) + timedelta(minutes=minutes)
            assert is_first_moment(moments.instant(change, wall.time(), zone), wall, zone)


@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.sampled_from(ZONES), st.dates(FIRST, LAST), st.times())
def test_any_wall_time_is_the_first_moment_at_which_the_clock_reaches_it(zone, day, wall):
    wall = wall.replace(microsecond=0, fold=0)
    assert is_first_moment(moments.instant(day, wall, zone), datetime.combine(day, wall), zone)


def test_a_skipped_hour_gives_the_first_moment_after_it():
    assert moments.instant(date(2027, 3, 28), time(2, 30), "Europe/Amsterdam") == datetime(2027, 3, 28, 1, tzinfo=UTC)
    lord_howe = moments.instant(date(2026, 10, 4), time(2, 15), "Australia/Lord_Howe")
    assert clock(lord_howe, "Australia/Lord_Howe").time() == time(2, 30)


def test_a_repeated_hour_is_used_the_first_time():
    first = moments.instant(date(2026, 10, 25), time(2, 30), "Europe/Amsterdam")
    assert first == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert moments.instant(date(2026, 10, 25), time(2, 30, fold=1), "Europe/Amsterdam") == first


def test_instants_are_in_utc_and_local_is_the_way_back():
    instant = moments.instant(date(2026, 12, 8), time(8, 30), "Africa/Nairobi")
    assert (instant, instant.tzinfo) == (datetime(2026, 12, 8, 5, 30, tzinfo=UTC), UTC)
    assert moments.local(instant, "Africa/Nairobi").time() == time(8, 30)


@pytest.mark.parametrize(
    ("clock_time", "quiet"),
    [
        ("07:29:59", True),
        ("07:30", False),
        ("12:00", False),
        ("19:29:59", False),
        ("19:30", True),
        ("23:59", True),
        ("00:00", True),
    ],
)
def test_the_quiet_hours_begin_at_half_past_seven_and_end_at_half_past_seven(clock_time, quiet):
    assert moments.is_quiet(at(f"2026-12-08T{clock_time}"), STANDARD) is quiet


@pytest.mark.parametrize(
    ("begin", "end", "clock_time", "quiet"),
    [
        ("22:00", "06:00", "21:59", False), ("22:00", "06:00", "22:00", True), ("22:00", "06:00", "05:59", True),
        ("22:00", "06:00", "06:00", False), ("01:00", "09:00", "00:59", False), ("01:00", "09:00", "01:00", True),
        ("01:00", "09:00", "08:59", True), ("01:00", "09:00", "09:00", False), ("00:00", "08:00", "23:59", False),
    ],
)  # fmt: skip
def test_quiet_hours_of_ones_own_begin_and_end_when_one_said(begin, end, clock_time, quiet):
    own = replace(STANDARD, quiet=(time.fromisoformat(begin), time.fromisoformat(end)))
    assert moments.is_quiet(at(f"2026-12-08T{clock_time}"), own) is quiet


@pytest.mark.parametrize(
    ("begin", "end", "moment", "free"),
    [
        ("22:00", "06:00", "2026-12-08T21:30", "2026-12-08T21:30"),
        ("22:00", "06:00", "2026-12-08T23:00", "2026-12-09T06:00"),
        ("22:00", "06:00", "2026-12-11T23:00", "2026-12-14T06:00"),
        ("01:00", "09:00", "2026-12-08T03:00", "2026-12-08T09:00"),
        ("01:00", "09:00", "2026-12-12T00:30", "2026-12-14T09:00"),
    ],
)
def test_the_next_free_moment_is_the_end_of_ones_own_quiet_hours(begin, end, moment, free):
    own = replace(STANDARD, quiet=(time.fromisoformat(begin), time.fromisoformat(end)))
    assert moments.next_free(at(moment), own) == at(free)


@pytest.mark.parametrize(
    ("day", "country", "working"),
    [
        ("2026-12-08", "nl", True), ("2026-12-12", "nl", False), ("2026-12-13", "none", False),
        ("2026-12-25", "nl", False), ("2026-12-25", "be", False), ("2026-12-25", "none", True),
        ("2026-04-27", "nl", False), ("2026-04-27", "be", True), ("2026-07-21", "be", False),
        ("2026-07-21", "de", True),
        ("2028-10-03", "de", False), ("2028-10-03", "nl", True),
    ],
)  # fmt: skip
def test_a_working_day_is_no_weekend_and_no_public_holiday_of_the_country(day, country, working):
    assert moments.working_day(date.fromisoformat(day), country) is working


@pytest.mark.parametrize(
    ("moment", "free"),
    [
        ("2026-12-08T10:00", "2026-12-08T10:00"),
        ("2026-12-08T06:00", "2026-12-08T07:30"),
        ("2026-12-08T20:00", "2026-12-09T07:30"),
        ("2026-12-11T19:30", "2026-12-14T07:30"),
        ("2026-12-12T12:00", "2026-12-14T07:30"),
        ("2026-12-24T20:00", "2026-12-28T07:30"),
    ],
)
def test_the_next_free_moment_is_outside_quiet_hours_weekends_and_holidays(moment, free):
    assert moments.next_free(at(moment), STANDARD) == at(free)


@settings(max_examples=200, deadline=None, derandomize=True)
@given(MOMENTS, st.sampled_from(ZONES))
def test_a_free_moment_is_never_earlier_and_stays_where_it_is_when_asked_again(moment, zone):
    rhythm = Rhythm("light", (1,), (time(8, 30),), zone)
    free = moments.next_free(moment, rhythm)
    assert free >= moment
    assert not moments.is_quiet(free, rhythm)
    assert moments.working_day(clock(free, zone).date(), "nl")
    assert moments.next_free(free, rhythm) == free


@pytest.mark.parametrize(
    ("asked", "reminded"),
    [
        ("2026-12-08T08:30", "2026-12-09T08:30"),
        ("2026-12-11T15:30", "2026-12-14T15:30"),
        ("2026-12-24T16:30", "2026-12-28T16:30"),
        ("2026-12-08T21:00", "2026-12-10T07:30"),
        ("2026-10-23T08:30", "2026-10-26T08:30"),
    ],
)
def test_a_reminder_keeps_the_local_hour_on_the_next_working_day(asked, reminded):
    assert moments.reminder_at(at(asked), STANDARD) == at(reminded)


@pytest.mark.parametrize(
    ("now", "back"),
    [
        ("2026-12-08T08:30", "2026-12-08T11:30"),
        ("2026-12-08T16:29", "2026-12-08T19:29"),
        ("2026-12-08T17:00", "2026-12-08T19:00"),
        ("2026-12-08T18:00", "2026-12-08T19:00"),
        ("2026-12-08T19:00", "2026-12-09T07:30"),
        ("2026-12-08T22:00", "2026-12-09T07:30"),
        ("2026-12-11T19:00", "2026-12-14T07:30"),
        ("2026-12-24T19:00", "2026-12-28T07:30"),
        ("2026-12-12T11:00", "2026-12-14T07:30"),
    ],
)
def test_a_postponed_prompt_returns_when_the_leader_may_be_disturbed(now, back):
    assert moments.later_today(at(now), STANDARD) == at(back)


DAYS = {"light": (1,), "standard": (1, 3), "daily": (0, 1, 2, 3, 4)}


def days(*texts: str) -> set[date]:
    return {date.fromisoformat(text) for text in texts}


def test_an_intention_is_checked_after_a_week_on_a_day_without_prompt():
    made = at("2026-12-08T09:00")  # a Tuesday
    assert moments.check_at(made, STANDARD, ()) == at("2026-12-16T08:30")
    assert moments.check_at(made, STANDARD, days("2026-12-16")) == at("2026-12-18T08:30")


def test_a_rhythm_day_without_prompt_is_better_than_a_day_with_one():
    made = at("2026-12-08T09:00")
    assert moments.check_at(made, STANDARD, days("2026-12-16", "2026-12-18")) == at("2026-12-15T08:30")


def test_when_all_days_of_the_window_are_taken_the_check_is_still_on_time():
    made = at("2026-12-08T09:00")
    week = days("2026-12-15", "2026-12-16", "2026-12-17", "2026-12-18")
    assert moments.check_at(made, STANDARD, week) == at("2026-12-15T08:30")
    assert moments.check_by(made, STANDARD) == date(2026, 12, 18)


@pytest.mark.parametrize("kind", ["light", "standard", "daily"])
@pytest.mark.parametrize("country", ["nl", "be", "de", "none"])
def test_in_a_whole_year_a_check_comes_seven_to_ten_days_after_or_as_soon_as_the_country_works_again(kind, country):
    rhythm = replace(STANDARD, country=country, days=DAYS[kind], times=(STANDARD.times[0],) * len(DAYS[kind]))
    for number in range(365):
        made = at("2026-12-08T09:00") + timedelta(days=number)
        day = moments.local(made, rhythm.zone).date()
        asked = moments.local(moments.check_at(made, rhythm, ()), rhythm.zone).date()
        late = not any(moments.working_day(day + timedelta(days=n), country) for n in range(7, 11))
        assert (asked - day).days in range(7, 11) or (late and (asked - day).days <= 14), (kind, country, day, asked)


def test_a_window_without_working_days_moves_the_check_to_the_first_one_after_it():
    made = at("2031-12-18T09:00")  # seven to ten days later: Christmas, the day after it and a weekend
    assert moments.check_at(made, STANDARD, ()) == at("2031-12-29T08:30")
    busy = {date(2031, 12, 29) + timedelta(days=n) for n in range(7)}
    assert moments.check_at(made, STANDARD, busy) == at("2031-12-29T08:30")


def test_an_intention_is_not_checked_on_the_day_of_the_look_back():
    made = at("2026-11-23T09:00")  # a Monday; Tuesday 1 December has the look back, the rhythm Tuesday and Thursday
    wednesday = replace(STANDARD, days=(2, 3))
    assert moments.check_at(made, wednesday, ()) == at("2026-11-30T08:30")
    assert moments.check_at(made, wednesday, days("2026-11-30")) == at("2026-12-02T08:30")


@pytest.mark.parametrize(
    ("asked", "now", "later"),
    [
        ([], "2026-12-01T08:30", None),
        (["2026-12-01T06:29"], "2026-12-01T08:30", None),
        (["2026-12-01T08:30"], "2026-12-01T08:30", "2026-12-01T12:30"),
        (["2026-11-30T08:30", "2026-12-01T07:30"], "2026-12-01T08:30", "2026-12-01T11:30"),
        (["2026-12-01T16:30"], "2026-12-01T16:30", "2026-12-02T07:30"),
    ],
)
def test_a_look_back_keeps_some_hours_away_from_a_question(asked, now, later):
    found = moments.makes_room(at(now), [at(each) for each in asked], STANDARD)
    assert found == (later and at(later))


@pytest.mark.parametrize(
    ("first", "summary"),
    [("2026-12-01", "2026-12-01T08:30"), ("2027-01-01", "2027-01-04T08:30"), ("2026-11-01", "2026-11-02T08:30")],
)
def test_the_look_back_comes_on_the_first_working_day_of_the_month(first, summary):
    assert moments.summary_at(date.fromisoformat(first), STANDARD) == at(summary)


def test_one_question_a_month_comes_four_weeks_on_at_the_leaders_own_day_and_hour():
    assert moments.monthly_at(at("2026-12-09T10:00"), STANDARD) == at("2027-01-12T08:30")
    assert moments.monthly_at(at("2026-12-08T10:00"), STANDARD) == at("2027-01-05T08:30")


def test_a_prompt_expires_when_the_next_is_due_or_after_five_days():
    asked = at("2026-12-08T08:30")
    assert moments.expires_at(asked, None) == asked + timedelta(days=5)
    assert moments.expires_at(asked, asked + timedelta(days=2)) == asked + timedelta(days=2)
    assert moments.expires_at(asked, asked + timedelta(days=7)) == asked + timedelta(days=5)


def test_a_look_back_on_a_programme_comes_the_next_working_day_and_makes_room_for_the_months():
    assert moments.review_at(at("2026-03-10 12:00"), STANDARD) == at("2026-03-11 08:30")
    assert moments.review_at(at("2026-03-13 12:00"), STANDARD) == at("2026-03-16 08:30")  # a Friday
    assert moments.review_at(at("2026-03-31 12:00"), STANDARD) == at("2026-04-02 08:30")  # the letter comes on the 1st
    assert moments.review_at(at("2026-04-30 12:00"), STANDARD) == at("2026-05-04 08:30")  # 1 May is a Friday
