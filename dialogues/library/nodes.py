"""YAML text as a small tree that knows its lines: no guessed types, no aliases, no tags, no key twice."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from dialogues.model import Problem

# What other YAML readers take for a truth value or for nothing: must be quoted when it is meant as text.
AMBIGUOUS = frozenset({"yes", "no", "on", "off", "y", "n", "true", "false", "null", "~"})
DEEPEST = 20
_LOADER: Any = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader
_BREAK = re.compile(r"\r\n|[\n\r\x85\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Scalar:
    """One value, always text; `plain` when it stands without quotes on one line."""

    value: str
    line: int
    plain: bool

    @property
    def ambiguous(self) -> bool:
        """Whether another reader would take this text for yes, no or nothing."""
        return self.plain and self.value.lower() in AMBIGUOUS


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list."""

    items: tuple["Node", ...]
    line: int


@dataclass(frozen=True, slots=True)
class Table:
    """Keys and their values, in order."""

    items: Mapping[str, "Node"]
    line: int


Node = Scalar | Sequence | Table


def compose(file: str, text: str) -> tuple[Node, list[Problem]]:
    """The tree in a YAML text and everything wrong with its form; never raises.

    Whatever could not be read is left out, so the tree of a broken file may be empty.
    """
    if fault := _unreadable(text):
        return _nothing(1), [Problem(file, _line_at(text, fault[0]), fault[1])]
    composer = _Composer(file, yaml.parse(text, Loader=_LOADER))
    try:
        node = composer.document()
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = min(mark.line + 1, lines_in(text)) if mark else 1
        what = getattr(error, "problem", None) or "it breaks off"
        return _nothing(1), [*composer.problems, Problem(file, line, f"this is not YAML: {what}")]
    return node, composer.problems


def lines_in(text: str) -> int:
    """How many lines a text has, an empty last one included."""
    return len(_BREAK.split(text))


def _nothing(line: int) -> Table:
    return Table({}, line)


def _unreadable(text: str) -> tuple[int, str] | None:
    """The place of the first character that YAML does not allow, and what it is."""
    found = yaml.reader.Reader.NON_PRINTABLE.search(text)
    return (found.start(), f"the character U+{ord(found[0]):04X} cannot stand here") if found else None


def _line_at(text: str, position: int) -> int:
    return lines_in(text[:position])


class _Composer:
    """Builds nodes from parser events and writes down what is not allowed."""

    def __init__(self, file: str, events: Iterator[Any]) -> None:
        self.file = file
        self.events = events
        self.problems: list[Problem] = []

    def document(self) -> Node:
        """The first document; a second one is a problem."""
        next(self.events)  # the start of the stream
        event = next(self.events)
        if isinstance(event, yaml.StreamEndEvent):
            return _nothing(1)
        node = self._node(next(self.events), 0)
        next(self.events)  # the end of the document
        event = next(self.events)
        if isinstance(event, yaml.DocumentStartEvent):
            self._problem(event, "a second document starts here; a file holds one")
        return node

    def _node(self, event: Any, depth: int) -> Node:
        line = event.start_mark.line + 1
        if depth > DEEPEST:
            raise yaml.MarkedYAMLError(problem="this is nested too deep", problem_mark=event.start_mark)
        if isinstance(event, yaml.AliasEvent):
            self._problem(event, f"write the text out: the alias *{event.anchor} is not allowed")
            return Scalar("", line, plain=False)
        self._check(event)
        if isinstance(event, yaml.ScalarEvent):
            return Scalar(event.value, line, plain=event.style in (None, ""))
        if isinstance(event, yaml.SequenceStartEvent):
            return Sequence(tuple(self._items(yaml.SequenceEndEvent, depth)), line)
        return self._table(line, depth)

    def _items(self, end: type[Any], depth: int) -> Iterator[Node]:
        while not isinstance(event := next(self.events), end):
            yield self._node(event, depth + 1)

    def _table(self, line: int, depth: int) -> Table:
        nodes = list(self._items(yaml.MappingEndEvent, depth))
        items: dict[str, Node] = {}
        for key, value in zip(nodes[::2], nodes[1::2], strict=True):
            if not isinstance(key, Scalar):
                self.problems.append(Problem(self.file, key.line, "a key must be one word, not a list or a table"))
            elif key.value in items:
                self.problems.append(Problem(self.file, key.line, f"the key '{key.value}' stands here twice"))
            else:
                self._check_key(key)
                items[key.value] = value
        return Table(items, line)

    def _check_key(self, key: Scalar) -> None:
        if key.ambiguous:
            what = f"put quotes around the key {key.value}: many programs read it as true, false or nothing"
            self.problems.append(Problem(self.file, key.line, what))

    def _check(self, event: Any) -> None:
        if event.anchor is not None:
            self._problem(event, f"the anchor &{event.anchor} is not allowed")
        if event.tag is not None:
            self._problem(event, f"the tag {event.tag} is not allowed")

    def _problem(self, event: Any, what: str) -> None:
        self.problems.append(Problem(self.file, event.start_mark.line + 1, what))
