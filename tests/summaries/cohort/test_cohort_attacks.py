"""What an attacker gains who puts releases side by side, over guessing from one of them; in points of a hundred.

`python -m benchmarks.attacks` prints the figures; these are the bars.
"""

import pytest

from benchmarks.attacks.mirrors import GROUPS, LEANS, beside, exactly, shown, subtracting
from benchmarks.attacks.weeks import attacked, live, published
from benchmarks.attacks.weighing import Habits, compositions


def test_whoever_puts_all_releases_side_by_side_guesses_no_better_than_from_one() -> None:
    found = attacked(published, 10_000, Habits())
    assert found["all"].at_most <= 1
    assert found["all"].attack - found["all"].guessing <= 1
    assert (found["guest"].points, found["joins"].at_most < 0.1) == (0, True)
    assert max(each.at_most for each in found.values()) <= 3


@pytest.mark.parametrize("habits", [Habits(0.75), Habits(0.5, 0.25), Habits(0.75, 0.25)], ids=repr)
def test_nor_where_most_people_answer_or_change_more(habits: Habits) -> None:
    assert attacked(published, 1000, habits)["all"].at_most <= 1


def test_where_nobody_ever_varies_leaving_tells_a_little() -> None:
    """The limit that the module names: each of the others does every week exactly the same."""
    found = attacked(published, 1500, Habits(slip=0))
    assert found["all"].at_most <= 1.5
    assert max(each.at_most for each in found.values()) <= 4


def test_the_same_attack_breaks_a_page_with_live_counts() -> None:
    found = attacked(live, 100, Habits(slip=0))
    assert found["leaves"].attack > 85
    assert found["all"].points > 10


@pytest.mark.parametrize("lean", LEANS.values(), ids=LEANS)
def test_four_who_tell_each_other_their_position_do_not_learn_that_of_a_fifth(lean) -> None:
    assert max(subtracting(shown, people, lean) for people in GROUPS) <= 5


@pytest.mark.parametrize("lean", LEANS.values(), ids=LEANS)
def test_of_fewer_than_ten_they_would_so_that_is_held_back(lean) -> None:
    assert subtracting(exactly, 5, lean) > 15
    assert all(shown(counts) == () for people in range(10) for counts in compositions(people))


def test_the_mirror_of_the_month_before_tells_hardly_more_than_one_of_a_group_alike() -> None:
    assert beside(60_000).at_most <= 1.5
