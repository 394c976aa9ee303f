from dataclasses import replace
from datetime import date

import pytest
from months import LIBRARY, empty, in_january, made, wrote

from dialogues.model import LANGUAGES
from summaries.alt import alt_text
from summaries.facts import Tension
from summaries.letter import plain
from summaries.material import Placed
from summaries.tensions import shift, tensions

J = in_january


@pytest.mark.parametrize(
    ("now", "before", "side"),
    [
        ([1, 2, 1, 2], [3, 4, 5, 3], "a"),
        ([6, 7, 6, 6], [5, 5, 4, 1], "b"),
        ([5, 6, 6, 7], [5, 4, 4, 3], ""),  # they touch
        ([1, 1, 1], [7, 7, 7, 7], ""),  # too few
        ([1, 1, 1, 1], [7, 7, 7], ""),
        ([], [], ""),
    ],
)
def test_a_shift_is_told_only_when_enough_positions_do_not_overlap(now: list, before: list, side: str) -> None:
    assert shift(now, before) == side


def test_writing_about_both_sides_is_counted_once_a_touch() -> None:
    def both(number: int, prompt: int, item: str = "P08", part: str = "both") -> object:
        return wrote(number, J(8), prompt, "Samen.", kind="paradox", item=item, part=part)

    month = empty(
        positions=(Placed(1, J(8), "P08", 2, 5),),
        answers=(both(11, 5), both(12, 5), both(13, 6), both(14, 7, "P02"), both(15, 8, part="other")),
    )
    (found,) = tensions(month, LIBRARY)
    assert found.both == 2
    assert found.evidence == ("tap:1", "answer:11", "answer:13")


@pytest.mark.parametrize(("text", "counted"), [("Weet ik niet.", 0), ("Hulp! Geen idee", 0), ("Eerst horen.", 1)])
def test_not_knowing_what_does_justice_to_both_sides_describes_neither(text: str, counted: int) -> None:
    written = wrote(11, J(8), 5, text, kind="paradox", item="P08", part="both")
    month = empty(positions=(Placed(1, J(8), "P08", 2, 5),), answers=(written,))
    (found,) = tensions(month, LIBRARY)
    assert found.both == counted
    assert ("answer:11" in found.evidence) == bool(counted)


def test_what_was_written_after_not_knowing_counts() -> None:
    texts = ("Geen idee.", "Misschien om de beurt.")
    written = tuple(
        wrote(11 + n, J(8), 5, text, kind="paradox", item="P08", part="both") for n, text in enumerate(texts)
    )
    (found,) = tensions(empty(positions=(Placed(1, J(8), "P08", 2, 5),), answers=written), LIBRARY)
    assert found.evidence == ("tap:1", "answer:12")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_leader_who_sees_the_other_pole_first_reads_places_as_they_tapped_them(language: str) -> None:
    (opened, *_) = made("rich")
    seen = Tension("P08", ((J(8), 6),), ((date(2025, 11, 12), 3),), ("tap:1",))
    dilemma = LIBRARY.dilemmas["P08"]
    a, b = dilemma.pole_a.label[language], dilemma.pole_b.label[language]
    plainly, turned = (plain((opened, replace(seen, swapped=swap)), language, LIBRARY) for swap in (False, True))
    assert f"{a} ▫▫▫▫▫▪▫ {b}" in plainly
    assert f"{b} ▫▪▫▫▫▫▫ {a}" in turned
    place = {"nl": "plek", "en": "place"}[language]
    assert f"{place} 6 " in plainly
    assert f"{place} 2 " in turned
    assert f"{place} 5 " in turned  # the earlier one
    assert f"{b} (1)" in alt_text((opened, replace(seen, swapped=True)), language, LIBRARY)


def test_many_positions_are_told_by_their_ends_and_their_days() -> None:
    (opened, *_) = made("rich")
    places = tuple((J(day), position) for day, position in ((5, 2), (8, 3), (12, 4), (15, 5)))
    some, many = (Tension("P08", places[:n], (), ("tap:1",)) for n in (3, 4))
    assert "plek 2 op 5 januari, plek 3 op 8 januari, plek 4 op 12 januari" in plain((opened, some), "nl", LIBRARY)
    assert "4× plek 2–5 (5–15 januari)" in plain((opened, many), "nl", LIBRARY)


@pytest.mark.parametrize(("side", "label"), [("a", "Zelf de leiding nemen"), ("b", "Ruimte maken voor anderen")])
def test_a_shift_names_the_side_whichever_pole_stands_first(side: str, label: str) -> None:
    (opened, *_) = made("rich")
    for swapped in (False, True):
        moved = Tension("P08", ((J(8), 6),), (), ("tap:1",), shift=side, swapped=swapped)
        assert f"dichter bij ‘{label}’" in plain((opened, moved), "nl", LIBRARY)
