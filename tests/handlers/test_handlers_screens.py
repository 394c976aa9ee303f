"""What single screens show: dates, links, marks, and a leader's words that are never read as anything else."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from screening import ANY, LEFT, LIBRARY, both, item, own, show

from dialogues.effects import React
from dialogues.wishes.founding import FIELDS
from handlers import screens
from handlers.outgoing import STYLES, Outgoing, Showing
from journeys.ports import Delivery, Screen
from sandbox.schema import REACTIONS
from sandbox.texts import clean
from summaries import facts
from summaries.findings import Rhythm, TooLittle


def test_the_first_screen_speaks_both_languages():
    text = show("language", "nl").text
    assert all(LIBRARY.messages["language"].text[language] in text for language in ("nl", "en"))


@both
def test_a_picture_and_a_file_carry_their_caption(language):
    assert show("lookback_picture", language, photo=b"PNG").out.photo == b"PNG"
    assert show("export", language, file=b"{}").out.document == ("weerklank.json", b"{}")


@both
def test_a_cohort_gets_its_link_and_a_text_to_send_along(language):
    args = {"cohort": "<" * 80, "weeks": "52", "programme": "core_12w", "spoken": "en", "zone": "Europe/Brussels"}
    args |= {"months": 12, "period": "month", "mirrors": ["2026-12-01", "2026-12-31", None]}
    when = {"starts_on": "2026-12-01", "ends_on": None, "weekday": 1, "hour": "09:00"}
    shown = show("cohort_created", language, {**args, **when}, token="t" * 43)
    assert shown.text.count("https://t.me/weerklank_bot?start=" + "t" * 43) >= 2
    assert "<" * 80 in shown.text
    assert not LEFT.search(shown.text)
    named = {"nl": ("Engels", "Brussel", "1 december 2026", "dinsdag"), "en": ("English", "Brussels", "Tuesday")}
    assert all(name in shown.text for name in named[language])
    usual = {"starts_on": None, "ends_on": "2027-03-01", "weekday": None, "hour": None}
    usual |= {"period": "quarter", "mirrors": ["2026-10-01", "2026-12-31", "2027-03-31"]}
    shown = show("cohort_created", language, {**args, **usual}, token="t" * 43)
    usual = {"nl": ("dinsdag en donderdag", "8:30 en 16:30"), "en": ("Tuesday and Thursday", "08:30 and 16:30")}
    assert all(words in shown.text for words in usual[language])
    assert "2027" in shown.text


MIRRORS = [
    ("month", ["2026-12-01", "2026-12-31", None], "per maand, de eerste over december 2026",
     "every month, the first about December 2026"),
    ("quarter", ["2026-10-01", "2026-12-31", None], "per kwartaal, de eerste over oktober 2026 – december 2026",
     "every quarter, the first about October 2026 – December 2026"),
    ("month", ["2026-12-01", "2026-12-31", "2027-02-28"], "per maand, van december 2026 tot en met februari 2027",
     "every month, from December 2026 up to and including February 2027"),
    ("quarter", ["2026-10-01", "2026-12-31", "2026-12-31"], "één, over oktober 2026 – december 2026",
     "one, about October 2026 – December 2026"),
]  # fmt: skip


@both
@pytest.mark.parametrize(("period", "mirrors", "nl", "en"), MIRRORS)
def test_a_cohort_tells_over_which_months_its_mirrors_go(language, period, mirrors, nl, en):
    args = {"cohort": "Voorjaar", "weeks": "4", "programme": "starter_4w", "spoken": "nl", "zone": "Europe/Amsterdam"}
    args |= {"months": 12, "starts_on": "2026-12-01", "ends_on": None, "weekday": 1, "hour": "09:00"}
    shown = show("cohort_created", language, {**args, "period": period, "mirrors": mirrors}, token="t" * 43)
    assert {"nl": f"\nSpiegel: {nl}\n", "en": f"\nMirror: {en}\n"}[language] in shown.text


@both
def test_a_calendar_has_a_line_for_each_week_up_to_the_last_day(language):
    args = {"programme": "year_12m", "spoken": "nl", "zone": "Europe/Amsterdam", "starts_on": "2026-12-01"}
    args |= {"first": "2026-12-01", "ends_on": None, "weekday": 0, "hour": "09:00"}
    shown = show("cohort_calendar", language, args)
    weeks = len(LIBRARY.programmes["year_12m"].weeks)
    assert shown.text.splitlines()[-1].startswith(f"{weeks}. ")
    kinds = {"nl": ("vraag", "dilemma", "tik", "casus"), "en": ("question", "dilemma", "tap", "case")}[language]
    assert all(f" {kind}" in shown.text for kind in kinds)
    short = show("cohort_calendar", language, {**args, "starts_on": None, "ends_on": "2026-12-19"})
    assert len(short.text.splitlines()) == 4
    assert short.text.splitlines()[0] != shown.text.splitlines()[0]


@both
def test_what_cannot_be_made_is_told_by_line_with_its_reason_and_an_example(language):
    args = {"starts_on": "2026-12-07", "right": [["name", "<Voorjaar>"]]}
    for field in FIELDS:
        shown = show(
            "cohort_wrong", language, {"wrong": [[field, "<ooit> & {link}", "date"], ["", "rood", "line"]], **args}
        )
        label = FIELDS[field][language]
        assert (
            f"{label}: <ooit> & {{link}}\n{LIBRARY.messages['cohort_why_date'].text[language]}\n\nrood\n" in shown.text
        )
        assert f"{FIELDS['name'][language]}: <Voorjaar>" in shown.text
        assert f": {label}: " in shown.text.splitlines()[-1]
    kept = show("cohort_wrong", language, {"wrong": [["retention_months", "7", "keep"]], **args})
    assert {"nl": "3, 6, 12 of 24 maanden", "en": "3, 6, 12 or 24 months"}[language] in kept.text
    bare = show("cohort_wrong", language, {"wrong": [["", "rood", "line"]], "starts_on": "2026-12-07", "right": []})
    assert LIBRARY.messages["cohort_right"].text[language] not in bare.text


@both
def test_whether_a_group_of_the_same_name_has_begun_is_told(language):
    args = {"cohort": "<A>", "programme": "core_12w", "since": "2026-12-01", "n": 3}
    begun, ahead = (show("cohort_same", language, {**args, "ahead": later}) for later in (False, True))
    assert begun.text != ahead.text
    assert begun.labels == ahead.labels
    assert len(begun.labels) == 2
    assert all("2026" in shown.text and "<A>" in shown.text for shown in (begun, ahead))


@both
def test_who_runs_groups_sees_them_in_one_message(language):
    groups = [["<Voorjaar> & {link}", 12], ["Najaar", 0]]
    for name, more in (("cohort_usage", {"starts_on": "2026-12-07"}), ("cohort_look", {})):
        shown = show(name, language, {"groups": groups, **more})
        first = {"nl": "<Voorjaar> & {link}: 12 aangemeld", "en": "<Voorjaar> & {link}: 12 joined"}[language]
        assert shown.text.startswith(first)
        assert not show(name, language, {"groups": [], **more}).text.startswith("\n")


@both
def test_a_look_back_with_too_little_asks_for_no_verdict(language):
    short = facts.as_json((TooLittle(date(2026, 11, 1), 1, ("answer:1",)),))
    assert show("lookback", language, facts=short, month="november").labels == ()
    own_one = facts.OwnWords(date(2026, 11, 3), "Ik wacht nu eerst even af.", ("answer:1",))
    some = facts.as_json((TooLittle(date(2026, 11, 1), 1, ("answer:1",)), own_one))
    buttons = [
        one.label[language] for one in LIBRARY.messages["lookback_lines"].buttons if one.id in ("all", "hide", "keep")
    ]
    assert set(show("lookback", language, facts=some, month="november").labels) == set(buttons), "what is quoted can go"
    full = facts.as_json((Rhythm(date(2026, 11, 1), 8, 6, 4, 0, 0, ("prompt:1",)),))
    assert len(show("lookback", language, facts=full, month="november").labels) == 7


@both
def test_a_page_of_answers_shows_dates_what_was_asked_and_the_ways_on(language):
    items = [
        ("question", "RF-03"),
        ("paradox", "P04"),
        ("integrity_case", "IC-12"),
        ("thought", ""),
        ("pulse", "PU-01"),
    ]
    lines = [own("a & b <i>", n, kind=kind, item=name) for n, (kind, name) in enumerate(items)]
    shown = show("answers", language, lines=lines, page=0, pages=2)
    assert shown.text.count("a & b <i>") == shown.text.count("30 september 2026") == 5
    assert {"1", "5"} <= set(shown.labels)
    assert show("answers", language, lines=[]).text == LIBRARY.messages["answers_none"].text[language]


@given(st.text(alphabet=st.sampled_from("<>&\"'{};!abi x=*_`\n\ud800\x00😀"), max_size=300))
@settings(max_examples=500, deadline=None, derandomize=True, database=None)
def test_no_words_of_a_leader_are_ever_read_as_markup_or_as_a_placeholder(words):
    shown = show("answers", "nl", lines=[own(f".{words}.", kind="thought", item="")], page=0, pages=1)
    assert set(shown.entities) <= {"bold"}
    half = words.replace("\ud800", "\ufffd")
    assert clean(half) in shown.text
    check = show("prompt", "nl", item("intention_check", "intention"), taps={}, intention=f".{words}", date="nu")
    assert check.entities == ()
    assert clean(half.rstrip(".!")).strip() in check.text


def test_a_screen_that_does_not_exist_is_an_error_and_not_an_empty_message():
    with pytest.raises(KeyError):
        show("no_such_screen", "nl")


def rendered(name, args, **material):
    """A screen that is no message."""
    return screens.render(Delivery(1, "nl", Screen(name, args), material, edits=7), LIBRARY)


def test_a_receipt_is_an_emoji_that_telegram_allows_and_no_words():
    assert rendered("reaction", {"emoji": "✍"}) == Outgoing("", reaction="✍")
    assert {React(1).emoji} <= REACTIONS
    with pytest.raises(ValueError, match="🪴"):
        rendered("reaction", {"emoji": "🪴"})


CLOSED = [
    *(("question", name, {}) for name in LIBRARY.questions),
    *(("paradox", name, {"position": "3"}) for name in LIBRARY.dilemmas),
    *(("paradox", name, {}) for name in LIBRARY.dilemmas),
    *(("integrity_case", name, {}) for name in LIBRARY.cases),
    *(("pulse", name, {}) for name in LIBRARY.pulses),
    *(("programme_end", name, {}) for name in LIBRARY.programmes),
    ("intention_check", "intention", {}),
]


@both
def test_what_is_closed_has_no_buttons_and_asks_for_nothing(language):
    for kind, name, taps in CLOSED:
        shown = show("prompt", language, item(kind, name, closed=True), taps=taps)
        assert (shown.labels, shown.out.asks) == ((), False), name


@both
def test_an_answered_question_loses_the_words_about_its_buttons_and_a_scale_shows_its_value(language):
    calm = LIBRARY.messages["prompt_buttons"].text[language]
    for name, asked in LIBRARY.questions.items():
        taps = {"value": str(asked.scale.max)} if asked.scale else {}
        shown = show("prompt", language, item("question", name, closed=True), taps=taps)
        assert shown.text.startswith(asked.text[language])
        assert calm not in shown.text
        assert ("▪" in shown.text) == bool(asked.scale)


@both
@pytest.mark.parametrize(
    ("name", "place", "form"),
    [("snoozed", "moment", "wDt"), ("rhythm_set", "next_date", "wDt"), ("paused", "date", "wD")],
)
def test_a_moment_is_told_in_words_and_shown_in_the_readers_own_zone(language, name, place, form):
    args = {**ANY, place: "dinsdag 8 december om 8:30", f"{place}_at": 1_796_715_000}
    shown = show(name, language, {key: value for key, value in args.items() if key != "zone"})
    assert "dinsdag 8 december om 8:30" in shown.text
    assert f'<tg-time unix="1796715000" format="{form}">dinsdag 8' in shown.out.text
    assert "date_time" in shown.entities


@both
def test_a_moment_beside_the_name_of_its_zone_keeps_its_words(language):
    shown = show("ready_now", language, {**ANY, "first_date_at": 1_796_715_000})
    assert '<tg-time unix="1796715000">dinsdag om 8:30</tg-time>' in shown.out.text


def test_only_the_expected_step_and_what_cannot_be_taken_back_look_different():
    styled = {
        (message.id, button.id): key.style
        for message in LIBRARY.messages.values()
        for button, key in zip(message.buttons, view().keys(message.id), strict=True)
        if key.style
    }
    assert {pair for pair, style in styled.items() if style == "primary"} == {
        ("consent", "agree"), ("consent_more", "agree"), ("defaults", "defaults"),
    }  # fmt: skip
    assert {("delete_confirm", "delete"), ("stop_confirm", "stop")} <= {
        pair for pair, style in styled.items() if style == "danger"
    }
    known = LIBRARY.messages | {name: each.message for name, each in LIBRARY.safety.items()}
    for message, button in STYLES:
        assert button in {each.id for each in known[message].buttons}


@both
def test_only_what_asks_for_words_opens_the_reply_field(language):
    openly = next(name for name, asked in LIBRARY.questions.items() if asked.kind == "open")
    scaled = next(name for name, asked in LIBRARY.questions.items() if asked.scale)
    dilemma, case, pulse = (next(iter(each)) for each in (LIBRARY.dilemmas, LIBRARY.cases, LIBRARY.pulses))
    asking = [
        ("prompt", item("question", openly)),
        ("followup", item("question", openly, key=f"{openly}/0")),
        ("dilemma_step", item("paradox", dilemma, stage="why")),
        ("case_closing", item("integrity_case", case)),
    ]
    for name, args in asking:
        assert show(name, language, args, taps={}).out.asks
    for kind, name in (("question", scaled), ("paradox", dilemma), ("integrity_case", case), ("pulse", pulse)):
        assert not show("prompt", language, item(kind, name), taps={}).out.asks


def view():
    return Showing(LIBRARY, "nl", {}, {})


@both
def test_the_options_of_a_case_are_numbered_as_they_may_be_typed(language):
    case = LIBRARY.cases["IC-12"]
    text = show("prompt", language, item("integrity_case", "IC-12")).text
    for place, option in enumerate(case.options, start=1):
        assert f"\n{place}. {option.label[language]}: " in text
