"""What tells of grief or illness, and of worry about another, and what only looks like it."""

import pytest
from grieving_lines import GRIEF, HARMLESS, NO_WORRY, WORRY
from heard_lines import CRISIS

from dialogues.care import grief, safety, worry
from dialogues.library import library

LIBRARY = library()


@pytest.mark.parametrize("text", GRIEF)
def test_grief_and_illness_are_heard(text):
    assert grief.told(text)


@pytest.mark.parametrize("text", HARMLESS)
def test_work_memories_and_ways_of_speaking_are_neither_grief_nor_worry(text):
    assert not grief.told(text)
    assert not worry.told(text, LIBRARY)


@pytest.mark.parametrize("text", WORRY)
def test_worry_about_somebody_else_is_heard(text):
    assert worry.told(text, LIBRARY)


@pytest.mark.parametrize("text", NO_WORRY)
def test_what_may_be_the_writers_own_is_no_worry_about_another(text):
    assert not worry.told(text, LIBRARY)


def test_no_words_of_despair_pass_for_worry_or_for_grief_alone():
    for text in CRISIS:
        assert not worry.told(text, LIBRARY), text
        assert safety.screen(grief.beside(text), LIBRARY) != safety.Calm(), text


@pytest.mark.parametrize(
    ("text", "helpline"),
    [
        ("Mijn broer heeft zelfmoord gepleegd.", True), ("Our colleague took his own life.", True),
        ("Mijn broer is overleden.", False), ("Wij praten over zelfmoord op school.", False),
    ],
)  # fmt: skip
def test_a_death_by_own_hand_is_told_from_another(text, helpline):
    assert grief.by_own_hand(text) is helpline


def test_a_thing_of_somebody_near_is_no_death():
    assert not grief.told("I buried my father's old briefcase under the new tree.")
    assert grief.told("We buried my father's sister and my own sister on Monday.")
    assert grief.told("My father's funeral was on Monday.")


def test_what_stands_beside_grief_is_left_when_the_writer_speaks_of_themselves():
    assert grief.beside("Mijn vader is overleden. Het overleg was kort.") == "Het overleg was kort."
    text = "Mijn vader is overleden en ik kan niet meer."
    assert grief.beside(text) == text
