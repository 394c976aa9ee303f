"""Settings in words: days and an hour at once, another language, done; none of it falls into what is open."""

from datetime import time

import pytest
from pocket import Pocket

from dialogues.effects import Ask, React
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
    assert (pocket.screens, pocket.leader.rhythm.days) == (["days_hour_quiet"], (0,))
    assert pocket.talk == Settling("hour", first=False)


@pytest.mark.parametrize("words", ["klaar", "Done.", "that's it"])
def test_done_ends_the_choosing_and_not_the_dilemma(words):
    pocket = at("hour").says(words)
    assert (pocket.screens, pocket.talk, pocket.prompt.stage) == (["rhythm_noted"], Resting(), "why")


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
    assert pocket.leader.rhythm.days == (0, 1, 2, 3, 4)
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
    assert Pocket().commands("pause").commands("paradoxes").says("vrijdag").screens == ["not_understood"]
    assert Pocket().commands("pause").commands("help").talk == Settling("pause", first=False)


def test_a_newcomer_hears_who_reads_this_and_goes_on_choosing():
    pocket = Pocket(talk=Settling("rhythm", first=True)).says("who reads this?")
    assert (pocket.screens, pocket.talk) == (["who_reads"], Settling("rhythm", first=True))
    assert pocket.says("what now?").screens == ["rhythm_first"]
    assert pocket.says("kun je me elke maandag om 9 uur vragen?").leader.rhythm.days == (0,)


def test_what_was_done_and_what_was_not_is_said_of_days_with_a_quiet_hour():
    pocket = at("days").says("maandag").says("en woensdag om 7 uur")
    assert (pocket.screens, pocket.leader.rhythm.days) == (["days_hour_quiet"], (0, 2))
    told = pocket.said[0].args
    assert (told["days"], told["hour"], told["end"]) == ("maandag en woensdag", "7:00", "7:30")
    assert pocket.says("om 8 uur").screens == ["rhythm_noted"]
    assert set(pocket.leader.rhythm.times) == {time(8)}
    assert at("hour").says("om 7 uur").screens == ["hour_quiet"]


DONE = ["klaar", "done", "prima zo", "that's fine", "ok", "zo is het goed", "perfect, thanks", "don't change anything"]


@pytest.mark.parametrize("words", DONE)
@pytest.mark.parametrize("step", ["frequency", "hour", "zone", "quiet", "country"])
def test_done_closes_every_screen_of_the_settings(step, words):
    pocket = at(step).says(words)
    assert (pocket.screens[0] in ("left_as_is", "rhythm_noted"), pocket.talk, pocket.words) == (True, Resting(), [])


@pytest.mark.parametrize("words", DONE)
@pytest.mark.parametrize("prompt", [None, ("question", "RF-03"), DILEMMA])
def test_done_after_the_settings_is_no_answer(words, prompt):
    for wish in ("/settings", "from now on twice a week", "vanaf nu graag één keer per week"):
        pocket = Pocket.asked(*prompt) if prompt else Pocket()
        pocket = pocket.commands("settings") if wish.startswith("/") else pocket.says(wish)
        pocket.says(words)
        assert (pocket.screens, pocket.words, len(pocket.decided(React))) == ([], [], 1)


@pytest.mark.parametrize("words", ["maandag", "elke dag om 9 uur", "Nairobi", "around noon", "en vrijdag om 10 uur"])
def test_under_the_settings_themselves_a_choice_is_one(words):
    pocket = Pocket.asked("question", "RF-03").commands("settings")
    before = pocket.leader.rhythm
    pocket.says(words)
    assert pocket.words == []
    assert pocket.leader.rhythm != before


def test_after_a_rhythm_was_set_one_more_day_is_taken_and_other_words_are_the_answer():
    pocket = Pocket.asked("question", "RF-03").says("kun je me elke maandag om 9 uur vragen?")
    assert pocket.says("en ook op woensdag om 9 uur").leader.rhythm.days == (0, 2)
    pocket = Pocket.asked("question", "RF-03").commands("settings").says("Ik liep weg uit het overleg.")
    assert pocket.words == [("answer", "Ik liep weg uit het overleg.")]


