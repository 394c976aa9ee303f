from dataclasses import replace

import pytest
from months import LIBRARY, empty, in_january, rich, wrote

from dialogues import markers
from summaries.facts import Mirror, Missing, Moves
from summaries.findings import findings
from summaries.letter import letter, plain
from summaries.material import Linked, Material, Told
from summaries.moves import missing, moves
from summaries.sifting import usable

J = in_january
LONG = "Dit is een langer antwoord van meer dan vijftien woorden over wat ik deze week zelf deed en liet gebeuren."
OPEN = Mirror("open", 0, "", "", ("answer:1",))


def month(*marked: set[str], told: tuple[Told, ...] = ()) -> Material:
    return empty(
        answers=tuple(wrote(10 + n, J(3 + n), n, LONG, markers=frozenset(m)) for n, m in enumerate(marked)), told=told
    )


def of(*marked: set[str], told: tuple[Told, ...] = ()) -> Moves:
    (found,) = moves(usable(month(*marked, told=told)))
    return found


def test_moves_are_counted_per_longer_answer_with_its_parts_together() -> None:
    found = of({"feeling", "effect"}, {"feeling"}, {"intention", "own_role", "event"})
    assert (found.longer, found.feeling, found.own_role, found.effect, found.intention) == (3, 2, 1, 1, 1)
    assert found.evidence == ("answer:10", "answer:11", "answer:12")
    parts = tuple(wrote(20 + n, J(9), 9, LONG, markers=frozenset({"feeling"})) for n in range(3))
    two = (wrote(30, J(9), 7, LONG), wrote(31, J(9), 8, LONG))
    (found,) = moves(empty(answers=(*parts, *two)))
    assert (found.longer, found.feeling) == (3, 1)


def test_it_is_known_by_which_version_of_the_rules_they_were_heard() -> None:
    assert of({"effect"}, {"effect"}, {"effect"}).rules == markers.RULES


def test_of_two_longer_answers_nothing_is_said() -> None:
    assert moves(month({"feeling"}, {"feeling"})) == ()
    short = tuple(wrote(n, J(5), n, "Kort.", markers=frozenset({"feeling"})) for n in range(5))
    assert moves(empty(answers=short)) == ()


def test_what_the_leader_told_outranks_what_a_rule_heard() -> None:
    told = (
        Told(1, J(3), 0, "feeling", "no"),
        Told(2, J(4), 1, "effect", "yes"),
        Told(3, J(5), 2, "intention", "unsure"),
    )
    found = of({"feeling"}, {"feeling"}, {"intention"}, told=told)
    assert (found.feeling, found.effect, found.intention) == (1, 1, 1)
    assert {"tap:1", "tap:2", "tap:3"} <= set(found.evidence)


def test_insights_and_returns_are_what_was_tapped_never_what_was_heard() -> None:
    assert (of(*[{"learning", "pattern"}] * 3).insights, of(*[{"learning", "pattern"}] * 3).returns) == (0, 0)
    told = (
        Told(1, J(3), 0, "learning", "yes"),
        Told(2, J(3), 0, "pattern", "no"),
        Told(3, J(4), 1, "pattern", "yes"),
        Told(4, J(5), 2, "learning", "unsure"),
    )
    found = of(set(), set(), set(), told=told)
    assert (found.insights, found.returns) == (1, 1)
    text = plain(findings(month(set(), set(), set(), told=told), LIBRARY), "nl", LIBRARY)
    assert "Zelf getikt: nieuw inzicht 1× · herkend van eerder 1×" in text
    assert "langere antwoorden" not in text  # nothing was heard: that says nothing


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ([{"own_role"}] * 3 + [{"own_role", "effect"}], ("effect", "own_role", 1)),
        ([{"feeling", "effect"}] * 4, ("own_role", "feeling", 0)),
        ([{"own_role"}] * 3, None),  # too few
        ([{"own_role", "effect"}] * 2 + [{"own_role"}] * 2, None),  # not seldom
        ([set()] * 4, None),  # nothing beside it
    ],
)
def test_only_an_own_part_or_an_effect_that_was_seldom_there_is_named(
    marked: list[set[str]], expected: tuple[str, str, int] | None
) -> None:
    named = missing(moves(month(*marked)), OPEN)
    assert [(one.marker, one.beside, one.held) for one in named] == ([expected] if expected else [])


def test_what_the_question_asks_is_not_named_too() -> None:
    few = month(*[{"own_role"}] * 4)
    assert [one.kind for one in findings(few, LIBRARY) if isinstance(one, Missing)] == []
    assert missing(moves(few), replace(OPEN, rule="noticed")) == ()
    told = month(*[{"feeling", "effect"}] * 4)
    assert missing(moves(told), replace(OPEN, rule="own_part")) == ()


def test_two_answers_of_one_day_that_were_linked_are_told_as_such_and_not_asked_about() -> None:
    linked = replace(
        rich(),
        answers=tuple(replace(part, on=J(13)) if part.id == 11 else part for part in rich().answers),
        links=(Linked(601, J(13), 11, 13),),
    )
    found = findings(linked, LIBRARY)
    assert "Jij gaf aan dat twee antwoorden van 13 januari bij elkaar horen." in letter(found, "nl", LIBRARY)
    assert "two answers of 13 January" in letter(found, "en", LIBRARY)
    assert found[-1].rule != "echo"


@pytest.mark.parametrize("change", [{"links": ()}, {"links": (Linked(601, J(13), 99, 13),)}, {"answers": 11}])
def test_a_link_is_told_only_with_both_answers_there(change: dict) -> None:
    if "answers" in change:
        change = {"answers": tuple(part for part in rich().answers if part.id != change["answers"])}
    assert "bij elkaar horen" not in letter(findings(replace(rich(), **change), LIBRARY), "nl", LIBRARY)


def test_the_latest_correction_is_given_back_whole_or_only_mentioned() -> None:
    def text(*corrections: str, **more: object) -> str:
        parts = tuple(
            wrote(70 + n, J(2 + n), None, words, part="correction", **more) for n, words in enumerate(corrections)
        )
        answers = tuple(part for part in rich().answers if part.part != "correction")
        return plain(findings(replace(rich(), answers=(*answers, *parts)), LIBRARY), "nl", LIBRARY)

    assert "vorige terugblik" not in text()
    both = text("Dit klopt niet.", "Het ging over rust.")
    assert "«Het ging over rust.»\n3 januari" in both
    assert "Dit klopt niet." not in both
    for hidden in (text("Het was Farida die dat zei."), text("Iets.", named=True), text("woord " * 40)):
        assert "Over je vorige terugblik schreef je\nJouw woorden gaan voor de mijne." in hidden
    assert "schreef 1 losse gedachte," in both  # a correction is no thought
