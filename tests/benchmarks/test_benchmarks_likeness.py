import json

from benchmarks import learning, likeness, safety
from dialogues.care.likeness import KINDS, weights
from dialogues.care.likeness import likeness as said
from dialogues.care.spelling import mended
from dialogues.language.hearing import hear, shelved


def test_every_section_that_is_taught_has_its_class():
    assert set(safety.own()) | set(safety.sections(likeness.TAUGHT.read_text("utf-8"))) <= set(likeness.CLASSES)
    assert set(likeness.CLASSES.values()) == {"", *KINDS}


def test_nothing_that_is_measured_was_learnt_from():
    taught = {" ".join(text.lower().split()) for text, _ in likeness.lines()}
    for file, many in ((safety.SEEN, 160), (safety.UNSEEN, 199)):
        texts = [json.loads(line)["text"] for line in file.read_text("utf-8").splitlines()]
        assert len(texts) == many
        assert not taught & {" ".join(text.lower().split()) for text in texts}


def test_what_nothing_was_made_with_is_none_of_our_own_lines():
    ours = {" ".join(text.lower().split()) for lines in safety.own().values() for text in lines}
    unseen = [json.loads(line)["text"] for line in safety.UNSEEN.read_text("utf-8").splitlines()]
    assert not ours & {" ".join(text.lower().split()) for text in unseen}


def test_a_line_is_taught_as_one_thing_only():
    taught = likeness.lines()
    assert len({text for text, _ in taught}) == len(taught)
    assert taught == sorted(taught)


def test_what_the_bot_asks_is_taught_as_harmless():
    taught = dict(likeness.lines())
    own = list(likeness.own_texts())
    assert len(own) > 500
    assert {taught[text] for text in own} == {""}


def test_the_shipped_weights_know_the_lines_that_they_were_learnt_from():
    taught = likeness.lines()[::7]
    shares = [(kind, said(hear(mended(text), shelved("safety", "harmless")))) for text, kind in taught]
    right = [
        kind == max({**found, "": 1 - sum(found.values())}.items(), key=lambda each: each[1])[0]
        for kind, found in shares
    ]
    assert sum(right) / len(right) > 0.97


def test_features_are_those_that_the_product_reads():
    runs, pieces, meant = likeness.features("Ik wil weg!")
    assert "ik wil weg" in runs
    assert "~_weg_" in pieces
    assert "=despair wish" in meant
    assert runs & weights().keys()
    assert meant & weights().keys()


def test_without_scikit_learn_it_says_what_is_missing(capsys, monkeypatch):
    def missing(name):
        raise ImportError(name)

    monkeypatch.setattr(learning, "import_module", missing)
    assert likeness.main([]) == 2
    assert "requirements/bench.txt" in capsys.readouterr().err
