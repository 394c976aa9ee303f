from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import pairwise, permutations
from random import Random
from zoneinfo import ZoneInfo

import pytest
from groups import AMSTERDAM, GROUP, MONDAY, WEEK, asked, at, joined, released, week
from hypothesis import given, settings
from hypothesis import strategies as st

from summaries.cohort.facts import Cell, Release, as_json, from_json
from summaries.cohort.figures import Range, at_risk, retention, weeks
from summaries.cohort.participation import Group, Joined, Sent, closes, counted, due, release
from summaries.cohort.safely import K, Share, share

TWELVE = "abcdefghijkl"


def cell(*sent: Sent, people: tuple[Joined, ...] = ()) -> Cell:
    """The one cell of the first week of twelve people, or of these."""
    ((only,),) = (one.cells for one in released(1, people or joined(*TWELVE), sent))
    return only


def test_a_week_closes_a_week_after_its_sunday_on_the_clock_of_the_group() -> None:
    assert closes(MONDAY, AMSTERDAM) == datetime(2026, 3, 16, tzinfo=AMSTERDAM)
    assert closes(date(2026, 3, 16), AMSTERDAM).astimezone(ZoneInfo("UTC")).hour == 22  # summer time has begun


def test_the_running_week_and_the_one_before_are_never_due() -> None:
    almost = closes(week(1), AMSTERDAM) - timedelta(seconds=1)
    assert list(due(GROUP, (), almost)) == [week(0)]
    assert list(due(GROUP, (), closes(week(1), AMSTERDAM))) == [week(0), week(1)]
    assert list(due(GROUP, released(1, (), ()), closes(week(1), AMSTERDAM))) == [week(1)]


def test_twelve_people_of_whom_nine_answer_show_as_half_or_more() -> None:
    shown = cell(*asked(0, TWELVE, answering=TWELVE[:9]))
    assert (shown.people, shown.age, shown.asked, shown.answered) == (12, 1, Share(1, 2), Share(1, 2))
    assert (shown.followed, shown.unreachable) == (Share(0, 2), Share(0, 2))


def test_four_people_are_not_counted_and_five_are() -> None:
    assert released(1, joined(*"abcd"), asked(0, "abcd", answering="abcd"))[0].cells == ()
    assert released(1, joined(*"abcde"), asked(0, "abcde", answering="abcde"))[0].cells[0].people == K


@pytest.mark.parametrize("people", ["abcde", "abcdefghi"], ids=len)
def test_four_accounts_of_one_person_do_not_read_off_the_weeks_of_a_fifth(people: str) -> None:
    always, fifth = people[:2], people[-1]
    quiet, loud = (tuple(one for n in range(4) for one in asked(n, people, answering=each[n])) for each in (
        [always] * 4, [always + fifth * (n % 2) for n in range(4)],
    ))  # fmt: skip
    seen, other = (weeks(released(4, joined(*people), sent)) for sent in (quiet, loud))
    assert seen == other
    assert {(week.answered, week.paces) for week in seen} == {(Range(0, len(people), len(people)), ())}


def test_a_pace_of_fewer_than_ten_that_was_kept_before_is_told_no_more() -> None:
    half = Share(1, 2)
    old = Cell(MONDAY, 9, 1, half, half, half, half, (half, half, half), "hour")
    assert weeks([Release(MONDAY, (old,))])[0].paces == ()


def test_who_joins_alone_waits_until_five_are_waiting() -> None:
    late = joined("m", on=week(1)) + joined(*"nop", on=week(2)) + joined("q", on=week(3))
    found = released(5, joined(*TWELVE) + late, ())
    assert [[each.people for each in one.cells] for one in found] == [[12], [12], [12], [12], [12, 5]]
    assert [each.age for each in found[-1].cells] == [5, 1]


def test_who_joins_on_the_monday_itself_is_not_counted_that_week() -> None:
    assert released(1, joined(*"abcde", on=MONDAY), ())[0].cells == ()


