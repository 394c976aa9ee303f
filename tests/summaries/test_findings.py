import json
import pickle
from dataclasses import replace
from datetime import date, timedelta

import pytest
from months import (
    LEADERS,
    LIBRARY,
    NAMES,
    asked,
    empty,
    in_january,
    made,
    material,
    rich,
    silent,
    steady,
    wrote,
)

from summaries.facts import disputed
from summaries.findings import (
    Coverage,
    Intentions,
    Meant,
    Mirror,
    OwnWords,
    Rhythm,
    Strained,
    Tension,
    TooLittle,
    as_json,
    findings,
    from_json,
)
from summaries.known import known
from summaries.letter import letter
from summaries.making import read
from summaries.material import Chosen, Intended, Material
from summaries.year import year

J = in_january


def of(kind: type, material: Material) -> list:
    return [finding for finding in findings(material, LIBRARY) if isinstance(finding, kind)]


@pytest.mark.parametrize("name", NAMES)
def test_findings_survive_being_kept_and_sent_to_another_process(name: str) -> None:
    found = made(name)
    assert from_json(as_json(found)) == found
    assert pickle.loads(pickle.dumps(found)) == found


ADDED = {
    "met",
    "moment",
    "start",
    "end",
    "about",
    "both",
    "shift",
    "swapped",
    "days",
    "together",
    "until",
    "aside",
    "earlier",
    "middles",
}
FIRST_KINDS = {"rhythm", "mood", "own_words", "tension", "coverage", "intentions", "strained", "mirror", "too_little"}


@pytest.mark.parametrize("leader", LEADERS)
def test_what_the_first_version_kept_can_still_be_read_and_told(leader: str) -> None:
    kept = json.loads(as_json(findings(LEADERS[leader](), LIBRARY)))["findings"]
    first = [
        {key: value for key, value in one.items() if key not in ADDED or (one["kind"], key) == ("mirror", "about")}
        for one in kept
        if one["kind"] in FIRST_KINDS
    ]
    found = from_json(json.dumps(first))
    assert [one.kind for one in found] == [one["kind"] for one in first]
    assert all(one.met == "" for one in found)
    assert letter(tuple(one for one in found if one.kind != "mirror"), "nl", LIBRARY)


def test_a_later_version_is_refused() -> None:
    with pytest.raises(ValueError, match="no findings"):
        from_json(as_json(findings(rich(), LIBRARY)).replace('"version":2', '"version":3'))


@pytest.mark.parametrize("text", ["", "[]x", '[{"kind": "secret words"}]', '{"on": "secret words"}'])
def test_what_is_no_summary_is_refused_without_a_word_of_it(text: str) -> None:
    with pytest.raises(ValueError, match="no findings") as refusal:
        from_json(text)
    assert "secret" not in str(refusal.value)
    assert refusal.value.__suppress_context__


def test_own_words_stay_out_of_every_representation() -> None:
    found = findings(rich(), LIBRARY)
    assert any(isinstance(finding, OwnWords) for finding in found)
    assert "reflex" not in repr(found)
    assert "schuurt" not in repr(found)


@pytest.mark.parametrize("name", NAMES)
def test_every_finding_rests_on_something_that_came_in_and_tells_which_threshold_it_met(name: str) -> None:
    month = material(name)
    tapped = (*month.taps, *month.earlier_taps, *month.positions, *month.earlier_positions, *month.told)
    known_ids = {
        *(f"prompt:{one.id}" for one in month.asked),
        *(f"answer:{one.id}" for one in (*month.answers, *month.linked_answers)),
        *(f"tap:{one.id}" for one in tapped),
        *(f"intention:{one.id}" for one in month.intentions),
        *(f"echo:{one.id}" for one in month.links),
    }
    for finding in made(name):
        assert finding.evidence, finding.kind
        assert set(finding.evidence) <= known_ids, finding.kind
        assert finding.met, finding.kind


def test_two_answers_are_too_little_and_a_third_is_enough() -> None:
    (short, *rest) = findings(silent(), LIBRARY)
    assert short == TooLittle(J(1), 2, ("answer:11", "answer:12"), met="counted")
    assert len(rest) <= 1
    third = replace(silent(), answers=(*silent().answers, wrote(13, J(15), None, "Een losse gedachte.")))
    assert isinstance(findings(third, LIBRARY)[0], Rhythm)


def test_three_parts_of_one_answer_are_one_answer() -> None:
    parts = tuple(
        wrote(n, J(6), 1, "Een zin die telt.", part=part) for n, part in enumerate(("answer", "followup", "deeper"))
    )
    (found, *_) = findings(empty(asked=(asked(1, J(6), "reflection"),), answers=parts), LIBRARY)
    assert (found.kind, found.written) == ("too_little", 1)


def test_a_month_without_anything_is_too_little_with_nothing_beside_it() -> None:
    assert findings(empty(), LIBRARY) == (TooLittle(J(1), 0, (), met="counted"),)


