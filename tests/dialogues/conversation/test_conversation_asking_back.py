"""A question to the bot is answered, or asked about once: it never becomes an answer by itself."""

from dataclasses import replace
from datetime import timedelta

import pytest
from pocket import Pocket

from dialogues.library import library
from dialogues.talk import Consenting
from dialogues.wishes import queries

DEEP = "Gisteren liep het overleg vast en iedereen keek naar de tafel, tot ik iets vroeg. Ik was opgelucht."


def at_followup(**facts: object) -> Pocket:
    pocket = Pocket.asked("question", "RF-03", **facts).says(DEEP)
    assert pocket.prompt.stage == "followup"
    return pocket


def at_question() -> Pocket:
    return Pocket.asked("question", "RF-03")


def at_why() -> Pocket:
    return Pocket.asked("paradox", "P02").presses("value", "3")


STEPS = pytest.mark.parametrize("step", [at_question, at_followup, at_why])


@STEPS
@pytest.mark.parametrize(
    "words",
    ["Why should I tell you?", "What happens with my answers?", "Waarom zou ik jou dat vertellen?",
     "wat gebeurt er met wat ik schrijf?"],
)  # fmt: skip
def test_who_doubts_whom_it_is_told_to_hears_who_reads_it(step, words):
    pocket = step()
    kept = pocket.words
    pocket.says(words)
    assert (pocket.screens, pocket.words) == (["who_reads"], kept)


def test_another_question_is_another_question_in_its_place():
    assert "skipped" in {
        prompt.state for prompt in at_question().says("Wacht, mag ik een andere vraag?").prompts.values()
    }


ASKED = ["wat wordt het voornemen dan?", "Waarom wil je dat weten?", "Ja maar, ben jij dat die dit bepaalt?",
         "Do you think that was wrong?", "Mag ik dit straks teruglezen?",
         "Wat doet deze stap? En ken jij mijn partners?"]  # fmt: skip


@STEPS
@pytest.mark.parametrize("words", ASKED)
def test_what_may_be_a_question_to_the_bot_is_asked_about_once(step, words):
    pocket = step()
    kept = pocket.words
    pocket.says(words)
    assert (pocket.screens, pocket.words[:-1]) == (["meant_question"], kept)
    assert pocket.says("ja").screens == ["meant_question_how"]
    pocket.presses("meant_question", "question")
    assert (pocket.screens, pocket.words, pocket.prompt.state != "skipped") == (["question_unknown"], kept, True)


def test_it_may_be_the_answer_all_the_same():
    pocket = at_why().says("Wat wil je als iedereen wegkijkt?").says("Het is mijn antwoord")
    assert (pocket.words, pocket.prompt.stage) == ([("why", "Wat wil je als iedereen wegkijkt?")], "other")
    pocket = at_why().says("Wat wil je als iedereen wegkijkt?").says("Omdat het om onze leden gaat.")
    assert [part for part, _ in pocket.words] == ["why", "why"]


@pytest.mark.parametrize(
    "words", ["Hoezo opnieuw?", "Wie ben ik om dat te zeggen?", "Ik vroeg: waarom wil je dat? Zij zweeg.", "?!", "Hm."]
)
def test_a_question_to_oneself_is_an_answer(words):
    assert not queries.asks(words)


def test_where_a_question_is_asked_for_a_question_is_the_answer():
    invites = next(
        each.id
        for each in library().questions.values()
        if each.kind == "open" and queries.wants_a_question(each.text.nl)
    )
    assert Pocket.asked("question", invites).says("Wat heb je van mij nodig?").words == [
        ("answer", "Wat heb je van mij nodig?")
    ]


def test_a_follow_up_that_the_library_no_longer_has_invites_to_nothing():
    pocket = at_followup()
    pocket.prompts[pocket.prompt.id] = replace(pocket.prompt, asked="gone/9")
    assert pocket.says("Waarom wil je dat weten?").screens == ["meant_question"]


def test_under_a_pulse_or_among_several_messages_nothing_is_asked_about():
    assert "meant_question" not in Pocket.asked("pulse", "PU-01").says("Waarom wil je dat weten?").screens
    pocket = Pocket.asked("question", "RF-03", patience=timedelta(seconds=6)).says("Zij vroeg mij toen:")
    assert pocket.says("Waarom wil je dat weten?").screens == []


def test_a_late_question_is_kept_as_it_came():
    pocket = at_question()
    pocket.reaches("expire", pocket.prompt.id).waits(days=6)
    assert "meant_question" not in pocket.says("Waarom wil je dat weten?", reply_to=pocket.prompt.id).screens


def test_before_the_yes_it_is_told_who_reads_this():
    pocket = Pocket.at_the_door().presses("language", "en").says("who reads this?")
    assert (pocket.screens, pocket.talk) == (["who_reads"], Consenting())
    assert pocket.says("Tell me more").screens != ["who_reads"]


@pytest.mark.parametrize(
    "words", ["Wat gebeurt er met mijn antwoorden als ik wegga?", "How long do you keep my answers?"]
)
def test_who_asks_what_becomes_of_their_words_gets_an_answer_of_its_own_at_any_step(words):
    for pocket in (Pocket(), at_question(), at_followup(), Pocket.asked("paradox", "P02")):
        kept = pocket.words
        assert (pocket.says(words).screens, pocket.words) == (["what_stays"], kept)
