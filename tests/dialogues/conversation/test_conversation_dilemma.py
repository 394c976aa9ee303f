"""A paradox in steps, stoppable at each; and an integrity case, with one question at a time."""

import pytest
from pocket import Pocket

from dialogues.asking import poles
from dialogues.effects import Mark, React, Redraw, Turn
from dialogues.library import library
from dialogues.talk import OnPrompt, Resting


def placed() -> Pocket:
    return Pocket.asked("paradox", "P04").presses("value", "6")


def at(dilemma: str, seen: int) -> str:
    """The kept value of a place as this leader sees it."""
    return str(poles.turned(seen, swap=poles.swapped(Pocket().leader, dilemma)))


def offered() -> Pocket:
    pocket = placed().says("Papier heeft ons eerder uit elkaar gedreven.").says("Afspraken beschermen wie klein is.")
    return pocket.says("Eén bladzijde, en elk kwartaal een gesprek.")


def test_a_position_shows_on_the_scale_itself_and_asks_what_puts_you_there():
    pocket = placed()
    assert pocket.screens == ["prompt", "dilemma_step"]
    assert pocket.said[0].edits is not None
    assert pocket.said[1].args["stage"] == "why"


def test_the_steps_follow_each_other_and_the_own_case_is_offered():
    pocket = offered()
    assert [part for part, _ in pocket.words] == ["why", "other", "both"]
    assert pocket.screens == ["own_case_offer"]


def test_a_yes_to_the_own_case_asks_for_it_and_then_thanks():
    pocket = offered().presses("own_case_offer", "own_case")
    assert pocket.said[0].args["stage"] == "own_case"
    assert pocket.presses("own_case_offer", "own_case").done == []  # tapped twice
    pocket.says("Bij ons gezamenlijke fonds.")
    assert pocket.said[0].args["thanks"] == "thanks_8"
    assert pocket.words[-1] == ("own_case", "Bij ons gezamenlijke fonds.")
    assert pocket.presses("own_case_offer", "own_case").screens == ["already_answered"]


@pytest.mark.parametrize(("words", "stage"), [("Ja graag", "own_case"), ("Nee, dank je", "done")])
def test_the_offer_can_be_answered_in_a_word(words, stage):
    pocket = offered().says(words)
    assert (pocket.prompt.stage, len(pocket.answers)) == (stage, 3)


def test_an_example_given_at_once_is_kept_as_the_own_case():
    pocket = offered().says("Bij ons gezamenlijke fonds speelt het nu.")
    assert pocket.words[-1][0] == "own_case"
    assert pocket.talk == Resting(pocket.prompt.id)


def test_an_offer_that_is_not_there_yet_cannot_be_taken():
    assert placed().presses("own_case_offer", "own_case").screens == ["stale_button"]


@pytest.mark.parametrize("act", [lambda p: p.presses("dilemma_stop", "stop"), lambda p: p.says("Hier stoppen")])
def test_stopping_at_a_step_keeps_what_was_given(act):
    pocket = act(placed().says("Papier heeft ons eerder uit elkaar gedreven."))
    assert pocket.said[0].args["thanks"] == "thanks_8"
    assert len(pocket.answers) == 1


def test_enough_after_a_few_words_keeps_the_words_and_stops():
    pocket = placed().says("Papier dreef ons uit elkaar. Genoeg voor nu.")
    assert (pocket.prompt.stage, len(pocket.answers)) == ("done", 1)


def test_words_before_a_position_are_kept_and_count_as_what_puts_you_there():
    pocket = Pocket.asked("paradox", "P04").says("Ik twijfel, want vertrouwen kost ook tijd.")
    assert pocket.screens == ["choose_first"]
    assert pocket.says("3").said[0].args["stage"] == "other"


@pytest.mark.parametrize("words", ["9", "0", "8!", "12 denk ik", "7,5", "maybe a 10"])
def test_a_number_that_is_not_on_the_line_is_no_reason_and_is_told_so(words):
    pocket = Pocket.asked("paradox", "P04").says(words)
    assert (pocket.screens, pocket.said[0].args) == (["choose_within"], {"min": "1", "max": "7"})
    assert (pocket.words, pocket.says("4").prompt.stage) == ([], "why")


@pytest.mark.parametrize(
    "words", ["geen van beide helpt ons", "somewhere in the middle but leaning to feeling", "dat hangt ervan af"]
)
def test_a_few_words_before_a_position_are_kept_and_are_no_reason(words):
    pocket = Pocket.asked("paradox", "P04").says(words)
    assert (pocket.screens, pocket.words) == (["choose_first"], [("addition", words)])
    assert pocket.says("4").prompt.stage == "why"


