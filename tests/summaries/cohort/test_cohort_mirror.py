from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summaries.cohort.facts import Lean, Mirror, Spread, as_json, from_json
from summaries.cohort.mirror import Drew, Felt, Period, Placed, changes, lean, mirror
from summaries.cohort.safely import K, Share

FIRST, LAST = date(2026, 3, 1), date(2026, 3, 31)
NOON = datetime(2026, 3, 3, 12, tzinfo=UTC)
LOW, HALF, HIGH = Share(0, 5), Share(2, 5), Share(3, 5)


def placed(*positions: int, dilemma: str = "near-far", at: datetime = NOON) -> tuple[Placed, ...]:
    """A position of each of so many people."""
    return tuple(Placed(f"leader-{number}", dilemma, position, at) for number, position in enumerate(positions))


def of(*given: Placed | Felt | Drew, members: int = 20) -> Mirror:
    return mirror(
        Period(
            FIRST,
            LAST,
            members,
            dilemmas=("near-far",),
            qualities=("courage", "trust"),
            placed=tuple(one for one in given if isinstance(one, Placed)),
            felt=tuple(one for one in given if isinstance(one, Felt)),
            drew=tuple(one for one in given if isinstance(one, Drew)),
        )
    )


def shown(*positions: int) -> tuple[Share, ...]:
    (found,) = of(*placed(*positions)).positions
    return found.shares


def test_ten_people_on_two_sides_are_shown_as_left_middle_and_right() -> None:
    assert shown(1, 2, 3, 1, 2, 5, 6, 7, 7, 7) == (Share(1, 3), Share(0, 3), Share(1, 3))


def test_nine_people_are_not_shown() -> None:
    assert shown(1, 2, 3, 1, 2, 5, 6, 7, 7) == ()


@pytest.mark.parametrize("odd", [(), (4,), (4, 1)])
def test_when_all_or_nearly_all_say_the_same_nothing_is_shown(odd: tuple[int, ...]) -> None:
    assert shown(*[6] * 12, *odd) == ()


def test_fifty_people_are_shown_position_by_position() -> None:
    bars = shown(*[1] * 5, *[2] * 5, *[3] * 10, *[5] * 10, *[6] * 15, *[7] * 5)
    assert bars == tuple(Share(step, 10) for step in (1, 1, 2, 0, 2, 3, 1))


def test_a_person_counts_once_with_the_last_position() -> None:
    later = placed(*[7] * 10, at=NOON + timedelta(days=9))
    assert of(*later, *placed(*[1] * 10)).positions == (Spread("near-far", ()),)
    assert of(*placed(1, 1, 1, 1, 1, 1, 1, 1, 7, 7), *placed(7, at=NOON + timedelta(days=1))).positions[0].shares == (
        Share(2, 3),
        Share(0, 3),
        Share(0, 3),
    )


def test_a_dilemma_that_was_not_asked_is_not_named_and_one_that_was_is_named_anyhow() -> None:
    found = of(*placed(*[1, 7] * 10, dilemma="another"))
    assert found.positions == (Spread("near-far", ()),)


def test_energy_counts_each_person_once_with_their_middle_value() -> None:
    people = [(1, 5, 1)] * 5 + [(3,)] * 4 + [(5, 2, 5)] * 5 + [(2, 4)]
    taps = [Felt(f"leader-{number}", value) for number, values in enumerate(people) for value in values]
    assert of(*taps).energy == Spread("energy", (HALF, Share(1, 5), Share(1, 5)))


def test_qualities_are_shares_of_all_who_are_counted() -> None:
    drew = [Drew(f"leader-{number}", "trust") for number in range(11)] * 2
    assert of(*drew).qualities == (("courage", Share(0, 4)), ("trust", Share(2, 4)))


def test_a_quality_that_was_not_asked_about_is_not_named() -> None:
    assert [name for name, _ in of(*(Drew(f"leader-{n}", "humour") for n in range(9))).qualities] == [
        "courage",
        "trust",
    ]


