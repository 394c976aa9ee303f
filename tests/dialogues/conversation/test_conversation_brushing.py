"""Brush-offs under a question: nothing of them is kept, the question stays or is let go of, and an answer stays one."""

from dataclasses import replace
from datetime import timedelta

import pytest
from brushed_lines import BEFORE, NONE, OFF, PERHAPS, PERHAPS_BEFORE, PERHAPS_NONE, STATES, TELLING
from pocket import Pocket

from dialogues.effects import Ask, React
from dialogues.events import Said

DEEP = "Gisteren liep het overleg vast en iedereen keek naar de tafel, tot ik iets vroeg. Ik was opgelucht."
NO_ANSWERS = {"", "later", "gisteren", "sorry", "klant", "ik"}


def asked(item: str = "RF-05", **facts: object) -> Pocket:
    return Pocket.asked("question", item, **facts)


def at_followup() -> Pocket:
    pocket = asked("RF-03").says(DEEP)
    assert pocket.prompt.stage == "followup"
    return pocket


@pytest.mark.parametrize("words", OFF)
def test_what_puts_off_is_not_kept_and_a_moment_is_offered_or_taken(words):
    for pocket in (asked(), at_followup(), Pocket.asked("paradox", "P04")):
        before = pocket.words
        pocket.says(words)
        assert pocket.screens[0] in ("snooze", "snoozed", "snoozed_on", "snoozed_taken")
        assert pocket.words == before
        assert pocket.prompt.state in ("open", "answered")


def test_the_moment_that_is_named_is_when_it_comes_back():
    pocket = asked().says("weinig tijd, morgen meer")
    assert pocket.screens == ["snoozed"]
    assert pocket.plans["snooze", pocket.prompt.id].date() > pocket.now.date()


@pytest.mark.parametrize("words", [*PERHAPS, *STATES])
def test_one_sign_alone_may_be_an_answer_and_is_asked_about(words):
    pocket = asked().says(words)
    assert (pocket.screens, [answer.state for answer in pocket.answers.values()]) == (["meant"], ["held"])
    assert pocket.presses("meant", "answer").prompt.state == "answered"
    pocket = asked().says(words)
    assert (pocket.presses("meant", "later").screens[0][:6], pocket.words) == ("snooze", [])


def test_to_a_scale_it_is_a_word_like_any_other():
    assert Pocket.asked("pulse", "PU-01").says("druk").screens != ["meant"]


@pytest.mark.parametrize("words", BEFORE)
def test_what_was_told_before_is_let_go_of_kindly(words):
    pocket = asked().says(words)
    assert (pocket.screens, pocket.words, pocket.prompt.state) == (["skip_told"], [], "skipped")
    pocket = asked().presses("prompt_buttons", "skip").says(words)
    assert (pocket.screens, pocket.words) == (["skipped_already"], [])


@pytest.mark.parametrize("words", [*PERHAPS_BEFORE, *PERHAPS_NONE, "said sorry already", "said it earlier"])
def test_what_may_be_left_and_may_tell_something_is_asked_about(words):
    pocket = asked().says(words)
    assert (pocket.screens, [answer.state for answer in pocket.answers.values()]) == (["meant_question"], ["held"])
    assert pocket.presses("meant_question", "question").prompt.state == "skipped"
    assert (pocket.screens[0] in ("skip_told", "skip_not_mine"), pocket.words) == (True, [])
    assert asked().says(words).presses("meant_question", "answer").prompt.state == "answered"
    pocket = asked().presses("prompt_buttons", "skip").says(words)
    assert (pocket.screens, pocket.words) == (["skipped_already"], [])


@pytest.mark.parametrize("words", NONE)
def test_what_does_not_apply_is_let_go_of_kindly(words):
    pocket = asked().says(words)
    assert (pocket.screens, pocket.words, pocket.prompt.state) == (["skip_not_mine"], [], "skipped")
    pocket.says("andere vraag")
    assert pocket.decided(Ask)


def test_what_is_closed_is_let_go_of_with_a_nod():
    pocket = asked()
    pocket.prompts[pocket.prompt.id] = replace(pocket.prompt, state="closed")
    pocket.says("n/a")
    assert (len(pocket.decided(React)), pocket.screens, pocket.words) == (1, [], [])


def test_at_a_further_step_it_ends_the_talk_and_what_was_given_stays():
    pocket = at_followup().says("n/a")
    assert (pocket.screens, len(pocket.words), pocket.prompt.stage) == (["thanks_taps"], 1, "done")
    pocket = at_followup().says("already told you that")
    assert (pocket.screens, len(pocket.words), pocket.prompt.stage) == (["thanks_taps"], 1, "done")


def test_at_a_further_step_who_told_it_may_have_told_others():
    pocket = at_followup().says("heb ik al verteld")
    assert (pocket.screens, list(pocket.answers.values())[-1].state) == (["meant_question"], "held")
    pocket.presses("meant_question", "question")
    assert (pocket.screens, len(pocket.words), pocket.prompt.stage) == (["thanks_taps"], 1, "done")


@pytest.mark.parametrize("words", [each for each in TELLING if each not in NO_ANSWERS])
def test_what_tells_something_stays_an_answer(words):
    pocket = asked().says(words)
    assert [answer.text for answer in pocket.answers.values()] == [words]


@pytest.mark.parametrize(
    "words", ["ik ben ziek", "ben ziek", "I'm sick", "heb corona, lig op bed", "lig met griep op de bank"]
)
def test_who_is_ill_gets_the_same_kind_word_in_both_languages(words):
    pocket = asked().says(words)
    assert pocket.said[0].args["thanks"] == "thanks_rest"


