"""The line above a question: what it says after which weeks, how seldom, and never twice the same in a row."""

from dataclasses import replace
from datetime import timedelta

import pytest
from pocket import TUESDAY, Pocket

from dialogues.asking import invitations
from dialogues.effects import Ask
from dialogues.people import Memory, Prompt

STATES = {"A": "answered", "M": "closed", "S": "skipped", "O": "open"}
QUESTION = Pocket.asked("question", "RF-03").prompt


def history(letters: str, ago: int = 3) -> list[Prompt]:
    """Prompts that were answered (A), missed (M), skipped (S) or that wait (O); the last one was so many days ago."""
    first = TUESDAY - timedelta(days=ago + 3 * (len(letters) - 1))
    return [
        replace(QUESTION, id=n, state=STATES[letter], asked_at=first + n * timedelta(days=3))
        for n, letter in enumerate(letters)
    ]


def line(letters: str, memory: Memory | None = None, ago: int = 3) -> str:
    found = invitations.choose(history(letters, ago), memory or Memory(), TUESDAY, TUESDAY.date())
    return found.removeprefix("invite_")


@pytest.mark.parametrize(
    ("letters", "said"),
    [
        ("", ""), ("O", ""), ("S", ""), ("A", ""), ("AA", ""), ("AAA", "streak_1"), ("MMMAAA", "streak_1"),
        ("AASA", "streak_1"), ("AAAO", "streak_1"),
        ("M", "missed_1"), ("AM", "missed_1"), ("AAM", "missed_1"), ("AASM", "missed_1"),
        ("AAAM", "missed_after_streak_1"), ("AAAAAM", "missed_after_streak_1"), ("AAAMM", ""), ("AMM", ""),
        ("MM", "missed_all_1"), ("AMMM", "missed_all_1"), ("MMMM", "missed_all_1"),
        ("AMMA", "back_1"), ("MMMA", "back_1"), ("AMA", ""), ("MMAA", ""),
    ],
)  # fmt: skip
def test_the_line_follows_the_last_weeks(letters, said):
    assert line(letters) == said


@pytest.mark.parametrize(("ago", "said"), [(14, ""), (15, "back_1"), (60, "back_1")])
def test_who_was_away_is_welcomed_back(ago, said):
    assert line("AA", ago=ago) == said


def test_only_questions_dilemmas_and_cases_count():
    pulses = [replace(prompt, kind="pulse") for prompt in history("MMM")]
    assert invitations.choose(pulses, Memory(), TUESDAY, TUESDAY.date()) == ""


@pytest.mark.parametrize(
    ("said", "days", "letters", "now"),
    [
        ("invite_streak_1", 13, "AAA", ""), ("invite_streak_1", 14, "AAA", "streak_2"),
        ("invite_streak_2", 14, "AAA", "streak_1"), ("invite_missed_1", 5, "AAA", ""),
        ("invite_missed_1", 6, "AAA", "streak_1"), ("silence", 5, "MMM", ""), ("silence", 6, "MMM", "missed_all_1"),
        ("invite_missed_1", 10, "AAAM", "missed_after_streak_1"),
    ],
)  # fmt: skip
def test_lines_are_seldom_and_take_turns(said, days, letters, now):
    memory = invitations.noted(Memory(), said, TUESDAY.date() - timedelta(days=days))
    assert line(letters, memory) == now


def test_only_the_last_lines_are_remembered():
    memory = Memory()
    for day in range(20):
        memory = invitations.noted(memory, "silence", TUESDAY.date() + timedelta(days=day))
    assert len(memory.lines) == 8
    assert memory.lines[-1][0] == TUESDAY.date() + timedelta(days=19)


def test_a_question_that_is_due_carries_its_line_and_remembers_it():
    pocket = Pocket.asked("question", "RF-03").waits(days=2).is_due("question", "RE-01")
    assert [ask.intro for ask in pocket.decided(Ask)] == ["invite_missed_1"]
    assert pocket.leader.memory.lines == ((pocket.now.date(), "invite_missed_1"),)
    pocket.waits(days=2).is_due("question", "SM-01")
    assert [ask.intro for ask in pocket.decided(Ask)] == [""]


def test_a_pause_is_no_miss_and_its_end_says_welcome_back_once():
    pocket = Pocket.asked("question", "RF-03").commands("pause", "twee weken").waits(days=6)
    pocket.reaches("expire", pocket.prompt.id)
    assert (pocket.prompt.state, pocket.leader.memory.silences) == ("closed", 0)
    for end in ("command", "errand"):
        pocket = Pocket.asked("question", "RF-03").commands("pause", "twee weken")
        pocket.now = pocket.plans["resume", 0]
        pocket = pocket.commands("resume") if end == "command" else pocket.reaches("resume")
        assert pocket.screens == ["resumed_quiet"]
        pocket.waits(days=3).is_due("question", "RE-01")
        assert [ask.intro for ask in pocket.decided(Ask)] == [""]


def test_a_dilemma_a_case_and_a_pulse_have_words_of_their_own_above_them():
    for kind, item in (("paradox", "P04"), ("integrity_case", "IC-12"), ("pulse", "PU-01")):
        pocket = Pocket.asked("question", "RF-03").waits(days=2).is_due(kind, item)
        assert [ask.intro for ask in pocket.decided(Ask)] == [""]


def test_most_questions_of_somebody_who_always_answers_have_no_line():
    pocket, lines = Pocket(), []
    for number in range(40):
        pocket.is_due("question", f"{('RF', 'RE', 'SM', 'QP', 'WV')[number % 5]}-0{number // 5 + 1}", f"w{number}")
        lines += [ask.intro for ask in pocket.decided(Ask)]
        pocket.says("Ik liet de stilte duren, en toen kwam er een eerlijk antwoord.").waits(days=3.5)
    assert lines[:3] == ["", "", ""]
    assert 5 <= len([line for line in lines if line]) <= 10
    assert {line for line in lines if line} == {"invite_streak_1", "invite_streak_2"}
