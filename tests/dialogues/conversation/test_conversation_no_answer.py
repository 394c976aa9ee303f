"""Under an open question: a moment, an excuse, a greeting or a puzzled word is no answer, and is never filed as one."""

from datetime import date, time

import pytest
from pocket import Pocket

from dialogues.effects import Ask, Drop
from dialogues.wishes import later

MOMENTS = [
    "morgenochtend", "donderdag om 9:00", "na de lunch", "over 2 dagen", "vanavond na 8", "zaterdag misschien",
    "na het eten", "morgen na het werk", "maandag dan maar", "later at 3", "tonight at 8", "tomorrow morning",
    "thursday at 9:00", "after lunch", "in 2 days", "tomorrow then", "at the weekend", "after dinner", "friday 10am",
]  # fmt: skip
NO_MOMENTS = [
    "'s ochtends", "elke dag", "gisteren", "mijn moeder", "in the mornings", "every monday", "dinner with Mo", "avond",
    "last week", "vorige week", "de lunch", "het weekend", "angst", "niet veel", "mondays",
    "maakt niet uit",
]  # fmt: skip
EXCUSES = [
    "sorry druk gehad", "sorry been busy", "had no time", "helemaal vergeten", "sorry forgot", "geen tijd gehad",
    "sorry, kwam er niet aan toe", "didn't get round to it, sorry", "oeps vergeten sorry", "slipped my mind",
]  # fmt: skip
NO_EXCUSES = [
    "was druk", "het was een drukke week", "I was busy and snapped at Mo", "sorry gezegd tegen Fatma",
    "ik vergat mijn team te bedanken", "had no time for people", "sorry was ziek",
]  # fmt: skip
GREETINGS = ["hallo?", "hoi", "hello", "hi there", "goedemorgen", "ben je er?", "are you there?"]
PUZZLED = ["wat?", "what?", "hoezo", "how come", "sorry what?"]


def asked() -> Pocket:
    return Pocket.asked("question", "RF-03")


@pytest.mark.parametrize("words", MOMENTS)
def test_a_bare_moment_is_asked_about_and_the_question_comes_back_then(words):
    pocket = asked().says(words)
    assert pocket.screens == ["meant"]
    assert [answer.state for answer in pocket.answers.values()] == ["held"]
    assert pocket.says("later").screens in (["snoozed"], ["snoozed_on"], ["snoozed_free"])
    assert pocket.prompt.state == "open"


@pytest.mark.parametrize("words", NO_MOMENTS)
def test_what_may_well_be_an_answer_is_not_doubted_as_a_moment(words):
    assert not later.names_one(words)
    assert [answer.state for answer in asked().says(words).answers.values()] == ["kept"]


def test_a_moment_of_which_nobody_told_what_it_was_is_never_the_answer():
    pocket = asked().says("donderdag om 9:00").is_not_told()
    assert pocket.decided(Drop)
    assert pocket.prompt.state == "open"


def test_a_meal_is_over_an_hour_later_and_a_weekend_begins_on_saturday():
    tuesday = date(2026, 12, 1)
    assert later.named("na de lunch", tuesday, "nl") == later.On(None, time(13))
    assert later.named("at the weekend", tuesday, "en") == later.On(date(2026, 12, 5))
    assert later.named("vanavond na 8", tuesday, "nl") == later.On(tuesday, time(20))


@pytest.mark.parametrize("words", EXCUSES)
@pytest.mark.parametrize("days", [0, 6])
def test_an_excuse_is_met_without_blame_and_the_question_stays(words, days):
    pocket = asked().waits(days=days).says(words)
    assert pocket.screens == ["no_matter"]
    assert not pocket.words
    assert pocket.prompt.state in ("open", "closed")


@pytest.mark.parametrize("words", EXCUSES[:3])
def test_an_excuse_long_after_or_when_nothing_waits_is_told_when_the_next_one_comes(words):
    for pocket in (asked().waits(days=26), Pocket()):
        assert pocket.says(words).screens == ["next_none"]
        assert not pocket.words


@pytest.mark.parametrize("words", NO_EXCUSES)
def test_what_tells_something_is_no_excuse(words):
    assert asked().says(words).screens != ["no_matter"]


@pytest.mark.parametrize("words", GREETINGS)
def test_a_greeting_brings_what_is_asked_once_more(words):
    pocket = asked().says(words)
    assert pocket.screens == ["prompt"]
    assert not pocket.words


@pytest.mark.parametrize("words", PUZZLED)
def test_a_puzzled_word_gets_something_to_hold_on_to(words):
    pocket = asked().says(words)
    assert (pocket.screens, pocket.words) == (["prompt"], [])
    assert pocket.said[0].args["intro"] == "question_unclear"


@pytest.mark.parametrize("words", ["pass", "nvm", "I'll pass", "nm"])
def test_passing_is_skipping(words):
    assert asked().says(words).prompt.state == "skipped"


@pytest.mark.parametrize("words", ["volgende", "next one please", "volgende vraag graag"])
def test_who_asks_for_the_next_one_gets_another_question(words):
    pocket = asked().says(words)
    assert not pocket.words
    assert [effect.item for effect in pocket.decided(Ask)] not in ([], ["RF-03"])
