import json

import pytest

from benchmarks import listening, markers
from benchmarks.labelled import BadLineError, Labelled, parse
from benchmarks.scores import Bar, Score, hits, percentile, score, share
from dialogues.model import MARKERS

ANSWER = {
    "id": "a-1",
    "lang": "nl",
    "text": "Gisteren belde ik de voorzitter en hij schrok. Ik was opgelucht. Morgen vraag ik het de anderen.",
    "markers": {
        "event": 1, "feeling": 1, "own_role": 1, "effect": 1, "pattern": 0, "learning": 0, "intention": 1,
    },
    "safety": "none",
    "best_quote": "Gisteren belde ik de voorzitter en hij schrok.",
}  # fmt: skip
DESPAIR = {"id": "a-2", "text": "Ik was boos. Ik wil niet meer leven.", "safety": "crisis", "markers": {"feeling": 1}}
BARE = {"id": "a-3", "text": "prima hoor"}


@pytest.fixture
def written(tmp_path):
    def write(*answers):
        file = tmp_path / "answers.jsonl"
        file.write_text("\n".join(json.dumps(answer) for answer in answers), encoding="utf-8")
        return file

    return write


def test_precision_recall_and_f1_follow_from_what_was_said_and_meant():
    counted = score([(True, True), (True, True), (True, False), (False, True), (False, False)])
    assert counted == Score(right=2, wrong=1, missed=1)
    assert (counted.precision, counted.recall, counted.f1) == pytest.approx((2 / 3, 2 / 3, 2 / 3))


def test_nothing_said_and_nothing_to_say_is_no_mistake():
    assert (Score(0, 0, 0).precision, Score(0, 0, 0).recall, Score(0, 0, 0).f1, share([])) == (1, 1, 1, 1)
    assert (Score(0, 0, 2).recall, Score(0, 0, 2).f1) == (0, 0)


def test_a_percentile_is_a_figure_that_was_measured():
    figures = [float(each) for each in range(20, 0, -1)]
    assert (percentile(figures, 0.5), percentile(figures, 0.95), percentile(figures, 1)) == (10, 19, 20)
    assert percentile([7.0], 0.01) == 7
    assert percentile([], 0.95) == 0


def test_a_bar_is_met_at_its_figure_and_a_time_only_under_it():
    assert Bar("F1", 0.85, 0.85).met
    assert not Bar("F1", 0.85, 0.84).met
    assert not Bar("ms", 5, 5, least=False).met
    assert str(Bar("F1", 0.85, 0.5)) == "NOT MET  F1: 0.50, asked at least 0.85"


@pytest.mark.parametrize(
    ("quote", "hit"), [("Zo is het.", True), ("is het", True), ("Zo is het. Ja.", True), ("Nee.", False), (None, False)]
)
def test_a_quote_hits_when_it_is_the_labelled_sentence_or_shares_it(quote, hit):
    assert hits(quote, "Zo is het.") is hit


@pytest.mark.parametrize(
    ("line", "wrong"),
    [
        ("{", "this is not JSON"),
        ("[]", "this is not a JSON object"),
        ('{"id": "x"}', '"text" should be a text'),
        ('{"text": "geheim"}', '"id" should be a text'),
        ('{"id": "x", "text": "geheim", "lang": "de"}', '"lang" should be one of nl, en'),
        ('{"id": "x", "text": "geheim", "safety": 3}', '"safety" should be one of none, strain, crisis'),
        ('{"id": "x", "text": "geheim", "markers": {"event": 2}}', '"markers" should hold 0 or 1'),
        ('{"id": "x", "text": "geheim", "markers": []}', '"markers" should hold 0 or 1'),
        ('{"id": "x", "text": "geheim", "best_quote": 1}', '"best_quote" should be a text'),
    ],
)
def test_a_bad_line_is_named_by_its_number_without_its_words(line, wrong):
    with pytest.raises(BadLineError) as raised:
        parse(['{"id": "1", "text": "goed"}', "", line], "some.jsonl")
    assert str(raised.value).startswith(f"some.jsonl, line 3: {wrong}")
    assert "geheim" not in str(raised.value)


