"""Every screen, in both languages, for every item and stage, against Telegram's own parser and limits."""

import ast
from datetime import date
from itertools import product
from pathlib import Path

import pytest
from screening import ANY, LEFT, LIBRARY, both, item, own, show

from dialogues.commands import MENU
from dialogues.moves.keeping.pages import NAMES
from dialogues.wishes.founding import FIELDS
from handlers import screens
from summaries import facts
from summaries.cohort.facts import Lean, Mirror, Spread
from summaries.cohort.facts import as_json as cohort_facts
from summaries.cohort.safely import Share
from summaries.own_words import SHOWN
from summaries.wording import shown

ROOT = Path(__file__).parents[2]
NASTY = {
    "long": "Ik zei niets. " * 292,
    "emoji": "👩‍👩‍👧‍👦" * 372,
    "right to left": "שלום \u202eabc\u202c مرحبا " * 180,
    "markup": "<b>&amp;</b><tg-time unix='1'>{date}</tg-time>&" * 80,
    "ampersands": "&" * 4096,
    "marks on marks": "a" + "\u0301\u0489" * 2047,
    "half characters": "\ud83d\ude00 \ud83d x \ude00" * 400,
    "controls": "\x00\x07\u2028\u200b\ufeff\xad" * 600,
    "invisible": "\u200b" * 4096,
    "lines": "\n" * 4096,
    "commands": "/delete @noor https://x.example #x $USD 112 " * 90,
}
nasty = pytest.mark.parametrize("words", NASTY.values(), ids=NASTY.keys())


def cut(words, limit):
    """At most so many UTF-16 units, perhaps ending in half a character."""
    return words.encode("utf-16-le", "surrogatepass")[: 2 * limit].decode("utf-16-le", "surrogatepass")


@both
@pytest.mark.parametrize("name", LIBRARY.questions)
def test_every_question_before_and_after_a_tap(name, language):
    asked = LIBRARY.questions[name]
    shown = show("prompt", language, item("question", name, intro="first_prompt"), taps={})
    assert asked.text[language] in shown.text
    assert len(shown.labels) >= 3
    values = [option.id for option in asked.options]
    values += [str(n) for n in range(asked.scale.min, asked.scale.max + 1)] if asked.scale else []
    for value in values:
        assert "buttons" not in show("prompt", language, item("question", name), taps={"value": value}).labels
    for number, follow in enumerate(asked.followups):
        followed = show("followup", language, item("question", name, key=f"{name}/{number}"), taps={})
        assert followed.text == follow.text[language]


@both
@pytest.mark.parametrize("element", LIBRARY.elements.values(), ids=lambda element: element.id)
def test_every_generic_follow_up(element, language):
    for number, text in enumerate(element.variants):
        key = f"{element.id}/{number}"
        assert show("followup", language, item("question", "RF-03", key=key), taps={}).text == text[language]


@both
@pytest.mark.parametrize("name", LIBRARY.dilemmas)
def test_every_dilemma_at_every_position_and_step(name, language):
    known = LIBRARY.dilemmas[name]
    fresh = show("prompt", language, item("paradox", name), taps={})
    assert known.scenario[language] in fresh.text
    assert fresh.labels[:7] == tuple("1234567")
    assert [line[0] for line in fresh.text.splitlines() if line[1:4] == " = "] == ["1", "4", "7"]
    for position in range(1, 8):
        taken = {"position": str(position)}
        placed = show("prompt", language, item("paradox", name), taps=taken)
        assert "".join("▪" if n == position else "▫" for n in range(1, 8)) in placed.text
        assert placed.labels == ()
        for stage in ("why", "other", "both", "own_case", "changed"):
            step = show("dilemma_step", language, item("paradox", name, stage=stage), taps=taken)
            assert not LEFT.search(step.text)
            assert step.labels
        then = {"date": "12 november 2026", "position": "2"}
        again = show("prompt", language, item("paradox_revisit", name), taps=taken, **then)
        assert "12 november 2026" in again.text


