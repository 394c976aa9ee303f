from dataclasses import replace
from datetime import date

import pytest
from months import LIBRARY, empty, in_january, made, wrote

from dialogues.asking.own_questions import as_item
from dialogues.model import Text
from summaries.facts import Returning
from summaries.findings import findings
from summaries.material import Material
from summaries.returning import returning_words

J = in_january
WEEKS = (6, 13, 20, 27)


def month(*texts: str, days: tuple[int, ...] = WEEKS, **more: object) -> Material:
    return empty(
        answers=tuple(
            wrote(10 + n, J(day), n, text, **more) for n, (day, text) in enumerate(zip(days, texts, strict=True))
        )
    )


def words(*texts: str, days: tuple[int, ...] = WEEKS, **more: object) -> list[str]:
    return [found.word for found in returning_words(month(*texts, days=days, **more), LIBRARY)]


def test_a_word_in_three_answers_of_three_weeks_came_back_in_whatever_form() -> None:
    texts = ("Die cijfers weer.", "Ik las elk cijfer na.", "Cijfers geven mij houvast.", "Niets bijzonders.")
    (found,) = returning_words(month(*texts), LIBRARY)
    assert found.word == "cijfers"
    assert found.days == (J(6), J(13), J(20))
    assert found.evidence == ("answer:10", "answer:11", "answer:12")
    assert found.met == "3 answers in 3 weeks"
    assert "cijfer" not in repr(found)
    assert "cijfer" not in found.key


@pytest.mark.parametrize(
    ("texts", "days"),
    [
        (("Haast.", "Haast.", "Rustig aan."), (6, 13, 20)),  # two answers
        (("Haast.", "Haast.", "Haast."), (6, 7, 13)),  # two weeks
        (("Haast en haast en haast.", "Niets.", "Niets."), (6, 13, 20)),  # one answer
    ],
)
def test_less_is_no_return(texts: tuple[str, ...], days: tuple[int, ...]) -> None:
    assert words(*texts, days=days) == []


def test_the_parts_of_one_answer_count_once() -> None:
    answers = tuple(wrote(n, J(6 + 7 * n), 1, "Haast.", part="followup") for n in range(3))
    assert returning_words(empty(answers=answers), LIBRARY) == ()


@pytest.mark.parametrize(
    "texts",
    [
        ("Ik vond het goed.", "Het was goed zo.", "Heel goed gedaan."),
        ("Ik sprak Farida.", "Toen kwam Farida binnen.", "Farida zei niets."),
        ("Wij en Rabobank.", "Weer bij Rabobank.", "Naar Rabobank toe."),
        ("Het overleg liep uit.", "Overleg over overleg.", "Ons overleg."),
        ("Om 12 en 14.", "Weer 12.", "Op 12."),
    ],
    ids=["common", "a person", "another name", "of every week", "figures"],
)
def test_common_words_and_names_never_come_back(texts: tuple[str, ...]) -> None:
    assert words(*texts, days=WEEKS[:3]) == []


def test_a_word_of_the_question_is_not_the_leaders_own() -> None:
    texts = ("Het vertrouwen groeit.", "Vertrouwen is er.", "Weinig vertrouwen nog.")
    assert words(*texts, days=WEEKS[:3], item="SM-01") == ["vertrouwen"]
    assert words(*texts, days=WEEKS[:3], item="RE-03") == []
    assert words(*texts, days=WEEKS[:3], kind="paradox", item="P04") == []


def test_a_word_of_a_facilitators_own_question_is_not_the_leaders_own_either() -> None:
    texts = ("Moed was er niet.", "Mijn moed zakte.", "Iets van moed kwam terug.")
    asked = as_item(7, Text("Wanneer had jij moed nodig?", "When did you need courage?"))
    answers = month(*texts, days=WEEKS[:3], item=asked.id)
    assert [found.word for found in returning_words(answers, LIBRARY)] == ["moed"]
    assert returning_words(replace(answers, others=(asked,)), LIBRARY) == ()
    elsewhere = month(*texts, days=WEEKS[:3], item="SM-01")
    assert [found.word for found in returning_words(replace(elsewhere, others=(asked,)), LIBRARY)] == ["moed"]


def test_a_word_of_a_general_follow_up_is_not_the_leaders_own_where_it_was_asked() -> None:
    texts = ("Mijn tempo lag laag.", "Een rustig tempo.", "Tempo maken.")
    assert words(*texts, days=WEEKS[:3], item="SM-01") == ["tempo"]
    assert words(*texts, days=WEEKS[:3], item="SM-01", part="followup") == []


def test_many_answers_ask_for_four_weeks() -> None:
    filler = tuple(f"Bericht {letter}." for letter in "abcdefghijk")
    days = (*WEEKS[:3], *range(1, 12))
    assert words("Haast.", "Haast.", "Haast.", *filler, days=days) == ["haast"]
    assert words("Haast.", "Haast.", "Haast.", *filler, "Nog een.", days=(*days, 28)) == []
    assert words("Haast.", "Haast.", "Haast.", *filler, "Haast.", days=(*days, 28)) == ["haast"]


def test_at_most_three_words_the_most_frequent_first() -> None:
    each = "Haast, twijfel, trots en wrok."
    assert words(each, each, each, "Wrok.") == ["wrok", "haast", "trots"]


def test_the_word_is_shown_as_the_leader_mostly_wrote_it() -> None:
    assert words("Een grens.", "Mijn grenzen.", "De grenzen.", "Die grens, die grenzen.") == ["grens"]


def test_each_word_has_a_key_that_differs_by_leader_and_stays() -> None:
    (found,) = [one for one in made("bilingual") if isinstance(one, Returning)]
    assert found.word == "haast"
    other = empty(answers=tuple(wrote(n, date(2026, 1, day), n, "Haast.") for n, day in enumerate(WEEKS)), seed=99)
    (again,) = [one for one in findings(other, LIBRARY) if isinstance(one, Returning)]
    assert again.key != found.key
