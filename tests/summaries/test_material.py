from dataclasses import fields, replace
from datetime import date

import pytest
from months import LIBRARY, asked, empty, in_january, rich, taps, wrote

from summaries.material import Intended, Placed, quality_of
from summaries.sifting import touches, usable

UNSAFE = ("crisis", "danger", "report")
J = in_january


@pytest.mark.parametrize("care", UNSAFE)
def test_a_touch_that_a_safety_rule_flagged_counts_nowhere(care: str) -> None:
    month = empty(
        asked=(asked(1, J(6), "reflection"), asked(2, J(8), "paradox", kind="paradox", item="P08")),
        answers=(
            wrote(11, J(6), 1, "Gewoon een antwoord."),
            wrote(12, J(8), 2, "Een zin daarvoor."),
            wrote(13, J(8), 2, "De zin die gemarkeerd is.", part="other", care=care),
            wrote(14, J(9), None, "Een losse zin.", care=care),
        ),
        taps=taps("mood", [1], [J(8)], 101)[:1] + taps("mood", [3], [J(6)], 102),
        positions=(Placed(301, J(8), "P08", 2, 2),),
        intentions=(Intended(401, J(8), "Iets.", "open", care=care),),
    )
    month = replace(month, taps=(replace(month.taps[0], prompt=2), replace(month.taps[1], prompt=1)))
    left = usable(month)
    assert [prompt.id for prompt in left.asked] == [1]
    assert [part.id for part in left.answers] == [11]
    assert [tap.id for tap in left.taps] == [102]
    assert left.positions == ()
    assert left.intentions == ()


def test_strain_stays_in() -> None:
    assert usable(empty(answers=(wrote(1, J(6), 1, "Ik ben moe.", care="strain"),))).answers


def test_only_the_month_itself_counts_and_only_what_came_before_is_earlier() -> None:
    edges = [date(2025, 12, 31), J(1), J(31), date(2026, 2, 1)]
    month = empty(
        asked=tuple(asked(n, on, "reflection") for n, on in enumerate(edges)),
        answers=tuple(wrote(n, on, n, "Een zin.") for n, on in enumerate(edges)),
        taps=taps("mood", [3] * 4, edges),
        earlier_taps=taps("mood", [3] * 4, edges),
        positions=tuple(Placed(n, on, "P08", 2) for n, on in enumerate(edges)),
        earlier_positions=tuple(Placed(n, on, "P08", 2) for n, on in enumerate(edges)),
    )
    left = usable(month)
    for name in ("asked", "answers", "taps", "positions"):
        assert [one.on for one in getattr(left, name)] == [J(1), J(31)], name
    for name in ("earlier_taps", "earlier_positions"):
        assert [one.on for one in getattr(left, name)] == [date(2025, 12, 31)], name


def test_empty_words_and_taps_on_the_week_are_no_answers_and_no_questions() -> None:
    left = usable(empty(asked=(asked(1, J(6), "", kind="pulse"),), answers=(wrote(1, J(6), 1, " \n "),)))
    assert left.asked == left.answers == ()


def test_of_several_taps_in_one_touch_only_the_last_position_counts() -> None:
    taps_ = ((1, 5, 2), (2, 6, 2), (3, 3, 4), (4, 3, None), (5, 2, None))
    month = empty(positions=tuple(Placed(number, J(8), "P08", position, prompt) for number, position, prompt in taps_))
    assert [placed.id for placed in usable(month).positions] == [2, 3, 4, 5]


def test_the_parts_of_an_answer_belong_together_and_a_loose_thought_stands_alone() -> None:
    month = empty(
        answers=(
            wrote(1, J(6), 7, "Een."),
            wrote(2, J(7), None, "Twee."),
            wrote(3, J(6), 7, "Drie.", part="followup"),
            wrote(7, J(8), None, "Vier."),
        )
    )
    assert [[part.id for part in parts] for parts in touches(month)] == [[1, 3], [2], [7]]


@pytest.mark.parametrize(
    ("kind", "item", "quality"),
    [
        ("question", "RE-01", "relational"),
        ("question", "XX-99", ""),
        ("paradox", "P08", "paradox"),
        ("paradox_revisit", "P08", "paradox"),
        ("integrity_case", "IC-99", ""),
        ("pulse", "PU-05", ""),
    ],
)
def test_an_item_counts_for_one_quality(kind: str, item: str, quality: str) -> None:
    assert quality_of(kind, item, LIBRARY) == quality


def test_an_integrity_case_counts_for_its_first_quality() -> None:
    assert all(quality_of("integrity_case", case.id, LIBRARY) == case.qualities[0] for case in LIBRARY.cases.values())


def test_private_words_stay_out_of_every_representation() -> None:
    shown = repr(rich())
    assert "Farida" not in shown
    assert "Donderdag" not in shown
    assert {field.name for field in fields(rich().answers[0]) if not field.repr} == {"text"}
