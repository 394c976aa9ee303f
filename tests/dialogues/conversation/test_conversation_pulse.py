"""A pulse, the taps after an answer, the check of an intention, and the end of a programme."""

import pytest
from pocket import BUTTON, TUESDAY, Pocket

from dialogues.effects import Enrol, KeepTap, Leave, Plan, React, Settle
from dialogues.people import Enrolment
from dialogues.talk import OnPrompt, Resting


def test_a_pulse_is_one_tap_shown_in_place():
    pocket = Pocket.asked("pulse", "PU-01").presses("value", "4")
    assert [(say.screen, say.edits) for say in pocket.said] == [("prompt", BUTTON)]
    assert pocket.presses("value", "4").done == []


def test_a_pulse_can_be_typed_and_words_after_it_are_added():
    pocket = Pocket.asked("pulse", "PU-01").says("4")
    assert pocket.taps == {(pocket.prompt.id, "PU-01"): "4"}
    assert pocket.says("Het was een volle week.").decided(React)


def test_words_instead_of_a_tap_are_kept_with_the_pulse():
    assert Pocket.asked("pulse", "PU-01").says("Het was een volle week.").words == [
        ("answer", "Het was een volle week.")
    ]


def test_a_pulse_leaves_the_floor_to_the_question_before_it():
    pocket = Pocket.asked("question", "RF-03")
    question = pocket.prompt.id
    pocket.is_due("pulse", "PU-01").says("Ik liet het gesprek lopen en luisterde.")
    assert [answer.prompt for answer in pocket.answers.values()] == [question]


def test_a_number_while_resting_is_for_the_pulse_and_words_are_for_the_question():
    pocket = Pocket.asked("question", "RF-03")
    pocket.talk = Resting()
    pocket.is_due("pulse", "PU-01").says("3")
    assert pocket.taps == {(pocket.prompt.id, "PU-01"): "3"}


def before_a_pulse(kind: str, item: str) -> tuple[Pocket, int]:
    pocket = Pocket.asked(kind, item)
    return pocket.waits(days=1).is_due("pulse", "PU-01"), pocket.floor


@pytest.mark.parametrize("words", ["4", "4 out of 5", "4, want het liep goed"])
def test_a_number_is_for_the_pulse_that_was_shown_after_a_dilemma(words):
    pocket, _ = before_a_pulse("paradox", "P04")
    assert pocket.says(words).taps == {(pocket.prompt.id, "PU-01"): "4"}


def test_words_where_a_tap_was_asked_are_for_the_pulse_that_was_shown_after_it():
    pocket, _ = before_a_pulse("intention_check", "intention")
    assert pocket.says("Een rustige week gehad.").answers[pocket.answer_id].prompt == pocket.prompt.id


def test_who_wrote_since_the_pulse_is_heard_about_what_they_wrote_of():
    pocket, dilemma = before_a_pulse("paradox", "P04")
    pocket.says("Dat hangt ervan af.", reply_to=dilemma).says("4")
    assert (dilemma, "position") in pocket.taps


def test_a_dilemma_that_came_back_after_the_pulse_has_the_floor():
    pocket, dilemma = before_a_pulse("paradox", "P04")
    pocket.presses("snooze", "week", dilemma).waits(days=7).reaches("snooze", dilemma).says("4")
    assert list(pocket.taps) == [(dilemma, "position")]


def test_the_third_lowest_tap_brings_a_word_of_care():
    assert Pocket.asked("pulse", "PU-01", strained=True).presses("value", "1").screens == ["prompt", "severe_strain"]
    assert Pocket.asked("pulse", "PU-01", strained=True).presses("value", "2").screens == ["prompt"]


def answered(**facts: object) -> Pocket:
    return Pocket.asked("question", "RF-03", **facts).says("De begroting, denk ik.")


def test_a_short_answer_and_its_follow_up_count_together():
    assert answered().said[0].args["thanks"] == "thanks_5"
    pocket = Pocket.asked("question", "RF-03").says(
        "Ik liet het gesprek lopen, luisterde en zei verder helemaal niets."
    )
    assert pocket.screens == ["followup"]
    assert pocket.says("Ze werden stil.").said[0].args["thanks"] != "thanks_5"


def check() -> Pocket:
    pocket = Pocket()
    pocket.is_due("intention_check", "intention")
    pocket.prompts = {number: _about(prompt) for number, prompt in pocket.prompts.items()}
    return pocket


def _about(prompt):
    from dataclasses import replace  # noqa: PLC0415 - only here

    return replace(prompt, about=55)


@pytest.mark.parametrize(
    ("value", "state"), [("done", "done"), ("partly", "partly"), ("not", "not"), ("changed", "dropped")]
)
def test_whatever_came_of_an_intention_the_same_question_follows(value, state):
    pocket = check().presses("intention_check", value)
    assert pocket.decided(Settle) == [Settle(55, state)]
    assert pocket.screens == ["prompt", "intention_learning"]
    assert pocket.says("De agenda was te vol.").said[0].args["thanks"] == "check_done"
    assert pocket.words == [("learning", "De agenda was te vol.")]


