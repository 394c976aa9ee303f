"""What a short message asks of the bot, in words that no pattern knows; an answer with the same words stays one."""

import pytest

from dialogues.wishes import sayings

WISHES = {
    "later": ["kom er vanavond even op terug", "about to board, try me after dinner please"],
    "other": ["heb je misschien een andere voor me", "this one doesn't do anything for me, another one?"],
    "skip": ["deze sla ik liever even over", "I'll pass on this one"],
    "unclear": ["hoe luidde die vraag ook alweer", "what was the question again please"],
    "reader": ["kan mijn directeur dit ook lezen", "does my employer get to see this"],
    "change": ["dat was eigenlijk geen antwoord", "please delete that last message"],
    "stop": ["stuur me alsjeblieft geen vragen meer", "please stop sending me these questions"],
    "pause": ["even een paar weken geen vragen graag", "put me on hold for two weeks please"],
    "fridays": ["die vrijdagvraag mag wel uit", "no more Friday questions please"],
}
ANSWERS = [
    "Morgen bel ik haar eerst.", "I will call her tomorrow.", "Ik heb een andere vraag gesteld dan anders.",
    "I asked a different question this time.", "Ik sloeg de lunch over om te luisteren.", "I passed the chair to her.",
    "Ik vroeg wat ze precies bedoelde.", "My boss was reading along and I froze.", "Ik heb het voorstel ingetrokken.",
    "I stopped rescuing the team.", "Ik nam even pauze en liep een rondje.", "Vrijdag heb ik het losgelaten.",
    "Nee zeggen tegen de wethouder.", "Ik zat in de vergadering en zei niets.",
]  # fmt: skip


@pytest.mark.parametrize(("kind", "text"), [(kind, text) for kind, known in WISHES.items() for text in known])
def test_a_wish_in_other_words_is_heard(kind, text):
    assert sayings.guess(text).kind == kind


@pytest.mark.parametrize("text", ANSWERS)
def test_an_answer_that_holds_such_words_is_never_done_as_a_wish(text):
    assert sayings.sure(text) is None


@pytest.mark.parametrize("text", ["straks", "iets anders", "graag later vandaag, " * 8, ""])
def test_a_word_or_two_and_a_long_message_are_left_to_others(text):
    assert sayings.guess(text) is None


def test_the_likeliest_kind_is_told_with_how_probable_it_is():
    shares = dict.fromkeys(sayings.SAYINGS, 0.01) | {"later": 0.7}
    found = sayings.of(shares)
    assert (found.kind, found.sure, found.likely) == ("later", False, True)


def test_what_is_likelier_to_be_none_of_them_is_an_answer():
    assert sayings.of(dict.fromkeys(sayings.SAYINGS, 0.03)) is None
