from dataclasses import replace
from datetime import date, timedelta

import pytest

from dialogues.answers import followups
from dialogues.answers.followups import Ask, by_key, choose, says_enough
from dialogues.library import library

LIBRARY = library()
TODAY = date(2026, 3, 31)
QUESTION = LIBRARY.questions["SM-02"]  # its own follow-ups: own_role, then learning
SCALE = next(each for each in LIBRARY.questions.values() if each.kind == "scale")
NOTHING_OWN = "De vergadering over de verdeling van het budget duurde lang en was rommelig."
OWN = "Ik heb de vergadering stilgelegd en de verdeling van het budget zelf voorgesteld."
WHOLE = (
    "Ik was boos en heb de vergadering gisteren stilgelegd, waarop twee partners wegliepen. "
    "Dat doe ik telkens als het spannend wordt. Ik besef nu dat ik te snel ben. Morgen bel ik ze op."
)
ASK = Ask(QUESTION, 1, NOTHING_OWN, "nl", (), (), TODAY, LIBRARY)


def ago(days):
    return TODAY - timedelta(days=days)


def test_the_questions_own_follow_up_goes_first():
    chosen = choose(ASK)
    assert (chosen.element, chosen.key, chosen.text) == ("own_role", "SM-02/0", QUESTION.followups[0].text)


def test_what_is_there_is_not_asked_for():
    assert choose(replace(ASK, text=OWN)).key == "effect/0"


def test_without_a_question_the_depth_gives_the_order():
    assert choose(replace(ASK, question=None)).key == "own_role/0"
    assert choose(replace(ASK, question=None, depth=3)).key == "effect/0"


def test_an_open_answer_is_never_asked_for_what_cannot_be_missed_for_sure():
    trusted = replace(
        ASK, text=WHOLE.replace("Ik was boos", "Ik zei het").replace("Ik besef nu dat ik te snel ben.", "")
    )
    assert choose(trusted) is None


def test_a_tap_may_be_asked_for_anything_and_needs_no_words():
    chosen = choose(replace(ASK, question=SCALE, text=""))
    assert chosen.key == f"{SCALE.id}/0"


def test_a_tap_for_deeper_may_ask_for_anything():
    text = OWN + " Twee partners liepen weg. Morgen bel ik ze op."
    assert choose(replace(ASK, text=text)) is None
    assert choose(replace(ASK, text=text, deeper=True)).key == "SM-02/1"


def test_nothing_is_asked_when_everything_is_there():
    assert choose(replace(ASK, text=WHOLE, deeper=True, depth=2)) is None


def test_a_short_answer_at_depth_1_is_thanked_only():
    assert choose(replace(ASK, text="Het budget was rommelig.")) is None
    assert choose(replace(ASK, text="Het budget was rommelig.", depth=2)) is not None
    assert choose(replace(ASK, text="Het budget was rommelig.", deeper=True)) is not None


@pytest.mark.parametrize(("days", "element"), [(0, "effect"), (1, "effect"), (2, "own_role")])
def test_the_same_element_is_not_asked_two_days_running(days, element):
    assert choose(replace(ASK, elements=((ago(days), "own_role"),))).element == element


@pytest.mark.parametrize(("days", "key"), [(55, "own_role/0"), (56, "SM-02/0")])
def test_a_wording_returns_after_eight_weeks_at_the_earliest(days, key):
    assert choose(replace(ASK, wordings=((ago(days), "SM-02/0"),))).key == key


def test_when_all_wordings_are_used_up_the_next_element_is_asked():
    keys = ("SM-02/0", *(f"own_role/{number}" for number in range(4)))
    assert choose(replace(ASK, wordings=tuple((ago(9), key) for key in keys))).key == "effect/0"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Genoeg zo voor vandaag.", "nl"),
        ("Stop", "nl"),
        ("Het overleg liep uit. Ik heb nu geen tijd.", "nl"),
        ("Laat maar.", "nl"),
        ("That is enough for today.", "en"),
        ("No time, sorry!", "en"),
        ("The call was tense. Leave it at that.", "en"),
    ],
)
def test_enough_is_enough(text, language):
    assert says_enough(text, language)
    assert choose(replace(ASK, text=f"{NOTHING_OWN} {text}", language=language)) is None


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Ik heb genoeg van het gedoe over logo's.", "nl"),
        ("Er was geen tijd om de partners te horen.", "nl"),
        ("Ik vroeg hem te stoppen met de mail.", "nl"),
        ("We had no time to prepare the audit.", "en"),
        ("Enough people came to the evening.", "en"),
    ],
)
def test_enough_about_something_is_no_end(text, language):
    assert not says_enough(text, language)


def test_a_key_finds_its_wording_again():
    assert by_key("SM-02/1", LIBRARY) == QUESTION.followups[1].text
    assert by_key("effect/2", LIBRARY) == LIBRARY.elements["effect"].variants[2]


@pytest.mark.parametrize("key", ["XX-99/0", "SM-02/7", "effect/9"])
def test_a_key_that_the_library_lost_is_an_error(key):
    with pytest.raises((KeyError, IndexError)):
        by_key(key, LIBRARY)


def test_an_ask_does_not_show_the_answer_in_a_log():
    assert NOTHING_OWN not in repr(ASK)
    assert followups.SHORT == 8


SCENE = "Liep door de gang. Zag dat M huilde."
OFTEN = "I told my deputy she was wrong in front of everyone, as I always do. It felt awful afterwards."
AWFUL = "I told my deputy she was wrong in front of everyone. It felt awful afterwards."


def test_a_bare_scene_about_somebody_else_brings_no_plan():
    assert choose(replace(ASK, text=SCENE, depth=2)) is None
    assert choose(replace(ASK, text=SCENE + " Ik voelde me machteloos.", depth=2)).element == "intention"
    assert choose(replace(ASK, text="Ik vroeg gisteren door. De partners ontspanden.", depth=2)).element == "intention"


def test_who_looks_ahead_is_not_asked_about_this_moment():
    text = "I want to stop being the one who fixes it."
    assert choose(replace(ASK, text=text, language="en", depth=2)) is None


def test_a_plan_is_never_asked_for_twice_running():
    planned = replace(ASK, text=SCENE + " Ik voelde me machteloos.", depth=2, elements=((ago(5), "intention"),))
    assert choose(planned) is None
    assert choose(replace(planned, elements=(*planned.elements, (ago(3), "effect")))).element == "intention"
    assert choose(replace(planned, deeper=True)).element != "intention"


def test_one_moment_is_not_asked_who_benefits_from_it_staying_this_way():
    habit = replace(ASK, question=LIBRARY.questions["QP-01"], text=AWFUL, language="en")
    assert choose(habit).key == "effect/0"
    assert choose(replace(habit, text=OFTEN)).key == "QP-01/1"
    assert choose(replace(habit, deeper=True)).key == "QP-01/1"
