"""Under the question when it suits better any moment puts off, and what becomes another moment says why."""

from datetime import UTC, date, datetime, time

import pytest
from pocket import Pocket

from dialogues.asking import moments
from dialogues.people import Enrolment
from dialogues.talk import OnPrompt

DEEP = "Gisteren liep het overleg vast en iedereen keek naar de tafel, tot ik iets vroeg. Ik was opgelucht."


RUNNING = Enrolment(1, 7, None, "core_12w", "active", date(2026, 11, 30), 0, 1, None)


def asked() -> Pocket:
    """A question on Tuesday 1 December at 8:30; the rhythm has Tuesday and Thursday."""
    return Pocket.asked("question", "RF-03", enrolment=RUNNING)


def put_off(words: str, pocket: Pocket | None = None) -> Pocket:
    pocket = (pocket or asked()).presses("prompt_buttons", "later")
    assert pocket.screens == ["snooze"]
    return pocket.says(words)


def comes(pocket: Pocket) -> tuple[date, time]:
    at = moments.local(pocket.plans["snooze", pocket.prompt.id], "Europe/Amsterdam")
    return at.date(), at.time()


@pytest.mark.parametrize(
    ("words", "day", "hour"),
    [
        ("morgen", 2, time(8, 30)),
        ("tomorrow", 2, time(8, 30)),
        ("doe maar morgen om 9 uur", 2, time(9)),
        ("vrijdag", 4, time(8, 30)),
        ("vrijdagmiddag", 4, time(14)),
        ("on Friday at 3 pm", 4, time(15)),
        ("vanavond", 1, time(19)),
        ("over twee uur", 1, time(10, 30)),
        ("om 11 uur", 1, time(11)),
        ("at 8 am", 2, time(8)),
        ("na het weekend", 7, time(8, 30)),
        ("later vandaag", 1, time(11, 30)),
    ],
)
def test_the_moment_that_was_named_is_kept_to(words, day, hour):
    pocket = put_off(words)
    assert (pocket.screens, pocket.words, comes(pocket)) == (["snoozed"], [], (date(2026, 12, day), hour))


@pytest.mark.parametrize("words", ["volgende week", "overmorgen", "on Thursday", "over een week"])
def test_a_day_with_a_question_of_its_own_is_passed_over_and_that_is_said(words):
    pocket = put_off(words)
    assert pocket.screens == ["snoozed_taken"]
    assert pocket.said[0].args["day"] in ("dinsdag", "donderdag")
    assert comes(pocket)[0].weekday() in (2, 4)


@pytest.mark.parametrize("words", ["zaterdag", "on Sunday morning", "25 december"])
def test_a_free_day_is_kept_free_and_that_is_said(words):
    assert put_off(words).screens == ["snoozed_free"]


@pytest.mark.parametrize(("words", "day"), [("morgen om 7 uur 's ochtends", 2), ("vrijdag om 22 uur", 7)])
def test_an_hour_in_quiet_hours_moves_and_that_is_said(words, day):
    pocket = put_off(words)
    assert (pocket.screens, comes(pocket)[0].day) == (["snoozed_quiet"], day)


def test_today_without_a_free_hour_is_told_as_ever():
    late = asked().waits(hours=11)
    assert put_off("straks", late).screens == ["snoozed_on"]
    saturday = asked().waits(days=4)
    assert saturday.presses("snooze", "today").screens == ["snoozed_free"]


@pytest.mark.parametrize("words", ["laat maar", "never mind", "toch niet"])
def test_it_may_stay_as_it_is(words):
    pocket = put_off(words)
    assert (pocket.screens, pocket.words, pocket.talk) == (["left_as_is"], [], OnPrompt(pocket.prompt.id))


def test_other_words_are_the_answer_after_all_and_so_is_a_moment_once_something_else_was_said():
    told = "Ik merkte dat ik stil werd toen de voorzitter het woord nam."
    assert put_off(told).words == [("answer", told)]
    pocket = asked().presses("prompt_buttons", "later").commands("help").says("vrijdag")
    assert pocket.words == [("answer", "vrijdag")]


def test_a_further_step_is_put_off_in_words_as_well():
    pocket = asked().says(DEEP).says("can this wait?").presses("meant", "later")
    assert pocket.screens == ["snooze"]
    assert pocket.says("vrijdag").screens == ["snoozed"]
    assert comes(pocket) == (date(2026, 12, 4), time(8, 30))


@pytest.mark.parametrize("words", ["Vraag het me donderdag", "ask me again on Tuesday"])
def test_who_asks_in_words_hears_the_reason_as_well(words):
    assert asked().says(words).screens == ["snoozed_taken"]


def test_a_day_on_which_nothing_is_free_any_more_cannot_be_taken():
    pocket = asked().commands("rhythm", "maandag dinsdag woensdag donderdag vrijdag")
    assert pocket.presses("snooze", "tomorrow", pocket.prompt.id).screens == ["snooze_none"]


def test_a_day_of_the_rhythm_on_which_nothing_is_asked_is_free():
    resting = Pocket.asked("question", "RF-03", enrolment=RUNNING, rests=datetime(2026, 12, 20, 23, tzinfo=UTC))
    assert comes(put_off("donderdag", resting))[0] == date(2026, 12, 3)
    assert put_off("donderdag", Pocket.asked("question", "RF-03")).screens == ["snoozed"]
    monthly = Pocket.asked("question", "RF-03", monthly=datetime(2026, 12, 4, 7, 30, tzinfo=UTC))
    assert put_off("vrijdag", monthly).screens == ["snoozed_taken"]
