"""How much comes by itself on one day: each kind of message beside whatever else the day brings."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from dialogues.asking import crowding, rhythm
from dialogues.asking.crowding import Day
from dialogues.people import Prompt

STANDARD = rhythm.default("standard", "nl", "Europe/Amsterdam")  # Tuesday 8:30 and Thursday 16:30
FRIDAY = datetime(2026, 11, 13, 7, 30, tzinfo=UTC)
EVENING = datetime(2026, 11, 13, 15, 30, tzinfo=UTC)
MONDAY = datetime(2026, 11, 16, 7, 30, tzinfo=UTC)


def test_on_an_empty_day_everything_comes():
    for kind in ("check", "remind", "mirror", "first", "recap"):
        assert crowding.turn(kind, Day(), FRIDAY, STANDARD) == "now"


@pytest.mark.parametrize(
    "day", [Day(asked=frozenset({"question"})), Day(coming=frozenset({"question"})), Day(asked=frozenset({"pulse"})),
            Day(asked=frozenset({"intention_check"}))],
)  # fmt: skip
def test_what_became_of_an_intention_is_asked_on_the_next_day_without_a_question(day):
    assert crowding.turn("check", day, FRIDAY, STANDARD) == MONDAY
    taken = replace(day, taken=frozenset({date(2026, 11, 16), date(2026, 11, 17)}))
    assert crowding.turn("check", taken, FRIDAY, STANDARD) == datetime(2026, 11, 18, 7, 30, tzinfo=UTC)


def test_a_pulse_that_is_still_to_come_makes_way_for_it():
    assert crowding.turn("check", Day(coming=frozenset({"pulse"})), FRIDAY, STANDARD) == "now"


def test_whoever_is_asked_every_day_is_asked_beside_it():
    every = frozenset(date(2026, 11, day) for day in range(13, 22))
    day = Day(asked=frozenset({"question"}), taken=every)
    assert crowding.turn("check", day, FRIDAY, STANDARD) == "now"
    assert crowding.turn("remind", day, FRIDAY, STANDARD) == "lapsed"


def test_a_reminder_lapses_beside_a_pulse_that_came_or_comes():
    for day in (Day(asked=frozenset({"pulse"})), Day(coming=frozenset({"pulse"}))):
        assert crowding.turn("remind", day, EVENING, STANDARD) == "lapsed"


def test_a_reminder_makes_room_for_any_other_thing_and_keeps_its_hour():
    for day in (Day(told=1), Day(asked=frozenset({"intention_check"}))):
        assert crowding.turn("remind", day, EVENING, STANDARD) == datetime(2026, 11, 16, 15, 30, tzinfo=UTC)


def test_a_question_that_may_never_have_arrived_does_not_lapse():
    day = Day(asked=frozenset({"pulse"}))
    assert crowding.turn("remind", day, EVENING, STANDARD, sure=False) == datetime(2026, 11, 16, 15, 30, tzinfo=UTC)


@pytest.mark.parametrize("kind", ["first", "year", "programme", "mirror"])
def test_what_can_wait_is_not_told_beside_another_thing(kind):
    assert crowding.turn(kind, Day(told=1), FRIDAY, STANDARD) == MONDAY
    assert crowding.turn(kind, Day(asked=frozenset({"question"})), FRIDAY, STANDARD) == "now"
    assert crowding.turn("recap", Day(told=1), FRIDAY, STANDARD) == "now"


def test_the_days_ahead_with_a_question_are_those_of_the_rhythm_while_a_programme_runs():
    due = [datetime(2026, 11, 17, 7, 30, tzinfo=UTC)]
    days = crowding.taken(due, [MONDAY], FRIDAY, STANDARD)
    assert days == {date(2026, 11, day) for day in (16, 17, 19)}
    assert crowding.taken([], [], FRIDAY, STANDARD) == frozenset()


def asked(kind, slot, at=FRIDAY, enrolment=10):
    return Prompt(1, 1, enrolment, kind, "RF-03", "v", slot, "open", "answer", at, at)


def test_only_what_came_by_itself_today_counts_as_asked():
    came = [asked("pulse", "w01pulse.a"), asked("intention_check", "check:1f")]
    own = [asked("question", "other:3"), asked("question", "again:1", enrolment=None)]
    earlier = [asked("paradox", "w01B.1.PX-01.a", FRIDAY - timedelta(days=1))]
    assert crowding.asked([*came, *own, *earlier], EVENING, STANDARD) == {"pulse", "intention_check"}
    assert crowding.asked([*own, *earlier], EVENING, STANDARD) == frozenset()


def test_a_check_that_would_be_late_on_the_next_free_day_comes_beside_a_question():
    crowded = Day(asked=frozenset({"question"}))
    assert crowding.turn("check", replace(crowded, by=FRIDAY.date()), FRIDAY, STANDARD) == "now"
    assert crowding.turn("check", replace(crowded, by=MONDAY.date()), FRIDAY, STANDARD) == MONDAY
    assert crowding.turn("check", crowded, FRIDAY, STANDARD) == MONDAY
