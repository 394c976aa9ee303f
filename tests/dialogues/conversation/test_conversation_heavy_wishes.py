"""A wish to the bot in ordinary words raises no question of care; one with something heavy beside it does, first."""

import pytest
from pocket import Pocket

from dialogues.care import safety
from dialogues.library import library

ORDINARY = [
    "finish this tonight",
    "I'll have this finished tonight",
    "I left it on the table tonight",
    "leave this for tonight",
    "I'll leave this one until tonight",
    "wie ziet dit straks eigenlijk allemaal",
    "wie kan er dit nu allemaal zien",
    "ben ziek thuis, vraag het later",
    "ben ziek, zet het maar op morgen",
    "geen energie voor deze, overslaan",
    "ge moogt dees overslaan, geen fut",
    "no energy for this one, skip",
    "vandaag even geen energie",
    "wis alles, ik werk hier morgen niet meer",
    "pauze, ik ben er volgende week niet",
]
HEAVY = [
    "wis alles, ik ben er morgen niet meer",
    "verwijder alles maar, straks ben ik er toch niet meer",
    "schrap alles, ik ben er binnenkort niet meer",
    "wipe everything, I'm not going to be around tomorrow",
    "erase it all, I won't be here tomorrow",
    "sla maar over, het heeft allemaal geen zin meer",
    "laat maar zitten, niks heeft nog zin",
    "stuur maar niks meer, alles is toch zinloos",
    "skip it, nothing makes sense anymore",
    "no need to ask me, it's all pointless",
    "finish this for good tonight",
    "geen energie meer om te leven",
]


@pytest.mark.parametrize("words", ORDINARY)
def test_ordinary_words_raise_no_question_of_care(words):
    assert safety.screen(words, library()) == safety.Calm()


@pytest.mark.parametrize("words", HEAVY)
@pytest.mark.parametrize("asked", [True, False])
def test_something_heavy_beside_a_wish_goes_before_it(words, asked):
    pocket = Pocket.asked("question", "RF-03") if asked else Pocket()
    pocket.says(words)
    assert pocket.screens == ["crisis_self_check"]
    assert not pocket.forgotten


@pytest.mark.parametrize("words", ["Ik heb al weken geen energie voor dit werk.", "geen energie voor niets"])
def test_no_energy_that_lasts_or_for_anything_is_exhaustion(words):
    assert safety.screen(words, library()) == safety.Alarm("severe_strain")
