import re
from dataclasses import replace
from datetime import date
from typing import get_args

import pytest
from months import LIBRARY, asked, empty, in_january, wrote

from dialogues.model import LANGUAGES
from summaries.facts import Rule
from summaries.findings import Mirror, findings
from summaries.material import Material, Placed
from summaries.mirror import wording, wordings

J = in_january
ASKS = {"nl": r"\b(wat|welke?|wie|wanneer)\b", "en": r"\b(what|which|whom?|whose|when)\b"}
NEVER = {
    "nl": r"\b(waarom|hoe komt|hoezo|moet|moeten)\b|\bte (veel|weinig)\b",
    "en": r"\b(why|how come|should|must|too)\b",
}
PLACEHOLDERS = {"other_side": ["{side}"], "untouched": ["{quality}"], "echo": ["{days}"]}
LONG = "Dit is een langer antwoord van meer dan vijftien woorden over wat ik deze week zelf deed en liet gebeuren."


def answers(effects: int, longer: int) -> Material:
    """Three short answers and some longer ones, `effects` of which tell of an effect on others."""
    long = tuple(
        wrote(20 + n, J(10 + n), 20 + n, LONG, markers=frozenset({"effect"} if n < effects else ()))
        for n in range(longer)
    )
    short = tuple(wrote(n, J(n), n, "Kort antwoord.") for n in (1, 2, 3))
    everything = tuple(asked(50 + n, J(5), quality) for n, quality in enumerate(LIBRARY.qualities))
    return empty(answers=(*short, *long), asked=everything)


def question(material: Material) -> Mirror:
    (found,) = [finding for finding in findings(material, LIBRARY) if isinstance(finding, Mirror)]
    return found


def on(dilemma: str, now: list[int], before: tuple[int, ...] = ()) -> Material:
    return replace(
        answers(2, 4),
        positions=tuple(Placed(100 + n, J(5 + n), dilemma, position) for n, position in enumerate(now)),
        earlier_positions=tuple(
            Placed(200 + n, date(2025, 11, 5 + n), dilemma, position) for n, position in enumerate(before)
        ),
    )


@pytest.mark.parametrize(
    ("now", "before", "side"),
    [([1, 2, 3], (), "b"), ([7], (5, 6), "a"), ([5, 6, 7, 4], (), "a")],
)
def test_three_positions_on_one_side_and_none_on_the_other_ask_for_the_other_side(
    now: list[int], before: tuple[int, ...], side: str
) -> None:
    found = question(on("P08", now, before))
    assert (found.rule, found.about, found.side) == ("other_side", "P08", side)
    assert len(found.evidence) == len(now) + len(before)
    dilemma = LIBRARY.dilemmas["P08"]
    other = dilemma.pole_a if side == "a" else dilemma.pole_b
    assert other.label.nl in wording(found, "nl", LIBRARY)
    assert other.label.en in wording(found, "en", LIBRARY)


@pytest.mark.parametrize(("now", "before"), [([1, 2], ()), ([1, 2, 3, 5], ()), ([1], (2, 3, 6)), ([4, 4, 4, 4], ())])
def test_fewer_positions_or_both_sides_do_not(now: list[int], before: tuple[int, ...]) -> None:
    assert question(on("P08", now, before)).rule != "other_side"


def test_a_dilemma_that_did_not_come_up_this_month_is_left_in_peace() -> None:
    assert question(on("P08", [], (1, 2, 3))).rule != "other_side"


@pytest.mark.parametrize(
    ("effects", "longer", "asks"), [(0, 4, True), (1, 4, True), (2, 6, True), (2, 4, False), (0, 3, False)]
)
def test_few_effects_among_the_longer_answers_ask_who_noticed(effects: int, longer: int, asks: bool) -> None:
    found = question(answers(effects, longer))
    assert (found.rule == "noticed") is asks
    if asks:
        assert found.evidence == tuple(f"answer:{20 + n}" for n in range(longer))


def test_a_part_of_an_answer_with_the_effect_counts_for_the_whole_answer() -> None:
    month = answers(0, 4)
    told = [
        wrote(60 + n, J(20), 20 + n, "Zij werd stil.", part="followup", markers=frozenset({"effect"})) for n in (0, 1)
    ]
    assert question(replace(month, answers=(*month.answers, *told))).rule != "noticed"


def test_a_quality_without_questions_is_asked_after() -> None:
    month = replace(
        answers(2, 4), asked=tuple(asked(n, J(5), q) for n, q in enumerate(LIBRARY.qualities) if q != "resilience")
    )
    found = question(month)
    assert (found.rule, found.about) == ("untouched", "resilience")
    assert LIBRARY.qualities["resilience"].name.nl in wording(found, "nl", LIBRARY)


@pytest.mark.parametrize("change", [{}, {"asked": ()}])
def test_with_nothing_to_go_by_the_question_is_open(change: dict[str, tuple[()]]) -> None:
    found = question(replace(answers(2, 4), **change))
    assert (found.rule, found.about, found.side) == ("open", "", "")
    assert found.evidence


def test_no_wording_returns_within_a_year_and_leaders_differ() -> None:
    def variant(year: int, month: int, seed: int) -> int:
        month_of = date(year, month, 1)
        moved = tuple(replace(part, on=month_of) for part in answers(2, 4).answers)
        return question(replace(answers(2, 4), month=month_of, answers=moved, asked=(), seed=seed)).variant

    assert sorted(variant(2026, month, 3) for month in range(1, 13)) == list(range(12))
    assert len({variant(2026, 1, seed) for seed in range(12)}) == 12


def test_every_rule_has_twelve_wordings_in_each_language_that_ask_in_the_right_way() -> None:
    assert set(wordings()) == set(get_args(Rule))
    for rule, languages in wordings().items():
        assert set(languages) == set(LANGUAGES)
        for language, texts in languages.items():
            assert len(set(texts)) == (6 if rule in ("first", "year") else 12)
            for text in texts:
                assert text.endswith("?"), text
                assert text.count("?") == 1, text
                assert re.search(ASKS[language], text, re.IGNORECASE), text
                assert not re.search(NEVER[language], text, re.IGNORECASE), text
                assert re.findall(r"\{\w+\}", text) == PLACEHOLDERS.get(rule, [])
