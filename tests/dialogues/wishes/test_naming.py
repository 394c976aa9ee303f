"""What is on the screen, named in words instead of tapped."""

import pytest

from dialogues.library import library
from dialogues.wishes import naming

P02 = library().dilemmas["P02"]
POLES = tuple((pole.label.nl, pole.label.en) for pole in (P02.pole_a, P02.pole_b))
OPTIONS = (("Beleefd weigeren", "Decline politely"), ("Aannemen onder voorwaarden", "Accept with conditions"),
           ("Eerst samen een grens trekken", "First draw a line together"))  # fmt: skip

SIDES = [
    ("trouw aan de eigen opdracht", 2), ("Trouw aan de eigen opdracht.", 2), ("de gedeelde ambitie voorop", 6),
    ("true to our own mission", 2), ("The shared ambition first", 6), ("helemaal de gedeelde ambitie", 7),
    ("iets meer eigen opdracht", 3), ("a bit more towards the shared ambition", 5), ("definitely our own mission", 1),
    ("tussenin", 4), ("ik zit er tussenin", 4), ("in het midden", 4), ("in between", 4), ("allebei", 4), ("trouw", 2),
    ("the middle, I think", 4),
]  # fmt: skip


@pytest.mark.parametrize(("words", "place"), SIDES)
def test_a_side_is_named_by_its_label(words, place):
    assert naming.side(words, *POLES) == place


@pytest.mark.parametrize(
    "words",
    ["", "de", "opdracht of ambitie", "in het midden van de reorganisatie", "mijn partners willen iets anders",
     "de eigen opdracht gaat nu eenmaal voor, want daar betalen onze leden voor", "allebei de partners",
     "ambitie gedeelde opdracht", "links, en niet zomaar links"],
)  # fmt: skip
def test_other_words_name_no_side(words):
    assert naming.side(words, *POLES) is None


CHOSEN = [
    ("the second one", 1), ("de tweede", 1), ("ik kies de eerste optie", 0), ("the last one please", 2), ("3e", 2),
    ("aannemen, onder voorwaarden", 1), ("beleefd weigeren graag", 0), ("een grens trekken", 2),
]  # fmt: skip


@pytest.mark.parametrize(("words", "number"), CHOSEN)
def test_an_option_is_named_by_its_place_or_label(words, number):
    assert naming.option(words, OPTIONS) == number


@pytest.mark.parametrize(
    "words", ["de vierde", "de eerste of de tweede", "de tweede partner weigerde", "eerst overleggen", "geen idee"]
)
def test_other_words_name_no_option(words):
    assert naming.option(words, OPTIONS) is None