OFTEN = {
    1: [
        "vanaf nu één keer per week",
        "once a week please",
        "ik wil liever maar een vraag per week",
        "doe maar 1x per week",
    ],
    2: ["from now on twice a week", "graag twee keer per week", "could we do two times a week instead?"],
    3: ["can you ask me three times a week?", "ik wil 3x per week", "drie vragen per week graag", "vaker graag"],
    5: ["elke werkdag graag", "make it daily", "stuur me voortaan elke dag een vraag"],
}


@pytest.mark.parametrize(("number", "words"), [(number, words) for number, texts in OFTEN.items() for words in texts])
@pytest.mark.parametrize("prompt", [None, ("question", "RF-03"), DILEMMA])
def test_how_often_can_be_asked_for_at_any_time(number, words, prompt):
    pocket = Pocket.asked(*prompt) if prompt else Pocket()
    pocket.says(words)
    assert (len(pocket.leader.rhythm.days), pocket.words) == (number, [])


@pytest.mark.parametrize(
    "words", ["minder vragen graag", "less often please", "Kan het wat minder?", "liever niet zo vaak"]
)
def test_fewer_is_one_fewer_until_there_is_one(words):
    pocket = Pocket().says(words)
    assert len(pocket.leader.rhythm.days) == 1
    assert pocket.says(words).screens == ["rhythm"]
    pocket = Pocket().says("ik wil 3x per week").says(words)
    assert pocket.leader.rhythm.days == (0, 1)
    pocket = Pocket().says("elke werkdag graag").says("vaker graag")
    assert pocket.screens == ["rhythm"]


@pytest.mark.parametrize(
    "words",
    ["Meer vragen stellen", "Ik stel meer vragen", "I want to ask more questions", "minder vaak oordelen",
     "Meer vragen",
     "Twee keer per week zie ik haar", "Elke dag een uur wandelen", "te veel vragen", "twee keer per week",
     "less"],
)  # fmt: skip
def test_how_often_something_else_happens_is_an_answer(words):
    assert Pocket.asked("question", "RF-03").says(words).words == [("answer", words)]


@pytest.mark.parametrize(
    "words",
    ["let's begin", "laten we beginnen", "Let's start!", "we kunnen beginnen", "ok, go", "begin maar", "done", "prima"],
)
@pytest.mark.parametrize("step", ["rhythm", "moment", "hour"])
def test_a_newcomer_begins_in_words(step, words):
    pocket = Pocket(talk=Settling(step, first=True)).says(words)
    assert (pocket.screens[0], len(pocket.decided(Ask))) == ("ready_now", 1)


@pytest.mark.parametrize(
    ("words", "days"), [("vanaf nu één keer per week", 1), ("elke dag", 5), ("drie keer per week", 3)]
)
def test_a_newcomer_says_how_often_and_is_asked_on(words, days):
    pocket = Pocket(talk=Settling("rhythm", first=True)).says(words)
    assert (len(pocket.leader.rhythm.days), pocket.screens[0] in ("moment", "hour")) == (days, True)


@pytest.mark.parametrize(
    ("words", "hour"),
    [("liever 's ochtends", time(8, 30)), ("in the morning", time(8, 30)), ("around noon", time(12)),
     ("at the end of the day", time(16, 30)), ("eind van de middag", time(16, 30)), ("'s middags graag", time(14)),
     ("liever rond 10 uur", time(10))],
)  # fmt: skip
def test_a_part_of_the_day_is_an_hour_where_one_is_chosen(words, hour):
    assert set(at("hour").says(words).leader.rhythm.times) == {hour}


def test_at_another_screen_other_moments_can_be_asked_for_as_well():
    pocket = Pocket().commands("pause").says("stuur me elke maandag om 9 uur een vraag")
    assert (pocket.leader.rhythm.days, pocket.leader.state) == ((0,), "active")
    assert at("zone").says("graag minder vaak").leader.rhythm.days == (1,)


@pytest.mark.parametrize("words", ["Elke dag", "twee keer per week", "vaker"])
def test_right_after_the_thanks_it_belongs_to_the_answer(words):
    pocket = Pocket.asked("question", "RF-03").says("Ik wandel voor ik begin.").says(words)
    assert (pocket.words[-1][1], len(pocket.leader.rhythm.days)) == (words, 2)
