"""Under the thanks come optional taps, a page at a time in one message: nothing nags, nothing is asked twice."""

from dataclasses import replace

import pytest
from pocket import BUTTON, Pocket

from dialogues.effects import Add, KeepTap, React
from dialogues.people import Echo
from dialogues.talk import Resting

TOLD = "Gisteren liep het overleg met de partners vast op de verdeelsleutel en iedereen keek naar de tafel."
REPLY = "Ik zei zelf ook niets, en dat voelde niet goed."


def short(**facts: object) -> Pocket:
    return Pocket.asked("question", "RF-03", **facts).says("Rustig gebleven.")


def answered(**facts: object) -> Pocket:
    """An answer in words, long enough to look back on."""
    return Pocket.asked("question", "RF-03", **facts).says(TOLD).says(REPLY)


def page(pocket: Pocket) -> str:
    """The page that the last message shows."""
    (shown,) = [say for say in pocket.said if say.screen == "thanks_taps"]
    return shown.args["page"]


def tapped(pocket: Pocket, *values: str) -> Pocket:
    for value in values:
        pocket.presses("tap", value)
    return pocket


def test_mood_and_energy_are_asked_under_the_thanks_in_one_message_edited_in_place():
    pocket = short()
    assert (page(pocket), pocket.said[0].edits) == ("mood", None)
    pocket.presses("tap", "mood.4")
    assert (page(pocket), pocket.said[0].edits) == ("mood", BUTTON)
    pocket.presses("tap", "energy.2")
    assert (page(pocket), pocket.said[0].edits) == ("closed", BUTTON)
    assert pocket.taps == {(pocket.prompt.id, "PU-05"): "4", (pocket.prompt.id, "PU-06"): "2"}


def test_after_mood_and_energy_the_same_message_asks_what_only_the_leader_can_tell():
    pocket = answered()
    pages = [page(pocket)]
    for value in ("mood.4", "energy.2", "insight.yes"):
        pages.append(page(pocket.presses("tap", value)))
        assert pocket.said[0].edits == BUTTON
    assert pages == ["mood", "mood", "insight", "closed"]
    assert pocket.taps[pocket.prompt.id, "insight"] == "yes"


def told_again(pocket: Pocket, item: str) -> Pocket:
    """Another question, answered at length."""
    pocket.is_due("question", item).says(TOLD)
    return pocket.says(REPLY) if pocket.prompt.stage != "done" else pocket


def calm(**facts: object) -> Pocket:
    """An answer at length of somebody who wants no earlier words back."""
    pocket = answered(**facts)
    pocket.leader = replace(pocket.leader, wishes=replace(pocket.leader.wishes, echoes=False))
    return pocket


def test_a_new_insight_and_whether_it_returns_take_turns_and_never_come_two_days_running():
    pocket = calm().presses("tap", "skip")
    pages = [page(pocket)]
    for days, item in ((1, "RF-01"), (1, "RF-02"), (2, "RF-04")):
        pages.append(page(told_again(pocket.waits(days=days), item).presses("tap", "skip")))
    assert pages == ["insight", "closed", "recognise", "insight"]


def test_mood_and_energy_are_not_asked_again_within_hours_of_the_last_time():
    pocket = calm().presses("tap", "mood.4").presses("tap", "energy.2").presses("tap", "insight.no")
    assert page(told_again(pocket.waits(minutes=12), "RF-01")) == "closed"
    assert page(told_again(pocket.waits(hours=3), "RF-02")) == "closed"
    assert page(told_again(pocket.waits(hours=1), "RF-04")) == "mood"


def test_asked_and_left_alone_counts_as_well_and_a_number_typed_where_they_were_not_asked_is_no_mood():
    pocket = short().waits(minutes=12).is_due("question", "RF-01").says("Rustig gebleven.")
    assert page(pocket) == "closed"
    pocket.says("4")
    assert (pocket.taps, pocket.screens) == ({}, ["belongs"])
    assert pocket.says("stemming 4").taps == {(pocket.prompt.id, "PU-05"): "4"}


def test_the_hours_count_from_the_last_tap_also_on_an_older_thanks():
    pocket = short()
    first = pocket.prompt.id
    pocket.waits(hours=5).presses("tap", "mood.4", first).presses("tap", "energy.4", first)
    pocket.waits(hours=2).is_due("question", "RF-01").says("Rustig gebleven.")
    assert page(pocket) == "closed"


def test_mood_and_energy_can_be_skipped_and_so_can_the_rest():
    pocket = answered().presses("tap", "skip")
    assert page(pocket) == "insight"
    assert page(pocket.presses("tap", "done")) == "closed"
    assert pocket.taps == {}
    assert page(short().presses("tap", "skip")) == "closed"


def test_what_is_tapped_already_is_not_asked_again_when_a_press_arrives_late():
    pocket = tapped(answered(), "skip", "insight.no")
    assert page(pocket) == "closed"
    assert page(pocket.presses("tap", "skip")) == "closed"
    again = tapped(answered(), "skip", "skip")
    assert page(again) == "insight"


def test_a_tap_can_be_changed_and_the_same_tap_twice_has_one_effect():
    pocket = tapped(answered(), "mood.4", "mood.4")
    assert pocket.done == []
    assert pocket.presses("tap", "mood.5").decided(KeepTap)[0].value == "5"
    tapped(pocket, "energy.3", "insight.no", "insight.no")
    assert pocket.done == []
    assert pocket.presses("tap", "insight.yes").decided(KeepTap)[0].value == "yes"
    assert pocket.taps[pocket.prompt.id, "insight"] == "yes"