@both
@pytest.mark.parametrize("name", LIBRARY.cases)
def test_every_case_with_every_option(name, language):
    known = LIBRARY.cases[name]
    fresh = show("prompt", language, item("integrity_case", name), taps={})
    assert known.scenario[language] in fresh.text
    assert all(option.label[language] in fresh.labels for option in known.options)
    assert known.closing[language] in show("case_closing", language, item("integrity_case", name), taps={}).text
    for chosen, other in product(known.options, repeat=2):
        taken = {"choice": chosen.id}
        assert f"▸ {chosen.label[language]}" in show("prompt", language, item("integrity_case", name), taps=taken).text
        looked = show("case_reflection", language, item("integrity_case", name, option=other.id), taps=taken)
        if other == chosen:
            assert looked.text.endswith(other.reflection[language])
        else:
            assert other.reflection[language] not in looked.text
            assert other.reflection[language].rpartition(". ")[0] in looked.text
            assert f"«{chosen.label[language]}»" in looked.text
    assert known.options[0].reflection[language] in show("case_reflection", language, item("x", name), taps={}).text


@both
@pytest.mark.parametrize("name", LIBRARY.pulses)
def test_every_pulse_before_and_after_a_tap(name, language):
    known = LIBRARY.pulses[name]
    assert len(show("prompt", language, item("pulse", name), taps={}).labels) == known.scale.max - known.scale.min + 1
    for value in range(known.scale.min, known.scale.max + 1):
        done = show("prompt", language, item("pulse", name), taps={name: str(value)})
        assert done.labels == ()
        assert not LEFT.search(done.text)


@both
@pytest.mark.parametrize("name", LIBRARY.programmes)
def test_every_end_of_a_programme(name, language):
    assert show("prompt", language, item("programme_end", name), taps={}).labels
    assert show("prompt", language, item("programme_end", name), taps={"next": "light"}).labels == ()


@both
@pytest.mark.parametrize("page", ["mood", "insight", "recognise", "closed"])
@pytest.mark.parametrize("deeper", [True, False])
def test_every_page_of_taps_in_every_state(language, page, deeper):
    steps, told = (None, "1", "5"), (None, "yes", "no", "unsure")
    for values in product(steps, steps, told, told):
        taps = {name: value for name, value in zip(NAMES.values(), values, strict=True) if value}
        args = item("question", "RF-03", thanks="thanks_1", page=page, deeper=deeper)
        shown = show("thanks_taps", language, args, taps=taps)
        assert not LEFT.search(shown.text)
        assert bool(shown.labels) == (page != "closed" or deeper)


@both
@nasty
@pytest.mark.parametrize("verdict", ["open", "yes", "no", "off"])
def test_every_state_of_an_echo(language, words, verdict):
    for quote in (cut(words, 300), ""):
        if quote or verdict != "open":
            show("echo_offer", language, quote=quote, verdict=verdict, date="3 november 2026")


@both
@pytest.mark.parametrize("outcome", [None, "done", "partly", "not", "changed"])
def test_every_outcome_of_an_intention(language, outcome):
    taps = {"outcome": outcome} if outcome else {}
    args = item("intention_check", "intention")
    shown = show("prompt", language, args, taps=taps, intention="Ik zwijg eerst.", date="13 november 2026")
    assert "«Ik zwijg eerst»" in shown.text
    assert bool(shown.labels) == (outcome is None)


@both
@pytest.mark.parametrize("name", [name for name in LIBRARY.messages if not name.startswith("cmd_")])
def test_every_message_fits_with_something_in_each_placeholder(name, language):
    if name in screens._SCREENS:
        return  # shown with its own material below and above
    values = {**{found[1:-1]: "x" for found in LEFT.findall(LIBRARY.messages[name].text[language])}, **ANY}
    shown = show(name, language, values)
    assert not LEFT.search(shown.text)
    assert len(shown.labels) == len(LIBRARY.messages[name].buttons)


