import pytest

from dialogues.care.likeness import KINDS, features, likeness, weights
from dialogues.care.safety import Alarm, Calm, Check, screen
from dialogues.language import linear
from dialogues.language.hearing import hear, shelved
from dialogues.library import library

LIBRARY = library()


def alike(text):
    return likeness(hear(text, shelved("safety", "harmless")))


def test_a_text_is_read_by_the_meanings_that_are_said_in_it_in_either_language():
    (*_, dutch), (*_, english) = (features(hear(text)) for text in ("Ik wil weg.", "I want to disappear."))
    assert "=despair wish" in dutch & english
    assert features(hear("Koekje"))[-1] == frozenset()


def test_there_is_a_weight_of_every_kind_for_what_was_learnt_and_one_that_always_counts():
    known = weights()
    assert len(known) > 10_000
    assert len(known[linear.BIAS]) == len(KINDS)
    assert {len(each) for each in known.values()} == {len(KINDS)}


@pytest.mark.parametrize("text", ["", "ik", "Vandaag sprak ik de wethouder.", "ik wil dood " * 400, "ζ" * 4096])
def test_what_is_said_of_any_text_are_shares_of_one(text):
    told = alike(text)
    assert set(told) == set(KINDS)
    assert all(0 <= share <= 1 for share in told.values())
    assert sum(told.values()) <= 1


def test_words_that_were_never_met_are_taken_for_harmless():
    assert max(alike("zwoerd kwik fjord glyph").values()) < 0.5


NEVER_LISTED = [
    "The meeting was fine, and on the way back I thought how easy it would be to just let go of the wheel.",
]


@pytest.mark.parametrize("text", NEVER_LISTED)
def test_what_no_rule_names_may_still_be_like_despair_and_is_asked_about(text):
    assert alike(text)["crisis_self"] > 0.5
    assert screen(text, LIBRARY) == Check("crisis_self")


def test_what_is_like_danger_gets_the_message_about_danger():
    text = "Hij heeft wel sorry gezegd. En de blauwe plekken zitten onder mijn mouwen, dus op de foto zie je niets."
    assert screen(text, LIBRARY) == Alarm("acute_danger")


def test_inside_a_case_likeness_is_not_asked():
    text = NEVER_LISTED[0]
    assert screen(text, LIBRARY, inside_case=True) == Calm()


def test_a_few_words_are_left_to_the_rules():
    assert screen("Let go of the wheel.", LIBRARY) == Calm()


def test_a_doubt_of_the_rules_stands_however_little_it_is_alike():
    text = "I want to fade out completely."
    assert alike(text)["crisis_self"] < 0.5
    assert screen(text, LIBRARY) == Check("crisis_self")


def test_exhaustion_gets_its_own_message_unless_more_is_hidden_in_it():
    worn = "Ik ben al weken doodop, ik slaap niet meer en het wordt me te veel."
    assert screen(worn, LIBRARY) == Alarm("severe_strain")
    more = "Ik ben al weken doodop, ik slaap niet en stiekem hoop ik dat mijn hart er vannacht mee ophoudt."
    assert screen(more, LIBRARY) == Check("crisis_self")


@pytest.mark.parametrize(
    "text",
    [
        "We hadden een avond over zelfdoding onder jongeren en ik vond het zwaar maar goed.",
        "A client told me she wanted to die and I sat with her until her sister came.",
        "I could have died of shame when the slide with the salaries came up.",
        "We besloten de alliantie te ontbinden en ik voelde vooral opluchting.",
        "Ik had het gevoel dat ik doodging van de spanning voor die presentatie, achteraf lachen we erom.",
    ],
)
def test_dark_words_about_something_else_are_left_in_peace(text):
    assert screen(text, LIBRARY) == Calm()
