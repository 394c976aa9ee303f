"""The pair must do the same work: whatever our paper says in words, theirs says as well."""

import html
from collections.abc import Iterator
from typing import Any

import pytest

from benchmarks import pair
from benchmarks.months import invented
from dialogues.library import library
from summaries.drawing.page import page
from summaries.drawing.voice import Voice
from summaries.facts import month_of
from summaries.findings import findings
from summaries.making import read
from summaries.phrases import Tongue


def words_of(value: Any) -> Iterator[str]:
    """Every text of a block; kinds and descriptions for who cannot see are no words on the paper."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from words_of(inner) if key not in ("kind", "alt", "row", "spokes") else ()
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from words_of(inner)


@pytest.mark.parametrize("number", range(6))
def test_the_pair_puts_the_same_words_on_its_paper(number: int) -> None:
    month = invented(number, library())
    found = findings(read(month), library())
    told = page(found, Voice(Tongue(month.language, library(), month_of(found))))
    shown = html.unescape(pair.page_of(told, b"a picture"))
    parts = [part for row in told["rows"] for part in row]
    assert {block["kind"] for part in parts for block in part["blocks"]} >= {"quote", "tension", "wheel", "plan"}
    blocks = [block for part in parts for block in part["blocks"] if block["kind"] not in pair.IN_THE_PICTURE]
    for text in words_of([told["title"], told["lead"], [part["title"] for part in parts], blocks]):
        assert text in shown


def test_a_block_that_the_pair_does_not_know_is_not_silently_left_out() -> None:
    told = {"rows": [[{"title": "", "blocks": [{"kind": "new"}]}]]}
    with pytest.raises(KeyError, match="new"):
        pair.page_of(told, b"")
