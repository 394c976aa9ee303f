"""Every word of the web pages is said somewhere, in both languages, with the same places to fill in."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from string import Formatter
from typing import get_args

import pytest

import console
import journeys
from console.words import Words, spoken
from dialogues.people import CohortState, ItemKind
from journeys.console.who import RoleKind
from summaries.cohort.facts import DAYPARTS, Pace

ROOM, JOURNEYS = Path(console.__file__).parent, Path(journeys.__file__).parent
TEMPLATES = sorted(ROOT for ROOT in ROOM.glob("templates/**/*.j2"))
SOURCES = [*sorted(ROOM.glob("**/*.py")), *TEMPLATES]
WORDS = spoken()
KEY = r"[a-z_]+(?:\.[a-z_]+)*"
PART = "[a-z0-9_]+"
TOLD = {  # where only the part before the dot is written out: what may stand behind it
    "mine": {"answers", "dilemmas", "moods", "lookbacks", "settings", "mood", "energy"},
    "mirror": {"middle", "more", "less", "same"},
    "participation": {"weeks", "retention", "funnel", "hours", "unreachable", "risk"},
}
ENGLISH = re.compile(r"\b(the|and|you|your|with|this|that|from|people|weeks|answers?|not|questions?)\b", re.IGNORECASE)
DUTCH = re.compile(r"\b(de|het|een|jij|je|niet|voor|mensen|groep|naar|wordt|zijn|hoogstens|kies|deze)\b", re.IGNORECASE)


def wholly() -> set[str]:
    """Keys that are written out."""
    look = re.compile(rf"""["']({KEY}\.{KEY}|skip|home|foot)["']""")
    return {key for path in SOURCES for key in look.findall(path.read_text())}


def partly() -> set[str]:
    """Keys of which a part is filled in, as patterns."""
    found = set()
    for path in SOURCES:
        text = path.read_text()
        for begin, rest in re.findall(rf"""["']({KEY}[._])["'] ~ ([^,)]*)""", text):
            end = re.search(r"""~ ["']([a-z_]+)["']""", rest)
            found.add(re.escape(begin) + PART + re.escape(end[1] if end else ""))
        for pieces in re.findall(r'f"([a-z_]+[._][^" ]*\{[^" ]*)"', text):
            found.add(re.sub(r"\\\{.*?\\\}", lambda _: PART, re.escape(pieces)))
    return (
        {one for one in found if one.split("\\.")[0] not in TOLD}
        | {re.escape(f"{head}.{name}") for head, names in TOLD.items() for name in names}
        | {one for one in found if one.split("\\.")[0] in TOLD and one.split("\\.")[1] != PART}
    )


def test_every_key_is_used_somewhere():
    used, patterns = wholly(), partly()
    used |= {key for key in WORDS if key.startswith("deed.") and _event(key) in _said()}
    plain = {key: key.removesuffix(".one") if key.removesuffix(".one") in WORDS else key for key in WORDS}
    left = {key for key, told in plain.items() if told not in used}
    assert {key for key in left if not any(re.fullmatch(one, plain[key]) for one in patterns)} == set()


def _event(key: str) -> str:
    return key.removeprefix("deed.").replace("_", " ")


@cache
def _said() -> str:
    """All that stands in the use cases, without apostrophes."""
    return "\n".join(path.read_text() for path in JOURNEYS.glob("**/*.py")).replace("'", "")


def test_every_key_that_is_asked_for_is_there():
    asked = {key for path in TEMPLATES for key in re.findall(rf"""\bt\(["']({KEY})["'][,)]""", path.read_text())}
    called = {key for path in ROOM.glob("**/*.py") for key in re.findall(rf'words\("({KEY})"[,)]', path.read_text())}
    assert len(asked) > 100
    assert asked | called <= set(WORDS)


def test_what_is_filled_in_finds_words():
    heads = {key.split(".")[0] for key in WORDS}
    for pattern in partly():
        if pattern.split("\\.")[0] in heads:
            assert any(re.fullmatch(pattern, name) for name in WORDS), pattern


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("key", sorted(WORDS))
def test_both_languages_are_there_and_fill_in_the_same(key: str):
    nl, en = WORDS[key]["nl"], WORDS[key]["en"]
    assert set(WORDS[key]) == {"nl", "en"}
    assert nl.strip() == nl
    assert en.strip() == en
    assert fields(nl) == fields(en)
    assert nl
    assert en
    assert not ENGLISH.search(re.sub(r"\{.*?\}", "", nl)), nl
    assert not DUTCH.search(re.sub(r"\{.*?\}|/\w+", "", en)), en


def test_one_of_something_has_the_same_places_to_fill_in():
    for key in WORDS:
        if key.endswith(".one") and key.removesuffix(".one") in WORDS:
            assert fields(WORDS[key]["nl"]) == fields(WORDS[key.removesuffix(".one")]["nl"])


def calls(name: str) -> Iterator[tuple[ast.Call, str]]:
    """Every call of this name in the use cases and the pages."""
    for path in [*JOURNEYS.glob("**/*.py"), *ROOM.glob("**/*.py")]:
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Call) and (getattr(node.func, "attr", "") or getattr(node.func, "id", "")) == name:
                yield node, path.name


def test_every_deed_in_the_log_has_its_words():
    first = [(call.args[0], where) for name in ("Deed", "_deed") for call, where in calls(name) if call.args]
    first += [(call.args[-1], where) for name in ("taken", "_opens") for call, where in calls(name)]
    events = {one.value: where for one, where in first if isinstance(one, ast.Constant)}
    assert len(events) > 10
    assert {event: where for event, where in events.items() if not _told(event)} == {}


def _told(event: str) -> bool:
    try:
        return bool(Words("nl").of_deed(event) and Words("en").of_deed(event))
    except KeyError:
        return False


def test_every_no_has_its_sentence_and_gets_what_stands_in_it():
    found = {}
    for call, where in calls("Refused"):
        if where == "post.py" or not call.args or not isinstance(call.args[0], ast.Constant):
            continue
        key = f"refused.{call.args[0].value}"
        if key not in WORDS or fields(WORDS[key]["nl"]) - {one.arg for one in call.keywords}:
            found[key] = where
    assert found == {}


def test_no_template_says_anything_by_itself():
    said = {}
    for path in TEMPLATES:
        plain = re.sub(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", "", path.read_text(), flags=re.DOTALL)
        plain = re.sub(r"<[^>]*>|&\w+;", " ", plain)
        words = set(re.findall(r"[A-Za-zé]{3,}", plain)) - {"Weerklank"}
        said |= {path.name: words} if words else {}
    assert said == {}


def test_states_kinds_and_paces_are_called_something():
    for begin, names in (
        ("state", get_args(CohortState)), ("role", get_args(RoleKind)), ("daypart", DAYPARTS),
        ("kind", set(get_args(ItemKind)) - {"programme_end", "intention_check"}), ("pace", set(get_args(Pace)) - {""}),
    ):  # fmt: skip
        assert {f"{begin}.{name}" for name in names} <= set(WORDS), begin
