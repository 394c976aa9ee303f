"""Another language, at any moment and any screen; what waits is asked once more in it."""

import pytest
from pocket import Pocket

from dialogues.events import Pressed
from dialogues.talk import Asking, OnPrompt, Resting, Settling, Tended, Weighing

FURTHER = "Gisteren liep het overleg vast en iedereen keek naar de tafel, tot ik iets vroeg. Ik was opgelucht."


def asked() -> Pocket:
    return Pocket.asked("question", "RF-03")


PLACES = {
    "nothing open": (Pocket, []),
    "after /settings": (lambda: asked().commands("settings"), ["prompt"]),
    "a question": (asked, ["prompt"]),
    "a follow-up": (lambda: asked().says(FURTHER), ["followup"]),
    "a follow-up after /settings": (lambda: asked().says(FURTHER).commands("settings"), ["followup"]),
    "a dilemma": (lambda: Pocket.asked("paradox", "P02"), ["prompt"]),
    "why": (lambda: Pocket.asked("paradox", "P02").presses("value", "3"), ["dilemma_step"]),
    "a hour": (lambda: Pocket().commands("time"), ["hour"]),
    "a pause": (lambda: Pocket().commands("pause"), ["pause"]),
    "the first rhythm": (lambda: Pocket(talk=Settling("rhythm", first=True)), ["rhythm_first"]),
    "whether to stop": (lambda: Pocket().commands("stop"), ["stop_confirm"]),
    "whether to erase": (lambda: asked().commands("delete"), ["delete_confirm"]),
    "what words were": (lambda: asked().says("Kan ik je iets vragen over de vraag?"), ["meant_question"]),
    "an intention": (lambda: Pocket(talk=Asking("intention")), ["intentions"]),
    "a thought": (lambda: Pocket(talk=Asking("thought")), ["thought_ask"]),
    "what heavy words meant": (lambda: Pocket(talk=Weighing(0, 0, until=1 << 34)), ["crisis_self_check"]),
    "a message of care": (lambda: Pocket(talk=Tended("severe_strain", 1 << 34)), ["severe_strain"]),
    "an answered question": (lambda: asked().says("Kort en goed."), []),
    "a skipped question": (lambda: asked().presses("prompt_buttons", "skip"), []),
    "a question put off": (lambda: asked().presses("snooze", "tomorrow"), []),
}
WORDS = [
    "switch to English",
    "English from now on please",
    "can we do this in English?",
    "liever Engels",
    "ga over op Engels",
    "schrijf me maar in het Engels",
]


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("words", WORDS)
def test_the_language_changes_at_once_and_what_waits_comes_once_more_in_it(place, words):
    make, waits = PLACES[place]
    pocket = make()
    kept, talk = pocket.words, pocket.talk
    pocket.says(words)
    assert (pocket.screens, pocket.leader.language) == (["language_set", *waits], "en")
    assert pocket.words == kept, "a wish is no answer"
    assert pocket.talk == talk or isinstance(pocket.talk, OnPrompt)


def test_during_a_hold_the_numbers_come_in_the_language_that_was_asked_for():
    pocket = Pocket().says("Ik wil er een eind aan maken")
    assert pocket.leader.state == "held"
    assert pocket.says("in English please").screens == ["language_set", "crisis_self"]


@pytest.mark.parametrize(
    "words", ["De Engelse partners willen meer zeggenschap.", "The Dutch partners want a bigger say."]
)
def test_words_about_a_language_are_an_answer(words):
    assert asked().says(words).words == [("answer", words)]


@pytest.mark.parametrize("words", ["Engels", "in English"])
def test_a_bare_name_is_a_wish_except_where_a_text_was_asked_for(words):
    assert Pocket().commands("language").says(words).leader.language == "en"
    pocket = Pocket(talk=Asking("search")).says(words)
    assert (pocket.leader.language, pocket.talk) == ("nl", Resting())


@pytest.mark.parametrize("words", ["Kan dit in het Duits?", "Kan het in een andere taal?", "spreek je ook Frans?"])
def test_a_language_that_we_do_not_speak_brings_the_choice(words):
    assert asked().says(words).screens == ["language_choose"]


def test_the_button_asks_once_more_as_well():
    pocket = asked().hears(Pressed("language_choose", 0, "en", 900))
    assert (pocket.screens, pocket.leader.language) == (["language_set", "prompt"], "en")
