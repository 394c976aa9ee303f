import json
import os
from datetime import date

import pytest
from typer.testing import CliRunner

from bot.cli import app
from bot.library.calendar import usual
from bot.library.finding import Found, Unknown, find, shelves
from bot.library.parts import parts
from bot.library.printing import plain
from dialogues.asking.calendar import calendar
from dialogues.library import library
from dialogues.model import LANGUAGES

LIBRARY = library()
EVERYTHING = [Found(kind, name) for kind, shelf in shelves(LIBRARY).items() for name in shelf]


@pytest.fixture(autouse=True)
def bare_environment(monkeypatch):
    for name in list(os.environ):
        if name.startswith("WEERKLANK_"):
            monkeypatch.delenv(name)


def run(*words):
    return CliRunner().invoke(app, ["library", *words])


def previewed(*words):
    result = run("preview", *words, "--json")
    assert result.exit_code == 0, result.stderr
    return json.loads(result.stdout)


def texts(preview):
    return "\n".join(part["text"] for part in preview["parts"])


def test_the_library_is_counted_per_kind():
    result = run("check", "--json")
    found = json.loads(result.stdout)
    assert result.exit_code == 0
    assert found["problems"] == []
    assert (found["counts"]["questions"], found["counts"]["qualities"]) == (72, 9)
    assert "72 questions" in run("check").stdout


def test_every_problem_of_a_folder_is_printed_with_file_and_line(tmp_path):
    (tmp_path / "questions.yaml").write_text("version: x\nquestions:\n  - id: [\n")
    result = run("check", str(tmp_path))
    assert result.exit_code == 1
    assert f"{tmp_path}/questions.yaml:" in result.stdout
    found = json.loads(run("check", str(tmp_path), "--json").stdout)
    assert {"file", "line", "what"} == found["problems"][0].keys()


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_in_the_library_can_be_looked_at_and_is_plain_text(language):
    for found in EVERYTHING:
        shown = parts(found, LIBRARY, language)
        assert shown, found.id
        for part in shown:
            words = plain(part.shown.text)
            assert words.strip(), found.id
            assert not any(mark in words for mark in ("<b>", "</", "&lt;", "&amp;", "&gt;")), found.id


def test_a_question_comes_with_its_buttons_and_its_own_follow_ups():
    question = LIBRARY.questions["RE-01"]
    (shown,) = previewed("RE-01", "--language", "nl")
    assert question.text.nl in shown["parts"][0]["text"]
    assert shown["parts"][0]["buttons"][-1] == ["Straks", "Andere vraag", "Overslaan"]
    assert [part["text"] for part in shown["parts"][1:]] == [one.text.nl for one in question.followups]


def test_a_choice_shows_what_each_tap_makes_of_it():
    question = LIBRARY.questions["QP-03"]
    (shown,) = previewed("qp-03", "--language", "en")
    edited = [part for part in shown["parts"] if part["when"].startswith("edited in place")]
    assert [part["text"].rpartition("▸ ")[2] for part in edited] == [one.label.en for one in question.options]
    assert all(part["buttons"] == [] for part in edited)


def test_a_scale_shows_its_ends_and_the_step_that_was_tapped():
    scaled = next(one for one in LIBRARY.questions.values() if one.scale)
    (shown,) = previewed(scaled.id, "--language", "en")
    assert scaled.scale.min_label.en in shown["parts"][0]["text"]
    assert "▪" in shown["parts"][1]["text"]


def test_a_dilemma_shows_every_step_and_the_three_versions_of_the_other_pole():
    known = LIBRARY.dilemmas["P04"]
    (shown,) = previewed("P04", "--language", "nl")
    other = known.other_pole
    for text in (known.why, other.if_a, other.if_middle, other.if_b, known.both_and, LIBRARY.dilemma_texts.own_case):
        assert text.nl in texts(shown)
    assert "{date}" in texts(shown)


def test_a_case_shows_the_reflection_on_each_option():
    known = LIBRARY.cases["IC-12"]
    (shown,) = previewed("IC-12", "--language", "en")
    for text in (*(one.reflection for one in known.options), known.closing):
        assert text.en in texts(shown)


