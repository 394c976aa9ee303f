"""Each mistake an author can make is found, said in one sentence and shown at its line."""

from importlib.resources import files

import pytest

from dialogues.library import FILES, parse
from dialogues.model import Problem

GOOD = {name: files("dialogues").joinpath("content", name).read_text(encoding="utf-8") for name in FILES}


def after(name: str, old: str, new: str) -> tuple[int, tuple[Problem, ...]]:
    """The line where the first `old` of a file stood, and the problems once `new` stands there."""
    assert old in GOOD[name], f"{old!r} is not in {name}"
    text = GOOD[name].replace(old, new, 1)
    return GOOD[name][: GOOD[name].index(old)].count("\n") + 1, parse({**GOOD, name: text}).problems


THIRD = "{when: event, nl: Wat gebeurde er?, en: What happened?}"
EIGHTH = "  - {title: {nl: Nog, en: More}, text: {nl: Een, en: One}}\n"
ALL = "covers_all_qualities: true"

# file, what stood there, what an author made of it, lines from the change to the problem, what is said
MISTAKES = [
    # ids and keys
    ("questions.yaml", "id: SM-02", "id: SM-01", 0, "the id 'SM-01' is used twice"),
    ("questions.yaml", "id: SM-01", "id: sm-1", 0, "'id' is 'sm-1', which does not have the right form"),
    ("questions.yaml", "id: SM-01", "id: QP-81", 0, "begins with SM"),
    ("paradoxes.yaml", "id: P01", "id: Q01", 0, "does not have the right form"),
    ("questions.yaml", "  - id: SM-01\n    quality:", "  - quality:", 0, "'id' is missing"),
    ("questions.yaml", "    depth: 1", "    depht: 1", 0, "nothing reads the key 'depht'"),
    ("questions.yaml", "    depth: 1", "    depth: 1\n    depth: 2", 1, "the key 'depth' stands here twice"),
    ("questions.yaml", "version: '1.0'", "version: 1/0", 0, "'version' is '1/0'"),
    # languages and texts
    ("qualities.yaml", "      en: Making meaning\n", "", -1, "'en' is missing"),
    ("qualities.yaml", "en: Making meaning", "en: ''", 0, "the English text is empty"),
    ("qualities.yaml", "nl: Betekenis geven", "nl: [Betekenis]", 0, "'nl' must be one text"),
    ("qualities.yaml", "nl: Betekenis geven", "nl: Betekenis  geven", 0, "the Dutch text has double spaces"),
    ("qualities.yaml", "nl: Betekenis geven", "nl: ' Betekenis geven'", 0, "spaces at an edge"),
    ("qualities.yaml", "nl: Betekenis geven", 'nl: "Betekenis\\tgeven"', 0, "holds a control character"),
    ("qualities.yaml", "nl: Betekenis geven", f"nl: {'a' * 33}", 0, "has 33 characters; 32 fit"),
    ("qualities.yaml", "nl: Betekenis geven", f"nl: {'🌱' * 17}", 0, "has 34 characters; 32 fit"),
    ("qualities.yaml", "nl: Betekenis geven", "nl: Betekenis {name}", 0, "uses {name}, which nothing fills in here"),
    ("qualities.yaml", "nl: Betekenis geven", "nl: Betekenis } geven", 0, "a brace that belongs to no placeholder"),
    ("messages.yaml", "question arrives {first_date}.", "question arrives.", 0, "the placeholders differ"),
    ("messages.yaml", "komt {first_date}. Wil", "komt {date}. Wil", 0, "uses {date}, which nothing fills in here"),
    ("paradoxes.yaml", "        Je kent de", f"        {'En ' * 60}je kent de", -1, "words; 60 to 110 are meant"),
    ("messages.yaml", "nl: Prima. Tot de volgende keer.", f"nl: {'Prima. ' * 150}nu", 0, "characters; 1000 fit"),
    ("messages.yaml", "nl: Even niets", f"nl: {'Even ' * 25}niets", 0, "has 130 characters; 100 fit"),
    # yes and no
    ("messages.yaml", "- id: 'yes'", "- id: yes", 0, "put quotes around yes"),
    ("messages.yaml", "- id: 'no'", "- id: No", 0, "put quotes around No"),
    ("messages.yaml", "nl: 'Nee'", "nl: Off", 0, "put quotes around Off"),
    ("qualities.yaml", "  meaning:\n", "  on:\n", 0, "put quotes around the key on"),
    ("questions.yaml", "    sensitive: true", "    sensitive: yes", 0, "'sensitive' must be true or false"),
    # numbers and lists
    ("questions.yaml", "depth: 1", "depth: 4", 0, "'depth' must be a whole number from 1 to 3"),
    ("questions.yaml", "depth: 1", "depth: one", 0, "'depth' must be a whole number from 1 to 3"),
    ("questions.yaml", "      max: 5", "      max: 7", 0, "'max' must be 5"),
    ("qualities.yaml", "      aspects:\n        - meaning", "      aspects: one", 0, "'aspects' must be a list"),
    ("qualities.yaml", "      aspects:\n        - meaning\n", "      aspects: []\n", 0, "'aspects' is empty"),
    ("qualities.yaml", "        - meaning\n", "        - meaning\n        - meaning\n", 1, "has 'meaning' twice"),
    ("qualities.yaml", "        - meaning\n", "        - nonsense\n", 0, "'nonsense', which does not exist"),
    ("qualities.yaml", "    self_awareness:\n", "    self_awareness: x\n    other:\n", 0, "a table with keys is meant"),
    # questions
    ("questions.yaml", "quality: sensemaking", "quality: sense", 0, "'quality' names 'sense', which does not exist"),
    ("questions.yaml", "kind: open", "kind: essay", 0, "must be one of: open, scale, choice"),
    ("questions.yaml", "kind: open", "kind: scale", -2, "'scale' is missing"),
    ("questions.yaml", "    kind: scale", "    kind: open", 8, "nothing reads the key 'scale'"),
    ("questions.yaml", "- when: feeling", "- when: colour", 0, "'when' is 'colour', but must be one of: event"),
    ("questions.yaml", "      - when: feeling", f"      - {THIRD}\n      - when: event", -12, "one or two follow-ups"),
    ("questions.yaml", "id: PU-05", "id: PU-15", None, "the pulse PU-05 is missing"),
    # dilemmas
    ("paradoxes.yaml", "status: established", "status: certain", 0, "'status' names 'certain', which does not exist"),
    ("paradoxes.yaml", "phase: forming", "phase: ending", 0, "'phase' names 'ending', which does not exist"),
    ("paradoxes.yaml", "        - boonstra_paradoxes_esade", "        - hearsay", 0, "'refs' names 'hearsay'"),
    ("paradoxes.yaml", "      - analytical_view", "      - analysis", 0, "'qualities' names 'analysis'"),
    ("paradoxes.yaml", "bij deze spanning op {position}.", "bij deze spanning.", 1, "the placeholders differ"),
    ("paradoxes.yaml", "own_completion: >-\n", "empty: ''\n  own_completion: >-\n", 0, "'empty' is empty"),
    ("integrity_cases.yaml", "      - P04", "      - P99", 0, "'paradoxes' names 'P99', which does not exist"),
    ("integrity_cases.yaml", "Samen naar vertrouwenspersoon", "S" * 33, 0, "has 33 characters; 32 fit"),
    ("integrity_cases.yaml", "      - id: b\n        label:", "      - idea: b\n        label:", 0, "'id' is missing"),
    ("integrity_cases.yaml", "      - id: b\n", "      - id: a\n", 0, "the id 'a' is used twice"),
    # what the bot listens for
    ("followups.yaml", "- id: feeling", "- id: event", 0, "the id 'event' is used twice"),
    ("followups.yaml", "- id: feeling", "- id: event", None, "the element 'feeling' is missing"),
    ("followups.yaml", "order_depth_1: 1", "order_depth_1: 2", None, "two elements share a place in order_depth_1"),
    ("followups.yaml", "        - gisteren", "        - gisteren\n        - gisteren", 1, "has 'gisteren' twice"),
    ("followups.yaml", "        - gisteren", "        - ' gisteren'", 0, "'nl' has double spaces or spaces at an edge"),
    ("safety.yaml", "priority: 1", "priority: 2", None, "two categories have the same priority"),
    ("safety.yaml", "- id: acute_danger", "- id: danger", 0, "must be one of: crisis_self"),
    ("safety.yaml", "- id: acute_danger", "- id: danger", None, "the category 'acute_danger' is missing"),
    ("safety.yaml", "- id: work", "- id: job", None, "its buttons must be: life, questions, tired, unsure, work"),
    # what the bot says
    ("messages.yaml", "- id: welcome\n", "- id: wellcome\n", 0, "the bot never says this message"),
    ("messages.yaml", "- id: welcome\n", "- id: wellcome\n", None, "the message 'welcome' is missing"),
    ("messages.yaml", "- id: agree\n", "- id: okay\n", None, "its buttons must be: agree, decline, more"),
    ("messages.yaml", "    when: After the language choice.\n", "", None, "'when' is missing"),
    ("messages.yaml", "when: After the language choice.", "when: ''", 0, "'when' is empty"),
    ("messages.yaml", "- id: year_12m", "- id: year_13m", None, "its buttons must be: core_12w, starter_4w, year_12m"),
    # programmes
    ("programmes.yaml", "id: RF-03", "id: RF-33", 0, "'id' names 'RF-33', which does not exist"),
    ("programmes.yaml", "type: paradox", "type: question", 1, "'id' names 'P04', which does not exist"),
    ("programmes.yaml", "id: RF-03", "id: SM-01", None, "SM-01 is asked twice"),
    ("programmes.yaml", "slot: A", "slot: B", None, "the slots of a week are A, then B"),
    ("programmes.yaml", "slot: A", "slot: C", 0, "must be one of: A, B"),
    ("programmes.yaml", "touches_per_week: 2", "touches_per_week: 1", None, "has 2 touches; touches_per_week says 1"),
    ("programmes.yaml", "duration_weeks: 4", "duration_weeks: 5", None, "says 5, but there are 4 weeks"),
    ("programmes.yaml", "- week: 2", "- week: 3", None, "the weeks must be numbered 1, 2, 3"),
    ("programmes.yaml", "          - programme_end\n", "", None, "programme_end belongs in the last week"),
    ("programmes.yaml", "- pulse\n", "- pulse\n          - pulse\n", 1, "'extra' has 'pulse' twice"),
    ("programmes.yaml", "touches_per_week: 2", f"touches_per_week: 2\n    {ALL}", None, "no question is about"),
    ("programmes.yaml", "month: 1\n", "month: 2\n", 0, "'month' must be 1"),
    ("programmes.yaml", "        day: 27", "        day: 29", 0, "'day' must be a whole number from 1 to 28"),
    ("programmes.yaml", "        weeks: 3", "        weken: 3", 0, "nothing reads the key 'weken'"),
    ("programmes.yaml", "quality: reflection", "quality: reflecting", 0, "names 'reflecting', which does not exist"),
    # what goes on paper
    ("guide.yaml", "    short: 10", "    short: 11", None, "its rounds last 61 minutes together; 60 are meant"),
    ("guide.yaml", "    long: 15", "    long: 91", 0, "'long' must be a whole number from 1 to 90"),
    ("guide.yaml", "- id: touched", "- id: toched", None, "its round 'touched' is missing"),
    ("guide.yaml", "- id: touched", "- id: toched", None, "no conversation has the round 'toched'"),
    ("guide.yaml", "{minutes} minuten", "{n} minuten", 0, "uses {n}, which nothing fills in here"),
    ("guide.yaml", "  map_fear:\n", "  map_faer:\n", 1, "nothing reads the key 'map_faer'"),
    ("guide.yaml", "  paradox:\n", "  paradoxes:\n", 1, "nothing reads the key 'paradoxes'"),
    ("guide.yaml", "nl: Sta stil\n", "nl: Sta stil}\n", 0, "a brace that belongs to no placeholder"),
    ("guide.yaml", "steps:\n  - title:\n", f"steps:\n{EIGHTH}  - title:\n", None, "8 steps; 7 fit on its page"),
    ("guide.yaml", "Wat {facilitator} ziet", "Wat die ziet", 1, "the placeholders differ"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "old", "new", "away", "said"), MISTAKES, ids=[f"{m[0]}:{m[4]}" for m in MISTAKES])
def test_a_mistake_is_told_at_its_line(name: str, old: str, new: str, away: int | None, said: str):
    line, problems = after(name, old, new)
    told = [problem for problem in problems if said in problem.what]
    assert told, "\n".join(map(str, problems))
    if away is not None:
        assert line + away in {problem.line for problem in told}


def test_all_mistakes_in_all_files_are_told_at_once():
    broken = {name: text.replace("en:", "em:", 1) for name, text in GOOD.items()}
    parsed = parse(broken)
    assert parsed.library is None
    assert {problem.file for problem in parsed.problems} >= set(FILES) - {"integrity_cases.yaml"}
