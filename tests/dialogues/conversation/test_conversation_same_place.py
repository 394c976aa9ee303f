"""A dilemma that comes back: the place of before in words, or one step from it."""

import pytest
from pocket import Pocket

from dialogues.asking import poles
from dialogues.library import library
from dialogues.people import Leader


def back(earlier: str, **facts: object) -> Pocket:
    return Pocket.asked("paradox_revisit", "P02", earlier=earlier, **facts)


def seen(pocket: Pocket) -> int:
    """Where it stands on the line as this leader sees it."""
    return poles.turned(int(pocket.taps[pocket.prompt.id, "position"]), swap=poles.swapped(pocket.leader, "P02"))


def as_seen(place: int) -> str:
    return str(poles.turned(place, swap=poles.swapped(Pocket().leader, "P02")))


@pytest.mark.parametrize(
    "words",
    [
        "zelfde als vorige keer",
        "nog altijd hetzelfde",
        "daar sta ik nog steeds",
        "ongewijzigd",
        "idem als toen",
        "ik sta nog op dezelfde plek",
        "geen verschil met vorige keer",
        "same as before",
        "still the same",
        "no change",
        "exactly where I was last time",
        "unchanged, I'd say",
    ],
)
def test_the_same_place_as_before_is_taken_in_words(words):
    pocket = back(as_seen(3)).says(words)
    assert (pocket.prompt.stage, seen(pocket), pocket.words) == ("changed", 3, [])


@pytest.mark.parametrize("words", ["nog steeds een 3", "still a 3", "weer 3"])
def test_a_number_that_is_named_with_it_is_the_place(words):
    pocket = back(as_seen(3)).says(words)
    assert (pocket.prompt.stage, seen(pocket)) == ("changed", 3)


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("iets meer naar links", 3),
        ("een stapje naar rechts", 5),
        ("ietsje meer richting links dan toen", 3),
        ("een beetje verder naar rechts", 5),
        ("a bit more to the left", 3),
        ("one step further right", 5),
        ("slightly more to the right than before", 5),
    ],
)
def test_one_step_from_the_place_of_before(words, place):
    pocket = back(as_seen(4)).says(words)
    assert (pocket.prompt.stage, seen(pocket), pocket.words) == ("changed", place, [])


@pytest.mark.parametrize("end", [0, 1])
def test_one_step_towards_a_pole_by_its_name(end):
    dilemma = library().dilemmas["P02"]
    label = (dilemma.pole_a, dilemma.pole_b)[end].label.nl
    pocket = back("4").says(f"iets meer naar {label.lower()}")
    assert pocket.taps[pocket.prompt.id, "position"] == ("5" if end else "3")


@pytest.mark.parametrize("words", ["iets meer naar links", "een stapje links"])
def test_past_the_end_of_the_line_there_is_no_step(words):
    pocket = back(as_seen(1)).says(words)
    assert (pocket.prompt.stage, pocket.taps) == ("position", {})


def test_a_step_to_nowhere_is_no_place():
    assert back(as_seen(4)).says("een stapje verder").taps == {}


def test_without_a_place_of_before_the_words_stand_for_themselves():
    pocket = Pocket.asked("paradox", "P02").says("iets meer naar links")
    assert seen(pocket) == 3
    assert Pocket.asked("paradox", "P02").says("zelfde als vorige keer").taps == {}
    assert back("").says("zelfde als vorige keer").taps == {}


def test_more_than_a_few_words_tell_something():
    pocket = back(as_seen(3)).says("Ik sta nog op dezelfde plek, want in het team is er eigenlijk niets veranderd.")
    assert pocket.taps == {}
    assert isinstance(pocket.leader, Leader)
