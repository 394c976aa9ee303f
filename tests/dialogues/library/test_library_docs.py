"""The page for authors is true: its examples pass the check, its files and limits are the real ones."""

import re
from pathlib import Path

import pytest
from test_library_problems import GOOD

from dialogues.library import FILES, parse, wording

PAGE = (Path(__file__).parents[3] / "docs" / "writing-content.md").read_text(encoding="utf-8")


def block(heading: str) -> str:
    """The last indented example below a heading, without its margin."""
    section = PAGE.split(f"## {heading}\n")[1].split("\n## ")[0]
    found = re.findall(r"(?:^    .*\n)+", section, re.MULTILINE)
    return re.sub(r"^    ", "", found[-1], flags=re.MULTILINE)


def inside(text: str, margin: int) -> str:
    return re.sub(r"^(?=.)", " " * margin, text, flags=re.MULTILINE)


def test_the_page_lists_every_file():
    assert set(re.findall(r"^\| `(\w+\.yaml)` \|", PAGE, re.MULTILINE)) == set(FILES)


def test_the_question_and_the_week_on_the_page_pass_the_check():
    dilemma = re.search(r"^  - id: P12\n(?:   .*\n|\n)+", GOOD["paradoxes.yaml"], re.MULTILINE)
    assert dilemma
    week = GOOD["programmes.yaml"].index("      - week: 1\n")
    touches = GOOD["programmes.yaml"].index("        touches:\n", week)
    end = GOOD["programmes.yaml"].index("        extra:\n", touches)
    files = {
        **GOOD,
        "questions.yaml": GOOD["questions.yaml"].replace("pulses:\n", inside(block("Add a question"), 2) + "pulses:\n"),
        "paradoxes.yaml": GOOD["paradoxes.yaml"] + dilemma[0].replace("P12", "P13"),
        "programmes.yaml": GOOD["programmes.yaml"][:touches]
        + inside(block("Add a dilemma"), 8)
        + GOOD["programmes.yaml"][end:],
    }
    parsed = parse(files)
    assert parsed.problems == ()
    assert parsed.library is not None
    assert parsed.library.questions["RE-09"].depth == 2
    assert [touch.item for touch in parsed.library.programmes["starter_4w"].weeks[0].touches] == ["RE-09", "P13"]


def test_the_round_on_the_page_passes_the_check():
    text = GOOD["guide.yaml"]
    begin = text.index("  - id: promise\n")
    end = text.index("  # about an integrity case\n")
    parsed = parse(
        {**GOOD, "guide.yaml": text[:begin] + inside(block("Change the guide for a conversation"), 2) + text[end:]}
    )
    assert parsed.problems == ()
    assert parsed.library is not None
    (promise,) = (each for each in parsed.library.guide.paradox.rounds if each.id == "promise")
    assert (promise.long, promise.longer) == (10, ())


@pytest.mark.parametrize(
    ("words", "limits"),
    [
        ("question {}", wording.PROMPT),
        ("scenario {}", wording.SCENARIO),
        ("message {}", wording.MESSAGE),
        ("option\n  {}", wording.OPTION),
        ("generic follow-up {}", wording.LINE),
        ("menu text {}", wording.MENU),
        ("button or name {}", wording.LABEL),
    ],
)
def test_the_limits_on_the_page_are_those_of_the_check(words: str, limits: wording.Limits):
    assert words.format(f"{limits.units:,}") in PAGE
