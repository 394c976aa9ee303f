"""Rest: a pause with words or buttons, coming back, the offer after a silence, and stopping."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from pocket import TUESDAY, Pocket

from dialogues.asking import rhythm
from dialogues.effects import Ask, Cancel, Enrol, Leave, Rejoin, Reschedule
from dialogues.library import library
from dialogues.moves.anywhere import arrival
from dialogues.people import Enrolment
from dialogues.scene import Followed
from dialogues.talk import Resting, Settling

DAY = {"twee weken": (2026, 12, 15), "tot 3 maart": (2027, 3, 3), "een maand": (2027, 1, 1)}


@pytest.mark.parametrize("words", DAY)
def test_a_pause_can_be_asked_for_in_words(words):
    pocket = Pocket().commands("pause", words)
    until = pocket.plans["resume", 0]
    assert pocket.screens == ["paused"]
    assert (until.date() - timedelta(days=0)).timetuple()[:3] >= DAY[words]
    assert until.date() - timedelta(days=4) <= type(until.date())(*DAY[words])
    assert {cancel.kind for cancel in pocket.decided(Cancel)} == {"remind", "snooze"}


@pytest.mark.parametrize(
    "words", ["t/m 31-12-9999", "tot 1 januari 12026", "999999999 maanden", "twee jaar", "366 dagen"]
)
def test_a_pause_of_more_than_a_year_is_one_of_a_year_and_says_so(words):
    pocket = Pocket().commands("pause", words)
    assert (pocket.screens, pocket.plans["resume", 0].date()) == (["paused_year"], date(2027, 12, 1))


def test_a_whole_year_is_a_pause_like_any_other_also_from_a_day_that_comes_once_in_four_years():
    assert Pocket().commands("pause", "een jaar").screens == ["paused"]
    leap = Pocket(now=datetime(2028, 2, 29, 9, tzinfo=UTC)).commands("pause", "10 jaar")
    assert (leap.screens, leap.plans["resume", 0].date()) == (["paused_year"], date(2029, 2, 28))


@pytest.mark.parametrize("words", ["tot het beter gaat", "tot na de vakantie", "until after the holidays", "hm"])
def test_an_end_that_is_no_date_gets_a_kind_question_and_may_then_be_typed(words):
    pocket = Pocket().commands("pause", words)
    assert (pocket.screens, pocket.leader.state) == (["pause_when"], "active")
    assert pocket.says("tot en met 3 maart").screens == ["paused"]
    assert pocket.said[0].args["date"] == "donderdag 4 maart"


@pytest.mark.parametrize("words", ["tot 1 november", "2020-01-01", "t/m gisteren 3 maart 2026", "tot 1 december"])
def test_a_day_that_has_passed_is_asked_again(words):
    pocket = Pocket().commands("pause", words)
    assert pocket.screens == ["pause_when" if "gisteren" in words else "pause_past"]
    assert pocket.presses("pause_past", "2w", 0).screens == ["paused"]
    assert Pocket().commands("pause", words).presses("pause_when", "open", 0).screens == ["paused_open"]


@pytest.mark.parametrize("words", ["twee weken", "tot 3 maart", "Eén week", "pauze tot vrijdag", "tot ik me meld"])
def test_after_the_question_how_long_plain_words_will_do(words):
    pocket = Pocket().commands("pause")
    assert (pocket.screens, pocket.talk) == (["pause"], Settling("pause", first=False))
    assert pocket.says(words).leader.state == "paused"


@pytest.mark.parametrize(
    "words",
    ["Pauze tot 3 maart", "even pauze, twee weken", "Ik wil graag een pauze tot vrijdag", "pause until 3 March"],
)
def test_a_pause_can_be_wished_for_in_plain_words_also_when_a_question_is_open(words):
    for pocket in (Pocket(), Pocket.asked("question", "RF-03"), Pocket().commands("rhythm")):
        assert pocket.says(words).screens == ["paused"]
        assert pocket.answers == {}
    assert Pocket().says("pauze tot na de vakantie").screens == ["pause_when"]


def test_a_bare_pause_is_a_wish_and_asked_about_when_a_question_is_open():
    assert Pocket().says("Pauze").screens == ["pause"]
    pocket = Pocket.asked("question", "RF-03").says("Pauze")
    assert (pocket.screens, [answer.state for answer in pocket.answers.values()]) == (["meant"], ["held"])


def test_an_answer_that_begins_with_a_pause_is_an_answer():
    pocket = Pocket.asked("question", "RF-03").says("Pauze nemen lukte niet, en dat merkte iedereen in het overleg.")
    assert [part for part, _ in pocket.words] == ["answer"]


def test_an_answer_while_the_length_of_a_pause_was_asked_is_an_answer():
    pocket = Pocket.asked("question", "RF-03").commands("pause")
    assert pocket.says("Ik zei in het overleg te snel ja.").words == [("answer", "Ik zei in het overleg te snel ja.")]
    pocket = Pocket.asked("question", "RF-03").commands("pause").says("tot na de zomer")
    assert (pocket.screens, pocket.words) == (["pause_when"], [])


@pytest.mark.parametrize(("value", "screen"), [("1w", "paused"), ("2w", "paused"), ("1m", "paused")])
def test_the_buttons_of_a_pause(value, screen):
    pocket = Pocket().presses("pause", value, 0)
    assert (pocket.screens, pocket.leader.state) == ([screen], "paused")


def test_a_pause_without_an_end_waits_for_the_leader():
    pocket = Pocket().commands("pause", "een week").presses("pause", "open", 0)
    assert (pocket.screens, pocket.plans, pocket.leader.until) == (["paused_open"], {}, None)
    assert pocket.reaches("resume").done == []


RUNNING = Enrolment(1, 7, None, "starter_4w", "active", TUESDAY.date(), 0, 3, TUESDAY)


def test_at_the_end_of_a_pause_one_hears_when_the_next_question_comes():
    pocket = Pocket(scene_facts={"enrolment": RUNNING}).commands("pause", "een week")
    assert pocket.reaches("resume").done == []  # not yet
    pocket.now = pocket.plans["resume", 0]
    pocket.reaches("resume")
    assert (pocket.screens, pocket.leader.state) == (["resumed"], "active")
    assert pocket.said[0].args["moment"] == "dinsdag 15 december om 8:30"
    assert pocket.decided(Reschedule) == [Reschedule()]
    assert pocket.presses("resumed", "longer", 0).screens == ["pause"]
    assert pocket.presses("resumed", "light", 0).leader.rhythm.kind == "light"


def test_beginning_again_asks_one_question_however_often_it_is_tapped():
    pocket = Pocket().presses("resumed", "start", 0)
    assert len(pocket.decided(Ask)) == 1
    assert pocket.presses("resumed", "start", 0).done == []
    assert pocket.waits(hours=3).presses("resumed", "start", 0).screens == ["prompt"]
    assert len(pocket.prompts) == 1


def test_coming_back_by_command_and_when_there_was_no_pause():
    pocket = Pocket().commands("resume")
    assert pocket.screens == ["not_paused"]
    pocket.commands("pause", "een week").commands("resume")
    assert (pocket.screens, pocket.leader.state, pocket.plans) == (["resumed_quiet"], "active", {})
    assert len(pocket.presses("resumed_quiet", "start", 0).decided(Ask)) == 1


@pytest.mark.parametrize(
    "words",
    [
        "resume", "Unpause please", "go on", "I'm back", "I am back again", "continue", "You can go on",
        "ik ben terug", "Ik ben er weer", "ga maar door", "verder", "Ik wil weer verder", "hoi, ik ben weer terug",
        "De pauze mag eraf", "stuur me weer vragen", "I want to go on", "Je mag weer beginnen",
    ],
)  # fmt: skip
def test_a_pause_ends_in_plain_words_too(words):
    pocket = Pocket(scene_facts={"enrolment": RUNNING}).commands("pause", "een week").says(words)
    assert (pocket.screens, pocket.leader.state, pocket.answers) == (["resumed"], "active", {})
    pocket = Pocket.asked("question", "RF-03").commands("pause", "een week").says(words)
    assert (pocket.leader.state, pocket.answers, pocket.prompt.state) == ("active", {}, "open")


@pytest.mark.parametrize(
    "words", ["Ik ga door met het gesprek dat ik voor me uit schoof.", "Ik ben terug bij af.", "terug naar af"]
)
def test_words_that_tell_more_end_no_pause(words):
    pocket = Pocket.asked("question", "RF-03").commands("pause", "een week").says(words)
    assert (pocket.leader.state, pocket.words) == ("paused", [("answer", words)])


def test_who_takes_part_says_such_words_to_the_question():
    assert Pocket.asked("question", "RF-03").says("Verder").words == [("answer", "Verder")]


@pytest.mark.parametrize("state", ["held", "stopped"])
def test_who_stopped_or_whose_questions_rest_may_say_so_in_words_as_well(state):
    pocket = Pocket()
    pocket.leader = replace(pocket.leader, state=state)
    assert pocket.says("ik ben terug").leader.state == "active"


def test_start_by_who_had_stopped_tells_when_the_next_question_comes():
    for back in ("start", "resume"):
        pocket = Pocket().commands("stop").presses("stop_confirm", "stop", 0).commands(back)
        assert (pocket.screens, pocket.leader.state) == (["begun_anew"], "active")
        assert pocket.said[0].args["moment"] == "dinsdag 8 december om 8:30"
        assert pocket.said[0].args["programme"] == "kennismaking van vier weken"
        assert pocket.decided(Enrol) == [Enrol("starter_4w")]


def test_who_stopped_comes_back_into_what_still_runs_and_hears_into_what():
    facts = {"left": (Followed(RUNNING, "Voorjaarsgroep"), Followed(RUNNING))}
    pocket = Pocket(scene_facts=facts).commands("stop").presses("stop_confirm", "stop", 0).commands("start")
    assert (pocket.screens, pocket.decided(Enrol), len(pocket.decided(Rejoin))) == (["returned"], [], 1)
    assert pocket.said[0].args["places"] == "Voorjaarsgroep en kennismaking van vier weken"
    assert pocket.said[0].args["moment"]
    assert pocket.presses("returned", "light", 0).screens == ["silence_lighter"]
    assert len(pocket.presses("begun_anew", "start", 0).decided(Ask)) == 1


def test_where_nothing_is_left_to_ask_the_greeting_promises_no_moment():
    over = replace(RUNNING, position=10**6)
    pocket = Pocket(scene_facts={"left": (Followed(over),)})
    pocket.leader = replace(pocket.leader, state="stopped")
    assert pocket.commands("resume").screens == ["resumed_quiet"]


def test_start_by_who_never_left_says_so_and_shows_the_question_that_is_open():
    assert Pocket().commands("start").screens == ["already_free"]
    pocket = Pocket(scene_facts={"enrolment": RUNNING})
    assert [(say.screen, say.args) for say in pocket.commands("start").said] == [
        ("already_in", {"programme": "Kennismaking van vier weken"})
    ]
    pocket.is_due("question", "RF-03").commands("start")
    assert [(say.screen, say.args["intro"], say.about) for say in pocket.said] == [
        ("prompt", "already_open", pocket.prompt.id)
    ]
    assert pocket.says("Kort.").commands("start").screens == ["already_in"]


def test_start_during_a_pause_or_a_hold_says_how_it_stands():
    assert Pocket().commands("pause", "een week").commands("start").screens == ["paused"]
    assert Pocket().commands("pause").presses("pause", "open", 0).commands("start").screens == ["paused_open"]
    assert Pocket().says("Ik wil niet meer leven.").commands("start").screens == ["held"]


def test_who_unblocked_the_bot_and_starts_hears_when_the_next_question_comes():
    scene = Pocket(scene_facts={"enrolment": RUNNING}).scene(None)
    talk, (said,) = arrival.greeted(Resting(), scene, back=scene)
    assert (talk, said.screen) == (Resting(), "resumed")


def test_stopping_is_confirmed_and_stops_everything():
    pocket = Pocket.asked("question", "RF-03").commands("stop")
    assert pocket.screens == ["stop_confirm"]
    pocket.presses("stop_confirm", "stop", 0)
    assert (pocket.screens, pocket.leader.state, pocket.decided(Leave)) == (["stopped"], "stopped", [Leave()])
    for kind in ("remind", "snooze", "resume", "hold_over", "check", "lapse"):
        assert pocket.reaches(kind, pocket.prompt.id).done == []


def test_not_stopping_after_all_or_a_pause_instead():
    pocket = Pocket().commands("stop")
    assert pocket.presses("stop_confirm", "cancel", 0).screens == ["silence_same"]
    assert pocket.presses("stop_confirm", "pause", 0).screens == ["pause"]


def test_who_stopped_has_rest_already_and_may_come_back():
    pocket = Pocket().presses("stop_confirm", "stop", 0)
    assert pocket.commands("pause", "een week").screens == ["stopped"]
    assert pocket.plans == {}
    pocket.commands("resume")
    assert (pocket.leader.state, pocket.decided(Enrol)) == ("active", [Enrol("starter_4w")])


def test_who_had_one_question_a_month_has_it_again_after_stopping_and_begins_with_no_programme():
    pocket = Pocket(scene_facts={"monthly": TUESDAY + timedelta(days=20)}).presses("stop_confirm", "stop", 0)
    pocket.waits(days=3).commands("resume")
    assert (pocket.leader.state, pocket.decided(Enrol), pocket.screens) == ("active", [], ["resumed_monthly"])
    assert pocket.said[0].args["moment"] == "maandag 21 december om 8:30"
    assert pocket.says("wanneer komt de volgende vraag?").screens == ["next_at"]
    assert pocket.presses("resumed_monthly", "longer", 0).screens == ["pause"]
    assert len(pocket.presses("resumed_monthly", "start", 0).decided(Ask)) == 1


def test_a_pause_passes_over_a_monthly_question_and_one_without_an_end_promises_none():
    facts = {"monthly": TUESDAY + timedelta(days=6)}
    pocket = Pocket(scene_facts=facts).commands("pause", "twee weken").says("wanneer komt de volgende vraag?")
    assert pocket.said[0].args["next_date"] == "dinsdag 5 januari om 8:30"
    silent = Pocket(scene_facts=facts).commands("pause").presses("pause", "open", 0)
    assert silent.says("wanneer komt de volgende vraag?").screens == ["next_none"]


def silent() -> Pocket:
    pocket = Pocket()
    for item in ("RF-03", "RE-01", "SM-01", "QP-01"):
        pocket.is_due("question", item).waits(days=3)
    return pocket


def test_after_three_misses_in_a_row_one_kind_word_comes_instead_of_a_question():
    pocket = silent()
    assert (pocket.screens, pocket.decided(Ask)) == (["silence"], [])
    assert pocket.is_due("question", "QP-01").screens == []
    assert len(pocket.decided(Ask)) == 1


def test_each_answer_to_the_silence_counts_as_being_here_again():
    assert silent().presses("silence", "same", 0).leader.memory.silences == 0
    lighter = silent().presses("silence", "lighter", 0)
    assert (lighter.leader.rhythm.kind, lighter.leader.memory.silences) == ("light", 0)
    assert silent().presses("silence", "pause", 0).screens == ["pause"]
    assert silent().presses("silence", "stop", 0).leader.state == "stopped"


def test_the_kind_word_comes_once_and_again_only_after_three_new_misses():
    pocket, heard = Pocket(), []
    for number in range(12):
        pocket.is_due("question", "RF-03", f"w{number}").waits(days=3)
        heard += pocket.screens
    assert heard == ["silence"]
    pocket.presses("silence", "same", 0)
    for number in range(12, 18):
        pocket.is_due("question", "RF-03", f"w{number}").waits(days=3)
        heard += pocket.screens
    assert heard == ["silence"] * 2


def silent_in_light() -> Pocket:
    pocket = Pocket()
    pocket.leader = replace(pocket.leader, rhythm=rhythm.with_kind(pocket.leader.rhythm, "light"))
    for item in ("RF-03", "RE-01", "SM-01", "QP-01"):
        pocket.is_due("question", item).waits(days=7)
    return pocket


def test_in_the_light_rhythm_another_moment_or_a_pause_is_offered_instead():
    assert silent_in_light().screens == ["silence_light"]
    pocket = silent_in_light().presses("silence_light", "moment", 0)
    assert (pocket.screens, pocket.leader.memory.silences) == (["hour"], 0)
    assert pocket.says("12:30").leader.rhythm.times == (time(12, 30),)
    assert silent_in_light().presses("silence_light", "pause", 0).screens == ["pause"]
    assert silent_in_light().presses("silence_light", "same", 0).leader.memory.silences == 0
    assert silent_in_light().presses("silence_light", "stop", 0).leader.state == "stopped"


def test_a_pause_after_a_silence_begins_the_count_anew():
    assert silent().presses("silence", "pause", 0).presses("pause", "2w", 0).leader.memory.silences == 0


def test_lighter_remembers_the_days_of_before():
    pocket = silent()
    own = rhythm.with_hour(rhythm.with_days(pocket.leader.rhythm, (0, 2, 4)), time(9))
    pocket.leader = replace(pocket.leader, rhythm=own)
    pocket.presses("silence", "lighter", 0)
    assert (pocket.leader.rhythm.kind, pocket.leader.rhythm.days) == ("light", (0,))
    pocket.commands("rhythm").presses("rhythm_now", "frequency", 0).presses("rhythm", "own", 0)
    assert pocket.said[0].args == {"days": [0, 2, 4]}
    pocket.presses("choose_days", "done", 0).says("9:00")
    assert (pocket.leader.rhythm.kind, pocket.leader.rhythm.days) == ("own", (0, 2, 4))


def test_who_was_silent_hears_at_the_end_that_the_programme_is_over_and_gets_no_question():
    pocket = silent().is_due("programme_end", "starter_4w", "end")
    assert (pocket.screens, pocket.decided(Ask)) == (["programme_over"], [])
    assert pocket.said[0].args == {"programme": "kennismaking van vier weken"}
    assert pocket.presses("programme_over", "next", 0).screens == ["programme_next"]
    assert pocket.presses("programme_gone", "next", 0).screens == ["programme_next"]
    pocket.presses("programme_over", "stop", 0)
    assert (pocket.screens, pocket.leader.state) == (["programme_stopped"], "stopped")


def test_who_answered_gets_the_last_question_also_after_two_misses():
    pocket = Pocket()
    for item in ("RF-03", "RE-01"):
        pocket.is_due("question", item).waits(days=3)
    pocket.is_due("programme_end", "starter_4w", "end")
    assert len(pocket.decided(Ask)) == 1


def test_a_button_about_rest_that_never_was_gets_a_kind_word():
    assert Pocket().presses("pause", "9y", 0).screens == ["stale_button"]


def test_no_question_is_left_to_begin_with():
    pocket = Pocket()
    pocket.leader = replace(pocket.leader, language="en")
    pocket.scene_facts = {"used": frozenset(library().questions)}
    assert pocket.presses("resumed", "start", 0).screens == ["other_none"]


HURRIED = ["away til the 30th", "ben er 2 weekjes niet", "ff weg tot na kerst", "ben 3 dgn vrij", "on leave till mon"]
RETURNED = [
    "hey im back",
    "weer terug!",
    "daar ben ik weer",
    "goedemorgen, ik ben er weer!",
    "terug van vakantie",
    "back from leave",
    "kom maar weer op met de vragen",
    "zet maar weer aan",
]


@pytest.mark.parametrize("words", HURRIED)
def test_a_leader_in_a_hurry_who_is_away_rests_at_once_and_under_a_question_is_asked(words):
    assert Pocket().says(words).leader.state == "paused"
    assert Pocket().commands("pause").says(words).screens == ["paused"]
    asked = Pocket.asked("question", "RF-03").says(words)
    assert (asked.screens, asked.leader.state) == (["meant"], "active")


@pytest.mark.parametrize("words", ["even rust graag", "wat stilte aub", "some peace please"])
def test_a_leader_who_asks_for_some_rest_is_asked_how_long_and_heard(words):
    pocket = Pocket().says(words)
    assert pocket.screens == ["pause"]
    assert pocket.says("2 weken").screens == ["paused"]


@pytest.mark.parametrize("words", RETURNED)
def test_a_leader_who_says_to_be_back_is_back_also_while_it_is_asked_how_long(words):
    assert Pocket().commands("pause", "2 weken").says(words).leader.state == "active"
    pocket = Pocket().commands("pause").says(words)
    assert (pocket.screens, pocket.talk) == (["not_paused"], Resting())


@pytest.mark.parametrize("words", ["back to the drawing board", "ik kwam terug op mijn besluit", "weer terug bij af"])
def test_what_comes_back_in_a_story_ends_no_pause(words):
    assert Pocket().commands("pause", "2 weken").says(words).leader.state == "paused"
