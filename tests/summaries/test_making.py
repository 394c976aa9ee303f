"""One door to every look back: what was written is read there for markers, once, and only where it is needed."""

from dataclasses import replace

import pytest
from months import LIBRARY, rich

from dialogues import markers
from summaries.facts import Moves
from summaries.findings import findings, first
from summaries.making import Wanted, made, read
from summaries.year import year


def unread(material):
    """As it comes from the tables."""
    bare = [replace(part, markers=frozenset(), spans=None) for part in material.answers]
    return replace(material, answers=tuple(bare))


def test_markers_are_found_where_nobody_looked_and_are_kept_where_somebody_did():
    material = unread(rich())
    once = read(material)
    for part in once.answers:
        assert part.spans == markers.find(part.text, part.language)
        assert part.markers == {span.marker for span in part.spans}
    assert any(part.markers for part in once.answers)
    nothing = replace(once, answers=tuple(replace(part, spans=()) for part in once.answers))
    assert not any(part.markers for part in read(nothing).answers)


@pytest.mark.parametrize(("kind", "maker"), [("month", findings), ("first", first)])
def test_a_month_and_a_first_look_back_rest_on_what_was_read(kind, maker):
    found = made(Wanted(kind, unread(rich())), LIBRARY)
    assert found == maker(read(unread(rich())), LIBRARY)
    assert any(isinstance(one, Moves) for one in found)


@pytest.mark.parametrize(("kind", "programme"), [("year", ""), ("programme", "starter_4w")])
def test_a_review_says_what_it_is_on(kind, programme):
    assert made(Wanted(kind, unread(rich()), programme), LIBRARY) == year(unread(rich()), LIBRARY, programme)


def test_no_words_are_told_of_what_is_wanted():
    assert all(part.text not in repr(Wanted("month", rich())) for part in rich().answers)
