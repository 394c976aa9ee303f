import pytest

from benchmarks import learning, safety, sayings
from benchmarks.under_a_question import became
from dialogues.wishes.sayings import SAYINGS, guess


def plain(texts):
    return {" ".join(text.lower().split()) for text in texts}


def test_every_section_that_is_taught_or_measured_is_a_saying_or_an_answer():
    for path in (sayings.SAID, sayings.UNHEARD):
        assert set(safety.sections(path.read_text("utf-8"))) <= {*SAYINGS, "answer"}
    assert set(safety.sections(sayings.SAID.read_text("utf-8"))) == {*SAYINGS, "answer"}


def test_nothing_that_is_measured_was_learnt_from():
    unheard = [text for texts in safety.sections(sayings.UNHEARD.read_text("utf-8")).values() for text in texts]
    assert len(unheard) > 90
    assert not plain(text for text, _ in sayings.lines()) & plain(unheard)


def test_a_line_is_taught_as_one_thing_only():
    assert len({text for text, _ in sayings.lines()}) == len(sayings.lines())


def test_the_shipped_weights_know_the_lines_that_they_were_learnt_from():
    taught = [(text, kind) for text, kind in sayings.lines() if sayings.sayings.features(text)][::5]
    found = [(kind, guess(text)) for text, kind in taught]
    right = [(said.kind if said else "") == kind for kind, said in found]
    assert sum(right) / len(right) > 0.95


@pytest.mark.parametrize(
    ("words", "way"),
    [
        ("I listened for once and she told me what was wrong.", "kept"), ("mag ik een andere vraag", "heard"),
        ("kan dit vanavond nog een keer", "asked"),
        ("wat zou je daar zelf van vinden?", "asked"),
    ],
)  # fmt: skip
def test_what_becomes_of_words_is_what_the_conversation_does(words, way):
    assert became(words) == way


def test_what_somebody_else_typed_is_mostly_not_taken_for_an_answer():
    wishes, answers = sayings.unseen()
    assert wishes.split()[0] > "50"
    assert answers.endswith("heard 0")


def test_without_scikit_learn_it_says_what_is_missing(capsys, monkeypatch):
    def missing(name):
        raise ImportError(name)

    monkeypatch.setattr(learning, "import_module", missing)
    assert sayings.main([]) == 2
    assert "requirements/bench.txt" in capsys.readouterr().err
