"""After the thanks: a wish is done, a laugh is met, more of the answer is added, and all else is asked about once."""

import pytest
from pocket import Pocket

from dialogues.effects import Add, Drop, React, Recap
from dialogues.talk import Resting
from dialogues.wishes import sayings

TOLD = "Ik zei in het overleg te snel ja, en toen werd het stil."
REPLY = "Volgende keer wacht ik eerst even af, en dan vraag ik wat de anderen vinden."


def thanked() -> Pocket:
    """The thanks with its button for one more question."""
    return Pocket.asked("question", "RF-03").says(TOLD).says(REPLY).presses("tap", "done")


@pytest.mark.parametrize(
    "words",
    ["graag", "ja graag", "yes please", "verder", "go on", "volgende", "next", "ga door", "nog eentje", "one more",
     "kom maar op", "ask away", "Eén vraag verder"],
)  # fmt: skip
def test_a_yes_to_the_button_for_more_brings_the_question(words):
    pocket = thanked()
    before = pocket.words
    assert (pocket.says(words).screens, pocket.words) == (["thanks_taps", "followup"], before)


@pytest.mark.parametrize("words", ["nee dank je", "no thanks", "nee bedankt", "hoeft niet", "not today"])
def test_a_no_to_that_button_is_met_and_not_kept(words):
    pocket = thanked()
    before = pocket.words
    assert (pocket.says(words).screens, pocket.words, len(pocket.decided(React))) == ([], before, 1)


@pytest.mark.parametrize("words", ["verberg dit", "hide this", "kan ik dit aanpassen?", "can I still change this?"])
def test_what_is_to_become_of_the_answer_is_asked_with_its_buttons(words):
    pocket = thanked()
    before, last = pocket.words, max(pocket.answers)
    assert (pocket.says(words).screens, pocket.said[0].about, pocket.words) == (["answer"], last, before)


@pytest.mark.parametrize("words", ["niet in mijn terugblik aub", "not in my look back please"])
def test_who_wants_it_in_no_look_back_is_not_shown_one(words):
    pocket = thanked().says(words)
    assert (pocket.screens, pocket.decided(Recap)) == (["answer"], [])


def test_without_any_words_there_is_nothing_to_hide():
    pocket = Pocket.asked("paradox", "P04").says("3")
    while pocket.prompt.stage != "done":
        pocket.presses("followup_buttons", "enough")
    assert pocket.says("hide this").screens == ["belongs"]
    assert [answer.part for answer in pocket.answers.values()] == ["answer"]


@pytest.mark.parametrize("words", ["haha", "lol", "doei", "bye", "\N{FACE WITH TEARS OF JOY}", "fijne dag"])
def test_a_laugh_or_a_parting_is_met_and_not_kept(words):
    pocket = thanked()
    before = pocket.words
    assert (pocket.says(words).screens, pocket.words, len(pocket.decided(React))) == ([], before, 1)


@pytest.mark.parametrize(
    "words",
    ["en ik baalde ervan", "plus my boss was there", "vooral dat laatste", "oh and Mo cried", "Mo was boos"],
)
def test_what_plainly_tells_more_is_added_at_once(words):
    pocket = thanked().says(words)
    assert (pocket.screens, pocket.words[-1], len(pocket.decided(Add))) == ([], ("addition", words), 1)


ELSE = ["translate this", "vertaal dit", "3 4", "matig", "2"]


@pytest.mark.parametrize("words", ELSE)
def test_all_else_is_held_and_asked_about(words):
    pocket = thanked().says(words)
    assert (pocket.screens, pocket.said[0].about) == (["belongs"], pocket.prompt.id)
    assert (pocket.answers[max(pocket.answers)].state, pocket.talk) == ("held", Resting(pocket.prompt.id))


def test_it_is_asked_once_and_what_comes_after_waits_with_it():
    pocket = thanked().says("matig").says("matigjes")
    assert (pocket.screens, pocket.decided(React)[0].emoji) == ([], "\N{EYES}")
    pocket.presses("belongs", "answer")
    assert {answer.state for answer in pocket.answers.values()} == {"kept"}


