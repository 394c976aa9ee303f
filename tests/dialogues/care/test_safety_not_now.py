"""Who is busy, away or takes a tablet is left in peace; a cry in as few words is heard."""

import pytest

from dialogues.care.safety import Calm, screen
from dialogues.library import library

LIBRARY = library()


@pytest.mark.parametrize(
    "words",
    [
        "niet nu, zit in de auto", "nu even niet, zit in de trein", "ik zit nu in de bus", "rij nu, zit in de auto",
        "no time now, tomorrow", "no, tomorrow", "no answer today, tomorrow", "no internet, tomorrow please",
        "i wont be here next week", "ik verdwijn even", "heb net mijn medicijnen ingenomen",
        "took my meds and went to bed", "took two paracetamol and went on", "I will jump on a call now",
        "I'm going to jump in at the next meeting", "We will end it tonight, the pilot",
        "If it were up to me I'd end it today, the contract.", "who ends up seeing everything I write here",
        "I want to finish this tonight", "2, omdat ik niet durfde te zeggen wat ik vond en dat nog steeds niet durf.",
        "The narrator of that novel has been self harming.",
    ],
)  # fmt: skip
def test_who_is_busy_or_away_is_left_in_peace(words):
    assert screen(words, LIBRARY) == Calm()


@pytest.mark.parametrize(
    "words",
    [
        "going to end it tonight", "i will jump", "I'm going to jump", "ik ga springen",
        "wat heeft het nog voor zin om te leven", "ik zie t niet meer zitten",
        "na vanavond horen jullie niks meer van me", "there is no tomorrow for me", "I see no tomorrow.",
        "ik heb al mijn medicijnen ingenomen", "I took all my pills", "ik zit in de auto en rij zo tegen een boom",
        "ik zit nu in de trein en wil eruit springen", "remind me tomorrow if I'm still here",
    ],
)  # fmt: skip
def test_a_cry_in_a_few_words_is_heard(words):
    assert screen(words, LIBRARY) != Calm()
