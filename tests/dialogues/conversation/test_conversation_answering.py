"""An answer is kept first; then comes one follow-up at most, and thanks."""

from dataclasses import replace
from itertools import pairwise

import pytest
from pocket import Pocket

from dialogues import talk as talks
from dialogues.effects import Add, Cancel, React
from dialogues.talk import OnPrompt, Resting, as_json, from_json

TOLD = "Gisteren liep het overleg met de partners vast op de verdeelsleutel en iedereen keek naar de tafel."
WHOLE = (
    "Gisteren zei ik in het overleg dat ik twijfelde, daardoor durfde een collega ook iets te zeggen. "
    "Ik merk dat ik dit vaker doe. Ik neem me voor om vrijdag eerst te vragen."
)


def asked(item: str = "RF-03", **facts: object) -> Pocket:
    return Pocket.asked("question", item, **facts)


def test_an_answer_that_misses_something_gets_one_follow_up_and_then_thanks():
    pocket = asked().says(TOLD)
    assert pocket.screens == ["followup"]
    assert pocket.prompt.state == "answered"
    pocket.says("Ik zei zelf ook niets, en dat voelde niet goed.")
    assert pocket.screens[0] == "thanks_taps"
    assert [part for part, _ in pocket.words] == ["answer", "followup"]
    assert pocket.prompt.stage == "done"


def test_a_short_answer_at_the_first_depth_gets_thanks_only():
    pocket = asked().says("De begroting, denk ik.")
    assert pocket.screens == ["thanks_taps"]
    assert pocket.said[0].args["thanks"] == "thanks_5"


def test_the_thanks_are_never_the_same_twice_in_a_row():
    pocket, heard = Pocket(), []
    for number, words in enumerate(["Kort.", "Ook kort.", "Weer kort.", TOLD + " Genoeg.", TOLD + " Genoeg.", "Kort."]):
        pocket.is_due("question", f"{('RF-03', 'RE-01', 'SM-01')[number % 3]}").says(words)
        heard.append(pocket.said[0].args["thanks"])
    assert all(one != other for one, other in pairwise(heard))
    assert {"thanks_5"} < set(heard)


def test_an_answer_about_something_sensitive_is_met_with_care():
    heavy = (
        "Ik voelde me die avond in het overleg alleen, ik zei niets en daardoor zei ook niemand anders iets. Genoeg."
    )
    assert asked("RS-07").says(heavy).said[0].args["thanks"] == "thanks_6"


@pytest.mark.parametrize("enough", ["genoeg", "Genoeg voor nu", "stop", "geen tijd"])
def test_enough_in_words_ends_the_follow_up_and_is_no_answer(enough):
    pocket = asked().says(TOLD).says(enough)
    assert pocket.said[0].args["thanks"] == "enough"
    assert len(pocket.answers) == 1


def test_who_says_enough_in_the_answer_gets_no_follow_up():
    assert asked().says(TOLD + " Geen tijd nu.").screens[0] == "thanks_taps"


def test_after_the_answer_nothing_planned_for_it_remains():
    pocket = asked().says("De begroting, denk ik.")
    assert {cancel.kind for cancel in pocket.decided(Cancel)} == {"remind", "expire", "snooze", "hear"}


def test_what_is_written_soon_after_belongs_to_the_answer():
    pocket = asked().says("De begroting, denk ik.").waits(minutes=5).says("En ik heb doorgevraagd.")
    assert pocket.screens == []
    assert pocket.decided(React)
    assert pocket.decided(Add)[0].prompt == pocket.prompt.id


def test_a_day_later_it_may_be_kept_as_a_thought():
    pocket = asked().says("De begroting, denk ik.").waits(days=1).says("Waarom zei ik dat eigenlijk?")
    assert pocket.screens == ["not_understood"]


def test_a_late_answer_is_kept_and_marked_late_without_a_follow_up():
    pocket = asked()
    pocket.reaches("expire", pocket.prompt.id).waits(days=9).says(TOLD)
    assert pocket.said[0].args["thanks"] == "kept_late"
    assert [answer.late for answer in pocket.answers.values()] == [True]


def test_a_reply_to_an_older_question_is_kept_with_that_one():
    pocket = asked()
    older = pocket.prompt.id
    pocket.is_due("question", "RE-01").says(TOLD, reply_to=older)
    assert [answer.prompt for answer in pocket.answers.values()] == [older]
    assert next(iter(pocket.answers.values())).late