def test_who_leaves_and_joins_again_is_counted_where_they_were() -> None:
    again = released(2, joined(*TWELVE) + joined(*"abcde", on=week(0)), asked(0, TWELVE, answering=TWELVE))
    assert again == released(2, joined(*"abcde", on=week(0)) + joined(*TWELVE), asked(0, TWELVE, answering=TWELVE))
    assert [each.people for each in again[1].cells] == [12]


def test_a_guest_is_counted_in_the_other_group_only() -> None:
    people = (*joined(*TWELVE), Joined("guest", MONDAY - WEEK, guest=True))
    found = released(1, people, asked(0, "guest", answering=["guest"]))
    assert found[0].cells[0].people == 12
    assert counted(people, found) == set(TWELVE)


def test_before_the_first_release_nobody_is_counted() -> None:
    assert counted(joined(*TWELVE), ()) == frozenset()


def test_who_was_erased_still_counts_in_the_size_of_the_wave() -> None:
    first = released(1, joined(*TWELVE), ())
    left = joined(*TWELVE[1:])
    second = release(GROUP, week(1), left, asked(1, TWELVE, answering=TWELVE), first)
    assert second.cells[0].people == 12
    assert second.cells[0].answered == share(11, 12)


def test_figures_are_of_the_group_that_sent_the_prompt_and_of_that_week() -> None:
    strange = asked(0, "xyzuvw", answering="xyzuvw") + asked(1, TWELVE, answering=TWELVE)
    assert cell(*strange) == cell()


def test_an_answer_after_the_week_was_counted_is_not_in_it() -> None:
    late = (closes(MONDAY, AMSTERDAM) - at(MONDAY + timedelta(days=1))) // timedelta(hours=1)
    assert cell(*asked(0, TWELVE, answering=TWELVE, hours=late - 1)).answered == Share(1, 2)
    assert cell(*asked(0, TWELVE, answering=TWELVE, hours=late)).answered == Share(0, 2)


def test_the_week_is_that_of_the_clock_of_the_group() -> None:
    late_on_sunday = datetime(2026, 3, 1, 23, 30, tzinfo=ZoneInfo("UTC"))  # half past midnight on Monday in Amsterdam
    assert cell(*(Sent(leader, late_on_sunday) for leader in TWELVE)).asked == Share(1, 2)
    assert cell(*(Sent(leader, late_on_sunday - timedelta(hours=1)) for leader in TWELVE)).asked == Share(0, 2)


def test_followed_up_and_unreachable_are_counted_by_the_end_of_the_week() -> None:
    followed = tuple(replace(one, followed=one.answered) for one in asked(0, TWELVE, answering=TWELVE))
    sunday = MONDAY + timedelta(days=6)
    blocked = tuple(replace(one, blocked=sunday) for one in joined(*TWELVE))
    later = tuple(replace(one, blocked=sunday + timedelta(days=1)) for one in joined(*TWELVE))
    assert cell(*followed).followed == Share(1, 2)
    assert (cell(people=blocked).unreachable, cell(people=later).unreachable) == (Share(1, 2), Share(0, 2))


def test_following_up_without_an_answer_in_time_does_not_count() -> None:
    assert cell(*(replace(one, followed=one.at) for one in asked(0, TWELVE))).followed == Share(0, 2)


def test_a_first_answer_stands_in_its_part_of_the_local_day_once() -> None:
    morning = asked(0, TWELVE, answering=TWELVE)
    evening = tuple(replace(one, answered=at(MONDAY + timedelta(days=2), 19)) for one in morning)
    assert cell(*evening, *morning, *evening).before == (Share(0, 2), Share(1, 2), Share(1, 2))
    assert cell(*evening).before == (Share(0, 2), Share(0, 2), Share(0, 2))


