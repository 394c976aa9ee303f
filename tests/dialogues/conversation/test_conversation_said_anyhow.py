"""What is asked of the bot in whatever words: who sees this, take that back, erase it all, make an intention of it."""

import pytest
from pocket import Pocket

from dialogues.effects import IntendFrom, Keep
from dialogues.moves.anywhere import taking_back
from dialogues.wishes import commanding, queries

QUESTION = ("question", "RF-03")


@pytest.mark.parametrize(
    "words",
    [
        "krijgt mijn baas dit onder ogen?",
        "komt dit bij mijn leidinggevende terecht?",
        "krijgen mijn collega's dit ook te zien?",
        "does this go to my boss?",
        "will my answers end up with the board?",
    ],
)
def test_whether_somebody_gets_to_see_it_is_answered(words):
    pocket = Pocket.asked(*QUESTION).says(words)
    assert (pocket.screens, pocket.words) == (["who_reads"], [])


@pytest.mark.parametrize("words", ["Gaat mijn baas dit redden?", "Krijgt mijn collega gelijk?"])
def test_a_question_about_somebody_is_no_question_who_sees_it(words):
    assert queries.meant(words) is None


@pytest.mark.parametrize(
    "words",
    [
        "that was meant for my colleague, bin it",
        "dat laatste had ik anders bedoeld, mag dat eruit?",
        "dat was voor iemand anders bedoeld, smijt maar weg",
        "oei, verkeerde chat. Gooi maar weg",
        "sorry, wrong chat, please drop that",
        "my mistake, scratch that",
    ],
)
def test_what_was_a_mistake_can_be_taken_back(words):
    pocket = Pocket.asked(*QUESTION).says(words)
    assert (pocket.screens, pocket.words) == (["change_how"], [])
    kept = Pocket().commands("reflect", "Gisteren zei ik voor het eerst nee.").says(words)
    assert (kept.screens, kept.decided(Keep)) == (["answer"], [])


@pytest.mark.parametrize("words", ["Dat besluit was verkeerd, haal het weg", "ik ging in de fout", "haal het weg,"])
def test_a_mistake_that_is_told_of_takes_nothing_back(words):
    assert not taking_back.by_mistake(words)


@pytest.mark.parametrize(
    "words",
    [
        "is there a way to wipe everything I've told you",
        "can I have everything deleted",
        "how do I erase all of it?",
        "kan ik alles wissen wat ik u verteld heb?",
        "hoe wis ik alles wat ik hier heb gezegd?",
        "kunt ge mijn account verwijderen alstublieft",
        "is het mogelijk om alles te verwijderen?",
    ],
)
@pytest.mark.parametrize("asked", [True, False])
def test_to_erase_everything_can_be_asked_for_in_any_words(words, asked):
    pocket = Pocket.asked(*QUESTION) if asked else Pocket()
    pocket.says(words)
    assert (pocket.screens, pocket.words, pocket.forgotten) == (["delete_confirm"], [], False)


@pytest.mark.parametrize("words", ["Alles weg wat niet werkt, zei de directeur", "Ik gooide alles weg op kantoor"])
def test_words_about_something_that_went_erase_nothing(words):
    assert commanding.command(words) is None


@pytest.mark.parametrize(
    "words",
    [
        "ja zet dat er maar bij als voornemen",
        "ja hou dat vast als voornemen",
        "schrijf dat maar op als voornemen, graag",
        "herinner me daar vrijdag aan",
        "yeah remind me of that Friday",
        "put that down as an intention",
        "yes, add it as an intention please",
    ],
)
def test_an_offered_intention_is_taken_in_any_words(words):
    pocket = Pocket(scene_facts={"confirming": "intention_offer", "confirmed": 8}).says(words)
    assert [type(one) for one in pocket.done] == [IntendFrom]


@pytest.mark.parametrize("words", ["zet dat er maar niet bij als voornemen", "yeah remind me of my mother"])
def test_other_words_under_that_offer_make_no_intention(words):
    pocket = Pocket(scene_facts={"confirming": "intention_offer", "confirmed": 8}).says(words)
    assert pocket.decided(IntendFrom) == []
