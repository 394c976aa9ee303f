"""What happens by itself: reminders, windows that close, a question a month, the look back."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from pocket import Pocket

from dialogues.answers.intentions import sentence
from dialogues.asking import agenda
from dialogues.effects import Ask, Plan, Recap
from dialogues.library import library
from dialogues.moves.answers import due
from dialogues.people import Enrolment
from dialogues.talk import OnPrompt, Resting


def asked() -> Pocket:
    return Pocket.asked("question", "RF-03")


def test_the_reminders_take_turns_and_give_the_question_the_floor():
    pocket, heard = asked(), []
    for _ in range(2):
        pocket.is_due("question", "RE-01").waits(days=1)
        pocket.talk = Resting()
        pocket.reaches("remind", pocket.prompt.id)
        heard += pocket.screens
        assert pocket.talk == OnPrompt(pocket.prompt.id)
    assert heard == ["reminder_1", "reminder_2"]


def test_no_reminder_says_yesterday_when_it_was_longer_ago():
    pocket = asked().waits(days=3)
    assert pocket.reaches("remind", pocket.prompt.id).screens == ["reminder_2"]


def test_who_wrote_before_choosing_is_not_told_that_one_sentence_counts():
    pocket = Pocket.asked("integrity_case", next(iter(library().cases))).says("Ik zou eerst bellen met de ander.")
    assert pocket.waits(days=1).reaches("remind", pocket.prompt.id).screens == ["reminder_begun"]
    assert pocket.presses("reminder_begun", "show").screens == ["prompt"]


def test_a_reminder_carries_the_question_when_nobody_knows_whether_it_arrived():
    pocket = Pocket.asked("question", "RF-03", unsure=True).waits(days=1)
    assert pocket.reaches("remind", pocket.prompt.id).screens == ["prompt"]


def test_in_the_quiet_hours_a_reminder_waits_until_the_morning():
    pocket = asked()
    pocket.now = datetime(2026, 12, 2, 20, 0, tzinfo=UTC)
    pocket.reaches("remind", pocket.prompt.id)
    assert pocket.decided(Plan) == [Plan("remind", datetime(2026, 12, 3, 6, 30, tzinfo=UTC), pocket.prompt.id)]
    assert pocket.said == []


def test_nothing_reminds_of_what_is_answered_gone_or_paused():
    pocket = asked().says("Rustig gebleven.")
    assert pocket.reaches("remind", pocket.prompt.id).done == []
    assert pocket.reaches("snooze", 4242).done == []
    pocket = asked().commands("pause", "een week")
    assert pocket.reaches("remind", pocket.prompt.id).done == []


def test_a_window_that_closes_counts_as_a_miss_but_not_for_a_pulse():
    pocket = asked()
    assert pocket.reaches("expire", pocket.prompt.id).leader.memory.silences == 1
    assert pocket.reaches("expire", pocket.prompt.id).done == []  # closed already
    assert pocket.reaches("expire", 4242).done == []
    pulse = Pocket.asked("pulse", "PU-01")
    assert pulse.reaches("expire", pulse.prompt.id).leader.memory.silences == 0
    assert pulse.prompt.state == "closed"


@pytest.mark.parametrize(("kind", "item"), [("paradox", "P04"), ("integrity_case", "IC-12")])
@pytest.mark.parametrize("words", ["Dat hangt er wel van af met wie.", "It depends on whom I am with."])
def test_a_window_that_closes_after_words_without_a_tap_is_no_miss(kind, item, words):
    pocket = Pocket.asked(kind, item)
    pocket.leader = replace(pocket.leader, memory=pocket.leader.memory.but(silences=2))
    pocket.says(words)
    assert (pocket.leader.memory.silences, pocket.prompt.state) == (0, "open")
    pocket.waits(days=5).reaches("expire", pocket.prompt.id)
    assert (pocket.leader.memory.silences, pocket.prompt.state) == (0, "closed")


def test_three_windows_with_words_alone_bring_no_lighter_rhythm_and_no_word_about_missing():
    pocket = Pocket.asked("paradox", "P01")
    for week, item in enumerate(("P02", "P03", "P05"), start=2):
        pocket.says("Dat hangt er wel van af met wie.").waits(days=7).is_due("paradox", item, f"w0{week}A")
        assert "silence" not in pocket.screens
    pocket.says("Daar ben ik nog niet uit.").waits(days=7).is_due("question", "RF-03", "w06A")
    [asked] = pocket.decided(Ask)
    assert "missed" not in asked.intro
    assert asked.item == "RF-03"


def test_a_question_that_is_due_closes_the_one_before_and_a_pulse_does_not():
    pocket = asked()
    first = pocket.prompt.id
    pocket.is_due("pulse", "PU-01")
    assert pocket.prompts[first].state == "open"
    pocket.is_due("paradox", "P04")
    assert pocket.prompts[first].state == "closed"


def test_after_a_long_silence_only_one_touch_a_week_is_left():
    quiet = replace(Pocket().leader, memory=Pocket().leader.memory.but(silences=4))
    assert [due.passes(slot, quiet) for slot in ("w01A", "w01B", "end")] == [False, True, False]
    assert not due.passes("w01B", Pocket().leader)


def test_one_question_a_month_goes_on_over_a_pause_and_waits_in_silence_for_who_stopped():
    pocket = Pocket().reaches("monthly")
    assert len(pocket.decided(Ask)) == 1
    assert pocket.plans["monthly", 0] > pocket.now
    pocket.commands("pause", "een maand").reaches("monthly")
    assert (pocket.decided(Ask), len(pocket.decided(Plan))) == ([], 1)
    pocket.presses("stop_confirm", "stop", 0).reaches("monthly")
    assert (pocket.decided(Ask), pocket.said, len(pocket.decided(Plan))) == ([], [], 1)


@pytest.mark.parametrize(
    ("now", "month", "following"),
    [
        (datetime(2026, 12, 1, 8, tzinfo=UTC), "2026-11", (2027, 1, 4)),
        (datetime(2027, 1, 4, 8, tzinfo=UTC), "2026-12", (2027, 2, 1)),
    ],
)
def test_the_look_back_is_on_last_month_and_the_next_one_is_planned(now, month, following):
    pocket = Pocket(now=now).reaches("recap")
    assert pocket.decided(Recap) == [Recap(month, automatic=True)]
    assert pocket.plans["recap", 0].timetuple()[:3] == following


@pytest.mark.parametrize(
    ("day", "until", "again"),
    [
        (1, "3 december", (2026, 12, 4)),  # the day after
        (1, "een maand", (2026, 12, 8)),  # they may be back sooner
        (1, "onbepaald", (2026, 12, 8)),
        (22, "26 december", (2027, 1, 4)),  # too near the next one
    ],
)
def test_who_is_away_on_the_first_of_the_month_gets_the_look_back_once_they_are_back(day, until, again):
    pocket = Pocket(now=datetime(2026, 12, day, 7, 30, tzinfo=UTC))
    pocket.leader = replace(pocket.leader, state="paused") if until == "onbepaald" else pocket.leader
    pocket = pocket if until == "onbepaald" else pocket.commands("pause", until)
    assert pocket.reaches("recap").decided(Recap) == []
    assert pocket.plans["recap", 0].timetuple()[:3] == again


def test_who_is_gone_on_the_first_of_the_month_has_the_next_look_back_planned():
    pocket = Pocket(now=datetime(2026, 12, 1, 7, 30, tzinfo=UTC))
    pocket.leader = replace(pocket.leader, state="gone")
    assert pocket.reaches("recap").decided(Recap) == []
    assert pocket.plans["recap", 0].timetuple()[:3] == (2027, 1, 4)


def test_a_hold_that_is_over_and_a_check_leave_the_talk_alone():
    assert asked().reaches("hold_over").done == []
    assert asked().reaches("check").done == []


def test_the_intention_is_the_last_sentence_that_holds_one():
    text = "Het overleg liep vast. Ik neem me voor om vrijdag eerst te vragen. Dat was het."
    assert sentence(text, "nl") == "Ik neem me voor om vrijdag eerst te vragen."
    assert sentence("  Het overleg liep vast.  ", "nl") == "Het overleg liep vast."


def test_the_kind_word_after_three_silences_waits_when_an_intention_was_asked_about_that_day():
    pocket = Pocket()
    pocket.leader = replace(pocket.leader, memory=pocket.leader.memory.but(silences=due.SILENCE))
    pocket.ask(Ask("intention_check", "intention", "check:1"))
    pocket.waits(hours=16).is_due("question", "RF-03")
    assert pocket.said == []
    assert pocket.waits(days=3).is_due("question", "RF-03", "w04A").screens == ["silence"]


@pytest.mark.parametrize(("days", "near"), [(0, True), (1, True), (2, False)])
def test_after_a_word_about_silence_a_day_passes_before_an_intention_is_asked_about(days, near):
    pocket = Pocket()
    pocket.leader = replace(pocket.leader, memory=pocket.leader.memory.but(silences=due.SILENCE))
    pocket.is_due("question", "RF-03").waits(days=days)
    assert due.near_silence(pocket.scene(None)) is near


@pytest.mark.parametrize(("days", "today", "yesterday"), [(0, True, False), (1, False, True), (2, False, False)])
def test_it_is_known_whether_a_word_about_silence_came_today_or_yesterday(days, today, yesterday):
    pocket = Pocket()
    pocket.leader = replace(pocket.leader, memory=pocket.leader.memory.but(silences=due.SILENCE))
    pocket.is_due("question", "RF-03").waits(days=days)
    scene = pocket.scene(None)
    assert (due.silence_today(scene), due.silence_yesterday(scene)) == (today, yesterday)


@pytest.mark.parametrize(("hours", "today"), [(4, True), (20, False)])
def test_the_end_of_a_programme_that_is_still_to_come_today_counts_as_such_a_word(hours, today):
    pocket = Pocket()
    place = len(agenda.entries(library().programmes["starter_4w"], pocket.leader.rhythm)) - 1
    at = pocket.now + timedelta(hours=hours)
    pocket.scene_facts["enrolment"] = Enrolment(1, 7, None, "starter_4w", "active", pocket.now.date(), 0, place, at)
    assert due.silence_today(pocket.scene(None)) is today


@pytest.mark.parametrize(
    ("silences", "position", "hours", "near"),
    [(2, -1, 20, True), (1, -1, 20, False), (2, -2, 20, False), (2, -1, 30, False), (2, -1, None, False)],
)
def test_before_the_end_of_a_programme_who_is_silent_is_not_asked_about_an_intention(silences, position, hours, near):
    pocket = Pocket()
    pocket.leader = replace(pocket.leader, memory=pocket.leader.memory.but(silences=silences))
    place = len(agenda.entries(library().programmes["starter_4w"], pocket.leader.rhythm)) + position
    at = None if hours is None else pocket.now + timedelta(hours=hours)
    pocket.scene_facts["enrolment"] = Enrolment(1, 7, None, "starter_4w", "active", pocket.now.date(), 0, place, at)
    assert due.near_silence(pocket.scene(None)) is near
