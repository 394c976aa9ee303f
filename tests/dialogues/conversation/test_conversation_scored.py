"""A score in a sentence: the number counts, and what is told beside it is kept."""

import pytest
from pocket import Pocket
from test_conversation_dilemma import at

from dialogues.effects import React, Redraw
from dialogues.language.numbered import Named, named

NUMBERS = [
    ("dilemma 5", 7, "5"), ("3 ofzo", 5, "3"), ("About a three I'd say", 5, "3"), ("4 out of 5", 5, "4"),
    ("I am at five", 7, "5"), ("a five", 7, "5"), ("make it five", 7, "5"), ("mine is a five", 7, "5"),
    ("call it a four", 5, "4"), ("I'm currently sitting at a six", 7, "6"), ("ik zit op een vijf", 7, "5"),
    ("bij mij is het een vijf", 7, "5"), ("'t is een drie", 5, "3"), ("ik hou het op vijf", 7, "5"),
    ("een 4 van de 5", 5, "4"), ("3/5", 5, "3"), ("Nou, ik zou zeggen een drie", 5, "3"), ("4 :)", 5, "4"),
    ("ik ga voor 2", 7, "2"), ("een zesje", 7, "6"), ("doe mij een vijfje", 7, "5"), ("id go with 2", 7, "2"),
    ("4ish", 7, "4"), ("five-ish", 7, "5"), ("put me at five", 7, "5"), ("probably a six", 7, "6"),
    ("een 3'tje", 7, "3"),
    ("ik neig naar een 5", 7, "5"), ("a generous four", 7, "4"), ("vandaag 'n 4", 7, "4"), ("een krap drietje", 7, "3"),
    ("op dit moment een 3", 7, "3"), ("doe 'm maar op vijf", 7, "5"),
]  # fmt: skip
BEGUN = [
    ("4, because the fund has since softened its terms", 7, "4"), ("Ik sta op 5 omdat het nodig is", 7, "5"),
    ("2! Wat een week", 5, "2"), ("Een drie denk ik, want het was druk", 5, "3"),
]  # fmt: skip
NONE = [
    "", "2 partners vielen af", "week 3", "niet 5", "3, 5", "2 en 4", "4, 5 jaar geleden was het anders", "9",
    "Een kwestie van tijd", "1. Ik heb gebeld\n2. Ik heb geluisterd", "tussen 3 en 6",
    "niet een 4", "we zijn met 3", "we kregen voor het hele project een 4", "een team van 3",
]  # fmt: skip


@pytest.mark.parametrize(("text", "most", "number"), NUMBERS)
def test_small_words_around_a_number_are_no_more_than_the_number(text, most, number):
    assert named(text, most) == Named(number, more=False)


@pytest.mark.parametrize(("text", "most", "number"), BEGUN)
def test_a_text_may_begin_with_its_number(text, most, number):
    assert named(text, most) == Named(number, more=True)


@pytest.mark.parametrize("text", NONE)
def test_a_number_that_is_no_score_is_not_read_as_one(text):
    assert named(text, 7) is None


@pytest.mark.parametrize("words", ["put me at five", "doe mij een vijfje", "id go with 5"])
def test_where_a_number_is_asked_for_it_is_no_hour(words):
    pocket = Pocket.asked("paradox", "P04").says(words)
    assert (pocket.taps[pocket.prompt.id, "position"], pocket.screens) == (at("P04", 5), ["dilemma_step"])


@pytest.mark.parametrize(
    ("kind", "item", "screen"),
    [
        ("paradox", "P04", "choose_within"),
        ("integrity_case", "IC-12", "choose_among"),
        ("pulse", "PU-01", "choose_step"),
    ],
)
@pytest.mark.parametrize("words", ["een achtje", "ik ga voor negen", "8ish", "put me at nine"])
def test_a_number_that_is_not_there_is_asked_again(kind, item, screen, words):
    pocket = Pocket.asked(kind, item).says(words)
    assert (pocket.screens, pocket.taps, pocket.words) == ([screen], {}, [])