GOING_ON = {
    "nl": ["Nog één ding", "o ja, en", "P.S.", "nog een laatste punt", "ik was nog iets vergeten", "ah, en dit nog"],
    "en": [
        "One more thing", "oh and", "P.S.", "one last point", "I forgot something", "ah yes, another thing",
        "oh and one other small thing", "P.S. the chair nodded too",
    ],
}  # fmt: skip


@pytest.mark.parametrize(("language", "text"), [(name, text) for name in GOING_ON for text in GOING_ON[name]])
def test_what_announces_more_after_the_thanks_joins_the_answer(language, text):
    pocket = asked()
    pocket.leader = replace(pocket.leader, language=language)
    pocket.says("De begroting, denk ik." if language == "nl" else "The budget, I think.").says(text)
    assert (pocket.screens, pocket.words[-1], len(pocket.prompts)) == ([], ("addition", text), 1)
    assert pocket.decided(React)
    pocket.says("De voorzitter knikte." if language == "nl" else "The chair nodded.")
    assert (len(pocket.words), len(pocket.prompts)) == (3, 1)


@pytest.mark.parametrize("text", ["another question please", "nog een vraag graag", "Could you ask me something else?"])
def test_whoever_wants_another_question_after_the_thanks_gets_one(text):
    assert len(asked().says("De begroting, denk ik.").says(text).prompts) == 2


def test_a_reply_to_an_answered_question_is_added_to_it():
    pocket = asked().says("De begroting, denk ik.")
    older = pocket.prompt.id
    pocket.waits(days=3).is_due("question", "RE-01").says("Nog iets hierover.", reply_to=older)
    assert pocket.screens == []
    assert pocket.decided(React)
    assert pocket.decided(Add)[0].prompt == older


def test_second_thoughts_about_a_skipped_question_are_welcome():
    pocket = asked()
    pocket.presses("prompt_buttons", "skip")
    pocket.says("Toch nog iets: rustig gebleven.", reply_to=pocket.prompt.id)
    assert (pocket.words, pocket.prompt.state) == ([("answer", "Toch nog iets: rustig gebleven.")], "answered")


def test_words_for_a_question_that_is_gone_are_met_kindly():
    pocket = Pocket(talk=OnPrompt(99)).says("hallo")
    assert (pocket.screens, pocket.talk) == (["nothing_open"], Resting())


@pytest.mark.parametrize(
    ("words", "screen"), [("overslaan", "skip_2"), ("Straks", "snooze"), ("andere vraag", ""), ("stop", "stop_confirm")]
)
def test_the_ways_out_can_be_typed(words, screen):
    pocket = asked().says(words)
    assert pocket.screens == ([screen] if screen else [])
    assert pocket.answers == {}


def test_a_scale_takes_a_tap_a_number_or_the_number_in_a_word():
    for act in (lambda p: p.presses("value", "4"), lambda p: p.says("4."), lambda p: p.says("vier")):
        pocket = act(asked("SM-03"))
        assert pocket.taps == {(pocket.prompt.id, "value"): "4"}
        assert pocket.screens[-1] == "followup"


def test_a_choice_takes_a_tap_a_letter_a_place_or_its_label():
    for words in ("a", "optie a", "1"):
        assert asked("SM-05").says(words).taps
    assert asked("SM-05").presses("value", "zz").screens == ["stale_button"]


def test_prose_on_a_scale_is_an_answer():
    pocket = asked("SM-03").says("Daar kan ik geen cijfer aan geven, het hing van de dag af.")
    assert pocket.words[0][0] == "answer"


def test_tapping_the_same_value_twice_has_one_effect_and_another_comes_too_late():
    pocket = asked("SM-03").presses("value", "4").presses("value", "4")
    assert pocket.done == []
    assert pocket.presses("value", "2").screens == ["already_answered"]
    assert pocket.taps == {(pocket.prompt.id, "value"): "4"}


def test_a_value_tapped_after_the_answer_counts_and_asks_nothing_more():
    pocket = asked("SM-03").says("Geen cijfer. Genoeg.")
    pocket.presses("value", "3")
    assert pocket.screens == ["prompt"]
    assert pocket.said[0].edits is not None
    assert pocket.presses("value", "4").screens == ["already_answered"]


