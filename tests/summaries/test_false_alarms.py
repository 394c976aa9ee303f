import pytest

from benchmarks import false_alarms
from benchmarks.false_alarms import MONTHS, SIZES, alarms, either, report, returning, shifts, taps
from benchmarks.labelled import Labelled


@pytest.mark.parametrize("size", SIZES[:3], ids=str)
def test_of_ten_thousand_months_without_a_change_at_most_four_in_a_hundred_claim_one(size: tuple[int, int]) -> None:
    found = alarms(size, 0.0)
    assert MONTHS == 10_000
    assert found.rule <= false_alarms.ASKED
    assert found.plain > 0.10  # what a test does that takes taps for independent


def test_two_measures_together_claim_a_change_hardly_more_often() -> None:
    assert either((10, 24), months=3000) <= false_alarms.ASKED


def test_a_large_shift_is_often_seen_and_more_taps_see_more() -> None:
    few, more = (alarms(size, 1.5, months=2000).rule for size in (SIZES[0], SIZES[3]))
    assert more > few >= 0.4


def test_a_shift_on_a_dilemma_that_did_not_happen_is_seldom_told() -> None:
    assert shifts(4, 4, months=5000) <= 0.03
    assert shifts(3, 3, months=500) == 0


def test_unrelated_answers_share_no_returning_words() -> None:
    answers = [
        Labelled(str(n), f"Vandaag dacht ik aan {word}.") for n, word in enumerate(("regen", "brood", "fietsen"))
    ]
    assert returning(answers, 3, 2) == 0
    same = [Labelled(str(n), "Weer die haast.", "nl") for n in range(3)]
    assert returning(same, 3, 2) == 1


def test_simulated_taps_stay_on_the_scale_and_a_seed_gives_them_again() -> None:
    def drawn() -> list[tuple[list[int], list[int]]]:
        random = false_alarms.Random(1)
        return [taps(random, 8, 16, 3.0) for _ in range(50)]

    assert drawn() == drawn()
    assert {value for now, before in drawn() for value in (*now, *before)} == {1, 2, 3, 4, 5}
    assert {(len(now), len(before)) for now, before in drawn()} == {(8, 16)}


def test_the_report_tells_what_is_claimed_and_what_is_seen(tmp_path) -> None:
    few = tmp_path / "few.jsonl"
    few.write_text("".join(f'{{"id": "{n}", "text": "Een zin over {n}."}}\n' for n in range(14)), "utf-8")
    lines = list(report(50, [few]))
    assert any("no change" in line and "claimed" in line for line in lines)
    assert any("a shift of 1.5 SD" in line for line in lines)
    assert any("3 against 3: a shift told in never" in line for line in lines)
    assert lines[-1] == "  a month of 14: 0.00"