def test_a_position_with_its_reason_goes_on_to_the_other_side():
    words = "4, because the fund has since softened its terms"
    pocket = Pocket.asked("paradox", "P04").says(words)
    assert pocket.taps[pocket.prompt.id, "position"] == at("P04", 4)
    assert pocket.words == [("why", words)]
    assert (pocket.screens, pocket.said[0].args["stage"]) == (["dilemma_step"], "other")


def test_what_changed_may_come_with_the_position():
    pocket = Pocket.asked("paradox_revisit", "P04").says("5, want ik ben milder geworden.")
    assert (pocket.screens, pocket.words[0][0]) == (["thanks_taps"], "changed")


def test_an_act_may_be_chosen_by_its_number_with_a_reason():
    pocket = Pocket.asked("integrity_case", "IC-12").says("2, want dan weten ze het.")
    assert (pocket.taps[pocket.prompt.id, "choice"], pocket.screens) == ("b", ["case_reflection"])
    assert pocket.words == [("answer", "2, want dan weten ze het.")]


def test_a_scale_with_a_reason_is_answered_like_any_question():
    pocket = Pocket.asked("question", "RS-02").says("3, want ik moest het bestuur teleurstellen.")
    assert pocket.taps[pocket.prompt.id, "value"] == "3"
    assert (pocket.words[0][0], len(pocket.decided(Redraw))) == ("answer", 1)


@pytest.mark.parametrize("words", ["About a three I'd say", "3 ofzo"])
def test_a_pulse_in_a_few_words_is_a_tap(words):
    pocket = Pocket.asked("pulse", "PU-01").says(words)
    assert (pocket.taps, pocket.words) == ({(pocket.prompt.id, "PU-01"): "3"}, [])


def test_a_pulse_keeps_what_is_told_beside_its_number():
    pocket = Pocket.asked("pulse", "PU-01").says("2, het was een zware week")
    assert pocket.taps == {(pocket.prompt.id, "PU-01"): "2"}
    assert (pocket.screens, pocket.words) == ([], [("answer", "2, het was een zware week")])
    assert (len(pocket.decided(Redraw)), len(pocket.decided(React))) == (1, 1)


def test_a_pulse_can_be_corrected_right_after():
    pocket = Pocket.asked("pulse", "PU-01").presses("value", "2").says("nee, 4")
    assert (pocket.taps, pocket.screens) == ({(pocket.prompt.id, "PU-01"): "4"}, [])
    assert (len(pocket.decided(Redraw)), len(pocket.decided(React))) == (1, 1)
    assert len(pocket.says("4").decided(React)) == 1
    assert pocket.words == []


def test_a_choice_without_numbers_takes_no_number_from_a_sentence():
    pocket = Pocket().is_due("intention_check", "intention").says("2, want er kwam iets tussen")
    assert (pocket.taps, pocket.words[0][0]) == ({}, "learning")


def test_a_low_value_on_something_sensitive_is_not_deepened_by_its_reason():
    pocket = Pocket.asked("question", "RS-02").says("1, want ik sliep slecht.")
    assert (pocket.screens, pocket.words) == (["thanks_taps"], [("answer", "1, want ik sliep slecht.")])


@pytest.mark.parametrize("words", ["I am at five", "a five", "make it five", "call it a five", "bij mij is het vijf"])
def test_a_place_on_a_scale_may_be_named_in_a_sentence(words):
    pocket = Pocket.asked("paradox", "P04").says(words)
    assert (pocket.screens[-1], pocket.prompt.stage) == ("dilemma_step", "why")
    assert [name for _, name in pocket.taps] == ["position"]
    assert list(Pocket.asked("pulse", "PU-05").says(words).taps.values()) == ["5"]


@pytest.mark.parametrize(
    "words", ["I am the only one of five", "We are with five people here", "Ik was er om vijf uur"]
)
def test_a_number_of_something_else_is_no_place_on_a_scale(words):
    assert Pocket.asked("paradox", "P04").says(words).taps == {}