def test_a_low_value_on_something_sensitive_is_not_deepened():
    pocket = asked("RS-02").presses("value", "2")
    assert pocket.screens == ["prompt", "thanks_taps"]


@pytest.mark.parametrize("item", ["RS-02", "RS-07"])
@pytest.mark.parametrize("value", ["1", "2"])
def test_whoever_only_tapped_is_not_thanked_for_having_written(item, value):
    pocket = asked(item).presses("value", value)
    assert "thanks_6" not in [say.args.get("thanks") for say in pocket.said]
    assert pocket.leader.memory.thanked != "thanks_6"


def test_whoever_wrote_about_something_difficult_is_thanked_for_that_after_a_tap_as_well():
    pocket = asked("RS-02").says("2, want de week liep anders en er bleef weinig ruimte over.")
    shown = [say.args["thanks"] for say in pocket.said if "thanks" in say.args]
    assert shown == ["thanks_6"], pocket.screens


def test_the_third_lowest_value_in_four_weeks_brings_a_word_of_care():
    assert asked("RS-02", strained=True).presses("value", "1").screens[-1] == "severe_strain"


def test_a_name_brings_the_tip_once_a_week_and_takes_the_follow_ups_place():
    named = "Gisteren viel Jan de Vries mij in het overleg in de rede en iedereen keek naar de tafel."
    pocket = asked().says(named)
    assert pocket.screens == ["thanks_taps", "third_party_data"]
    assert pocket.answers[pocket.said[1].about].named
    pocket.is_due("question", "RE-01").says(named)
    assert "third_party_data" not in pocket.screens
    assert pocket.screens == ["followup"]
    pocket.waits(days=8).is_due("question", "SM-01").says(named)
    assert pocket.screens[-1] == "third_party_data"


def test_a_name_in_an_addition_brings_the_tip_as_well():
    pocket = asked().says("De begroting, denk ik.").says("Jan de Vries viel mij in de rede.")
    assert pocket.screens == ["third_party_data"]


def test_a_first_name_brings_one_quiet_tip_that_initials_will_do_and_blocks_nothing():
    pocket = asked().says("Karin viel mij in de rede. Genoeg.")
    assert pocket.screens == ["thanks_taps", "names_hint"]
    assert pocket.said[0].args["page"] == "mood"
    assert pocket.words == [("answer", "Karin viel mij in de rede. Genoeg.")]
    pocket.waits(days=30).is_due("question", "RF-04").says("Karin viel mij weer in de rede. Genoeg.")
    assert pocket.screens == ["thanks_taps"]


@pytest.mark.parametrize("words", ["De K. viel mij in de rede. Genoeg.", "De wethouder viel mij in de rede. Genoeg."])
def test_initials_and_roles_bring_no_tip(words):
    assert asked().says(words).screens == ["thanks_taps"]


def test_who_had_the_tip_about_full_names_gets_no_other():
    pocket = asked().says("Jan de Vries viel mij in de rede. Genoeg.")
    assert pocket.screens == ["thanks_taps", "third_party_data"]
    pocket.waits(days=8).is_due("question", "RF-04").says("Karin viel mij in de rede. Genoeg.")
    assert pocket.screens == ["thanks_taps"]


def test_an_intention_is_offered_once_the_talk_about_the_question_is_over():
    pocket = asked().says(WHOLE + " Genoeg.")
    assert pocket.screens == ["thanks_taps", "intention_offer"]
    assert (pocket.said[0].args["page"], pocket.said[0].args["deeper"]) == ("closed", False)


def test_an_intention_is_offered_once_a_week_at_most():
    pocket = asked().says(WHOLE + " Genoeg.")
    for days, offered in ((3, False), (3, False), (1, True)):
        pocket.waits(days=days).is_due("question", f"RF-0{5 + days}").says(WHOLE + " Genoeg.")
        assert ("intention_offer" in pocket.screens) == offered


def test_no_second_intention_is_offered_while_one_is_fresh():
    assert "intention_offer" not in asked(open_intention=True).says(WHOLE + " Genoeg.").screens


@pytest.mark.parametrize("shown", [talks.Settling("days", True, (1, 2)), talks.Asking("correction", 3), Resting(4)])
def test_where_a_talk_stands_survives_being_stored(shown):
    assert from_json(as_json(shown)) == shown
    assert from_json(None) == Resting()
