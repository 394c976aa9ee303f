"""Several messages in a row are one answer: kept at once, heard when the leader has finished writing."""

from dataclasses import replace
from datetime import timedelta

import pytest
from pocket import Pocket

from dialogues.effects import Ask, Cancel, Keep, Plan, React, Redraw, Turn

SHORT = "Na het overleg liep ik meteen door."
LONG = "Gisteren in het overleg werd ik boos toen de begroting weer ter tafel kwam en niemand iets zei."
PATIENT = {"patience": timedelta(seconds=6)}


def writing(item: str = "RF-03", kind: str = "question") -> Pocket:
    return Pocket.asked(kind, item, **PATIENT)


def words(pocket: Pocket) -> list[str]:
    return [answer.text for answer in pocket.answers.values()]


def test_a_message_is_kept_at_once_with_a_quiet_receipt_and_no_sentence():
    pocket = writing().says(LONG)
    assert words(pocket) == [LONG]
    assert pocket.screens == []
    assert len(pocket.decided(React)) == 1


def test_after_six_seconds_of_silence_comes_the_reply():
    pocket = writing().says(LONG)
    assert pocket.plans["hear", pocket.prompt.id] == pocket.now + timedelta(seconds=6)
    assert pocket.falls_silent().screens == ["followup"]


def test_each_further_message_begins_the_silence_anew():
    pocket = writing().says(SHORT).waits(seconds=4).says(LONG)
    assert pocket.plans["hear", pocket.prompt.id] == pocket.now + timedelta(seconds=6)
    assert words(pocket) == [SHORT, LONG]


def test_the_pieces_are_heard_as_one_answer_and_kept_only_once():
    pocket = writing().says("Na het overleg").waits(seconds=2).says("liep ik meteen door.").falls_silent()
    assert not pocket.decided(Keep)
    assert pocket.screens[0] in {"followup", "thanks_taps"}
    assert len(pocket.answers) == 2


def test_pieces_together_say_what_one_of_them_does_not():
    alone = writing("RE-01").says(LONG).falls_silent()
    whole = writing("RE-01").says(LONG)
    whole.says("Ik liet het lopen. De collega's vielen stil. Morgen bel ik de wethouder.").falls_silent()
    assert alone.screens == ["followup"]
    assert whole.screens == ["thanks_taps", "intention_offer"] or whole.screens[0] == "thanks_taps"


def test_the_answer_to_the_follow_up_may_come_in_pieces_too():
    pocket = writing().says(LONG).falls_silent()
    pocket.says("Ik zei niets.").says("En zij ook niet.").falls_silent()
    assert [answer.part for answer in pocket.answers.values()] == ["answer", "followup", "followup"]
    assert pocket.screens[0] == "thanks_taps"


def test_what_comes_after_the_thanks_is_added_quietly():
    pocket = writing().says("Rustig gebleven.").falls_silent().says("En doorgevraagd.")
    assert pocket.screens == []
    assert len(pocket.decided(React)) == 1


def test_a_kept_answer_needs_no_reminder_even_before_it_is_heard():
    pocket = writing().says(LONG)
    assert pocket.prompt.state == "answered"
    assert {"remind", "expire", "snooze"} <= {cancel.kind for cancel in pocket.decided(Cancel)}


def test_the_buttons_go_with_the_first_words_and_not_again():
    pocket = writing().says(SHORT)
    assert [drawn.prompt.id for drawn in pocket.decided(Redraw)] == [pocket.prompt.id]
    assert not pocket.says(LONG).decided(Redraw)


def test_without_patience_the_buttons_go_as_well():
    assert Pocket.asked("question", "RF-03").says(LONG).decided(Redraw)


def test_enough_is_heard_at_once_and_nothing_follows_it():
    pocket = writing().says(SHORT).says("Genoeg")
    assert pocket.screens == ["thanks_taps"]
    assert not any(kind == "hear" for kind, _ in pocket.plans)


def test_a_value_is_taken_at_once():
    assert Pocket.asked("paradox", "P04", **PATIENT).says("5").screens == ["dilemma_step"]


def test_each_step_of_a_dilemma_waits_until_all_is_said():
    pocket = Pocket.asked("paradox", "P04", **PATIENT).says("5").says("Vertrouwen groeit").says("door het te geven.")
    assert pocket.screens == []
    pocket.falls_silent()
    assert pocket.said[0].args["stage"] == "other"
    assert {answer.part for answer in pocket.answers.values()} == {"why"}


def test_words_of_despair_are_never_delayed():
    pocket = writing().says(SHORT).says("Ik wil niet meer leven.")
    assert pocket.screens == ["crisis_self"]
    assert not any(kind == "hear" for kind, _ in pocket.plans)


def test_a_sentence_of_despair_in_two_messages_is_heard_with_the_second():
    pocket = writing().says("Ik wil niet").says("meer leven.")
    assert pocket.screens == ["crisis_self"]
    assert {answer.care for answer in pocket.answers.values()} == {"crisis"}


def test_who_goes_on_with_something_else_is_not_called_back():
    pocket = writing().says(SHORT)
    older = pocket.prompt.id
    pocket.ask(Ask("question", "RE-01", "w02A", enrolled=True))
    pocket.reaches("hear", older)
    assert pocket.screens == []
    assert [turn.prompt.stage for turn in pocket.decided(Turn)] == ["done"]


def test_an_answer_that_was_heard_already_is_not_heard_again():
    pocket = writing().says("Rustig gebleven.").falls_silent()
    assert pocket.reaches("hear", pocket.prompt.id).done == []


