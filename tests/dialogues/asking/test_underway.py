"""Where a leader goes on when a programme is edited under way."""

import random
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from dialogues.asking import rhythm, underway
from dialogues.asking.slots import entries
from dialogues.asking.underway import Mark
from dialogues.library import library
from dialogues.model import Programme, Week
from dialogues.people import Prompt

STARTER = library().programmes["starter_4w"]
YEAR = library().programmes["year_12m"]
RHYTHMS = [rhythm.default(kind, "nl", "Europe/Amsterdam", "nl") for kind in ("standard", "light")]
STANDARD = RHYTHMS[0]
ME = 0xABC


def plan_of(programme: Programme, chosen=STANDARD):
    return entries(programme, chosen)


def walked(plan, many):
    """The marks of the first so many items, and the position after them."""
    listed = [index for index, entry in enumerate(plan) if entry.item][:many]
    marks = [underway.mark(underway.slot(plan, index, ME), ME) for index in listed]
    return marks, listed[-1] + 1


def with_weeks(programme: Programme, weeks: list[Week]) -> Programme:
    return replace(programme, weeks=tuple(replace(week, number=n) for n, week in enumerate(weeks, start=1)))


def upcoming(plan, place):
    return plan[place].item if place < len(plan) else ""


def test_a_slot_tells_the_item_and_its_number_to_its_own_enrolment_only():
    plan = plan_of(STARTER)
    assert underway.slot(plan, 0, ME) == "w01A.0.RF-03.abc"
    assert underway.mark("w01A.0.RF-03.abc", ME) == Mark(0, "RF-03")
    for other in ("w01A.0.RF-03.abd", "w01A", "first", "w01pulse.abc", underway.slot(plan, 2, ME)):
        assert underway.mark(other, ME) is None


@pytest.mark.parametrize("chosen", RHYTHMS, ids=lambda chosen: chosen.kind)
def test_in_a_programme_that_nobody_edited_nothing_moves(chosen):
    for programme in library().programmes.values():
        plan = plan_of(programme, chosen)
        listed = [entry for entry in plan if entry.item]
        for many in range(1, len(listed)):
            marks, position = walked(plan, many)
            assert underway.place(plan, position, marks) is None
    assert underway.place(plan, 0, []) is None


def test_what_was_passed_over_is_not_caught_up_with():
    plan = plan_of(STARTER)
    marks, _ = walked(plan, 2)
    assert underway.place(plan, 9, marks) is None


def test_a_change_of_rhythm_is_no_edit():
    marks, _ = walked(plan_of(STARTER), 4)
    light = plan_of(STARTER, RHYTHMS[1])
    assert underway.place(light, 4, marks) is None


def test_after_a_week_inserted_before_the_leader_goes_on_with_what_comes_next():
    marks, position = walked(plan_of(STARTER), 4)
    edited = plan_of(with_weeks(STARTER, [YEAR.weeks[30], *STARTER.weeks]))
    assert upcoming(edited, underway.place(edited, position, marks)) == "QP-03"


def test_after_a_week_removed_before_nothing_ahead_is_lost():
    marks, position = walked(plan_of(STARTER), 4)
    edited = plan_of(with_weeks(STARTER, list(STARTER.weeks[1:])))
    assert upcoming(edited, underway.place(edited, position, marks)) == "QP-03"


def test_after_one_touch_removed_before_nothing_ahead_is_lost():
    first = replace(STARTER.weeks[0], touches=STARTER.weeks[0].touches[1:])
    for chosen in RHYTHMS:
        marks, position = walked(plan_of(STARTER, chosen), 4)
        edited = plan_of(with_weeks(STARTER, [first, *STARTER.weeks[1:]]), chosen)
        assert upcoming(edited, underway.place(edited, position, marks)) == "QP-03"


def test_what_was_asked_and_then_listed_later_is_not_asked_again():
    one, two, three, four = STARTER.weeks
    marks, position = walked(plan_of(STARTER), 2)
    edited = plan_of(with_weeks(STARTER, [two, one, three, four]))
    assert upcoming(edited, underway.place(edited, position, marks)) == "QP-03"
    marks, position = walked(plan_of(STARTER), 4)
    edited = plan_of(with_weeks(STARTER, [one, three, four, two]))
    assert upcoming(edited, underway.place(edited, position, marks)) == "QP-03"


def test_what_is_inserted_or_removed_ahead_moves_nothing():
    marks, position = walked(plan_of(STARTER), 4)
    longer = plan_of(with_weeks(STARTER, [*STARTER.weeks[:2], YEAR.weeks[30], *STARTER.weeks[2:]]))
    shorter = plan_of(with_weeks(STARTER, [*STARTER.weeks[:2], STARTER.weeks[3]]))
    assert underway.place(longer, position, marks) is None
    assert underway.place(shorter, position, marks) is None


def test_a_programme_that_was_cut_short_still_comes_to_its_end():
    marks, position = walked(plan_of(STARTER), 6)
    edited = plan_of(with_weeks(STARTER, [STARTER.weeks[0], STARTER.weeks[3]]))
    assert upcoming(edited, underway.place(edited, position, marks)) == "RS-01"
    last = plan_of(with_weeks(STARTER, [replace(STARTER.weeks[0], extras=STARTER.weeks[3].extras)]))
    assert upcoming(last, underway.place(last, position, marks)) == "starter_4w"
    gone = plan_of(with_weeks(STARTER, [STARTER.weeks[0]]))
    assert underway.place(gone, position, marks) == len(gone)


def test_whatever_is_edited_the_next_item_was_never_asked():
    dice = random.Random(7)
    for _ in range(400):
        marks, position = walked(plan_of(YEAR), dice.randint(1, 40))
        weeks = list(YEAR.weeks)
        dice.shuffle(weeks) if dice.random() < 0.3 else weeks.insert(
            dice.randint(0, 20), weeks.pop(dice.randint(0, 40))
        )
        edited = plan_of(with_weeks(YEAR, weeks[dice.randint(0, 3) :]))
        place = underway.place(edited, position, marks)
        following = upcoming(edited, position if place is None else place)
        assert following not in {mark.item for mark in marks}


def test_what_a_programme_asked_by_itself_is_told_from_what_its_leader_asked_for():
    now = datetime(2026, 1, 6, 8, tzinfo=UTC)
    asked = Prompt(1, 1, None, "question", "RF-03", "1", "", "open", "answer", now, now)
    for slot, enrolment, by_itself in (
        (f"w01A.0.RF-03.{ME:x}", ME, True),
        (f"w01A.0.RF-03.{ME:x}+", ME, False),
        (f"check:{ME:x}", ME, False),
        ("ask:1", None, False),
    ):
        assert underway.programmed(replace(asked, slot=slot, enrolment=enrolment)) is by_itself