@pytest.mark.parametrize(("kind", "item"), [("pulse", "PU-01"), ("integrity_case", "IC-12"), ("question", "RF-03")])
def test_a_pulse_a_case_and_a_few_words_are_not_asked_for_insight(kind, item):
    pocket = Pocket.asked(kind, item).says("Het ging zo.")
    assert pocket.presses("tap", "insight.yes").screens == ["stale_button"]
    assert pocket.taps == {}


def test_who_said_enough_is_asked_nothing_more():
    pocket = Pocket.asked("question", "RF-03").says(TOLD)
    assert pocket.screens == ["followup"]
    pocket.presses("followup_buttons", "enough")
    assert pocket.said[0].args["thanks"] == "enough"
    assert page(pocket.presses("tap", "skip")) == "closed"


def test_a_dilemma_is_looked_back_on_as_well():
    pocket = Pocket.asked("paradox", "P04").presses("value", "3")
    pocket.says("Ik kies voor tempo omdat de partners al een half jaar op een besluit wachten van ons.")
    pocket.presses("dilemma_stop", "stop")
    assert page(pocket.presses("tap", "skip")) == "insight"


def test_after_worrying_words_nothing_is_asked():
    pocket = answered()
    pocket.answers = {number: replace(answer, care="strain") for number, answer in pocket.answers.items()}
    assert page(pocket.presses("tap", "skip")) == "closed"


def test_an_echo_is_the_question_whether_this_returns_so_that_it_is_not_asked_twice():
    pocket = answered()
    pocket.echoes[99] = Echo(99, 7, 1, max(pocket.answers), "quality", pocket.now)
    assert page(tapped(pocket, "skip", "insight.no")) == "closed"


def test_the_thanks_stays_above_the_taps_while_it_is_the_last_that_was_said():
    pocket = answered()
    thanks = pocket.said[0].args["thanks"]
    assert pocket.presses("tap", "mood.4").said[0].args["thanks"] == thanks
    pocket.talk = Resting()
    pocket.presses("tap", "energy.5")
    assert (pocket.said[0].args["thanks"], page(pocket)) == ("", "closed")


@pytest.mark.parametrize("value", ["mood.9", "hunger.1", "energy", "insight.maybe", "recognise", "skip.1", ""])
def test_a_tap_that_does_not_exist_is_not_kept(value):
    pocket = answered().presses("tap", value)
    assert (pocket.screens, pocket.taps) == (["stale_button"], {})


def test_a_very_low_tap_can_bring_a_word_of_care():
    assert short(strained=True).presses("tap", "energy.1").screens[-1] == "severe_strain"
    assert short(strained=True).presses("tap", "energy.2").screens == ["thanks_taps"]


@pytest.mark.parametrize(
    ("words", "values"),
    [
        ("4", {"PU-05": "4"}),
        ("4 3", {"PU-05": "4", "PU-06": "3"}),
        ("4, 3.", {"PU-05": "4", "PU-06": "3"}),
        ("Stemming 4", {"PU-05": "4"}),
        ("energie: 2, stemming 5", {"PU-05": "5", "PU-06": "2"}),
        ("mood 3 energy 1", {"PU-05": "3", "PU-06": "1"}),
        ("Ja, nieuw", {"insight": "yes"}),
        ("ja dit keert terug", {"recognise": "yes"}),
    ],
)
def test_taps_can_be_typed_right_after_the_thanks(words, values):
    pocket = answered().says(words)
    assert {name: value for (_, name), value in pocket.taps.items()} == values
    assert (pocket.screens, pocket.said[0].renews, len(pocket.decided(React))) == (["thanks_taps"], True, 1)
    assert not pocket.decided(Add)


def test_a_second_number_is_for_energy_and_a_third_is_asked_about():
    pocket = answered().says("4").says("2")
    assert set(pocket.taps.items()) == {((pocket.prompt.id, "PU-05"), "4"), ((pocket.prompt.id, "PU-06"), "2")}
    assert pocket.says("3").screens == ["belongs"]


@pytest.mark.parametrize(
    "words",
    [
        "4 partners",
        "de stemming was 4 keer omgeslagen",
        "weet ik niet",
    ],
)
def test_words_that_are_no_tap_are_added_to_the_answer(words):
    pocket = answered().says(words)
    assert pocket.decided(Add)[0].text == words
    assert pocket.decided(React)
    assert pocket.taps == {}


@pytest.mark.parametrize("words", ["6", "4 3 2", "energie", "dieper in"])
def test_numbers_and_bare_words_that_are_no_tap_are_asked_about(words):
    pocket = answered().says(words)
    assert (pocket.screens, pocket.taps, pocket.decided(Add)) == (["belongs"], {}, [])


def test_a_number_after_a_question_with_numbers_is_asked_about_since_it_may_be_about_that():
    pocket = Pocket.asked("question", "SM-03").presses("value", "4").says(TOLD)
    assert pocket.says("3").screens == ["belongs"]
    assert {name for _, name in pocket.taps} == {"value"}


def test_a_number_in_a_reply_to_an_older_answer_is_added_to_that():
    pocket = answered()
    older = pocket.prompt.id
    pocket.waits(days=3).is_due("question", "RE-01").says("4", reply_to=older)
    assert pocket.decided(Add)[0].prompt == older


def test_a_number_for_a_pulse_that_just_came_is_no_tap_under_the_thanks():
    pocket = answered().waits(minutes=2).is_due("pulse", "PU-01").says("4")
    assert [name for _, name in pocket.taps] == ["PU-01"]


def test_a_tap_does_not_show_what_was_tapped_in_a_log():
    pocket = answered().presses("tap", "insight.unsure")
    assert "unsure" not in repr(pocket.done)
