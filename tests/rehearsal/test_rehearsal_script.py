"""The script on paper, and what a rehearsal finds."""

from datetime import UTC, date, datetime, timedelta

import pytest

from bot.library.calendar import ZONE, usual
from bot.rehearsal.findings import Asked, Played, Setting, notes, table, wrong
from bot.rehearsal.script import Line, markdown, unheard
from dialogues.asking.calendar import calendar
from dialogues.library import library
from dialogues.people import Prompt

AT = datetime(2026, 12, 1, 8, 30)  # noqa: DTZ001 - a moment on the leader's own clock
LIBRARY = library()
DAYS = calendar(LIBRARY.programmes["starter_4w"], usual("standard", "nl"), date(2026, 11, 30))
SETTING = Setting(LIBRARY, "nl", ZONE, DAYS)


def paper(*lines):
    return "\n".join(markdown(lines)).strip()


def test_a_message_stands_under_its_day_and_time_with_its_buttons_in_rows():
    asked = Line(AT, "Weerklank", "says", "One\n\nTwo", (("1", "2"), ("Later",)))
    expected = "### Tuesday 1 December 2026\n\n**08:30 Weerklank**\n\n> One\n>\n> Two\n>\n> `[1]` `[2]`  \n> `[Later]`"
    assert paper(asked) == expected


def test_a_second_message_of_the_same_minute_needs_no_name_again():
    assert paper(Line(AT, "W", "says", "One"), Line(AT, "W", "says", "Two")).count("**08:30 W**") == 1
    later = Line(AT + timedelta(minutes=1), "W", "says", "Two")
    assert "**08:31 W**" in paper(Line(AT, "W", "says", "One"), later)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (Line(AT, "Noor", "taps", "Later"), "**08:30 Noor** taps `[Later]`"),
        (Line(AT, "Noor", "writes", "Words"), "**08:30 Noor**\n\n> Words"),
        (Line(AT, "W", "reacts", "✍"), "**08:30 W** reacts ✍"),
        (Line(AT, "W", "shows", "Caption"), "**08:30 W** *shows a picture*\n\n> Caption"),
        (Line(AT, "W", "edits", "New", before=AT), "**08:30 W** *edits the message of 08:30*\n\n> New"),
        (
            Line(AT, "W", "edits", "New", before=AT - timedelta(days=1)),
            "**08:30 W** *edits the message of Mon 30 Nov 08:30*\n\n> New",
        ),
    ],
)
def test_everything_that_happens_reads_as_what_it_is(line, told):
    assert paper(line).partition("2026\n\n")[2] == told


def test_what_got_no_reaction_is_found():
    first, second = Line(AT, "Noor", "writes", "One"), Line(AT, "Noor", "taps", "Two")
    answer = Line(AT, "W", "says", "Yes")
    assert list(unheard([first, second, answer])) == [first]
    assert list(unheard([first, answer, second, answer])) == []


def asked(planned, **changes):
    """An entry as it was asked at its planned moment."""
    entry = planned.entry
    known = {"item": entry.item or "PU-01", "state": "sent", "at": planned.at.astimezone(UTC)} | changes
    prompt = Prompt(
        1, 1, 1, entry.kind, known["item"], "1.0", f"{entry.slot}.x", "answered", "done", known["at"], known["at"]
    )
    return Asked(prompt, known["state"])


def played(*found, **more):
    return Played((), tuple(found), **({"ended": True} | more))


EVERYTHING = [asked(planned) for planned in DAYS if planned.at]


def test_a_programme_that_was_asked_as_planned_shows_only_what_holidays_leave_out():
    assert wrong(played(*EVERYTHING), SETTING) == ()
    assert list(notes(played(*EVERYTHING), SETTING)) == [
        "w04pulse (pulse) finds no working day left in its week and is passed over."
    ]


def test_what_was_never_asked_and_what_did_not_arrive_is_wrong():
    first, second, *others = EVERYTHING
    lost = asked(DAYS[1], state="refused")
    assert second.prompt.slot == lost.prompt.slot
    assert wrong(played(lost, *others), SETTING) == (
        "w01A (RF-03), planned for Tue 1 Dec 2026 08:30, was never asked.",
        "w01B (RE-01) was asked, but its message did not arrive (refused).",
    )
    assert first.prompt.item == "RF-03"


def test_an_item_that_comes_twice_within_a_year_is_wrong_and_later_it_is_worth_a_note():
    soon = asked(DAYS[0], at=EVERYTHING[-1].prompt.asked_at + timedelta(days=1))
    late = asked(DAYS[0], at=EVERYTHING[0].prompt.asked_at + timedelta(days=500))
    assert wrong(played(*EVERYTHING, soon), SETTING) == ("RF-03 was asked again 29 days later.",)
    assert wrong(played(*EVERYTHING, late), SETTING) == ()
    assert "RF-03 came again after more than half a year." in notes(played(*EVERYTHING, late), SETTING)


def test_trouble_in_the_bot_and_a_programme_without_an_end_are_wrong():
    found = wrong(played(*EVERYTHING, ended=False, trouble=("It failed.",)), SETTING)
    assert found == ("It failed.", "The programme did not come to its end.")


def test_what_made_way_and_what_came_at_another_moment_is_noted():
    other = asked(DAYS[0], item="RF-05", at=EVERYTHING[0].prompt.asked_at + timedelta(hours=3))
    found = list(notes(played(other, *EVERYTHING[1:], puzzled=("[A] [B]", "[A] [B]")), SETTING))
    assert found[:2] == [
        "w01A (RF-03) made way for RF-05.",
        "w01A (RF-03) came on Tue 1 Dec 2026 11:30 instead of Tue 1 Dec 2026 08:30.",
    ]
    assert found[-1] == "A rehearsal does not know the buttons [A] [B]."


def test_the_table_tells_week_by_week_what_was_asked():
    rows = list(table(played(*EVERYTHING[:2]), SETTING))
    assert rows[2].startswith("| 1 | Tue 1 Dec 2026 08:30 | w01A | RF-03 | Waar ben je")
    assert len(rows) == 4
