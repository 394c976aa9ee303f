"""Which earlier answer may come back: the leader's own, safe to quote, old enough, and for a reason one can tell."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from dialogues.answers.echoes import Likely, Past, choose, earlier_of, quotable, shared, today_of, welcome
from dialogues.asking import rhythm
from dialogues.library import library
from dialogues.people import Answer, Echo, Leader, Memory, Prompt, Wishes

NOW = datetime(2026, 11, 3, 9, 0, tzinfo=UTC)
LIBRARY = library()
OWN = "Ik zei in het overleg niets over de verdeelsleutel en liet de partners het zonder mij uitvechten."
PLAIN = "De nieuwe verdeelsleutel ging gisteren zonder veel gedoe door de vergadering van de alliantie heen."
TODAY = "Vandaag liet ik het gesprek over het budget lopen en ik zei pas iets toen het te laat was."
SAME, OTHER = "SM-01", "RF-03"  # two questions about different qualities


def leader(**changes):
    known = Leader(7, 7001, "nl", "active", rhythm.default("standard", "nl", "Europe/Amsterdam", "nl"))
    return replace(known, **changes)


def prompt(number, kind="question", item=SAME):
    asked = NOW - timedelta(days=30)
    return Prompt(number, 7, 1, kind, item, "1", f"s{number}", "answered", "done", asked, asked + timedelta(days=5))


def answer(number, text=OWN, days=10, **changes):
    return replace(Answer(number, 7, number, "answer", text, "nl", NOW - timedelta(days=days)), **changes)


def past(*answers, prompts=(), offered=(), returning=()):
    """Today's answer (1, to question 1) and earlier ones, each to a question of the same number unless said."""
    known = {1: prompt(1)} | {each.prompt: prompt(each.prompt) for each in answers if each.prompt}
    known |= {each.id: each for each in prompts}
    return Past([*answers, answer(1, TODAY, days=0)], known, offered, frozenset(returning))


def chosen(kept, **more):
    today = today_of(1, kept, LIBRARY, NOW)
    return choose(today, earlier_of(kept, LIBRARY), **more)


def test_an_earlier_answer_about_the_same_quality_comes_back():
    assert chosen(past(answer(2))) == Likely(answer(2), "quality")


def test_what_was_asked_about_another_quality_does_not():
    assert chosen(past(answer(2), prompts=[prompt(2, item=OTHER)])) is None


@pytest.mark.parametrize("text", [PLAIN, "Ik zei toen helemaal niets over de verdeelsleutel."])
def test_the_same_quality_takes_an_answer_of_fifteen_words_about_ones_own_part(text):
    assert chosen(past(answer(2, text))) is None


def test_the_same_paradox_goes_before_what_returns_and_that_before_the_same_quality():
    paradox = [prompt(1, "paradox", "P04"), prompt(3, "paradox_revisit", "P04"), prompt(4, "paradox", "P08")]
    kept = past(answer(2), answer(3, days=20), answer(4, days=8), prompts=paradox, returning=[2])
    assert chosen(kept) == Likely(answer(3, days=20), "paradox")
    kept = past(answer(2, days=9), answer(3, days=20), prompts=[prompt(3, item=OTHER)], returning=[3])
    assert chosen(kept) == Likely(answer(3, days=20), "pattern")


def test_what_the_leader_said_belongs_together_counts_as_returning():
    offered = [Echo(90, 7, 2, 3, "quality", NOW - timedelta(weeks=20), "yes")]
    elsewhere = [prompt(2, item=OTHER), prompt(3, item=OTHER)]
    found = chosen(past(answer(2, days=200), answer(3, days=190), prompts=elsewhere, offered=offered))
    assert found == Likely(answer(3, days=190), "pattern")
    rejected = [replace(offered[0], verdict="no")]
    assert chosen(past(answer(2, days=200), answer(3, days=190), prompts=elsewhere, offered=rejected)) is None


def test_what_returns_must_touch_today_by_its_quality_or_by_what_the_leader_does():
    assert chosen(past(answer(2, PLAIN), returning=[2])).why == "pattern"
    assert chosen(past(answer(2, PLAIN), prompts=[prompt(2, item=OTHER)], returning=[2])) is None


def test_of_several_the_latest_comes_back():
    assert chosen(past(answer(2, days=30), answer(3, days=12), answer(4, days=90))).earlier.id == 3


@pytest.mark.parametrize(("days", "comes"), [(6, False), (7, True)])
def test_an_answer_is_a_week_old_before_it_comes_back(days, comes):
    assert (chosen(past(answer(2, days=days))) is not None) == comes


