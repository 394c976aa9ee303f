"""Whoever calls for the numbers to call gets the card, wherever the talk stands; nothing of the call is kept."""

from datetime import timedelta

import pytest
from pocket import Pocket

from dialogues.talk import Asking, Weighing

PLAIN = (
    "noodnummer", "Wat is het noodnummer?", "112", "113!!", "0800-0113", "bel 112", "hulplijn", "wie kan ik bellen",
    "sos", "het nummer van 113", "emergency number", "helpline", "I need a helpline number", "emergency",
    "who do I call", "999",
)  # fmt: skip
PERHAPS = "nood", "urgent", "crisis", "crisis!", "dringend", "urgent please"
TOLD = (
    "we belden 112 voor een collega", "crisis in het team", "urgent overleg", "er is een crisis", "het was urgent",
    "emergency meeting with the partners", "I called a helpline for a colleague", "de helplijn van de gemeente",
    "we zaten midden in de crisis", "113 mensen kwamen naar de bijeenkomst",
)  # fmt: skip


@pytest.mark.parametrize("words", PLAIN + PERHAPS)
def test_a_call_for_the_numbers_gets_the_card_with_nothing_open_and_under_a_question(words):
    assert Pocket().says(words).screens == ["urgent"]
    asked = Pocket.asked("question", "SM-01").says(words)
    assert asked.screens == ["urgent"]
    assert asked.words == []
    assert asked.prompt.state == "open"


@pytest.mark.parametrize("words", PLAIN[:6])
def test_a_call_between_the_pieces_of_an_answer_is_no_piece_of_it(words):
    chat = Pocket.asked("question", "SM-01", patience=timedelta(minutes=1)).says("Het was druk")
    assert chat.says(words).screens == ["urgent"]
    assert chat.words == [("answer", "Het was druk")]


def test_a_bare_word_between_the_pieces_of_an_answer_is_one_of_them():
    chat = Pocket.asked("question", "SM-01", patience=timedelta(minutes=1)).says("In het team was het")
    assert chat.says("crisis").words == [("answer", "In het team was het"), ("answer", "crisis")]


def test_a_bare_word_is_looked_for_where_words_to_look_for_are_awaited_but_a_number_to_call_is_not():
    assert "urgent" not in Pocket(talk=Asking("search")).says("crisis").screens
    assert Pocket(talk=Asking("search")).says("112").screens == ["urgent"]


def test_the_card_comes_while_it_is_weighed_what_was_meant_and_before_anybody_agreed():
    weighing = Weighing(0, 0, 2**40)
    assert Pocket(talk=weighing).says("noodnummer").screens == ["urgent"]
    assert Pocket(talk=weighing).says("noodnummer").talk == weighing
    assert Pocket.at_the_door().says("112").screens == ["urgent"]
    assert Pocket.at_the_door().says("crisis").screens == ["urgent"]


@pytest.mark.parametrize("words", TOLD)
def test_what_tells_of_a_crisis_or_a_call_stays_an_answer(words):
    asked = Pocket.asked("question", "SM-01").says(words)
    assert "urgent" not in asked.screens
    assert asked.words == [("answer", words)]
