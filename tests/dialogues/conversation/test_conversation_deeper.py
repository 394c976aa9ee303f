"""A second follow-up comes only for who asks for it, and never where the first one would not have come either."""

from dataclasses import replace

import pytest
from pocket import BUTTON, Pocket

from dialogues.effects import Add, Say
from dialogues.talk import OnPrompt, Resting

TOLD = "Gisteren liep het overleg met de partners vast op de verdeelsleutel en iedereen keek naar de tafel."
REPLY = "Ik zei zelf ook niets, en dat voelde niet goed."


def asked(item: str = "RF-03", **facts: object) -> Pocket:
    return Pocket.asked("question", item, **facts)


def offers(pocket: Pocket) -> bool:
    """Is one more question offered, once the other taps are done with?"""
    (shown,) = [say for say in pocket.said if say.screen == "thanks_taps"]
    if shown.args["page"] == "closed":
        return shown.args["deeper"]
    assert not shown.args["deeper"]
    return pocket.presses("tap", "done").said[0].args["deeper"]


def deeper(pocket: Pocket) -> Pocket:
    return pocket.presses("deeper_offer", "deeper")


def followups(pocket: Pocket) -> list[str]:
    return [say.args["key"] for say in pocket.said if say.screen == "followup"]


def test_after_the_first_follow_up_one_more_is_offered_and_comes_only_by_a_tap():
    pocket = asked().says(TOLD)
    first = followups(pocket)
    pocket.says(REPLY)
    assert offers(pocket)
    assert followups(pocket) == []
    second = followups(deeper(pocket))
    assert (len(first), len(second)) == (1, 1)
    assert first[0].split("/")[0] != second[0].split("/")[0] or first[0] != second[0]
    assert pocket.talk == OnPrompt(pocket.prompt.id)
    assert pocket.said[0].edits == BUTTON
    assert pocket.said[0].args["page"] == "closed"
    pocket.says("Ze keken opgelucht toen ik het later alsnog zei.")
    assert [part for part, _ in pocket.words] == ["answer", "followup", "deeper"]


def test_what_was_tapped_before_it_is_told_once():
    pocket = asked().says(TOLD).says(REPLY).presses("tap", "mood.4").presses("tap", "energy.2")
    assert pocket.said[0].args["told"] == []
    assert deeper(pocket).said[0].args["told"] == []
    pocket.says("Ze keken opgelucht toen ik het later alsnog zei.")
    assert pocket.said[0].args["told"] == ["PU-05", "PU-06"]
    assert pocket.presses("tap", "insight.yes").said[0].args["told"] == ["PU-05", "PU-06"]


def test_a_value_that_is_tapped_anew_is_told_anew():
    pocket = deeper(asked().says(TOLD).says(REPLY).presses("tap", "mood.4")).says("Ze keken opgelucht, zei men.")
    assert pocket.presses("tap", "mood.3").said[0].args["told"] == []
    pocket.says("En morgen weer.")
    assert pocket.presses("tap", "energy.2").said[0].args["told"] == []


def test_there_are_two_at_most_for_one_question():
    pocket = deeper(asked().says(TOLD).says(REPLY)).says("Ze keken opgelucht toen ik het later alsnog zei.")
    assert pocket.prompt.followups == 2
    assert not offers(pocket)
    assert deeper(pocket).screens == ["already_answered"]


def test_the_two_are_about_different_elements():
    pocket = deeper(asked().says(TOLD).says(REPLY))
    elements = [element for _, element in pocket.leader.memory.elements]
    assert len(elements) == len(set(elements)) == 2
    assert len({key for _, key in pocket.leader.memory.wordings}) == 2


def test_a_short_answer_gets_a_follow_up_only_this_way():
    pocket = asked().says("Rustig gebleven.")
    assert pocket.screens == ["thanks_taps"]
    assert offers(pocket)
    assert followups(deeper(pocket))
    assert pocket.prompt.stage == "followup"
    pocket.says("Ik telde tot tien en vroeg toen door.")
    assert [part for part, _ in pocket.words] == ["answer", "followup"]
    assert offers(pocket)


def test_tapping_twice_asks_once():
    pocket = deeper(deeper(asked().says("Rustig gebleven.")))
    assert pocket.done == []
    assert pocket.prompt.followups == 1