def test_a_long_word_before_a_position_is_what_puts_you_there():
    told = "Ik heb beide kanten van dit verhaal van heel dichtbij meegemaakt."
    assert Pocket.asked("paradox", "P04").says(told).says("4").prompt.stage == "other"


@pytest.mark.parametrize("words", ["hmm, no, 6 rather", "Hm, nee, toch 6", "uh, 6"])
def test_a_sigh_before_another_number_leaves_it_a_correction(words):
    pocket = Pocket.asked("paradox", "P04").says("4").says(words)
    assert (pocket.screens[0], pocket.prompt.stage, pocket.words) == ("position_moved", "why", [])


def test_a_typed_position_shows_on_the_scale_where_it_was_sent():
    pocket = Pocket.asked("paradox", "P04").says("zes")
    assert pocket.screens == ["dilemma_step"]
    assert [redraw.prompt.id for redraw in pocket.decided(Redraw)] == [pocket.prompt.id]


def test_a_dilemma_left_halfway_goes_on_where_it_was():
    pocket = placed().waits(days=1).commands("rhythm").presses("rhythm_now", "fine", 0)
    assert pocket.talk == Resting()
    pocket.says("Omdat papier ons eerder uit elkaar dreef.")
    assert pocket.words[0][0] == "why"


def test_a_dilemma_from_before_asks_what_changed():
    pocket = Pocket.asked("paradox_revisit", "P04").presses("value", "2")
    assert pocket.said[1].args["stage"] == "changed"
    pocket.says("Ik ben milder geworden over papier.")
    assert (pocket.words[0][0], pocket.said[0].args["thanks"]) == ("changed", "thanks_8")


def test_what_changed_is_not_asked_again_of_who_told_it_first():
    pocket = Pocket.asked("paradox_revisit", "P04").says("Ik ben milder geworden over papier.").presses("value", "2")
    assert pocket.screens == ["prompt", "thanks_taps"]
    assert pocket.words[0][0] == "changed"


def test_a_name_at_an_earlier_step_brings_the_tip_at_the_end():
    pocket = placed().says("Jan de Vries wilde alles op papier.").says("Dat het duidelijk is.").says("Eén bladzijde.")
    named = min(pocket.answers)
    pocket.says("Bij ons fonds.")
    assert (pocket.screens[-1], pocket.said[-1].about) == ("third_party_data", named)


def chosen() -> Pocket:
    return Pocket.asked("integrity_case", "IC-12").presses("value", "a")


def test_a_case_asks_one_question_at_a_time():
    pocket = chosen()
    assert pocket.screens == ["prompt", "case_reflection"]
    assert pocket.says("Dat ze er iets naast leggen.").screens == ["case_closing"]
    assert pocket.says("Een vast moment.").screens[0] == "thanks_taps"
    assert [part for part, _ in pocket.words] == ["followup", "closing"]


BETWEEN = [
    "3,5", "3.5", "3½", "tussen 3 en 4", "ergens tussen drie en vier in", "3 of 4", "between 3 and 4", "4 or 3",
    "ik twijfel tussen 3 en 4", "I'd say 3-4",
]  # fmt: skip


@pytest.mark.parametrize("words", BETWEEN)
def test_a_place_between_two_numbers_asks_for_the_nearest_whole_one_and_is_kept_once(words):
    pocket = Pocket.asked("paradox", "P04").says(words)
    assert [(say.screen, say.args) for say in pocket.said] == [("choose_whole", {"low": "3", "high": "4"})]
    assert pocket.words == [("addition", words)]
    assert pocket.says(words).screens == ["choose_either"]
    assert pocket.words == [("addition", words)]
    assert pocket.says("3").prompt.stage == "why"


@pytest.mark.parametrize("words", ["tussen 3 en 6", "tussen de partners en mij", "goed of fout", "3 of meer"])
def test_other_words_about_a_place_are_words(words):
    assert Pocket.asked("paradox", "P04").says(words).screens == ["choose_first"]


def test_a_scale_of_a_question_takes_whole_numbers_too():
    assert Pocket.asked("question", "RS-02").says("3,5").screens == ["choose_whole"]
    assert Pocket.asked("integrity_case", "IC-12").says("2,5").screens == ["choose_among"]


