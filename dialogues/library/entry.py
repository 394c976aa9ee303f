"""Reads one table of a content file field by field; what is wrong is written down and reading goes on."""

import re
from collections.abc import Callable, Collection, Iterable
from typing import TypeVar

from dialogues.library.nodes import Node, Scalar, Sequence, Table
from dialogues.library.wording import Limits, faults, placeholders
from dialogues.model import LANGUAGES, Problem, Text

T = TypeVar("T")
S = TypeVar("S", bound=str)

WORD = re.compile(r"[a-z0-9][a-z0-9_]{0,31}")
VERSION = re.compile(r"[0-9A-Za-z][0-9A-Za-z.-]{0,15}")
_SHOWN = {"nl": "Dutch", "en": "English"}


class Entry:
    """A table in a file. Every field that is read is ticked off, so that `close` can point at the others.

    A field that is missing or wrong gives an empty value of its type and a problem; the caller never has to stop.
    """

    def __init__(self, file: str, node: Node, problems: list[Problem], name: str = "") -> None:
        self.file = file
        self.line = node.line
        self.name = name
        self._problems = problems
        self._items = node.items if isinstance(node, Table) else {}
        self._read: set[str] = set()
        if not isinstance(node, Table):
            self.problem("a table with keys is meant here")
            self._problems = []  # said once is enough: what it lacks would only say it again

    def problem(self, what: str, node: Node | None = None) -> None:
        """Write down what is wrong, at the line of a node or of this table."""
        where = f"{self.name}: " if self.name else ""
        self._problems.append(Problem(self.file, node.line if node else self.line, where + what))

    def has(self, key: str) -> bool:
        """Whether the key is there."""
        return key in self._items

    def names(self) -> tuple[str, ...]:
        """The keys of this table, in order."""
        return tuple(self._items)

    def node(self, key: str) -> Node | None:
        """The value of a key that must be there."""
        self._read.add(key)
        if key not in self._items:
            self.problem(f"'{key}' is missing")
        return self._items.get(key)

    def close(self, *notes: str) -> None:
        """Point at keys that nothing reads; `notes` are for people and may be there."""
        for key in self._items.keys() - self._read - set(notes):
            self.problem(f"nothing reads the key '{key}'; is it a slip of the pen?", self._items[key])

    # One value.

    def word(self, key: str, form: re.Pattern[str] = WORD) -> str:
        """An id or another fixed word."""
        return self._word(key, self.node(key), form)

    def _word(self, key: str, node: Node | None, form: re.Pattern[str] = WORD) -> str:
        value = self._scalar(key, node)
        if node and isinstance(node, Scalar) and not form.fullmatch(value):
            self.problem(f"'{key}' is '{value[:40]}', which does not have the right form", node)
        return value

    def _scalar(self, key: str, node: Node | None) -> str:
        if isinstance(node, Scalar):
            if node.ambiguous:
                self.problem(f"put quotes around {node.value}: many programs read it as true, false or nothing", node)
            return node.value
        if node:
            self.problem(f"'{key}' must be one text", node)
        return ""

    def remark(self, key: str, limits: Limits) -> None:
        """A text for authors and reviewers, in one language; nothing reads it, but it must be there."""
        node = self.node(key)
        value = self._scalar(key, node)
        for fault in faults(value, limits.filling(placeholders(value))) if node else ():
            self.problem(f"'{key}' {fault}", node)

    def number(self, key: str, lowest: int, highest: int) -> int:
        """A whole number, both ends included."""
        node = self.node(key)
        value = node.value if isinstance(node, Scalar) else ""
        if re.fullmatch(r"[0-9]{1,4}", value) and lowest <= int(value) <= highest:
            return int(value)
        if node:
            wanted = str(lowest) if lowest == highest else f"a whole number from {lowest} to {highest}"
            self.problem(f"'{key}' must be {wanted}", node)
        return lowest

    def flag(self, key: str) -> bool:
        """True or false; false when it is not there."""
        if not self.has(key):
            return False
        node = self.node(key)
        if not isinstance(node, Scalar) or node.value not in ("true", "false"):
            self.problem(f"'{key}' must be true or false", node)
            return False
        return node.value == "true"

    def one_of(self, key: str, allowed: Collection[S]) -> S:
        """One of a few words; the first of them when it is none."""
        return self._one_of(key, self.node(key), allowed)

    def _one_of(self, key: str, node: Node | None, allowed: Collection[S]) -> S:
        value = self._scalar(key, node)
        if node and value not in allowed:
            self.problem(f"'{key}' is '{value[:40]}', but must be one of: {', '.join(allowed)}", node)
        return next((word for word in allowed if word == value), next(iter(allowed)))

    def link(self, key: str, known: Collection[str]) -> str:
        """An id of something that must exist; when nothing is known, its own file has the problem already."""
        return self._linked(key, self.node(key), known)

    def _linked(self, key: str, node: Node | None, known: Collection[str]) -> str:
        value = self._scalar(key, node)
        if node and known and value not in known:
            self.problem(f"'{key}' names '{value[:40]}', which does not exist", node)
        return value

    # Several values.

    def words(self, key: str, known: Collection[S]) -> tuple[S, ...]:
        """A list of words, each one of `known`, none twice."""
        nodes = self._list(key)
        found = tuple(self._one_of(key, node, known) for node in nodes)
        self._no_repeats(key, nodes, found)
        return found

    def links(self, key: str, known: Collection[str]) -> tuple[str, ...]:
        """A list of ids of things that must exist, none twice."""
        nodes = self._list(key)
        found = tuple(self._linked(key, node, known) for node in nodes)
        self._no_repeats(key, nodes, found)
        return found

    def phrases(self, key: str) -> tuple[str, ...]:
        """A list of short texts, none twice."""
        nodes = self._list(key)
        found = tuple(self._scalar(key, node) for node in nodes)
        for node, value in zip(nodes, found, strict=True):
            for fault in faults(value, Limits(80)):
                self.problem(f"'{key}' {fault}", node)
        self._no_repeats(key, nodes, found)
        return found

    def _no_repeats(self, key: str, nodes: Iterable[Node], values: tuple[str, ...]) -> None:
        for i, node in enumerate(nodes):
            if values[i] in values[:i]:
                self.problem(f"'{key}' has '{values[i][:40]}' twice", node)

    def _list(self, key: str) -> tuple[Node, ...]:
        node = self.node(key)
        if isinstance(node, Sequence):
            if not node.items:
                self.problem(f"'{key}' is empty", node)
            return node.items
        if node:
            self.problem(f"'{key}' must be a list", node)
        return ()

    def entry(self, key: str) -> "Entry":
        """The table under a key."""
        node = self.node(key)
        name = f"{self.name}.{key}" if self.name else key
        if node is None:  # said already; an empty table would only say it again for each of its keys
            return Entry(self.file, Table({}, self.line), [], name)
        return Entry(self.file, node, self._problems, name)

    def entries(self, key: str) -> list["Entry"]:
        """The tables in the list under a key."""
        return [Entry(self.file, node, self._problems, f"{key}[{i}]") for i, node in enumerate(self._list(key), 1)]

    def keyed(self, key: str, read: Callable[["Entry"], T]) -> dict[str, T]:
        """The tables in a list by their `id`; an id that comes twice is a problem."""
        found: dict[str, T] = {}
        for entry in self.entries(key):
            node = entry._items.get("id")  # noqa: SLF001 - the same class
            name = node.value if isinstance(node, Scalar) else ""
            entry.name = f"{self.name}.{name}".lstrip(".") or entry.name
            if name in found:
                entry.problem(f"the id '{name}' is used twice", node)
            found[name] = read(entry)
        return found

    # Texts.

    def text(self, key: str, limits: Limits) -> Text:
        """A text in both languages, under a key."""
        entry = self.entry(key)
        text = entry.own_text(limits)
        entry.close()
        return text

    def own_text(self, limits: Limits) -> Text:
        """A text in both languages that stands directly in this table."""
        nodes = {language: self.node(language) for language in LANGUAGES}
        text = Text(*(self._scalar(language, nodes[language]) for language in LANGUAGES))
        for language, node in nodes.items():
            for fault in faults(text[language], limits) if isinstance(node, Scalar) else ():
                self.problem(f"the {_SHOWN[language]} text {fault}", node)
        if placeholders(text.nl) != placeholders(text.en) and all(nodes.values()):
            self.problem("the placeholders differ between the languages", nodes["en"])
        return text
