"""Whatever a leader writes first, no list has to be read for it any more."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PROGRAM = """
import sys
from pocket import Pocket
from dialogues import lexicon
from dialogues.library import library
from dialogues.warming import warm
content = library()
if sys.argv[1] == "warmed":
    warm(content)
before = lexicon.sections.cache_info().misses
for text in ("Ik zweeg toen de wethouder boos werd.", "I said nothing when the mayor got angry.", "Wat bedoel je?"):
    Pocket.asked("question", "RF-03").says(text)
print(lexicon.sections.cache_info().misses - before)
"""


@pytest.mark.parametrize(("how", "read"), [("warmed", False), ("cold", True)])
def test_a_first_answer_reads_no_list_once_they_were_asked_for(how, read):
    paths = {"PYTHONPATH": f"{ROOT}:{ROOT / 'tests' / 'dialogues'}"}
    done = subprocess.run([sys.executable, "-c", PROGRAM, how], env=paths, capture_output=True, text=True, check=True)
    assert (int(done.stdout) > 0) == read