@both
@pytest.mark.parametrize("name", LIBRARY.safety)
def test_every_safety_message_shows_its_numbers_and_only_buttons_that_help(name, language):
    shown = show(name, language)
    assert LIBRARY.safety[name].message.text[language].splitlines()[0] in shown.text
    assert (shown.labels == ()) == (name == "crisis_self")
    own = show(name, language, {"own": True})
    assert len(own.labels) <= len(shown.labels)


@both
def test_the_check_behind_an_ambiguous_phrase(language):
    shown = show("crisis_self_check", language)
    assert shown.text == LIBRARY.safety["crisis_self"].check[language]
    assert len(shown.labels) == 5
    assert "leven" in shown.labels[1] or "live" in shown.labels[1]  # the second, never the last


@both
def test_a_report_tells_what_is_kept_and_offers_no_more(language):
    told, ask, unkept = (LIBRARY.messages[f"report_{name}"].text[language] for name in ("heard", "ask", "unkept"))
    kept = show("integrity_report", language, {"about": 5})
    assert kept.text.startswith(told)
    assert kept.text.endswith(ask)
    assert len(kept.labels) == 3
    tapped = show("integrity_report", language, {"about": 0, "real": True})
    assert tapped.text.startswith(LIBRARY.messages["report_real"].text[language])
    assert tapped.text.endswith(unkept)
    assert len(tapped.labels) == 1
    done = show("integrity_report", language, {"about": 0, "outcome": "report_deleted"})
    assert done.text.endswith(LIBRARY.messages["report_deleted"].text[language])
    assert len(done.labels) == 1
    assert len(show("integrity_report", language, {"about": 5, "own": True}).labels) == 2


@both
@pytest.mark.parametrize("days", [[], [0], [1, 3], [0, 1, 2, 3, 4]])
def test_the_days_that_are_chosen_are_ticked(language, days):
    shown = show("choose_days", language, {"days": days})
    assert sum(label.startswith("✓") for label in shown.labels) == len(days)


@both
@pytest.mark.parametrize("name", ["language", "rhythm_first", "hour"])
def test_the_screens_of_settling(name, language):
    shown = show(name, language, dict(ANY))
    assert not LEFT.search(shown.text)
    assert shown.labels


def said_in_the_rooms():
    """Every screen name that stands as a word in Say(...) or says(...)."""
    for path in [*ROOT.glob("dialogues/moves/**/*.py"), *ROOT.glob("journeys/*.py")]:
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in {"Say", "says"}:
                place = {"Say": 0, "says": 1}[node.func.id]
                if len(node.args) > place and isinstance(node.args[place], ast.Constant):
                    yield node.args[place].value


def test_every_screen_that_is_said_exists():
    made = {f"thanks_{n}" for n in range(1, 9)} | {"skip_1", "skip_2", "skip_3", "reminder_1", "reminder_2"}
    known = set(LIBRARY.messages) | set(LIBRARY.safety) | set(screens._SCREENS)
    said = set(said_in_the_rooms())
    assert len(said) > 50
    assert said | made <= known


def test_every_command_of_the_menu_is_described():
    assert {f"cmd_{name}" for name in MENU} <= set(LIBRARY.messages)


VIEWS = ("a", "m2026-09", "p", "s")


@both
@nasty
@pytest.mark.parametrize("view", VIEWS)
def test_whatever_a_leader_wrote_every_page_of_answers_shows_it(language, words, view):
    longest = max(LIBRARY.questions, key=lambda name: len(LIBRARY.questions[name].text[language]))
    dilemma = max(LIBRARY.dilemmas, key=lambda name: len(LIBRARY.dilemmas[name].title[language]))
    args = {"view": view, "item": dilemma}
    about = {"month": "september 2026", "of": 2**62, "total": 6000}
    for count, page in ((1, 0), (6, 0), (6, 500), (6, 999)):
        lines = [own(words, n, item=longest, late=True, state="hidden") for n in range(count)]
        found = show("answers", language, args, lines=lines, page=page, pages=1000, **about)
        assert not {"date_time", "text_link"} & set(found.entities)
        assert found.labels[:count] == tuple(str(n + 1) for n in range(count))
    for nothing in ([], None):
        assert show("answers", language, args, lines=nothing, page=0, pages=0, **about).text


