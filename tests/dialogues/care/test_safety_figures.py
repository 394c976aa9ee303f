"""Everyday ways of speaking that only sound like harm: left in peace, and their grave neighbours still heard."""

import pytest

from dialogues.care.safety import Alarm, Calm, Check, screen
from dialogues.library import library

LIBRARY = library()


@pytest.mark.parametrize(
    "line",
    [
        "Give me a break.", "Give me a break, he said, and laughed.", "give me a break of two weeks",
        "The chair never gives me a break.", "I was dying to say something", "I am dying to know how the vote went.",
        "I was dying to say something but kept quiet.", "We were dying for a coffee.", "I was dying for a break.",
        "I was bored to death in that meeting.", "If looks could kill, I would not be here.", "I slept like the dead.",
        "I was dead to the world by nine.", "I am dead beat after the march.", "I nearly died laughing.",
        "I died a thousand deaths on that stage.", "They hung me out to dry.",
        "It hangs by a thread and I hang in there.", "My car slid into a wall on the ice, and I was fine.",
        "I could kick myself for it.",
        "I hang the poster tonight.",
    ],
)  # fmt: skip
def test_an_english_figure_of_speech_is_left_in_peace(line):
    assert screen(line, LIBRARY) == Calm()


@pytest.mark.parametrize(
    "line",
    [
        "Ik kon mezelf wel voor het hoofd slaan", "Ik kan me wel voor mijn kop slaan.",
        "Ik kon mezelf wel voor het hoofd slaan dat ik de agenda was vergeten.",
        "Ik had mezelf wel voor het hoofd kunnen slaan.", "Ik verveelde me dood.", "Ik zocht me dood naar die sleutel.",
        "Ik verveelde me dood bij die presentatie.", "Ik ergerde me dood aan die beamer.",
        "Ik hang morgen de poster op.", "Ik hang vanavond de was op.", "Dat plan is ten dode opgeschreven.",
        "Ik stierf van de honger tijdens het overleg.",
        "Ik schrok me kapot van de rekening.", "Ik sprong een gat in de lucht.", "Het hing aan een zijden draadje.",
        "Schiet mij maar lek.", "Ik word doodgegooid met mails.", "Het overleg liep helemaal vast.",
        "liep helemaal vast",
    ],
)  # fmt: skip
def test_a_dutch_figure_of_speech_is_left_in_peace(line):
    assert screen(line, LIBRARY) == Calm()


@pytest.mark.parametrize(
    "line",
    [
        "I am dying to be dead.", "I was dying to end my life.", "I am dying inside and want to be dead.",
        "Ik sla mezelf, elke avond.", "Ik wil mezelf slaan.", "Ik wil dood, ik verveel me dood.", "Ik hang mezelf op.",
        "Ik hang vanavond het touw op en dan ik.", "I hang myself.", "I want to be dead to the world, forever, dead.",
    ],
)  # fmt: skip
def test_their_grave_neighbours_are_heard(line):
    assert screen(line, LIBRARY) in {Alarm("crisis_self"), Check("crisis_self")}


@pytest.mark.parametrize(
    "line", ["Ik loop helemaal vast, ik slaap al weken niet.", "Ik liep helemaal vast door de werkdruk."]
)
def test_who_is_stuck_themselves_is_still_heard(line):
    assert screen(line, LIBRARY) == Alarm("severe_strain")