def test_rhythm_counts_questions_weeks_thoughts_and_other_answers() -> None:
    month = empty(
        asked=(asked(1, J(6), "reflection"), asked(2, J(13), "relational"), asked(3, J(20), "", answered=False)),
        answers=(
            wrote(11, J(7), 1, "Een."),
            wrote(12, J(8), 99, "Op een vraag van december."),
            wrote(13, J(28), None, "Een gedachte."),
        ),
    )
    (rhythm,) = of(Rhythm, month)
    assert (rhythm.asked, rhythm.answered, rhythm.others, rhythm.thoughts) == (3, 2, 1, 1)
    assert rhythm.weeks == 3  # that of the 7th and 8th, that of the 13th (answered by tap alone), that of the 28th


def test_twelve_days_are_never_three_weeks() -> None:
    days = (9, 12, 14, 20)  # a Friday up to a Tuesday: three weeks on the calendar
    month = replace(empty(), answers=tuple(wrote(n, J(on), n, "Ik vroeg door.") for n, on in enumerate(days, 1)))
    (rhythm,) = of(Rhythm, month)
    assert rhythm.weeks == 2


def test_a_sentence_is_given_once_and_not_again_after_a_letter_that_did_not_fit() -> None:
    said = "Ik vroeg door en merkte dat de anderen begonnen te praten."
    other = "Ik zweeg vandaag en daardoor kreeg de jongste eindelijk het woord."
    texts = (said, said, other)
    month = replace(
        empty(),
        answers=tuple(
            wrote(n, J(n), n, text, quality=quality)
            for (n, text), quality in zip(enumerate(texts, 1), ("reflection", "paradox", "resilience"), strict=True)
        ),
    )
    month = read(month)
    assert sorted(own.text for own in of(OwnWords, month)) == sorted([said, other])
    (given,) = [own for own in of(OwnWords, month) if own.text == said]
    letter_of = (given,)
    opened = of(Rhythm, month)
    disputed_of = disputed((*opened, *letter_of), "no")
    assert disputed((*opened, *letter_of), "yes") == ()
    again = findings(replace(month, disputed=disputed_of), LIBRARY)
    assert [own.text for own in again if isinstance(own, OwnWords)] == [other]
    assert disputed(from_json(as_json(again)), None) == disputed_of, "it is known after the letter is made anew"


def test_intentions_of_before_are_counted_apart() -> None:
    before = Intended(1, J(1) - timedelta(days=5), "Vragen.", "done", settled=J(4))
    (found,) = of(Intentions, replace(rich(), intentions=(before, Intended(2, J(3), "Zwijgen.", "partly"))))
    assert (found.noted, found.earlier, found.done, found.partly) == (1, 1, 1, 1)


def test_a_clause_that_was_kept_stands_in_the_review_of_the_year() -> None:
    text = (
        "gisteren zaten we met de hele groep in het overleg over de verdeling en toen zei ik weer niets en dat vond ik "
        "achteraf heel jammer, ik merkte dat de anderen daardoor stil werden en toen liep iedereen gewoon weg"
    )
    written = tuple(wrote(n, date(2026, n, 5), n, said) for n, said in ((1, "Kort."), (2, "Ook kort."), (3, text)))
    clause = "en dat vond ik achteraf heel jammer"
    days = {"start": J(1), "end": date(2027, 1, 1)}
    found = year(empty(**days, answers=written, chosen=(Chosen(3, clause, picked=1),)), LIBRARY)
    assert [one.text for one in found if isinstance(one, OwnWords)] == [clause]


def intentions_of(first_of: date, *meant: Intended) -> list[Intentions]:
    answers = tuple(wrote(n, first_of.replace(day=n), None, "Een gedachte.") for n in (1, 2, 3))
    return of(Intentions, empty(month=first_of, answers=answers, intentions=meant))


def test_an_intention_is_told_as_done_in_one_letter_only() -> None:
    november, december, january = date(2025, 11, 1), date(2025, 12, 1), J(1)
    at_once = Intended(1, date(2025, 11, 12), "Vragen.", "done", settled=date(2025, 11, 12))
    (found,) = intentions_of(november, at_once)
    assert (found.noted, found.done, found.open) == (1, 1, 0)
    assert intentions_of(december, at_once) == []
    later = replace(at_once, settled=date(2025, 12, 31))
    told = [(one.noted, one.earlier, one.done, one.open) for one in intentions_of(november, later)]
    assert told == [(1, 0, 0, 1)], "it was open at the end of that month"
    assert [(one.noted, one.earlier, one.done) for one in intentions_of(december, later)] == [(0, 1, 1)]
    assert intentions_of(january, later) == []


def test_an_intention_is_told_as_open_until_it_is_settled() -> None:
    old = Intended(1, date(2025, 6, 2), "Vragen.", "open")
    assert [(one.open, one.earlier, one.one) for one in intentions_of(J(1), old)] == [(1, 1, "Vragen.")]
    assert [one.open for one in intentions_of(date(2025, 12, 1), replace(old, state="done", settled=J(9)))] == [1]