MOVED = [
    "5", "vijf", "Nee wacht, ik bedoel 5", "nee, 5", "I meant 5", "no wait, make it 5", "sorry, 5", "toch liever een 5",
    "niet 2 maar 5", "Ik sta op 5.", "maak er 5 van", "let’s say five", "nee een vijf",
]  # fmt: skip


@pytest.mark.parametrize("words", MOVED)
def test_a_position_can_be_changed_in_words_at_the_first_step(words):
    pocket = Pocket.asked("paradox", "P04").presses("value", at("P04", 2)).says(words)
    assert pocket.taps[pocket.prompt.id, "position"] == at("P04", 5)
    assert (pocket.screens, pocket.words, pocket.prompt.stage) == (["position_moved", "dilemma_step"], [], "why")
    assert pocket.decided(Redraw)


REASONS = [
    "Nee, ik wil ruimte geven aan 5 partners.", "Omdat er 5 jaar is afgesproken.", "niet 5",
    "Een kwestie van tijd",
]  # fmt: skip


@pytest.mark.parametrize("words", REASONS)
def test_words_with_a_number_are_the_reason(words):
    pocket = Pocket.asked("paradox", "P04").presses("value", at("P04", 2)).says(words)
    assert pocket.taps[pocket.prompt.id, "position"] == at("P04", 2)
    assert pocket.words == [("why", words)]


@pytest.mark.parametrize("value", ["3", "6"])
def test_after_another_position_the_other_side_is_asked_again(value):
    pocket = Pocket.asked("paradox", "P04").presses("value", "2").says("Ik wil ruimte geven.")
    pocket.presses("value", value)
    assert pocket.screens == ["prompt", "position_moved", "dilemma_step"]
    assert (pocket.prompt.stage, pocket.said[-1].args["stage"]) == ("other", "other")


def further(*said: str) -> Pocket:
    pocket = Pocket.asked("paradox", "P04").presses("value", at("P04", 2))
    for text in ("Ruimte.", "Houvast.", *said):
        pocket.says(text)
    return pocket


LATER = [(), ("Eén bladzijde.",), ("Eén bladzijde.", "ja")]


@pytest.mark.parametrize("said", LATER, ids=["both", "offer", "own case"])
def test_a_later_step_is_repeated_after_another_position_on_the_same_side(said):
    pocket = further(*said)
    step, words = pocket.said[-1], pocket.words
    pocket.says("nee, ik bedoel 3")
    assert pocket.taps[pocket.prompt.id, "position"] == at("P04", 3)
    assert (pocket.screens[0], pocket.said[-1], pocket.words) == ("position_moved", step, words)


@pytest.mark.parametrize("said", LATER, ids=["both", "offer", "own case"])
def test_whoever_crosses_over_at_a_later_step_is_asked_about_the_new_other_side(said):
    pocket = further(*said)
    words = pocket.words
    pocket.says("nee, ik bedoel 6")
    assert (pocket.screens, pocket.words) == (["position_moved", "dilemma_step"], words)
    assert (pocket.prompt.stage, pocket.said[-1].args["stage"]) == ("other", "other")
    assert pocket.says("Dat iedereen weet waar die staat.").said[0].args["stage"] == "both"


def test_the_same_position_again_gets_a_quiet_receipt():
    pocket = Pocket.asked("paradox", "P04").presses("value", at("P04", 2)).says("2")
    assert (pocket.screens, len(pocket.decided(React)), pocket.words) == ([], 1, [])
    assert pocket.presses("value", at("P04", 2)).done == []
    assert pocket.presses("value", "x").screens == ["stale_button"]


def test_what_changed_is_asked_anew_from_another_position():
    pocket = Pocket.asked("paradox_revisit", "P04").presses("value", "2").says("nee, toch 7")
    assert pocket.screens == ["position_moved", "dilemma_step"]


def test_another_option_can_be_looked_at_in_the_same_place():
    pocket = chosen().presses("case_other", "b")
    assert pocket.said[0].args["option"] == "b"
    assert pocket.taps == {(pocket.prompt.id, "choice"): "a"}
    assert pocket.presses("case_other", "z").screens == ["stale_button"]


@pytest.mark.parametrize("words", ["1", "a", "Het meteen zeggen in de groep"])
def test_a_choice_can_be_typed(words):
    assert Pocket.asked("integrity_case", "IC-12").says(words).screens == ["case_reflection"]


def test_words_before_the_choice_are_kept_and_ask_for_a_choice():
    pocket = Pocket.asked("integrity_case", "IC-12").says("Ik zou het eerst nazoeken.")
    assert (pocket.screens, pocket.words[0][0]) == (["choose_first"], "answer")


