"""The rhythm in words: other days, another hour or place are set at once, with a button that puts them back."""

from dataclasses import replace
from datetime import time

import pytest
from pocket import Pocket

from dialogues.asking import rhythm
from dialogues.talk import Asking, Resting, Settling
from dialogues.wishes import rescheduling

HOURS = {
    "voortaan om 9 uur graag": time(9), "from now on at 9 please": time(9), "from now on 9 am please": time(9),
    "kan het om 10 uur ipv half 9?": time(10), "can it be at 10 instead of 8:30?": time(10),
    "ik wil liever smiddags": time(14), "i prefer afternoons": time(14), "liever 's ochtends": time(8, 30),
    "mornings suit me better please": time(8, 30), "vragen liever na de lunch": time(12, 30),
    "kan het voortaan om 3 uur": time(15), "i'd rather have it at 4pm": time(16),
}  # fmt: skip
DAYS = {
    "liever op woensdag": (2,), "rather on wednesdays": (2,), "graag op dinsdag en vrijdag": (1, 4),
    "vanaf nu op maandag en woensdag aub": (0, 2),
}  # fmt: skip
ANSWERS = (
    "liever had ik gezwegen", "voortaan luister ik eerst", "from now on i will listen first",
    "op woensdag was er ruzie",
    "om 9 uur begon het overleg", "graag had ik meer tijd", "ik wil graag 3 mensen spreken", "liever wat later",
    "de tijd veranderen kan ik niet", "liever een andere partner", "voortaan " + "heel " * 14 + "graag om 9 uur",
)  # fmt: skip


@pytest.mark.parametrize(("words", "hour"), HOURS.items())
def test_another_hour_is_set_at_once_and_told_with_the_days(words, hour):
    chat = Pocket().says(words)
    assert chat.screens == ["rhythm_moved"]
    assert chat.leader.rhythm.times == (hour, hour)
    assert chat.leader.rhythm.days == (1, 3)


@pytest.mark.parametrize(("words", "days"), DAYS.items())
def test_other_days_are_set_at_once(words, days):
    chat = Pocket().says(words)
    assert chat.screens == ["rhythm_moved"]
    assert chat.leader.rhythm.days == days


def test_what_was_moved_comes_back_with_a_tap_or_in_words_hours_and_all():
    before = Pocket().leader.rhythm
    chat = Pocket().says("voortaan op maandag om 9 uur graag")
    assert chat.leader.rhythm.times == (time(9),)
    chat.presses("rhythm_moved", "undo", chat.said[0].about)
    assert (chat.leader.rhythm.days, chat.leader.rhythm.times) == (before.days, before.times)
    worded = Pocket().says("liever op woensdag").says("toch terugzetten")
    assert (worded.leader.rhythm.days, worded.leader.rhythm.times) == (before.days, before.times)


def test_a_quiet_hour_is_asked_again():
    chat = Pocket().says("voortaan om 23:00 graag")
    assert chat.screens == ["hour_quiet"]
    assert chat.talk == Settling("hour", first=False)


@pytest.mark.parametrize("words", ANSWERS)
def test_what_only_looks_like_it_stays_an_answer(words):
    assert rescheduling.wished(words) is None
    asked = Pocket.asked("question", "SM-01").says(words)
    assert asked.words == [("answer", words)] or asked.screens in (["meant"], ["meant_question"])


def test_under_a_question_it_is_set_when_asked_for_from_now_on_and_else_asked_about():
    chat = Pocket.asked("question", "SM-01").says("voortaan om 9 uur graag")
    assert chat.screens == ["rhythm_moved"]
    assert chat.prompt.state == "open"
    doubt = Pocket.asked("question", "SM-01").says("voortaan op woensdag")
    assert doubt.screens == ["meant_question"]
    assert doubt.presses("meant_question", "question").screens == ["rhythm_moved"]


def test_one_hour_after_another_is_the_newest():
    chat = Pocket().says("ik wil het tijdstip veranderen")
    assert chat.screens == ["hour"]
    assert chat.says("half 9").says("9:00").screens == ["rhythm_moved"]
    assert chat.leader.rhythm.times == (time(9), time(9))
    assert chat.says("woensdag").leader.rhythm.days == (2,)
    assert chat.says("7").screens != ["rhythm_moved"]
    assert chat.says("en vrijdag om 10 uur").leader.rhythm.days == (2, 4)


def test_days_beside_an_open_question_right_after_a_choice_are_its_answer():
    chat = Pocket.asked("question", "SM-01", confirming="rhythm_set").says("woensdag")
    assert "rhythm_moved" not in chat.screens


@pytest.mark.parametrize(
    "words", ["kan ik het tijdstip aanpassen?", "i want to change the time", "can i pick another time"]
)
def test_the_wish_for_another_hour_without_one_opens_the_choice(words):
    assert Pocket().says(words).screens == ["hour"]


@pytest.mark.parametrize(
    ("words", "zone"),
    [
        ("mijn tijdzone is Brussel", "Europe/Brussels"), ("zet me op New York", "America/New_York"),
        ("put me on New York time", "America/New_York"), ("zet mijn klok op Londen", "Europe/London"),
        ("my timezone is Lisbon", "Europe/Lisbon"), ("tijdzone Tokio", "Asia/Tokyo"),
    ],
)  # fmt: skip
def test_the_time_of_a_place_is_kept_from_now_on(words, zone):
    assert Pocket().says(words).leader.rhythm.zone == zone
    assert Pocket.asked("question", "SM-01").says(words).leader.rhythm.zone == zone


def test_a_newcomer_may_name_the_place_while_choosing():
    chat = Pocket(talk=Settling("rhythm", first=True)).says("mijn tijdzone is Brussel")
    assert chat.leader.rhythm.zone == "Europe/Brussels"
    assert isinstance(chat.talk, Settling)


@pytest.mark.parametrize(
    "words", ["ik zit deze week in New York", "i am in New York this week", "I'm in Tokyo for two weeks"]
)
def test_who_is_elsewhere_for_a_while_reads_how_that_goes_unless_something_is_asked(words):
    chat = Pocket().says(words)
    assert chat.screens == ["zone_for_now"]
    assert chat.leader.rhythm == Pocket().leader.rhythm
    assert "zone_for_now" not in Pocket.asked("question", "SM-01").says(words).screens


@pytest.mark.parametrize(
    "words", ["zet me op scherp", "ik zit deze week in de knel", "ik zit in Brussel bij de partner"]
)
def test_what_is_no_place_is_none(words):
    assert Pocket().says(words).screens == ["not_understood"]


def test_a_place_goes_first_nowhere_that_words_are_awaited_or_questions_rest_for_safety():
    assert Pocket(talk=Asking("thought")).says("mijn tijdzone is Brussel").screens == ["thought_kept"]
    held = Pocket()
    held.leader = replace(held.leader, state="held")
    assert held.says("mijn tijdzone is Brussel").leader.rhythm.zone == "Europe/Amsterdam"


def test_what_a_light_rhythm_made_way_for_is_remembered_when_its_day_moves():
    chat = Pocket()
    chat.leader = replace(chat.leader, rhythm=rhythm.with_kind(chat.leader.rhythm, "light"))
    moved = chat.says("liever op woensdag").leader.rhythm
    assert moved.kind == "light"
    assert moved.days == (2,)
    assert isinstance(chat.talk, Resting)
