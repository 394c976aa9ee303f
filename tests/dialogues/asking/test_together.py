"""Several programmes of one leader: whose day it is, and where what makes room goes."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from dialogues.asking import agenda, moments, rhythm, together, underway, weeks
from dialogues.asking.rhythm import with_days, with_kind
from dialogues.asking.slots import entries
from dialogues.asking.together import NEVER, Coming, Later, Now, Passed
from dialogues.library import library
from dialogues.people import Enrolment, Prompt

PROGRAMMES = library().programmes
STARTER = PROGRAMMES["starter_4w"]
STANDARD = rhythm.default("standard", "nl", "Europe/Amsterdam", "nl")
LIGHT = with_kind(STANDARD, "light")
TUESDAY = datetime(2026, 11, 3, 7, 30, tzinfo=UTC)
DAY = timedelta(days=1)
OLD, NEW, NEWEST = 1, 2, 3


def placed(number=OLD, position=0, at=TUESDAY, programme=STARTER) -> Enrolment:
    return Enrolment(number, 7, None, programme.id, "active", date(2026, 11, 2), 0, position, at)


def coming(number=OLD, position=0, at=TUESDAY, asked=(), chosen=STANDARD) -> Coming:
    found = together.coming(STARTER, placed(number, position, at), chosen, asked)
    assert found is not None
    return found


def asked_by(number, at, slot="w01A.0.RF-03") -> Prompt:
    return Prompt(9, 7, number, "question", "RF-03", "1", f"{slot}.{number:x}", "open", "answer", at, at + 5 * DAY)


def local(day, hour, minute=30) -> Later:
    return Later(moments.instant(date(2026, 11, day), time(hour, minute), STANDARD.zone))


def test_what_comes_next_tells_its_moment_when_its_programme_asked_last_and_when_it_asks_again():
    mine, other = asked_by(OLD, TUESDAY - 5 * DAY), asked_by(NEW, TUESDAY - DAY)
    for_it = replace(asked_by(OLD, TUESDAY - DAY), slot="w01A.0.RF-03.1+")  # another question was asked for
    found = coming(asked=[mine, other, for_it])
    assert (found.entry.slot, found.at, found.last) == ("w01A", TUESDAY, mine.asked_at)
    assert found.following == date(2026, 11, 5)
    assert coming().last == NEVER


def test_a_pulse_is_not_the_next_question_and_after_the_last_entry_there_is_none():
    plan = entries(STARTER, STANDARD)
    assert plan[2].slot == "w01pulse"
    assert coming(position=1, at=TUESDAY + 2 * DAY).following == date(2026, 11, 10)
    assert coming(position=len(plan) - 1, at=TUESDAY + 28 * DAY).following == date.max


def test_nothing_comes_of_a_programme_that_rests_or_is_over():
    plan = entries(STARTER, STANDARD)
    assert together.coming(STARTER, placed(at=None), STANDARD, []) is None
    assert together.coming(STARTER, placed(position=len(plan)), STANDARD, []) is None


def test_alone_or_beside_what_comes_on_another_day_an_entry_is_asked_at_its_moment():
    assert together.turn(coming(), [], [], STANDARD) == Now()
    assert together.turn(coming(), [coming(NEW, at=TUESDAY + DAY)], [date(2026, 11, 2)], STANDARD) == Now()


def test_of_two_the_older_enrolment_goes_first_and_the_other_comes_at_the_same_hour_the_day_after():
    old, new = coming(OLD), coming(NEW)
    assert together.turn(old, [new], [], STANDARD) == Now()
    assert together.turn(new, [replace(old, at=old.at + 2 * DAY)], [date(2026, 11, 3)], STANDARD) == local(4, 8)


def test_whichever_programme_asked_longest_ago_goes_first():
    old, new = coming(OLD, asked=[asked_by(OLD, TUESDAY - 4 * DAY)]), coming(NEW)
    assert together.turn(new, [old], [], STANDARD) == Now()
    assert together.turn(old, [new], [], STANDARD) == local(4, 8)


def test_a_day_that_another_question_is_to_come_on_or_that_is_a_holiday_is_not_free():
    mine, taken = coming(NEW, 1, TUESDAY + 2 * DAY), [date(2026, 11, 5)]
    assert mine.entry.slot == "w01B"
    assert together.turn(mine, [], taken, STANDARD) == local(6, 16)
    assert together.turn(mine, [coming(OLD, 3, TUESDAY + 3 * DAY)], taken, STANDARD) == Passed()
    ascension = moments.instant(date(2026, 5, 13), time(16, 30), STANDARD.zone) + DAY
    eve = replace(mine, at=ascension - DAY, following=date.max)
    assert together.turn(eve, [], [date(2026, 5, 13)], STANDARD) == Later(
        moments.instant(date(2026, 5, 15), time(16, 30), STANDARD.zone)
    )


def test_what_makes_room_never_comes_after_its_programmes_own_next_question():
    chosen = with_days(STANDARD, {0, 1, 2})
    monday = moments.instant(date(2026, 11, 2), chosen.times[0], chosen.zone)
    mine = coming(NEW, 0, monday, chosen=chosen)
    assert mine.following == date(2026, 11, 3)
    assert together.turn(mine, [], [date(2026, 11, 2)], chosen) == Passed()


def test_a_pulse_gives_way_to_a_question_of_the_same_day_and_is_never_moved():
    friday = moments.instant(date(2026, 11, 6), time(15, 30), STANDARD.zone)
    pulse, question = coming(OLD, 2, friday), coming(NEW, 1, friday + timedelta(hours=1))
    assert (pulse.entry.kind, question.entry.kind) == ("pulse", "question")
    assert together.turn(pulse, [question], [], STANDARD) == Passed()
    assert together.turn(question, [pulse], [], STANDARD) == Now()


def test_of_two_pulses_one_is_asked():
    friday = moments.instant(date(2026, 11, 6), time(15, 30), STANDARD.zone)
    first, second = coming(OLD, 2, friday), coming(NEW, 2, friday)
    assert together.turn(first, [second], [], STANDARD) == Now()
    assert together.turn(second, [first], [date(2026, 11, 6)], STANDARD) == Passed()


def test_a_pulse_to_come_takes_no_day_from_a_question():
    friday = moments.instant(date(2026, 11, 6), time(15, 30), STANDARD.zone)
    mine, pulse = coming(NEW, 1, TUESDAY + 2 * DAY), coming(OLD, 2, friday)
    assert together.turn(mine, [pulse], [date(2026, 11, 5)], STANDARD) == local(6, 16)


def test_the_end_of_a_programme_waits_for_a_free_day_also_beyond_its_week_and_apart_from_the_look_back():
    last = len(entries(STARTER, STANDARD)) - 1
    end = coming(OLD, last, moments.instant(date(2026, 11, 26), time(8, 30), STANDARD.zone))
    taken = [date(2026, 11, day) for day in (26, 27, 30)]
    assert end.entry.slot == "end"
    assert together.turn(end, [], taken, STANDARD) == Later(
        moments.instant(date(2026, 12, 2), end.entry.at, STANDARD.zone)
    )


# a year ---------------------------------------------------------------------------------------------------------------

COUNTRIES = ("nl", "be", "de", "gb", "none")
ASKED = ("question", "paradox", "integrity_case", "programme_end")
HOURS = (time(7, 30), time(8, 30), time(16, 30), time(19, 0))


@some.composite
def rhythms(draw: some.DrawFn):
    days = draw(some.sets(some.integers(0, 4), min_size=1, max_size=5))
    chosen = with_days(rhythm.default("standard", "nl", "Europe/Amsterdam", draw(some.sampled_from(COUNTRIES))), days)
    return rhythm.with_hour(chosen, draw(some.sampled_from(HOURS)))


def walked(followed: list[Enrolment], chosen, until: datetime) -> list[tuple[datetime, Enrolment, str]]:
    """What is asked until then, as the tick does it: earliest due first, then the older enrolment."""
    asked, running = list[Prompt](), {one.id: one for one in followed}
    said = []
    while due := [one for one in running.values() if one.next_due_at and one.next_due_at <= until]:
        one = min(due, key=lambda each: (each.next_due_at, each.id))
        programme, now = PROGRAMMES[one.programme], one.next_due_at
        ahead = {each.id: together.coming(PROGRAMMES[each.programme], each, chosen, asked) for each in running.values()}
        mine = ahead.pop(one.id)
        taken = {moments.local(each.asked_at, chosen.zone).date() for each in asked}
        found = together.turn(mine, [other for other in ahead.values() if other], taken, chosen)
        if isinstance(found, Later):
            running[one.id] = replace(one, next_due_at=found.at)
            continue
        if isinstance(found, Now):
            slot = underway.slot(entries(programme, chosen), one.position, one.id)
            asked.append(replace(asked_by(one.id, now), slot=slot, kind=mine.entry.kind))
            said.append((now, one, mine.entry.slot))
        moved = replace(one, position=one.position + 1)
        then = agenda.next_entry(programme, moved, chosen, now)
        after = (then.position, then.at) if isinstance(then, agenda.Due) else (moved.position, None)
        running[one.id] = replace(moved, position=after[0], next_due_at=after[1])
    return said


def begun(number: int, name: str, chosen, now: datetime) -> Enrolment:
    anchor, due = agenda.start(PROGRAMMES[name], chosen, now, starts_on=None)
    return Enrolment(number, 7, number, name, "active", anchor, due.position, due.position, due.at)


@settings(max_examples=60, deadline=None)
@given(
    rhythms(),
    some.lists(some.tuples(some.sampled_from(sorted(PROGRAMMES)), some.integers(0, 60)), min_size=2, max_size=3),
    some.integers(0, 364),
)
def test_in_a_year_no_day_has_two_prompts_none_is_quiet_or_a_holiday_none_comes_twice_and_all_keep_their_order(
    chosen, followed, first
):
    now = datetime(2026, 1, 1, 9, tzinfo=UTC) + first * DAY
    people = [begun(number, name, chosen, now + wait * DAY) for number, (name, wait) in enumerate(followed, start=1)]
    said = walked(people, chosen, now + 365 * DAY)
    days = [moments.local(at, chosen.zone).date() for at, _, _ in said]
    assert len(set(days)) == len(days)
    assert all(moments.working_day(day, chosen.country) for day in days)
    assert not any(moments.is_quiet(at, chosen) for at, _, _ in said)
    for one in people:
        places = [each.position for _, each, _ in said if each.id == one.id]
        assert places == sorted(set(places))
        assert places, "no programme is silent because of another"


@pytest.mark.parametrize("name", sorted(PROGRAMMES))
@pytest.mark.parametrize("chosen", [STANDARD, LIGHT], ids=["standard", "light"])
def test_two_at_once_lose_no_question_in_a_usual_rhythm(name, chosen):
    chosen = replace(chosen, country="none")
    now = TUESDAY - 10 * DAY
    people = [begun(number, name, chosen, now) for number in (OLD, NEW)]
    said = walked(people, chosen, now + 800 * DAY)
    touches = [entry.slot for entry in entries(PROGRAMMES[name], chosen) if entry.kind in ASKED]
    for one in people:
        mine = [slot for _, each, slot in said if each.id == one.id]
        assert [slot for slot in mine if slot in touches] == touches


def test_three_at_once_share_what_two_days_a_week_leave_them():
    people = [begun(number, "core_12w", STANDARD, TUESDAY - 10 * DAY) for number in (OLD, NEW, NEWEST)]
    said = walked(people, STANDARD, TUESDAY + 70 * DAY)
    weekly = {(one.id, weeks.monday_of(at.date())) for at, one, _ in said}
    counted = [sum(number == one for one, _ in weekly) for number in (OLD, NEW, NEWEST)]
    assert min(counted) >= 8
