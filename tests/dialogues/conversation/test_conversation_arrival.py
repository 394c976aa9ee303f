"""From the first tap to the first question: nothing is kept before a yes."""

import pytest
from pocket import Pocket

from dialogues.effects import Agree, Forget
from dialogues.events import Said
from dialogues.talk import Arriving, Consenting, OnPrompt, Resting, Settling


def agreed() -> Pocket:
    pocket = Pocket.at_the_door().presses("language", "nl", 0).presses("consent", "agree", 0)
    assert pocket.talk == Settling("rhythm", first=True)
    return pocket


def test_a_newcomer_is_welcomed_in_the_language_that_they_choose():
    pocket = Pocket.at_the_door().presses("language", "en", 0)
    assert pocket.screens == ["welcome", "consent"]
    assert pocket.leader.language == "en"
    assert pocket.leader.rhythm.zone == "Europe/London"


def test_who_comes_with_an_invite_hears_for_which_group_and_keeps_its_zone():
    pocket = Pocket.at_the_door("digest", cohort="Voorjaarsgroep").presses("language", "en", 0)
    assert pocket.screens == ["welcome", "joined", "consent"]
    assert pocket.leader.rhythm.zone == "Europe/Amsterdam"
    assert pocket.talk == Consenting("digest")


def test_the_language_may_be_typed():
    assert Pocket.at_the_door().says("nederlands").screens == ["welcome", "consent"]


@pytest.mark.parametrize(("words", "language"), [("1", "nl"), ("2", "en"), ("Dutch", "nl"), ("Engels graag", "en")])
def test_the_language_may_be_a_number_or_said_in_other_words(words, language):
    assert Pocket.at_the_door().says(words).leader.language == language


@pytest.mark.parametrize("words", ["Nederlands graag", "Dutch", "in het Nederlands graag"])
def test_another_language_may_be_asked_for_under_the_consent_text(words):
    pocket = Pocket.at_the_door().presses("language", "en", 0).says(words)
    assert (pocket.screens, pocket.leader.language) == (["welcome", "consent"], "nl")
    assert pocket.says(words).screens == ["consent_needed"]  # that is the language already


@pytest.mark.parametrize("words", ["ja graag", "akkoord", "I agree", "ik doe mee", "ja"])
def test_a_yes_in_other_words_is_a_yes(words):
    assert Pocket.at_the_door().presses("language", "nl", 0).says(words).screens == ["rhythm_first"]


def test_more_and_no_may_be_parts_of_a_label_and_a_number_is_no_consent():
    assert Pocket.at_the_door().presses("language", "nl", 0).says("meer lezen").screens == ["consent_more"]
    assert Pocket.at_the_door().presses("language", "nl", 0).says("liever niet").screens == ["consent_declined"]
    assert Pocket.at_the_door().presses("language", "nl", 0).says("1").screens == ["consent_needed"]


def test_a_second_tap_on_the_same_language_says_nothing_twice():
    pocket = Pocket.at_the_door().presses("language", "nl", 0).presses("language", "nl", 0)
    assert pocket.done == []
    assert pocket.presses("language", "en", 0).screens == ["welcome", "consent"]  # another one counts


def test_words_before_the_language_bring_the_question_for_it_again():
    assert Pocket.at_the_door().says("Ik wil iets vertellen").screens == ["language"]


def test_words_before_the_yes_bring_its_buttons_again_and_are_not_kept():
    pocket = Pocket.at_the_door().presses("language", "nl", 0).says("Vandaag ging het mis in het overleg")
    assert (pocket.screens, pocket.answers) == (["consent_needed"], {})
    assert pocket.presses("consent_needed", "more", 0).screens == ["consent_more"]
    assert pocket.presses("consent_needed", "agree", 0).screens == ["rhythm_first"]
    assert pocket.presses("consent_needed", "agree", 0).done == []  # tapped twice


def test_other_words_at_the_first_choice_of_a_rhythm_bring_it_again_with_its_one_tap():
    pocket = agreed().says("eh wat is een alliantie dan?")
    assert pocket.screens == ["rhythm_first"]
    assert pocket.presses("defaults", "defaults", 0).prompts


