"""Hurried words come out as they are meant, and a cry in them is heard as a neat one is."""

import pytest

from dialogues.care import hurried
from dialogues.care.safety import Calm, Check, screen
from dialogues.library import library

LIBRARY = library()


@pytest.mark.parametrize(
    ("hurried_words", "meant"),
    [
        ("kzie t nie zitten", "ik zie het niet zitten"), ("wil er n eind aan", "ik wil er een eind aan"),
        ("youll see", "you will see"), ("ill jump", "i will jump"), ("will jump", "i will jump"),
        ("gonna go", "i am gonna go"), ("so tired of it", "so i am tired of it"), ("moe, wil niet", "moe, ik wil niet"),
        ("dont want it", "i dont want it"), ("tgaat niet", "het gaat niet"), ("K weet t niet", "K weet het niet"),
    ],
)  # fmt: skip
def test_what_is_cut_short_glued_or_left_out_is_written_out(hurried_words, meant):
    assert hurried.written_out(hurried_words) == meant


@pytest.mark.parametrize(
    "words",
    [
        "t/m 5 mei, o.a. 20 k euro", "Jansen T. en M. spraken", "Ill today", "its", "Kan dat?", "Wil je dat",
        "als het kan, wil de partner stoppen", "Het is kleef", "want de tijd is op", "Will the board vote?", "...",
        "Kan het morgen?", "dont ask me",
    ],
)  # fmt: skip
def test_what_stands_whole_stays_as_it_is(words):
    assert hurried.written_out(words) == words


@pytest.mark.parametrize(
    "line",
    [
        "im depressed", "ik ben depressief", "i cant anymore", "I can't anymore", "Ik kan het niet meer aan.",
        "neem alles in wat ik heb liggen", "ik heb de kinderen gedag gekust en ga nu", "i dont see any way out",
        "said goodbye to my kids, im going now", "I kissed the kids goodbye and I'm leaving now for good",
        "jullie zijn straks van me af", "youll be rid of me soon", "I can't see any way out of this.",
        "I don't see a way out any more.", "Tonight it is over for me.", "ik ga voor de trein", "ik ga van het dak",
        "Heeft leven nog zin?", "Ik sta op het spoor.", "wou dat het allemaal over was", "kzie t niet meer zitten",
        "will jump", "ga springen", "farewell everyone",
    ],
)  # fmt: skip
def test_what_may_be_a_cry_is_asked_about(line):
    assert screen(line, LIBRARY) == Check("crisis_self")


@pytest.mark.parametrize(
    "line",
    [
        "zonder mij gaat alles beter thuis", "vanavond is het klaar voor mij", "zit op t spoor te wachten",
        "goodbye forever", "zeg mama dat t me spijt", "gooi mezelf van t dak",
        "vaarwel allemaal en sorry", "sta op t dak", "on the ledge", "had enough of breathing",
        "i wrote the letters, tonight is the night", "theyd be better off w/o me", "no way out for me",
    ],
)  # fmt: skip
def test_a_cry_is_never_passed_over(line):
    assert getattr(screen(line, LIBRARY), "category", "") == "crisis_self"


@pytest.mark.parametrize(
    "line",
    [
        "ben er ff tussenuit", "ga nu slapen", "sta in de file", "heb alles gezegd", "moet gaan", "gonna sleep",
        "am off now", "dont care about the logo", "had enough of meetings", "said nothing", "left early", "feel fine",
        "k neem de trein, auto is stuk", "stond op t dak van t nieuwe pand met de aannemer", "zit op het goede spoor",
        "ik sta op het spoor van een mooie oplossing", "will jump in when Sara is ill", "stuck on the bridge, traffic",
        "heb de kinderen gedag gekust en zit nu in de trein naar Utrecht", "im going now, train to catch",
        "niks meer van me vandaag, ik ga eten", "tell my wife I got the job",
        "ik plan niks meer na vieren", "took a break", "is er nog een vraag over voor mij", "ready when you are",
        "zit nu in de trein met slecht bereik, vanmiddag graag", "ben helemaal kapot na t voetbal",
        "neem alles mee wat ik heb liggen",
    ],
)  # fmt: skip
def test_a_hurried_word_of_every_day_is_left_in_peace(line):
    assert screen(line, LIBRARY) == Calm()


@pytest.mark.parametrize(
    ("line", "category"),
    [
        ("wil er n eind aan maken", "crisis_self"), ("na vanavond horen jullie niks meer van me", "crisis_self"),
        ("iemand bedreigt me", "acute_danger"), ("Er wordt gedreigd mij iets aan te doen", "acute_danger"),
        ("ik drink elke avond een fles", "severe_strain"),
    ],
)  # fmt: skip
def test_what_is_plain_is_met_at_once(line, category):
    assert getattr(screen(line, LIBRARY), "category", "") == category


@pytest.mark.parametrize(
    "line",
    [
        "geen fut vandaag, morgen weer", "no energy left for questions today", "no energy today, tomorrow",
        "this is my last message today", "ik zie het ff niet zitten vandaag", "ik ga voor de snelle optie",
        "I can't anymore with these spreadsheets", "I see no way out of this contract", "ik sta op het perron",
        "ik drink elke avond een fles water", "er wordt gedreigd met ontslagen", "iemand bedreigt me met een claim",
        "Tonight it is over for me with work, tomorrow on", "wou dat deze week over was", "ik ga van het dak genieten",
        "said goodbye to my kids and went to work", "jullie zijn straks van me af als voorzitter", "will jump in",
        "heeft deze vraag nog zin?", "will jump on a call", "bang voor de dag dat ik niks meer te doen heb",
    ],
)  # fmt: skip
def test_its_everyday_neighbours_are_left_in_peace(line):
    assert screen(line, LIBRARY) == Calm()