@pytest.mark.parametrize("pulse", ["PU-01", "PU-05"])
def test_a_pulse_shows_the_tap_it_asks_for(pulse):
    (shown,) = previewed(pulse, "--language", "en")
    assert LIBRARY.pulses[pulse].text.en in shown["parts"][0]["text"]
    assert len(shown["parts"]) == 2


def test_a_safety_message_shows_the_check_that_may_come_before_it():
    (shown,) = previewed("crisis_self", "--language", "nl")
    assert [part["when"] for part in shown["parts"]] == ["when it is not clear what is meant", "the message"]


def test_a_message_keeps_its_placeholders_and_shows_both_languages_unless_one_is_named():
    both = previewed("programme_started")
    assert [each["language"] for each in both] == ["nl", "en"]
    assert all("{programme}" in texts(each) for each in both)


def test_the_paper_has_the_words_and_the_buttons_in_rows():
    result = run("preview", "P04", "--language", "en")
    assert "[1] [2] [3] [4] [5] [6] [7]" in result.stdout
    assert "[Later] [Skip]" in result.stdout
    assert "— both poles" in result.stdout


def test_a_programme_shows_its_calendar_with_holidays_and_a_light_one_takes_twice_as_long():
    (usual_one,) = previewed("starter_4w", "--language", "nl", "--start", "2026-11-30")
    (light,) = previewed("starter_4w", "--language", "nl", "--start", "2026-11-30", "--rhythm", "light")
    at = {entry["slot"]: entry["at"] for entry in usual_one["calendar"]}
    assert at["w01A"] == "2026-12-01T08:30+01:00"
    assert at["w04pulse"] is None  # Christmas Day is the last working day of its week
    assert [entry["slot"] for entry in light["calendar"] if entry["at"]][-1] == "end"
    assert "pulse" not in {entry["kind"] for entry in light["calendar"]}
    assert light["calendar"][-1]["at"][:10] == "2027-01-26"
    paper = run("preview", "starter_4w", "--language", "nl", "--start", "2026-11-30").stdout
    assert "Week 1: Beginnen met wat werkt" in paper
    assert "no day left in its week w04pulse" in paper


@pytest.mark.parametrize("programme", LIBRARY.programmes)
@pytest.mark.parametrize("kind", ["light", "standard"])
def test_every_calendar_goes_forward_and_never_falls_in_a_weekend(programme, kind):
    days = calendar(LIBRARY.programmes[programme], usual(kind, "nl"), date(2026, 11, 2))
    at = [planned.at for planned in days if planned.at]
    assert at == sorted(at)
    assert all(moment.weekday() < 5 for moment in at)
    assert days[-1].at is not None


def test_an_id_that_is_not_there_is_one_sentence_with_what_looks_like_it():
    result = run("preview", "RE-77")
    assert result.exit_code == 1
    assert result.stdout == ""
    assert result.stderr.startswith("Nothing in the library has the id RE-77. Did you mean RE-0")
    assert find("zzzzzz", LIBRARY) == Unknown("zzzzzz", ())
    assert str(find("zzzzzz", LIBRARY)) == "Nothing in the library has the id zzzzzz."
    assert find("p04", LIBRARY) == Found("paradox", "P04")


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--language", "fr"), "--language must be nl or en."),
        (("--rhythm", "daily"), "--rhythm must be light or standard."),
        (("--start", "soon"), "--start must be a date such as 2026-03-02."),
    ],
)
def test_an_option_that_cannot_be_used_is_one_sentence(words, sentence):
    result = run("preview", "starter_4w", *words)
    assert (result.exit_code, result.stderr) == (2, sentence + "\n")


def test_markup_reads_as_text_with_quotes_and_addresses():
    assert plain('<b>A</b> &amp; <a href="https://a.b">c</a>') == "A & c (https://a.b)"
    assert plain("<blockquote>one\ntwo</blockquote>after") == "│ one\n│ two\nafter"
