"""Who stopped is asked nothing: words go to no question, and there is always a way back."""

from dataclasses import replace

import pytest
from pocket import Pocket

from dialogues.effects import Ask, Keep
from dialogues.talk import Resting

GREETINGS = (
    "hallo?",
    "hi",
    "hoe is het?",
    "ben je er nog",
    "geef me een vraag",
    "doe maar weer een vraag",
    "later",
    "wanneer komt de volgende?",
    "stop",
    "pauze",
    "ik heb me bedacht",
)
STORIES = "Ik sprak de wethouder en was boos.", "I spoke to the alderman and was angry."
BACK = (
    "ik wil weer meedoen", "toch weer verder", "sorry ik wil toch door", "kan ik weer beginnen?",
    "ik doe toch weer mee",
    "i want to join again", "lets continue", "can i start again?", "carry on after all", "sorry i do want to continue",
    "zet me maar weer aan", "sign me up again",
)  # fmt: skip


def stopped(kind="question", item="SM-01", language="nl") -> Pocket:
    chat = Pocket.asked(kind, item)
    chat.leader = replace(chat.leader, language=language)
    chat.commands("stop").presses("stop_confirm", "stop")
    assert chat.leader.state == "stopped"
    return chat


@pytest.mark.parametrize(("kind", "item"), [("question", "SM-01"), ("pulse", "PU-01"), ("paradox", "P04")])
@pytest.mark.parametrize("words", GREETINGS)
def test_who_stopped_with_something_open_gets_one_sentence_and_no_question(kind, item, words):
    chat = stopped(kind, item).says(words)
    assert chat.screens == ["stopped_still"]
    assert chat.decided(Ask) == chat.decided(Keep) == []
    assert isinstance(chat.talk, Resting)


@pytest.mark.parametrize("words", STORIES)
def test_words_that_tell_something_go_to_no_question_and_may_be_kept_as_a_thought(words):
    chat = stopped().says(words)
    assert chat.screens == ["not_understood"]
    assert chat.said[0].args == {"intro": "stopped_still"}
    assert chat.prompt.state == "open"
    assert [kept.prompt for kept in chat.decided(Keep)] == [None]
    assert chat.presses("not_understood", "keep", chat.said[0].about).screens == ["thought_kept"]


def test_a_dilemma_in_words_is_not_asked_after_stopping():
    chat = stopped().says("geef me een dilemma")
    assert chat.screens == ["stopped_still"]
    assert chat.decided(Ask) == []


@pytest.mark.parametrize("words", BACK)
def test_who_stopped_comes_back_in_words(words):
    chat = stopped().says(words)
    assert chat.leader.state == "active"
    assert chat.screens
    assert "stopped_still" not in chat.screens


def test_a_word_of_thanks_after_stopping_gets_a_nod_and_no_sentence():
    assert stopped().says("dank je wel").screens == []


def test_what_is_open_for_who_takes_part_still_takes_the_words():
    assert Pocket.asked("question", "SM-01").says(STORIES[0]).words == [("answer", STORIES[0])]
