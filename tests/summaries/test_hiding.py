import re
from dataclasses import replace
from html import unescape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from months import LIBRARY, NAMES, in_january, made, material, rich, shuffled, wrote

from dialogues.model import LANGUAGES
from summaries.alt import alt_text
from summaries.facts import Mirror, Rhythm, Year, counted
from summaries.findings import findings
from summaries.hiding import ids, without
from summaries.letter import letter, plain, traced
from summaries.material import Chosen, Material
from summaries.wording import shown

J = in_january
EVERY = pytest.mark.parametrize("name", NAMES)


@EVERY
def test_each_line_has_an_id_of_its_own_that_is_short_and_tells_nothing(name: str) -> None:
    named = ids(made(name))
    assert len(set(named)) == len(named)
    for one in named:
        assert len(one) <= 40
        assert re.fullmatch(r"[\w.:-]+", one, re.ASCII)
        assert not any(word in one for word in ("haast", "reflex", "bedding"))


@EVERY
def test_the_ids_stay_the_same_when_the_letter_is_made_again(name: str) -> None:
    assert ids(made(name, shuffled(material(name), 7))) == ids(made(name))


def test_a_sentence_keeps_its_id_in_another_letter_and_a_figure_does_not() -> None:
    month, later = made("rich"), made("year")
    assert "words.13" in {*ids(month)} & {*ids(later)}
    assert "2026-01.coverage" in ids(month)
    assert "2026-01_2026-12.coverage" in ids(later)
    assert "first.tension.P08" in ids(made("first"))


@EVERY
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_line_can_be_traced_to_what_it_rests_on(name: str, language: str) -> None:
    found = made(name)
    lines = traced(found, language, LIBRARY)
    assert {line.id for line in lines} == {*ids(found)}
    evidence = dict(zip(ids(found), (counted(one.evidence, found) for one in found), strict=True))
    text = plain(found, language, LIBRARY)
    for line in lines:
        assert line.evidence == evidence[line.id]
        assert line.text
        own = re.findall("«.*?»", line.text)
        assert all(quote in text for quote in own)
    assert repr(lines).count("«") == 0


