"""Somebody's own content folder: what is refused, what is not, and how it is read from disk."""

import os
import re
from pathlib import Path

import pytest
from test_library_problems import GOOD

from dialogues.library import FILES, LibraryError, library, parse, read


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in GOOD.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def without(name: str, pattern: str) -> dict[str, str]:
    """The files, with every match of a pattern left out of one of them."""
    text, times = re.subn(pattern, "", GOOD[name], flags=re.MULTILINE)
    assert times
    return {**GOOD, name: text}


def item(name: str, begin: str) -> str:
    """The text of one entry, from its id up to the next entry."""
    found = re.search(rf"^  - id: {begin}\n(?:   .*\n|\n)+", GOOD[name], re.MULTILINE)
    assert found
    return found[0]


def test_one_paradox_more_needs_only_an_entry_and_a_place_in_a_programme():
    more = item("paradoxes.yaml", "P12").replace("P12", "P13")
    place = GOOD["programmes.yaml"].replace("id: P08", "id: P13", 1)
    parsed = parse({**GOOD, "paradoxes.yaml": GOOD["paradoxes.yaml"].rstrip() + "\n" + more, "programmes.yaml": place})
    assert parsed.problems == ()
    assert parsed.library is not None
    assert parsed.library.programmes["starter_4w"].weeks[3].touches[1].item == "P13"
    assert parsed.counts["paradoxes"] == 13


def test_a_file_of_another_name_is_left_alone():
    assert parse({**GOOD, "notes.yaml": "}"}).problems == ()


@pytest.mark.parametrize("missing", FILES)
def test_a_missing_file_is_told_once_and_nothing_that_points_at_it(missing: str):
    files = {name: text for name, text in GOOD.items() if name != missing}
    assert [str(problem) for problem in parse(files).problems] == [f"{missing}:1: this file is missing"]


def test_a_file_that_is_no_yaml_is_told_once():
    problems = parse({**GOOD, "safety.yaml": GOOD["safety.yaml"] + "\n]"}).problems
    assert [(problem.file, problem.line) for problem in problems] == [
        ("safety.yaml", len(GOOD["safety.yaml"].splitlines()) + 2)
    ]
    assert "this is not YAML" in problems[0].what


def test_an_empty_file_lacks_everything():
    said = {problem.what for problem in parse({**GOOD, "followups.yaml": ""}).problems}
    assert "'elements' is missing" in said
    assert "'version' is missing" in said


def test_every_quality_needs_a_question_of_every_depth():
    files = without("questions.yaml", r"^  - id: SM-0[78]\n(?:   .*\n)+")
    files["programmes.yaml"] = re.sub(
        r"^ *- slot: .\n *type: question\n *id: SM-0[78]\n", "", GOOD["programmes.yaml"], flags=re.MULTILINE
    )
    assert [str(problem) for problem in parse(files).problems] == [
        "questions.yaml:1: a question of depth 3 about sensemaking is missing"
    ]


def test_somewhere_an_open_and_easy_question_is_needed_to_begin_with():
    files = {
        **GOOD,
        "questions.yaml": re.sub(
            r"(    kind: open\n    depth: 1\n)", r"\1    sensitive: true\n", GOOD["questions.yaml"]
        ),
    }
    files["questions.yaml"] = re.sub(
        r"(    sensitive: true\n(?:(?!  - id).*\n)*?)    sensitive: true\n", r"\1", files["questions.yaml"]
    )
    assert [problem.what for problem in parse(files).problems] == [
        "an open question of depth 1 to begin with is missing"
    ]


def test_the_week_needs_a_pulse_to_end_with():
    problems = parse(without("questions.yaml", r"^  - id: PU-0[1-4]\n(?:   .*\n)+")).problems
    assert [problem.what for problem in problems] == ["a pulse for the end of the week is missing"]


def test_a_folder_is_read_from_disk(folder: Path):
    parsed = read(folder)
    assert parsed.problems == ()
    assert parsed.library == read().library
    assert library(folder) == library()


def test_problems_name_the_file_as_it_can_be_opened(folder: Path):
    (folder / "messages.yaml").unlink()
    (folder / "safety.yaml").write_bytes(b"version: '1.0'\n# caf\xe9\n")
    (folder / "programmes.yaml").unlink()
    (folder / "programmes.yaml").mkdir()
    assert [str(problem) for problem in read(folder).problems] == [
        f"{folder}{os.sep}safety.yaml:2: this is not UTF-8 text",
        f"{folder}{os.sep}messages.yaml:1: this file is missing",
        f"{folder}{os.sep}programmes.yaml:1: this file is missing",
    ]


def test_a_folder_with_problems_gives_no_library_but_all_of_them(folder: Path):
    (folder / "messages.yaml").unlink()
    (folder / "safety.yaml").unlink()
    with pytest.raises(LibraryError, match=r"safety\.yaml:1: this file is missing\n.*messages\.yaml:1") as raised:
        library(folder)
    assert len(raised.value.problems) == 2


def test_a_byte_order_mark_does_no_harm(folder: Path):
    (folder / "safety.yaml").write_text(GOOD["safety.yaml"], encoding="utf-8-sig")
    assert read(folder).problems == ()


def test_a_folder_that_does_not_exist_lacks_every_file(tmp_path: Path):
    assert len(read(tmp_path / "nowhere").problems) == len(FILES)
