"""Any text at all gives a tree and problems at lines that exist; nothing an author types makes the reader fall over."""

import random

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from test_library_problems import GOOD

from dialogues.library import FILES, parse
from dialogues.library.nodes import Scalar, Sequence, Table, compose, lines_in

FORMS = [
    ("a: &x b", 1, "the anchor &x is not allowed"),
    ("a: b\nc: *x", 2, "write the text out: the alias *x is not allowed"),
    ("a:\n  - !!str b", 2, "the tag tag:yaml.org,2002:str is not allowed"),
    ("a: !secret b", 1, "the tag !secret is not allowed"),
    ("a: 1\nb: 2\na: 3", 3, "the key 'a' stands here twice"),
    ("? [a, b]\n: c", 1, "a key must be one word"),
    ("a: b\n---\nc: d", 2, "a second document starts here"),
    ("a: [\n", 2, "this is not YAML"),
    ("a: b\n\tc: d", 2, "this is not YAML"),
    ("a: b\nc: \x07", 2, "the character U+0007 cannot stand here"),
    ("a: \ud800", 1, "the character U+D800 cannot stand here"),
    ("a: " + "[" * 30 + "]" * 30, 1, "this is nested too deep"),
    ("No: b", 1, "put quotes around the key No"),
    ("~: b", 1, "put quotes around the key ~"),
]


@pytest.mark.parametrize(("text", "line", "said"), FORMS)
def test_what_is_not_allowed_is_told_at_its_line(text: str, line: int, said: str):
    _, problems = compose("file.yaml", text)
    assert [(problem.line, said in problem.what) for problem in problems] == [(line, True)]


def test_yes_and_no_stay_text():
    node, problems = compose("file.yaml", "a: [yes, No, 'off', \"on\", 010, 1e3, 2026-01-01]")
    assert problems == []
    assert isinstance(node, Table)
    items = node.items["a"]
    assert isinstance(items, Sequence)
    found = [item for item in items.items if isinstance(item, Scalar)]
    assert [item.value for item in found] == ["yes", "No", "off", "on", "010", "1e3", "2026-01-01"]
    assert [item.ambiguous for item in found] == [True, True, False, False, False, False, False]


def test_an_empty_text_is_an_empty_table():
    assert compose("file.yaml", "# nothing yet\n") == (Table({}, 1), [])


def test_the_reader_in_python_sees_the_same_tree(monkeypatch):
    text = GOOD["qualities.yaml"]
    fast = compose("qualities.yaml", text)
    monkeypatch.setattr("dialogues.library.nodes._LOADER", yaml.SafeLoader)
    assert compose("qualities.yaml", text) == fast


YAMLISH = st.text(st.sampled_from("ab:-[]{}'\"|>&*!?#%@~, \n\t\\0\x00\x85\u2028\ufeff\ud800é🌱"), max_size=60)


@given(YAMLISH | st.text(max_size=60))
@settings(max_examples=400, deadline=None, derandomize=True)
def test_any_text_gives_problems_at_lines_that_exist(text: str):
    _, problems = compose("file.yaml", text)
    assert all(1 <= problem.line <= lines_in(text) for problem in problems)


def damaged(rng: random.Random, text: str) -> str:
    """A file after an accident: lines lost, doubled, swapped, moved sideways, or characters overwritten."""
    lines = text.split("\n")
    for _ in range(rng.randint(1, 4)):
        i, j = rng.randrange(len(lines)), rng.randrange(len(lines))
        match rng.randrange(6):
            case 0:
                del lines[i : i + rng.randint(1, 3)]
            case 1:
                lines.insert(j, lines[i])
            case 2:
                lines[i], lines[j] = lines[j], lines[i]
            case 3:
                lines[i] = " " * rng.randint(0, 8) + lines[i].lstrip()
            case 4:
                lines[i] = lines[i].replace(rng.choice("aeio: -'"), rng.choice(["", ":", "{", "no", "\t", "["]), 1)
            case _:
                lines[i] = rng.choice(["- ", "key: ", "  nl: yes", "- id:", "[]", "''"])
    return "\n".join(lines)


@pytest.mark.parametrize("seed", range(30))
def test_a_damaged_file_is_never_more_than_a_list_of_problems(seed: int):
    rng = random.Random(seed)
    name = rng.choice(FILES)
    files = {**GOOD, name: damaged(rng, GOOD[name])}
    parsed = parse(files)
    assert (parsed.library is None) == bool(parsed.problems)
    assert all(1 <= problem.line <= lines_in(files[problem.file]) for problem in parsed.problems)
    assert list(parsed.problems) == sorted(
        set(parsed.problems), key=lambda problem: (FILES.index(problem.file), problem.line, problem.what)
    )
