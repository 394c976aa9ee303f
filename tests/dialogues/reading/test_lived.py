"""An invented case that is the writer's own life: heard by what it means, and not in talk about the case."""

import pytest
from pocket import Pocket

from dialogues.care.safety import Alarm, Calm, screen
from dialogues.library import library
from dialogues.wishes import naming

LIBRARY = library()
LIVED = [
    "bij ons gebeurt dit nu, de directeur sluist geld weg", "mijn penningmeester doet dit echt",
    "bij ons speelt dit ook", "dit is geen oefening, het gebeurt hier", "dit hebben wij nu ook",
    "zit hier middenin", "voor ons is dit realiteit", "onze directeur sjoemelt echt met geld",
    "this happens at my org, the director is siphoning money", "we have this exact thing now", "real case for me",
    "not fictional for us sadly", "our treasurer really fiddles", "this is us right now",
    "i'm in the middle of this", "this isn't hypothetical, sadly", "for us this is reality",
    "dit maken wij nu mee", "wij maken hetzelfde mee", "zo gaat het bij ons ook", "that is us, really",
]  # fmt: skip
ABOUT_THE_CASE = [
    "ik zou dit nu met mijn directeur bespreken", "bij ons is dit verboden", "dit is echt mijn grens",
    "ik bel onze voorzitter nu", "als dit bij ons gebeurt, bel ik meteen", "dit doen wij niet", "ik zit in het midden",
    "dat is voor mij het echte probleem", "not an easy exercise", "we have a policy for this too",
    "this is really important to us", "I would tell our board now", "the middle one", "our board should really know",
    "the exercise is not for us", "nu is dit aan mij", "it's on me now",
]  # fmt: skip


@pytest.mark.parametrize("words", LIVED)
def test_a_case_that_is_their_own_life_is_heard_whatever_the_words(words):
    assert screen(words, LIBRARY, inside_case=True) == Alarm("integrity_report")


@pytest.mark.parametrize("words", LIVED)
def test_who_lives_the_case_hears_where_to_go_and_chooses_nothing(words):
    pocket = Pocket.asked("integrity_case", "IC-12").says(words)
    assert (pocket.screens, pocket.taps) == (["integrity_report"], {})


@pytest.mark.parametrize("words", ABOUT_THE_CASE)
def test_talk_about_the_case_is_no_report(words):
    assert screen(words, LIBRARY, inside_case=True) == Calm()


def test_in_the_middle_of_something_is_no_place_among_options():
    labels = [("een",), ("twee",), ("drie",)]
    assert (naming.option("i'm in the middle of this", labels), naming.option("the middle one", labels)) == (None, 1)
