"""Buttons that were used go; what changes in place, leaves the choice open or offers care keeps them."""

from dataclasses import replace
from datetime import time

import pytest
from pocket import BUTTON, Pocket

from dialogues.library import library
from dialogues.library.contract import CONTRACT
from dialogues.moves.used import ONCE, ONLY


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


def test_words_never_take_a_button_away():
    assert Pocket().commands("pause").says("2 weken").stripped == []
    typed = Pocket.asked("question", "RF-03").says("overslaan")
    assert typed.stripped == []


def test_a_press_that_changes_nothing_still_takes_its_button_away():
    pocket = Pocket.asked("question", "RF-03").says("Kort.").presses("followup_buttons", "enough")
    assert (pocket.done, pocket.stripped) == ([], [BUTTON])


def test_each_group_of_which_buttons_go_is_one_that_is_shown():
    known = set(CONTRACT) | set(library().safety) | {"dilemma_stop"}
    assert not (ONCE | set(ONLY)) - known