@both
@nasty
@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("state", ["kept", "hidden", "withdrawn"])
def test_whatever_a_leader_wrote_it_can_be_read_as_a_whole(language, words, view, state):
    for part in (0, 1, 9):
        args = {"view": view, "page": 9999, "part": part, "hidden": True}
        assert show("answer", language, args, line=own(words, state=state)).labels
    assert show("answer", language, {"view": view}, line=None).labels


@both
def test_the_fullest_choice_of_months_and_tensions_fits(language):
    months = [(f"20{year}-{n:02}", "september 2026", 999) for year in (25, 26) for n in range(1, 13)]
    assert len(show("answers_months", language, months=months).labels) == 25
    assert show("answers_months", language, months=[]).labels
    weighed = [(name, 2**62 + n) for n, name in enumerate(LIBRARY.dilemmas)]
    for name in ("answers_dilemmas", "paradoxes"):
        assert len(show(name, language, dilemmas=weighed[:24]).labels) >= min(24, len(weighed))
        assert show(name, language, dilemmas=[]).text


@both
@nasty
def test_whatever_was_said_with_a_position_the_page_of_a_tension_shows_it(language, words):
    for name, swapped in product(LIBRARY.dilemmas, (True, False)):
        placed = [{"position": str(n % 7 + 1), "date": "30 september 2026", "said": words} for n in range(8)]
        assert show("paradox", language, {"item": name}, positions=placed, earlier=3, swapped=swapped).labels


@both
@nasty
def test_whatever_a_leader_intends_the_list_of_it_fits(language, words):
    for count, asks in product((0, 1, 3, 40), (True, False)):
        meant = [{"id": 2**62 + n, "text": words, "date": "30 september 2026"} for n in range(count)]
        show("intentions", language, {"asks": asks}, intentions=meant)


@both
@nasty
def test_whatever_a_leader_intends_it_can_be_asked_about(language, words):
    for outcome in ({}, {"outcome": "done"}):
        args = item("intention_check", "intention")
        show("prompt", language, args, taps=outcome, intention=words, date="13 november 2026")


@both
@nasty
def test_whatever_stands_in_a_look_back_it_reaches_the_leader(language, words):
    month, rests_on = date(2026, 11, 1), ("answer:1",)
    told = shown(cut(words, 280))
    found = (
        facts.Rhythm(month, 8, 6, 4, 0, 0, rests_on),
        *(facts.OwnWords(month, told, rests_on) for _ in range(SHOWN)),
        facts.Intentions(9, 1, 1, 1, 1, 5, told, rests_on),
    )
    show("lookback", language, facts=facts.as_json(found), month="november")


@both
@nasty
def test_whatever_a_cohort_is_called_its_screens_fit(language, words):
    name = cut(words, 80)
    made = {"cohort": name, "weeks": "52", "programme": "core_12w", "spoken": language, "zone": "America/New_York"}
    made |= {"months": 120, "period": "quarter", "mirrors": ["2026-07-01", "2026-09-30", "2027-09-30"]}
    when = {"starts_on": "2026-09-30", "ends_on": "2027-09-30", "weekday": 2, "hour": "12:30"}
    show("cohort_created", language, {**made, **when}, token="t" * 43)
    kept = {"right": [[one, cut(words, 60)] for one in FIELDS], "starts_on": "2026-09-30"}
    show("cohort_wrong", language, {"wrong": [["", cut(words, 60), "line"]] * 12, **kept})
    known = {"cohort": name, "programme": "core_12w", "since": "2026-09-30", "n": 3, "ahead": False}
    show("cohort_same", language, known)
    for screen in ("cohort_usage", "cohort_look"):
        show(screen, language, {"groups": [[name, 120]] * 20, "starts_on": "2026-09-30"})
    show("joined", language, {"cohort": name})
    show("staff_joined", language, {"organisation": name, "role": "observer"})
    for screen in ("staff_kept", "staff_named"):
        show(screen, language, {"name": name})


