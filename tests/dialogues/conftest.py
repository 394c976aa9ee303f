"""A file of the library that many tests share is taken apart once; what a test changed in it is read for that test."""

from collections.abc import Iterator
from functools import lru_cache

import pytest

from dialogues.library.nodes import Node, compose
from dialogues.model import Problem


@lru_cache(maxsize=64)
def _once(file: str, text: str) -> tuple[Node, tuple[Problem, ...]]:
    node, problems = compose(file, text)
    return node, tuple(problems)


def _composed(file: str, text: str) -> tuple[Node, list[Problem]]:
    node, problems = _once(file, text)
    return node, list(problems)


@pytest.fixture(autouse=True, scope="session")
def composed_once() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("dialogues.library.parsing.compose", _composed)
        yield