def test_more_can_be_read_before_the_yes():
    pocket = Pocket.at_the_door(consent={"controller": "de stichting"}).presses("language", "nl", 0)
    pocket.presses("consent", "more", 0)
    assert pocket.said[0].args["controller"] == "de stichting"
    assert pocket.presses("consent_more", "agree", 0).screens == ["rhythm_first"]


@pytest.mark.parametrize("yes", ["ja", "Ja!", "Ja, ik doe mee"])
def test_a_plain_yes_may_be_typed(yes):
    pocket = Pocket.at_the_door("digest").presses("language", "nl", 0).says(yes)
    assert pocket.decided(Agree) == [Agree("digest")]
    assert pocket.leader.state == "active"


@pytest.mark.parametrize(
    "leave",
    [
        lambda pocket: pocket.presses("consent", "decline", 0),
        lambda pocket: pocket.says("nee"),
        lambda pocket: pocket.commands("delete"),
        lambda pocket: pocket.commands("stop"),
    ],
)
def test_a_no_erases_the_little_there_was(leave):
    pocket = leave(Pocket.at_the_door().presses("language", "nl", 0))
    assert pocket.screens == ["consent_declined"]
    assert pocket.forgotten
    assert pocket.talk == Resting()


def test_help_and_the_numbers_to_call_are_for_everyone():
    pocket = Pocket.at_the_door()
    assert pocket.commands("help").screens == ["help"]
    assert pocket.commands("urgent").screens == ["urgent"]
    assert pocket.talk == Arriving()


def test_an_export_before_the_yes_says_that_nothing_is_kept():
    assert Pocket.at_the_door().commands("export").screens == ["nothing_kept"]


def test_the_language_can_be_chosen_again_before_the_yes():
    pocket = Pocket.at_the_door("digest").presses("language", "nl", 0).commands("language")
    assert (pocket.screens, pocket.talk) == (["language"], Arriving("digest"))


def test_despair_at_the_door_gets_the_numbers_and_is_not_kept():
    pocket = Pocket.at_the_door().says("Ik wil niet meer leven")
    assert pocket.screens == ["crisis_self"]
    assert (pocket.answers, pocket.plans, pocket.talk) == ({}, {}, Arriving())


@pytest.mark.parametrize(
    ("value", "screen"),
    [
        ("work", "care_understood"), ("questions", "care_understood"), ("life", "crisis_self"),
        ("unsure", "crisis_self"), ("tired", "severe_strain"), ("x", "urgent"),
    ],
)  # fmt: skip
def test_a_check_at_the_door_takes_its_answer_there(value, screen):
    pocket = Pocket.at_the_door().says("Ik kan niet meer")
    assert pocket.screens == ["crisis_self_check"]
    assert pocket.presses("crisis_self_check", value, 0).screens == [screen]


def test_other_safety_buttons_at_the_door_show_whom_to_call():
    pocket = Pocket.at_the_door().says("Ik word bedreigd door mijn buurman")
    assert pocket.screens == ["acute_danger"]
    assert pocket.presses("acute_danger", "pause", 0).screens == ["urgent"]


def test_one_tap_takes_the_usual_rhythm_and_brings_a_small_question_at_once():
    pocket = agreed().presses("defaults", "defaults", 0)
    assert pocket.screens == ["ready_now"]
    assert pocket.prompt.slot == "first"
    assert pocket.talk == OnPrompt(pocket.prompt.id)


def test_tapping_the_yes_or_the_usual_rhythm_twice_changes_nothing():
    pocket = agreed().presses("consent", "agree", 0)
    assert pocket.done == []
    pocket.presses("defaults", "defaults", 0).presses("defaults", "defaults", 0)
    assert pocket.done == []
    assert len(pocket.prompts) == 1


def test_who_never_answers_the_consent_question_is_forgotten():
    assert Pocket.at_the_door().reaches("lapse").decided(Forget) == [Forget(roles=False)]
    assert agreed().reaches("lapse").done == []


def test_private_words_stay_out_of_a_repr():
    assert "geheim" not in repr(Said("geheim", 1))
