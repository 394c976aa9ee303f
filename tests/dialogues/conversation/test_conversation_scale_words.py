"""Words under a scale: at its ends a number, else asked about once; and a word that says which button or question."""

import pytest
from pocket import Pocket

from dialogues.effects import Keep, React

WORDS = [
    "matig", "so so", "goed", "not great", "prima", "gaat wel", "ik ben moe", "pretty good actually", "mwah",
    "niet denderend", "kon slechter", "moe maar blij", "not brilliant",
    "it's been up and down", "beetje moe", "not too bad",
]  # fmt: skip


@pytest.mark.parametrize("words", WORDS)
def test_how_it_goes_is_no_number_yet_and_the_scale_stays(words):
    pocket = Pocket.asked("pulse", "PU-01").says(words)
    assert (pocket.screens, pocket.words, pocket.prompt.state) == (["scale_word"], [], "open")
    assert pocket.says("3").taps == {(pocket.prompt.id, "PU-01"): "3"}


def test_it_is_asked_once_and_what_more_is_told_is_kept_beside_the_scale():
    pocket = Pocket.asked("pulse", "PU-01").says("matig").says("nou ja, redelijk")
    assert (pocket.screens, pocket.words, pocket.prompt.state) == ([], [("answer", "nou ja, redelijk")], "open")
    assert pocket.decided(Keep)
    assert pocket.decided(React)


def test_a_question_with_a_scale_is_met_alike():
    pocket = Pocket.asked("question", "RS-02").says("matig")
    assert (pocket.screens, pocket.words) == (["scale_word"], [])
    assert pocket.says("2").taps


@pytest.mark.parametrize(
    ("words", "value"), [("nauwelijks", "1"), ("volop", "5"), ("plenty", "5"), ("hardly any", "1"), ("Volop!", "5")]
)
def test_what_stands_at_an_end_of_the_scale_is_its_number(words, value):
    assert list(Pocket.asked("pulse", "PU-01").says(words).taps.values()) == [value]


def test_the_first_or_the_last_is_no_end_of_a_scale():
    assert Pocket.asked("pulse", "PU-01").says("de laatste").taps == {}


@pytest.mark.parametrize("words", ["Het was een volle week.", "De partners waren goed bezig."])
def test_what_tells_more_is_kept_as_words(words):
    assert Pocket.asked("pulse", "PU-01").says(words).words == [("answer", words)]


def thanked() -> Pocket:
    return Pocket.asked("question", "SM-01", low_energy=True).says("Kort gesprek.")


@pytest.mark.parametrize("words", ["matig", "so so", "gaat wel", "not great", "wat bedoel je?", "what are these?"])
def test_under_the_two_scales_a_word_or_a_question_brings_how_they_go(words):
    pocket = thanked().says(words)
    assert (pocket.screens, len(pocket.words)) == (["moods_how"], 1)
    assert len(pocket.says("3 en 4").taps) == 2


@pytest.mark.parametrize("words", ["overslaan", "skip", "sla maar over", "rather not say", "skip this one please"])
def test_right_after_the_number_of_one_pulse_the_next_is_skipped(words):
    pocket = Pocket.asked("pulse", "PU-01").says("4").is_due("pulse", "PU-02").says(words)
    assert [prompt.state for prompt in pocket.prompts.values()] == ["answered", "skipped"]


@pytest.mark.parametrize("words", ["andere", "other", "another", "een andere graag", "another one please"])
def test_a_short_word_asks_another_question(words):
    pocket = Pocket.asked("question", "SM-01").says(words)
    assert [prompt.state for prompt in pocket.prompts.values()] == ["skipped", "open"]


@pytest.mark.parametrize(
    "words", ["andere", "other", "see another option", "bekijk een andere optie", "another please"]
)
def test_a_short_word_shows_another_option_of_a_case(words):
    pocket = Pocket.asked("integrity_case", "IC-12").says("1").says(words)
    assert (pocket.screens, pocket.said[0].args["option"], pocket.words) == (["case_reflection"], "b", [])


@pytest.mark.parametrize("words", ["anders", "Anders dan anders.", "De andere partners."])
def test_a_word_that_only_looks_like_it_is_an_answer(words):
    assert Pocket.asked("question", "SM-01").says(words).words == [("answer", words)]


@pytest.mark.parametrize(
    "words", ["vraagje", "een vraagje", "ik heb een vraag", "quick question", "can i ask you something"]
)
@pytest.mark.parametrize("at", ["3", ""])
def test_that_a_question_follows_is_no_answer(words, at):
    pocket = Pocket.asked("paradox", "P04")
    pocket = pocket.says(at) if at else pocket
    assert (pocket.says(words).screens, pocket.words) == (["ask_away"], [])


@pytest.mark.parametrize("words", ["they do not fit", "they don't fit", "these do not fit", "ze passen niet"])
def test_that_the_questions_do_not_fit_is_heard_after_three_skips(words):
    pocket = Pocket.asked("question", "SM-01").says("skip")
    for item in ("RE-01", "RF-03"):
        pocket.is_due("question", item, item).says("skip")
    assert pocket.says(words).screens == ["skips_fit"]


@pytest.mark.parametrize(
    "words", ["my place is 2 after all", "actually 2", "make that 2", "2 after all", "toch een 2, bij nader inzien"]
)
def test_another_place_is_taken_in_words_after_the_end(words):
    pocket = Pocket.asked("paradox", "P04").says("5").says("hier stoppen")
    before = dict(pocket.taps)
    assert pocket.says(words).taps != before
    assert pocket.words == []


@pytest.mark.parametrize("words", ["the funder after all", "make that the funder", "toch liever de geldgever"])
def test_another_choice_is_made_by_its_label_on_second_thoughts(words):
    pocket = Pocket.asked("integrity_case", "IC-12").says("1").says(words)
    assert (list(pocket.taps.values()), pocket.words) == (["b"], [])
