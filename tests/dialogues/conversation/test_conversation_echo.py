"""An earlier answer comes back beside a new one: seldom, gently, and only as long as the leader wants it."""

from dataclasses import replace
from datetime import timedelta

import pytest
from pocket import BUTTON, Pocket

from dialogues.effects import Add, Become, Recall, Recognise, Say
from dialogues.moves.keeping import echoes
from dialogues.people import Wishes
from dialogues.talk import Resting
from dialogues.wishes import recalling

EARLIER = "Ik zei in het overleg niets over de verdeelsleutel en liet de partners het zonder mij uitvechten."
NOW = "Ik liet het gesprek over het budget gisteren lopen en zei pas iets toen het voor iedereen te laat was."
REPLY = "De anderen keken weg en gingen verder zonder ons."


def told(pocket: Pocket, item: str, *texts: str) -> Pocket:
    """A question and what is said to it, until the thanks."""
    pocket.is_due("question", item)
    for text in texts:
        if pocket.prompt.stage != "done":
            pocket.says(text)
    return pocket


def touched(**facts: object) -> Pocket:
    """Two answers about the same quality, two weeks apart."""
    pocket = Pocket(scene_facts={"open_intention": True, **facts})
    told(pocket, "SM-01", EARLIER, REPLY).waits(weeks=2)
    return told(pocket, "SM-02", NOW, REPLY)


def echo(pocket: Pocket) -> int:
    """The echo that is shown last."""
    return next(say.about for say in reversed(pocket.said) if say.screen == "echo_offer")


def test_an_earlier_answer_comes_back_after_the_thanks():
    pocket = touched()
    assert pocket.screens == ["thanks_taps", "echo_offer"]
    found = pocket.echoes[echo(pocket)]
    assert pocket.answers[found.earlier].text == EARLIER
    assert found.why == "quality"
    assert pocket.leader.memory.echoed_on == pocket.now.date()
    assert pocket.said[0].args["page"] == "closed"


def test_what_is_said_holds_no_words_but_the_number_of_the_echo():
    (said,) = [say for say in touched().said if say.screen == "echo_offer"]
    assert said.args == {}


def test_the_first_answer_has_nothing_to_come_back():
    pocket = told(Pocket(scene_facts={"open_intention": True}), "SM-01", EARLIER, REPLY)
    assert pocket.screens == ["thanks_taps"]
    assert pocket.decided(Recall)


def test_within_two_weeks_nothing_is_even_looked_for():
    pocket = touched().waits(days=13)
    assert not told(pocket, "SM-04", NOW, REPLY).decided(Recall)
    pocket.waits(days=1)
    assert told(pocket, "SM-06", NOW, REPLY).decided(Recall)


def test_the_same_answer_does_not_come_back_within_eight_weeks():
    pocket = touched()
    first = pocket.echoes[echo(pocket)].earlier
    told(pocket.waits(weeks=3), "SM-04", NOW, REPLY)
    assert pocket.echoes[echo(pocket)].earlier != first


def test_who_switched_it_off_gets_none():
    pocket = Pocket(scene_facts={"open_intention": True})
    pocket.leader = replace(pocket.leader, wishes=Wishes(echoes=False))
    told(pocket, "SM-01", EARLIER, REPLY).waits(weeks=2)
    assert not told(pocket, "SM-02", NOW, REPLY).decided(Recall)


def test_a_few_words_an_end_and_a_late_answer_bring_nothing_back():
    assert not told(Pocket(), "SM-02", "Kort.").decided(Recall)
    assert not told(Pocket(), "SM-02", NOW + " Genoeg voor nu.").decided(Recall)
    pocket = Pocket().is_due("question", "SM-02")
    pocket.reaches("expire", pocket.prompt.id).waits(days=9).says(NOW)
    assert not pocket.decided(Recall)


def test_only_one_thing_comes_after_the_thanks():
    meant = "Ik neem me voor om vrijdag eerst te vragen wat de ander ziet, en dan pas te zeggen wat ik vind. Genoeg."
    assert told(Pocket(), "SM-02", meant.replace(" Genoeg.", ""), REPLY, REPLY).screens[1:] == ["intention_offer"]
    named = "Jan de Vries viel mij gisteren in het overleg in de rede en ik liet het toen maar gewoon gebeuren."
    pocket = told(Pocket(scene_facts={"open_intention": True}), "SM-02", named)
    assert pocket.screens[-1] == "third_party_data"
    assert not pocket.decided(Recall)