def test_what_tells_more_is_added_meanwhile():
    pocket = thanked().says("matig").says("Mo was ook boos.")
    assert (pocket.screens, pocket.words[-1]) == ([], ("addition", "Mo was ook boos."))
    assert "held" in {answer.state for answer in pocket.answers.values()}


@pytest.mark.parametrize(
    "words",
    ["Hoort erbij", "1", "de eerste", "het is mijn antwoord", "ja", "It belongs", "bij mijn antwoord"],
)
def test_that_it_belongs_can_be_said_and_then_it_is_a_piece_of_the_answer(words):
    pocket = thanked().says("matig")
    assert (pocket.says(words).screens, pocket.words[-1]) == (["belongs_kept"], ("followup", "matig"))
    assert ("belongs", pocket.prompt.id) in pocket.outdated
    assert not [about for kind, about in pocket.plans if kind == "thought"]


@pytest.mark.parametrize("words", ["Voor jou", "2", "de tweede", "For you", "het was een vraag"])
def test_that_it_is_for_the_bot_can_be_said_and_then_it_is_gone(words):
    pocket = thanked()
    before = pocket.words
    pocket.says("matig").says(words)
    assert (pocket.screens, pocket.words) == (["belongs_not"], before)


@pytest.mark.parametrize("words", ["nee", "hoort er niet bij", "mag weg", "neither"])
def test_neither_drops_it(words):
    pocket = thanked()
    before = pocket.words
    assert (pocket.says("matig").says(words).screens, pocket.words) == (["thought_dropped"], before)


def test_the_button_settles_it_where_it_stands_and_a_second_tap_is_too_late():
    pocket = thanked().says("matig").presses("belongs", "answer")
    assert pocket.said[0].edits is not None
    assert pocket.presses("belongs", "question").screens == ["stale_button"]


def test_what_was_for_the_bot_and_is_like_a_wish_is_done(monkeypatch):
    pocket = thanked()
    before = pocket.words
    assert pocket.says("translate this").screens == ["belongs"]
    monkeypatch.setattr(sayings, "guess", lambda _: sayings.Guess("stop", 0.9))
    assert (pocket.presses("belongs", "question").screens, pocket.words) == (["stop_confirm"], before)


def test_after_a_day_only_what_may_tell_something_is_part_of_the_answer():
    assert thanked().says("matig").is_not_told().words[-1] == ("followup", "matig")
    pocket = thanked()
    before = pocket.words
    assert pocket.says("translate this").is_not_told().words == before
    pocket = thanked().says("translate this").says("matig").is_not_told()
    assert (pocket.words[-1], len(pocket.decided(Drop))) == (("followup", "matig"), 1)


def test_a_number_means_nothing_once_something_else_was_said():
    pocket = thanked().says("matig").commands("help")
    assert pocket.says("1").screens == []
    assert pocket.answers[max(pocket.answers)].state == "held"


@pytest.mark.parametrize("words", ["nee dank je", "no thanks", "nee", "no", "Nee.", "hoeft niet", "nah", "liever niet"])
def test_a_no_to_a_follow_up_leaves_it_at_what_was_given(words):
    pocket = Pocket.asked("question", "RF-03").says(TOLD)
    assert pocket.prompt.stage == "followup"
    pocket.says(words)
    assert (pocket.screens, pocket.said[0].args["thanks"]) == (["thanks_taps"], "thanks_no")
    assert (pocket.words, pocket.prompt.over) == ([("answer", TOLD)], True)


def test_a_search_under_the_list_of_answers_is_one():
    pocket = thanked().commands("answers")
    assert pocket.screens == ["answers"]
    pocket.says("zoek wethouder")
    assert [type(effect).__name__ for effect in pocket.done] == ["Search"]
    assert thanked().commands("answers").says("zoek").screens == ["belongs"]
