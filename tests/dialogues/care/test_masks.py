"""Harmless expressions with something grave beside them, last touches, doses, bottles, and why one stops here."""

import pytest

from dialogues.care import despair, masks
from dialogues.care.safety import Alarm, Calm, Check, screen
from dialogues.language.matching import Match
from dialogues.library import library

LIBRARY = library()
HEARD = (Check("crisis_self"), Alarm("crisis_self"))


@pytest.mark.parametrize(
    "line",
    [
        "ill do it tonight, with the pills", "will do it tonight with my dad's gun",
        "klaar voor vandaag, het touw hangt",
        "done for today and forever, the rope is tied", "last message tonight, take care of my kids",
        "ik laat het los, de reling ook, vaarwel", "ik verdwijn even voorgoed",
        "even mijn ogen dicht en nooit meer open",
        "laatste bericht van mij, ik ga onder de trein", "took my medication, the whole box",
        "net mijn medicijnen ingenomen, allemaal", "verdrink in de zee, dat wil ik",
        "It was a long and rainy day and we ate soup with all of my old friends. I'll do it tonight, with the pills.",
    ],
)  # fmt: skip
def test_a_harmless_expression_hides_nothing_grave_beside_it(line):
    assert screen(line, LIBRARY) in HEARD


@pytest.mark.parametrize(
    "line",
    [
        "will do it tonight", "ill do it tonight on the train", "klaar voor vandaag, zit in de trein",
        "done for today, the bridge club starts at 8", "antwoord morgen, sta op de brug in de file",
        "that is it for the goodbye speech", "took my meds, all good", "took my medication with breakfast, good day",
        "afscheid van jan, klaar voor vandaag", "er even tussenuit, met de trein naar zee", "ik verdrink in de mails",
    ],
)  # fmt: skip
def test_it_stays_harmless_beside_things_of_every_day(line):
    assert screen(line, LIBRARY) == Calm()


def test_in_a_long_text_only_its_own_sentence_counts():
    far = "I bought a rope for the tent and a knife for the bread and some more things. I'll do it tonight."
    assert masks.listened(far).masked


@pytest.mark.parametrize(
    "line",
    [
        "knuffelde de kinderen voor het laatst", "kuste de kinderen alsof het de laatste keer was",
        "heb de meisjes voor de laatste keer ingestopt", "gaf mijn zoontje een laatste kus",
        "knuffelde mn dochter alsof ik haar nooit meer zie", "hugged the kids for the last time",
        "held my wife one final time this morning", "tucked my son in one last time", "one last hug for my girls",
    ],
)  # fmt: skip
def test_a_touch_as_if_it_were_the_last_is_asked_about(line):
    assert screen(line, LIBRARY) in HEARD


@pytest.mark.parametrize(
    "line",
    [
        "laatste schooldag", "voor het laatst gevoetbald", "gisteren voor het laatst gevoetbald met de kinderen",
        "laatste keer dat ik de kinderen naar zwemles bracht", "knuffelde de kinderen en ging naar werk",
        "kissed my wife and left for the train", "last school run before summer, hugs all round",
        "met mijn man voor de laatste keer naar dat restaurant",
    ],
)  # fmt: skip
def test_the_last_time_of_something_else_is_not(line):
    assert screen(line, LIBRARY) == Calm()


@pytest.mark.parametrize(
    "line",
    [
        "took twenty paracetamol and went on as if nothing", "nam vijftien paracetamol en ging verder",
        "took a load of paracetamol and carried on", "took 30 paracetamol and went on",
        "slikte pil na pil en ging liggen",
        "paracetamol genomen, een hele berg, en nu slapen",
    ],
)  # fmt: skip
def test_more_than_a_dose_is_asked_about(line):
    assert screen(line, LIBRARY) in HEARD


@pytest.mark.parametrize(
    "line",
    [
        "took two paracetamol and went on", "paracetamol genomen en door", "2 paracetamol genomen en door",
        "swallowed the pill and signed", "took my morning pill and cycled to work",
        "een paracetamol genomen en weer door",
    ],
)  # fmt: skip
def test_one_dose_is_not(line):
    assert screen(line, LIBRARY) == Calm()


@pytest.mark.parametrize(
    ("words", "at", "one"),
    [
        ("took paracetamol and went on", (0, 1), True), ("paracetamol genomen en door", (0, 1), True),
        ("took 40 paracetamol and went on", (0, 2), False), ("took paracetamol after paracetamol and sat", (0, 1),
        False),
        ("took 1 paracetamol at 9 and went on", (0, 2), False), ("took 2 paracetamol and went on", (0, 2), True),
    ],
)  # fmt: skip
def test_a_dose_is_counted_by_what_stands_before_it(words, at, one):
    assert despair.dose(masks.hear(words), Match(at)) is one


@pytest.mark.parametrize(
    "line",
    [
        "two bottles of wine a day", "twee flessen wijn per dag", "elke avond een fles wijn om te slapen",
        "bottle of vodka every night", "cant sleep without a joint", "need xanax to get through the day",
        "slaappillen elke nacht", "back on the bottle", "weer aan de drank", "i drink every night to sleep",
    ],
)  # fmt: skip
def test_bottles_and_pills_to_get_through_are_strain(line):
    assert screen(line, LIBRARY) == Alarm("severe_strain")


@pytest.mark.parametrize(
    "line",
    [
        "two bottles of wine for the reception", "een fles wijn voor de gastvrouw", "drinking too much coffee",
        "drink te veel koffie vandaag", "we drink a bottle of wine every friday", "ik drink elke avond een fles water",
        "glaasje wijn bij het eten gisteren", "ordered two bottles a day for the conference",
    ],
)  # fmt: skip
def test_a_bottle_for_somebody_or_of_something_else_is_not(line):
    assert screen(line, LIBRARY) == Calm()


@pytest.mark.parametrize(
    "line",
    [
        "i cant anymore today, got to run", "cant anymore, gotta dash to a meeting", "kan niet meer, zit zo in overleg",
        "kan vandaag niet meer, moet de kids halen", "kan niet meer vandaag, trein halen", "cant go on now, next call",
        "i cant anymore now, phone dying", "kan nu niet meer, accu bijna leeg", "drowning in email again lol",
    ],
)  # fmt: skip
def test_who_stops_for_a_reason_of_every_day_is_left_in_peace(line):
    assert screen(line, LIBRARY) == Calm()


@pytest.mark.parametrize(
    "line",
    [
        "kan niet meer, trein", "kan niet meer, de trein komt", "i cant anymore, i have to go",
        "ik kan niet meer, moet gaan",
        "kan niet meer, elke dag die trein halen", "cant anymore, every day running", "kan niet meer. doei",
    ],
)  # fmt: skip
def test_a_reason_that_may_be_a_farewell_or_lasts_is_still_asked_about(line):
    assert screen(line, LIBRARY) != Calm()