@pytest.mark.parametrize("words", ["wdym", "what u mean", "come again?", "wat bedoelje"])
def test_what_is_meant_is_asked_in_hurried_words_too(words):
    pocket = asked().says(words)
    assert (pocket.screens, pocket.words, pocket.prompt.state) == (["prompt"], [], "open")


BAD = [
    "dumb question",
    "wat een stomme vraag",
    "this is a boring question",
    "vind dit een suffe vraag",
    "zinloze vraag",
]


@pytest.mark.parametrize("words", BAD)
def test_a_bad_question_makes_way_for_another(words):
    pocket = asked().says(words)
    assert pocket.decided(Ask)
    assert pocket.words == []


def test_where_a_question_was_asked_for_a_bad_one_may_be_the_answer():
    pocket = asked("SM-01")
    pocket.says("a stupid question")
    assert (pocket.screens, [answer.state for answer in pocket.answers.values()]) == (["meant_question"], ["held"])
    assert pocket.presses("meant_question", "question").decided(Ask)


@pytest.mark.parametrize("words", ["ignore that", "negeer dat", "ignore what I said", "disregard the last bit"])
def test_what_is_to_be_passed_over_is_no_answer(words):
    pocket = asked().says(words)
    assert (pocket.screens, pocket.words, pocket.prompt.state) == (["change_how"], [], "open")


def test_forget_it_lets_go_of_the_question():
    assert asked().says("forget it").prompt.state == "skipped"


@pytest.mark.parametrize(
    "words",
    [
        "how much longer does this take",
        "hoe lang duurt dit nog",
        "duurt dit lang?",
        "is this going to take long",
        "how many more questions",
        "hoeveel vragen nog?",
    ],
)
def test_how_long_it_takes_is_told(words):
    pocket = asked().says(words)
    assert (pocket.screens, pocket.words, pocket.prompt.state) == (["how_long"], [], "open")
    assert Pocket().says(words).screens == ["how_long"]


@pytest.mark.parametrize("words", ["too late?", "te laat?", "am I too late", "kan ik nog antwoorden"])
def test_it_is_not_too_late(words):
    pocket = asked().says(words)
    assert (pocket.screens, pocket.words, pocket.prompt.state) == (["not_late"], [], "open")
    assert Pocket().says(words).screens == ["next_none"]


def test_too_late_may_be_what_happened():
    assert len(asked().says("te laat").words) == 1


@pytest.mark.parametrize("language", ["nl", "en"])
def test_being_swamped_beside_a_not_now_is_no_heavy_time(language):
    pocket = asked()
    pocket.leader = replace(pocket.leader, language=language)
    pocket.hears(Said("can't right now sorry, swamped", 9))
    assert (pocket.screens, pocket.words) == (["snooze"], [])


@pytest.mark.parametrize("said", [("geen idee", "geen idee", "pff"), ("dunno", "no idea", "dunno")])
def test_who_finds_no_number_is_asked_in_other_words_and_then_no_more(said):
    pocket, heard = Pocket.asked("paradox", "P04"), []
    for words in said:
        heard += pocket.says(words).screens
    assert heard == ["choose_inkling", "choose_lightly", "choose_rests"]
    assert (pocket.prompt.state, pocket.words, pocket.prompt.met) == ("skipped", [], True)
    assert pocket.says(said[0]).decided(React)
    assert pocket.says("4").taps[pocket.prompt.id, "position"] == "4"


@pytest.mark.parametrize("words", ["was ff op vakantie sorry", "sorry was on holiday", "just back from leave"])
def test_who_was_away_gets_the_choice_again(words):
    pocket = Pocket.asked("paradox", "P04").waits(days=4).says(words)
    (said,) = pocket.said
    assert (said.screen, said.args["intro"], pocket.words, pocket.prompt.state) == ("prompt", "no_hurry", [], "open")


MORE = ["oh wacht nog iets", "oh wait, something else", "wacht, ik was nog niet klaar", "hold on, one more thing"]


@pytest.mark.parametrize("words", MORE)
def test_what_comes_after_a_wait_joins_the_answer(words):
    pocket = asked().says("Rustig gebleven.").says("Niets.").says(words)
    assert (pocket.screens, len(pocket.decided(React))) == ([], 1)
    pocket.says("Mo was ook boos.")
    assert pocket.words[-1] == ("addition", "Mo was ook boos.")
    pocket = at_followup()
    before = pocket.words
    assert (pocket.says(words).screens, len(pocket.decided(React)), pocket.words) == ([], 1, before)
    pocket.says("Mo was ook boos.")
    assert pocket.words == [*before, ("followup", "Mo was ook boos.")]


@pytest.mark.parametrize("words", ["ja", "yes", "nee", "no thanks"])
def test_a_bare_yes_to_nothing_is_met_with_a_nod_and_no_thought(words):
    pocket = asked().says("Rustig gebleven.").says("Niets.").waits(hours=3)
    pocket.presses("answers", "withdraw.a.1", max(pocket.answers))
    kept = pocket.words
    pocket.says(words)
    assert (pocket.screens, len(pocket.decided(React)), pocket.words) == ([], 1, kept)


def test_who_stopped_is_sent_nothing_about_what_they_wrote_then():
    pocket = asked(patience=timedelta(seconds=6)).presses("stop_confirm", "stop", 0)
    assert pocket.leader.state == "stopped"
    number = max(pocket.prompts)
    pocket.says(DEEP, reply_to=number)
    assert (pocket.screens, pocket.words) == (["not_understood"], [("thought", DEEP)])
    assert pocket.prompts[number].state == "open"
