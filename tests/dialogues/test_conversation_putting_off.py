"""Putting off and being ill, at any step: asked about once, never filed as an answer; the step itself comes back."""

from datetime import timedelta

import pytest
from pocket import Pocket

from dialogues import leaving

LATER = [
    "ask me tomorrow", "Please ask me again next week, not now", "ik heb corona, even niet",
    "ik ben ziek, kan dit later?",
    "kan dit een andere keer?", "Can this wait?", "kun je me dit morgen nog eens vragen?", "ik kom er morgen op terug",
    "ik antwoord straks wel", "I'll reply tonight", "remind me tomorrow", "I'm ill, so not today",
    "I have no idea what to write. Please ask me again next week, not now",
    "Het was een gekke week. Vraag het me morgen nog eens.",
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
