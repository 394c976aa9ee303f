import json
from dataclasses import replace
from datetime import date

import pytest

from benchmarks import summary_quality
from benchmarks.markers import listen, load
from benchmarks.summary_quality import bars, details, made, main, quote_lines, whens

TEXTS = (
    "Gisteren nam ik het woord over en de kamer werd stil van mij.",
    "Ik was opgelucht toen zij zelf met een voorstel kwam.",
    "Morgen vraag ik de voorzitter wat hij ervan vond.",
)


@pytest.fixture
def file(tmp_path):
    lines = [{"id": f"a-{n}", "lang": "nl", "text": text, "leader": "A", "date": f"2026-03-0{n + 2}"}
             for n, text in enumerate(TEXTS)]  # fmt: skip
    lines.append({"id": "a-9", "lang": "nl", "text": "Ik wil niet meer leven. Zo is het.", "safety": "crisis"})
    found = tmp_path / "answers.jsonl"
    found.write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
    return found


def test_answers_become_look_backs_per_leader_and_month(file):
    about = whens([file])
    assert about["a-0"] == ("A", date(2026, 3, 2))
    assert about["a-9"] == ("answers", date(2026, 1, 15))  # without a leader or a day: the file, twice a week
    looks = list(made(listen(load([file])), about))
    assert [(each.leader, each.month) for each in looks] == [("A", date(2026, 3, 1)), ("answers", date(2026, 1, 1))]
    assert looks[0].counted() == {0, 1, 2}
    assert looks[1].counted() == set()
    assert all(bar.met for bar in bars(looks))
    assert "1 rhythm" in "\n".join(details(looks))


def test_a_quote_that_is_not_verbatim_and_despair_that_is_told_are_seen(file):
    pairs = listen(load([file]))
    (look,) = made(pairs[:3], whens([file]))
    bent = tuple(replace(one, text="Anders.") if one.kind == "own_words" else one for one in look.findings)
    assert not next(iter(bars([replace(look, findings=bent)]))).met
    labelled = {number: (replace(answer, safety="crisis"), heard) for number, (answer, heard) in look.answers.items()}
    verbatim, unsafe, _ = bars([replace(look, answers=labelled)])
    assert verbatim.met
    assert unsafe.figure == 3


def test_quotes_are_counted_per_language_also_where_there_is_nothing_to_quote(file):
    pairs = listen(load([file]))
    labelled = [
        (replace(pairs[0][0], best_quote=TEXTS[0]), pairs[0][1]),
        (replace(pairs[1][0], best_quote="x"), pairs[1][1]),
    ]
    dutch, english, both, baselines = quote_lines([*labelled, *pairs[2:]])
    assert dutch == "nl   the labelled sentence in 1 of 2 (0.50), none where none is labelled in 2 of 2"
    assert english == "en   the labelled sentence in 0 of 0 (1.00), none where none is labelled in 0 of 0"
    assert both == dutch.replace("nl  ", "both")
    assert baselines.startswith("instead of it the first 0.50, ")


def test_the_program_prints_tables_and_bars_and_ends_with_whether_they_are_met(file, capsys, tmp_path, monkeypatch):
    monkeypatch.setattr(summary_quality, "other_bars", lambda _pairs: ())  # times differ by machine
    assert main(["--answers", str(file)]) == 0
    told = capsys.readouterr().out
    assert "4 answers from answers.jsonl, 2 look backs" in told
    assert "crisis: 1 of 1 caught" in told
    assert "answers of despair quoted or counted in a look back: 0.00" in told
    assert all(text not in told for text in TEXTS)
    (tmp_path / "bad.jsonl").write_text("{", "utf-8")
    assert main(["--answers", str(tmp_path / "bad.jsonl")]) == 2
    assert "line 1" in capsys.readouterr().err