@pytest.mark.parametrize(("words", "state"), [("Niets.", "not"), ("een beetje", "partly")])
def test_what_came_of_it_can_be_said_in_a_word(words, state):
    assert check().says(words).decided(Settle) == [Settle(55, state)]


def test_after_the_energy_of_the_week_an_answer_of_that_afternoon_is_not_asked_for_it_again():
    def page(item):
        pocket = Pocket.asked("pulse", item).presses("value", "3").waits(hours=1).is_due("question", "RF-03")
        return pocket.says("Ik liet in het overleg de stilte duren.").says("Nee").said[-1].args.get("page")

    assert (page("PU-01") == "mood", page("PU-02") == "mood") == (False, True)


def test_what_came_of_it_told_in_the_first_words_of_a_story_closes_it_with_that_story():
    told = "half. I asked but too late, she had already decided"
    pocket = check().says(told)
    assert pocket.decided(Settle) == [Settle(55, "partly")]
    assert [(tap.name, tap.value) for tap in pocket.decided(KeepTap)] == [("outcome", "partly")]
    assert (pocket.words, pocket.screens) == ([("learning", told)], ["thanks_taps"])
    gone = Pocket().is_due("intention_check", "intention").says(told)
    assert (gone.decided(Settle), len(gone.decided(KeepTap))) == ([], 1)


def test_a_story_first_and_the_tap_after_it_is_fine_too():
    pocket = check().says("Het kwam er niet van door de drukte.").presses("intention_check", "not")
    assert pocket.screens == ["prompt", "check_done"]
    assert pocket.decided(Settle) == [Settle(55, "not")]


def test_a_check_about_an_intention_that_is_gone_still_asks_what_helped():
    pocket = Pocket().is_due("intention_check", "intention").presses("intention_check", "done")
    assert pocket.decided(Settle) == []
    assert pocket.screens[-1] == "intention_learning"


def end(**facts: object) -> Pocket:
    return Pocket.asked("programme_end", "starter_4w", **facts)


def test_after_the_last_answer_the_leader_is_asked_how_to_go_on():
    pocket = end().says("Dat ik sneller zwijg dan ik dacht.")
    assert pocket.screens == ["thanks_taps", "programme_choice"]
    assert pocket.said[0].args["page"] == "closed"
    assert pocket.presses("programme_choice", "next").screens == ["programme_next"]


def test_who_chose_first_may_still_answer_and_is_not_asked_again():
    pocket = end().presses("programme_end", "light")
    assert pocket.screens == ["programme_light"]
    assert [plan.kind for plan in pocket.decided(Plan)] == ["monthly"]
    pocket.says("Dat ik sneller zwijg dan ik dacht.")
    assert pocket.screens == ["thanks_taps"]


def test_a_late_last_answer_is_kept_late():
    pocket = end()
    pocket.reaches("expire", pocket.prompt.id).says("Dat ik sneller zwijg.")
    assert pocket.said[0].args["thanks"] == "kept_late"


def test_stopping_at_the_end_stops_and_can_be_typed():
    pocket = end().says("Hier stop ik")
    assert (pocket.leader.state, pocket.screens) == ("stopped", ["programme_stopped"])
    assert pocket.decided(Leave) == [Leave()]


def test_who_stops_at_the_end_hears_of_the_mirror_that_is_still_to_come_and_a_plain_stop_ends_that_too():
    pocket = end(mirrored=True).presses("programme_end", "stop")
    assert (pocket.screens, pocket.leader.memory.finished) == (["programme_stopped_mirror"], True)
    pocket.presses("stop_confirm", "stop", 0)
    assert (pocket.screens, pocket.leader.memory.finished) == (["stopped"], False)


def test_another_choice_is_possible_and_the_same_one_twice_has_one_effect():
    pocket = end().presses("programme_end", "light").presses("programme_end", "light")
    assert pocket.done == []
    assert pocket.presses("programme_end", "next").screens == ["programme_next"]


def test_a_new_programme_begins_once():
    pocket = end().presses("programme_next", "core_12w", 0)
    assert pocket.decided(Enrol) == [Enrol("core_12w")]
    assert pocket.screens == ["programme_started"]
    running = Enrolment(1, 7, None, "core_12w", "active", TUESDAY.date(), 0, 0, TUESDAY)
    assert end(enrolment=running).presses("programme_next", "core_12w", 0).done == []
    assert end().presses("programme_next", "unknown", 0).screens == ["stale_button"]


def test_a_choice_that_does_not_exist_gets_a_kind_word():
    pocket = end().presses("programme_end", "never")
    assert (pocket.screens, pocket.talk) == (["stale_button"], OnPrompt(pocket.prompt.id))
