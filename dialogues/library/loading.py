"""Reads a content folder from disk, or the one that comes with the bot."""

from dataclasses import replace
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from dialogues.library.parsing import FILES, Parsed, parse
from dialogues.model import Library, Problem


class LibraryError(Exception):
    """A content folder that cannot be used; `problems` holds all that is wrong."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems


def read(folder: Path | None = None) -> Parsed:
    """What a content folder holds (by default the bot's own), with all its problems; never raises.

    The problems name files as they can be opened: the folder as given, then the file.
    """
    texts: dict[str, str] = {}
    unreadable: dict[str, Problem] = {}
    place: Traversable = files("dialogues").joinpath("content") if folder is None else folder
    for name in FILES:
        data = _bytes(place.joinpath(name))
        if isinstance(data, str):
            texts[name] = data
        elif data is not None:
            unreadable[name] = Problem(name, data, "this is not UTF-8 text")
    parsed = parse(texts)
    problems = (unreadable.get(problem.file, problem) for problem in parsed.problems)
    return replace(parsed, problems=tuple(_located(problem, folder) for problem in problems))


def _bytes(file: Traversable) -> str | int | None:
    """The text of a file, or the line where it stops being text, or None when there is no such file."""
    try:
        data = file.read_bytes()
    except OSError:
        return None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return data[: error.start].count(b"\n") + 1


def _located(problem: Problem, folder: Path | None) -> Problem:
    return problem if folder is None else replace(problem, file=str(folder / problem.file))


@cache
def library(folder: Path | None = None) -> Library:
    """The library in a folder (by default the bot's own), read once; LibraryError lists all its problems."""
    parsed = read(folder)
    if parsed.library is None:
        raise LibraryError(parsed.problems)
    return parsed.library