def test_the_same_paradox_brings_back_what_was_said_then():
    pocket = Pocket(scene_facts={"open_intention": True}).is_due("paradox", "P04")
    pocket.presses("value", "3").says(EARLIER).presses("dilemma_stop", "stop")
    assert not pocket.decided(Recall)  # stopped on the way
    pocket.waits(weeks=12).is_due("paradox_revisit", "P04").presses("value", "5").says(NOW)
    assert pocket.screens[-1] == "echo_offer"
    assert pocket.echoes[echo(pocket)].why == "paradox"


def test_a_dilemma_that_went_all_the_way_may_bring_one_too():
    pocket = Pocket(scene_facts={"open_intention": True}).is_due("paradox", "P04").presses("value", "3")
    for text in (NOW, EARLIER, "Een vast moment waarop we beide kanten horen."):
        pocket.says(text)
    assert pocket.presses("own_case_offer", "stop").decided(Recall)


@pytest.mark.parametrize("verdict", ["yes", "no"])
def test_the_leader_says_whether_they_belong_together(verdict):
    pocket = touched()
    pocket.presses("echo_offer", verdict, echo(pocket))
    (found,) = pocket.echoes.values()
    assert found.verdict == verdict
    assert pocket.decided(Recognise)[0].message == BUTTON
    assert pocket.talk == Resting(pocket.prompt.id)


@pytest.mark.parametrize(
    ("words", "verdict"),
    [("Ja, dit hoort erbij", "yes"), ("ja", "yes"), ("No, different", "no"), ("Nee.", "no")],
)
def test_the_verdict_can_be_typed(words, verdict):
    pocket = touched()
    pocket.says(words)
    (found,) = pocket.echoes.values()
    assert (found.verdict, pocket.decided(Add)) == (verdict, [])


