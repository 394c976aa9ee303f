"""How somebody is may be the answer: where a question asks for it, in both languages, it is kept at once."""

import pytest
from pocket import Pocket

from dialogues.answers import stating
from dialogues.library import library

ASKED_FOR = {
    "SM-07", "QP-01", "QP-02", "WV-01", "WV-02", "AV-06", "RE-04", "RE-08", "RS-01", "RS-02", "RS-07", "CC-02",
    "PX-01", "PX-02", "PX-06", "RF-01", "RF-02", "RF-06", "RF-07",
}  # fmt: skip
HOW = [
    "ik zit de hele dag in overleg", "I'm in meetings all day", "te druk, geen tijd", "swamped at the moment",
    "I'm drowning in work right now", "heel druk en een beetje ziek", "up to my neck at the moment", "druk",
    "hectisch", "ik verzuip", "busy", "flat out", "heel vol", "niet lekker", "under the weather",
]  # fmt: skip
ELSEWHERE = [
    ("RF-07", "too busy, no time"), ("AV-06", "te druk, geen tijd"), ("QP-01", "haast, geen tijd"),
    ("QP-01", "geen tijd"), ("RE-04", "geen goed moment, te druk"), ("RE-04", "bad timing, too busy"),
    ("WV-02", "maandag, bij de huisarts"), ("RF-02", "maandag, in de call"), ("RF-02", "vanmiddag, in het overleg"),
    ("CC-02", "drukte"), ("CC-02", "deadlines"), ("RS-07", "hoofdpijn"), ("RS-07", "ziek"), ("RS-07", "headache"),
    ("SM-06", "Engels"), ("SM-06", "Dutch"), ("SM-06", "the Dutch"), ("RS-08", "pause everything"),
]  # fmt: skip


def test_which_questions_ask_for_it_is_read_from_how_they_are_put():
    assert {each.id for each in library().questions.values() if stating.asks_for_it(each.text)} == ASKED_FOR


def test_which_or_who_is_asked_by_a_question_that_says_so():
    assert stating.asks_which(library().questions["SM-06"].text)
    assert not stating.asks_which(library().questions["RF-01"].text)


@pytest.mark.parametrize(("item", "words"), [*(("RF-01", each) for each in HOW), *ELSEWHERE])
def test_what_is_asked_for_is_an_answer(item, words):
    pocket = Pocket.asked("question", item).says(words)
    assert (pocket.words, [each.state for each in pocket.answers.values()]) == ([("answer", words)], ["kept"])
    assert all(said.args.get("thanks") != "thanks_rest" for said in pocket.said)


def test_at_a_further_step_of_a_dilemma_it_tells_why():
    pocket = Pocket.asked("paradox", "P08").says("4").says("te druk, geen tijd")
    assert (pocket.screens, pocket.words) == (["dilemma_step"], [("why", "te druk, geen tijd")])


@pytest.mark.parametrize("words", ["ik wil een week rust", "pause for a week, then decide"])
def test_rest_that_may_be_of_ones_own_life_is_asked_about(words):
    pocket = Pocket.asked("question", "RF-01").says(words)
    assert (pocket.screens, [each.state for each in pocket.answers.values()]) == (["meant"], ["held"])


@pytest.mark.parametrize(
    "words",
    [
        "Mo wil pauze van twee weken", "Mo wil even pauze", "no questions from the board on friday",
        "no fridays off for me", "geen vrijdag vrij dus",
    ],
)  # fmt: skip
def test_what_somebody_else_wishes_arranges_nothing(words):
    assert Pocket().says(words).screens == ["not_understood"]


@pytest.mark.parametrize("words", ["in english", "english pls", "in English please"])
def test_a_language_that_is_asked_for_is_spoken(words):
    for item in ("RF-01", "SM-06"):
        assert Pocket.asked("question", item).says(words).screens[0] == "language_set"
    assert Pocket().says(words).screens == ["language_set"]