@pytest.mark.parametrize("words", ["dieper", "Deeper", "één vraag verder", "One more question"])
def test_it_can_be_typed(words):
    pocket = asked().says("Rustig gebleven.").says(words)
    assert pocket.screens == ["thanks_taps", "followup"]
    closed = pocket.said[0]
    assert (closed.renews, closed.args["page"], "deeper" in closed.args) == (True, "closed", False)
    assert not pocket.decided(Add)


def test_the_word_is_asked_about_where_there_is_nothing_more_to_ask():
    pocket = deeper(asked().says(TOLD).says(REPLY)).says("Ze keken opgelucht toen ik het later alsnog zei.")
    assert pocket.says("dieper").screens == ["belongs"]


@pytest.mark.parametrize("kind", ["enough", "words", "typed"])
def test_who_said_enough_is_offered_nothing(kind):
    if kind == "words":
        assert not offers(asked().says(TOLD + " Geen tijd nu."))
        return
    pocket = asked().says(TOLD)
    pocket.presses("followup_buttons", "enough") if kind == "enough" else pocket.says("genoeg")
    assert not offers(pocket)
    assert deeper(pocket).screens == ["already_answered"]


def test_nothing_after_a_skip():
    pocket = asked().presses("prompt_buttons", "skip")
    assert deeper(pocket).screens == ["already_answered"]


def test_nothing_after_worrying_words():
    pocket = asked().says("Rustig gebleven.")
    pocket.answers = {number: replace(answer, care="strain") for number, answer in pocket.answers.items()}
    assert deeper(pocket).screens == ["already_answered"]


def test_nothing_after_a_safety_message():
    pocket = asked().says("Rustig gebleven.").says("Ik wil niet meer leven.")
    assert deeper(pocket).screens == ["already_answered"]


def test_nothing_after_a_late_answer():
    pocket = asked()
    pocket.reaches("expire", pocket.prompt.id).waits(days=9).says("Rustig gebleven.")
    assert not offers(pocket)
    assert deeper(pocket).screens == ["already_answered"]


def test_nothing_after_a_low_value_on_something_sensitive():
    pocket = asked("RS-02").presses("value", "2")
    assert not offers(pocket)
    assert deeper(pocket.says("Zwaar.")).screens == ["already_answered"]


def test_the_tip_about_names_comes_alone():
    pocket = asked().says("Gisteren viel Jan de Vries mij in het overleg in de rede en iedereen keek naar de tafel.")
    assert pocket.screens == ["thanks_taps", "third_party_data"]
    assert not offers(pocket)


@pytest.mark.parametrize(("kind", "item"), [("integrity_case", "IC-12"), ("pulse", "PU-01"), ("paradox", "P04")])
def test_only_questions_go_deeper(kind, item):
    pocket = Pocket.asked(kind, item).says("Rustig gebleven.")
    pocket.talk = Resting(pocket.prompt.id)
    assert deeper(pocket).screens == ["already_answered"]


def test_a_button_from_before_the_next_question_came_is_too_late():
    pocket = asked().says("Rustig gebleven.")
    older = pocket.prompt.id
    pocket.waits(days=2).is_due("question", "RE-01")
    assert pocket.presses("deeper_offer", "deeper", older).screens == ["already_answered"]
    assert pocket.presses("deeper_offer", "enough", older).screens == ["already_answered"]


def test_a_question_that_the_library_lost_goes_no_deeper():
    pocket = asked().says("Rustig gebleven.")
    pocket.prompts = {number: replace(prompt, item="XX-99") for number, prompt in pocket.prompts.items()}
    assert deeper(pocket).screens == ["already_answered"]


def test_the_second_thanks_does_not_ask_again_for_what_was_tapped():
    pocket = asked().says(TOLD).says(REPLY)
    pocket.presses("tap", "mood.4").presses("tap", "energy.3").presses("tap", "insight.no")
    assert pocket.said[0].args["page"] == "closed"
    deeper(pocket).says("Ze keken opgelucht toen ik het later alsnog zei.")
    assert next(say.args["page"] for say in pocket.said if isinstance(say, Say)) == "closed"
