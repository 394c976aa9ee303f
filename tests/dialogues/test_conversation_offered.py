"""What was just offered can be answered in words: a yes, a no, or what its buttons say in another order."""

from dataclasses import replace

import pytest
from pocket import Pocket

from dialogues.effects import Add, IntendFrom, Judge, Keep, Recognise
from dialogues.talk import Asking

MEANS = "Ik neem me voor om vrijdag eerst te vragen wat de ander ziet, en dan pas te zeggen wat ik vind."
STORY = "Gisteren liep het overleg met de partners vast op de verdeelsleutel."


def intention() -> Pocket:
    """The thanks for an answer, and under it the offer of an intention."""
    pocket = Pocket.asked("question", "RF-03").says(MEANS)
    assert pocket.screens[-1] == "intention_offer"
    return pocket


@pytest.mark.parametrize(
    "words",
    ["ja", "ja graag", "Yes please", "doe maar", "Ja, dat is goed", "lijkt me een goed idee", "go on then", "👍",
     "prima", "maak er maar een voornemen van", "sure, make it one"],
)  # fmt: skip
def test_a_yes_in_words_to_the_offer_of_an_intention_makes_it(words):
    pocket = intention()
    offered = pocket.standing[0].about
    pocket.says(words)
    assert pocket.decided(IntendFrom) == [IntendFrom(offered, None)]
    assert pocket.decided(Add) == []
    assert ("intention_offer", offered) in pocket.outdated


@pytest.mark.parametrize(
    "words", ["nee", "doe maar niet", "no thanks", "hoeft niet hoor", "Zo is het goed", "not this time"]
)
def test_a_no_in_words_to_the_offer_of_an_intention_says_so(words):
    pocket = intention().says(words)
    assert (pocket.screens, pocket.words) == (["intention_none"], [("answer", MEANS)])
    assert (pocket.says("ja").decided(IntendFrom), pocket.words[-1]) == ([], ("addition", "ja"))


@pytest.mark.parametrize("words", ["ja maar", "Ja, en daarna vertelde ik het ook aan de rest van het team."])
def test_words_that_tell_more_are_no_yes(words):
    pocket = intention().says(words)
    assert (pocket.decided(IntendFrom), pocket.words[-1]) == ([], ("addition", words))


@pytest.mark.parametrize("words", ["ja", "ja bewaar maar", "yes keep it", "bewaren", "hou maar vast", "Save it please"])
@pytest.mark.parametrize("later", [1, 35, 60 * 23])
def test_a_yes_in_words_keeps_the_thought_that_was_asked_about(words, later):
    pocket = Pocket().says(STORY).waits(minutes=later).says(words)
    assert (pocket.screens, pocket.words) == (["thought_kept"], [("thought", STORY)])
    assert [answer.state for answer in pocket.answers.values()] == ["kept"]


@pytest.mark.parametrize("words", ["nee", "laat maar", "don't keep it", "nee niet bewaren", "gooi maar weg"])
def test_a_no_in_words_drops_it(words):
    pocket = Pocket().says(STORY).waits(minutes=35).says(words)
    assert (pocket.screens, pocket.words) == (["thought_dropped"], [])


def look_back() -> Pocket:
    """A look back stands last, and a question of before still takes words."""
    return Pocket.asked("question", "RF-03", confirming="lookback", confirmed=77)


@pytest.mark.parametrize(
    ("words", "verdict"),
    [
        ("klopt niet", "no"), ("I don't recognise this", "no"), ("herken ik niet", "no"), ("ja herken ik", "yes"),
        ("ja", "yes"), ("spot on", "yes"), ("klopt helemaal", "yes"), ("partly", "partly"), ("Deels", "partly"),
        ("klopt niet helemaal", "partly"), ("not quite", "partly"), ("nee", "no"), ("that's not me", "no"),
    ],
)  # fmt: skip
def test_words_under_a_look_back_are_about_it(words, verdict):
    pocket = look_back().says(words)
    assert pocket.decided(Judge) == [Judge(77, verdict)]
    assert pocket.decided(Keep) == []
    assert pocket.screens == (["summary_verdict_yes"] if verdict == "yes" else ["summary_correct"])
    assert verdict == "yes" or pocket.talk == Asking("correction", 77)


@pytest.mark.parametrize(
    "words", ["regel 2 klopt niet", "hide line 3", "the second line is wrong", "verberg de laatste regel"]
)
def test_a_line_that_is_named_shows_the_lines_to_hide(words):
    pocket = look_back().says(words)
    shown = pocket.said[0]
    assert (shown.screen, dict(shown.args), shown.about) == ("lookback_lines", {"mode": "hide", "page": 0}, 77)
    assert pocket.words == []


@pytest.mark.parametrize(
    ("words", "verdict"), [("hoort erbij ja", "yes"), ("nee, staat los", "no"), ("they're related", "yes")]
)
def test_words_under_an_echo_tell_whether_it_belongs(words, verdict):
    pocket = Pocket(scene_facts={"confirming": "echo_offer", "confirmed": 8}).says(words)
    assert pocket.decided(Recognise) == [Recognise(8, verdict, None)]


@pytest.mark.parametrize("words", ["trek dit maar in", "wis het", "delete this one please"])
def test_an_opened_answer_is_withdrawn_in_words(words):
    pocket = Pocket().commands("reflect", STORY)
    written = pocket.answer_id
    pocket.scene_facts = {"confirming": "answer", "confirmed": written}
    pocket.says(words)
    assert (pocket.screens, pocket.answers[written].state) == (["answer"], "withdrawn")
    assert pocket.said[0].edits is None


@pytest.mark.parametrize("words", ["verberg die", "hide this", "niet in mijn terugblik"])
def test_an_opened_answer_is_hidden_in_words(words):
    pocket = Pocket().commands("reflect", STORY)
    written = pocket.answer_id
    pocket.scene_facts = {"confirming": "answer", "confirmed": written}
    assert pocket.says(words).answers[written].state == "hidden"


def test_an_opened_answer_goes_back_to_the_list_in_words():
    pocket = Pocket(scene_facts={"confirming": "answer", "confirmed": 8}).says("terug naar de lijst")
    assert pocket.screens == ["answers"]


def test_who_is_held_is_not_taken_at_a_word():
    pocket = Pocket.asked("question", "RF-03", confirming="intention_offer", confirmed=8)
    pocket.says("Ik wil niet meer leven.")
    assert pocket.says("ja").decided(IntendFrom) == []


@pytest.mark.parametrize("state", ["closed", "skipped"])
def test_a_question_of_long_ago_has_no_floor_for_it(state):
    pocket = look_back()
    pocket.prompts[pocket.prompt.id] = replace(pocket.prompt, state=state)
    assert pocket.says("ja").screens == ["summary_verdict_yes"]
