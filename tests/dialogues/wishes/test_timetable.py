"""Days and an hour together, as people write them."""

from datetime import time

import pytest

from dialogues.wishes import timetable
from dialogues.wishes.timetable import Timetable

SEVEN = time(7)
NAMED = [
    ("maandag", Timetable((0,), None)), ("en woensdag om 7 uur", Timetable((2,), SEVEN, more=True)),
    ("dinsdag en donderdag om half acht", Timetable((1, 3), time(7, 30))), ("om 7 uur", Timetable((), SEVEN)),
    ("kun je me elke maandag om 7 uur vragen?", Timetable((0,), SEVEN)),
    ("stuur me elke maandag om 7 uur een vraag", Timetable((0,), SEVEN)),
    ("Every Monday and Thursday at 7 am, please", Timetable((0, 3), SEVEN)),
]  # fmt: skip


@pytest.mark.parametrize(("words", "meant"), NAMED)
def test_days_and_an_hour_are_found(words, meant):
    assert timetable.named(words) == meant


@pytest.mark.parametrize(
    "words", ["Elke maandag om 7 uur bel ik mijn moeder.", "Maandag vroeg ik niets.", "om 27 uur", "en " * 15]
)
def test_whoever_tells_more_names_no_timetable(words):
    assert timetable.named(words) is None


ASKED = [
    "kun je me elke maandag om 7 uur vragen?", "stuur me elke maandag om 7 uur een vraag", "ask me every Tuesday",
    "I'd like to get the questions on Mondays at 9",
]  # fmt: skip


@pytest.mark.parametrize("words", ASKED)
def test_a_wish_for_other_moments_is_heard(words):
    assert timetable.asked(words) is not None


@pytest.mark.parametrize(
    "words", ["Elke maandag om 7 uur.", "Maandag vragen", "Ik stel elke maandag een vraag in het overleg", "Every day"]
)
def test_a_moment_that_is_told_is_no_wish(words):
    assert timetable.asked(words) is None
