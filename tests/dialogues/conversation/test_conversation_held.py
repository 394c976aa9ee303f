"""Words of which it was asked whether they are the answer, and to which nobody said anything for a day."""

import pytest
from pocket import Pocket

from dialogues.effects import Ask, Cancel
from dialogues.talk import OnPrompt, Resting


def in_doubt() -> Pocket:
    pocket = Pocket.asked("question", "RF-05").says("te druk")
    assert (pocket.screens, [answer.state for answer in pocket.answers.values()]) == (["meant"], ["held"])
    return pocket


def states(pocket: Pocket) -> list[str]:
    return [answer.state for answer in pocket.answers.values()]


def test_after_a_day_without_a_word_they_are_the_answer():
    pocket = in_doubt().is_not_told()
    assert (pocket.words, states(pocket), pocket.screens) == ([("answer", "te druk")], ["kept"], [])
    assert (pocket.prompt.state, pocket.prompt.stage, pocket.talk) == ("answered", "done", Resting())
    assert {"remind", "expire"} <= {cancel.kind for cancel in pocket.decided(Cancel)}


def test_a_question_that_came_meanwhile_keeps_the_floor():
    pocket = in_doubt()
    pocket.ask(Ask("question", "RE-01", "w02A", enrolled=True))
    newer = pocket.prompt.id
    pocket.is_not_told()
    assert (states(pocket), pocket.talk, pocket.prompts[newer].state) == (["kept"], OnPrompt(newer), "open")


def test_at_a_further_step_they_are_kept_and_the_step_stays():
    pocket = Pocket.asked("paradox", "P02").presses("value", "3").says("Can this wait?")
    before = pocket.prompt
    pocket.is_not_told()
    assert (pocket.words, states(pocket), pocket.prompt) == ([("why", "Can this wait?")], ["kept"], before)


@pytest.mark.parametrize("gone", [False, True])
def test_a_loose_thought_that_nobody_confirmed_is_erased(gone):
    pocket = Pocket().says("Vandaag zag ik hoe stil het werd aan tafel.")
    assert pocket.screens == ["not_understood"]
    if gone:
        pocket.answers.clear()
    assert pocket.is_not_told().answers == {}


@pytest.mark.parametrize("more", ["will ask tomorrow", "ik zeg het haar morgen"])
def test_what_will_be_done_later_joins_the_answer_after_the_thanks(more):
    pocket = Pocket.asked("question", "RF-03").says("Rustig gebleven.").says(more)
    assert (pocket.screens, pocket.words[-1]) == ([], ("addition", more))