def test_the_newest_open_intentions_are_given_whole_and_rest_on_the_answers_they_came_from() -> None:
    meant = [Intended(n, J(n), f"Zin {n}.", "open", answer=90 - n, check=J(20 + n)) for n in (1, 2, 3, 4)]
    (found,) = intentions_of(
        J(1), *meant, Intended(5, J(5), "Los.", "open"), Intended(6, J(6), "Farida.", "open", named=True)
    )
    assert found.open == 6
    assert found.opened == (Meant("Los."), Meant("Zin 4.", J(24)), Meant("Zin 3.", J(23)))
    assert found.evidence == ("answer:86", "answer:87", *(f"intention:{n}" for n in range(1, 7)))


def test_an_old_intention_appears_in_the_month_in_which_it_is_settled() -> None:
    old = Intended(1, date(2025, 6, 2), "Vragen.", "done", settled=J(9))
    assert [one.done for one in intentions_of(J(1), old)] == [1]
    unknown = replace(old, on=date(2025, 12, 20), settled=None)
    assert intentions_of(J(1), unknown) == [], "settled from the list, it is told with the month it was noted in"
    assert [one.done for one in intentions_of(date(2025, 12, 1), unknown)] == [1]
    assert intentions_of(date(2025, 11, 1), unknown) == []


def test_coverage_counts_what_was_asked_for_all_nine_in_the_order_of_the_library() -> None:
    (coverage,) = of(Coverage, rich())
    assert [quality for quality, _, _ in coverage.qualities] == list(LIBRARY.qualities)
    counted = {quality: (number, answered) for quality, number, answered in coverage.qualities if number}
    assert counted == {
        "sensemaking": (1, 1), "relational": (1, 1), "resilience": (1, 0), "paradox": (3, 2), "reflection": (2, 2),
    }  # fmt: skip


def test_without_a_question_that_has_a_quality_there_is_no_coverage() -> None:
    assert of(Coverage, replace(rich(), asked=())) == []


def test_positions_stand_in_order_of_day_with_the_earlier_ones_apart() -> None:
    (tension,) = of(Tension, steady())
    assert [position for _, position in tension.now] == [6, 5]
    assert [position for _, position in tension.before] == [7]
    assert tension.evidence == ("tap:890", "tap:901", "tap:902")


def test_intentions_are_counted_and_one_open_one_is_given_whole() -> None:
    (found,) = of(Intentions, rich())
    assert (found.noted, found.earlier, found.done, found.open) == (2, 1, 1, 2)
    assert found.one == "Als er volgende week weer iets schuurt, dan stel ik eerst een vraag."
    states = ("done", "partly", "not", "dropped", "open", "open")
    month = replace(
        rich(), intentions=tuple(Intended(n, J(1 + n), f"Zin {n}.", state) for n, state in enumerate(states))
    )
    (found,) = of(Intentions, month)
    assert (found.done, found.partly, found.undone, found.dropped, found.open) == (1, 1, 1, 1, 2)
    assert found.one == "Zin 5."


@pytest.mark.parametrize("one", [{"named": True}, {"text": "woord " * 40}, {"text": "x" * 400}, {"state": "done"}])
def test_an_intention_with_a_name_or_too_long_or_settled_is_not_given(one: dict[str, object]) -> None:
    intention = replace(Intended(1, J(6), "Ik wacht.", "open"), **one)
    (found,) = of(Intentions, replace(rich(), intentions=(intention,)))
    assert found.one == ""


def test_strain_is_told_with_its_day_and_only_when_an_answer_of_that_day_holds_it() -> None:
    (found,) = of(Strained, steady())
    assert (found.on, found.evidence) == (steady().strained_on, ("answer:33",))
    assert of(Strained, replace(steady(), strained_on=None)) == []
    assert of(Strained, replace(rich(), strained_on=J(6))) == []
    answers = steady().answers
    swamped = [replace(one, text="can't right now sorry, swamped") if one.id == 33 else one for one in answers]
    assert of(Strained, replace(steady(), answers=tuple(swamped))) == [], "a not now is no heavy time"


def test_what_left_the_library_is_left_out_when_an_old_summary_is_shown_again() -> None:
    dilemmas = {key: value for key, value in LIBRARY.dilemmas.items() if key != "P02"}
    qualities = {key: value for key, value in LIBRARY.qualities.items() if key != "relational"}
    month = replace(steady(), strained_on=None)
    left = known(findings(month, LIBRARY), replace(LIBRARY, dilemmas=dilemmas, qualities=qualities))
    kinds = [finding.kind for finding in left]
    assert "tension" not in kinds
    assert "mirror" not in kinds  # it asked about that dilemma
    asks = Mirror("untouched", 0, "relational", "", ("prompt:1",))
    assert known((asks,), LIBRARY) == (asks,)
    assert known((asks,), replace(LIBRARY, qualities=qualities)) == ()
    linked_ = Mirror("echo", 0, "7", "", ("echo:7",))
    assert known((linked_,), LIBRARY) == (linked_,)
    (coverage,) = [finding for finding in left if isinstance(finding, Coverage)]
    assert len(coverage.qualities) == len(LIBRARY.qualities) - 1


def test_the_kept_form_is_json_with_the_kind_of_each_finding() -> None:
    kept = json.loads(as_json(findings(rich(), LIBRARY)))
    assert kept["version"] == 2
    assert kept["findings"][0]["kind"] == "rhythm"