def test_six_before_noon_and_six_after_it_do_not_tell_that_all_twelve_answered() -> None:
    later = tuple(replace(one, answered=at(MONDAY + timedelta(days=1), 15)) for one in asked(0, TWELVE[6:]))
    (told,) = weeks(released(1, joined(*TWELVE), (*asked(0, TWELVE[:6], answering=TWELVE), *later)))
    assert dict(told.hours)["morning"] == Range(1, 12, 12)
    assert dict(told.hours)["afternoon"] == Range(0, 6, 12)
    assert told.answered == Range(6, 12, 12)


@pytest.mark.parametrize(("hours", "pace"), [(1, "hour"), (2, "half_day"), (20, "day"), (70, "later")])
def test_the_usual_pace_is_told_in_wide_steps(hours: int, pace: str) -> None:
    assert cell(*asked(0, TWELVE, answering=TWELVE, hours=hours)).pace == pace


def test_the_pace_is_told_only_where_the_share_beside_it_says_that_five_answered() -> None:
    assert cell(*asked(0, TWELVE, answering=TWELVE[:5])).pace == ""
    assert cell(*asked(0, TWELVE, answering=TWELVE[:6])).pace == "half_day"
    eight = joined(*"abcdefgh")
    assert cell(*asked(0, "abcdefgh", answering="abcdefgh"), people=eight).pace == ""


def test_weeks_are_released_one_after_the_other() -> None:
    with pytest.raises(ValueError, match="one after the other"):
        release(GROUP, week(1), (), (), ())


def test_a_week_that_was_released_never_changes() -> None:
    people = joined(*TWELVE)
    before = released(2, people, asked(0, TWELVE))
    for number in range(2):
        assert release(GROUP, week(number), people[:6], asked(0, TWELVE, answering=TWELVE), before) is before[number]


def test_pages_are_arithmetic_on_releases() -> None:
    late = joined(*"mnopq", on=week(0))
    everybody = TWELVE + "mnopq"
    sent = asked(0, TWELVE, answering=TWELVE) + asked(1, everybody, answering="abmnopq")
    found = released(2, joined(*TWELVE) + late, sent)
    first, second = weeks(found)
    assert (first.answered, second.answered) == (Range(6, 12, 12), Range(0, 10, 17))
    assert (first.asked, first.followed, first.unreachable) == (Range(6, 12, 12), Range(0, 5, 12), Range(0, 5, 12))
    assert dict(first.hours)["morning"] == Range(1, 12, 12)
    assert dict(first.hours)["night"] == Range(0, 5, 12)
    assert (first.paces, second.paces) == (((12, "half_day"),), ())
    assert retention(found) == ((1, Range(6, 17, 17)), (2, Range(0, 5, 12)))
    assert at_risk(found) == Range(0, 11, 17)
    assert at_risk(found).percents == (0, 70)


def test_before_anybody_is_counted_there_are_no_figures() -> None:
    nothing = released(2, joined(*"abcd"), ())
    assert (weeks(nothing), retention(nothing), at_risk(nothing)) == ((), (), Range(0, 0, 0))
    assert at_risk(nothing).percents == (0, 0)


def test_a_release_is_read_back_as_it_was_written() -> None:
    for one in released(3, joined(*TWELVE), asked(1, TWELVE, answering=TWELVE)):
        assert from_json(as_json(one)) == one


@pytest.mark.parametrize("text", ["", "{}", '{"kind":"week","week":"2026-03-02","cells":[{"people":4}]}'])
def test_anything_else_is_refused_without_repeating_it(text: str) -> None:
    with pytest.raises(ValueError, match=r"^these are no figures of a group$"):
        from_json(text)


def test_a_cell_of_four_people_cannot_be_made_nor_read() -> None:
    (one,) = released(1, joined(*"abcde"), ())
    with pytest.raises(ValueError, match="five people or more"):
        replace(one.cells[0], people=4)
    with pytest.raises(ValueError, match="no figures"):
        from_json(as_json(one).replace('"people":5', '"people":4'))


_LEADERS = [f"leader-{number}" for number in range(24)]


