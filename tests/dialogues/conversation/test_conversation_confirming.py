"""The questions whether to stop and whether to delete everything are answered in words as well as by tap."""

import pytest
from pocket import Pocket

from dialogues.effects import Forget, Leave
from dialogues.talk import OnPrompt, Settling


def under(command: str) -> Pocket:
    """A question is open, and then such a screen is asked for."""
    return Pocket.asked("question", "RF-03").commands(command)


@pytest.mark.parametrize("words", ["ja", "Yes", "ja, ik stop", "stop", "yes stop", "ja hoor", "ja dat wil ik", "zeker"])
def test_a_yes_under_the_stop_screen_stops_and_is_no_answer(words):
    pocket = under("stop").says(words)
    assert (pocket.screens, pocket.leader.state, pocket.answers) == (["stopped"], "stopped", {})
    assert pocket.decided(Leave)
    assert ("stop_confirm", 0) in pocket.outdated


@pytest.mark.parametrize(
    "words",
    ["ja stop", "ja stop maar", "ja, stoppen", "Yes stop please", "please stop", "ok stop", "stop maar", "I stop",
     "stoppen graag", "ja doe maar", "yes I am sure", "ik stop ermee", "stop er maar mee", "I'm done with this",
     "I quit", "ik hou ermee op", "ik kap ermee", "ik wil er echt mee stoppen", "I'm out", "ik ben er klaar mee",
     "klopt", "zeker weten", "doe maar", "definitely done", "ik wil ermee ophouden"],
)  # fmt: skip
def test_who_names_the_deed_under_the_stop_screen_stops(words):
    assert under("stop").says(words).screens == ["stopped"]


@pytest.mark.parametrize("words", ["ja wis maar", "wis maar", "ja, alles wissen", "Yes delete it", "yes please delete"])
def test_who_names_the_deed_under_the_delete_screen_deletes(words):
    assert under("delete").says(words).decided(Forget) == [Forget()]


@pytest.mark.parametrize("words", ["ja maar", "er", "ik wil"])
def test_half_a_yes_under_the_delete_screen_deletes_nothing(words):
    assert under("delete").says(words).decided(Forget) == []


@pytest.mark.parametrize("words", ["nee", "no", "toch niet", "Never mind", "nee laat maar", "laat maar"])
def test_a_no_under_the_stop_screen_leaves_the_open_question_open(words):
    pocket = under("stop").says(words)
    assert (pocket.screens, pocket.answers, pocket.prompt.state) == (["silence_same"], {}, "open")
    assert pocket.talk == OnPrompt(pocket.prompt.id)
    assert pocket.says("Ik sprak mijn collega aan op haar toon en dat gaf lucht.").words[0][0] == "answer"


@pytest.mark.parametrize(
    ("words", "screens"),
    [
        ("ik wil dood", ["crisis_self"]), ("ik geef het op", ["crisis_self_check"]), ("ja, ik wil eruit stappen", None),
        ("I don't want to live, I quit", None), ("ik wil niet meer", ["crisis_self_check"]),
    ],
)  # fmt: skip
def test_heavy_words_under_the_stop_screen_go_first_all_the_same(words, screens):
    pocket = under("stop").says(words)
    assert pocket.leader.state != "stopped"
    assert pocket.screens[0].startswith("crisis_self")
    assert screens is None or pocket.screens == screens


@pytest.mark.parametrize("words", ["ik stop ermee", "Stop ermee.", "ik hou ermee op"])
def test_elsewhere_such_words_are_about_the_questions_first_with_a_word_about_help(words):
    for pocket in (Pocket.asked("question", "RF-03"), under("delete"), Pocket()):
        pocket.says(words)
        assert [(say.screen, say.args) for say in pocket.said] == [("stop_confirm", {"intro": "stop_kindly"})]
        assert pocket.answers == {}
        assert pocket.says("ja").screens == ["stopped"]


def test_the_same_words_with_more_beside_them_are_asked_about():
    for words in ("ik stop ermee, het hoeft niet meer", "I quit, I can't do this anymore"):
        assert Pocket.asked("question", "RF-03").says(words).screens == ["crisis_self_check"]
    heavy = Pocket.asked("question", "RF-03").says("Ik zit al weken huilend in de auto en ik slaap niet meer.")
    assert heavy.says("ik stop ermee").screens == ["crisis_self_check"]


@pytest.mark.parametrize(
    "words",
    [
        "pauze",
        "liever een pauze",
        "Pause instead",
        "nee, liever een pauze",
        "doe maar een pauze",
        "I'd rather take a break",
    ],
)
def test_a_pause_can_be_chosen_in_words_under_the_stop_screen(words):
    pocket = under("stop").says(words)
    assert (pocket.screens, pocket.talk) == (["pause"], Settling("pause", first=False))


@pytest.mark.parametrize("words", ["ja", "yes", "ja, wis alles", "wis alles", "delete everything", "yes please"])
def test_a_yes_under_the_delete_screen_deletes_everything(words):
    pocket = under("delete").says(words)
    assert (pocket.screens, pocket.decided(Forget)) == (["deleted"], [Forget()])


@pytest.mark.parametrize("words", ["nee", "No", "toch niet", "nee dank je", "annuleer"])
def test_a_no_under_the_delete_screen_deletes_nothing_and_keeps_no_thought(words):
    pocket = under("delete").says(words)
    assert (pocket.screens, pocket.answers, pocket.forgotten) == (["delete_cancelled"], {}, False)


def test_the_export_first_can_be_chosen_in_words():
    assert under("delete").says("eerst exporteren").screens == ["export", "delete_confirm"]


@pytest.mark.parametrize("command", ["stop", "delete"])
def test_other_words_under_such_a_screen_are_for_the_open_question(command):
    pocket = under(command).says("Ik liep weg uit het overleg en dat spijt me nog steeds.")
    assert pocket.words[0][0] == "answer"
    pocket = under(command).says("Mijn eigen angst")
    assert pocket.words == [("answer", "Mijn eigen angst")]


def test_a_bare_stop_under_the_delete_screen_asks_about_stopping():
    assert under("delete").says("stop").screens == ["stop_confirm"]


def test_a_sign_without_words_chooses_nothing():
    pocket = under("stop").says("...")
    assert pocket.screens != ["stopped"]
    assert pocket.leader.state == "active"


def test_a_yes_after_something_else_was_said_is_no_yes_to_stopping():
    pocket = under("stop").commands("help").says("ja")
    assert pocket.leader.state == "active"
    assert pocket.words == [("answer", "ja")]


@pytest.mark.parametrize("words", ["mag ik stoppen?", "Mag ik hiermee stoppen", "can I stop?", "may I stop here"])
def test_who_asks_whether_they_may_stop_is_asked_and_not_thanked(words):
    pocket = Pocket.asked("question", "RF-03").says("Ik sprak mijn collega aan op haar toon in het overleg.")
    assert pocket.prompt.stage == "followup"
    pocket.says(words)
    assert pocket.screens == ["stop_confirm"]
    assert pocket.says("ja").screens == ["stopped"]
