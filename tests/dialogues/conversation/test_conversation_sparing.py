"""A day on which nobody wants to be asked, said in plain words: it goes, and comes back with one tap."""

from dataclasses import replace
from datetime import time, timedelta

import pytest
from pocket import Pocket

from dialogues.asking import rhythm
from dialogues.talk import Resting, Settling
from dialogues.wishes import sparing

GONE = [
    ("niet op donderdag", (1,)),
    ("liever geen donderdagen a.u.b.", (1,)),
    ("Op dinsdag werk ik niet.", (3,)),
    ("dinsdag is mijn papadag", (3,)),
    ("donderdag is voor mij geen goede dag", (1,)),
    ("stuur mij op donderdag maar niks meer", (1,)),
    ("geen vragen op dinsdag alstublieft", (3,)),
    ("dinsdags komt het mij niet uit", (3,)),
    ("sla de donderdagen voortaan maar over", (1,)),
    ("op dinsdag gaat het voor mij niet", (3,)),
    ("donderdag komt mij slecht uit", (1,)),
    ("stuurt mij op donderdag maar niks", (1,)),
    ("ik heb dinsdagen vrij", (3,)),
    ("ge moet mij op dinsdag niks sturen", (3,)),
    ("ik ben parttime, op donderdag werk ik niet", (1,)),
    ("kan het op een andere dag dan donderdag?", (1,)),
    ("could we avoid Tuesdays?", (3,)),
    ("Thursdays are bad for me", (1,)),
    ("anything but Tuesdays", (3,)),
    ("not on Thursdays please", (1,)),
    ("I don't work on Tuesdays", (3,)),
    ("I'm always off on Thursdays", (1,)),
    ("Tuesdays don't suit me", (3,)),
    ("please skip Thursdays from now on", (1,)),
    ("can you leave out Tuesdays?", (3,)),
    ("Thursday is my day off", (1,)),
]
NOT = [
    "niet voor vrijdag",
    "vrijdag was niet zo leuk",
    "Ik ben er vrijdag niet bij.",
    "ik ben er dinsdag niet",
    "Ik wil dit niet meer doen.",
    "deze vrijdag niet",
    "maandag niet gewerkt",
    "niet alleen op dinsdag",
    "op dinsdag wel, op donderdag niet",
    "not before Friday",
    "next Tuesday is off",
    "On Thursday nobody spoke up",
    "we do not meet on Tuesdays with the team",
]
QUESTION = ("question", "RF-03")


@pytest.mark.parametrize(("words", "left"), GONE)
def test_a_day_that_does_not_suit_goes_at_once_while_nothing_is_open(words, left):
    pocket = Pocket().says(words)
    assert (pocket.screens, pocket.leader.rhythm.days, pocket.words) == (["days_spared"], left, [])
    assert pocket.talk == Resting()


@pytest.mark.parametrize("words", NOT)
def test_words_that_tell_of_a_day_take_none_away(words):
    assert sparing.named(words) is None


@pytest.mark.parametrize("words", ["niet op donderdag", "ik werk niet op donderdag", "I don't work on Thursdays"])
def test_under_a_question_it_is_asked_what_the_words_are_and_then_the_day_goes(words):
    pocket = Pocket.asked(*QUESTION).says(words)
    assert (pocket.screens, pocket.leader.rhythm.days) == (["meant_question"], (1, 3))
    pocket.presses("meant_question", "question")
    assert (pocket.screens, pocket.leader.rhythm.days, pocket.words) == (["days_spared"], (1,), [])
    kept = Pocket.asked(*QUESTION).says(words).presses("meant_question", "answer")
    assert (kept.words, kept.leader.rhythm.days) == ([("answer", words)], (1, 3))


def test_words_that_ask_the_bot_itself_are_done_at_once_under_a_question_too():
    pocket = Pocket.asked(*QUESTION).says("stuur me op donderdag geen vragen meer")
    assert (pocket.screens, pocket.leader.rhythm.days, pocket.words) == (["days_spared"], (1,), [])


