"""Beside the questions: thoughts, intentions, corrections, languages, erasing; and every command."""

from datetime import timedelta

import pytest
from pocket import BUTTON, Pocket

from dialogues.answers import pieces
from dialogues.effects import (
    Ask,
    Drop,
    Forget,
    Intend,
    IntendFrom,
    Judge,
    Keep,
    Plan,
    React,
    Recap,
    Reword,
    Rewrite,
    Treat,
)
from dialogues.events import data, pressed
from dialogues.library import library
from dialogues.talk import Asking, OnPrompt, Resting


def test_a_thought_is_kept_only_after_a_tap():
    pocket = Pocket().says("Ik moet steeds aan dat gesprek denken.")
    (thought,) = pocket.answers
    assert pocket.answers[thought].state == "held"
    assert pocket.plans["thought", thought] == pocket.now + timedelta(days=1)  # unconfirmed, it is erased then
    pocket.presses("not_understood", "keep", thought)
    assert pocket.plans == {}
    assert pocket.decided(Treat) == [Treat(thought, "kept", ("held",))]
    assert (pocket.answers[thought].state, pocket.said[0].edits) == ("kept", BUTTON)


def test_a_thought_in_several_messages_is_asked_about_once_and_kept_as_one():
    pocket = Pocket().says("Ik moet steeds aan dat gesprek denken.")
    (first,) = pocket.answers
    for more in ("Vooral aan het eind.", "Ik liep gewoon weg."):
        pocket.waits(seconds=20).says(more)
        assert (pocket.screens, pocket.decided(Plan)) == ([], [])
        assert [react.emoji for react in pocket.decided(React)] == ["\N{EYES}"]  # seen, and not yet written down
    assert {answer.state for answer in pocket.answers.values()} == {"held"}
    pocket.presses("not_understood", "keep", first)
    pocket.waits(minutes=1).says("Dat was het.")
    assert (pocket.screens, len(pocket.decided(React))) == ([], 1)
    (whole,) = pieces.grouped(pocket.answers.values())
    assert [piece.text for piece in whole][2:] == ["Ik liep gewoon weg.", "Dat was het."]
    assert {piece.state for piece in whole} == {"kept"}


def test_a_thought_that_was_erased_in_the_meantime_is_not_said_to_be_kept():
    pocket = Pocket().says("Ik moet steeds aan dat gesprek denken.")
    (thought,) = pocket.answers
    pocket.waits(hours=26).answers.clear()
    pocket.presses("not_understood", "keep", thought)
    assert (pocket.screens, pocket.said[0].edits) == (["thought_gone"], BUTTON)


def test_a_thought_in_several_messages_is_dropped_as_a_whole():
    pocket = Pocket().says("Ik moet steeds aan dat gesprek denken.")
    (first,) = pocket.answers
    assert pocket.says("Vooral aan het eind.").presses("not_understood", "no", first).answers == {}


def test_a_quarter_of_an_hour_later_a_thought_is_another_one():
    pocket = Pocket().commands("reflect", "Ik moet steeds aan dat gesprek denken.")
    assert pocket.waits(minutes=16).says("Zou ik moeten bellen?").screens == ["not_understood"]
    assert len(pieces.grouped(pocket.answers.values())) == 2


def test_a_thought_that_is_not_wanted_is_erased():
    pocket = Pocket().says("Ik moet steeds aan dat gesprek denken.")
    (thought,) = pocket.answers
    assert pocket.presses("not_understood", "no", thought).decided(Drop) == [Drop(thought)]
    assert (pocket.screens, pocket.answers) == (["thought_dropped"], {})


def test_stop_in_plain_words_asks_whether_to_stop():
    pocket = Pocket().says("Stop!")
    assert (pocket.screens, pocket.answers) == (["stop_confirm"], {})


@pytest.mark.parametrize(
    "kind", ["sticker", "photo", "voice", "document", "location", "contact", "forwarded", "other_media"]
)
def test_what_is_no_text_gets_a_kind_word_and_nothing_of_it_is_kept(kind):
    pocket = Pocket.asked("question", "RF-03").shows(kind)
    assert (pocket.screens, pocket.answers, pocket.talk) == ([kind], {}, OnPrompt(pocket.prompt.id))