@pytest.mark.parametrize(
    ("words", "verdict"),
    [
        ("ja dat klopt", "yes"), ("klopt", "yes"), ("mwah, een beetje", "yes"), ("that's right", "yes"),
        ("herkenbaar", "yes"), ("helemaal", "yes"), ("sort of", "yes"), ("spot on", "yes"), ("hangt samen", "yes"),
        ("not really", "no"), ("niet echt", "no"), ("klopt niet", "no"), ("staat los van elkaar", "no"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("later", [False, True])
def test_the_verdict_can_be_given_in_natural_words(words, verdict, later):
    pocket = touched()
    if later:  # something else was said last
        pocket.commands("help")
    before = pocket.words
    pocket.says(words)
    (found,) = pocket.echoes.values()
    assert (found.verdict, pocket.decided(Add), pocket.words) == (verdict, [], before)


def test_other_words_after_an_echo_are_added_to_the_answer():
    pocket = touched().says("Ja, en toen zei ik ook al niets.")
    assert pocket.decided(Add)
    pocket.says("ja")
    assert (pocket.says("nee").decided(Add), pocket.decided(Recognise)) == ([], [])  # the echo was answered


def test_after_an_echo_the_taps_do_not_ask_whether_this_returns():
    pocket = touched().presses("tap", "skip").presses("tap", "insight.no")
    assert pocket.said[0].args["page"] == "closed"


def test_what_the_leader_tapped_as_returning_comes_back_as_a_pattern():
    pocket = told(Pocket(scene_facts={"open_intention": True}), "SM-01", EARLIER, REPLY)
    pocket.presses("tap", "skip").presses("tap", "insight.no").presses("tap", "recognise.yes").waits(weeks=2)
    told(pocket, "RF-03", NOW, REPLY)
    assert pocket.echoes[echo(pocket)].why == "pattern"


def test_no_more_of_this_is_heard_also_when_something_else_was_said_after_it():
    pocket = touched()
    offered = echo(pocket)
    pocket.commands("help").says("Dit niet meer doen")
    assert (pocket.screens, pocket.leader.wishes) == (["echo_off"], Wishes(echoes=False))
    assert ("echo_offer", offered) in pocket.outdated


@pytest.mark.parametrize("how", ["tap", "words"])
def test_no_more_of_this_is_heard_at_once_and_can_be_taken_back(how):
    pocket = touched()
    offered = echo(pocket)
    pocket.presses("echo_offer", "off", offered) if how == "tap" else pocket.says("Dit niet meer doen")
    assert pocket.screens == ["echo_off"]
    assert (pocket.said[0].edits is None) == (how == "words")
    assert pocket.outdated == ({("echo_offer", offered)} if how == "words" else set())
    assert pocket.leader.wishes == Wishes(echoes=False)
    assert all(found.verdict == "open" for found in pocket.echoes.values())
    _, effects = echoes.switched(pocket.talk, pocket.scene(None))
    assert [type(effect) for effect in effects] == [Become, Say]
    assert effects[0].leader.wishes == Wishes(echoes=True)
    assert effects[1].screen == "echo_on"


def test_switching_off_twice_has_one_effect():
    pocket = touched()
    for _ in range(2):
        pocket.presses("echo_offer", "off", echo(touched()))
    assert pocket.leader.wishes == Wishes(echoes=False)


def test_a_button_that_does_not_exist_does_nothing():
    pocket = touched()
    assert pocket.presses("echo_offer", "maybe", echo(pocket)).screens == ["stale_button"]


def test_an_echo_waits_until_the_leader_has_finished_writing():
    pocket = Pocket(scene_facts={"open_intention": True, "patience": timedelta(seconds=6)})
    for item, weeks in (("SM-01", 2), ("SM-02", 0)):
        pocket.is_due("question", item)
        for text in (EARLIER if weeks else NOW, REPLY):
            assert "echo_offer" not in pocket.says(text).screens
            pocket.falls_silent()
        pocket.waits(weeks=weeks)
    assert pocket.screens == ["thanks_taps", "echo_offer"]


@pytest.mark.parametrize("pocket", [Pocket, lambda: Pocket.asked("question", "RF-03")])
@pytest.mark.parametrize(
    "words",
    ["geen eerdere antwoorden meer terughalen", "haal mijn oude antwoorden niet meer terug", "zet de echo's uit",
     "do not bring back earlier answers", "stop bringing up my old answers", "never quote what i said before please"],
)  # fmt: skip
def test_earlier_answers_stay_away_when_that_is_wished_and_one_tap_brings_them_back(words, pocket):
    pocket = pocket().says(words)
    assert (pocket.screens, pocket.leader.wishes.echoes, pocket.words) == (["echo_off"], False, [])
    assert pocket.presses("echo_off", "on", 0).screens == ["echo_on"]
    assert pocket.leader.wishes.echoes
    assert pocket.presses("echo_off", "off", 0).screens == ["stale_button"]


@pytest.mark.parametrize(
    "words",
    ["breng eerdere antwoorden weer terug graag", "you can bring back my earlier answers again",
     "zet de echo's weer aan"],
)  # fmt: skip
def test_they_come_back_when_that_is_wished(words):
    pocket = Pocket()
    pocket.leader = replace(pocket.leader, wishes=Wishes(echoes=False))
    assert (pocket.says(words).screens, pocket.leader.wishes.echoes) == (["echo_on"], True)


@pytest.mark.parametrize(
    "words",
    ["", "niet wat ik eerder zei", "I could not bring back what they said before", "laat mijn eerdere antwoorden zien",
     "haal mijn eerdere antwoorden terug", "echo", "geen eerdere antwoorden " + "meer " * 12],
)  # fmt: skip
def test_other_words_are_not_about_what_comes_back(words):
    assert recalling.wished(words) is None


def test_whoever_is_held_is_not_answered_by_a_switch():
    pocket = Pocket()
    pocket.leader = replace(pocket.leader, state="held")
    assert "echo_off" not in pocket.says("zet de echo's uit").screens


@pytest.mark.parametrize("words", ["Toch weer terughalen", "Bring it back after all", "toch wel", "turn it back on"])
def test_the_label_or_words_like_it_bring_them_back_as_well(words):
    pocket = Pocket().says("zet de echo's uit").says(words)
    assert (pocket.screens, pocket.leader.wishes.echoes) == (["echo_on"], True)
