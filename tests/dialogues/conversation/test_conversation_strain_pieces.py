"""Strain in pieces: a thing that kills is a way of speaking, a joke brings the question back, and a wish is a wish."""

from datetime import timedelta

import pytest
from pocket import Pocket

from dialogues.wishes import floor

PATIENT = {"patience": timedelta(seconds=6)}
STRAINED = "Ik ben overspannen en slaap al weken niet."


def asked(**facts: object) -> Pocket:
    return Pocket.asked("question", "RF-05", **facts)


@pytest.mark.parametrize(
    "pieces",
    [
        ("That meeting", "killed me", "honestly, two hours on a logo, I said nothing"),
        ("Dat overleg", "sloopte me", "twee uur over een logo, ik zei niets"),
    ],
)
def test_a_thing_that_kills_in_pieces_is_a_way_of_speaking_and_all_of_them_are_the_answer(pieces):
    pocket = asked(**PATIENT)
    for piece in pieces:
        assert pocket.says(piece).screens == []
    assert pocket.falls_silent().screens[0] in {"followup", "thanks_taps"}
    assert {answer.care for answer in pocket.answers.values()} == {"none"}


@pytest.mark.parametrize(
    ("heavy", "light"),
    [
        ("ik ging er compleet aan onderdoor", "grapje, viel mee, maar ik zei niks"),
        ("I was falling apart", "kidding, it was fine, but I said nothing"),
        ("I was falling apart", "just joking, I said nothing in the end"),
        ("ik stortte in", "nee hoor, viel wel mee, maar ik liet het lopen"),
        ("I was falling apart", "it was fine really, I only kept quiet"),
    ],
)
@pytest.mark.parametrize("facts", [PATIENT, {}])
def test_a_joke_brings_the_question_back_and_the_words_join_the_answer(heavy, light, facts):
    pocket = asked(**facts).says(heavy)
    assert pocket.screens == ["severe_strain"]
    pocket.says(light)
    if facts:
        pocket = pocket.says("en daarna was het stil").falls_silent()
    assert pocket.screens[0] in {"followup", "thanks_taps"}
    assert {(answer.part, answer.care) for answer in pocket.answers.values()} == {("answer", "none")}


@pytest.mark.parametrize("light", ["grapje, maar ik slaap al weken niet", "no joke, I mean it", "ok", "fine, thanks"])
def test_what_is_still_heavy_or_no_joke_stays_with_the_message(light):
    pocket = asked(**PATIENT).says(STRAINED).says(light)
    assert pocket.screens in (["care_noted"], ["strain_same"], [])
    assert next(iter(pocket.answers.values())).care == "strain"


def test_a_later_joke_is_a_reply_like_any_other():
    pocket = asked(**PATIENT).says(STRAINED).says("Met mijn vrouw.").says("grapje, viel mee")
    assert next(iter(pocket.answers.values())).care == "strain"


def test_a_joke_after_a_pulse_or_with_nothing_asked_before_is_about_nothing():
    pulse = Pocket.asked("pulse", "PU-05").prompts.values()
    assert floor.made_light("grapje", list(pulse)) is None
    assert floor.made_light("grapje", []) is None


def test_at_a_follow_up_the_joke_goes_on_with_that():
    pocket = asked(**PATIENT).says("Na het overleg liep ik meteen door.").falls_silent()
    pocket.says("ik ging er compleet aan onderdoor").says("grapje, viel mee, ik zei niks")
    assert [answer.part for answer in pocket.answers.values()] == ["answer", "followup", "followup"]


@pytest.mark.parametrize(
    ("wish", "screen"),
    [
        ("ik woon nu in Lima", "zone_set"), ("I now live in Lima", "zone_set"), ("verhuisd naar Lima", "zone_set"),
        ("I've moved to New York", "zone_set"), ("liever op maandag", "hour"), ("mondays only please", "hour"),
        ("alleen dinsdag en donderdag graag", "hour"), ("no holidays please", "choose_country"),
        ("geen feestdagen graag", "choose_country"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("facts", [None, {}])
def test_a_wish_after_the_message_is_done_as_ever(wish, screen, facts):
    pocket = (Pocket() if facts is None else asked()).says(STRAINED).says(wish)
    assert pocket.screens == [screen]


@pytest.mark.parametrize("words", ["ik zit in een put", "I live in fear", "maandag", "Op maandag, met mijn baas."])
def test_what_is_told_of_oneself_is_no_wish(words):
    assert asked().says(STRAINED).says(words).screens == ["care_noted"]
