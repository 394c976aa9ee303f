"""The lines of the menu and what stands on a page, by their name alone."""

from dataclasses import replace

import pytest
from pocket import Pocket

from dialogues.effects import Ask, Recap, Search
from dialogues.talk import Asking
from dialogues.wishes import commanding

NAMES = {
    "voornemen": "intentions", "intention": "intentions", "mijn voornemens": "intentions", "antwoorden": "answers",
    "my answers": "answers", "toon mijn antwoorden": "answers", "instellingen": "settings",
    "settings please": "settings",
    "menu": "help", "hoofdmenu": "help", "exporteer mijn data": "export", "export my data": "export",
    "wat heb ik vorige maand geschreven?": "answers",
}  # fmt: skip
LETTERS = "terugblik", "look back", "mijn terugblik", "delen met mijn team", "share with my team please"
ANSWERS = (
    "het overleg over de instellingen liep vast", "mijn voornemen hield stand", "de terugblik met het team was goed",
    "my intention was to listen", "ons menu is te vol", "data delen met mijn team lukte niet", "spanningen", "dilemma",
    "een dilemma tussen geld en zorg", "niet in mijn kracht", "not in my look", "settings of the group changed",
    "delen",
)  # fmt: skip


def after_thanks() -> Pocket:
    chat = Pocket.asked("question", "SM-01").says("Gisteren was ik boos op de wethouder omdat hij niet luisterde.")
    return chat.presses("followup_buttons", "enough")


@pytest.mark.parametrize(("words", "screen"), NAMES.items())
def test_a_name_alone_does_what_its_command_does_wherever_the_talk_stands(words, screen):
    for chat in (Pocket(), Pocket.asked("question", "SM-01"), after_thanks()):
        before = list(chat.words)
        assert chat.says(words).screens == [screen]
        assert chat.words == before


@pytest.mark.parametrize("words", LETTERS)
def test_a_look_back_comes_by_its_name_and_is_shared_in_words(words):
    for chat in (Pocket(), Pocket.asked("question", "SM-01"), after_thanks()):
        (recap,) = chat.says(words).decided(Recap)
        assert recap.form == ("share" if "team" in words else "letter")


def test_a_dilemma_by_its_name_comes_while_nothing_waits_for_an_answer():
    assert Pocket().says("een dilemma").screens == ["not_understood"]
    assert [ask.kind for ask in Pocket().says("dilemma").decided(Ask)] == ["paradox"]
    assert Pocket().says("spanningen").screens == ["paradoxes"]


@pytest.mark.parametrize("words", ANSWERS)
def test_what_only_holds_such_a_name_stays_an_answer(words):
    assert Pocket.asked("question", "SM-01").says(words).words == [("answer", words)]


@pytest.mark.parametrize(
    "words", ["niet in mijn terugblik aub", "not in my look back please", "leave this out of my look back"]
)
def test_what_is_to_stay_out_of_the_look_back_is_shown_with_its_buttons(words):
    chat = after_thanks()
    last = max(chat.answers)
    assert chat.says(words).screens == ["answer"]
    assert chat.said[0].about == last
    assert Pocket().says(words).screens == ["change_how"]


@pytest.mark.parametrize(("page", "words"), [("answers_months", "november"), ("answers", "in november")])
def test_a_month_named_at_the_answers_is_opened(page, words):
    chat = Pocket(scene_facts={"confirming": page}).says(words)
    assert chat.said[0].args["view"] == "m2026-11"


@pytest.mark.parametrize("page", ["paradoxes", "answers_dilemmas"])
def test_a_tension_named_at_the_tensions_is_opened(page):
    assert Pocket(scene_facts={"confirming": page}).says("vertrouwen").said[0].args["item"] == "P04"
    told = Pocket(scene_facts={"confirming": page}).says("Vandaag sprak ik de wethouder over het vertrouwen")
    assert told.screens == ["not_understood"]


@pytest.mark.parametrize(
    ("words", "stands"),
    [
        ("donker", (True, True, "dark")), ("dark mode please", (True, True, "dark")), ("licht", (True, True, "light")),
        ("eerdere woorden uit", (False, True, "light")), ("earlier words off", (False, True, "light")),
        ("tik op vrijdag uit", (True, False, "light")), ("friday tap on", (True, True, "light")),
    ],
)  # fmt: skip
def test_a_switch_named_at_the_settings_is_turned(words, stands):
    chat = Pocket(scene_facts={"confirming": "settings"}).says(words)
    assert chat.screens == ["settings"]
    wishes = chat.leader.wishes
    assert (wishes.echoes, chat.leader.rhythm.pulse, wishes.theme) == stands
    assert chat.said[0].edits is None


@pytest.mark.parametrize("words", ["", "donker was het in de zaal", "donker of licht", "eerdere woorden", "uit"])
def test_what_names_no_switch_turns_none(words):
    assert commanding.switch(words) is None


def test_a_page_goes_first_nowhere_that_words_are_awaited_or_questions_rest_for_safety():
    facts = {"confirming": "settings"}
    assert Pocket(talk=Asking("thought"), scene_facts=facts).says("donker").screens == ["thought_kept"]
    held = Pocket(scene_facts=facts)
    held.leader = replace(held.leader, state="held")
    assert held.says("donker").leader.wishes.theme == "light"


def test_a_page_that_was_not_shown_hears_nothing():
    assert Pocket().says("donker").screens == ["not_understood"]


def test_days_are_looked_at_round_the_words_for_being_away():
    for words in ("ik ben er volgende week niet", "ik ben er de hele volgende week niet"):
        assert Pocket().says(words).screens == ["paused_ahead"]
    for words in ("hij was er volgende week niet", "ik zag er niets in"):
        assert Pocket.asked("question", "SM-01").says(words).words == [("answer", words)]


def test_words_to_look_for_are_looked_for_while_nothing_is_open():
    assert Pocket().says("zoek bibliotheek").decided(Search) == [Search("bibliotheek")]
