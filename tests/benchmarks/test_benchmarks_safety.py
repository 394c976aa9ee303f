import json

import pytest

from benchmarks import safety


def test_every_section_of_our_lines_has_its_label():
    assert set(safety.own()) == set(safety.LABELS)


def test_a_section_holds_its_lines_without_comments():
    assert safety.sections("# about\n[one]\n\na, b\n# no\nc\n[two]\n") == {"one": ["a, b", "c"], "two": []}


def test_harmless_lines_that_raise_any_alarm_are_counted():
    lines = [("Het overleg liep uit.", "none"), ("Er is fraude gepleegd.", "none"), ("Ik wil dood.", "crisis")]
    assert safety.alarming(lines) == 0.5
    assert safety.alarming(lines[2:]) == 0


def test_a_report_gives_figures_and_no_words():
    lines = [("Ik wil dood.", "crisis"), ("Ik slaap al weken niet.", "strain"), ("Gisteren was het stil.", "none")]
    told = "\n".join(safety.report("three lines", lines))
    assert "crisis: 1 of 1 caught, precision 1.00" in told
    assert "strain: 1 of 1 caught, precision 1.00" in told
    assert "met      share of harmless lines that raise an alarm: 0.00" in told
    assert "stil" not in told


def test_lines_of_one_label_have_no_figure_for_another():
    assert "strain" not in "\n".join(safety.report("one line", [("Ik wil dood.", "crisis")]))


def test_harmless_lines_that_look_most_like_harm_are_told_apart():
    assert safety.lured(["Het was stil.", "Ik wil dood."]) == "  of the 2 that look most like harm 1 raise an alarm"


def test_answers_that_carry_a_label_are_measured(tmp_path, capsys, monkeypatch):
    monkeypatch.setattr(safety, "own", lambda: {"harmless": ["Gisteren was het stil."]})
    file = tmp_path / "answers.jsonl"
    answers = [{"id": "1", "text": "Ik wil dood.", "safety": "crisis"}, {"id": "2", "text": "Ik wil dood."}]
    file.write_text("\n".join(json.dumps(each) for each in answers), "utf-8")
    assert safety.main([str(file)]) == 0
    told = capsys.readouterr().out
    assert "labelled answers: 1 lines" in told
    assert "µs a text: median" in told


def test_a_file_that_cannot_be_read_gives_a_sentence(tmp_path, capsys):
    assert safety.main([str(tmp_path / "none.jsonl")]) == 2
    assert "cannot be read" in capsys.readouterr().err


def test_answers_at_hand_are_measured_when_none_are_given(tmp_path, capsys, monkeypatch):
    file = tmp_path / "answers.jsonl"
    file.write_text(json.dumps({"id": "1", "text": "Het was goed.", "safety": "none"}), "utf-8")
    monkeypatch.setattr(safety.markers, "found", lambda: [file])
    monkeypatch.setattr(safety, "own", dict)
    monkeypatch.setattr("sys.argv", ["safety"])
    assert safety.main() == 0
    assert "labelled answers: 1 lines" in capsys.readouterr().out


@pytest.mark.parametrize("label", ["crisis", "danger", "strain", "harmless", "lures"])
def test_every_line_is_there_once(label):
    lines = safety.own()[label]
    assert len(lines) == len(set(lines))
