"""How often somebody wants to be asked, in words; and what only counts something else."""

import pytest

from dialogues.wishes import often


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("twee keer per week", 2),
        ("2x per week", 2),
        ("once a week", 1),
        ("three times a week", 3),
        ("elke werkdag", 5),
        ("iets minder vaak", "fewer"),
        ("more often", "more"),
    ],
)
def test_at_a_screen_the_bare_words_will_do_and_elsewhere_they_are_asked_for(text, meant):
    assert often.named(text) == meant
    assert often.asked(text) is None
    assert often.asked(f"{text} please") == meant


@pytest.mark.parametrize(
    "text", ["", "per week", "negen keer per week", "twee per jaar", "no more questions please", "elke dag " * 7]
)
def test_other_words_say_nothing_of_it(text):
    assert often.named(text) is None
