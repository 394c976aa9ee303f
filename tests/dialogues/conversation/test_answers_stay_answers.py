"""Real answers, at whatever step they come, are kept as answers: never a wish, a question to the bot or a stop."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from pocket import Pocket

from dialogues.effects import Keep

FILE = Path(__file__).parents[3] / "benchmarks" / "answers" / "own.jsonl"
ANSWERS = [json.loads(line) for line in FILE.read_text("utf-8").splitlines()]
CARED_FOR = {
    "crisis_self", "crisis_self_check", "acute_danger", "severe_strain", "integrity_report", "grief",
}  # fmt: skip
NOTHING = {"Geen idee eigenlijk.", "Fine."}  # where a tap is asked for


def followed_up() -> Pocket:
    told = "Gisteren liep het overleg vast en iedereen keek naar de tafel, tot ik iets vroeg. Ik was opgelucht."
    return Pocket.asked("question", "RF-03").says(told)


STEPS: dict[str, Callable[[], Pocket]] = {
    "question": lambda: Pocket.asked("question", "RF-03"),
    "follow-up": followed_up,
    "position": lambda: Pocket.asked("paradox", "P02"),
    "why": lambda: Pocket.asked("paradox", "P02").presses("value", "3"),
    "case": lambda: Pocket.asked("integrity_case", "IC-12"),
    "reflection": lambda: Pocket.asked("integrity_case", "IC-12").says("1"),
}


@pytest.mark.parametrize("step", STEPS.values(), ids=STEPS)
def test_a_real_answer_is_kept_as_one(step):
    for answer in ANSWERS:
        pocket = step().says(answer["text"])
        kept = [each.held for each in pocket.decided(Keep)]
        nothing = pocket.screens == ["choose_inkling"] and answer["text"] in NOTHING
        assert kept == [False] or nothing or CARED_FOR.intersection(pocket.screens), answer["id"]
