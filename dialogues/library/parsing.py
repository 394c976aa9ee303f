"""Turns the texts of a content folder into a library, or into everything that is wrong with them."""

from collections.abc import Mapping
from dataclasses import dataclass

from dialogues.library import dilemmas, guides, listening, messages, programmes, questions, whole
from dialogues.library.entry import Entry
from dialogues.library.nodes import Table, compose
from dialogues.library.wording import PROMPT
from dialogues.model import Library, Problem

FILES = (
    "qualities.yaml",
    "questions.yaml",
    "paradoxes.yaml",
    "integrity_cases.yaml",
    "followups.yaml",
    "safety.yaml",
    "messages.yaml",
    "programmes.yaml",
    "guide.yaml",
)


@dataclass(frozen=True, slots=True)
class Parsed:
    """A library, or None when there are problems (all of them, by file and line), and how much of what was read."""

    library: Library | None
    problems: tuple[Problem, ...]
    counts: Mapping[str, int]


def parse(files: Mapping[str, str]) -> Parsed:
    """The library in these texts, by file name (see FILES); other names are left alone. Never raises."""
    problems: list[Problem] = []
    found = _library({name: _root(name, files, problems) for name in FILES})
    problems += whole.check(found)
    ordered = tuple(sorted(set(problems), key=lambda problem: (FILES.index(problem.file), problem.line, problem.what)))
    return Parsed(None if problems else found, ordered, _counts(found))


def _root(name: str, files: Mapping[str, str], problems: list[Problem]) -> Entry:
    """The top of a file; when it cannot be read, that is said once and nothing more about it."""
    if name not in files:
        problems.append(Problem(name, 1, "this file is missing"))
        return Entry(name, Table({}, 1), [])
    node, faults = compose(name, files[name])
    problems += faults
    broken = isinstance(node, Table) and not node.items and bool(faults)
    return Entry(name, node, [] if broken else problems)


def _library(roots: Mapping[str, Entry]) -> Library:
    sides = questions.aspects(roots["qualities.yaml"])
    qualities = questions.qualities(roots["qualities.yaml"], sides)
    asked = questions.questions(roots["questions.yaml"], qualities, sides)
    weighed = dilemmas.dilemmas(roots["paradoxes.yaml"], qualities)
    cases = dilemmas.cases(roots["integrity_cases.yaml"], qualities, weighed)
    plans = programmes.programmes(roots["programmes.yaml"], programmes.Askable(qualities, asked, weighed, cases))
    found = Library(
        qualities=qualities,
        aspects=sides,
        questions=asked,
        pulses=questions.pulses(roots["questions.yaml"], sides),
        dilemmas=weighed,
        cases=cases,
        programmes=plans,
        elements=listening.elements(roots["followups.yaml"]),
        safety=listening.safety(roots["safety.yaml"]),
        messages=messages.messages(roots["messages.yaml"], plans),
        dilemma_texts=dilemmas.dilemma_texts(roots["paradoxes.yaml"]),
        case_other_option=roots["integrity_cases.yaml"].text("other_option", PROMPT),
        guide=guides.guide(roots["guide.yaml"]),
        invitation=guides.invitation(roots["guide.yaml"]),
    )
    _close(roots)
    return found


def _close(roots: Mapping[str, Entry]) -> None:
    notes = {"safety.yaml": ("principles", "numbers_checked", "matching"), "integrity_cases.yaml": ("rules",)}
    for name, root in roots.items():
        questions.version(root)
        root.close(*notes.get(name, ()))


def _counts(found: Library) -> dict[str, int]:
    return {
        "qualities": len(found.qualities),
        "questions": len(found.questions),
        "pulses": len(found.pulses),
        "paradoxes": len(found.dilemmas),
        "integrity cases": len(found.cases),
        "programmes": len(found.programmes),
        "elements": len(found.elements),
        "safety categories": len(found.safety),
        "messages": len(found.messages),
        "rounds of a conversation": len({*found.guide.paradox.rounds, *found.guide.case.rounds}),
    }
