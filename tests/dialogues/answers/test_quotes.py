import random
from dataclasses import replace
from datetime import date

import pytest

from dialogues import markers
from dialogues.answers.quotes import Quotable, choose, depth
from dialogues.language.words import sentences

RICH = Quotable(
    1,
    "Gisteren in de stuurgroep liep het vast over de verdeelsleutel. Ik heb het punt met een grapje doorgeschoven. "
    "Dit is de derde keer dat ik een meningsverschil dichtpraat zodra het spannend wordt in de groep. "
    "Morgen bel ik de penningmeester op.",
    "nl",
    "conflict",
    date(2026, 1, 6),
)
PATTERN = "Dit is de derde keer dat ik een meningsverschil dichtpraat zodra het spannend wordt in de groep."
PLAIN = Quotable(2, "De nieuwe intake is sinds maandag in gebruik bij ons.", "nl", "open", date(2026, 1, 8))
ENGLISH = Quotable(
    3, "I took the pen back. She let me finish the drawing alone that day.", "en", "effect", date(2026, 1, 9)
)


def texts(*answers, **more):
    return [quote.text for quote in choose(answers, **more)]


def test_the_sentence_that_tells_most_is_quoted_verbatim():
    (quote,) = choose([RICH])
    assert quote.text == PATTERN
    assert RICH.text[quote.start : quote.end] == quote.text
    assert (quote.answer, quote.on) == (1, RICH.on)


@pytest.mark.parametrize("words", ["heb ik al verteld toch", "can't right now sorry, swamped", "sorry, ik ben nu druk"])
def test_what_only_puts_off_is_never_quoted(words):
    assert texts(Quotable(5, words, "nl", "open", date(2026, 1, 9), wanted=True)) == []


def test_deeper_answers_go_first_and_kinds_differ():
    again = replace(RICH, id=4, on=date(2026, 1, 20))
    felt = replace(PLAIN, text="Ik ben blij met de nieuwe intake die sinds maandag bij ons loopt.")
    quotes = choose([felt, ENGLISH, again, RICH])
    assert [quote.answer for quote in quotes] == [1, 3, 2]


@pytest.mark.parametrize(
    "text",
    [
        "Volgende week komt de aannemer langs voor het nieuwe dak.",
        "Morgen bel ik de penningmeester op over de nieuwe verdeelsleutel.",
        "De voorzitter zei dat hij nu pas snapte wat zijn haast met anderen doet.",
    ],
)
def test_an_answer_that_tells_nothing_of_the_writer_is_quoted_only_when_it_is_wanted(text):
    assert choose([replace(PLAIN, text=text)]) == ()
    assert len(choose([replace(PLAIN, text=text, wanted=True)])) == 1


INSIGHT = "Zwijgen is voor mij ook een manier om te kiezen."
DEED = "Gisteren in de vergadering praatte ik door de stilte heen."
KEPT = "On Monday I kept silent while the budget was cut by a third."
VIEW = "The numbers on my sheet were right and my timing was dreadful."
FIRST = "I rang the donors first, before anybody else had."


@pytest.mark.parametrize(
    ("best", "language", "others"),
    [
        (INSIGHT, "nl", (DEED, "Morgen bel ik de penningmeester op.")),
        (DEED, "nl", ("De voorzitter snapt nu pas wat haar toon met ze doet.",)),
        (KEPT, "en", ("He was relieved and left the room at once.", "Tomorrow I will call the treasurer about it.")),
        (VIEW, "en", ("I rang the donors first.",)),
        (FIRST, "en", ("Perhaps our timing could have been better then.",)),
        (FIRST, "en", ("The usual round takes place in the early spring.",)),
    ],
    ids=["insight", "not another's", "deed before effect", "own view", "not what might be", "not background"],
)
def test_an_insight_goes_first_then_the_thought_at_the_end_and_then_a_deed(best, language, others):
    assert texts(replace(PLAIN, text=" ".join([*others, best]), language=language)) == [best]


