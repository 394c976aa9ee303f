"""Short words where buttons or a line are: a place, a number or a moment that stands for one of them."""

import pytest
from pocket import Pocket


@pytest.mark.parametrize("words", ["1", "een", "the first one", "2", "friday 9", "vrijdag 9", "friday 9."])
def test_a_number_or_a_day_with_an_hour_is_a_better_moment(words):
    pocket = Pocket.asked("question", "SM-01").presses("prompt_buttons", "later").says(words)
    assert (pocket.screens, pocket.words) == (["snoozed"], [])


@pytest.mark.parametrize("words", ["not needed", "dunno", "niet nodig", "I dunno"])
def test_who_needs_no_better_moment_leaves_it_as_it_is(words):
    pocket = Pocket.asked("question", "SM-01").presses("prompt_buttons", "later").says(words)
    assert (pocket.screens, pocket.words) == (["left_as_is"], [])


@pytest.mark.parametrize("words", ["drieenhalf", "drieëneenhalf", "drie en een half", "three and a half"])
def test_a_half_on_the_line_asks_for_a_whole_number(words):
    assert Pocket.asked("paradox", "P04").says(words).screens == ["choose_whole"]


@pytest.mark.parametrize("words", ["behalf", "iemand and a half"])
def test_half_of_something_else_is_no_place_on_the_line(words):
    assert Pocket.asked("paradox", "P04").says(words).screens == ["choose_first"]


@pytest.mark.parametrize("words", ["far left", "uiterst rechts"])
def test_the_far_end_of_the_line_is_a_place(words):
    assert Pocket.asked("paradox", "P04").says(words).screens == ["dilemma_step"]


@pytest.mark.parametrize(
    ("kind", "item"), [("question", "SM-03"), ("question", "SM-05"), ("paradox", "P04"), ("integrity_case", "IC-12")]
)
@pytest.mark.parametrize("words", ["2 of us disagree", "2 people said no to me", "3 days away", "3 dagen weg"])
def test_a_number_that_counts_things_chooses_nothing(kind, item, words):
    pocket = Pocket.asked(kind, item).says(words)
    assert (pocket.taps, [text for _, text in pocket.words]) == ({}, [words])
