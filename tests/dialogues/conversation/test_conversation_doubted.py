"""Whether words are the answer is told in words too: a button or its number, none, and what was put off is not lost."""

from dataclasses import replace
from datetime import timedelta

import pytest
from pocket import TUESDAY, Pocket

from dialogues.effects import React

DEEP = "Gisteren liep het overleg vast en iedereen keek naar de tafel, tot ik iets vroeg. Ik was opgelucht."


def followed() -> Pocket:
    return Pocket.asked("question", "RF-03").says(DEEP)


KINDS = {
    "question": lambda: Pocket.asked("question", "RF-05"), "follow-up": followed,
    "dilemma": lambda: Pocket.asked("paradox", "P04"), "case": lambda: Pocket.asked("integrity_case", "IC-12"),
    "check": lambda: Pocket.asked("intention_check", "check"),
}  # fmt: skip
KIND = pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)


def doubted(words: str = "geen tijd", screen: str = "meant") -> Pocket:
    pocket = Pocket.asked("question", "RF-05").says(words)
    assert pocket.screens == [screen]
    return pocket.waits(minutes=2)


def states(pocket: Pocket) -> list[str]:
    return [answer.state for answer in pocket.answers.values()]


@pytest.mark.parametrize(
    ("words", "screen"),
    [
        ("1", "pause"), ("de eerste", "pause"), ("een pauze graag", "pause"), ("2", "stop_confirm"),
        ("3", "snooze"), ("number 3", "snooze"), ("nee, straks", "snooze"), ("yes please", "snooze"),
        ("doe maar", "snooze"), ("4", "thanks_taps"), ("de laatste", "thanks_taps"), ("antwoord", "thanks_taps"),
        ("the answer please", "thanks_taps"),
    ],
)  # fmt: skip
def test_a_number_or_a_name_presses_that_button(words, screen):
    assert doubted().says(words).screens == [screen]


@pytest.mark.parametrize(
    ("words", "screen"), [("1", "skip_not_mine"), ("voor jou", "skip_not_mine"), ("2", "followup")]
)
def test_of_a_question_to_the_bot_there_are_two(words, screen):
    assert doubted("niet relevant", "meant_question").says(words).screens == [screen]


@pytest.mark.parametrize("words", ["ja", "yes", "ok", "nee", "nope", "wat bedoel je?"])
def test_a_yes_or_no_that_fits_more_than_one_is_told_which_words_do_and_then_they_are_the_answer(words):
    pocket = doubted().says(words)
    assert (pocket.screens, states(pocket)) == (["meant_how"], ["held"])
    pocket.says(words)
    assert (pocket.screens, pocket.words, states(pocket)) == (["meant_kept"], [("answer", "geen tijd")], ["kept"])
    assert doubted("niet relevant", "meant_question").says("graag").screens == ["meant_question_how"]


@pytest.mark.parametrize("words", ["nee toch niet", "no never mind", "laat maar", "neither", "geen van alle"])
def test_never_mind_arranges_nothing_and_keeps_the_words(words):
    pocket = doubted().says(words)
    assert (pocket.screens, pocket.words, states(pocket)) == (["meant_kept"], [("answer", "geen tijd")], ["kept"])
    assert (pocket.prompt.state, pocket.leader.state) == ("answered", "active")
    pocket = Pocket.asked("paradox", "P04").says("geen tijd").waits(minutes=2).says(words)
    assert (pocket.screens, states(pocket), pocket.prompt.state) == (["meant_beside"], ["kept"], "open")


def test_never_mind_about_what_is_closed_says_that_the_words_are_kept():
    pocket = doubted()
    pocket.prompts[pocket.prompt.id] = replace(pocket.prompt, state="closed", expires_at=TUESDAY)
    pocket.says("laat maar")
    assert (pocket.screens, states(pocket), pocket.prompt.state) == (["meant_kept"], ["kept"], "closed")


def test_where_a_number_is_asked_for_it_is_no_button():
    pocket = Pocket.asked("paradox", "P04").says("can this wait?").waits(minutes=2).says("4")
    assert pocket.taps[pocket.prompt.id, "position"] == "4"


