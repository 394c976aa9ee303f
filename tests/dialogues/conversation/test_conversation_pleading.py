"""A cry for help that does not say with what: whom to call at once, and how the bot works one tap away."""

import pytest
from pocket import Pocket

CRIES = [
    "help me", "I need help", "ik heb hulp nodig", "Help me please!", "i need help now", "iemand help me alsjeblieft",
    "heb hulp nodig", "kan iemand me helpen", "Niemand kan me helpen.", "I need someone to talk to",
]  # fmt: skip
NARROWER = [
    "help me met deze vraag", "I need help with the budget", "ik heb hulp nodig bij de begroting", "help",
    "can you help me with the minutes", "Ik help mijn collega.",
]  # fmt: skip


@pytest.mark.parametrize("words", CRIES)
@pytest.mark.parametrize("asked", [True, False])
def test_whom_to_call_comes_first_and_nothing_is_kept_or_held(words, asked):
    pocket = (Pocket.asked("question", "RF-05") if asked else Pocket()).says(words)
    assert [(say.screen, say.weight) for say in pocket.said] == [("help_meant", "safety")]
    assert (pocket.answers, pocket.leader.state) == ({}, "active")


@pytest.mark.parametrize("words", NARROWER)
def test_help_with_a_thing_is_no_cry(words):
    assert "help_meant" not in Pocket.asked("question", "RF-05").says(words).screens


def test_who_meant_the_bot_reads_how_it_works_and_answers_as_before():
    pocket = Pocket.asked("question", "RF-05").says("help me").presses("help_meant", "how", 0)
    assert pocket.screens == ["help"]
    assert pocket.says("Ik zei niets in het overleg en liet de begroting lopen.").answers


def test_who_is_not_well_gets_the_numbers_and_three_days_of_rest():
    pocket = Pocket.asked("question", "RF-05").says("ik heb hulp nodig").presses("help_meant", "life", 0)
    assert (pocket.screens, pocket.leader.state) == (["crisis_self"], "held")


def test_the_label_may_be_typed():
    pocket = Pocket().says("I need help").says("I am not doing well")
    assert pocket.screens == ["severe_strain"]
    assert Pocket().says("help me").says("Hoe werkt de bot?").screens == ["help"]


def test_after_a_doubt_or_the_numbers_it_brings_the_numbers():
    assert Pocket().says("Ik kan niet meer").says("help me").screens == ["crisis_self"]
    assert Pocket().says("Ik wil niet meer leven").says("help me").screens == ["crisis_self"]


def test_a_cry_in_a_loose_thought_is_one_as_well_and_a_search_is_none():
    assert Pocket().commands("reflect", "ik heb hulp nodig").screens == ["help_meant"]
    assert Pocket().shows("photo", "help me").screens == ["help_meant"]
    assert "help_meant" not in Pocket().commands("answers", "help me").screens


def test_at_the_door_it_is_the_same():
    pocket = Pocket.at_the_door().says("I need help")
    assert (pocket.screens, pocket.answers) == (["help_meant"], {})
    assert pocket.presses("help_meant", "how", 0).screens == ["help"]
    assert pocket.presses("help_meant", "life", 0).screens == ["crisis_self"]
