"""The agenda: years of prompts, walked entry by entry, under every rhythm and through changes of rhythm."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dialogues.asking import agenda, moments, rhythm, weeks
from dialogues.asking.agenda import Due, Over
from dialogues.library import library
from dialogues.model import Programme, Text, Touch, Week
from dialogues.people import Enrolment, Rhythm

PROGRAMMES = library().programmes
STARTER, YEAR = PROGRAMMES["starter_4w"], PROGRAMMES["year_12m"]
AMSTERDAM = "Europe/Amsterdam"
STANDARD, LIGHT = (rhythm.default(kind, "nl", AMSTERDAM, "nl") for kind in ("standard", "light"))
MONDAY = date(2026, 9, 7)
NOW = datetime(2026, 9, 6, 12, tzinfo=UTC)  # the Sunday before


@st.composite
def rhythms(draw: st.DrawFn, country: str = "nl") -> Rhythm:
    days = sorted(draw(st.sets(st.integers(0, 4), min_size=1)))
    hours = st.integers(450, 1169).map(lambda minutes: time(minutes // 60, minutes % 60))
    times = tuple(draw(hours) for _ in days)
    zone = draw(st.sampled_from([AMSTERDAM, "Africa/Nairobi", "America/New_York", "Pacific/Auckland"]))
    return rhythm.checked(Rhythm("own", tuple(days), times, zone, draw(st.booleans()), country))


def instants(years: int = 3) -> st.SearchStrategy[datetime]:
    minutes = st.integers(0, years * 365 * 24 * 60)
    return minutes.map(lambda number: datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=number))


def enrolled(programme: Programme, chosen: Rhythm, now: datetime, starts_on: date | None = None) -> Enrolment:
    anchor, due = agenda.start(programme, chosen, now, starts_on=starts_on)
    return Enrolment(1, 1, None, programme.id, "active", anchor, 0, 0, due.at)


def walked(programme: Programme, enrolment: Enrolment, chosen: Rhythm, after: datetime) -> list[Due]:
    """Everything that is asked, each entry in its time."""
    dues: list[Due] = []
    while isinstance(due := agenda.next_entry(programme, enrolment, chosen, after), Due):
        dues.append(due)
        enrolment, after = replace(enrolment, position=due.position + 1), due.at
    return dues


def dates(dues: Iterable[Due], zone: str) -> list[date]:
    return [moments.local(due.at, zone).date() for due in dues]


def slots(dues: Iterable[Due]) -> list[str]:
    return [due.entry.slot for due in dues]


def touches(dues: Iterable[Due]) -> list[str]:
    return [due.entry.item for due in dues if due.entry.is_touch]


def listed(programme: Programme) -> list[str]:
    """What every rhythm asks, by item; a return to an earlier dilemma has none yet."""
    items: list[str] = []
    for week in programme.weeks:
        items += [touch.item for touch in week.touches] + ["" for extra in week.extras if extra == "paradox_revisit"]
    return [*items, programme.id]


# --- the layout


def test_the_standard_rhythm_is_the_programme_as_listed():
    laid = agenda.entries(STARTER, STANDARD)
    assert [(entry.slot, entry.calendar_week, entry.weekday, entry.at) for entry in laid[:4]] == [
        ("w01A", 0, 1, time(8, 30)), ("w01B", 0, 3, time(16, 30)), ("w01pulse", 0, 4, time(15, 30)),
        ("w02A", 1, 1, time(8, 30)),
    ]  # fmt: skip
    assert [entry.item for entry in laid if entry.is_touch] == listed(STARTER)
    end = laid[-1]
    assert (end.slot, end.kind, end.week, end.calendar_week, end.weekday) == ("end", "programme_end", 4, 4, 1)


def test_the_light_rhythm_takes_twice_as_long_in_the_same_order():
    laid = agenda.entries(STARTER, LIGHT)
    assert [entry.item for entry in laid] == listed(STARTER)
    assert [entry.calendar_week for entry in laid] == list(range(9))
    assert {(entry.weekday, entry.at) for entry in laid} == {(1, time(8, 30))}


def test_a_light_rhythm_with_a_pulse_has_one_after_each_programme_week():
    laid = agenda.entries(STARTER, replace(LIGHT, pulse=True))
    pulses = [(entry.slot, entry.calendar_week) for entry in laid if entry.kind == "pulse"]
    assert pulses == [("w01pulse", 1), ("w02pulse", 3), ("w03pulse", 5), ("w04pulse", 7)]


def test_three_days_a_week_have_a_pulse_when_both_weeks_close():
    laid = agenda.entries(STARTER, rhythm.with_days(STANDARD, (0, 1, 3)))
    assert [entry.slot for entry in laid] == [
        "w01A", "w01B", "w02A", "w02B", "w03A", "w03B", "w03pulse", "w04A", "w04B", "end",
    ]  # fmt: skip


def test_who_is_asked_on_fridays_or_wants_no_pulse_has_none():
    for chosen in (rhythm.with_days(STANDARD, (1, 4)), replace(STANDARD, pulse=False)):
        assert not [entry for entry in agenda.entries(YEAR, chosen) if not entry.is_touch]


def test_an_earlier_dilemma_returns_instead_of_the_pulse_of_its_week():
    laid = agenda.entries(YEAR, STANDARD)
    revisits = {entry.slot: entry for entry in laid if entry.kind == "paradox_revisit"}
    assert list(revisits) == ["w14revisit", "w26revisit", "w38revisit"]
    assert {(entry.weekday, entry.at, entry.item) for entry in revisits.values()} == {(4, time(15, 30), "")}
    assert not {"w14pulse", "w26pulse", "w38pulse"} & {entry.slot for entry in laid}


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.sampled_from(list(PROGRAMMES.values())), rhythms())
def test_every_rhythm_asks_a_part_of_the_same_order_with_the_same_slots(programme, chosen):
    full = [entry.slot for entry in agenda.entries(programme, STANDARD)]
    laid = agenda.entries(programme, chosen)
    remaining = iter(full)
    assert all(entry.slot in remaining for entry in laid)
    assert [entry.item for entry in laid if entry.is_touch] == listed(programme)
    places = [(entry.calendar_week, entry.weekday) for entry in laid]
    assert places == sorted(set(places))


def small(*weeks: Week) -> Programme:
    return Programme("small", "1.0", Text("Klein", "Small"), weeks)


def week(number: int, extras: tuple[str, ...], *items: str) -> Week:
    given = tuple(Touch(slot, "question", item) for slot, item in zip("AB", items, strict=False))
    return Week(number, Text("", ""), given, extras)  # type: ignore[arg-type]  # as authors write them


def test_a_week_without_touches_has_no_pulse_and_a_programme_may_end_without_a_word():
    weeks = week(1, ("pulse",), "RF-01", "RF-02"), week(2, ("pulse",)), week(3, (), "RF-03", "RF-04")
    laid = agenda.entries(small(*weeks), STANDARD)
    assert [entry.slot for entry in laid] == ["w01A", "w01B", "w01pulse", "w03A", "w03B"]


def test_the_same_programme_is_laid_out_once():
    assert agenda.entries(YEAR, STANDARD) is agenda.entries(YEAR, rhythm.with_zone(STANDARD, "Africa/Nairobi", "nl"))
    assert agenda.entries(replace(STARTER, weeks=STARTER.weeks[:1]), STANDARD) != agenda.entries(STARTER, STANDARD)


# --- the calendar


@settings(max_examples=80, deadline=None, derandomize=True)
@given(st.sampled_from(list(PROGRAMMES.values())), rhythms() | st.sampled_from([STANDARD, LIGHT]), instants())
def test_nobody_is_disturbed_at_night_in_the_weekend_on_holidays_or_twice_a_day(programme, chosen, now):
    dues = walked(programme, enrolled(programme, chosen, now), chosen, now)
    asked_on = dates(dues, chosen.zone)
    assert all(moments.working_day(day, "nl") for day in asked_on)
    assert not any(moments.is_quiet(due.at, chosen) for due in dues)
    assert asked_on == sorted(set(asked_on))
    assert len(set(slots(dues))) == len(dues)
    assert [due.position for due in dues] == sorted(due.position for due in dues)
    assert asked_on[0] > moments.local(now, chosen.zone).date()


@settings(max_examples=80, deadline=None, derandomize=True)
@given(st.sampled_from(list(PROGRAMMES.values())), rhythms() | st.sampled_from([STANDARD, LIGHT]), instants())
def test_only_a_public_holiday_makes_an_entry_fall_out_and_the_first_never_does(programme, chosen, now):
    enrolment = enrolled(programme, chosen, now)
    dues = walked(programme, enrolment, chosen, now)
    assert dues[0].position == 0
    assert dues[0].at == enrolment.next_due_at
    asked = {due.position for due in dues}
    for position, entry in enumerate(agenda.entries(programme, chosen)):
        monday = weeks.ahead(enrolment.anchor, entry.calendar_week, programme)
        holidays = [n for n in range(5) if not moments.working_day(monday + timedelta(days=n), "nl")]
        assert position in asked or holidays


@settings(max_examples=80, deadline=None, derandomize=True)
@given(st.sampled_from(list(PROGRAMMES.values())), rhythms("none"), instants())
def test_without_holidays_every_item_is_asked_once_in_order_on_its_own_day(programme, chosen, now):
    dues = walked(programme, enrolled(programme, chosen, now), chosen, now)
    assert touches(dues) == listed(programme)
    assert [due.entry for due in dues] == list(agenda.entries(programme, chosen))
    on_its_day = [moments.local(due.at, chosen.zone).weekday() == due.entry.weekday for due in dues]
    assert all(on_its_day[:-1])  # the end makes room for the look back
    assert all(moments.local(due.at, chosen.zone).time() == due.entry.at for due in dues)


@settings(max_examples=80, deadline=None, derandomize=True)
@given(st.sampled_from(list(PROGRAMMES.values())), rhythms(), instants(), st.data())
def test_the_next_entry_is_the_same_whenever_it_is_looked_up(programme, chosen, now, data):
    enrolment = enrolled(programme, chosen, now)
    dues = walked(programme, enrolment, chosen, now)
    place = data.draw(st.integers(0, len(dues) - 1))
    before = dues[place - 1].at if place else now
    after = min(before + data.draw(st.floats(0, 1)) * (dues[place].at - before), dues[place].at - timedelta(seconds=1))
    assert agenda.next_entry(programme, enrolment, chosen, after) == dues[place]
    further = replace(enrolment, position=dues[place].position)
    assert agenda.next_entry(programme, further, chosen, NOW - timedelta(days=3000)) == dues[place]


def test_what_lies_in_the_past_is_passed_over_and_the_calendar_goes_on():
    enrolment = enrolled(STARTER, STANDARD, NOW)
    third_week = datetime(2026, 9, 22, 7, tzinfo=UTC)
    due = agenda.next_entry(STARTER, enrolment, STANDARD, third_week)
    assert isinstance(due, Due)
    assert due.entry.slot == "w03B"
    end = walked(STARTER, enrolment, STANDARD, NOW)[-1].at
    for too_late in (end, end + timedelta(weeks=50)):
        assert agenda.next_entry(STARTER, enrolment, STANDARD, too_late) == Over()


def test_a_moment_that_is_now_is_not_next():
    enrolment = enrolled(STARTER, STANDARD, NOW)
    first = agenda.next_entry(STARTER, enrolment, STANDARD, NOW)
    assert isinstance(first, Due)
    second = agenda.next_entry(STARTER, enrolment, STANDARD, first.at)
    assert isinstance(second, Due)
    assert second.entry.slot == "w01B"


def test_a_programme_that_was_gone_through_is_over():
    enrolment = replace(enrolled(STARTER, STANDARD, NOW), position=len(agenda.entries(STARTER, STANDARD)))
    assert agenda.next_entry(STARTER, enrolment, STANDARD, NOW) == Over()


def in_week_of(monday: date, chosen: Rhythm) -> list[tuple[str, date]]:
    """What is asked in one week of a programme that begins then."""
    programme = small(week(1, ("pulse",), "RF-01", "RF-02"), week(2, ("pulse",), "RF-03", "RF-04"))
    enrolment = Enrolment(1, 1, None, "small", "active", monday, 0, 0, None)
    dues = walked(programme, enrolment, chosen, datetime.combine(monday, time(), UTC) - timedelta(hours=12))
    days = dates(dues, chosen.zone)
    return [(due.entry.slot, day) for due, day in zip(dues, days, strict=True) if day < monday + timedelta(weeks=1)]


def test_an_entry_on_a_public_holiday_moves_to_the_next_working_day_of_its_week():
    kings_day = date(2027, 4, 26)  # Tuesday the 27th
    assert in_week_of(kings_day, STANDARD) == [
        ("w01A", date(2027, 4, 28)), ("w01B", date(2027, 4, 29)), ("w01pulse", date(2027, 4, 30)),
    ]  # fmt: skip


def test_a_dilemma_takes_the_friday_of_the_pulse_when_its_thursday_is_a_holiday():
    ascension = date(2027, 5, 3)  # Thursday the 6th
    assert in_week_of(ascension, STANDARD) == [("w01A", date(2027, 5, 4)), ("w01B", date(2027, 5, 7))]


def test_what_follows_a_moved_entry_makes_room_so_that_the_order_stays():
    easter = date(2027, 3, 29)  # Monday is a holiday
    assert in_week_of(easter, rhythm.with_days(STANDARD, (0, 1))) == [
        ("w01A", date(2027, 3, 30)), ("w01B", date(2027, 3, 31)), ("w01pulse", date(2027, 4, 2)),
    ]  # fmt: skip


def test_an_entry_without_a_day_left_in_its_week_is_passed_over():
    good_friday = date(2027, 3, 22)
    assert in_week_of(good_friday, rhythm.with_days(LIGHT, (4,))) == []


# --- beginning


@pytest.mark.parametrize(
    ("now", "first"),
    [
        ("2026-09-06", "2026-09-08"),
        ("2026-09-07", "2026-09-08"),
        ("2026-09-08", "2026-09-15"),
        ("2026-09-10", "2026-09-15"),
    ],
)
def test_a_programme_begins_on_the_first_day_of_the_rhythm_after_today(now, first):
    anchor, due = agenda.start(STARTER, STANDARD, datetime.fromisoformat(f"{now}T10:00+00:00"), starts_on=None)
    assert (due.position, due.entry.slot) == (0, "w01A")
    assert moments.local(due.at, AMSTERDAM).date() == date.fromisoformat(first)
    assert anchor == date.fromisoformat(first) - timedelta(days=1)


def test_today_is_the_date_where_the_leader_is():
    late = datetime(2026, 9, 7, 23, tzinfo=UTC)  # already Tuesday in Amsterdam
    assert agenda.start(STARTER, STANDARD, late, starts_on=None)[0] == date(2026, 9, 14)


def test_a_cohort_that_starts_later_begins_on_or_after_its_start_and_a_past_start_changes_nothing():
    assert agenda.start(STARTER, STANDARD, NOW, starts_on=date(2026, 10, 6))[0] == date(2026, 10, 5)
    assert agenda.start(STARTER, STANDARD, NOW, starts_on=date(2026, 10, 7))[0] == date(2026, 10, 12)
    assert agenda.start(STARTER, STANDARD, NOW, starts_on=date(2026, 1, 1))[0] == MONDAY


def test_a_first_entry_that_would_fall_out_waits_a_week():
    friday = rhythm.with_days(LIGHT, (4,))
    _, due = agenda.start(STARTER, friday, datetime(2027, 3, 23, tzinfo=UTC), starts_on=None)
    assert moments.local(due.at, AMSTERDAM).date() == date(2027, 4, 2)


# --- another rhythm


@settings(max_examples=150, deadline=None, derandomize=True)
@given(
    st.sampled_from(list(PROGRAMMES.values())), st.lists(rhythms("none"), min_size=2, max_size=4), instants(), st.data()
)
def test_changes_of_rhythm_on_the_way_lose_and_repeat_nothing(programme, chosen, now, data):
    asked: list[Due] = []
    current, enrolment = chosen[0], enrolled(programme, chosen[0], now)
    for following in chosen[1:]:
        dues = walked(programme, enrolment, current, now)
        done = dues[: data.draw(st.integers(0, len(dues)))]
        asked += done
        if done:
            now = done[-1].at + data.draw(st.floats(0, 1)) * timedelta(hours=23)
            if len(done) < len(dues):
                now = min(now, dues[len(done)].at - timedelta(seconds=1))
            enrolment = replace(enrolment, position=done[-1].position + 1)
        local_now = max(moments.local(now, zone).date() for zone in (current.zone, following.zone))
        enrolment = agenda.re_anchored(programme, enrolment, following, now, was=current)
        current = following
        rest = walked(programme, enrolment, current, now)
        assert all(day > local_now for day in dates(rest, current.zone))
        assert (rest[0].at if rest else None) == enrolment.next_due_at
    asked += walked(programme, enrolment, current, now)
    assert touches(asked) == listed(programme)
    assert len(set(slots(asked))) == len(asked)
    assert [due.at for due in asked] == sorted(due.at for due in asked)


@settings(max_examples=100, deadline=None, derandomize=True)
@given(st.sampled_from(list(PROGRAMMES.values())), rhythms(), rhythms(), instants(), st.data())
def test_with_holidays_a_change_of_rhythm_repeats_nothing_and_keeps_the_next_touch(programme, old, new, now, data):
    enrolment = enrolled(programme, old, now)
    done = walked(programme, enrolment, old, now)
    done = done[: data.draw(st.integers(1, len(done)))]
    enrolment = replace(enrolment, position=done[-1].position + 1)
    pending = [entry.slot for entry in agenda.entries(programme, old)[enrolment.position :] if entry.is_touch]
    changed = agenda.re_anchored(programme, enrolment, new, done[-1].at, was=old)
    rest = walked(programme, changed, new, done[-1].at)
    assert not set(slots(done)) & set(slots(rest))
    assert [due.entry.slot for due in rest if due.entry.is_touch][:1] == pending[:1]
    first = next((due.at for due in rest if due.entry.is_touch), done[-1].at)
    rested = sum(
        weeks.resting(weeks.monday_of(done[-1].at.date()) + n * weeks.ONE_WEEK, programme) for n in range(1, 6)
    )
    least = first - rested * weeks.ONE_WEEK - done[-1].at
    assert least < timedelta(days=16)  # a week, and another one when a holiday leaves no day


def after(slot: str, chosen: Rhythm = STANDARD) -> Enrolment:
    """A leader of the starter programme since Monday 7 September, to whom this was asked last."""
    position = [entry.slot for entry in agenda.entries(STARTER, chosen)].index(slot) + 1
    return replace(enrolled(STARTER, chosen, NOW), position=position)


def test_from_standard_to_light_the_next_touch_comes_on_the_light_day():
    wednesday = datetime(2026, 9, 16, 10, tzinfo=UTC)
    enrolment = agenda.re_anchored(STARTER, after("w02A"), LIGHT, wednesday, was=STANDARD)
    dues = walked(STARTER, enrolment, LIGHT, wednesday)
    assert slots(dues) == ["w02B", "w03A", "w03B", "w04A", "w04B", "end"]
    assert dates(dues, AMSTERDAM)[0] == date(2026, 9, 22)
    assert enrolment.anchor == date(2026, 9, 21)


def test_a_pulse_that_is_still_ahead_this_week_stays():
    thursday = datetime(2026, 9, 17, 18, tzinfo=UTC)
    noon = rhythm.with_hour(STANDARD, time(12, 30))
    enrolment = agenda.re_anchored(STARTER, after("w02B"), noon, thursday, was=STANDARD)
    dues = walked(STARTER, enrolment, noon, thursday)
    assert list(zip(slots(dues), dates(dues, AMSTERDAM), strict=True))[:2] == [
        ("w02pulse", date(2026, 9, 18)), ("w03A", date(2026, 9, 22)),
    ]  # fmt: skip


def test_a_pulse_that_was_asked_or_whose_friday_is_past_does_not_return():
    for slot, now in (
        ("w02pulse", datetime(2026, 9, 18, 18, tzinfo=UTC)),
        ("w02B", datetime(2026, 9, 19, 9, tzinfo=UTC)),
    ):
        enrolment = agenda.re_anchored(STARTER, after(slot), STANDARD, now, was=STANDARD)
        assert slots(walked(STARTER, enrolment, STANDARD, now))[0] == "w03A"


def test_after_a_pause_the_programme_goes_on_where_it_was():
    back = datetime(2026, 11, 4, 9, tzinfo=UTC)
    enrolment = agenda.re_anchored(STARTER, after("w01B"), STANDARD, back, was=STANDARD)
    dues = walked(STARTER, enrolment, STANDARD, back)
    assert list(zip(slots(dues), dates(dues, AMSTERDAM), strict=True))[:2] == [
        ("w01pulse", date(2026, 11, 6)), ("w02A", date(2026, 11, 10)),
    ]  # fmt: skip


def test_a_cohort_that_has_not_begun_is_not_brought_forward():
    waiting = enrolled(STARTER, STANDARD, NOW, starts_on=date(2026, 10, 5))
    changed = agenda.re_anchored(STARTER, waiting, LIGHT, NOW, was=STANDARD)
    assert changed.anchor == date(2026, 10, 5)


def test_when_nothing_is_left_another_rhythm_changes_nothing():
    done = agenda.re_anchored(STARTER, after("end"), LIGHT, NOW, was=STANDARD)
    assert agenda.next_entry(STARTER, done, LIGHT, NOW) == Over()
    assert done.next_due_at is None


# --- found late


@pytest.mark.parametrize(
    ("now", "late"),
    [
        ("2026-09-08T06:30", False),  # on time
        ("2026-09-08T05:30", False),  # the clock was put back
        ("2026-09-08T17:29", False),  # the same day, before quiet hours
        ("2026-09-08T17:30", True),  # quiet hours have begun
        ("2026-09-09T09:00", True),  # the next day
        ("2026-09-15T06:30", True),  # a week later
    ],
)
def test_an_entry_may_be_sent_late_on_its_own_day_outside_quiet_hours(now, late):
    due_at = datetime(2026, 9, 8, 6, 30, tzinfo=UTC)
    assert agenda.late(due_at, datetime.fromisoformat(f"{now}+00:00"), STANDARD) is late


@settings(max_examples=60, deadline=None, derandomize=True)
@given(rhythms(), st.lists(st.floats(-1.2, 9), min_size=30, max_size=80))
def test_a_stopped_process_or_a_jumping_clock_never_asks_in_bursts(chosen, jumps):
    """Whoever ticks, and however irregularly: each slot at most once, never two on one local date."""
    enrolment, now, sent = enrolled(YEAR, chosen, NOW), NOW, []
    for jump in jumps:
        now += timedelta(days=jump)
        if enrolment.next_due_at is None or enrolment.next_due_at > now:
            continue
        due = agenda.next_entry(YEAR, enrolment, chosen, enrolment.next_due_at - timedelta(seconds=1))
        assert isinstance(due, Due)
        if not agenda.late(due.at, now, chosen):
            sent.append((due.entry.slot, moments.local(now, chosen.zone).date()))
        enrolment = replace(enrolment, position=due.position + 1)
        following = agenda.next_entry(YEAR, enrolment, chosen, now)
        enrolment = replace(enrolment, next_due_at=following.at if isinstance(following, Due) else None)
    assert len({slot for slot, _ in sent}) == len(sent)
    assert len({day for _, day in sent}) == len(sent)