def test_of_four_who_answered_and_of_four_members_there_is_no_mirror() -> None:
    assert of(*placed(1, 1, 7, 7)) == Mirror(FIRST, LAST, 20)
    assert of(*placed(1, 1, 7, 7), members=4) == Mirror(FIRST, LAST, 4)
    assert not of(*placed(1, 1, 7, 7), members=4).tells


@pytest.mark.parametrize("members", [5, 11])
def test_a_group_of_five_to_eleven_has_a_word_for_each_dilemma_and_no_number(members: int) -> None:
    taps = placed(*[7] * members)
    found = of(
        *taps, *(Felt(one.leader, 5) for one in taps), *(Drew(one.leader, "trust") for one in taps), members=members
    )
    assert found == Mirror(FIRST, LAST, members, leans=(Lean("near-far", "b"),))
    assert found.tells


def test_from_twelve_people_on_there_are_shares_and_no_word() -> None:
    found = of(*placed(*[1, 7] * 6), members=12)
    assert found.leans == ()
    assert found.positions[0].shares


@pytest.mark.parametrize(
    ("positions", "side"),
    [
        ((1, 2, 3, 5, 6), "a"),
        ((1, 1, 1, 1, 1), "a"),
        ((1, 4, 7, 6, 5), "b"),
        ((7,) * 11, "b"),
        ((1, 1, 1, 7, 7, 7), "none"),
        ((1, 1, 4, 4, 7), "none"),
        ((4,) * 6, "none"),
        ((1, 1, 1, 5, 6, 7, 4), "none"),
        ((1, 1, 1, 1), "none"),
        ((), "none"),
    ],
    ids=repr,
)
def test_a_side_is_where_more_than_half_of_five_or_more_stand(positions: tuple[int, ...], side: str) -> None:
    assert lean(positions) == side


def test_a_small_group_that_all_said_the_same_looks_like_one_with_a_bare_majority() -> None:
    all_of_it, bare = (of(*placed(*taps), members=9) for taps in ((6,) * 9, (6,) * 5 + (2,) * 4))
    assert all_of_it == bare


def test_that_too_few_answered_in_a_small_group_looks_like_being_divided() -> None:
    for taps in ((), (1, 1, 1, 1), (1, 1, 1, 7, 7, 7), (4,) * 9):
        assert of(*placed(*taps), members=9) == Mirror(FIRST, LAST, 9, leans=(Lean("near-far", "none"),))


def small(*positions: int, left: tuple[date, ...] = ()) -> Mirror:
    """April of a small group that all stood at the second pole in March."""
    taps = placed(*positions, at=NOON + timedelta(days=31))
    return mirror(Period(*APRIL, 9, dilemmas=("near-far",), left=left, placed=taps), [of(*placed(*[7] * 9), members=9)])


def test_when_somebody_left_a_small_group_the_next_mirror_names_no_side() -> None:
    march = date(2026, 3, 20)
    assert small(*[7] * 9).leans == (Lean("near-far", "b"),)
    assert small(*[7] * 8, left=(march,)).leans == (Lean("near-far", "none"),)
    assert small(*[7] * 5, left=(march,) * 4).leans == (Lean("near-far", "none"),)
    assert small(*[7] * 9, left=(FIRST - timedelta(days=1),)).leans == (Lean("near-far", "b"),)


def test_a_published_mirror_stays_whatever_is_known_later() -> None:
    first = of(*placed(*[1, 7] * 6))
    assert mirror(Period(FIRST, LAST, 20), [first]) is first


@pytest.mark.parametrize("shift", [-3, 3])
def test_a_period_that_shares_days_with_a_published_one_is_refused(shift: int) -> None:
    other = Period(FIRST + timedelta(days=shift), LAST + timedelta(days=shift), 20)
    with pytest.raises(ValueError, match="share no days"):
        mirror(other, [Mirror(FIRST, LAST, 20)])


APRIL = (date(2026, 4, 1), date(2026, 4, 30))


def test_the_next_month_is_another_period() -> None:
    assert mirror(Period(*APRIL, 20), [Mirror(FIRST, LAST, 20)]) == Mirror(*APRIL, 20)


