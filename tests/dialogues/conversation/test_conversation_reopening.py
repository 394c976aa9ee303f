"""Who stopped or skipped, and goes on after all, comes back to the step that was left."""

import pytest
from pocket import Pocket

from dialogues.talk import OnPrompt

AFTER_ALL = [
    "o nee, ga maar door", "verder met het dilemma", "toch niet", "nee wacht, ik wil toch verder", "oh no, go on",
    "continue the dilemma", "wait, don't stop", "sorry, i want to continue after all", "ik bedoelde niet stoppen",
    "never mind, let's go on", "ik heb me bedacht, ga verder", "I wasn't done yet", "oh wacht, ik maak het toch af",
    "ho wacht, ga toch nog even door", "pak het dilemma weer op",
    "oeps, per ongeluk", "laten we toch maar doorgaan", "let's pick it up again",
]  # fmt: skip


@pytest.mark.parametrize("words", AFTER_ALL)
def test_a_dilemma_that_was_stopped_goes_on_where_it_was_left(words):
    pocket = Pocket.asked("paradox", "P04").says("3").says("Omdat ik haar al jaren ken.").says("stop").says(words)
    assert (pocket.screens, pocket.said[0].args["stage"]) == (["dilemma_step"], "other")
    assert [part for part, _ in pocket.words] == ["why"]
    assert pocket.says("Dan zou ze me eerder bellen.").words[-1][0] == "other"


@pytest.mark.parametrize("words", AFTER_ALL)
@pytest.mark.parametrize(("kind", "item"), [("paradox", "P04"), ("integrity_case", "IC-01"), ("question", "SM-01")])
def test_what_was_skipped_a_moment_ago_is_asked_again(kind, item, words):
    pocket = Pocket.asked(kind, item).says("overslaan").says(words)
    assert (pocket.screens, pocket.words, pocket.prompt.state) == (["prompt"], [], "open")
    assert pocket.talk == OnPrompt(pocket.prompt.id)


@pytest.mark.parametrize("words", AFTER_ALL)
def test_a_case_that_was_stopped_goes_on_where_it_was_left(words):
    pocket = Pocket.asked("integrity_case", "IC-01").says("1")
    assert pocket.says("stop").says(words).screens == ["case_reflection"]
    assert pocket.says("Dat weegt zwaar, maar zo is het genoeg voor nu. Stop.").prompt.over


def test_what_was_told_with_the_stop_is_not_asked_again():
    stopped = Pocket.asked("integrity_case", "IC-01").says("1").says("Het beschermt de partner. Genoeg voor nu.")
    assert stopped.prompt.over
    assert stopped.says("o nee, ga door").screens == ["case_closing"]
    dilemma = Pocket.asked("paradox", "P04").says("3").says("Ik ken haar al jaren. Genoeg voor nu.")
    assert dilemma.says("o nee, ga door").said[0].args["stage"] == "other"


def test_a_follow_up_that_was_left_is_asked_again():
    pocket = Pocket.asked("question", "QP-03").says("1").says("genoeg")
    assert pocket.says("nee wacht, ga toch door").screens == ["followup"]


def test_a_dilemma_left_before_a_place_was_chosen_asks_for_it_again():
    pocket = Pocket.asked("paradox", "P04").says("Ik zou eerst de bonnen vragen.").says("hier stoppen")
    assert pocket.says("o nee, ga maar door").screens == ["prompt"]
    assert pocket.says("3").screens[-1] == "dilemma_step"


@pytest.mark.parametrize("words", ["Verder was het een rustige week.", "Ze ging maar door.", "We continue next week."])
def test_other_words_after_a_stop_are_added_to_the_answer(words):
    pocket = Pocket.asked("paradox", "P04").says("3").says("Omdat ik haar ken.").says("stop").says(words)
    assert (pocket.screens, pocket.words[-1]) == ([], ("addition", words))


def test_where_nothing_was_left_halfway_the_same_words_open_nothing():
    pocket = Pocket.asked("paradox_revisit", "P04").says("3").says("Ik ben strenger geworden omdat het misging.")
    assert "dilemma_step" not in pocket.says("ga maar door").screens
    done = Pocket.asked("question", "QP-03").says("1").says("Ze gaan meestal zwijgen en kijken weg van mij.")
    assert done.says("toch niet").prompt.over
