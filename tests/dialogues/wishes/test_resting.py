"""A pause that is asked for with its length, or plainly of the bot, begins or is asked about at once."""

from dataclasses import replace

import pytest
from pocket import Pocket

from dialogues.wishes import resting
from dialogues.wishes.resting import Rest

LONG = [
    ("nl", "drie weken geen vragen aub", "22 december"),
    ("nl", "laat me een maandje met rust", "1 januari"),
    ("nl", "doe maar een pauze van 2 wk", "15 december"),
    ("nl", "te druk, geef me een week of twee pauze", "15 december"),
    ("nl", "mag ik de komende twee weken overslaan", "15 december"),
    ("nl", "ff pauze tot 10 december graag", "10 december"),
    ("nl", "sla volgende week maar over", "14 december"),
    ("nl", "hou je een paar weken rustig?", "15 december"),
    ("nl", "ik wil even een week of twee niks horen", "15 december"),
    ("nl", "niet storen tot 14 december", "14 december"),
    ("nl", "laat me deze week met rust", "7 december"),
    ("nl", "doe mij maar een pauze tm zondag", "7 december"),
    ("nl", "stuur de komende week of twee niks", "15 december"),
    ("en", "don't ask me anything for 3 wks", "22 December"),
    ("en", "shut up for a week please", "8 December"),
    ("en", "i'd like a fortnight without questions", "15 December"),
    ("en", "could you pause these for a fortnight", "15 December"),
    ("en", "let's take a week off from this", "8 December"),
    ("en", "give me a break for two weeks", "15 December"),
    ("en", "take a break from this for 2 wks", "15 December"),
    ("en", "leave me alone for a couple of weeks", "15 December"),
    ("en", "mind if I skip the next two weeks", "15 December"),
    ("en", "put it on hold for a month", "1 January"),
    ("en", "skip the next fortnight", "15 December"),
    ("en", "too busy, no questions for a week pls", "8 December"),
]  # fmt: skip
HOW_LONG = [
    ("nl", "te druk nu, pauzeer maar", "een week"), ("nl", "ff pauze graag", "een week"),
    ("nl", "pauzeer de vragen", "1 wk"),
    ("nl", "druk druk druk, pauzeer dit ff", "1 week"),
    ("en", "too busy, pause it", "1 week"), ("en", "pause pls", "a week"),
    ("en", "hit pause for me", "make it a week"),
]  # fmt: skip
POLITE = ("ff pauze graag", "pause pls")
ANSWERS = [
    ("nl", "Ik nam twee weken vakantie"), ("nl", "te druk om pauze te nemen"),
    ("nl", "Ik liet hem twee weken met rust."),
    ("nl", "rust, twee weken lang"), ("en", "I will skip the next two meetings"),
    ("en", "We want to take two weeks off, as a board"),
    ("en", "I will skip next week"),
    ("en", "I can't wait two weeks"),
    ("nl", "Ik vraag twee weken niks aan het team"),
    ("nl", "ik ga twee weken niks vragen"),
    ("en", "alone for two weeks"), ("en", "I should pause before I answer in meetings."),
    ("en", "We took a break for a week"),
]  # fmt: skip


def spoken(pocket: Pocket, language: str) -> Pocket:
    pocket.leader = replace(pocket.leader, language=language)
    return pocket


@pytest.mark.parametrize("open_", [True, False])
@pytest.mark.parametrize(("language", "words", "date"), LONG)
def test_a_length_that_was_told_is_the_pause_at_once(language, words, date, open_):
    pocket = spoken(Pocket.asked("question", "RF-05") if open_ else Pocket(), language).says(words)
    assert (pocket.screens, pocket.leader.state, pocket.words) == (["paused"], "paused", [])
    assert date in pocket.said[0].args["date"]
    assert pocket.commands("resume").leader.state == "active"


@pytest.mark.parametrize("open_", [True, False])
@pytest.mark.parametrize(("language", "words", "length"), HOW_LONG)
def test_without_one_it_is_asked_how_long_and_the_reply_is_used(language, words, length, open_):
    pocket = spoken(Pocket.asked("question", "RF-05") if open_ else Pocket(), language).says(words)
    asked = ["meant"] if open_ and words in POLITE else ["pause"]
    assert (pocket.screens, [answer.state for answer in pocket.answers.values() if answer.state == "kept"]) == (
        asked,
        [],
    )
    assert pocket.says(length).screens == ["paused"]
    assert (f"{pocket.leader.until:%d %m}", pocket.words) == ("08 12", [])


@pytest.mark.parametrize(("language", "words"), ANSWERS)
def test_who_tells_of_rest_answers(language, words):
    pocket = spoken(Pocket.asked("question", "RF-05"), language).says(words)
    assert pocket.leader.state == "active"
    assert words in [text for _, text in pocket.words]


def test_a_bare_length_of_rest_pauses_only_where_nothing_waits_for_an_answer():
    assert Pocket().says("twee weken pauze").screens == ["paused"]
    assert Pocket.asked("question", "RF-05").says("twee weken pauze").screens == ["meant"]


@pytest.mark.parametrize(
    ("words", "rest"),
    [("", None), ("pauze", None), ("graag", None), ("pauzeer maar, en dan nog iets anders", None),
     ("two weeks of rest", Rest("two weeks", plain=False)), ("pause until friday please", Rest("until friday")),
     ("ik neem een week pauze van jullie", Rest("een week", plain=False)), ("two weeks", None),
     ("not in two weeks", None),
     ("pauzeer " + "maar " * 16, None)],
)  # fmt: skip
def test_only_a_few_words_that_say_no_more_are_such_a_wish(words, rest):
    assert resting.wished(words) == rest


@pytest.mark.parametrize("undone", ["tap", "toch niet", "Toch geen pauze", "undo"])
@pytest.mark.parametrize("open_", [True, False])
def test_a_pause_that_was_not_meant_is_taken_back(undone, open_):
    pocket = (Pocket.asked("question", "RF-05") if open_ else Pocket()).says("drie weken geen vragen aub")
    pocket.presses("paused", "undo", 0) if undone == "tap" else pocket.says(undone)
    assert (pocket.screens, pocket.leader.state, pocket.leader.until) == (["paused_ahead_off"], "active", None)
    assert pocket.words == []
    assert pocket.presses("paused", "undo", 0).screens == ["not_paused"]


def test_the_open_question_still_takes_an_answer_after_that():
    pocket = Pocket.asked("question", "RF-05").says("mind if I skip the next two weeks").says("toch niet")
    assert pocket.says("Dat ik te snel ging in het overleg, en ik vroeg niets.").words != []
