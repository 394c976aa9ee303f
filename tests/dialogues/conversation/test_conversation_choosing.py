"""While an hour, a day or a pause is asked for, there is always a way out, and words for something else find it."""

from datetime import date, time

import pytest
from pocket import Pocket

from dialogues.asking import zones
from dialogues.talk import Resting, Settling
from dialogues.wishes import pauses

THOUGHT = "Ik zag vandaag dat ik te snel oordeelde over een collega die het goed bedoelde."
TUESDAY = date(2026, 12, 1)


def at(step: str, prompt: tuple[str, str] | None = None) -> Pocket:
    pocket = Pocket.asked(*prompt) if prompt else Pocket()
    return pocket.commands("pause") if step == "pause" else pocket.commands("rhythm").presses("rhythm_now", step, 0)


@pytest.mark.parametrize("step", ["pause", "hour", "days", "zone", "quiet", "country", "frequency"])
@pytest.mark.parametrize("words", ["laat maar", "Nee", "never mind", "mag ik dit overslaan?"])
@pytest.mark.parametrize("prompt", [None, ("pulse", "PU-01"), ("paradox", "P04")])
def test_whoever_lets_it_be_is_let_be_and_answers_nothing_by_that(step, words, prompt):
    pocket = at(step, prompt).says(words)
    assert (pocket.screens, pocket.talk, pocket.words) == (["left_as_is"], Resting(), [])


@pytest.mark.parametrize("words", ["stop", "ik wil stoppen", "I want to stop"])
@pytest.mark.parametrize("step", ["pause", "hour"])
def test_stop_stops_at_every_screen(step, words):
    pocket = at(step).says(words)
    assert (pocket.screens, pocket.talk) == (["stop_confirm"], Resting())
    assert Pocket(talk=Settling("hour", first=True)).says(words).talk == Settling("hour", first=True)


def test_another_plain_wish_is_met_and_a_word_to_the_bot_as_well():
    assert at("hour").says("verwijder al mijn gegevens").screens == ["delete_confirm"]
    assert at("hour").says("wie leest dit?").screens == ["who_reads"]


@pytest.mark.parametrize("step", ["pause", "hour", "days"])
def test_a_whole_thought_is_not_held_up_by_the_choice_that_was_asked_for(step):
    pocket = at(step).says(THOUGHT)
    assert (pocket.screens, [text for _, text in pocket.words]) == (["not_understood"], [THOUGHT])


def test_what_is_not_understood_twice_goes_to_what_is_open():
    pocket = at("pause").says("ergens in het voorjaar")
    assert (pocket.screens, pocket.talk) == (["pause_when"], Settling("pause", False, missed=True))
    assert pocket.says("Toen was het stil").screens == ["not_understood"]
    pocket = at("hour", ("question", "RF-03")).says("als het licht is")
    assert pocket.words == [("answer", "als het licht is")]
    pocket = at("hour", ("question", "RF-03")).says("wordt licht")
    assert (pocket.screens, pocket.words) == (["choice_missed"], [])
    assert pocket.says("werd stil").words == [("answer", "werd stil")]


def test_a_newcomer_goes_on_choosing():
    pocket = Pocket(talk=Settling("hour", first=True)).says("later").says(THOUGHT)
    assert (pocket.screens, pocket.words) == (["hour"], [])
    assert pocket.says("laat maar").screens == ["hour"]


@pytest.mark.parametrize("words", ["mondays and fridays", "Monday and Friday please", "maandagen en vrijdagen graag"])
def test_days_in_the_plural_and_a_please_are_understood_while_a_dilemma_is_open(words):
    pocket = at("days", ("paradox", "P04")).says(words)
    assert (pocket.screens, pocket.leader.rhythm.days, pocket.words) == (["hour"], (0, 4), [])


@pytest.mark.parametrize(
    ("words", "hour"), [("at noon", 12), ("9:00 please", 9), ("12 noon", 12), ("10 uur graag", 10)]
)
def test_noon_and_a_polite_hour_are_understood(words, hour):
    assert at("hour").says(words).leader.rhythm.times[0] == time(hour)


def test_a_city_may_go_by_its_initials():
    assert zones.find("NYC") == zones.find("New York City") == "America/New_York"


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("tot na de kerst", date(2026, 12, 27)), ("until after Christmas", date(2026, 12, 27)),
        ("tot kerst", date(2026, 12, 25)), ("tot na oud en nieuw", date(2027, 1, 2)),
        ("tot het nieuwe jaar", date(2027, 1, 1)), ("tot na 3 januari", date(2027, 1, 4)),
        ("tot volgende week woensdag", date(2026, 12, 9)), ("until wednesday next week", date(2026, 12, 9)),
        ("na twee weken", date(2026, 12, 15)), ("tot na de verbouwing", None),
    ],
)  # fmt: skip
def test_the_end_of_a_pause_may_have_a_name(words, day):
    assert pauses.pause_until(words, TUESDAY, "nl") == day


def test_a_pause_until_after_christmas_is_a_pause():
    assert Pocket().says("ik wil pauze tot na de kerst").screens == ["paused"]
    assert at("pause").says("tot na de kerst").screens == ["paused"]


def test_another_day_right_after_a_day_was_set_moves_the_rhythm_once_more():
    pocket = Pocket().says("liever op woensdag")
    assert (pocket.screens, pocket.leader.rhythm.days) == (["rhythm_moved"], (2,))
    pocket.says("liever op donderdag")
    assert (pocket.screens, pocket.leader.rhythm.days) == (["rhythm_moved"], (3,))
