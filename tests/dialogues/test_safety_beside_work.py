"""Everyday words that share a word with despair or exhaustion, and their grave neighbours that are still heard."""

import pytest

from dialogues.care.safety import Alarm, Calm, Check, screen
from dialogues.library import library

LIBRARY = library()


@pytest.mark.parametrize(
    "line",
    [
        "I took a break", "Mo wants a break of two weeks", "I lost it and shouted", "fell apart laughing",
        "ik stortte in elkaar van het lachen", "Mo stortte in", "Sanne stortte in", "even gestopt en ademgehaald",
        "ik stopte even met praten en haalde adem", "wanted to walk out", "spring in de trein, straks meer",
        "kan niet meer, zo grappig", "paracetamol genomen en door", "swallowed the pill and signed",
        "how long will this take me", "hoe lang ben ik hier nog mee bezig", "disregard my last message",
        "drowning today, sorry", "mag ik er twee weken tussenuit?",
        "ik wil niet dat je mijn vorige antwoorden terughaalt",
        "Ze zei dat ik drijf, en de volgende dag nam ik gas terug.", "overdose of meetings", "overdose of coffee",
        "i cut myself out of the meeting",
    ],
)  # fmt: skip
def test_an_everyday_word_is_left_in_peace(line):
    assert screen(line, LIBRARY) == Calm()


@pytest.mark.parametrize(
    "line",
    [
        "overdose of pills", "overdose of oxazepam", "i cut myself", "i cut myself out of hate for myself",
        "paracetamol genomen, de hele strip", "veertig paracetamol genomen en nu wachten",
        "swallowed the pills and said goodbye", "kan niet meer, het is niet grappig", "I want out",
        "I want to walk out of this life", "hoe lang ben ik hier nog",
        "I stopped taking my insulin and hope I don't wake up",
    ],
)  # fmt: skip
def test_its_grave_neighbour_is_still_heard(line):
    assert screen(line, LIBRARY) in (Check("crisis_self"), Alarm("crisis_self"))


@pytest.mark.parametrize(
    "line",
    ["ik stortte in", "compleet ingestort", "ik stort in elkaar, al weken", "I fell apart", "I am drowning"],
)
def test_giving_way_of_ones_own_stays_strain(line):
    assert screen(line, LIBRARY) == Alarm("severe_strain")