def test_thanks_tell_nothing_about_the_words():
    pocket = doubted().says("dank je wel")
    assert (states(pocket), len(pocket.decided(React))) == (["held"], 1)


def test_that_it_is_not_relevant_said_twice_leaves_it():
    assert doubted("niet relevant", "meant_question").says("niet voor mij").screens == ["skip_not_mine"]


@pytest.mark.parametrize("words", ["geen tijd", "no time", "druk", "in a meeting"])
def test_no_time_said_again_puts_off_and_is_not_asked_about_a_third_time(words):
    pocket = doubted().says(words)
    assert (pocket.screens, pocket.words) == (["snooze"], [])
    assert (pocket.says(words).screens, pocket.prompt.state) == (["snooze_open"], "open")
    assert pocket.says("dat was mijn antwoord").words == [("answer", "geen tijd")]


@pytest.mark.parametrize("claim", ["dat was mijn antwoord", "that was my answer", "no, that was the answer"])
@KIND
def test_what_put_off_is_the_answer_after_all(kind, claim):
    pocket = kind().says("not now, in the car")
    before = pocket.words
    assert (pocket.screens, states(pocket)[-1]) == (["snooze"], "held")
    pocket.says(claim)
    assert [text for _, text in pocket.words[len(before) :]] == ["not now, in the car"]
    assert "held" not in states(pocket)


def test_what_put_off_goes_when_a_moment_is_chosen_or_a_day_is_over():
    pocket = Pocket.asked("question", "RF-05").says("not now, in the car").says("morgen")
    assert (pocket.screens, pocket.answers) == (["snoozed"], {})
    assert Pocket.asked("question", "RF-05").says("not now, in the car").is_not_told().answers == {}


@KIND
@pytest.mark.parametrize("words", ["brb", "momentje", "one sec please", "ben zo terug"])
def test_who_is_back_in_a_moment_gets_a_nod(kind, words):
    pocket = kind()
    before = pocket.words, pocket.prompt
    pocket.says(words)
    assert (pocket.screens, len(pocket.decided(React)), (pocket.words, pocket.prompt)) == ([], 1, before)


@KIND
@pytest.mark.parametrize("words", ["lunchen met een klant", "having lunch with a client"])
def test_where_somebody_is_now_is_asked_about(kind, words):
    pocket = kind().says(words)
    assert (pocket.screens, states(pocket)[-1]) == (["meant"], "held")


@pytest.mark.parametrize("words", ["u asked this already", "deze had je al gevraagd", "you've asked me this before"])
def test_what_was_asked_before_makes_way(words):
    assert Pocket.asked("question", "RF-05").says(words).screens == ["skip_told"]
    assert Pocket.asked("paradox", "P04").says(words).screens == ["skip_told"]
    pocket = Pocket.asked("intention_check", "check").says(words)
    assert pocket.screens == ["meant_question"]
    assert pocket.presses("meant_question", "question").screens == ["skip_told"]


@pytest.mark.parametrize(
    "words", ["I asked her already", "ik vroeg het al", "you asked why", "lunch met een klant", "lunchen"]
)
def test_what_is_told_of_asking_or_of_lunch_is_an_answer(words):
    assert Pocket.asked("question", "RF-05").says(words).words == [("answer", words)]


def test_a_bare_no_in_hurried_words_is_thanked_for_like_a_no():
    assert Pocket.asked("question", "RF-03").says("nah").said[0].args["thanks"] == "thanks_no"


@pytest.mark.parametrize("words", ["geen tijd", "no time", "niet nu"])
def test_no_time_after_the_thanks_is_met_with_what_comes_next(words):
    done = {"patience": timedelta()}
    pocket = Pocket.asked("question", "RF-05", **done).says("Rustig gebleven.").says("Niets.")
    assert pocket.says(words).screens == ["done_anyway"]
    pocket = Pocket.asked("question", "RF-05", monthly=TUESDAY + timedelta(days=9)).says("Rustig.").says("Niets.")
    assert pocket.says(words).screens == ["done_until"]
    assert pocket.says("genoeg").screens == ["all_done"]