def test_in_an_answer_that_is_being_written_such_words_belong_to_it():
    pocket = Pocket.asked(*QUESTION, patience=timedelta(seconds=6))
    pocket.says("Ik besprak met het team hoe we de week indelen, want iedereen zat vol.").says("niet op donderdag")
    assert pocket.leader.rhythm.days == (1, 3)


def test_one_tap_brings_the_day_back_with_its_own_hour():
    pocket = Pocket().says("niet op donderdag")
    before = rhythm.default("standard", "nl", "Europe/Amsterdam", "nl")
    pocket.presses("days_spared", "undo", pocket.said[0].about)
    assert (pocket.leader.rhythm, pocket.screens) == (before, ["rhythm_noted"])
    pocket.presses("days_spared", "undo", 0)
    assert (pocket.leader.rhythm, pocket.screens) == (before, ["stale_button"])


def test_the_only_day_goes_when_there_is_another():
    pocket = Pocket()
    pocket.leader = replace(pocket.leader, rhythm=rhythm.with_kind(pocket.leader.rhythm, "light"))
    pocket.says("niet op dinsdag")
    assert (pocket.screens, pocket.leader.rhythm.days) == (["days_only", "choose_days"], (1,))
    assert pocket.talk == Settling("days", first=False)
    pocket.says("maandag")
    assert (pocket.screens, pocket.leader.rhythm.days) == (["hour"], (0,))


def test_of_a_day_on_which_nothing_comes_it_is_told_which_days_there_are():
    pocket = Pocket().says("I don't work on Wednesdays")
    assert (pocket.screens, pocket.leader.rhythm.days) == (["days_free"], (1, 3))
    assert pocket.said[0].args == {"gone": "woensdag", "days": "dinsdag en donderdag"}


def test_without_the_friday_the_tap_of_that_day_goes_too_and_comes_back_with_it():
    pocket = Pocket()
    pocket.leader = replace(pocket.leader, rhythm=rhythm.with_days(pocket.leader.rhythm, (1, 4)))
    pocket.says("vrijdag werk ik nooit")
    assert (pocket.leader.rhythm.days, pocket.leader.rhythm.pulse) == ((1,), False)
    pocket.presses("days_spared", "undo", pocket.said[0].about)
    assert (pocket.leader.rhythm.days, pocket.leader.rhythm.pulse) == ((1, 4), True)
    assert Pocket().says("niet op vrijdag").screens == ["settings"]


def test_at_the_screen_of_the_days_a_day_goes_as_well():
    pocket = Pocket().commands("rhythm").presses("rhythm_now", "days", 0).says("liever niet op dinsdag")
    assert (pocket.screens, pocket.leader.rhythm.days) == (["days_spared"], (3,))


@pytest.mark.parametrize(
    "words",
    [
        "verander mijn dag naar maandag",
        "kan mijn vraagdag naar maandag?",
        "mijn dagen graag naar maandag",
        "zet mijn vragen voortaan op maandag",
        "change my day to Monday",
        "can you move the questions to Mondays?",
        "I'd like my day to be Monday",
        "make Monday my day",
    ],
)
@pytest.mark.parametrize("held", [False, True])
def test_another_day_is_a_wish_also_while_a_loose_thought_waits_for_its_tap(words, held):
    pocket = Pocket().says("Vandaag dacht ik opeens aan mijn eerste baas.") if held else Pocket()
    pocket.says(words)
    assert (pocket.screens, pocket.leader.rhythm.days) == (["hour"], (0,))
    assert pocket.says("om 9 uur").leader.rhythm.times == (time(9),)
    assert [text for _, text in pocket.words if text == words] == []


@pytest.mark.parametrize(
    "words",
    [
        "liever maandag dan dinsdag",
        "verander dinsdag in maandag",
        "Monday instead of Tuesday, please",
        "niet dinsdag maar maandag",
        "maandag past mij beter dan dinsdag",
    ],
)
def test_one_day_takes_the_place_of_another(words):
    pocket = Pocket().says(words)
    assert (pocket.screens, pocket.leader.rhythm.days, pocket.words) == (["days_spared"], (0, 3), [])