def returning(*left: date, members: int = 20, before: Mirror | None = None) -> tuple[Share, ...]:
    """What April shows of a dilemma that March showed, or another month, after so many people left."""
    taps = placed(*[1, 7] * 6, at=NOON + timedelta(days=31))
    april = Period(*APRIL, members, dilemmas=("near-far",), left=left, placed=taps)
    (found,) = mirror(april, [before or of(*placed(*[1, 7] * 6))]).positions
    return found.shares


def test_a_dilemma_that_comes_back_is_held_back_when_fewer_than_five_left_since_it_was_shown() -> None:
    march = date(2026, 3, 20)
    assert returning() == (Share(2, 4), Share(0, 4), Share(2, 4))
    assert returning(march) == ()
    assert returning(*[march] * 4) == ()
    assert returning(*[march] * 5) == (Share(2, 4), Share(0, 4), Share(2, 4))
    assert returning(FIRST - timedelta(days=1), APRIL[1] + timedelta(days=1)) == (Share(2, 4), Share(0, 4), Share(2, 4))


def test_it_is_shown_when_a_wave_came_as_well_or_when_it_was_not_shown_before() -> None:
    assert returning(date(2026, 3, 20), members=25) == (Share(2, 4), Share(0, 4), Share(2, 4))
    assert returning(date(2026, 3, 20), before=of(*placed(*[7] * 12))) == (Share(2, 4), Share(0, 4), Share(2, 4))
    assert returning(date(2026, 3, 20), before=Mirror(FIRST, LAST, 20)) == (Share(2, 4), Share(0, 4), Share(2, 4))


def test_change_is_told_as_far_as_steps_tell() -> None:
    before, now = Spread("x", (HIGH, LOW, LOW)), Spread("x", (LOW, LOW, HIGH))
    assert changes(before, now) == ("less", "same", "more")


def test_steps_of_different_fineness_are_compared_only_where_they_do_not_overlap() -> None:
    before = Spread("x", (Share(1, 2), Share(0, 2), Share(0, 2)))
    now = Spread("x", (Share(1, 3), Share(0, 3), Share(2, 3)))
    assert changes(before, now) == ("same", "same", "more")


@pytest.mark.parametrize(
    "now", [Spread("x", ()), Spread("y", (LOW, LOW, HIGH)), Spread("x", (Share(0, 10),) * 7)], ids=repr
)
def test_what_was_held_back_or_is_about_something_else_is_not_compared(now: Spread) -> None:
    assert changes(Spread("x", (HIGH, LOW, LOW)), now) == ()


def test_a_mirror_is_read_back_as_it_was_written() -> None:
    found = of(*placed(*[1, 7] * 6), *(Felt(f"leader-{n}", 1 + n % 5) for n in range(12)), Drew("leader-1", "trust"))
    assert from_json(as_json(found)) == found
    assert "leader" not in as_json(found)
    leaning = of(*placed(*[1, 7] * 4), members=8)
    assert from_json(as_json(leaning)) == leaning


def test_what_was_kept_before_there_were_words_for_small_groups_is_still_read() -> None:
    older = as_json(Mirror(FIRST, LAST, 7)).replace('"leans":[],', "")
    assert "leans" not in older
    assert from_json(older) == Mirror(FIRST, LAST, 7)


def test_a_tapped_value_stays_out_of_every_repr() -> None:
    assert "position" not in repr(placed(6)[0])
    assert repr(Felt("a", 5)) == "Felt(leader='a')"


@settings(max_examples=200, deadline=None)
@given(st.lists(st.integers(1, 7), max_size=70), st.randoms(use_true_random=False))
def test_any_order_gives_the_same_mirror_and_none_is_of_fewer_than_ten_people(positions: list[int], random) -> None:
    given_ones = placed(*positions)
    found = of(*given_ones, members=70)
    assert of(*random.sample(given_ones, len(given_ones)), members=70) == found
    sides = [
        sum(position < 4 for position in positions),
        positions.count(4),
        sum(position > 4 for position in positions),
    ]
    for each in found.positions:
        assert not each.shares or (len(positions) >= 2 * K and len(set(positions)) > 1)
        assert len(each.shares) != 3 or sum(side >= 2 for side in sides) >= 2
