"""What a leader says to the bot itself gets a fitting word, and is never taken for an answer."""

from datetime import timedelta

import pytest
from pocket import TUESDAY, Pocket

from dialogues.effects import React
from dialogues.events import Said
from dialogues.library import library
from dialogues.people import Enrolment
from dialogues.talk import OnPrompt, Resting

TOLD = "Gisteren liep het overleg met de gemeente vast. Ik voelde me klem zitten en keek naar de tafel."


def asked(**facts: object) -> Pocket:
    return Pocket.asked("question", "RE-01", **facts)


def running() -> Enrolment:
    return Enrolment(1, 7, None, "starter_4w", "active", TUESDAY.date(), 0, 3, TUESDAY)


def test_a_question_that_is_not_understood_gets_something_to_hold_on_to():
    pocket = asked().says("Ik snap de vraag niet")
    assert again(pocket) == ("prompt", "question_unclear")
    assert (pocket.words, pocket.prompt.state) == ([], "open")
    pocket.presses("prompt_buttons", "skip")
    assert pocket.says("Huh?").decided(React)
    assert pocket.prompt.state == "skipped"


def again(pocket: Pocket) -> tuple[str, str]:
    """The one screen that was said last, and what stands above it."""
    (said,) = pocket.said
    assert said.about == pocket.prompt.id or said.screen == "intention_learning"
    return said.screen, said.args["intro"]


CASE = next(iter(library().cases))
SCALE = next(name for name, each in library().questions.items() if each.scale)
CHOICE = next(name for name, each in library().questions.items() if each.options)
CHOICES = [
    ("paradox", "P04", "place_unclear"), ("paradox_revisit", "P04", "place_unclear"),
    ("integrity_case", CASE, "case_unclear"), ("question", SCALE, "scale_unclear"),
    ("question", CHOICE, "choice_unclear"), ("pulse", "PU-01", "scale_unclear"),
    ("intention_check", "intention", "check_unclear"),
]  # fmt: skip
ASKED_BACK = ["Wat bedoel je?", "What do you mean?", "?"]


@pytest.mark.parametrize("words", ASKED_BACK)
@pytest.mark.parametrize(("kind", "item", "explained"), CHOICES)
def test_a_choice_that_is_not_understood_comes_again_with_what_is_wanted(kind, item, explained, words):
    pocket = Pocket.asked(kind, item)
    before = pocket.prompt
    pocket.hears(Said(words, 77), reply_to=before.id)
    assert again(pocket) == ("prompt", explained)
    assert (pocket.words, pocket.taps, pocket.prompt) == ([], {}, before)


STEPS = [
    ("paradox", "P04", ("3",), "dilemma_step"), ("paradox", "P04", ("3", "Ruimte."), "dilemma_step"),
    ("paradox", "P04", ("3", "Ruimte.", "Houvast.", "Beide."), "own_case_offer"),
    ("paradox_revisit", "P04", ("3",), "dilemma_step"), ("integrity_case", CASE, ("1",), "case_reflection"),
    ("integrity_case", CASE, ("1", "Dat ik het zeg."), "case_closing"), ("question", SCALE, ("4",), "followup"),
    ("question", "RE-01", (TOLD,), "followup"), ("intention_check", "intention", ("gedaan",), "intention_learning"),
    ("programme_end", "starter_4w", (), "prompt"),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "item", "said", "screen"), STEPS)
def test_a_step_that_is_not_understood_comes_again_and_nothing_is_kept(kind, item, said, screen):
    pocket = Pocket.asked(kind, item)
    for text in said:
        pocket.says(text)
    step, words, before = pocket.said, pocket.words, pocket.prompt
    pocket.says("Wat bedoel je?")
    assert again(pocket) == (screen, "step_unclear")
    assert (pocket.words, pocket.prompt, pocket.talk) == (words, before, OnPrompt(before.id))
    asked, first = pocket.said[0].args, (step or pocket.said)[-1].args
    assert (asked.get("stage"), asked.get("key")) == (first.get("stage"), first.get("key"))


def test_what_is_over_comes_again_without_its_buttons():
    pocket = Pocket.asked("question", SCALE).waits(days=20)
    pocket.reaches("expire", pocket.prompt.id).hears(Said("Wat bedoel je?", 77), reply_to=pocket.prompt.id)
    assert again(pocket) == ("prompt", "scale_unclear")
    assert pocket.said[0].args["closed"]
    assert pocket.words == []


@pytest.mark.parametrize("words", ["Kan mijn bestuur dit lezen?", "ben je een mens?", "are you a bot?"])
def test_who_reads_this_gets_an_honest_sentence_at_any_moment(words):
    pocket = asked().says(words)
    assert (pocket.screens, pocket.words, pocket.prompt.state) == (["who_reads"], [], "open")
    assert pocket.says("Rustig gebleven.").says(words).screens == ["who_reads"]
    assert pocket.talk == Resting(pocket.prompt.id)
    assert Pocket().says(words).screens == ["who_reads"]


