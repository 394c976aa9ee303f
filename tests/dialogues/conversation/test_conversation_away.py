"""A pause that begins later: both days are told, nothing comes in between, and what comes before goes on."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from pocket import TUESDAY, Pocket

from dialogues.effects import Plan
from dialogues.people import Enrolment
from dialogues.talk import Resting, Settling
from dialogues.wishes import absences
from dialogues.wishes.absences import Absence

TODAY = date(2026, 12, 1)  # a Tuesday
SPANS = [
    ("ik ben met vakantie van 3 tot 17 mei", "2027-05-03", "2027-05-17"),
    ("Ik ga van 14 december t/m 3 januari op vakantie", "2026-12-14", "2027-01-04"),
    ("verlof van 7 tem 18 december", "2026-12-07", "2026-12-19"),
    ("pauze volgende week", "2026-12-07", "2026-12-14"),
    ("volgende week ben ik in verlof", "2026-12-07", "2026-12-14"),
    ("heel januari ben ik weg", "2027-01-01", "2027-02-01"),
    ("vanaf volgende maandag twee weken pauze aub", "2026-12-07", "2026-12-21"),
    ("graag drie weken rust vanaf 4 januari", "2027-01-04", "2027-01-25"),
    ("ik ben er niet van vrijdag tot maandag", "2026-12-04", "2026-12-07"),
    ("tussen 20 december en 4 januari geen vragen graag", "2026-12-20", "2027-01-05"),
    ("vakantie 12/12 - 20/12", "2026-12-12", "2026-12-21"),
    ("weg van 20-12-2026 tot 3-1-2027", "2026-12-20", "2027-01-03"),
    ("ik ga op 7 december op vakantie voor twee weken", "2026-12-07", "2026-12-21"),
    ("vacation starts 3 May, two weeks", "2027-05-03", "2027-05-17"),
    ("zet mijn vragen stil van 1 juli tot 20 juli", "2027-07-01", "2027-07-20"),
    ("on annual leave 3-17 May", "2027-05-03", "2027-05-18"),
    ("de week van 9 december ben ik met verlof", "2026-12-07", "2026-12-14"),
    ("I'm away for two weeks from Monday", "2026-12-07", "2026-12-21"),
    ("verlof 7-18 december", "2026-12-07", "2026-12-19"),
    ("from next Monday two weeks off", "2026-12-07", "2026-12-21"),
    ("I'm on holiday from 3 May until 17 May", "2027-05-03", "2027-05-17"),
    ("I'll be away from May 3 through 17", "2027-05-03", "2027-05-18"),
    ("I am on leave next week, so no questions please", "2026-12-07", "2026-12-14"),
    ("two weeks off starting Monday", "2026-12-07", "2026-12-21"),
    ("no questions between 20 and 31 December please", "2026-12-20", "2027-01-01"),
]
NOT = [
    "pauze tot 3 maart",
    "ik ben met vakantie tot 17 mei",
    "volgende week liever",
    "Van 3 tot 17 mei zat ik thuis met mijn gedachten.",
    "van 9 tot 17 uur ben ik weg",
    "van maandag tot vrijdag sprak ik met het team over de vakantie",
    "tussen de middag pauze",
    "from bad to worse",
    "I took a break from the meeting next to the window",
    "van 31 tot 35 februari weg",
]


@pytest.mark.parametrize(("words", "first", "until"), SPANS)
def test_from_which_day_until_which_is_read(words, first, until):
    assert absences.named(words, TODAY, "nl") == Absence(date.fromisoformat(first), date.fromisoformat(until))


@pytest.mark.parametrize("words", NOT)
def test_other_words_are_no_absence(words):
    assert absences.named(words, TODAY, "nl") is None


@pytest.mark.parametrize(("words", "first", "until"), SPANS)
def test_both_days_are_told_and_the_questions_before_it_go_on(words, first, until):
    pocket = Pocket().says(words)
    assert (pocket.screens, pocket.leader.state, pocket.words) == (["paused_ahead"], "active", [])
    begins, ends = pocket.leader.memory.away
    assert str(begins.date()) in (first, str(date.fromordinal(date.fromisoformat(first).toordinal() - 1)))  # midnight
    assert (pocket.plans["away", 0], ends.date() >= date.fromisoformat(until)) == (begins, True)


def test_when_it_begins_questions_rest_in_silence_until_its_end():
    pocket = Pocket().says("ik ben met vakantie van 7 tot 21 december")
    told = pocket.said[0].args
    assert (told["first"], told["date"]) == ("maandag 7 december", "maandag 21 december")
    pocket.waits(days=6).reaches("away")
    assert (pocket.screens, pocket.leader.state, pocket.leader.memory.away) == ([], "paused", None)
    assert pocket.leader.until == datetime(2026, 12, 21, 8, tzinfo=UTC) == pocket.plans["resume", 0]
    pocket.waits(days=15).reaches("resume")
    assert pocket.leader.state == "active"


@pytest.mark.parametrize("words", ["toch geen pauze", "cancel that", "/undo"])
def test_it_can_be_called_off(words):
    pocket = Pocket().says("from next Monday two weeks off")
    if words == "/undo":
        pocket.presses("paused_ahead", "undo", 0)
    else:
        pocket.says(words)
    assert (pocket.screens, pocket.leader.memory.away) == (["paused_ahead_off"], None)
    assert ("away", 0) not in pocket.plans


def test_back_while_a_later_pause_waits_calls_it_off():
    pocket = Pocket().says("pauze volgende week").commands("resume")
    assert (pocket.screens, pocket.leader.memory.away) == (["paused_ahead_off"], None)
    assert pocket.commands("resume").screens == ["not_paused"]
    assert pocket.presses("paused_ahead", "undo", 0).screens == ["not_paused"]


@pytest.mark.parametrize("words", ["ik ben met vakantie van 7 tot 21 december", "next week I'm on leave"])
def test_under_a_question_it_is_asked_what_the_words_are(words):
    pocket = Pocket.asked("question", "RF-03").says(words)
    assert (pocket.screens, pocket.leader.memory.away) == (["meant"], None)
    pocket.presses("meant", "pause")
    assert (pocket.screens, pocket.words) == (["paused_ahead"], [])
    assert pocket.leader.memory.away is not None


def test_without_an_end_it_is_asked_for_and_said_at_once():
    pocket = Pocket().says("vanaf maandag graag pauze")
    assert (pocket.screens, pocket.talk) == (["pause_ahead_when"], Settling("pause", first=False))
    assert pocket.said[0].args["first"] == "maandag 7 december"
    pocket.says("van 7 tot 21 december")
    assert (pocket.screens, pocket.talk) == (["paused_ahead"], Resting())


def test_who_is_back_from_something_else_keeps_the_pause_that_is_still_to_come():
    pocket = Pocket().says("pauze volgende week").says("Vandaag liep ik lang buiten.").says("ik ben er weer")
    assert pocket.leader.memory.away is not None


def test_the_command_takes_both_days_as_well():
    pocket = Pocket().commands("pause", "van 7 tot 21 december")
    assert pocket.screens == ["paused_ahead"]


def test_what_began_already_is_a_pause_from_now_and_what_is_past_is_asked_again():
    pocket = Pocket().says("vakantie van 28 november tot 7 december")
    assert (pocket.screens, pocket.leader.state) == (["paused"], "paused")
    assert Pocket().commands("pause", "van 20 november tot 27 november").screens == ["pause_past"]


def test_no_further_ahead_than_a_year():
    pocket = Pocket().says("ik ben weg van 1 november 2027 tot 1 november 2028")
    assert pocket.screens == ["paused_ahead"]
    assert pocket.leader.memory.away[1].date() == date(2027, 12, 1)
    assert Pocket().says("ik ben weg van 3 mei 2030 tot 17 mei 2030").screens == ["pause_when"]


@pytest.mark.parametrize("state", ["paused", "held", "stopped"])
def test_who_rests_already_only_rests_longer(state):
    pocket = Pocket()
    pocket.leader = replace(pocket.leader, state=state)
    pocket.commands("pause", "van 7 tot 21 december")
    assert pocket.leader.state == state
    assert pocket.leader.memory.away is None


def test_what_was_called_off_or_overtaken_brings_nothing():
    pocket = Pocket().reaches("away")
    assert (pocket.screens, pocket.leader.state) == ([], "active")
    pocket.says("pauze volgende week").waits(days=60).reaches("away")
    assert (pocket.leader.state, pocket.leader.memory.away) == ("active", None)
    gone = Pocket().says("pauze volgende week")
    gone.leader = replace(gone.leader, state="stopped")
    gone.waits(days=6).reaches("away")
    assert (gone.leader.state, gone.leader.memory.away) == ("stopped", None)


def test_nothing_is_asked_in_it_even_when_its_beginning_came_late():
    pocket = Pocket().says("ik ben met vakantie van 7 tot 21 december").waits(days=7)
    pocket.is_due("question", "RF-03")
    assert (pocket.screens, list(pocket.prompts)) == ([], [])
    assert TUESDAY < pocket.leader.memory.away[0] < pocket.now
    assert pocket.plans["away", 0] == pocket.leader.memory.away[0]
    assert pocket.decided(Plan) == []


def test_the_next_question_is_told_as_the_first_that_does_not_lie_in_it():
    due = datetime(2026, 12, 8, 7, 30, tzinfo=UTC)
    running = Enrolment(1, 7, None, "starter_4w", "active", date(2026, 11, 30), 0, 2, due)
    pocket = Pocket(scene_facts={"enrolment": running}).says("wanneer komt de volgende vraag?")
    assert pocket.said[0].args["next_date"] == "dinsdag 8 december om 8:30"
    pocket.says("pauze volgende week").says("wanneer komt de volgende vraag?")
    assert pocket.said[0].args["next_date"] == "dinsdag 15 december om 8:30"
    monthly = Pocket(scene_facts={"monthly": due}).says("pauze volgende week").says("when is the next question?")
    assert monthly.said[0].args["next_date"] == "dinsdag 5 januari om 8:30"
