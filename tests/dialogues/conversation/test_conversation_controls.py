"""The ways out of a prompt: skip, later, another one, show again, enough; tapping twice has one effect."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from pocket import Pocket

from dialogues.effects import Ask, Cancel, Plan, Redraw
from dialogues.library import library
from dialogues.moves.steps import item_args
from dialogues.people import Enrolment, Rhythm
from dialogues.talk import OnPrompt, Resting

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
EVERY_DAY = Rhythm("own", (0, 1, 2, 3, 4), (time(8, 30),) * 5, "Europe/Amsterdam")


def asked(item: str = "RF-03", **facts: object) -> Pocket:
    return Pocket.asked("question", item, **facts)


def test_a_skip_needs_no_reason_and_the_third_in_a_row_asks_once_whether_the_questions_fit():
    pocket, heard = Pocket(), []
    for item in ("RF-03", "RE-01", "SM-01", "QP-01"):
        pocket.is_due("question", item).presses("prompt_buttons", "skip")
        heard += pocket.screens
    assert heard == ["skip_2", "skip_1", "skip_3", "skip_2"]


def test_an_answer_in_between_begins_the_count_anew():
    pocket = Pocket()
    for item in ("RF-03", "RE-01"):
        pocket.is_due("question", item).presses("prompt_buttons", "skip")
    pocket.is_due("question", "SM-01").says("Rustig gebleven.")
    assert pocket.is_due("question", "QP-01").presses("prompt_buttons", "skip").screens == ["skip_2"]


@pytest.mark.parametrize("words", ["overslaan", "Skip", "Kan ik deze overslaan?", "sla maar over"])
def test_a_skip_that_is_said_twice_is_met_with_when_the_next_one_comes(words):
    assert asked().presses("prompt_buttons", "skip").says(words).screens == ["skipped_already"]
    due = datetime(2026, 12, 3, 7, 30, tzinfo=UTC)
    running = Enrolment(1, 7, None, "starter_4w", "active", due.date(), 0, 3, due)
    pocket = asked(enrolment=running).says("overslaan").says(words)
    assert (pocket.screens, pocket.prompt.state, pocket.words) == (["skipped_next"], "skipped", [])
    assert "donderdag" in pocket.said[0].args["next_date"]


def test_another_question_may_be_asked_for_in_words_after_a_skip():
    pocket = asked().says("overslaan").says("andere vraag")
    assert [one.kind for one in pocket.decided(Ask)] == ["question"]


def test_words_within_a_day_answer_what_was_skipped():
    pocket = asked().presses("prompt_buttons", "skip")
    assert pocket.decided(Redraw)[0].prompt.id == pocket.prompt.id
    pocket.waits(hours=20).says("Toch wel: we zijn gaan wandelen.")
    assert (pocket.prompt.state, pocket.words) == ("answered", [("answer", "Toch wel: we zijn gaan wandelen.")])
    assert pocket.said[0].args["page"] == "mood"


def test_words_after_more_than_a_day_are_no_answer_to_what_was_skipped():
    pocket = asked().presses("prompt_buttons", "skip").waits(hours=25).says("Vandaag liep het beter.")
    assert (pocket.prompt.state, pocket.screens) == ("skipped", ["not_understood"])


def test_a_position_may_still_be_typed_after_a_skip():
    pocket = Pocket.asked("paradox", "P04").presses("prompt_buttons", "skip").says("4")
    assert (pocket.prompt.stage, pocket.screens) == ("why", ["dilemma_step"])


def test_tapping_skip_twice_skips_once():
    pocket = asked().presses("prompt_buttons", "skip").presses("prompt_buttons", "skip")
    assert (pocket.done, pocket.leader.memory.skips) == ([], 1)


@pytest.mark.parametrize(("value", "screen"), [("fit", "skips_fit"), ("busy", "skips_busy"), ("fine", "skips_fine")])
def test_each_answer_to_three_skips_is_heard(value, screen):
    assert asked().presses("skip_3", value, 0).screens == [screen]


def test_another_question_is_of_the_same_quality_and_tapping_twice_asks_one():
    pocket = asked()
    first = pocket.prompt
    pocket.presses("prompt_buttons", "other", first.id)
    assert pocket.prompts[first.id].state == "skipped"
    assert library().questions[pocket.prompt.item].quality == library().questions[first.item].quality
    assert pocket.presses("prompt_buttons", "other", first.id).done == []
    assert len(pocket.prompts) == 2


def test_a_long_row_of_others_has_slots_of_its_own():
    pocket = asked()
    pocket.prompts = {pocket.prompt.id: replace(pocket.prompt, slot="w01A" + "+" * 20)}
    assert pocket.presses("prompt_buttons", "other").decided(Ask)[0].slot.startswith("other:")


def test_it_is_honest_when_there_is_no_other():
    everything = frozenset(library().questions)
    assert asked(used=everything).presses("prompt_buttons", "other").screens == ["other_none"]
    assert Pocket.asked("paradox", "P04").presses("prompt_buttons", "other").screens == ["other_none"]


def test_later_asks_when_and_the_question_returns_then_and_has_the_floor():
    pocket = asked().presses("prompt_buttons", "later")
    assert pocket.screens == ["snooze"]
    pocket.presses("snooze", "today")
    assert pocket.screens == ["snoozed"]
    assert pocket.decided(Cancel) == [Cancel("remind", pocket.prompt.id)]
    pocket.now = pocket.plans["snooze", pocket.prompt.id]
    pocket.reaches("snooze", pocket.prompt.id)
    assert (pocket.screens, pocket.talk) == (["prompt"], OnPrompt(pocket.prompt.id))


def test_what_comes_back_today_says_so_and_what_comes_later_names_its_day():
    pocket = asked().presses("snooze", "today")
    back = pocket.plans["snooze", pocket.prompt.id].astimezone(AMSTERDAM)
    assert dict(pocket.said[0].args) == {"moment": f"vandaag om {back.hour}:{back:%M}"}
    moment = str(asked().presses("snooze", "week").said[0].args["moment"])
    assert "vandaag" not in moment
    assert moment.endswith(" om 8:30")


def test_next_week_means_a_day_without_a_question_of_its_own():
    pocket = asked().presses("snooze", "week")
    assert pocket.plans["snooze", pocket.prompt.id].weekday() == 2  # a Tuesday and Thursday rhythm, asked on a Tuesday


def test_what_was_put_off_is_not_closed_by_the_question_in_between():
    pocket = asked().presses("snooze", "week")
    older = pocket.prompt.id
    pocket.waits(days=2).is_due("paradox", "P04")
    assert pocket.prompts[older].state == "open"
    pocket.waits(days=14).is_due("question", "SM-01")
    assert pocket.prompts[older].state == "closed"


def test_a_day_that_has_a_question_of_its_own_is_not_offered():
    pocket = asked()
    pocket.leader = replace(pocket.leader, rhythm=EVERY_DAY)
    assert pocket.presses("snooze", "tomorrow").screens == ["snooze_none"]
    assert pocket.presses("snooze", "week").screens == ["snooze_none"]
    assert pocket.talk == OnPrompt(pocket.prompt.id)
    assert pocket.presses("snooze", "today").screens == ["snoozed"]


@pytest.mark.parametrize(
    ("now", "choice", "back"),
    [
        ("2026-12-01T19:00", "today", "2026-12-02T07:30"),  # a Tuesday, in the evening
        ("2026-11-30T19:00", "today", "2026-12-02T07:30"),  # Tuesday has a question of its own
        ("2026-12-04T19:00", "today", "2026-12-07T07:30"),  # a Friday
        ("2026-12-04T09:00", "tomorrow", "2026-12-07T09:00"),
        ("2026-12-02T09:00", "tomorrow", "2026-12-04T09:00"),  # Thursday has a question of its own
        ("2026-12-24T19:00", "today", "2026-12-28T07:30"),  # Christmas and a weekend
        ("2026-12-24T10:00", "tomorrow", "2026-12-28T10:00"),
        ("2026-12-18T10:00", "week", "2026-12-28T08:30"),
        ("2027-03-26T10:00", "tomorrow", "2027-03-31T10:00"),  # Good Friday to Easter Monday, and a Tuesday
    ],
)
def test_a_question_returns_at_the_next_free_moment(now, choice, back):
    pocket = asked()
    pocket.now = datetime.fromisoformat(now).replace(tzinfo=AMSTERDAM).astimezone(UTC)
    pocket.presses("snooze", choice)
    planned = pocket.plans["snooze", pocket.prompt.id]
    assert planned.astimezone(AMSTERDAM).replace(tzinfo=None) == datetime.fromisoformat(back)


def test_a_question_does_not_return_on_a_day_to_which_a_holiday_moved_another_one():
    due = datetime(2027, 4, 28, 6, 30, tzinfo=UTC)  # King's Day was the Tuesday before
    pocket = asked(enrolment=Enrolment(1, 7, None, "starter_4w", "active", due.date(), 0, 2, due))
    pocket.now = datetime(2027, 4, 26, 17, 0, tzinfo=UTC)
    pocket.presses("snooze", "today")
    assert pocket.plans["snooze", pocket.prompt.id].date().isoformat() == "2027-04-30"


def test_the_end_of_a_question_moves_along_with_it():
    pocket = asked().presses("snooze", "tomorrow")
    at = pocket.plans["snooze", pocket.prompt.id]
    assert [plan.at for plan in pocket.decided(Plan) if plan.kind == "expire"] == [at + timedelta(days=5)]


def test_a_reminder_can_show_the_question_also_after_a_skip():
    pocket = asked().presses("reminder_1", "show")
    assert (pocket.screens, pocket.said[0].args) == (["prompt"], item_args(pocket.prompt))
    pocket.presses("reminder_1", "skip")
    assert pocket.presses("reminder_1", "show").screens == ["prompt"]


def test_buttons_of_an_answered_question_say_so():
    pocket = asked().says("Rustig gebleven.")
    for value in ("skip", "later", "other"):
        assert pocket.presses("prompt_buttons", value).screens == ["already_answered"]


def test_a_value_that_no_button_has_gets_a_kind_word():
    assert asked().presses("prompt_buttons", "juggle").screens == ["stale_button"]


def test_enough_twice_is_said_once_and_much_later_it_is_told_that_it_was_over():
    pocket = asked().says("Gisteren liep het overleg met de partners vast op de verdeelsleutel in de zaal.")
    pocket.presses("followup_buttons", "enough")
    assert pocket.said[0].args["thanks"] == "enough"
    assert pocket.presses("followup_buttons", "enough").done == []
    assert pocket.waits(days=2).presses("followup_buttons", "enough").screens == ["all_done"]


@pytest.mark.parametrize("group", ["prompt_buttons", "tap", "value", "case_other", "unknown"])
def test_a_button_about_nothing_known_gets_a_kind_word(group):
    pocket = Pocket()
    assert pocket.presses(group, "skip", 12345).screens == ["stale_button"]
    assert pocket.talk == Resting()


def test_a_group_of_buttons_that_never_was_gets_a_kind_word_beside_a_prompt():
    assert asked().presses("unknown", "skip").screens == ["stale_button"]