def test_a_case_that_was_over_takes_late_words():
    pocket = Pocket.asked("integrity_case", "IC-12")
    pocket.reaches("expire", pocket.prompt.id).says("Ik zou het eerst nazoeken.")
    assert pocket.said[0].args["thanks"] == "kept_late"


def test_enough_after_the_reflection_leaves_out_the_closing_question():
    pocket = chosen().presses("followup_buttons", "enough")
    assert pocket.said[0].args["thanks"] == "enough"
    assert chosen().says("Dat ze het weten. Genoeg.").screens[0] == "thanks_taps"


def test_a_case_that_is_real_gets_no_question_and_its_words_stay_apart():
    pocket = Pocket.asked("integrity_case", "IC-12").says("Dat is een lastige zaak.").presses("real_case", "real")
    assert pocket.screens == ["integrity_report"]
    assert [mark.care for mark in pocket.decided(Mark)] == ["report"]
    assert [turn.prompt.stage for turn in pocket.decided(Turn)] == ["real"]
    assert Pocket.asked("integrity_case", "IC-12").presses("real_case", "real").said[0].about == 0


def test_inside_a_case_its_words_are_no_alarm():
    assert chosen().says("Dan is het fraude, en dat hoort op tafel.").screens == ["case_closing"]
    added = chosen().says("Ik zeg het.").says("Ik zeg het dan weer.").says("Want fraude hoort op tafel.")
    assert added.decided(React)


def test_a_tap_on_another_prompt_leaves_the_floor_where_it_is():
    pocket = chosen()
    case = pocket.prompt.id
    pocket.is_due("question", "RF-03").presses("case_other", "b", case)
    assert pocket.talk == OnPrompt(pocket.prompt.id)


def test_a_case_that_was_called_real_by_mistake_is_an_invented_one_again_by_a_choice():
    pocket = Pocket.asked("integrity_case", "IC-12").says("Dat is een lastige zaak.").presses("real_case", "real")
    assert pocket.stripped == []  # the options stay at hand
    assert pocket.presses("real_case", "real").done == []
    pocket.presses("value", "a")
    assert pocket.screens == ["prompt", "case_reflection"]
    assert [answer.care for answer in pocket.answers.values()] == ["none"]
    assert (pocket.says("Dat het zo hoort.").screens, len(pocket.words)) == (["case_closing"], 2)


def test_what_is_written_after_a_real_case_is_a_loose_thought_and_not_lost():
    pocket = Pocket.asked("integrity_case", "IC-12").presses("real_case", "real").says("Ik weet niet wat ik moet doen.")
    assert (pocket.screens, [part for part, _ in pocket.words]) == (["not_understood"], ["thought"])


def called_real() -> Pocket:
    pocket = Pocket.asked("integrity_case", "IC-12").says("Dat is een lastige zaak.").presses("real_case", "real")
    return pocket.waits(minutes=20)


MISTAKES = [
    "nee laat maar, het is niet echt", "het was een vergissing", "Ik drukte verkeerd", "it was a mistake",
    "wrong button",
    "it isn't real", "Sorry, dit speelt niet bij ons", "foutje",
]  # fmt: skip


@pytest.mark.parametrize("words", MISTAKES)
def test_a_case_that_was_called_real_by_mistake_is_asked_once_more_after_a_word_about_it(words):
    pocket = called_real().says(words)
    assert ([say.screen for say in pocket.said], pocket.prompt.stage, pocket.prompt.state) == (
        ["prompt"],
        "choose",
        "open",
    )
    assert [(answer.text, answer.care) for answer in pocket.answers.values()] == [("Dat is een lastige zaak.", "none")]
    assert pocket.says("2").screens == ["case_reflection"]


@pytest.mark.parametrize(("words", "option"), [("2", 1), ("ik kies eigenlijk 1", 0), ("de tweede", 1)])
def test_a_choice_in_words_undoes_that_a_case_is_real(words, option):
    pocket = called_real().says(words)
    assert pocket.screens == ["case_reflection"]
    assert pocket.taps[pocket.prompt.id, "choice"] == library().cases["IC-12"].options[option].id


@pytest.mark.parametrize(
    "words", ["Het is echt een vergissing van het bestuur geweest.", "9", "This is real.", "Ik kies voor eerlijkheid."]
)
def test_other_words_after_a_real_case_stay_loose(words):
    pocket = called_real()
    assert pocket.says(words).prompt.stage == "real"
