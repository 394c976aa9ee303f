"""Looking back from the chat: which form is made, what the buttons under a letter do, and who is away."""

from datetime import UTC, datetime

import pytest
from pocket import BUTTON, Pocket

from dialogues.effects import Cherish, Conceal, Plan, Recap, Say
from dialogues.moves.leaders.lookback import key, value

JANUARY = datetime(2027, 1, 4, 7, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("command", "argument", "wanted"),
    [
        ("lookback", "pdf", Recap("", form="pdf")),
        ("lookback", " maart PDF ", Recap("maart", form="pdf")),
        ("share", "", Recap("", form="share")),
        ("share", "2026-03", Recap("2026-03", form="share")),
        ("lookback", "jaar 2026", Recap("2026", over="year")),
        ("lookback", "2026", Recap("2026", over="year")),
        ("lookback", "2026 pdf", Recap("2026", form="pdf", over="year")),
        ("lookback", "PDF van jaar 2026", Recap("2026", form="pdf", over="year")),
        ("lookback", "jaar", Recap("", over="year")),
        ("lookback", "My year", Recap("", over="year")),
        ("lookback", "van maart", Recap("van maart")),
        ("share", "2026", Recap("2026", form="share", over="year")),
        ("share", "Year", Recap("", form="share", over="year")),
        ("lookback", "programme", Recap(over="programme")),
        ("lookback", "Traject pdf", Recap(form="pdf", over="programme")),
        ("share", "programma", Recap(form="share", over="programme")),
    ],
)
def test_the_form_follows_from_the_command(command, argument, wanted):
    assert Pocket().commands(command, argument).decided(Recap) == [wanted]


@pytest.mark.parametrize(
    ("pressed", "screen"),
    [("letter", "lookback"), ("pdf", "lookback_pdf"), ("all", "lookback_lines"), ("hide.3", "lookback_lines")],
)
def test_a_button_shows_its_page(pressed, screen):
    (said,) = Pocket().presses("lookback", pressed, 7).decided(Say)
    assert (said.screen, said.about, said.edits is None) == (screen, 7, pressed == "pdf")


def test_a_number_makes_its_line_go_and_shows_what_is_left():
    pocket = Pocket().presses("lookback", value("hide", 2, "words.12"), 7)
    assert pocket.decided(Conceal) == [Conceal(7, key("words.12"), BUTTON)]
    assert pocket.decided(Say)[0].args == {"mode": "hide", "page": 2}


@pytest.mark.parametrize("kept", [True, False])
def test_a_sentence_is_kept_or_let_go_on_the_page_where_it_stands(kept):
    pocket = Pocket().presses("lookback", value("keep" if kept else "drop", 1, "words.12"), 7)
    assert pocket.decided(Cherish) == [Cherish(7, key("words.12"), kept=kept)]
    assert pocket.decided(Say)[0].args == {"mode": "keep", "page": 1}


def test_looking_changes_nothing_whatever_line_is_named():
    pocket = Pocket().presses("lookback", value("all", 0, "words.12"), 7)
    assert (pocket.decided(Conceal), pocket.decided(Cherish)) == ([], [])


def test_a_button_that_was_never_made_gets_a_kind_word():
    assert Pocket().presses("lookback", "hide.x", 7).screens == ["stale_button"]


def test_in_january_last_year_is_planned_as_well_also_in_a_pause():
    assert ("year", 0) in Pocket(now=JANUARY).reaches("recap").plans
    assert ("year", 0) in Pocket(now=JANUARY).commands("pause", "een maand").reaches("recap").plans
    assert ("year", 0) not in Pocket().reaches("recap").plans


@pytest.mark.parametrize(("over", "wanted"), [("first", ""), ("year", "2026"), ("programme", "")])
def test_what_comes_once_waits_for_who_is_away_and_passes_over_who_stopped(over, wanted):
    assert Pocket(now=JANUARY).reaches(over).decided(Recap) == [Recap(wanted, automatic=True, over=over)]
    away = Pocket(now=JANUARY).commands("pause", "een maand").reaches(over)
    assert (away.decided(Recap), [plan.kind for plan in away.decided(Plan)]) == ([], [over])
    stopped = Pocket(now=JANUARY).commands("stop").presses("stop_confirm", "stop").reaches(over)
    assert stopped.decided(Recap) == []