def test_an_intention_is_asked_for_or_given_at_once():
    pocket = Pocket().commands("intention")
    assert (pocket.screens, pocket.talk) == (["intentions"], Asking("intention"))
    assert pocket.says("Eerst vragen, dan pas zeggen").decided(Intend)[0].text == "Eerst vragen, dan pas zeggen"
    assert pocket.commands("intention", " Eerst vragen ").decided(Intend) == [Intend("Eerst vragen", None)]


@pytest.mark.parametrize(
    "words", ["laat maar", "Nee.", "never mind", "stop", "niks", "doe maar niet", "geen", "Forget it"]
)
def test_an_intention_may_be_let_go_of(words):
    pocket = Pocket().commands("intention").says(words)
    assert (pocket.screens, pocket.talk, pocket.decided(Intend)) == (["intention_none"], Resting(), [])


@pytest.mark.parametrize("words", ["laat maar zitten", "toch maar niet", "weet ik niet", "I'd rather not", "geen idee"])
def test_who_has_no_intention_may_say_so_in_other_words(words):
    assert Pocket().commands("intention").says(words).screens == ["intention_none"]


def test_an_offer_to_note_an_intention_is_taken_or_left():
    pocket = Pocket()
    assert pocket.presses("intention_offer", "yes", 31).decided(IntendFrom) == [IntendFrom(31, BUTTON)]
    assert pocket.presses("intention_offer", "no", 31).screens == ["intention_none"]


def test_a_summary_that_fits_is_left_as_it_is():
    pocket = Pocket().presses("summary_question", "yes", 12)
    assert (pocket.decided(Judge), pocket.screens) == ([Judge(12, "yes")], ["summary_verdict_yes"])


@pytest.mark.parametrize("verdict", ["partly", "no"])
def test_a_correction_of_a_summary_is_asked_for_and_kept(verdict):
    pocket = Pocket().presses("summary_question", verdict, 12)
    assert (pocket.screens, pocket.talk) == (["summary_correct"], Asking("correction", 12))
    pocket.says("Het ging niet om snelheid, maar om angst.")
    assert (pocket.words[0][0], pocket.screens) == ("correction", ["summary_correction_kept"])


def test_everything_is_erased_after_one_confirmation():
    pocket = Pocket().commands("delete")
    assert (pocket.screens, pocket.forgotten) == (["delete_confirm"], False)
    assert pocket.presses("delete_confirm", "cancel", 0).screens == ["delete_cancelled"]
    assert pocket.presses("delete_confirm", "export_first", 0).screens == ["export", "delete_confirm"]
    pocket.presses("delete_confirm", "delete", 0)
    assert (pocket.screens, pocket.decided(Forget)) == (["deleted"], [Forget()])


@pytest.mark.parametrize("group", ["language", "language_choose"])
def test_the_language_changes_and_the_talk_goes_on(group):
    pocket = Pocket.asked("question", "RF-03").commands("language")
    assert pocket.screens == ["language_choose"]
    pocket.presses(group, "en", 0)
    assert (pocket.leader.language, pocket.screens) == ("en", ["language_set", "prompt"])
    assert pocket.talk == OnPrompt(pocket.prompt.id)


@pytest.mark.parametrize(
    ("words", "language"),
    [(" en", "en"), ("English", "en"), ("Engels graag", "en"), ("nl", "nl"), ("Nederlands", "nl"), ("klingon", None)],
)
def test_the_language_after_the_command_counts(words, language):
    pocket = Pocket.asked("question", "RF-03").commands("language", words)
    if language is None:
        assert pocket.screens == ["language_choose"]
    else:
        assert (pocket.leader.language, pocket.screens) == (language, ["language_set", "prompt"])
    assert pocket.talk == OnPrompt(pocket.prompt.id)


@pytest.mark.parametrize(("words", "said"), [("", ["thought_ask"]), ("  Ik denk na. ", ["thought_kept"])])
def test_a_thought_without_a_question_is_kept_at_once(words, said):
    pocket = Pocket().commands("reflect", words)
    assert pocket.screens == said
    if not words:
        assert pocket.talk == Asking("thought")
        pocket.says("Ik denk na.")
    (kept,) = pocket.answers
    assert (pocket.words, pocket.screens) == ([("thought", "Ik denk na.")], ["thought_kept"])
    assert pocket.talk == Resting(thought=kept)
    assert [answer.state for answer in pocket.answers.values()] == ["kept"]


