"""Buttons that were used go; what changes in place, leaves the choice open or offers care keeps them."""

from dataclasses import replace
from datetime import time, timedelta

import pytest
from pocket import BUTTON, Pocket

from dialogues.library import library
from dialogues.library.contract import CONTRACT
from dialogues.moves.anywhere.used import OF_PROMPT, ONCE, ONLY


@pytest.mark.parametrize(
    ("group", "value"),
    [
        ("pause", "2w"), ("pause_when", "open"), ("stop_confirm", "cancel"), ("skip_3", "busy"), ("silence", "same"),
        ("resumed", "light"), ("held_question", "resume"), ("delete_confirm", "cancel"), ("language_choose", "nl"),
        ("choose_quiet", "keep"), ("rhythm_now", "fine"), ("intention_form", "form"), ("third_party_data", "keep"),
        ("followup_buttons", "enough"), ("reminder_1", "show"), ("meant", "pause"),
    ],
)  # fmt: skip
def test_what_was_chosen_once_is_not_offered_again(group, value):
    assert Pocket.asked("integrity_case", "IC-12").presses(group, value).stripped == [BUTTON]


@pytest.mark.parametrize(
    ("group", "value"),
    [
        ("prompt_buttons", "later"), ("prompt_buttons", "skip"), ("rhythm_now", "days"), ("choose_days", "mo"),
        ("settings", "pulse"), ("intentions", "done"), ("answers", "months"), ("grief", "same"),
        ("intention_form", "fine"), ("intention_offer", "no"), ("value", "a"), ("snooze", "tomorrow"),
        ("delete_confirm", "delete"), ("third_party_data", "replace"), ("way_out", "listed"), ("nothing", "x"),
    ],
)  # fmt: skip
def test_what_changes_in_place_or_can_be_chosen_again_keeps_its_buttons(group, value):
    assert Pocket.asked("integrity_case", "IC-12").presses(group, value).stripped == []


def test_a_choice_that_is_still_open_keeps_its_buttons():
    snoozed = Pocket.asked("question", "RF-03")
    snoozed.leader = replace(snoozed.leader, rhythm=replace(snoozed.leader.rhythm, days=(0, 1, 2, 3, 4)))
    assert (snoozed.presses("snooze", "week").screens, snoozed.stripped) == (["snooze_none"], [])
    early = Pocket()
    early.leader = replace(early.leader, rhythm=replace(early.leader.rhythm, quiet=(time(20), time(9))))
    assert (early.presses("moment", "morning", 0).screens, early.stripped) == (["hour_quiet"], [])


def test_the_buttons_of_the_consent_go_with_the_yes_alone():
    pocket = Pocket.at_the_door(consent={}).presses("language", "nl", 0)
    assert pocket.presses("consent", "more", 0).stripped == []
    assert pocket.presses("consent", "agree", 0).stripped == [BUTTON]


TOLD = "Rustig gebleven."


def test_words_that_choose_take_the_buttons_away_like_a_tap():
    pocket = Pocket().commands("pause").says("2 weken")
    assert pocket.outdated == {("pause", 0), ("pause_when", 0), ("pause_past", 0)}
    assert ("choose_zone", 0) in Pocket().commands("rhythm").presses("rhythm_now", "zone", 0).says("Gent").outdated
    assert Pocket().commands("reflect").says("Een gedachte.").outdated == {("thought_ask", 0)}


def test_a_choice_that_was_not_understood_is_left_standing_and_said_once_more_it_takes_the_place_of_the_first():
    pocket = Pocket().commands("rhythm").presses("rhythm_now", "zone", 0)
    assert (pocket.says("Xyzzy").screens, pocket.outdated) == (["zone_unknown"], set())
    assert Pocket().commands("pause").commands("pause").outdated == {("pause", 0)}


def test_an_answer_takes_the_buttons_of_its_question_and_of_all_that_was_said_about_it():
    pocket = Pocket.asked("question", "RF-03")
    number = pocket.prompt.id
    assert pocket.says(TOLD).outdated == {(name, number) for name in OF_PROMPT}


@pytest.mark.parametrize("words", ["Ik zei zelf ook niets, en dat voelde niet goed.", "genoeg", "Genoeg voor nu"])
def test_whoever_answers_or_ends_a_step_in_words_leaves_no_button_under_it(words):
    pocket = Pocket.asked("question", "RF-03").says("Gisteren liep het overleg met de partners vast en ieder zweeg.")
    assert pocket.screens == ["followup"]
    assert ("followup", pocket.prompt.id) in pocket.says(words).outdated
    step = Pocket.asked("paradox", "P04").says("4")
    assert step.screens == ["dilemma_step"]
    assert ("dilemma_step", step.prompt.id) in step.says(words).outdated


def test_the_first_piece_of_an_answer_is_enough_for_that():
    pocket = Pocket.asked("paradox", "P04", patience=timedelta(seconds=6)).says("4")
    assert ("dilemma_step", pocket.prompt.id) in pocket.says("Omdat het fonds wacht.").outdated


def test_what_is_asked_once_more_stands_below_only():
    pocket = Pocket.asked("paradox", "P04").says("4").says("wat bedoel je?")
    assert (pocket.screens, pocket.outdated) == (["dilemma_step"], {("dilemma_step", pocket.prompt.id)})


def test_words_that_were_no_answer_leave_every_button_where_it_is():
    pocket = Pocket.asked("paradox", "P04")
    assert pocket.says("Dat hangt ervan af.").outdated == set()
    assert pocket.says("3,5").outdated == set()
    assert pocket.says("Ik heb even pauze nodig").outdated == {("meant", pocket.prompt.id)}


def test_what_was_meant_is_not_asked_any_more_once_it_is_told_in_other_words():
    pocket = Pocket.asked("question", "RF-03").says("Ik ben tot maandag met vakantie.")
    assert pocket.screens == ["meant"]
    assert ("meant", pocket.prompt.id) in pocket.says("Ik wil een pauze tot maandag").outdated


def test_what_may_be_chosen_again_keeps_its_buttons():
    case = Pocket.asked("integrity_case", "IC-12").presses("real_case", "real")
    assert ("prompt", case.prompt.id) not in case.outdated
    assert ("reminder_1", case.prompt.id) in case.outdated
    assert ("prompt", case.prompt.id) in case.presses("value", "b").outdated
    end = Pocket.asked("programme_end", "starter_4w").presses("programme_end", "light")
    assert (end.screens, ("prompt", end.prompt.id) in end.outdated) == (["programme_light"], False)


def test_a_press_takes_the_reminder_of_its_question_along_and_erasing_everything_takes_nothing():
    pocket = Pocket.asked("question", "RF-03").reaches("remind", 2).presses("prompt_buttons", "skip")
    assert ("reminder_1", pocket.prompt.id) in pocket.outdated
    assert Pocket().commands("delete").presses("delete_confirm", "delete", 0).outdated == set()


def test_a_press_that_changes_nothing_still_takes_its_button_away():
    pocket = Pocket.asked("question", "RF-03").says("Kort.").presses("followup_buttons", "enough")
    assert (pocket.done, pocket.stripped) == ([], [BUTTON])


def test_each_group_of_which_buttons_go_is_one_that_is_shown():
    known = set(CONTRACT) | set(library().safety) | {"dilemma_stop"}
    assert not (ONCE | set(ONLY)) - known
