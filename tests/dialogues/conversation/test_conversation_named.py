"""What is on the screen may be named in words: a side, an option, a score, a way out."""

import pytest
from pocket import Pocket

from dialogues.asking import poles
from dialogues.effects import React
from dialogues.library import library

CHOICE = next(name for name, each in library().questions.items() if each.options)
CASE = "IC-12"


def place(pocket: Pocket) -> str:
    return pocket.taps[pocket.prompt.id, "position"]


@pytest.mark.parametrize(
    ("words", "position"),
    [("trouw aan de eigen opdracht", "2"), ("the shared ambition first", "6"), ("helemaal de eigen opdracht", "1"),
     ("tussenin", "4")],
)  # fmt: skip
def test_a_side_of_a_dilemma_can_be_written_and_moved_after(words, position):
    pocket = Pocket.asked("paradox", "P02").says(words)
    assert (place(pocket), pocket.words, pocket.prompt.stage) == (position, [], "why")
    assert pocket.screens == ["dilemma_step"]
    other = poles.turned(3, swap=poles.swapped(pocket.leader, "P02"))
    assert place(pocket.says(f"nee, {other}")) == "3"


def test_an_option_of_a_case_can_be_named_by_its_place():
    pocket = Pocket.asked("integrity_case", CASE).says("the second one")
    assert (pocket.screens, pocket.words) == (["case_reflection"], [])
    assert pocket.taps[pocket.prompt.id, "choice"] == library().cases[CASE].options[1].id


def test_an_option_of_a_question_and_an_outcome_can_be_named_too():
    pocket = Pocket.asked("question", CHOICE).says("de tweede")
    assert pocket.taps[pocket.prompt.id, "value"] == library().questions[CHOICE].options[1].id
    check = Pocket.asked("intention_check", "intention").says("de eerste")
    assert check.taps[check.prompt.id, "outcome"] == "done"
    assert Pocket.asked("pulse", "PU-01").says("de eerste").taps == {}


def test_words_instead_of_a_number_never_get_the_same_reply_twice():
    pocket = Pocket.asked("integrity_case", CASE).says("Ik zou het eerst nazoeken.")
    assert pocket.screens == ["choose_first"]
    assert pocket.says("Want ik weet te weinig van die partner.").screens == ["choose_again"]
    pocket.says("En ik wil niemand zomaar beschuldigen.")
    assert (pocket.screens, len(pocket.decided(React)), len(pocket.words)) == ([], 1, 3)


@pytest.mark.parametrize(
    ("kind", "item", "words", "screen"),
    [("question", CHOICE, "9", "choose_among"), ("integrity_case", CASE, "nummer 8", "choose_among"),
     ("paradox", "P02", "9", "choose_within"), ("question", "RS-02", "een 9", "choose_step")],
)  # fmt: skip
def test_a_number_that_stands_for_nothing_is_asked_about_and_not_kept(kind, item, words, screen):
    pocket = Pocket.asked(kind, item).says(words)
    assert (pocket.screens, pocket.words, pocket.prompt.state) == ([screen], [], "open")


@pytest.mark.parametrize(
    "words", ["hier stoppen", "Enough for now", "genoeg", "I prefer not to say", "Dat zeg ik liever niet."]
)
@pytest.mark.parametrize(("kind", "item"), [("paradox", "P02"), ("integrity_case", CASE)])
def test_who_stops_before_choosing_skips(kind, item, words):
    stop = library().dilemma_texts.stop
    pocket = Pocket.asked(kind, item).says(words)
    assert (pocket.screens, pocket.words, pocket.prompt.state) == (["skip_2"], [], "skipped")
    assert pocket.says(stop.nl, reply_to=pocket.prompt.id).screens == []


def test_who_wrote_something_and_stops_before_choosing_is_thanked_for_it():
    pocket = (
        Pocket.asked("integrity_case", CASE).says("Ik zou het eerst nazoeken.").says(library().dilemma_texts.stop.nl)
    )
    assert pocket.said[0].args["thanks"] == "enough"
    assert (len(pocket.words), pocket.prompt.state) == (1, "answered")


TOLD = [
    ("3 2", {"PU-05": "3", "PU-06": "2"}), ("mood is 2", {"PU-05": "2"}), ("energie een 4", {"PU-06": "4"}),
    ("my mood is 2 and my energy is 4", {"PU-05": "2", "PU-06": "4"}), ("3 en 4", {"PU-05": "3", "PU-06": "4"}),
]  # fmt: skip


@pytest.mark.parametrize(("words", "values"), TOLD)
def test_mood_and_energy_can_be_written_under_the_thanks_of_a_dilemma(words, values):
    pocket = Pocket.asked("paradox", "P02").presses("value", "3").says("Omdat wij daar goed in zijn.")
    pocket.says("Dat het van ons samen is.").says("Eerst elk het eigen plan naast elkaar.").presses(
        "followup_buttons", "stop"
    )
    kept = pocket.words
    pocket.says(words)
    told = {name: value for (_, name), value in pocket.taps.items() if name != "position"}
    assert (told, pocket.words) == (values, kept)