def test_labels_may_be_missing():
    assert parse([json.dumps(BARE)], "x") == (Labelled("a-3", "prima hoor"),)


def test_a_prediction_holds_what_was_heard(written, tmp_path, capsys):
    out = tmp_path / "out.jsonl"
    assert markers.main(["--answers", str(written(ANSWER, DESPAIR, BARE)), "--predictions", str(out)]) == 0
    first, second, third = (json.loads(line) for line in out.read_text("utf-8").splitlines())
    assert first["id"] == "a-1"
    assert first["markers"] == ANSWER["markers"]
    assert (first["lang"], first["safety"]) == ("nl", "none")
    assert first["quote"] in ANSWER["text"]
    assert second == {
        "id": "a-2",
        "markers": dict.fromkeys(MARKERS, 0),
        "lang": "nl",
        "safety": "crisis",
        "quote": None,
    }
    assert (third["lang"], third["quote"]) == ("nl", None)


def test_words_are_never_printed(written, capsys):
    wrong = {**ANSWER, "markers": dict.fromkeys(MARKERS, 0)}
    markers.main(["--answers", str(written(wrong, DESPAIR)), "--show"])
    printed = capsys.readouterr().out
    assert "a-1: +event +feeling +own_role +effect +intention" in printed
    assert "voorzitter" not in printed


def test_without_labels_there_are_no_scores(written, capsys):
    markers.main(["--answers", str(written(BARE))])
    printed = capsys.readouterr().out
    assert "F1" not in printed
    assert "crisis:" not in printed


def test_an_answer_of_despair_is_left_out_of_the_scores(written, capsys):
    markers.main(["--answers", str(written(ANSWER, DESPAIR))])
    printed = capsys.readouterr().out
    assert "1 of despair left out" in printed
    assert "crisis: 1 of 1 caught, 0 false alarms" in printed
    assert "met      F1 of feeling: 1.00" in printed


def test_a_file_that_cannot_be_read_gives_a_sentence(written, tmp_path, capsys):
    broken = tmp_path / "latin.jsonl"
    broken.write_bytes(b"\xff")
    for file, sentence in ((tmp_path / "none", "cannot be read"), (broken, "is not UTF-8"), (written(), "no answers")):
        assert markers.main(["--answers", str(file)]) == 2
        assert sentence in capsys.readouterr().err


def test_a_line_separator_inside_a_text_does_not_break_a_line(tmp_path):
    file = tmp_path / "answers.jsonl"
    file.write_text('{"id": "1", "text": "een\u2028twee"}\n', encoding="utf-8")
    assert [each.text for each in markers.load([file])] == ["een\u2028twee"]


def test_the_answers_at_hand_are_found(monkeypatch, tmp_path):
    monkeypatch.setattr(markers, "SHARED", tmp_path / "none.jsonl")
    assert [file.suffix for file in markers.found()] == [".jsonl"]
    (tmp_path / "shared.jsonl").touch()
    monkeypatch.setattr(markers, "SHARED", tmp_path / "shared.jsonl")
    assert markers.found() == [tmp_path / "shared.jsonl"]


def test_the_baselines_look_at_no_grammar():
    assert listening.always("", "nl") == frozenset(MARKERS)
    assert listening.by_word_list("Zij was niet boos.", "nl") == {"feeling"}


def test_the_language_is_certain_only_when_the_words_show_it():
    assert listening.certain("The team was quiet after what I had said.") == "en"
    assert listening.certain("team feedback") is None


def test_danger_is_met_with_care_and_analysed_no_further():
    heard = listening.hear(Labelled("x", "Hij bedreigde mij met een mes. Ik was boos.", "nl"))
    assert (heard.safety, heard.markers, heard.quote) == ("crisis", frozenset(), None)


def test_our_own_answers_reach_the_bars():
    pairs = markers.listen(markers.load(sorted(markers.OWN.glob("*.jsonl"))))
    assert [str(bar) for bar in markers.marker_bars(pairs) if not bar.met] == []
