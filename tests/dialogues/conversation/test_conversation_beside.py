"""Short words to the bot itself: after the thanks they are no part of an answer, and people are never far away."""

import pytest
from pocket import Pocket

from dialogues.talk import Resting

TOLD = "Ik zei in het overleg te snel ja, en toen werd het stil."


def thanked() -> Pocket:
    pocket = Pocket.asked("question", "RF-03").says(TOLD)
    while pocket.prompt.stage != "done":
        pocket.says("Volgende keer wacht ik eerst even af, en dan vraag ik wat de anderen vinden.")
    return pocket


@pytest.mark.parametrize(
    "words",
    ["genoeg", "geen tijd", "ik heb hier geen tijd voor", "no time", "enough", "I don't have time"],
)
def test_enough_after_the_thanks_is_taken_as_that_and_never_added(words):
    pocket = thanked()
    before = pocket.words
    pocket.says(words)
    assert (pocket.screens in (["all_done"], ["done_anyway"]), pocket.words) == (True, before)
    assert isinstance(pocket.talk, Resting)


@pytest.mark.parametrize("words", ["stop", "Stoppen.", "ik wil stoppen", "I want to stop"])
def test_stop_after_the_thanks_asks_whether_to_stop(words):
    pocket = thanked()
    before = pocket.words
    assert (pocket.says(words).screens, pocket.words) == (["stop_confirm"], before)


def test_more_of_the_story_after_the_thanks_is_added_still():
    pocket = thanked().says("Later vroeg Bram me ernaar, en toen had ik er geen tijd voor.")
    assert pocket.words[-1][0] == "addition"


def test_the_button_enough_under_what_was_finished_long_ago_is_met_kindly():
    pocket = thanked().waits(hours=2)
    assert pocket.presses("followup_buttons", "enough").screens == ["all_done"]


HUMAN = [
    "kan ik met een mens praten", "Kan ik met iemand praten?", "can I talk to a human", "hulp",
    "ik wil graag met iemand praten", "is er iemand met wie ik kan praten?", "Who can I call?",
]  # fmt: skip


@pytest.mark.parametrize("words", HUMAN)
@pytest.mark.parametrize("prompt", [None, ("question", "RF-03"), ("paradox", "P04"), ("pulse", "PU-01")])
def test_whoever_asks_for_a_human_being_is_told_whom_to_call(words, prompt):
    pocket = Pocket.asked(*prompt) if prompt else Pocket()
    assert (pocket.says(words).screens, pocket.words) == (["urgent"], [])


def test_also_at_a_step_of_a_dilemma_and_after_the_thanks():
    pocket = Pocket.asked("paradox", "P04").says("4").says("Het hangt van de ander af, denk ik.")
    before = pocket.words
    assert (pocket.says("hulp").screens, pocket.words) == (["urgent"], before)
    assert thanked().says("can I talk to someone?").screens == ["urgent"]


@pytest.mark.parametrize(
    "words",
    ["Ik wil met iemand praten over de planning van volgende week", "Ik vroeg hulp", "kan ik met mijn team praten"],
)
def test_an_answer_about_talking_or_help_is_an_answer(words):
    assert [part for part, _ in Pocket.asked("question", "RF-03").says(words).words] == ["answer"]


@pytest.mark.parametrize(
    ("words", "screen"),
    [
        ("Where do you keep my data?", "who_reads"), ("waar bewaar je mijn gegevens?", "who_reads"),
        ("what time will the next question come?", "next_none"), ("hoe laat komt de volgende vraag?", "next_none"),
    ],
)  # fmt: skip
def test_a_question_to_the_bot_after_the_thanks_is_no_part_of_the_answer(words, screen):
    pocket = thanked()
    before = pocket.words
    assert (pocket.says(words).screens, pocket.words) == ([screen], before)


@pytest.mark.parametrize("words", ["wie ben jij eigenlijk", "Wie ben je?", "who are you?", "what are you, actually?"])
@pytest.mark.parametrize("prompt", [None, ("question", "RF-03"), ("paradox", "P04")])
def test_whoever_asks_who_this_is_is_told(words, prompt):
    pocket = Pocket.asked(*prompt) if prompt else Pocket()
    assert (pocket.says(words).screens, pocket.words) == (["who_am_i"], [])


def test_later_today_that_becomes_tomorrow_is_told_with_its_reason():
    late = Pocket.asked("question", "RF-03").waits(hours=11)
    assert late.presses("snooze", "today").screens == ["snoozed_on"]
    assert Pocket.asked("question", "RF-03").presses("snooze", "today").screens == ["snoozed"]
    assert Pocket.asked("question", "RF-03").presses("snooze", "week").screens == ["snoozed"]


@pytest.mark.parametrize("words", ["5", "een 7 denk ik", "9?"])
def test_a_number_that_is_no_outcome_does_not_use_up_an_intention(words):
    pocket = Pocket.asked("intention_check", "intention_check").says(words)
    assert (pocket.screens, pocket.words, pocket.prompt.state) == (["prompt"], [], "open")
    assert pocket.says("1").prompt.stage == "learning"


@pytest.mark.parametrize("words", ["nee", "No.", "nee, dank je"])
def test_a_bare_no_is_not_thanked_for_being_open(words):
    pocket = Pocket.asked("question", "RF-03").says(words)
    assert (pocket.screens, pocket.said[0].args["thanks"]) == (["thanks_taps"], "thanks_no")
    pocket = Pocket.asked("question", "RF-03").says(TOLD)
    assert pocket.says(words).said[0].args["thanks"] == "thanks_no"
