"""Putting off and being ill, at any step: asked about once, never filed as an answer; the step itself comes back."""

from datetime import timedelta

import pytest
from pocket import Pocket

from dialogues.wishes import leaving

LATER = [
    "ik ben ziek, kan dit later?",
    "kan dit een andere keer?", "Can this wait?", "ik kom er morgen op terug",
    "ik antwoord straks wel", "I'll reply tonight", "kan dit vrijdag?",
    "could we do this on Monday?",
    "I have no idea what to write. Please ask me again next week, not now",
    "Het was een gekke week. Vraag het me morgen nog eens.",
]  # fmt: skip
PLAINLY = [
    "ask me tomorrow", "kun je me dit morgen nog eens vragen?", "remind me tomorrow", "vraag het me vrijdag",
    "stel hem na het weekend nog eens", "ask me again on Thursday at 3 pm", "herinner me er overmorgen aan",
    "schuif dit maar door naar maandag", "try again in two hours",
]  # fmt: skip
DEEP = "Gisteren liep het overleg vast en iedereen keek naar de tafel, tot ik iets vroeg. Ik was opgelucht."


def at_why() -> Pocket:
    return Pocket.asked("paradox", "P02").presses("value", "3")


def at_followup() -> Pocket:
    pocket = Pocket.asked("question", "RF-03").says(DEEP)
    assert pocket.prompt.stage == "followup"
    return pocket


STEPS = {
    "question": lambda: Pocket.asked("question", "RF-03"), "follow-up": at_followup, "why": at_why,
    "position": lambda: Pocket.asked("paradox", "P02"), "case": lambda: Pocket.asked("integrity_case", "IC-12"),
}  # fmt: skip


@pytest.mark.parametrize("words", LATER)
@pytest.mark.parametrize("step", STEPS.values(), ids=STEPS)
def test_a_putting_off_is_asked_about_at_any_step(step, words):
    pocket = step()
    kept = pocket.words
    pocket.says(words)
    assert (pocket.screens, pocket.words[:-1]) == (["meant"], kept)
    assert [answer.state for answer in pocket.answers.values()][-1] == "held"


@pytest.mark.parametrize("words", PLAINLY)
@pytest.mark.parametrize("step", STEPS.values(), ids=STEPS)
def test_who_asks_the_bot_to_ask_again_then_has_that_at_once(step, words):
    pocket = step()
    kept = pocket.words
    pocket.says(words)
    assert (pocket.screens[0][:7], pocket.words) == ("snoozed", kept)


@pytest.mark.parametrize(("words", "weekday"), [("vrijdag", 4), ("liever maandag", 0), ("in three days", 4)])
def test_a_moment_after_words_that_may_put_off_is_that_moment(words, weekday):
    pocket = at_followup().says("Can this wait?")
    kept = [answer for answer in pocket.words if answer[0] != "followup"]
    pocket.says(words)
    assert (pocket.screens, pocket.words) == (["snoozed"], kept)
    assert pocket.plans["snooze", pocket.prompt.id].weekday() == weekday


def test_a_further_step_that_was_put_off_comes_back_itself():
    pocket = at_why().says("ik ben ziek, kan dit later?").presses("meant", "later")
    assert (pocket.screens, pocket.answers) == (["snoozed"], {})
    pocket.reaches("snooze", pocket.prompt.id)
    assert [(say.screen, say.args["stage"], say.weight) for say in pocket.said] == [("dilemma_step", "why", "prompt")]
    assert pocket.says("Omdat wij daar goed in zijn.").said[0].args["stage"] == "other"
    assert pocket.taps[pocket.prompt.id, "position"] == "3"


def test_a_follow_up_that_was_put_off_comes_back_itself():
    pocket = at_followup().says("can this wait?").presses("meant", "later")
    assert pocket.screens == ["snooze"]
    pocket.presses("snooze", "tomorrow").reaches("snooze", pocket.prompt.id)
    assert (pocket.screens, pocket.said[0].args["key"]) == (["followup"], pocket.prompt.asked)


def test_it_may_still_be_the_answer():
    pocket = at_why().says("Can this wait?").presses("meant", "answer")
    assert (pocket.words, pocket.prompt.stage) == ([("why", "Can this wait?")], "other")


def test_a_bare_moment_answers_a_further_step_and_illness_a_question():
    assert at_followup().says("Vanavond.").screens != ["meant"]
    assert Pocket.asked("question", "RF-03").says("Ik ben ziek").said[0].args["thanks"] == "thanks_rest"
    assert at_followup().says("Geen tijd").said[0].args["thanks"] == "enough"
    assert at_why().says("Ik ben ziek").screens == ["meant"]


def test_one_of_several_messages_in_a_row_stays_an_answer():
    pocket = Pocket.asked("question", "RF-03", patience=timedelta(seconds=6)).says("Op de vraag wanneer zei zij:")
    assert pocket.says("ask me tomorrow").screens == []


@pytest.mark.parametrize("words", ["", "...", "Ik vroeg haar iets. Morgen.", "Vraag het haar morgen nog eens."])
def test_other_last_sentences_put_nothing_off(words):
    found = leaving.asked_at_the_end(words)
    assert found is None or words.endswith("Morgen.")