@st.composite
def histories(draw: st.DrawFn) -> tuple[tuple[Joined, ...], tuple[Sent, ...]]:
    random = Random(draw(st.integers(0, 10**9)))
    people = tuple(
        Joined(leader, week(random.randint(-1, 3)) - timedelta(days=random.randint(0, 6)), guest=random.random() < 0.1)
        for leader in random.sample(_LEADERS, draw(st.integers(0, 24)))
    )
    sent = [
        one for number in range(4) for one in asked(number, _LEADERS, answering=random.sample(_LEADERS, 12), hours=30)
    ]
    return people, tuple(random.sample(sent, draw(st.integers(0, len(sent)))))


@settings(max_examples=100, deadline=None)
@given(histories(), st.randoms(use_true_random=False))
def test_the_same_facts_in_any_order_give_the_same_release(history, random) -> None:
    people, sent = history
    found = released(4, people, sent)
    assert released(4, random.sample(people, len(people)), random.sample(sent, len(sent))) == found


@settings(max_examples=100, deadline=None)
@given(histories())
def test_no_figure_is_of_fewer_than_five_people_nor_any_difference_of_figures(history) -> None:
    people, sent = history
    found = released(4, people, sent)
    sizes = [[each.people for each in one.cells] for one in found]
    assert all(size >= K for row in sizes for size in row)
    for before, after in pairwise(sizes):
        assert after[: len(before)] == before  # what is new in a week is whole waves
    ranges = [getattr(one, name) for one in weeks(found) for name in ("asked", "answered", "followed", "unreachable")]
    for each in [*ranges, *(of for _, of in retention(found)), at_risk(found)]:
        assert each.of == 0 or each.of >= K
        assert each.high - each.low + 1 >= min(K, (each.of + 1) // 2)


@settings(max_examples=100, deadline=None)
@given(histories())
def test_nothing_beside_the_share_that_answered_narrows_it(history) -> None:
    for told in (cell for one in released(4, *history) for cell in one.cells):
        steps = [told.before[0].step, told.before[1].step, told.before[2].step, told.answered.step, told.asked.step]
        assert steps == sorted(steps)
        assert told.followed.step <= told.answered.step


@settings(max_examples=100, deadline=None)
@given(histories(), st.randoms(use_true_random=False))
def test_what_guests_and_those_who_wait_do_changes_nothing(history, random) -> None:
    people, sent = history
    found = released(4, people, sent)
    silent = [each for each in sent if each.leader in counted(people, found)]
    assert released(4, people, silent) == found


@settings(max_examples=50, deadline=None)
@given(histories(), histories())
def test_what_was_published_never_changes_whatever_comes_after(history, other) -> None:
    found = released(4, *history)
    again: tuple[Release, ...] = found
    for number in range(4):
        assert release(GROUP, week(number), *other, again) == found[number]


@settings(max_examples=50, deadline=None)
@given(histories())
def test_ranges_hold_the_true_numbers(history) -> None:
    people, sent = history
    found = released(4, people, sent)
    for number, (one, page) in enumerate(zip([one for one in found if one.cells], weeks(found), strict=True)):
        who = counted(people, found[: found.index(one) + 1])
        told = [each for each in sent if each.at.date() - one.week == timedelta(days=1) and each.leader in who]
        asked_ones, answered = {each.leader for each in told}, {each.leader for each in told if each.answered}
        assert page.asked.low <= len(asked_ones) <= page.asked.high, number
        assert page.answered.low <= len(answered) <= page.answered.high, number


def test_every_order_of_three_who_joined_gives_the_same_waves() -> None:
    people = joined("a", on=week(0)) + joined("b", on=week(1)) + joined(*"cdef", on=week(2))
    assert len({released(4, order, ()) for order in permutations(people, len(people))}) == 1


def test_a_group_that_never_begins_has_nothing_due() -> None:
    assert list(due(Group(MONDAY, AMSTERDAM), (), at(MONDAY))) == []
