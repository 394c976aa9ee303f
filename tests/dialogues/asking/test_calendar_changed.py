"""What another rhythm or programme changes, shown before it is done: nothing comes twice, nothing is lost."""

from dataclasses import replace
from datetime import UTC, date, datetime, time

from dialogues.asking import rhythm
from dialogues.asking.calendar import Course, calendar, changed, rested
from dialogues.library import library

USUAL = rhythm.default("standard", "nl", "Europe/Amsterdam", "none")
WEDNESDAYS = replace(USUAL, days=(2, 4), times=(time(10), time(10)))
FIRST = date(2026, 11, 3)
CORE, STARTER = library().programmes["core_12w"], library().programmes["starter_4w"]
NOW = datetime(2026, 11, 13, 12, 0, tzinfo=UTC)  # a Friday, after two touches of two weeks


def touches(planned):
    return [one.entry.slot for one in planned if one.entry.is_touch]


def test_other_days_go_on_after_what_was_asked():
    change = changed(Course(CORE, USUAL), Course(CORE, WEDNESDAYS), FIRST, NOW)
    assert touches(change.asked) == ["w01A", "w01B", "w02A", "w02B"]
    assert touches(change.asked + change.after) == touches(change.asked + change.before)
    assert change.after[0].at.isoformat(timespec="minutes") == "2026-11-18T10:00+01:00"
    assert change.asked + change.before == tuple(one for one in calendar(CORE, USUAL, FIRST) if one.at)


def test_before_the_beginning_all_of_it_is_still_to_come():
    early = datetime(2026, 10, 20, tzinfo=UTC)
    change = changed(Course(CORE, USUAL), Course(CORE, WEDNESDAYS), FIRST, early)
    assert change.asked == ()
    assert change.after[0].at.date() == date(2026, 11, 4)
    assert len(touches(change.after)) == len(touches(change.before))


def test_another_programme_begins_from_the_coming_day_on():
    change = changed(Course(CORE, USUAL), Course(STARTER, USUAL), FIRST, NOW)
    assert change.after[0].at.date() == date(2026, 11, 17)
    assert len(change.after) == len(calendar(STARTER, USUAL, FIRST))


def test_when_all_was_asked_there_is_nothing_to_change():
    late = datetime(2027, 12, 1, tzinfo=UTC)
    change = changed(Course(STARTER, USUAL), Course(STARTER, WEDNESDAYS), FIRST, late)
    assert change.before == change.after == ()
    assert touches(change.asked)[-1] == "end"


def test_a_rest_puts_off_what_was_still_to_come_and_loses_nothing():
    plain = tuple(one for one in calendar(CORE, USUAL, FIRST) if one.at)
    assert rested(Course(CORE, USUAL), FIRST, []) == plain
    put_off = rested(Course(CORE, USUAL), FIRST, [(NOW, datetime(2026, 12, 6, 22, tzinfo=UTC))])
    assert touches(put_off) == touches(plain)
    assert put_off[:4] == plain[:4]
    days = [one.at.date() for one in put_off if one.entry.is_touch]
    assert days[4] == date(2026, 12, 8)


def test_a_rest_before_the_first_question_puts_off_all_and_one_after_the_last_nothing():
    early = datetime(2026, 10, 20, tzinfo=UTC)
    course, plain = Course(STARTER, USUAL), tuple(one for one in calendar(STARTER, USUAL, FIRST) if one.at)
    put_off = rested(course, FIRST, [(early, datetime(2026, 11, 8, 22, tzinfo=UTC))])
    assert put_off[0].at.date() == date(2026, 11, 10)
    assert len(put_off) == len(plain)
    assert rested(course, FIRST, [(datetime(2027, 3, 1, tzinfo=UTC), datetime(2027, 3, 8, tzinfo=UTC))]) == plain