def test_a_thought_after_the_command_leaves_the_floor_to_the_question():
    pocket = Pocket.asked("question", "RF-03").commands("reflect", "Ik denk na over Jan de Vries.")
    assert pocket.talk == OnPrompt(pocket.prompt.id)
    assert pocket.decided(Keep)[0].named


@pytest.mark.parametrize(
    ("what", "screen"),
    [
        ("thought", "thought_dropped"), ("intention", "intention_none"), ("form", "left_as_is"),
        ("search", "left_as_is"), ("rewrite", "left_as_is"), ("correction", "left_as_is"),
        ("reflection", "left_as_is"),
    ],
)  # fmt: skip
def test_whatever_was_asked_for_may_be_let_go_of(what, screen):
    for pocket in (
        Pocket(talk=Asking(what, 3)).says("Laat maar."), Pocket(talk=Asking(what, 3)).presses("way_out", what, 3),
    ):  # fmt: skip
        assert (pocket.screens, pocket.talk, pocket.answers) == ([screen], Resting(), {})


@pytest.mark.parametrize("talk", [Resting(), Asking("rewrite", 4), Asking("thought", 3)])
def test_an_old_way_out_leaves_what_is_asked_for_now(talk):
    pocket = Pocket(talk=talk).presses("way_out", "rewrite", 3)
    assert (pocket.said, pocket.talk) == ([], talk)


@pytest.mark.parametrize(
    ("talk", "left", "after"),
    [(Asking("intention"), True, Resting()), (Asking("rewrite", 3), False, Asking("rewrite", 3))],
)
def test_the_way_out_under_a_list_of_intentions_leaves_the_list(talk, left, after):
    pocket = Pocket(talk=talk).presses("way_out", "listed", 0)
    assert [(said.screen, dict(said.args), said.edits) for said in pocket.said] == [
        ("intentions", {"asks": False, "left": left}, BUTTON)
    ]
    assert pocket.talk == after


@pytest.mark.parametrize(
    ("command", "screen"),
    [
        ("help", "help"), ("urgent", "urgent"), ("export", "export"),
        ("unknown", "unknown_command"), ("cohort", "unknown_command"),
    ],
)  # fmt: skip
def test_plain_commands_say_one_thing_and_leave_the_floor(command, screen):
    pocket = Pocket.asked("question", "RF-03").commands(command)
    assert (pocket.screens, pocket.talk) == ([screen], OnPrompt(pocket.prompt.id))


def test_looking_back_leaves_the_floor_where_it_is():
    pocket = Pocket.asked("paradox", "P04").commands("lookback", " oktober ")
    assert (pocket.decided(Recap), pocket.talk) == ([Recap("oktober")], OnPrompt(pocket.prompt.id))


def test_a_question_on_request_is_a_new_one_or_the_one_that_is_open():
    pocket = Pocket().commands("question")
    assert len(pocket.decided(Ask)) == 1
    assert pocket.commands("question").screens == ["prompt"]
    pocket.commands("dilemma")
    assert pocket.prompt.kind == "paradox"
    assert pocket.commands("dilemma").screens == ["prompt"]
    assert Pocket(scene_facts={"used": frozenset(library().dilemmas)}).commands("dilemma").screens == ["other_none"]


def test_a_thought_with_a_name_is_flagged():
    assert Pocket().says("Ik denk steeds aan Jan de Vries.").decided(Keep)[0].named


def test_callback_data_travels_as_ids_and_strange_data_is_none():
    assert pressed(data("value", 255, "4"), 9) == pressed("value:ff:4", 9)
    assert pressed("value:ff:4", 9).about == 255
    for strange in ("", "value", "value:ff", "value:xyz:4", ":1:4", "value:1:", "value::4", "value:ffffffffffffffff:4"):
        assert pressed(strange, 9) is None


