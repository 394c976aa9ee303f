import json

import pytest

from benchmarks.labelled import Labelled
from benchmarks.quotes import baseline_lines, choices, fit, main, rate, reach, report
from dialogues.answers.worth import WEIGHTS

DEED = "Gisteren heb ik het hele verslag zelf herschreven."
LATE = "Pas vandaag zag ik hoe stil het team daarvan werd."
INSIGHT = "Nu zie ik dat mijn hulp voor hen een oordeel is."
PLAN = "Morgen vraag ik wat zij ervan vonden."
NAMED = "Gisteren heb ik Farida haar verslag zelf laten herschrijven."


def answer(number, *told, best):
    return Labelled(f"a-{number}", " ".join(told), "nl", best_quote=best)


ENDS = [answer(n, DEED, INSIGHT, PLAN, best=INSIGHT) for n in range(3)]
NAMES = [answer(9, NAMED, PLAN, best=NAMED)]


def test_weights_that_are_fitted_find_what_was_labelled():
    learnt = fit([choices(ENDS), choices([answer(4, INSIGHT, DEED, PLAN, best=INSIGHT)])])
    assert learnt["insight"] > 0 > learnt["aside"]
    assert rate(choices(ENDS), learnt) == rate(choices(ENDS)) == 1
    against = fit([choices([answer(n, INSIGHT, DEED, PLAN, best=DEED) for n in range(3)])])
    assert rate(choices(ENDS), against) == 0


def test_a_sentence_that_may_not_be_quoted_is_out_of_reach_and_teaches_nothing():
    made = choices([*NAMES, *ENDS[:1], answer(5, "Ik wil niet meer leven.", best="Ik wil niet meer leven.")])
    assert reach(made) == pytest.approx(1 / 3)
    assert rate(made) == pytest.approx(1 / 3)
    assert set(fit([choices(NAMES)]).values()) == {0.0}


def test_baselines_are_told_beside_what_can_be_reached():
    (told,) = baseline_lines(choices([*ENDS, answer(6, DEED, LATE, best=DEED)]))
    assert told == "instead of it the first 0.25, last 0.00, longest 0.75, at random 0.38; at most 1.00 may be quoted"
    assert list(baseline_lines(())) == [
        "instead of it the first 1.00, last 1.00, longest 1.00, at random 0.00; at most 1.00 may be quoted"
    ]


def test_the_report_measures_each_file_with_the_weights_of_the_others():
    told = "\n".join(report({"one": choices(ENDS), "two": choices(ENDS[:1])}))
    assert "one: 3 answers with a labelled sentence" in told
    assert "weights fitted on the other files 1.00 (nl 1.00); in use 1.00 (nl 1.00)" in told
    assert all(f"  {sign} " in told for sign in WEIGHTS)


def test_the_program_needs_two_files_that_can_be_read(tmp_path, capsys):
    good, bad = tmp_path / "good.jsonl", tmp_path / "bad.jsonl"
    lines = [{"id": each.id, "lang": "nl", "text": each.text, "best_quote": each.best_quote} for each in ENDS]
    good.write_text("\n".join(map(json.dumps, lines)), "utf-8")
    bad.write_text("{", "utf-8")
    assert main(["--answers", str(good), "--answers", str(good)]) == 0
    told = capsys.readouterr().out
    assert "2 good.jsonl: 3 answers" in told
    assert INSIGHT not in told
    assert main(["--answers", str(good)]) == 2
    assert main(["--answers", str(bad)]) == 2
    assert "bad.jsonl, line 1" in capsys.readouterr().err
