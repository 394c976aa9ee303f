"""Settings in words: days and an hour at once, another language, done; none of it falls into what is open."""

from datetime import time

import pytest
from pocket import Pocket

from dialogues.talk import Resting, Settling

DILEMMA = ("paradox", "P02")


def at(step: str) -> Pocket:
    return Pocket.asked(*DILEMMA).presses("value", "3").commands("rhythm").presses("rhythm_now", step, 0)


def test_days_and_an_hour_can_follow_each_other_and_nothing_falls_into_an_earlier_dilemma():
    pocket = at("days").says("maandag")
    assert (pocket.screens, pocket.leader.rhythm.days) == (["hour"], (0,))
    pocket.says("en woensdag om 9 uur")
    assert (pocket.leader.rhythm.days, set(pocket.leader.rhythm.times)) == ((0, 2), {time(9)})
    assert (pocket.screens, pocket.words, pocket.talk) == (["rhythm_noted"], [], Resting())
    pocket = at("days").says("dinsdag om half tien")
    assert (pocket.leader.rhythm.days, pocket.leader.rhythm.times) == ((1,), (time(9, 30),))


def test_other_days_at_the_question_of_the_hour_ask_it_again():
    pocket = at("hour").says("donderdag")
    assert (pocket.screens, pocket.leader.rhythm.days) == (["hour"], (3,))


def test_a_quiet_hour_keeps_the_days_and_is_asked_again():
    pocket = at("days").says("maandag om 23 uur")
    assert (pocket.screens, pocket.leader.rhythm.days) == (["hour_quiet"], (0,))
    assert pocket.talk == Settling("hour", first=False)


@pytest.mark.parametrize("words", ["klaar", "Done.", "that's it"])
def test_done_ends_the_choosing_and_not_the_dilemma(words):
    pocket = at("hour").says(words)
    assert (pocket.screens, pocket.talk, pocket.prompt.stage) == (["left_as_is"], Resting(), "why")


def test_a_city_is_taken_at_the_question_of_the_hour():
    assert at("hour").says("New York").leader.rhythm.zone == "America/New_York"


@pytest.mark.parametrize("prompt", [None, DILEMMA, ("question", "RF-03")])
def test_other_moments_can_be_asked_for_at_any_time(prompt):
    pocket = Pocket.asked(*prompt) if prompt else Pocket()
    pocket.says("kun je me elke maandag om 9 uur vragen?")
    assert (pocket.leader.rhythm.days, pocket.leader.rhythm.times, pocket.words) == ((0,), (time(9),), [])
    assert pocket.says("Stuur me voortaan op dinsdag een vraag").screens == ["hour"]
    assert pocket.leader.rhythm.days == (1,)
    pocket = Pocket().says("Ask me every day at 9")
    assert {at.hour for at in pocket.leader.rhythm.times} == {9}
    assert Pocket().says("kun je me elke zaterdag vragen?").screens == ["rhythm_now"]


@pytest.mark.parametrize(
    "words",
    ["ik wil van taal wisselen", "Can I switch language?", "change my language please", "kan het in een andere taal?"],
)
def test_another_language_can_be_asked_for_without_its_name(words):
    pocket = Pocket.asked(*DILEMMA).says(words)
    assert (pocket.screens, pocket.words) == (["language_choose"], [])


@pytest.mark.parametrize("words", ["Taal.", "een andere taal", "De taal veranderde."])
def test_an_answer_about_language_stays_one(words):
    assert Pocket.asked("question", "RF-03").says(words).words == [("answer", words)]


@pytest.mark.parametrize("words", ["vanaf nu Engels graag", "from now on English", "English please"])
def test_a_screen_of_the_pause_does_not_hold_up_another_language(words):
    assert Pocket().says("pauze tot 31 februari").says(words).leader.language == "en"
    pocket = Pocket().says("pauze tot 31 februari").commands("settings").says(words)
    assert (pocket.screens, pocket.leader.language, pocket.talk) == (["language_set"], "en", Resting())
    first = Pocket(talk=Settling("rhythm", first=True)).says(words)
    assert (first.leader.language, first.talk) == ("en", Settling("rhythm", first=True))


def test_after_a_command_what_was_being_chosen_no_longer_waits_for_words():
    assert Pocket().commands("pause").commands("settings").says("vrijdag").screens == ["not_understood"]
    assert Pocket().commands("pause").commands("help").talk == Settling("pause", first=False)


def test_a_newcomer_hears_who_reads_this_and_goes_on_choosing():
    pocket = Pocket(talk=Settling("rhythm", first=True)).says("who reads this?")
    assert (pocket.screens, pocket.talk) == (["who_reads"], Settling("rhythm", first=True))
    assert pocket.says("what now?").screens == ["rhythm_first"]
    assert pocket.says("kun je me elke maandag om 9 uur vragen?").leader.rhythm.days == (0,)
