"""What another rhythm or programme changes, shown before it is done: nothing comes twice, nothing is lost."""

from dataclasses import replace
from datetime import UTC, date, datetime, time

from dialogues import rhythm
from dialogues.calendar import Course, calendar, changed
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
