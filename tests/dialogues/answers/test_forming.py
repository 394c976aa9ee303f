"""The when-then form of an intention: what gives it, and how it joins what was meant."""

import pytest

from dialogues.answers.forming import form, joined, moment_alone


@pytest.mark.parametrize(
    ("earlier", "said", "whole"),
    [
        ("elke dag wandelen", "na de lunch", "elke dag wandelen, na de lunch"),
        ("Elke dag wandelen.", "Na de lunch.", "Elke dag wandelen, na de lunch."),
        ("minder praten", "als ik de kamer binnenkom", "minder praten, als ik de kamer binnenkom"),
        ("listen first", "On mondays", "listen first, on mondays"),
        ("Listen first!", "Monday after the call", "Listen first, Monday after the call"),
        ("Walk every day.", "when I get home", "Walk every day, when I get home"),
        ("minder praten", "Als ik binnenkom, dan tel ik.", "minder praten: als ik binnenkom, dan tel ik."),
        ("talk less", "When I walk in, I count to ten", "talk less: when I walk in, I count to ten"),
        ("talk less", "Ten breaths at the door", "talk less: Ten breaths at the door"),
    ],
)  # fmt: skip
def test_no_words_of_an_intention_are_lost_by_its_form(earlier, said, whole):
    assert joined(earlier, said, elsewhere=False) == whole


@pytest.mark.parametrize(
    ("earlier", "said"),
    [
        ("tot tien tellen", "Als het stil wordt, dan wil ik tot tien tellen."),
        ("Count to ten.", "When it goes quiet, I count to ten."),
    ],
)
def test_a_sentence_that_holds_the_earlier_words_takes_their_place(earlier, said):
    assert joined(earlier, said, elsewhere=False) == said


def test_what_stands_in_an_answer_too_makes_way_for_a_whole_sentence_and_not_for_a_moment():
    earlier, whole = "Ik ga eerst vragen.", "Als het stilvalt, dan wacht ik."
    assert joined(earlier, whole, elsewhere=True) == whole
    assert joined(earlier, "na de lunch", elsewhere=True) == "Ik ga eerst vragen, na de lunch"


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("na de lunch ga ik wandelen", "nl", "whole"), ("on mondays I listen first", "en", "whole"),
        ("op maandag kan ik niet", "nl", None), ("na de lunch heb ik tijd", "nl", None),
        ("op weg naar huis", "nl", "when"), ("on my way home", "en", "when"),
        ("elke keer dat ik wil onderbreken", "nl", "when"), ("every time I get home", "en", "when"),
        ("in orde", "nl", None), ("on it", "en", None), ("voor mij niet", "nl", None), ("at the moment", "en", None),
        ("na een lange dag waarin alles door elkaar liep en niemand meer wist hoe het zat", "nl", None),
        ("wanneer komt de volgende", "nl", None), ("every now and then", "en", None),
        ("in elk geval bedankt", "nl", None), ("if you say so", "en", None), ("in the long run yes", "en", None),
    ],
)  # fmt: skip
def test_a_sentence_is_told_from_a_moment_and_from_what_only_begins_like_one(text, language, found):
    assert form(text, language) == found


def test_a_moment_alone_is_nothing_to_do():
    assert moment_alone("Na de lunch.")
    assert not moment_alone("als ik binnenkom, dan tel ik")
    assert not moment_alone("tien tellen bij de deur")
