"""Which sentences have a thought in them that may be given back, and which have none."""

from datetime import date

import pytest

from dialogues.answers.quotes import Quotable, choose
from dialogues.answers.thoughtless import thoughtless

WITHOUT = [
    ("nl", "hoe zet ik dit uit?"),
    ("en", "how do i turn this off?"),
    ("en", "next"),
    ("nl", "noodnummer"),
    ("nl", "morgenochtend"),
    ("en", "sorry I was on holiday last week"),
    ("nl", "ik tikte per ongeluk op 2, ik bedoelde 4"),
    ("nl", "haha nee grapje, 4"),
    ("nl", "moe maar voldaan na een lange week"),
    ("nl", "wie kan dit eigenlijk allemaal lezen?"),
    ("en", "who gets to see what i write here?"),
    ("nl", "kan ik de vragen ook op vrijdag krijgen?"),
    ("en", "can you send the questions on friday instead?"),
    ("nl", "sorry ik lag vorige week ziek op bed"),
    ("nl", "ik was twee weken op vakantie in Italië"),
    ("en", "i was off sick for most of the week"),
    ("en", "oops wrong button, i meant a 3"),
    ("en", "my thumb slipped, it should have been 5"),
    ("nl", "foutje, dat moest een 4 zijn"),
    ("nl", "ik zou zeggen een 3 deze week"),
    ("en", "id give it a 4 this week i guess"),
    ("en", "tired but happy after a long week"),
    ("nl", "beetje gestrest maar verder wel oké vandaag"),
    ("en", "feeling pretty good today, bit tired though"),
    ("nl", "best tevreden eigenlijk, lekkere week gehad"),
    ("nl", "hoe lang bewaren jullie mijn antwoorden eigenlijk"),
    ("en", "how do i change the time of these messages"),
    ("nl", "ik wil graag even pauze van de vragen"),
    ("en", "please stop sending me these questions"),
    ("nl", "was vorige week vrij dus niks te melden"),
    ("en", "out of office all week, nothing to report"),
    ("nl", "waar vind ik mijn oude antwoorden terug?"),
    ("en", "sorry, was away with the kids for half term"),
    ("nl", "grapje hoor, ik bedoelde gewoon een 5"),
]
WITH = [
    ("nl", "ik was blij dat ik eindelijk mijn mond hield"),
    ("nl", "moe, ik trek weer alles naar me toe"),
    ("en", "i felt tired because i keep saying yes to everyone"),
    ("en", "sorry i snapped at him in the meeting, he went quiet"),
    ("nl", "was op vakantie en merkte dat ze het zonder mij prima redden"),
    ("en", "was on holiday and noticed they managed fine without me"),
    ("nl", "ik gaf mezelf een 2 omdat ik hem niet liet uitpraten"),
    ("en", "a 4 because i let her finish for once"),
    ("nl", "ik heb de wethouder gebeld en sorry gezegd"),
    ("en", "i rang the director and told her i was wrong"),
    ("nl", "waarom zeg ik altijd ja als ik nee bedoel?"),
    ("en", "why do i always jump in when it goes quiet?"),
    ("nl", "hoe vaak heb ik dit nu al laten lopen?"),
    ("nl", "ik werd boos en daarna zei niemand meer wat"),
    ("en", "i got angry and after that nobody said a word"),
    ("nl", "opgelucht dat ik het eindelijk heb uitgesproken"),
    ("en", "relieved that i finally said what bothered me"),
    ("nl", "ik zet mijn twijfel te snel uit"),
    ("en", "i turn off when people disagree with me"),
    ("nl", "ik stopte met praten en toen kwam zij pas los"),
    ("en", "i stopped talking and only then she opened up"),
    ("nl", "ik drukte te hard op het tempo en zij haakten af"),
    ("nl", "ziek thuis en toch de hele dag mails zitten sturen, dat doe ik dus altijd"),
    ("en", "sick at home and still answering mails, that is so me"),
    ("nl", "ik bedoelde het goed maar het kwam hard aan bij haar"),
    ("en", "i meant well but she took it hard"),
    ("nl", "volgende keer vraag ik eerst wat zij nodig heeft"),
    ("nl", "trots op hoe mijn team dit zonder mij oploste"),
    ("en", "i made a joke and the tension broke"),
    ("nl", "ik maakte een grapje om het niet te hoeven zeggen"),
    ("en", "i hate how small i feel next to the mayor"),
    ("nl", "ik voel me klein naast de burgemeester"),
    ("nl", "ik had haar eerder moeten bellen"),
    ("en", "i should have asked him what he needed"),
]


def quoted(text, language, **more):
    return [each.text for each in choose([Quotable(1, text, language, "open", date(2026, 1, 6), **more)])]


@pytest.mark.parametrize(("language", "text"), WITHOUT)
def test_words_without_a_thought_are_never_given_back_even_when_the_leader_recognises_them(language, text):
    assert quoted(text, language, wanted=True) == []


@pytest.mark.parametrize(("language", "text"), WITH)
def test_short_and_hurried_words_with_a_thought_may_be_given_back(language, text):
    assert quoted(text, language, wanted=True) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "hoe zet ik mijn ongeduld eens uit?",
        "how do i turn off my inner critic?",
        "wie kan ik hierbij vertrouwen?",
        "what am i asking of these people?",
        "why do i never ask for help?",
        "why do i ask so little of you?",
        "een 2, ik heb haar niet laten uitpraten",
        "i pressed her for an answer too soon",
        "ik drukte mijn zin door bij de bestuurders",
        "moe van het steeds moeten overtuigen",
        "i change my mind when people push",
    ],
)
def test_what_looks_like_a_question_to_the_bot_or_a_slip_but_is_about_the_leader_is_a_thought(text):
    assert not thoughtless(text, frozenset())


@pytest.mark.parametrize("marker", ["pattern", "effect"])
def test_a_pattern_or_an_effect_is_a_thought_in_whatever_words(marker):
    words = "weer moe na een lange week"
    assert thoughtless(words, frozenset())
    assert not thoughtless(words, frozenset({marker}))


def test_what_is_done_to_somebody_is_a_thought():
    assert not thoughtless("ask him a question about this", frozenset())


@pytest.mark.parametrize("text", ["...", "sorry, swamped right now", "why do you ask these questions?"])
def test_signs_words_that_put_off_and_why_the_bot_asks_hold_no_thought(text):
    assert thoughtless(text, frozenset())


def test_a_question_to_the_bot_beside_a_thought_is_left_out_and_makes_nothing_else_worth_quoting():
    thought = "Ik merkte dat ik haar weer niet liet uitpraten."
    assert quoted(f"{thought} Hoe zet ik deze vragen uit?", "nl") == [thought]
    assert quoted("Volgende week komt de aannemer langs. Hoe zet ik deze vragen uit?", "nl") == []


def test_a_clause_of_a_dictated_sentence_is_given_back_only_with_a_thought_in_it():
    told = (
        "het weer was die dag op de hei niet zo heel goed geloof ik maar de bus naar het dorp kwam gewoon op tijd aan "
    )
    dictated = told + "bij de halte op het plein bij de kerk, ik was best moe na een lange week"
    assert quoted(dictated, "nl") == []