@pytest.mark.parametrize(
    "changes",
    [
        {"state": "hidden"},
        {"state": "withdrawn"},
        {"state": "held"},
        {"care": "strain"},
        {"care": "crisis"},
        {"named": True},
        {"part": "correction"},
        {"part": "thought"},
        {"leader": 8},
        {"prompt": 1},
        {"prompt": None},
    ],
)
def test_what_is_hidden_held_worrying_named_or_not_an_answer_of_this_leader_never_comes_back(changes):
    assert chosen(past(answer(2, **changes))) is None


def test_another_way_of_ranking_never_sees_what_may_not_come_back():
    seen = []

    def rank(today, earlier):
        seen.extend(one.answer.id for one in earlier)
        return [Likely(one.answer, "pattern") for one in earlier]

    kept = past(answer(2, state="hidden"), answer(3, leader=8), answer(4, "Kort."), answer(5, PLAIN))
    assert chosen(kept, rank=rank) == Likely(answer(5, PLAIN), "pattern")
    assert seen == [4, 5]


@pytest.mark.parametrize(("weeks", "comes"), [(7, False), (8, True)])
def test_the_same_answer_comes_back_once_in_eight_weeks(weeks, comes):
    offered = [Echo(90, 7, 2, 3, "quality", NOW - timedelta(weeks=weeks))]
    assert (chosen(past(answer(2), offered=offered)) is not None) == comes


def test_an_answer_without_a_sentence_to_quote_stays_where_it_is():
    assert chosen(past(answer(2, " ".join(["ik zei niets en liet het lopen"] * 8)))) is None


def test_a_sentence_is_quoted_as_it_was_written():
    quote = quotable(answer(2, "Kort. " + OWN))
    assert quote.text == OWN
    assert quotable(answer(2, state="hidden")) is None
    assert quotable(answer(2, "Kort.")) is None


def test_a_sentence_with_somebodys_name_is_not_the_one_that_is_quoted():
    text = "Jan de Vries liet mij in het overleg niet uitpraten en ik zei niets. Daarna liet ik het maar zo."
    assert quotable(answer(2, text)).text == "Daarna liet ik het maar zo."


def test_an_echo_stands_beside_the_longest_of_what_was_said():
    kept = past(answer(3, "Kort.", days=0, prompt=1))
    today = today_of(1, kept, LIBRARY, NOW)
    assert today.said.answer.id == 1
    assert today.text == f"Kort.\n{TODAY}"


def test_nothing_comes_back_beside_an_answer_that_is_gone():
    assert today_of(5, past(), LIBRARY, NOW) is None
    assert today_of(2, replace(past(answer(2)), prompts={}), LIBRARY, NOW) is None


@pytest.mark.parametrize(("days", "comes"), [(13, False), (14, True)])
def test_an_echo_comes_once_in_two_weeks_at_most(days, comes):
    today = date(2026, 11, 3)
    assert welcome(leader(), today)
    assert welcome(leader(memory=Memory(echoed_on=today - timedelta(days=days))), today) == comes


def test_who_switched_echoes_off_gets_none():
    assert not welcome(leader(wishes=Wishes(echoes=False)), date(2026, 11, 3))


def test_nothing_that_was_written_shows_in_a_log():
    kept = past(answer(2))
    today = today_of(1, kept, LIBRARY, NOW)
    shown = repr((kept, today, earlier_of(kept, LIBRARY), chosen(kept)))
    assert OWN not in shown
    assert TODAY not in shown


BUDGET = (
    "Ik heb geleerd dat rust helpt voordat een vergadering begint. "
    "Gisteren zei ik pas iets over het budget toen iedereen al was opgestaan. "
    "Het bestuur vond de planning verder prima zoals die er lag."
)


@pytest.mark.parametrize(
    ("today", "quoted"),
    [
        ("Vandaag zei ik weer niets over het budget en liet ik het lopen.", "Gisteren zei ik pas iets"),
        ("Ik nam in het bestuur de planning over en dat ging best goed.", "Gisteren zei ik pas iets"),
        ("Rust voordat een vergadering begint, dat helpt echt.", "Ik heb geleerd dat rust helpt"),
        ("De planning van het bestuur is weer uitgesteld.", "Het bestuur vond de planning"),
        ("Het regende en de trein reed niet.", "Ik heb geleerd dat rust helpt"),
    ],
    ids=["what one does, in the same words", "what one does", "words", "other words", "nothing but the reason"],
)
def test_the_sentence_that_is_quoted_carries_what_the_two_share(today, quoted):
    quote = shared(answer(2, BUDGET), answer(1, today, days=0))
    assert quote.text.startswith(quoted)
    assert BUDGET[quote.start : quote.end] == quote.text


def test_what_may_not_be_quoted_is_not_for_what_it_shares():
    later = answer(1, TODAY, days=0)
    assert shared(answer(2, OWN, named=True), later) is None
    assert shared(answer(2, "Kort."), later) is None