@pytest.mark.parametrize("words", ["Kan ik die naam nog weghalen?", "I wrote a name, can I take it out?"])
def test_whether_words_can_be_changed_is_answered_and_kept_nowhere(words):
    pocket = asked(patience=timedelta(seconds=6)).says(words)
    assert (pocket.screens, pocket.words, pocket.prompt.state) == (["change_how"], [], "open")
    pocket.says("Farida ging weg.").says(words)
    assert (pocket.screens, len(pocket.words)) == (["change_how"], 1)
    pocket.falls_silent()
    assert pocket.prompt.state == "answered"
    assert Pocket().says(words).screens == ["change_how"]


def test_a_question_whether_it_may_be_skipped_skips_it():
    pocket = asked().says("Kan ik deze overslaan?")
    assert (pocket.prompt.state, pocket.words) == ("skipped", [])
    assert pocket.says("Can I skip this?").screens == ["skipped_already"]
    pocket = asked().says(TOLD)
    assert pocket.screens == ["followup"]
    pocket.says("kan ik dat overslaan?")
    assert (len(pocket.words), pocket.talk, pocket.prompt.stage) == (1, Resting(pocket.prompt.id), "done")
    assert len(pocket.says("kan ik dat overslaan?").decided(React)) == 1


@pytest.mark.parametrize("words", ["Dank je", "ok", "👍", "Thanks!"])
def test_thanks_get_a_nod_and_are_added_to_nothing(words):
    pocket = asked().says("Rustig gebleven.").says(words)
    assert (pocket.screens, len(pocket.decided(React)), len(pocket.words)) == ([], 1, 1)
    pocket.waits(days=1).says(words)
    assert (pocket.screens, len(pocket.decided(React)), len(pocket.words)) == ([], 1, 1)


def test_thanks_are_no_answer_to_what_is_open():
    pocket = asked().says("Dank je")
    assert (pocket.screens, len(pocket.decided(React)), pocket.prompt.state) == ([], 1, "open")
    assert pocket.says("ok").prompt.state == "answered"  # an answer as good as any


def test_all_right_after_a_late_answer_is_no_answer_to_what_is_open():
    pocket = asked()
    older = pocket.prompt.id
    pocket.waits(days=2).is_due("question", "RF-03").says("Toch nog: we bleven in gesprek.", reply_to=older).says("ok")
    assert (len(pocket.words), pocket.prompt.state, pocket.talk) == (1, "open", OnPrompt(pocket.prompt.id))
    assert pocket.says("En wat nu?").screens == ["prompt"]


def test_thanks_for_a_skip_leave_it_skipped():
    pocket = asked().presses("prompt_buttons", "skip").says("dank je")
    assert (pocket.prompt.state, pocket.talk, len(pocket.decided(React))) == ("skipped", Resting(), 1)


def test_asking_to_skip_what_was_skipped_leaves_it_skipped():
    pocket = asked().presses("prompt_buttons", "skip").says("Kan ik dat overslaan?")
    assert (pocket.prompt.state, pocket.screens, pocket.words) == ("skipped", ["skipped_already"], [])


@pytest.mark.parametrize(("kind", "item"), [("paradox", "P04"), ("integrity_case", CASE)])
def test_asking_to_skip_a_further_step_leaves_it_at_what_was_given(kind, item):
    pocket = Pocket.asked(kind, item).says("3").says("Mag ik deze overslaan?")
    assert (pocket.prompt.state, pocket.prompt.stage, pocket.words) == ("answered", "done", [])
    assert pocket.screens == ["thanks_taps"]


def test_what_now_is_answered_with_the_day_of_the_next_question():
    pocket = asked(enrolment=running()).says("Rustig gebleven.").says("En wat nu?")
    assert (pocket.screens, len(pocket.words)) == (["next_at"], 1)
    assert pocket.said[0].args["next_date"].startswith("dinsdag 8 december")
    assert Pocket().says("Wat nu?").screens == ["next_none"]


def test_the_same_words_among_pieces_of_an_answer_are_pieces():
    pocket = asked(patience=timedelta(seconds=6)).says("Ik zei te snel ja.").says("Wat bedoel je?")
    assert [text for _, text in pocket.words] == ["Ik zei te snel ja.", "Wat bedoel je?"]


@pytest.mark.parametrize("words", ["Deze week niets, ik was ziek.", "Nothing this week, I was on holiday."])
def test_nothing_to_tell_gets_a_kind_thanks_and_nothing_more(words):
    pocket = asked().says(words)
    shown = pocket.said[0].args
    assert (pocket.screens, shown["thanks"], shown["page"], shown["deeper"]) == (
        ["thanks_taps"], "thanks_rest", "closed", False,
    )  # fmt: skip
    assert (pocket.words, pocket.prompt.stage) == ([("answer", words)], "done")
    assert pocket.presses("deeper_offer", "deeper").screens == ["already_answered"]
