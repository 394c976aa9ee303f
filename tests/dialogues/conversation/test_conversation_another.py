"""Another question is another question, at any step, and what was given stays."""

import pytest
from pocket import Pocket

from dialogues.effects import Ask, Recall
from dialogues.talk import OnPrompt

FURTHER = "Gisteren liep het overleg vast en iedereen keek naar de tafel, tot ik iets vroeg. Ik was opgelucht."
PLAIN = [
    "Wacht, mag ik een andere vraag?",
    "can I have another question?",
    "heb je een andere vraag voor me",
    "deze vraag past niet, heb je een andere?",
    "I'd like a different question instead",
    "This one doesn't fit me, do you have another?",
    "vraag me liever iets anders",
    "ask me something else",
    "mag ik nog een vraag?",
    "andere vraag graag",
]
LOOSE = ["iets anders graag", "something else please", "give me a different one", "liever een andere"]


def question() -> Pocket:
    return Pocket.asked("question", "RF-03")


def followup() -> Pocket:
    return question().says(FURTHER)


@pytest.mark.parametrize("words", [*PLAIN, *LOOSE])
def test_another_follow_up_comes_in_the_place_of_the_one_at_hand(words):
    pocket = followup()
    (before,), kept = [say.args["key"] for say in pocket.said], pocket.words
    pocket.says(words)
    assert (pocket.screens, pocket.words, pocket.prompt.stage) == (["followup"], kept, "deeper")
    assert pocket.said[0].args["key"] != before


@pytest.mark.parametrize("words", [*PLAIN, *LOOSE])
def test_after_the_second_one_a_new_question_comes(words):
    pocket = followup().says(PLAIN[0])
    kept = pocket.words
    pocket.says(words)
    (asked,) = pocket.decided(Ask)
    assert (asked.kind, asked.item != "RF-03", pocket.words) == ("question", True, kept)
    assert pocket.said[0].args["thanks"] == "enough"
    assert pocket.talk == OnPrompt(pocket.prompt.id)


@pytest.mark.parametrize("words", PLAIN)
@pytest.mark.parametrize(("kind", "item"), [("paradox", "P02"), ("integrity_case", "IC-12"), ("question", "RF-03")])
def test_a_question_comes_in_the_place_of_whatever_is_open(kind, item, words):
    pocket = Pocket.asked(kind, item)
    first = pocket.prompt.id
    pocket.says(words)
    assert [asked.kind for asked in pocket.decided(Ask)] == ["question"]
    assert (pocket.prompts[first].state, pocket.screens, pocket.words) == ("skipped", [], [])


def test_a_step_of_a_dilemma_is_thanked_for_first():
    pocket = Pocket.asked("paradox", "P02").presses("value", "3").says(PLAIN[1])
    assert (pocket.screens, [asked.kind for asked in pocket.decided(Ask)]) == (["thanks_taps"], ["question"])
    assert pocket.taps[min(pocket.prompts), "position"] == "3"


@pytest.mark.parametrize("said", [["3", "Ik hecht aan rust."], ["3", "Ik hecht aan rust.", "Vrijheid ook.", "Beide."]])
def test_the_thanks_before_it_asks_nothing_of_its_own(said):
    pocket = Pocket.asked("paradox", "P04")
    for words in said:
        pocket.says(words)
    pocket.says(PLAIN[1])
    (thanks,) = pocket.said
    assert (thanks.screen, thanks.args["page"], len(pocket.decided(Ask))) == ("thanks_taps", "closed", 1)
    assert not pocket.decided(Recall)


@pytest.mark.parametrize("words", [*PLAIN, *LOOSE])
def test_with_nothing_open_one_comes_at_once(words):
    for pocket in (Pocket(), question().says("Kort en goed."), question().presses("prompt_buttons", "skip")):
        kept = pocket.words
        pocket.says(words)
        assert ([asked.kind for asked in pocket.decided(Ask)], pocket.words) == (["question"], kept)


@pytest.mark.parametrize("words", PLAIN[:2])
def test_what_is_asked_for_a_reason_of_its_own_is_left_as_ever(words):
    assert Pocket.asked("pulse", "PU-01").says(words).screens[0].startswith("skip")
    pocket = Pocket.asked("programme_end", "starter_4w").presses("programme_end", "light").says(words)
    assert pocket.decided(Ask) == []


def test_while_questions_rest_none_comes():
    pocket = Pocket().says("Ik wil er een eind aan maken")
    assert pocket.leader.state == "held"
    assert pocket.says(PLAIN[0]).decided(Ask) == []


@pytest.mark.parametrize(
    "words",
    [
        "iets anders",
        "Ik wil iets anders",
        "een nieuwe vraag aan het bestuur",
        "Another question came up",
        "Een andere partner vroeg iets nieuws",
        "I want something different",
        "We hebben een andere aanpak nodig",
    ],
)
def test_words_about_something_else_are_an_answer(words):
    assert question().says(words).words == [("answer", words)]
