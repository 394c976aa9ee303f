"""Out of one group in the chat: found by command, button or words, asked once, and the others go on."""

from dataclasses import replace
from datetime import date

import pytest
from pocket import TUESDAY, Pocket

from dialogues.effects import Leave, Say
from dialogues.moves.leaders import membership
from dialogues.people import Enrolment
from dialogues.scene import Followed

SPRING, OPEN = (71, "Voorjaar"), (72, "D'Open (Kring)")
BOTH = {"groups": (SPRING, OPEN)}
FIRST = Enrolment(1, 7, 71, "core_12w", date(2026, 11, 30), 2, 2, TUESDAY, "active")
SECOND = replace(FIRST, id=2, cohort=72, programme="starter_4w", next_due_at=TUESDAY)
RUNNING = {**BOTH, "enrolment": FIRST, "cohort": "Voorjaar", "beside": (Followed(SECOND, "D'Open (Kring)"),)}


def inside(**facts: object) -> Pocket:
    return Pocket.asked("question", "RF-03", **(facts or RUNNING))


def test_groups_are_listed_by_command_and_by_the_button_under_settings():
    for pocket in (inside().commands("groups"), inside().presses("settings", "groups", 0)):
        (shown,) = pocket.said
        assert (shown.screen, shown.args["groups"]) == ("groups", "Voorjaar en D'Open (Kring)")
        assert shown.args["each"] == (SPRING, OPEN)
    assert inside().commands("settings").said[0].args["inside"] is True
    assert Pocket().commands("settings").said[0].args["inside"] is False
    assert Pocket().commands("groups").screens == ["groups_none"]


def test_one_group_is_left_after_one_question_and_the_other_goes_on():
    pocket = inside().commands("groups").presses("groups", "leave", 72)
    assert [(one.screen, one.about, one.args) for one in pocket.said] == [
        ("group_leave", 72, {"cohort": "D'Open (Kring)"})
    ]
    assert pocket.decided(Leave) == []
    pocket.presses("group_leave", "leave", 72)
    assert (pocket.decided(Leave), pocket.screens, pocket.leader.state) == ([Leave(72)], ["group_left"], "active")
    assert pocket.stripped


def test_after_the_last_that_runs_it_is_said_that_nothing_comes_by_itself():
    alone = {"groups": (SPRING,), "enrolment": FIRST, "cohort": "Voorjaar"}
    pocket = inside(**alone).presses("group_leave", "leave", 71)
    assert (pocket.decided(Leave), pocket.screens) == ([Leave(71)], ["group_left_last"])


def test_whoever_rather_stays_stays():
    pocket = inside().presses("group_leave", "cancel", 71)
    assert (pocket.decided(Leave), pocket.screens) == ([], ["left_as_is"])


@pytest.mark.parametrize(("group", "edits"), [("groups", 900), ("group_leave", None)])
def test_a_button_of_a_group_that_was_left_shows_the_groups_of_now(group: str, edits: int | None):
    (shown,) = inside().presses(group, "leave", 99).said
    assert (shown.screen, shown.edits) == ("groups", edits)
    assert inside(groups=()).presses(group, "leave", 71).screens == ["groups_none"]


def test_any_other_press_there_gets_a_kind_word():
    assert inside().presses("groups", "x", 71).screens == ["stale_button"]


@pytest.mark.parametrize(
    "words",
    [
        "ik wil uit de groep Voorjaar", "Ik wil uit Voorjaar.", "haal me uit groep voorjaar", "ik verlaat Voorjaar",
        "ik wil de groep «Voorjaar» verlaten", "I want to leave Voorjaar", "leave the Voorjaar group please",
        "mag ik uit de groep Voorjaar stappen?", "I'd like to leave the group Voorjaar",
    ],
)  # fmt: skip
def test_the_wish_with_a_name_asks_about_that_group_and_is_no_answer(words: str):
    pocket = inside().says(words)
    assert [(one.screen, one.about) for one in pocket.said] == [("group_leave", 71)]
    assert (pocket.answers, pocket.prompt.state, pocket.decided(Leave)) == ({}, "open", [])


def test_a_name_with_signs_in_it_is_known_as_well():
    assert [one.about for one in inside().says("ik wil uit D'Open (Kring)").said] == [72]


@pytest.mark.parametrize(
    "words", ["ik wil uit de groep", "Ik verlaat de groep", "leave the group", "I want to leave my group"]
)
def test_without_a_name_the_groups_are_shown_or_the_only_one_is_asked_about(words: str):
    assert inside().says(words).screens == ["groups"]
    assert inside(groups=(SPRING,)).says(words).screens == ["group_leave"]


@pytest.mark.parametrize(
    "words",
    [
        "Ik wil uit de groep die altijd klaagt", "Iemand wil uit de groep", "Voorjaar",
        "Ik ging uit de groep weg en huilde", "Het voorjaar was zwaar voor mij",
        "I had to leave the group early because of my son",
    ],
)  # fmt: skip
def test_other_words_about_a_group_are_an_answer(words: str):
    assert "group_leave" not in inside().says(words).screens
    assert "groups" not in inside().says(words).screens


def test_who_is_in_no_group_means_another_one():
    assert not {"groups", "groups_none"} & set(inside(groups=()).says("ik wil uit de groep").screens)


@pytest.mark.parametrize(
    ("words", "gone"), [("ja", True), ("ja, ik ga eruit", True), ("nee", False), ("toch niet", False)]
)
def test_a_yes_or_no_in_words_is_about_the_group_that_was_asked_about(words: str, gone: bool):
    pocket = inside().says("ik wil uit de groep D'Open (Kring)").says(words)
    assert pocket.decided(Leave) == ([Leave(72)] if gone else [])
    assert pocket.screens == ["group_left" if gone else "left_as_is"]
    assert (pocket.answers, ("group_leave", 72) in pocket.outdated) == ({}, True)


def test_stopping_names_all_groups_when_there_are_several():
    for pocket in (inside().commands("stop"), inside().says("stop met vragen sturen")):
        (shown,) = pocket.said
        assert (shown.screen, shown.args) == (
            "stop_confirm", {"intro": "stop_groups", "groups": "Voorjaar en D'Open (Kring)"},
        )  # fmt: skip
    assert inside(groups=(SPRING,)).commands("stop").said[0].args == {}
    assert inside().commands("stop").presses("stop_confirm", "stop", 0).decided(Leave) == [Leave()]


def test_who_joins_a_second_group_hears_which_groups_they_are_in_under_who_runs_it():
    invited = Say("joined", {"cohort": "D'Open (Kring)"})
    assert membership.joined(invited, (SPRING,), "nl") == invited
    told = membership.joined(invited, (SPRING, OPEN), "en")
    assert (told.screen, told.args["intro"], told.args["groups"]) == (
        "groups_joined", "joined", "Voorjaar and D'Open (Kring)",
    )  # fmt: skip


def test_start_names_every_programme_that_runs_with_its_group():
    pocket = Pocket(scene_facts=RUNNING).commands("start")
    assert pocket.screens == ["already_in"]
    named = pocket.said[0].args["programme"]
    assert "(Voorjaar) en " in named
    assert named.endswith("(D'Open (Kring))")
