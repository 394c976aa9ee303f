"""Everyday words that share a word with despair or exhaustion, and their grave neighbours that are still heard."""

import pytest

from dialogues.care import pleading
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


@pytest.mark.parametrize(
    "line",
    [
        "kill me now, i mean it", "gonna finish it tonight", "about to jump",
        "kspring er zo af", "slik zo alles wat in de kast ligt", "downing every pill i have",
        "geen uitweg meer voor mij", "ik zie er geen gat meer in", "kus aan de kinderen gegeven, tot nooit",
        "hugged the kids one last time", "soon nobody has to put up with me", "het leven is niks meer",
    ],
)  # fmt: skip
def test_plain_words_of_ending_are_heard_or_asked_about(line):
    assert screen(line, LIBRARY) in (Check("crisis_self"), Alarm("crisis_self"))


def test_who_is_touched_at_home_and_who_drinks_by_the_bottle_is_heard():
    assert screen("my dad touches me", LIBRARY) == Alarm("acute_danger")
    assert screen("mijn oom zit aan me", LIBRARY) == Alarm("acute_danger")
    assert screen("ik drink twee flessen wijn per dag", LIBRARY) == Alarm("severe_strain")


@pytest.mark.parametrize("words", ["heb iemand nodig nu, het gaat niet", "i need someone, it's not going well"])
def test_who_needs_somebody_and_does_not_say_what_for_pleads(words):
    assert pleading.told(words)


@pytest.mark.parametrize(
    "line",
    [
        "kill me now, another spreadsheet", "I am going to finish it after lunch", "we are about to jump to item four",
        "Ik spring zo even in bij het overleg", "What Anna said touches me", "dat raakt me aan het hart",
        "twee flessen wijn gekocht voor de borrel", "soon nobody has to print these forms",
        "I will finish this tonight", "het leven is niks zonder koffie",
    ],
)  # fmt: skip
def test_their_everyday_neighbours_are_left_in_peace(line):
    assert screen(line, LIBRARY) == Calm()