def test_an_answer_of_several_parts_is_counted_once_wherever_it_is_counted() -> None:
    parts = [wrote(n, J(6 + n // 2), n // 2, f"Ik vroeg {n} keer door.") for n in range(2, 10)]
    month = replace(rich(), asked=(), answers=tuple(parts), links=(), told=(), until=J(20))
    lines = [line for line in traced(findings(month, LIBRARY), "nl", LIBRARY) if line.id.endswith(("rhythm", "mirror"))]
    assert next(line.basis.split(",")[0] for line in lines if "answer:2" in line.evidence) == "4 antwoorden"
    assert "Deze maand loopt nog; dit gaat tot en met 20 januari." in lines[0].text


def test_a_line_tells_in_words_how_much_it_rests_on() -> None:
    def basis(line: str, language: str) -> str:
        return next(one.basis for one in traced(made("rich"), language, LIBRARY) if one.id == line)

    assert basis("2026-01.rhythm", "nl") == "6 antwoorden, 8 vragen"
    assert basis("2026-01.tension.P08", "nl") == "1 antwoord, 2 tikken"
    assert basis("echo.601", "nl") == "2 antwoorden, 1 verband"
    assert basis("2026-01.intentions", "en") == "1 answer, 3 intentions"


@EVERY
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_hidden_line_is_gone_from_every_form(name: str, language: str) -> None:
    found = made(name)
    opens = ids(found)[0]
    for line in traced(found, language, LIBRARY):
        hidden = frozenset({line.id})
        left = traced(found, language, LIBRARY, hidden=hidden)
        if line.id != opens:
            assert line.id not in {one.id for one in left}
        for quote in re.findall("«(.*?)»", line.text):
            assert f"«{quote}»" not in plain(found, language, LIBRARY, hidden=hidden)
            assert f"«{quote}»" not in unescape(letter(found, language, LIBRARY, hidden=hidden))
        assert len(alt_text(without(found, hidden), language, LIBRARY)) <= len(alt_text(found, language, LIBRARY))


@EVERY
@given(data=st.data())
@settings(max_examples=15, deadline=None)
def test_whatever_is_hidden_the_letter_still_reads_and_hiding_is_final(name: str, data: st.DataObject) -> None:
    found = made(name)
    hidden = frozenset(data.draw(st.sets(st.sampled_from(ids(found)))))
    left = without(found, hidden)
    assert not hidden & {*ids(left)[1:]}
    assert without(left, hidden) == left
    assert letter(found, "nl", LIBRARY, hidden=hidden) == letter(left, "nl", LIBRARY)
    everything = frozenset(ids(found))
    assert "«" not in letter(found, "nl", LIBRARY, hidden=everything)


def test_what_opens_a_letter_stays_without_its_figures() -> None:
    (rhythm, *_) = without(made("rich"), {"2026-01.rhythm"})
    assert rhythm == Rhythm(J(1), 0, 0, 0, 0, 0, (), met=rhythm.met)
    text = plain(made("rich"), "nl", LIBRARY, hidden={"2026-01.rhythm"})
    assert text.startswith("Jouw januari\nDit zijn je eigen woorden")
    (opened, *_) = without(made("year"), {"2026-01_2026-12.year"})
    assert isinstance(opened, Year)
    assert (opened.asked, opened.months) == (0, ())
    assert "Van 1 januari 2026 tot en met 31 december 2026. Dit zijn" in plain((opened,), "nl", LIBRARY)


@pytest.mark.parametrize(
    ("name", "rule", "ground"),
    [
        ("rich", "echo", "echo.601"),
        ("one_sided", "other_side", "2026-01.tension.P08"),
        ("strained", "heavy", "2026-03.strained"),
        ("sparse", "untouched", "2026-01.coverage"),
    ],
)
def test_a_question_goes_with_what_it_rests_on(name: str, rule: str, ground: str) -> None:
    def question(hidden: frozenset[str]) -> Mirror:
        (found,) = [one for one in without(made(name), hidden) if isinstance(one, Mirror)]
        return found

    before, after = question(frozenset()), question(frozenset({ground}))
    assert before.rule == rule
    assert after == replace(before, rule="open", about="", side="", days=())
    assert question(frozenset({"2026-01.moods.mood"})) == before


def test_a_hidden_sentence_is_not_chosen_for_the_year() -> None:
    def sentences(month: Material) -> list[str]:
        return [one.text for one in made("year", month) if one.kind == "own_words"]

    month = material("year")
    assert "Wat ik zorg noem, noemt mijn bestuur controle." in sentences(month)
    left = sentences(replace(month, hidden=frozenset({"words.1001"})))
    assert "Wat ik zorg noem, noemt mijn bestuur controle." not in left
    assert len(left) == 3  # another takes its place


def test_only_whole_sentences_that_still_stand_there_and_name_nobody_are_chosen_for_the_year() -> None:
    def sentences(*chosen: Chosen) -> list[str]:
        return [one.text for one in made("year", replace(material("year"), chosen=chosen)) if one.kind == "own_words"]

    assert sentences(Chosen(13, "Sussen is voor mij een")) == []
    assert sentences(Chosen(13, "Dat schreef ik nooit.")) == []
    kwaad = Chosen(13, "Ik was achteraf vooral kwaad op mezelf.", picked=1)
    reflex = Chosen(13, "Sussen is voor mij een reflex en geen keuze.")
    assert sentences(reflex, kwaad) == [kwaad.text]  # of one answer the one that was picked
    assert sentences(Chosen(99, "Sussen is voor mij een reflex en geen keuze.")) == []
    assert sentences(Chosen(15, "Daarna werd het stil, en juist dat hielp ons verder.")) == []
    assert sentences(Chosen(13, "Sussen  is voor mij een reflex en geen keuze. ")) == [
        "Sussen is voor mij een reflex en geen keuze."
    ]


# --- what was deleted, hidden or flagged ----------------------------------------------------------------------------


@EVERY
@given(data=st.data())
@settings(max_examples=15, deadline=None)
def test_deleted_answers_take_their_words_and_their_weight_with_them(name: str, data: st.DataObject) -> None:
    whole = material(name)
    gone = data.draw(st.sets(st.sampled_from(whole.answers)))
    stays = tuple(part for part in whole.answers if part not in gone)
    meant = tuple(one for one in whole.intentions if one.answer not in {part.id for part in gone})
    left = made(name, replace(whole, answers=stays, intentions=meant))
    rests_on = {reference for one in left for reference in one.evidence}
    assert not rests_on & {f"answer:{part.id}" for part in gone}
    text = plain(left, "nl", LIBRARY) if left else ""
    for part in gone:
        for sentence in re.split(r"(?<=[.!?]) ", part.text):
            assert f"«{shown(sentence)}»" not in text


@pytest.mark.parametrize("care", ["crisis", "danger", "report"])
@EVERY
def test_a_flagged_answer_counts_nowhere(name: str, care: str) -> None:
    whole = material(name)
    for part in whole.answers:
        flagged = replace(
            whole, answers=tuple(replace(one, care=care) if one.id == part.id else one for one in whole.answers)
        )
        same = [one for one in whole.answers if one.id == part.id or part.prompt in (one.prompt, None)]
        together = {one.id for one in whole.answers if one.prompt == part.prompt is not None} | {part.id}
        rests_on = {reference for one in made(name, flagged) for reference in one.evidence}
        assert same
        assert not rests_on & {f"answer:{number}" for number in together}
        assert f"prompt:{part.prompt}" not in rests_on


def test_a_withheld_prompt_counts_nowhere_with_its_taps_of_now_and_before() -> None:
    whole = rich()
    tapped = replace(whole, taps=tuple(replace(tap, prompt=2) for tap in whole.taps[:4]) + whole.taps[4:])
    left = findings(replace(tapped, withheld=frozenset({2, 3, 90})), LIBRARY)
    rests_on = {reference for one in left for reference in one.evidence}
    gone = {"prompt:2", "prompt:3", "answer:12", "answer:17", "answer:13", "tap:301", "tap:290", "tap:501", "tap:502"}
    assert not rests_on & (gone | {f"tap:{tap.id}" for tap in whole.taps[:4]})
    assert "echo:601" not in rests_on  # one of its two answers is gone