def test_an_answer_that_was_withdrawn_meanwhile_is_nothing_to_reply_to():
    pocket = writing().says(LONG)
    pocket.answers.clear()
    assert pocket.reaches("hear", pocket.prompt.id).done == []


def test_an_edit_before_the_silence_is_what_is_heard():
    pocket = writing("RE-01").says(LONG)
    message = next(iter(pocket.answers.values())).message
    pocket.edits("Ik liet het lopen en zij vielen stil. Morgen bel ik de wethouder.", message)
    assert pocket.falls_silent().screens[0] == "thanks_taps"


def test_a_late_answer_is_told_so_at_once():
    pocket = writing()
    prompt = pocket.prompt
    pocket.prompts[prompt.id] = replace(prompt, state="closed")
    pocket.says(LONG)
    assert pocket.said[0].args["thanks"] == "kept_late"
    assert not pocket.decided(Plan)


BRUSHING = [
    ("en", "Mo said", "that I am", "too busy", "no time", "in the car"),
    ("en", "on Monday", "skip this", "he told me", "ask me tomorrow"),
    ("nl", "Mo zei", "dat ik", "te druk ben", "geen tijd heb", "zit in de auto"),
    ("nl", "dat ik", "later", "altijd zei"),
    ("nl", "te druk", "geen tijd", "zeiden ze over mij"),
]  # fmt: skip


@pytest.mark.parametrize("told", BRUSHING, ids=" ".join)
def test_every_piece_is_kept_however_much_it_is_like_a_brush_off(told):
    pocket = writing("RF-05")
    pocket.leader = replace(pocket.leader, language=told[0])
    for text in told[1:]:
        pocket.waits(seconds=3).says(text)
    assert [(piece.state, piece.text) for piece in pocket.answers.values()] == [("kept", text) for text in told[1:]]
    assert ("hear", pocket.prompt.id) in pocket.plans
    assert not any(kind == "thought" for kind, _ in pocket.plans)


@pytest.mark.parametrize("word", ["Genoeg", "enough", "Overslaan", "skip", "stop"])
def test_a_bare_word_ends_it_and_drops_no_piece(word):
    pocket = writing().says("Mo zei").says("dat ik te druk ben").says(word)
    assert words(pocket) == ["Mo zei", "dat ik te druk ben"]
    assert pocket.screens in (["thanks_taps"], ["stop_confirm"])


def test_words_in_doubt_that_are_followed_at_once_are_one_answer_with_what_follows():
    pocket = writing().says("te druk")
    assert pocket.screens == ["meant"]
    pocket.waits(seconds=4).says("zeiden ze over mij")
    assert (pocket.screens, words(pocket)) == ([], ["te druk", "zeiden ze over mij"])
    assert pocket.falls_silent().screens[0] in {"followup", "thanks_taps"}


@pytest.mark.parametrize(
    "words",
    [
        "dat was mijn antwoord",
        "Nee, dat was gewoon mijn antwoord!",
        "that was my answer",
        "It is the answer",
        "mijn antwoord",
        "its my answer",
    ],
)
def test_words_in_doubt_are_the_answer_when_that_is_said(words):
    for patience in (timedelta(), timedelta(seconds=6)):
        pocket = Pocket.asked("question", "RF-03", patience=patience).says("te druk")
        pocket.says(words)
        assert [(piece.state, piece.text) for piece in pocket.answers.values()] == [("kept", "te druk")]


def test_a_choice_of_a_dilemma_is_still_changed_between_pieces():
    pocket = Pocket.asked("paradox", "P04", **PATIENT).says("5").says("Vertrouwen groeit").says("toch liever 4")
    assert pocket.taps[pocket.prompt.id, "position"] == "4"
    assert words(pocket) == ["Vertrouwen groeit"]


def test_a_question_about_who_reads_this_is_answered_beside_the_pieces():
    pocket = writing().says("Mo zei").says("wie leest dit?")
    assert (pocket.screens, words(pocket)) == (["who_reads"], ["Mo zei"])


def test_who_says_a_little_late_that_they_are_back_still_writes_the_same_answer():
    pocket = writing().says("Mo zei").waits(seconds=7).says("ik ben weer terug")
    assert words(pocket) == ["Mo zei", "ik ben weer terug"]


@pytest.mark.parametrize("wish", ["wacht, andere vraag graag", "liever een andere vraag", "another question please"])
def test_another_question_by_that_name_is_no_piece_and_comes(wish):
    pocket = writing().says(SHORT).waits(seconds=2).says(wish)
    assert (words(pocket), len(pocket.decided(Ask))) == ([SHORT], 1)


@pytest.mark.parametrize("more", ["toen kwam een andere vraag", "something else entirely", "nog iets anders"])
def test_what_only_sounds_like_it_is_a_piece(more):
    assert words(writing().says(SHORT).waits(seconds=2).says(more)) == [SHORT, more]


@pytest.mark.parametrize("refusal", ["nee dank je", "no thanks", "nee", "hoeft niet"])
def test_a_no_to_a_follow_up_is_kept_nowhere(refusal):
    pocket = writing().says(LONG).falls_silent().says(refusal)
    assert (words(pocket), pocket.prompt.over) == ([LONG], True)


def test_a_no_after_a_first_piece_of_it_is_one():
    pocket = writing().says(LONG).falls_silent().says(SHORT).waits(seconds=2).says("nee")
    assert words(pocket) == [LONG, SHORT, "nee"]