@pytest.mark.parametrize("words", ["What happens if I type here?", "Kan ik die naam weghalen?"])
def test_a_question_to_the_bot_is_no_new_text_for_an_answer(words):
    for what, screen in (("rewrite", "answer_rewrite"), ("form", "intention_when"), ("intention", "intentions")):
        pocket = Pocket(talk=Asking(what, 3)).says(words)
        assert (pocket.screens, pocket.talk, pocket.said[0].about) == ([screen], Asking(what, 3), 3)
        assert pocket.said[0].args == ({"asks": True} if what == "intention" else {})


@pytest.mark.parametrize("what", ["rewrite", "intention", "form"])
@pytest.mark.parametrize(
    ("words", "screens", "goes_on"),
    [
        ("Wie leest dit?", ["who_reads"], True), ("dank je", [], True), ("wat nu?", ["next_none"], True),
        ("wis al mijn antwoorden", ["delete_confirm"], True), ("stop met vragen sturen", ["stop_confirm"], True),
        ("unsubscribe", ["stop_confirm"], True), ("kan ik dat overslaan?", None, False),
        ("doe maar later", None, False),
    ],
)  # fmt: skip
def test_a_wish_or_a_word_to_the_bot_is_no_new_text(what, words, screens, goes_on):
    pocket = Pocket(talk=Asking(what, 3)).says(words)
    left = "intention_none" if what == "intention" else "left_as_is"
    assert pocket.screens == ([left] if screens is None else screens)
    assert pocket.talk == (Asking(what, 3) if goes_on else Resting())
    assert not pocket.decided(Rewrite) + pocket.decided(Intend) + pocket.decided(Reword)


def test_a_button_of_an_aside_that_means_nothing_any_more_says_so():
    assert Pocket().presses("intention_offer", "x", 0).screens == ["stale_button"]


def test_never_mind_while_nothing_waits_is_told_that_all_is_done():
    pocket = Pocket().says("laat maar")
    assert (pocket.screens, pocket.words) == (["all_done"], [])


def test_never_mind_lets_go_of_a_thought_also_when_something_else_was_said_after_it():
    pocket = Pocket().says("Ik dacht nog aan gisteren.").commands("help").says("laat maar")
    assert (pocket.screens, pocket.words) == (["thought_dropped"], [])


THOUGHT = "Vandaag ging het overleg anders dan gedacht en ik merkte dat."


def test_days_named_while_a_thought_waits_for_a_yes_are_heard_and_the_thought_can_still_be_kept():
    for words in ("liever op maandag en donderdag", "rather on Mondays and Thursdays", "graag dinsdag en vrijdag"):
        pocket = Pocket().says(THOUGHT)
        (thought,) = pocket.answers
        assert (pocket.says(words).screens, [text for _, text in pocket.words]) == (["rhythm_moved"], [THOUGHT])
        assert len(pocket.leader.rhythm.days) == 2
        assert pocket.presses("not_understood", "keep", thought).answers[thought].state == "kept"


@pytest.mark.parametrize("words", ["op dinsdag en vrijdag om kwart over negen", "Tuesday at 9:15 please"])
def test_days_with_an_hour_are_set_while_nothing_is_open(words):
    pocket = Pocket().says(words)
    told = "rhythm_moved" if "please" in words else "rhythm_noted"  # what is wished for can be put back
    assert (pocket.screens, pocket.words, str(pocket.leader.rhythm.times[0])) == ([told], [], "09:15:00")


@pytest.mark.parametrize("zone", ["Asia/Tokyo", "America/Lima", "Africa/Nairobi"])
def test_a_zone_by_its_own_name_is_heard_while_a_thought_waits(zone):
    pocket = Pocket().says(THOUGHT).says(zone)
    assert (pocket.screens[0][:8], pocket.leader.rhythm.zone) == ("zone_set", zone)


@pytest.mark.parametrize("words", ["Maandag.", "en/of", "De voorzitter zweeg op maandag en donderdag"])
def test_more_words_to_a_thought_stay_with_it(words):
    assert Pocket().says(THOUGHT).says(words).words == [("thought", THOUGHT), ("addition", words)]


def test_what_is_kept_of_an_edited_thought_is_what_it_became():
    pocket = Pocket().says(THOUGHT)
    ((number, answer),) = pocket.answers.items()
    pocket.edits("Het overleg ging heel anders.", answer.message).presses("not_understood", "keep", number)
    assert (pocket.answers[number].state, pocket.words) == ("kept", [("thought", "Het overleg ging heel anders.")])
