"""The window of a prompt in its three stages, and what a leader hears in each of them."""

from dataclasses import replace
from datetime import timedelta

import pytest
from pocket import TUESDAY, Pocket

from dialogues.asking import windows
from dialogues.effects import React
from dialogues.talk import OnPrompt

LONG = "Gisteren zei ik in het overleg te snel dat het wel goed kwam, en toen werd het stil."


def asked(kind: str = "question", item: str = "RF-03") -> Pocket:
    return Pocket.asked(kind, item)


@pytest.mark.parametrize(
    ("days", "state", "stage"),
    [
        (0, "open", "open"), (5, "open", "open"), (1, "closed", "late"), (5.1, "open", "late"), (14, "closed", "late"),
        (14.1, "closed", "closed"), (45, "closed", "closed"), (20, "skipped", "closed"),
    ],
)  # fmt: skip
def test_a_window_is_open_then_late_then_closed_to_the_programme(days, state, stage):
    prompt = replace(asked().prompt, state=state)
    assert windows.stage(prompt, TUESDAY + timedelta(days=days)) == stage
    assert windows.over(prompt, TUESDAY + timedelta(days=days)) is (stage == "closed")


@pytest.mark.parametrize("kind", ["intention_check", "programme_end"])
def test_an_outcome_or_a_last_word_is_welcome_at_any_time(kind):
    prompt = replace(asked().prompt, kind=kind, state="closed")
    assert windows.stage(prompt, TUESDAY + timedelta(days=40)) == "late"


def test_a_prompt_that_was_put_off_counts_from_its_return():
    pocket = asked().presses("snooze", "week")
    assert windows.stage(pocket.prompt, TUESDAY + timedelta(days=16)) == "late"


def test_what_was_begun_in_time_may_be_gone_on_with():
    prompt = replace(asked().prompt, state="answered", stage="followup")
    assert not windows.over(prompt, TUESDAY + timedelta(days=30))


def test_a_late_answer_counts_is_marked_and_hears_so_once():
    pocket = asked()
    pocket.reaches("expire", pocket.prompt.id).waits(days=6).says(LONG)
    assert [(answer.part, answer.late) for answer in pocket.answers.values()] == [("answer", True)]
    assert (pocket.prompt.state, pocket.said[0].args["thanks"]) == ("answered", "kept_late")
    pocket.waits(minutes=2).says("En daarna bleef het nog lang stil.")
    assert (pocket.screens, len(pocket.decided(React))) == ([], 1)


def test_after_two_weeks_words_are_a_thought_beside_the_question():
    pocket = asked()
    pocket.reaches("expire", pocket.prompt.id).waits(days=20).says(LONG)
    assert [(answer.part, answer.late, answer.prompt) for answer in pocket.answers.values()] == [
        ("thought", True, pocket.prompt.id)
    ]
    assert (pocket.prompt.state, pocket.screens) == ("closed", ["kept_past"])
    pocket.waits(minutes=2).says("En daarna bleef het nog lang stil.")
    assert (pocket.screens, len(pocket.decided(React))) == ([], 1)
    assert [part for part, _ in pocket.words] == ["thought", "thought"]
    assert pocket.waits(days=1).says("Ik dacht er gisteren weer aan.", reply_to=pocket.prompt.id).screens == [
        "kept_past"
    ]


def test_after_two_weeks_a_tap_has_passed():
    pocket = asked("paradox", "P04")
    pocket.reaches("expire", pocket.prompt.id).waits(days=20).presses("value", "3")
    assert (pocket.screens, pocket.taps) == (["stale_button"], {})


def test_a_reply_to_an_older_prompt_belongs_to_that_one_and_the_newest_has_the_floor():
    pocket = asked()
    older = pocket.prompt.id
    pocket.waits(days=2).is_due("question", "RE-01").says("Over de vorige vraag: ik zei te snel ja.", reply_to=older)
    assert [(answer.prompt, answer.late) for answer in pocket.answers.values()] == [(older, True)]
    newest = pocket.prompt.id
    assert pocket.prompt.state == "open"
    pocket.waits(hours=3).says(LONG)
    assert [answer.prompt for answer in pocket.answers.values()] == [older, newest]


def test_after_words_for_an_older_question_the_open_one_has_the_floor_at_once():
    pocket = asked()
    older = pocket.prompt.id
    pocket.waits(days=2).is_due("question", "RE-01")
    pocket.says("Over de vorige vraag: ik zei te snel ja.", reply_to=older)
    assert pocket.screens == ["thanks_taps", "still_open"]
    assert (pocket.said[1].args, pocket.said[1].about) == ({"day": "donderdag"}, pocket.prompt.id)
    assert pocket.presses("still_open", "show", pocket.prompt.id).screens == ["prompt"]
    pocket.waits(minutes=1).says(LONG)
    assert [answer.prompt for answer in pocket.answers.values()] == [older, pocket.prompt.id]


def test_the_newest_question_gets_words_again_after_words_in_pieces_for_an_older_one():
    pocket = Pocket.asked("question", "RE-01", patience=timedelta(seconds=6))
    older = pocket.prompt.id
    pocket.says("Gisteren liep het overleg vast. Ik voelde me klem en keek naar de tafel.").falls_silent()
    pocket.waits(days=2).is_due("question", "RF-03").says("Zij vielen stil en keken naar mij.", reply_to=older)
    pocket.falls_silent()
    assert pocket.screens[-1] == "still_open"
    assert pocket.talk == OnPrompt(pocket.prompt.id)


def test_more_words_for_an_older_answer_get_a_receipt_and_leave_the_floor():
    pocket = asked().says("Rustig gebleven.")
    older = pocket.prompt.id
    pocket.waits(days=2).is_due("question", "RE-01").says("En doorgevraagd.", reply_to=older)
    assert (pocket.screens, len(pocket.decided(React))) == ([], 1)
    assert pocket.talk == OnPrompt(pocket.prompt.id)


def test_no_mood_is_asked_beside_an_answer_to_a_question_of_days_ago():
    pocket = asked().waits(days=3).says("Rustig gebleven.")
    assert pocket.said[0].args["page"] == "closed"
    assert (pocket.says("4").screens, pocket.taps) == (["belongs"], {})
    assert asked().waits(days=1).says("Rustig gebleven.").said[0].args["page"] == "mood"
    assert asked().presses("snooze", "week").waits(days=7).says("Rustig.").said[0].args["page"] == "mood"


def test_what_a_late_answer_showed_can_be_told_under_its_own_thanks():
    pocket = asked()
    older = pocket.prompt.id
    pocket.waits(days=3).is_due("question", "RE-01").says(LONG, reply_to=older)
    assert pocket.said[0].args["page"] == "insight"
    pocket.presses("tap", "insight.yes", older)
    assert pocket.said[0].args["thanks"] == "kept_late"


def test_missed_prompts_never_pile_up():
    pocket = Pocket()
    for item in ("RF-03", "RE-01", "SM-01"):
        pocket.is_due("question", item).waits(days=2)
        assert [prompt.item for prompt in pocket.prompts.values() if prompt.state == "open"] == [item]
