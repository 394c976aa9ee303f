"""What is measured is what the program does: the same findings, whether answers were heard before or are heard now."""

from benchmarks.months import invented
from benchmarks.summaries import Month, given
from dialogues import markers
from dialogues.library import library
from summaries.making import read


def test_a_month_with_notes_is_the_month_that_is_read_anew(capsys):
    lived = [invented(number, library()) for number in range(4)]
    noted, anew = given(lived, anew=False), given(lived, anew=True)
    assert [month.read() for month in noted] == [month.read() for month in anew] == [read(month) for month in lived]
    assert capsys.readouterr().out.count("ms CPU per leader") == 1


def test_notes_are_good_for_all_answers_of_a_month(monkeypatch):
    month = Month.of(invented(1, library()))
    heard = []
    monkeypatch.setattr(markers, "find", lambda *words: heard.append(words) or ())
    assert all(part.markers for part in month.read().answers)
    assert heard == []