@pytest.mark.parametrize("best", [FIRST, KEPT])
def test_a_deed_is_quoted_wherever_it_stands(best):
    assert texts(replace(PLAIN, text=f"{best} The usual round takes place in the early spring.", language="en")) == [
        best
    ]


def test_no_more_than_asked_for():
    assert len(choose([PLAIN, ENGLISH, RICH], limit=2)) == 2
    assert choose([]) == ()


@pytest.mark.parametrize("care", ["crisis", "danger", "report"])
def test_an_answer_that_called_for_care_is_never_quoted(care):
    assert choose([replace(RICH, care=care)]) == ()


def test_strain_may_be_given_back_to_the_leader():
    assert texts(replace(RICH, care="strain")) == [PATTERN]


@pytest.mark.parametrize(
    "text",
    [
        "Ik zag dat Farida de rest van het overleg niets meer zei.",
        "Ik heb sanne@voorbeeld.nl gemaild over de nieuwe verdeelsleutel.",
        "Te kort, dit.",
        " ".join(["woord"] * 35) + ".",
        "",
    ],
)
def test_a_sentence_with_a_name_or_of_an_odd_length_is_not_quoted(text):
    assert choose([replace(PLAIN, text=text)]) == ()


def test_the_order_of_the_answers_does_not_matter():
    answers = [RICH, PLAIN, ENGLISH, replace(ENGLISH, id=5), replace(PLAIN, id=6)]
    expected = choose(answers)
    for seed in range(5):
        shuffled = random.Random(seed).sample(answers, len(answers))
        assert choose(shuffled) == expected


def test_markers_that_are_known_already_are_not_sought_again(monkeypatch):
    answers = [RICH, PLAIN, ENGLISH]
    expected = choose(answers)
    known = [replace(each, spans=markers.find(each.text, each.language)) for each in answers]
    monkeypatch.setattr(markers, "find", None)
    assert choose(known) == expected


def test_depth_follows_from_the_markers():
    assert depth(frozenset()) == 0
    assert depth(frozenset({"event"})) == 1
    assert depth(frozenset({"effect"})) == 2
    assert depth(frozenset({"pattern", "learning"})) == 2
    assert depth(frozenset({"pattern", "effect", "intention"})) == 3


def test_words_do_not_show_in_a_log():
    assert "stuurgroep" not in repr(RICH)
    assert "derde keer" not in repr(choose([RICH]))


DICTATED = (
    "gisteren zaten we met de hele groep in het overleg over de verdeling en toen zei ik weer niets en dat vond ik "
    "achteraf heel jammer, ik merkte dat de anderen daardoor stil werden en toen liep iedereen gewoon weg"
)

OF_THE_DAY = (
    "het weer was die dag op de hei niet zo heel goed geloof ik maar de bus naar het dorp kwam gewoon op tijd aan "
    "bij de halte op het plein, de markt daar ging ook gewoon door met alle kramen van altijd"
)


def test_of_an_answer_without_full_stops_a_clause_is_quoted_verbatim() -> None:
    (quote,) = choose([Quotable(1, DICTATED, "nl", "open", date(2026, 1, 6))])
    assert quote.text == DICTATED[quote.start : quote.end]
    assert quote.text in ("en dat vond ik achteraf heel jammer", "ik merkte dat de anderen daardoor stil werden")


@pytest.mark.parametrize(
    "text",
    [
        DICTATED.replace("de anderen", "Farida en Willem"),
        " ".join(["woord"] * 40),
        OF_THE_DAY,
    ],
)
def test_a_clause_that_tells_nothing_by_itself_or_stands_beside_a_name_is_none(text: str) -> None:
    assert choose([Quotable(1, text, "nl", "open", date(2026, 1, 6), wanted=True)]) == ()


def test_a_sign_of_feeling_after_an_end_mark_belongs_to_the_sentence_before() -> None:
    text = "Het liep weer helemaal vast in de groep! 😤😤 Ik vraag nu eerst wat de ander ziet."
    assert [text[start:end] for start, end in sentences(text)] == [
        "Het liep weer helemaal vast in de groep! 😤😤",
        "Ik vraag nu eerst wat de ander ziet.",
    ]
