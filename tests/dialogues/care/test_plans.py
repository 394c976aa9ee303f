"""Plain plans and plain words of suicide: the numbers at once, and not first the question what is meant."""

import pytest
from pocket import Pocket

from dialogues.care import plans
from dialogues.care.safety import Alarm, Calm, Check, screen
from dialogues.language.hearing import hear
from dialogues.library import library

LIBRARY = library()
PLAIN = (
    "Vanavond spring ik voor de trein.", "Vrijdag stap ik voor de trein.", "Ik wil voor de trein springen.",
    "Tonight I will jump in front of the train.", "I think about stepping in front of a train every day.",
    "Ik spring van de brug vanavond.", "Ik denk er steeds aan om van de brug te springen.",
    "Ik fantaseer over van het balkon springen.", "I am going to jump off the bridge tonight.",
    "I want to jump off a building.", "I keep thinking about jumping off the roof.",
    "Morgen rijd ik me tegen een boom.", "Ik rijd straks tegen een viaduct.",
    "Ik denk er elke dag aan om mijn auto tegen een boom te rijden.", "I keep thinking about driving off the bridge.",
    "I can't stop thinking about driving off the bridge.", "I keep imagining driving into a tree.",
    "Vannacht slik ik alle pillen.", "I will swallow all the pills tonight.", "Ik heb de pillen al klaarliggen.",
    "Ik heb genoeg pillen gespaard.", "De pillen liggen klaar op mijn nachtkastje.", "I have the pills ready.",
    "The pills are ready on my nightstand.", "I have saved up enough pills.",
    "Ik heb een touw gekocht en een plek uitgezocht.", "Het touw hangt al klaar.", "I bought a rope and picked a tree.",
    "I have a gun and I will use it on myself tonight.", "Ik heb mijn afscheidsbrief geschreven.",
    "I have written my goodbye letters.", "My goodbye letter is written.", "Vanavond hang ik mezelf op.",
    "I'm going to hang myself on Friday.", "Ik weet al hoe ik het ga doen, met pillen.",
    "I have a plan to end it tonight with pills.", "I've decided to do it on Sunday, with the pills.",
)  # fmt: skip
BARE = (
    "suicidal", "Suicide.", "suicide?", "zelfmoord", "Zelfdoding", "suïcide", "suicidaal", "aan zelfmoord",
    "about suicide", "suicidal thoughts", "niet meer leven", "not wanting to live", "About not wanting to live",
)  # fmt: skip


@pytest.mark.parametrize("line", [*PLAIN, *BARE])
def test_plain_words_of_suicide_are_an_alarm(line):
    assert screen(line, LIBRARY) == Alarm("crisis_self")


@pytest.mark.parametrize(
    "words", ["Vanavond spring ik voor de trein.", "suicidal", "I have written my goodbye letters."]
)
def test_they_bring_the_numbers_at_once(words):
    pocket = Pocket.asked("question", "RF-03").says(words)
    assert [(say.screen, say.weight) for say in pocket.said] == [("crisis_self", "safety")]
    assert pocket.leader.state == "held"


@pytest.mark.parametrize(
    "line",
    [
        "Vanavond spring ik in voor Anna bij het overleg.", "Morgen spring ik op de trein naar Den Haag.",
        "Ik rende voor de trein van 8 uur.", "Ik stap vrijdag over op een andere trein.",
        "Ik sprong van de trein op het verkeerde station.", "I will jump off the call at four.",
        "I keep driving over the bridge to the office in the rain.", "I keep thinking about the roof that leaks.",
        "I keep thinking about the bridge we built between the partners.", "Tonight I drive into town for the gala.",
        "We discussed barriers so that people do not jump off the bridge.", "Ik heb de stukken al klaarliggen.",
        "Ik heb de pillen voor mijn moeder al klaargelegd.", "I took two pills for my headache before the meeting.",
        "The pills for my blood pressure are ready on my nightstand.", "I bought rope for the campsite.",
        "I have written my goodbye email to the team.", "Ik heb mijn afscheidsspeech geschreven.",
        "I have written the goodbye letters for two departing trustees.", "Suicide prevention", "Zelfmoordpreventie",
    ],
)  # fmt: skip
def test_everyday_trains_bridges_and_letters_are_none(line):
    assert screen(line, LIBRARY) == Calm()


@pytest.mark.parametrize(
    "line",
    [
        "Ik ga niet van de brug springen.", "My sister wants to jump off a bridge.", "Ooit heb ik pillen gespaard.",
        "In de film wil ik van het dak springen.", "We discussed barriers so that people do not jump off the bridge.",
    ],
)  # fmt: skip
def test_what_is_denied_of_another_long_ago_or_made_up_is_no_plan(line):
    assert not plans.told(hear(line), asked=True)


def test_only_the_gravest_are_heard_where_nothing_else_is_heavy_and_nothing_of_every_day_stands_beside_it():
    assert plans.told(hear("I want to jump off a building"), asked=False)
    assert not plans.told(hear("I want to jump off a building in the video of our campaign"), asked=False)
    assert not plans.told(hear("Ik heb de pillen klaar"), asked=False)


@pytest.mark.parametrize("line", ["Het ging weer over zelfdoding.", "Mijn oud-collega heeft zelfmoord gepleegd."])
def test_the_word_in_a_sentence_about_others_is_still_asked_about(line):
    assert screen(line, LIBRARY) == Check("crisis_self")
