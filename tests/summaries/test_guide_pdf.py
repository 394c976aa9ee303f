"""The guide on paper: few pages, made to be read aloud, whatever stands in the library."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from papers import A4, OURS, SEVEN, THREE, elements, fonts, keeps_the_standard, kinds, read, released, text_of

from dialogues.library import library
from dialogues.model import LANGUAGES, Language, Library, Text
from summaries.cohort.facts import Mirror
from summaries.guide import Guide, case_guide, guide
from summaries.guide.pdf import pdf

LIBRARY = library()
BOTH = pytest.mark.parametrize("language", LANGUAGES)
MIRRORS = {"none": None, "held": released("P05", ()), "three": released("P05", THREE), "seven": released("P05", SEVEN)}


@cache
def paper(item: str, language: Language, minutes: Any, mirror: str = "none") -> bytes:
    if item in LIBRARY.cases:
        return pdf(case_guide(item, language, minutes, LIBRARY))
    return pdf(guide(item, language, minutes, LIBRARY, MIRRORS[mirror]))


@BOTH
@pytest.mark.parametrize("item", [*LIBRARY.dilemmas, *LIBRARY.cases])
def test_a_guide_is_two_to_four_a4_pages_that_can_be_read_aloud(item: str, language: Language) -> None:
    document = read(paper(item, language, 90))
    assert 2 <= len(document.pages) <= 4
    assert {tuple(round(float(edge)) for edge in page.mediabox) for page in document.pages} == {A4}
    assert keeps_the_standard(document)
    root = document.trailer["/Root"]
    assert (root["/MarkInfo"]["/Marked"], root["/Lang"]) == (True, language)
    names = {**LIBRARY.dilemmas, **LIBRARY.cases}
    assert str(document.metadata["/Title"]).endswith(f": {names[item].title[language]}")


@BOTH
@pytest.mark.parametrize("mirror", MIRRORS)
@pytest.mark.parametrize("minutes", [60, 90])
def test_it_is_so_with_every_mirror_and_length(mirror: str, minutes: int, language: Language) -> None:
    document = read(paper("P05", language, minutes, mirror))
    assert len(document.pages) == 4
    assert keeps_the_standard(document)
    figures = [str(one["/Alt"]) for one in elements(document) if one.get("/S") == "/Figure"]
    assert len(figures) == (mirror in ("three", "seven"))
    assert all("%" in alt and alt.count(";") == {"three": 2, "seven": 6}[mirror] for alt in figures)


@pytest.mark.parametrize("item", ["P05", "IC-01"])
def test_it_has_one_title_then_parts_then_rounds(item: str) -> None:
    found = kinds(read(paper(item, "nl", 60)))
    headings = [kind for kind in found if kind in ("/H1", "/H2", "/H3")]
    assert headings[0] == "/H1"
    assert headings.count("/H1") == 1
    assert headings.count("/H3") == 8
    assert headings.index("/H3") > headings.index("/H2")
    assert {"/L", "/BlockQuote"} <= set(found)


@pytest.mark.parametrize(
    ("item", "last"), [("P05", "Werkblad"), ("IC-01", "Werkblad: stappenplan voor een integriteitsdilemma")]
)
def test_the_last_page_is_a_sheet_of_its_own(item: str, last: str) -> None:
    pages = read(paper(item, "nl", 60)).pages
    assert last in pages[-1].extract_text()
    assert last not in pages[-2].extract_text()


def letters(text: str) -> str:
    """A text without spaces, of which a reader of PDFs sees some that are only air."""
    return "".join(text.split())


@BOTH
@pytest.mark.parametrize("item", ["P05", "IC-02"])
def test_all_that_the_guide_says_stands_on_the_paper(item: str, language: Language) -> None:
    made = guide(item, language, 90, LIBRARY) if item == "P05" else case_guide(item, language, 90, LIBRARY)
    text = letters(text_of(read(pdf(made))))
    for part in made.parts:
        assert letters(part.title) in text
        for block in part.blocks:
            for said in (getattr(block, name, "") for name in ("text", "asks", "aim", "fear")):
                assert letters(said) in text


def test_only_our_own_fonts_are_used_and_embedded() -> None:
    used = fonts(read(paper("P05", "nl", 60, "seven")))
    assert used
    assert all(embedded and name.startswith(OURS) for name, embedded in used)


def test_the_same_guide_gives_the_same_bytes() -> None:
    assert pdf(guide("P01", "en", 60, LIBRARY)) == pdf(guide("P01", "en", 60, LIBRARY))


def test_papers_are_made_side_by_side() -> None:
    made = [guide(item, "nl", 60, LIBRARY) for item in ("P01", "P02", "P03")]
    with ThreadPoolExecutor(3) as threads:
        assert list(threads.map(pdf, made)) == [pdf(one) for one in made]


def named(text: str) -> Guide:
    """A guide about a dilemma of somebody's own library, in which every name is this text."""
    dilemma, both = LIBRARY.dilemmas["P05"], Text(text, text)
    a, b = (replace(pole, label=both, early_warning=both) for pole in (dilemma.pole_a, dilemma.pole_b))
    other = replace(dilemma, title=both, pole_a=a, pole_b=b)
    return guide("P05", "nl", 60, replace(LIBRARY, dilemmas={"P05": other}), MIRRORS["three"])


signs = st.characters() | st.sampled_from("a 1\u200d\ufe0f\u20e3\u0301👍🏽🏳🇳🇱\u05d0\u0627\u202e□")


@settings(max_examples=10, deadline=None, derandomize=True)
@given(st.text(signs, min_size=1, max_size=80).filter(str.strip))
def test_with_any_signs_there_is_a_guide_that_keeps_the_standard(text: str) -> None:
    assert keeps_the_standard(read(pdf(named(text))))


def test_no_text_becomes_markup() -> None:
    text = '#panic("x") *vet* _schuin_ $ 1/0 $ = kop \\ <label> @ref'
    assert text in text_of(read(pdf(named(text))))


def longer(library_: Library, times: int) -> Library:
    """The same library with what is read aloud so many times over."""
    said = library_.guide.paradox
    rounds = tuple(
        replace(one, aloud=Text(" ".join([one.aloud.nl] * times), " ".join([one.aloud.en] * times)))
        for one in said.rounds
    )
    return replace(library_, guide=replace(library_.guide, paradox=replace(said, rounds=rounds)))


@pytest.mark.parametrize(("times", "pages"), [(2, 4), (4, 6)])
def test_longer_texts_get_smaller_and_then_take_another_page(times: int, pages: int) -> None:
    document = read(pdf(guide("P05", "nl", 90, longer(LIBRARY, times), MIRRORS["seven"])))
    assert 4 <= len(document.pages) <= pages
    assert keeps_the_standard(document)
    assert "Werkblad" in document.pages[-1].extract_text()


def test_a_mirror_of_another_kind_leaves_the_paper_as_it_was() -> None:
    empty = Mirror(released("P05", ()).first, released("P05", ()).last, 40)
    assert pdf(guide("P05", "nl", 60, LIBRARY, empty)) == paper("P05", "nl", 60, "held")
