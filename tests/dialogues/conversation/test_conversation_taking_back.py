"""The wish that words just kept go again: they are shown with their buttons, and nothing goes at a guess."""

import pytest
from pocket import Pocket

from dialogues.talk import Resting

FULL = "Gisteren liep het overleg vast en iedereen keek naar de tafel, tot ik iets vroeg. Ik was opgelucht."
WISHES = [
    "verwijder mijn antwoord",
    "delete my answer",
    "wis dat maar",
    "haal dat weg",
    "dat wil ik niet bewaren",
    "i dont want to keep that",
    "ik wil dat antwoord niet laten staan",
    "liever niet opslaan",
    "dat hoeft niet bewaard te worden",
    "sla dat maar niet op",
    "can u scrap my last msg",
    "i take that back",
    "dat neem ik terug",
    "I'd rather not have that saved",
    "wil dit niet opgeslagen hebben",
    "can you get rid of that",
    "ik trek mijn antwoord in",
    "streep dat maar door",
    "can my answer be removed",
]
TOLD = [
    "we hebben het plan geschrapt",
    "ik wil mijn oude rol niet bewaren",
    "ik heb zijn bericht verwijderd",
    "I deleted her message",
    "de afspraak moet weg",
    "dat moet weg uit mijn agenda",
    "I want to leave that role",
]


@pytest.mark.parametrize("words", WISHES)
def test_what_was_kept_a_moment_ago_is_shown_and_stays_until_it_is_tapped(words):
    pocket = Pocket.asked("question", "RF-03").says(FULL)
    kept = pocket.words
    pocket.says(words)
    assert (pocket.screens, pocket.words) == (["answer"], kept)


@pytest.mark.parametrize("words", WISHES)
def test_where_nothing_was_kept_it_is_said_how_an_answer_goes(words):
    pocket = Pocket().says(words)
    assert (pocket.screens, pocket.words) == (["change_how"], [])
    tapped = Pocket.asked("pulse", "PU-05").says(words)
    assert (tapped.screens, tapped.words) == (["change_how"], [])


@pytest.mark.parametrize("words", ["verwijder mijn antwoord", "delete what I wrote", "wis m'n laatste bericht"])
def test_under_a_new_question_the_own_answer_by_its_name_is_no_answer(words):
    pocket = Pocket.asked("question", "RF-03").says(words)
    assert (pocket.screens, pocket.words) == (["change_how"], [])


@pytest.mark.parametrize("words", ["dat wil ik niet bewaren", "delete that", "sla dat maar niet op"])
def test_a_thought_that_nobody_confirmed_yet_is_let_go_of(words):
    pocket = Pocket().says("Vandaag merkte ik dat ik te snel besliste in het overleg.").says(words)
    assert (pocket.screens, pocket.words, pocket.talk) == (["thought_dropped"], [], Resting())


@pytest.mark.parametrize("words", TOLD)
def test_what_went_elsewhere_is_told_and_kept(words):
    pocket = Pocket.asked("question", "RF-03").says(words)
    assert pocket.words == [("answer", words)]
