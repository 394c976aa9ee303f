import re
from dataclasses import replace
from datetime import date
from typing import get_args

import pytest
from months import LIBRARY, asked, empty, in_january, wrote

from dialogues.model import LANGUAGES
from summaries.facts import Rule
from summaries.findings import Mirror, findings
from summaries.hiding import ids, without
from summaries.material import Intended, Linked, Material, Placed, Told
from summaries.mirror import SUCCESSES, plainly, wording, wordings

J = in_january
ASKS = {"nl": r"\b(wat|welke?|wie|wanneer)\b", "en": r"\b(what|which|whom?|whose|when)\b"}
NEVER = {
    "nl": r"\b(waarom|hoe komt|hoezo|moet|moeten)\b|\bte (veel|weinig)\b",
    "en": r"\b(why|how come|should|must|too)\b",
}
PLACEHOLDERS = {
    "other_side": ["{side}"],
    "own_part": ["{when}"],
    "unfinished": ["{intention}"],
    "untouched": ["{quality}"],
    "echo": ["{days}"],
}
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
            assert len(set(texts)) == (6 if rule in ("heavy", "first", "year", "programme") else 12)
            for text in texts:
                assert text.endswith("?"), text
                assert text.count("?") == 1, text
                assert re.search(ASKS[language], text, re.IGNORECASE), text
                assert not re.search(NEVER[language], text, re.IGNORECASE), text
                assert [found for found in re.findall(r"\{\w+\}", text) if found != "{own}"] == PLACEHOLDERS.get(
                    rule, []
                )


def test_two_moments_that_were_linked_are_asked_about_before_all_else() -> None:
    month = replace(on("P08", [1, 2, 3]), links=(Linked(7, J(20), 20, 22),))
    found = question(month)
    assert (found.rule, found.about, found.days) == ("echo", "7", (J(10), J(12)))
    assert found.evidence == ("answer:20", "answer:22", "echo:7")
    assert "10 en 12 januari" in wording(found, "nl", LIBRARY)
    assert "10 and 12 January" in wording(found, "en", LIBRARY)


def intended(*states: tuple[str, int]) -> Material:
    made = tuple(Intended(n, J(5), f"Zin {n}.", state, unfinished=times) for n, (state, times) in enumerate(states))
    return replace(answers(2, 4), intentions=made)


@pytest.mark.parametrize(
    ("states", "asks"),
    [
        ((("not", 0), ("partly", 0)), True),
        ((("open", 2),), True),
        ((("partly", 1), ("open", 1)), True),
        ((("not", 1), ("done", 3)), False),
        ((("open", 0), ("open", 0), ("dropped", 2)), False),
        ((("open", 1),), False),
    ],
)
def test_what_was_twice_unfinished_is_asked_about(states: tuple[tuple[str, int], ...], asks: bool) -> None:
    found = question(intended(*states))
    assert (found.rule == "unfinished") is asks
    if asks:
        assert all(reference.startswith("intention:") for reference in found.evidence)


def success(markers: set[str], item: str = "RF-08", told: tuple[Told, ...] = ()) -> Mirror:
    month = answers(2, 4)
    told_of = wrote(70, J(21), 70, LONG, item=item, markers=frozenset(markers))
    return question(replace(month, answers=(*month.answers, told_of), asked=(), told=told))


def test_a_success_told_without_an_own_part_asks_for_what_drove_it() -> None:
    assert success({"event"}).rule == "own_part"
    assert success({"event"}).evidence == ("answer:70",)
    assert success({"own_role"}).rule == "open"
    assert success({"event"}, item="RF-01").rule == "open"
    assert success({"event"}, told=(Told(1, J(21), 70, "own_role", "yes"),)).rule == "open"


def test_a_success_and_an_intention_are_asked_about_by_their_day() -> None:
    worked, meant = success({"event"}), question(intended(("not", 0), ("partly", 0)))
    assert (worked.days, meant.days) == ((J(21),), (J(5),))
    assert wording(worked, "nl", LIBRARY).startswith("Op 21 januari schreef je over iets wat lukte. W")
    assert wording(worked, "en", LIBRARY).startswith("On 21 January you wrote about something that worked. W")
    assert "je voornemen van 5 januari" in wording(meant, "nl", LIBRARY)
    assert "your intention of 5 January" in wording(meant, "en", LIBRARY)
    assert wording(replace(worked, days=()), "nl", LIBRARY).startswith("Deze maand schreef je")
    assert "{" not in wording(replace(meant, days=()), "en", LIBRARY)


def test_the_last_wording_names_the_side_taken_before_the_other() -> None:
    found = replace(question(on("P08", [1, 2, 3])), variant=11)
    dilemma = LIBRARY.dilemmas["P08"]
    assert wording(found, "nl", LIBRARY) == (
        f"Wanneer is ‘{dilemma.pole_a.label.nl}’ genoeg geweest, en is het tijd voor ‘{dilemma.pole_b.label.nl}’?"
    )


def test_a_strained_month_asks_nothing_that_pushes() -> None:
    stuck = replace(on("P08", [1, 2, 3]), intentions=intended(("not", 1), ("partly", 1)).intentions)
    few = replace(stuck, answers=answers(0, 4).answers)
    heavy = replace(few, answers=(replace(few.answers[0], care="strain"), *few.answers[1:]), strained_on=J(1))
    assert question(few).rule != "heavy"
    found = findings(heavy, LIBRARY)
    assert question(heavy).rule == "heavy"
    assert "missing" not in [one.kind for one in found]
    strain = next(name for name, one in zip(ids(found), found, strict=True) if one.kind == "strained")
    (left,) = [one for one in without(found, {strain}) if isinstance(one, Mirror)]
    assert left.rule == "open", "a hidden line takes its question along"


def test_the_questions_about_what_went_well_are_in_the_library() -> None:
    assert set(LIBRARY.questions) >= SUCCESSES


@pytest.mark.parametrize("rule", get_args(Rule))
@pytest.mark.parametrize("seed", [0, 7, 2**40])
def test_no_wording_of_a_rule_is_repeated_within_six_months(rule: Rule, seed: int) -> None:
    months = [date(2026 + number // 12, number % 12 + 1, 1) for number in range(9, 9 + 6)]
    variants = [plainly(replace(answers(2, 4), month=month, seed=seed), rule).variant for month in months]
    assert len(set(variants)) == 6