@both
@nasty
def test_whatever_a_telegram_group_is_called_everybody_can_be_asked_about_it(language, words):
    told = {"cohort": cut(words, 80), "title": cut(words, 80), "from": cut(words, 80), "date": "maandag 30 november"}
    asked = show("group_link", language, {"link": 5}, **told, date_at=1_796_715_000)
    assert len(asked.labels) == 1
    for name in ("group_link_objected", "group_link_ready", "group_link_over", "group_link_refused"):
        assert show(name, language, {"link": 5}, **told, date_at=1_796_715_000).labels == ()


@both
@nasty
@pytest.mark.parametrize("steps", [(1, 3), (0, 2)])
def test_the_fullest_mirror_of_a_group_reaches_everybody(language, words, steps):
    shares = (Share(*steps),) * (7 if steps == (1, 3) else 3)
    positions = tuple(Spread(name, shares) for name in [*LIBRARY.dilemmas][:8])
    qualities = tuple((name, Share(1, 2)) for name in LIBRARY.qualities)
    full = Mirror(date(2026, 1, 1), date(2026, 3, 31), 40, positions, Spread("energy", shares[:3]), qualities)
    leans = tuple(Lean(name, side) for name, side in zip(LIBRARY.dilemmas, ("a", "b", "none") * 4, strict=False))
    fewer = tuple(Spread(one.about, (Share(0, 10),) * len(one.shares)) for one in positions)
    earlier = Mirror(date(2025, 10, 1), date(2025, 12, 31), 40, fewer)
    for one in (full, Mirror(date(2026, 1, 1), date(2026, 3, 31), 8, leans=leans)):
        args = {
            "facts": cohort_facts(one),
            "before": [cohort_facts(earlier)],
            "cohort": cut(words, 80),
            "month": "januari 2026 – maart 2026",
        }
        show("group_mirror", language, {"release": 5}, **args)


@both
def test_the_mirror_of_a_small_group_names_a_side_or_says_that_there_is_none_to_name(language):
    poles = [(one.pole_a.label[language], one.pole_b.label[language]) for one in LIBRARY.dilemmas.values()]
    leans = tuple(Lean(name, side) for name, side in zip(LIBRARY.dilemmas, ("a", "b", "none"), strict=False))
    mirror = Mirror(date(2026, 1, 1), date(2026, 1, 31), 6, leans=(*leans, Lean("P99", "a")))
    args = {"facts": cohort_facts(mirror), "before": [], "cohort": "Groep", "month": "januari 2026"}
    _, first, second, third = show("group_mirror", language, {"release": 5}, **args).text.split("\n\n")
    more = {"nl": "Meer naar «{}» dan naar «{}».", "en": "More towards «{}» than towards «{}»."}[language]
    assert more.format(*poles[0]) in first
    assert more.format(*reversed(poles[1])) in second
    assert {"nl": "te weinig om een kant te noemen", "en": "too little to name a side"}[language] in third


@both
@pytest.mark.parametrize("door", ["console", "page"])
def test_the_way_in_is_a_button_or_on_this_machine_a_line(language, door):
    token = {"token": "t" * 43}
    seen = show(f"{door}_link", language, {"address": "https://console.example", "link": 5}, **token)
    assert [key.url for row in seen.out.keyboard for key in row] == [f"https://console.example/in/{'t' * 43}"]
    near = show(f"{door}_link", language, {"address": "http://127.0.0.1:8081", "link": 5}, **token)
    assert near.text.endswith(f"http://127.0.0.1:8081/in/{'t' * 43}")


@both
def test_a_mirror_that_knows_an_item_that_is_gone_tells_the_rest(language):
    gone = Mirror(
        date(2026, 1, 1), date(2026, 1, 31), 12, (Spread("P99", (Share(0, 2),) * 3), Spread("P01", ())),
        qualities=(("gone", Share(0, 2)),),
    )  # fmt: skip
    args = {"facts": cohort_facts(gone), "before": [], "cohort": "Groep", "month": "januari 2026"}
    assert "\n\n" not in show("group_mirror", language, {"release": 5}, **args).text
