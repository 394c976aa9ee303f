import pytest
from hypothesis import given
from hypothesis import strategies as st

from summaries.cohort.safely import FINEST, K, Share, bounds, fineness, share, spread


@pytest.mark.parametrize("people", range(K))
def test_fewer_than_five_people_have_no_share(people: int) -> None:
    with pytest.raises(ValueError, match="five people or more"):
        share(0, people)


@pytest.mark.parametrize("count", [-1, 13])
def test_a_share_is_a_part(count: int) -> None:
    with pytest.raises(ValueError, match="five people or more"):
        share(count, 12)


@pytest.mark.parametrize(("step", "steps"), [(0, 7), (2, 2), (-1, 2), (0, 0), (1, 1)])
def test_other_steps_do_not_exist(step: int, steps: int) -> None:
    with pytest.raises(ValueError, match="no such share"):
        Share(step, steps)


@given(st.integers(10, 400), st.data())
def test_each_step_holds_five_different_numbers_of_people_so_none_is_told_from_four(people: int, data) -> None:
    shown = share(data.draw(st.integers(0, people)), people)
    low, high = bounds(shown, people)
    assert high - low + 1 >= K
    assert share(0, people) == share(K - 1, people)
    assert share(people, people) == share(people - (K - 1), people)


@given(st.integers(K, 9))
def test_of_five_to_nine_people_nothing_is_told(people: int) -> None:
    assert {share(count, people) for count in range(people + 1)} == {Share(0, 1)}
    assert bounds(Share(0, 1), people) == (0, people)


def test_halves_of_fewer_than_ten_that_were_kept_before_tell_nothing_any_more() -> None:
    assert [bounds(Share(step, 2), people) for step in range(2) for people in (5, 9)] == [(0, 5), (0, 9)] * 2


@given(st.integers(K, 400), st.data())
def test_a_share_is_true_of_the_number_it_hides(people: int, data) -> None:
    count = data.draw(st.integers(0, people))
    shown = share(count, people)
    low, high = bounds(shown, people)
    assert low <= count <= high
    assert {share(other, people) for other in range(low, high + 1)} == {shown}
    assert shown.percents[0] * people <= 100 * count <= shown.percents[1] * people


def test_how_fine_the_steps_are_follows_from_the_number_of_people() -> None:
    assert [fineness(people) for people in (5, 14, 15, 20, 25, 49, 50, 900)] == [1, 2, 3, 4, 5, 5, 10, 10]


def test_percentages_are_whole_tens_rounded_outwards() -> None:
    assert [Share(step, 3).percents for step in range(3)] == [(0, 40), (30, 70), (60, 100)]
    assert all(
        percent % 10 == 0 for steps in FINEST for step in range(steps) for percent in Share(step, steps).percents
    )


def test_a_distribution_needs_ten_people() -> None:
    assert spread([5, 0, 4]) == ()
    assert spread([5, 0, 5]) == (Share(1, 3), Share(0, 3), Share(1, 3))


@pytest.mark.parametrize("counts", [(12, 0, 0), (11, 1, 0), (10, 1, 1)])
def test_a_distribution_that_would_tell_what_everybody_tapped_is_held_back(counts: tuple[int, ...]) -> None:
    assert spread(counts) == ()


@pytest.mark.parametrize("people", [10, 13, 19, 20, 49, 50])
def test_nobody_sees_in_a_distribution_whether_two_people_or_none_are_somewhere(people: int) -> None:
    two, none = spread([people - 5, 3, 2]), spread([people - 5, 5, 0])
    assert two[2] == none[2] == Share(0, two[2].steps)


def test_two_values_of_two_people_are_enough() -> None:
    assert spread([10, 2, 0]) == (Share(3, 4), Share(0, 4), Share(0, 4))
