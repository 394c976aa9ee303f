"""Of five to nine people one word about four weeks together: what it says, and that nobody can be told from it."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import timedelta
from fractions import Fraction
from functools import cache
from itertools import product

import pytest
from groups import GROUP, MONDAY, WEEK, asked, joined, released, week
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.attacks.words import LINES, known_to
from summaries.cohort.facts import Half, Release
from summaries.cohort.figures import Small, Spell, smalls, weekly
from summaries.cohort.mirror import lean
from summaries.cohort.participation import SPELL, Joined, Sent, closes, line, release
from summaries.cohort.safely import LESS, MORE

NINE = "abcdefghi"
DAY = timedelta(days=1)


def month(people: str, *answering: str, first: int = 0) -> tuple[Sent, ...]:
    """A question to each in each week; who answers in which."""
    return tuple(one for number, who in enumerate(answering) for one in asked(first + number, people, answering=who))


def words(releases: Iterable[Release]) -> list[list[Half]]:
    """Per week the word of each wave."""
    return [[cell.half for cell in one.cells] for one in releases]


def word(people: str, *answering: str) -> Half:
    """What is told of the first four weeks of so many people."""
    return released(SPELL, joined(*people), month(people, *answering))[-1].cells[0].half


def test_each_fourth_week_tells_of_four_weeks_together_and_the_others_of_nothing() -> None:
    sent = month(NINE, *[NINE] * 4, *[""] * 5)
    assert words(released(9, joined(*NINE), sent)) == [[""]] * 3 + [["more"]] + [[""]] * 3 + [["less"]] + [[""]]


def test_of_ten_people_no_word_is_told_and_of_four_nothing_at_all() -> None:
    ten = NINE + "j"
    assert words(released(4, joined(*ten), month(ten, *[ten] * 4))) == [[""]] * 4
    assert words(released(4, joined(*"abcd"), month("abcd", *["abcd"] * 4))) == [[]] * 4


def test_each_wave_has_four_weeks_of_its_own() -> None:
    late = "jklmn"
    sent = month(NINE, *[""] * 6) + month(late, *[late] * 4, first=2)
    found = released(6, joined(*NINE) + joined(*late, on=week(1)), sent)
    assert words(found)[3:] == [["less", ""], ["", ""], ["", "more"]]
    first, second = smalls(found)
    assert first == Small(MONDAY, 9, (Spell(MONDAY, week(4) - DAY, "less"),))
    assert second == Small(week(2), 5, (Spell(week(2), week(6) - DAY, "more"),))


def test_what_is_told_first_is_known_when_people_begin_to_count() -> None:
    (small,) = smalls(released(1, joined(*NINE), ()))
    assert small == Small(MONDAY, 9, ())
    assert closes(week(3), GROUP.zone).date() == small.tells
    assert smalls(()) == ()


def test_only_waves_from_ten_on_are_told_of_per_week() -> None:
    assert not weekly(released(2, joined(*NINE), ()))
    assert weekly(released(2, joined(*NINE, "j"), ()))


def test_the_word_is_a_true_range_of_the_questions() -> None:
    assert Spell(MONDAY, MONDAY, "more").percents == (30, 100)
    assert Spell(MONDAY, MONDAY, "less").percents == (0, 70)


@settings(max_examples=60, deadline=None)
@given(st.integers(5, 9), st.lists(st.integers(0, 9), min_size=4, max_size=4), st.text(max_size=5))
def test_at_two_thirds_it_is_more_and_below_a_third_it_is_less(people: int, answering: list[int], secret: str) -> None:
    crowd = NINE[:people]
    each = [crowd[:number] for number in answering]
    part = Fraction(sum(map(len, each)), SPELL * people)
    group, releases = replace(GROUP, secret=secret), ()
    for number in range(SPELL):
        releases = (*releases, release(group, week(number), joined(*crowd), month(crowd, *each), releases))
    told = releases[-1].cells[0].half
    assert told == ("more" if part >= line(group, MONDAY) else "less")
    assert told == ("more" if part >= LESS else "less") or MORE <= part < LESS


def test_each_person_weighs_as_much_however_much_they_are_asked() -> None:
    eager = tuple(replace(one, at=one.at + timedelta(minutes=n)) for n in range(30) for one in asked(0, "a"))
    silent = asked(0, "bcdefg")
    loud = asked(0, "bcdefg", answering="bcdefg")
    assert released(4, joined(*"abcdefg"), eager + loud)[-1].cells[0].half == "more"
    answered = tuple(replace(one, answered=one.at + DAY) for one in eager)
    assert released(4, joined(*"abcdefg"), answered + silent)[-1].cells[0].half == "less"


def test_who_left_rests_or_was_erased_counts_as_nobody_who_answered() -> None:
    few = released(SPELL, joined(*NINE), month("ab", *["ab"] * 4))
    assert few[-1].cells[0].half == "less"
    erased: tuple[Release, ...] = released(1, joined(*NINE), ())
    for number in range(1, SPELL):
        one = release(GROUP, week(number), joined(*"ab"), month("ab", *["ab"] * 4), erased)
        erased = (*erased, one)
    assert (erased[-1].cells[0].people, erased[-1].cells[0].half) == (9, "less")


def test_what_others_and_guests_do_and_what_came_late_is_not_in_it() -> None:
    people = (*joined(*NINE), Joined("guest", MONDAY - WEEK, guest=True))
    others = month("vwxyz", *["vwxyz"] * 4) + asked(0, ["guest"], answering=["guest"])
    assert released(4, people, month(NINE, *[""] * 4) + others)[-1].cells[0].half == "less"
    late = tuple(
        replace(one, answered=closes(week(number), GROUP.zone)) for number in range(4) for one in asked(number, NINE)
    )
    assert released(4, people, late)[-1].cells[0].half == "less"
    in_time = tuple(replace(one, answered=one.answered - timedelta(seconds=1)) for one in late if one.answered)
    assert released(4, people, in_time)[-1].cells[0].half == "more"


def test_a_line_is_drawn_once_for_each_wave_and_shows_nowhere() -> None:
    groups = [replace(GROUP, secret=f"secret-{number}") for number in range(200)]
    lines = [line(group, MONDAY) for group in groups]
    assert lines == [line(group, MONDAY) for group in groups]
    assert all(MORE <= one < LESS for one in lines)
    assert min(lines) < Fraction(9, 25) < Fraction(16, 25) < max(lines)
    assert line(groups[0], MONDAY) != line(groups[0], week(1))
    assert "secret" not in repr(groups[0])


# What an attacker can tell. People here answer everything or nothing in four weeks: nothing tells more of anybody.

Story = tuple[tuple[int, Half], ...]  # per four weeks: how many of those who are known answered, and the word


def stories(people: int, known: int, target: int, lines: Sequence[Fraction] = LINES) -> set[Story]:
    """All that can be seen in three times four weeks when the target answers everything (1) or nothing (0) in each."""
    others, found = people - known - 1, set()
    for each in lines:
        seen = {
            (some, "more" if some + target + more >= each * people else "less")
            for some in range(known + 1)
            for more in range(others + 1)
        }
        found |= set(product(sorted(seen), repeat=3))
    return found


@pytest.mark.parametrize("people", range(5, 10))
def test_whoever_knows_two_others_can_rule_out_neither_that_one_answers_everything_nor_nothing(people: int) -> None:
    for known in (0, 1, 2):
        assert stories(people, known, 1) == stories(people, known, 0)


def test_with_a_line_at_a_half_they_could_in_a_group_of_five_or_six() -> None:
    half = [Fraction(1, 2)]
    told = [people for people in range(5, 10) if stories(people, 2, 1, half) != stories(people, 2, 0, half)]
    assert told == [5, 6]


def test_the_limit_is_who_knows_all_others() -> None:
    assert stories(5, 4, 1) != stories(5, 4, 0)


def test_a_year_of_words_tells_hardly_more_than_one_also_to_whoever_knows_two_others() -> None:
    """In points of a hundred how often the likeliest guess is right about who answers everything or nothing."""
    found = {known: known_to(known, 100) for known in (0, 1, 2)}
    assert all(one < 65 and all_of_it < 67 and all_of_it - one < 5 for one, all_of_it in found.values())
    assert found[2][1] - found[0][1] < 3


SIDES = {-1: 1, 0: 4, 1: 7}  # a position at the first pole, in the middle and at the second


@cache
def possible(people: int, known: tuple[int, ...], side: str) -> frozenset[int]:
    """Where one may stand, of so many who placed themselves, after this word and with these known."""
    others = product(SIDES, repeat=people - len(known))
    return frozenset(some[0] for some in others if lean([SIDES[one] for one in (*known, *some)]) == side)


@pytest.mark.parametrize("people", [5, 6, 7, 8])
def test_whoever_stands_somewhere_learns_from_a_side_of_nobody_where_they_stand_or_do_not(people: int) -> None:
    for one, side in product(SIDES, ("a", "b", "none")):
        assert possible(people, (one,), side) == {-1, 0, 1}


def test_two_who_tell_each_other_learn_it_of_five_and_six_but_not_of_seven() -> None:
    """The limit of the mirror: both stand elsewhere than the group, so that all others make up its half."""
    assert [possible(people, (1, 1), "a") for people in (5, 6)] == [{-1}, {-1}]
    assert all(possible(7, known, "a") == {-1, 0, 1} for known in product(SIDES, repeat=2))
