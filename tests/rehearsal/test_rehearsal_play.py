"""A whole rehearsal against the local Telegram, of a programme of one week."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.cli import app
from bot.library import rehearsing
from bot.rehearsal.play import Plan, Rehearsed, rehearse
from dialogues.library import library
from dialogues.model import Text, Touch

FIRST_DAY = date(2026, 11, 2)
PLAN = Plan("starter_4w", "en", "standard", FIRST_DAY)


def one_week(*touches):
    """The library with a programme of one week."""
    content = library()
    starter = content.programmes["starter_4w"]
    first, last = starter.weeks[0], starter.weeks[-1]
    week = replace(first, touches=touches or first.touches, extras=("pulse", *last.extras))
    return replace(content, programmes={**content.programmes, "starter_4w": replace(starter, weeks=(week,))})


@pytest.mark.asyncio
async def test_a_rehearsal_asks_everything_answers_everything_and_ends():
    touches = (Touch("A", "paradox", "P04"), Touch("B", "integrity_case", "IC-12"))
    heard = []
    found = await rehearse(PLAN, one_week(*touches), heard.append)
    assert found.wrong == ()
    dilemma, case = library().dilemmas["P04"], library().cases["IC-12"]
    steps = (dilemma.why, dilemma.both_and, library().dilemma_texts.own_case, case.options[1].reflection, case.closing)
    for told in (*(text.en for text in steps), "*edits the message of", " taps `[", "### Tuesday 3 November 2026"):
        assert told in found.script
    asked = found.script.partition("## What was asked")[2]
    for place in ("first", "w01A", "w01B", "w01pulse", "end"):
        assert f"| {place} |" in asked
    assert found.prompts >= 5
    assert found.messages > 20
    assert heard[0] == 0.0
    assert max(heard) == 1.0
    assert heard == sorted(heard)


@pytest.mark.asyncio
async def test_a_message_that_telegram_refuses_is_told_as_wrong():
    content = one_week()
    huge = replace(content.questions["RF-03"], text=Text(nl="x" * 5000, en="x" * 5000))
    found = await rehearse(PLAN, replace(content, questions={**content.questions, "RF-03": huge}), lambda _: None)
    assert "w01A (RF-03) was asked, but its message did not arrive (refused)." in found.wrong
    assert "2 of the bot's messages could not be drawn, or Telegram refused them." in found.wrong
    assert "**Wrong:**" in found.script


@pytest.mark.asyncio
async def test_a_fault_of_the_bot_ends_the_script_and_is_told_with_its_place(monkeypatch):
    def fail(*_, **__):
        raise ValueError("private words")

    monkeypatch.setattr("journeys.ask.picking.item_for", fail)
    found = await rehearse(PLAN, one_week(), lambda _: None)
    assert found.wrong[0].startswith("The bot failed on Tue 3 Nov 2026 08:30: ValueError at ")
    assert "private words" not in found.script + str(found.wrong)
    assert "w01A (RF-03), planned for Tue 3 Nov 2026 08:30, was never asked." in found.wrong


def run(*words):
    return CliRunner().invoke(app, ["library", "rehearse", *words])


@pytest.fixture
def played(monkeypatch):
    """What a rehearsal gives, without playing it; keeps the plans."""
    plans, outcome = [], [Rehearsed("# Script\n", (), 3, 40)]

    def play(plan, content, progress):
        plans.append(plan)
        progress(1.0)
        return outcome[0]

    monkeypatch.setattr(rehearsing, "run", play)
    return plans, outcome


def test_the_script_is_printed_or_written_to_a_file(played, tmp_path):
    plans, _ = played
    printed = run("starter_4w", "--start", "2026-11-02", "--language", "en")
    assert (printed.exit_code, printed.stdout) == (0, "# Script\n\n")
    assert printed.stderr == "3 prompts, 40 messages of the bot.\n"
    out = tmp_path / "script.md"
    assert run("starter_4w", "--rhythm", "light", "--out", str(out)).stdout == ""
    assert Path(out).read_text() == "# Script\n"
    assert plans[0] == PLAN
    assert (plans[1].rhythm, plans[1].language, plans[1].first_day.weekday()) == ("light", "nl", 0)


def test_what_went_wrong_is_said_with_exit_code_1(played):
    played[1][0] = Rehearsed("# Script\n", ("It was never asked.",), 3, 40)
    result = run("starter_4w")
    assert result.exit_code == 1
    assert result.stderr.splitlines()[-1] == "It was never asked."
    assert result.stdout.startswith("# Script")


def test_a_programme_that_does_not_exist_is_one_sentence():
    result = run("year")
    assert (result.exit_code, result.stderr) == (2, "The programme must be one of starter_4w, core_12w, year_12m.\n")
