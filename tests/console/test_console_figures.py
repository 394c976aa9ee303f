"""Every figure on a page and in an export is what was released, and holds what a recount of the raw tables finds."""

import csv
import html
import io
import json
import re
from collections import defaultdict
from dataclasses import replace
from datetime import date, datetime, timedelta
from fractions import Fraction
from html.parser import HTMLParser
from statistics import median_low
from zoneinfo import ZoneInfo

import console_seeds as seeds
import pytest
from console_at_work import HELPER, NOON, OWNER, WATCHER, Browser
from console_town import MIRROR, Town, posts
from python_calamine import CalamineWorkbook

from console import exports, naming
from console.pages import participation
from console.words import Words
from journeys.console import duty
from storage import releases
from summaries.cohort.facts import Cell, Lean, Mirror, Release, as_json
from summaries.cohort.safely import Share

pytestmark = pytest.mark.asyncio
ZONE, WEEK = ZoneInfo("Europe/Amsterdam"), timedelta(weeks=1)
PEOPLE = 13
HIDDEN = Mirror(MIRROR.first, MIRROR.last, MIRROR.members)


class Tables(HTMLParser):
    """The rows of the tables on a page, by the name of the table."""

    def __init__(self) -> None:
        super().__init__()
        self.found: dict[str, list[list[str]]] = defaultdict(list)
        self._table, self._cell = "", False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        self._table = (told.get("id") or self._table) if tag == "table" else self._table
        self._cell = tag in ("td", "th", "time")
        if tag == "tr":
            self.found[self._table].append([])
        if tag in ("td", "th"):
            self.found[self._table][-1].append("")
        if tag == "time" and self.found[self._table]:
            self.found[self._table][-1][-1] = told["datetime"] or ""
            self._cell = False

    def handle_data(self, data: str) -> None:
        if self._cell and self.found[self._table]:
            self.found[self._table][-1][-1] += data.strip()


def tables(html: str) -> dict[str, list[list[str]]]:
    read = Tables()
    read.feed(html)
    return read.found


async def lived_in(town: Town, people: int) -> None:
    """Five weeks in which people are asked twice a week; then the bot counts."""
    store = town.office.bot.store
    made = await seeds.joins(store, town.alfa.id, range(700, 700 + people), NOON)
    await seeds.weeks(store, made, NOON + WEEK, 5)
    town.office.clock.later(weeks=9)
    trouble: list[Exception] = []
    await duty.tick(town.office.bot, trouble)
    assert trouble == []


async def rows(town: Town, query: str) -> list:
    async with town.office.bot.store.transaction() as session:
        return list((await session.connection.exec_driver_sql(query)).all())


def local(moment: datetime | str) -> datetime:
    return (datetime.fromisoformat(moment) if isinstance(moment, str) else moment).astimezone(ZONE)


async def recount(town: Town, monday: date) -> dict[str, int]:
    """How many people were asked and answered in a week, and before which hour: everything is read, then sifted."""
    sent = {number: (who, local(at)) for number, who, at in await rows(town, "SELECT id, leader, asked_at FROM prompt")}
    sent = {number: one for number, one in sent.items() if monday <= one[1].date() < monday + WEEK}
    end = datetime.combine(monday + 2 * WEEK, datetime.min.time(), ZONE)
    back: dict[int, list[datetime]] = defaultdict(list)
    given = await rows(town, "SELECT prompt, given_at FROM answer WHERE state IN ('kept', 'hidden')")
    for number, at in [*given, *await rows(town, "SELECT prompt, at FROM tap")]:
        if number in sent and local(at) < end:
            back[sent[number][0]].append(local(at))
    hours = [min(times).hour for times in back.values()]
    parts = {name: sum(first <= hour < last for hour in hours) for name, first, last in (
        ("night", 0, 6), ("morning", 6, 12), ("afternoon", 12, 18), ("evening", 18, 24),
    )}  # fmt: skip
    followed = await rows(town, "SELECT prompt FROM answer WHERE part = 'why'")
    later = {sent[number][0] for (number,) in followed if number in sent}
    return {"asked": len({who for who, _ in sent.values()}), "answered": len(back), "followed": len(later), **parts}


async def opened(town: Town, chat: int = OWNER) -> tuple[Browser, str]:
    return await town.office.signed_in(chat), f"/cohorts/{town.alfa.id}"


async def test_every_figure_on_the_page_holds_what_a_recount_finds(town: Town):
    await lived_in(town, PEOPLE)
    browser, group = await opened(town)
    heading, *weeks = tables((await browser.sees(f"{group}/participation")).text)["weeks"]
    assert len(weeks) >= 5
    names = ("asked", "answered", "followed", "unreachable", "night", "morning", "afternoon", "evening")
    assert len(heading) == 2 + len(names)
    for monday, people, *told in weeks:
        assert int(people) == PEOPLE
        again = {"unreachable": 0, **await recount(town, date.fromisoformat(monday))}
        for name, figure in zip(names, told, strict=True):
            low, high = map(int, figure.split(" tot "))
            assert low <= again[name] <= high, (monday, name, again[name])
            assert high - low + 1 >= 5, "no step is about fewer than five"
    assert any(not figure.startswith("0 tot") for figure in weeks[2]), "the figures say something"


async def test_a_wave_of_six_in_a_larger_group_has_its_word_beside_the_weeks_of_the_others(town: Town):
    await lived_in(town, PEOPLE)
    store, clock = town.office.bot.store, town.office.clock
    late = await seeds.joins(store, town.alfa.id, range(900, 906), clock.now())
    await seeds.weeks(store, late, clock.now() + WEEK, 5, lambda number, week: False)
    clock.later(weeks=9)
    trouble: list[Exception] = []
    await duty.tick(town.office.bot, trouble)
    assert trouble == []
    browser, group = await opened(town)
    page = (await browser.sees(f"{group}/participation")).text
    assert "op ongeveer de helft of minder van de vragen aan deze 6 mensen een antwoord" in page
    assert "nergens meer dan 70%" in page
    assert "mensen tellen mee" not in page
    assert len(tables(page)["weeks"]) > 10
    exported = (await browser.sees(f"{group}/participation.json")).json()
    assert set(exported) == {"weeks", "retention", "four_weeks"}
    assert {row["people"] for row in exported["four_weeks"]} == {6}


async def test_the_first_week_and_who_kept_on_are_sums_of_the_same(town: Town):
    await lived_in(town, PEOPLE)
    browser, group = await opened(town)
    found = tables((await browser.sees(f"{group}/participation")).text)
    answered = {age: figure for age, (_, _, _, figure, *_) in enumerate(found["weeks"][1:], 1)}
    assert {int(age): figure for age, _, figure in found["retention"][1:]} == answered, "one wave, so age is week"


def drawn(page: str, name: str) -> str:
    """One figure of a page, with its drawing and its table."""
    (found,) = re.findall(rf'<figure class="chart" aria-labelledby="chart-{name}">.*?</figure>', page, re.DOTALL)
    return found


HIGH = {"een uur": 1, "twaalf uur": 2, "een dag": 3, "later dan een dag": 4}  # steps of the drawing


async def test_every_figure_that_is_told_has_a_drawing_a_sentence_and_a_table(town: Town):
    await lived_in(town, PEOPLE)
    browser, group = await opened(town)
    page = (await browser.sees(f"{group}/participation")).text
    names = re.findall(r'<figure class="chart" aria-labelledby="chart-(\w+)">', page)
    assert names == ["weeks", "retention", "funnel", "hours", "unreachable", "risk", "pace"]
    for name in names:
        figure = drawn(page, name)
        assert f'<h2 id="chart-{name}">' in figure
        assert f'id="chart-{name}-lead"' in figure
        assert "<table" in figure
        assert "<svg" in figure or '<p class="untold">' in figure
        told = f'role="img" aria-labelledby="chart-{name}" aria-describedby="chart-{name}-lead"'
        assert told in figure or '<ul class="bars">' in figure or "<svg" not in figure


async def test_the_drawing_of_how_fast_people_answer_says_what_its_table_and_a_recount_say(town: Town):
    await lived_in(town, PEOPLE)
    browser, group = await opened(town)
    page = (await browser.sees(f"{group}/participation")).text
    figure, (_, *told) = drawn(page, "pace"), tables(page)["paces"]
    tops = [float(y) for y in re.findall(r'<line class="grid"[^>]* y1="([\d.]+)"', figure)]
    bars = [float(y) for y in re.findall(r'<rect class="sure second"[^>]* y="([\d.]+)"', figure)]
    assert len(tops) == 1 + len(HIGH)
    assert bars == [tops[HIGH[pace]] for _, _, pace in told]
    weeks = [monday for monday, *_ in tables(page)["weeks"][1:]]
    assert [monday for monday, *_ in told] == [one for one in weeks if one in {row[0] for row in told}]
    for monday, people, pace in told:
        assert int(people) == PEOPLE
        limits = {"een uur": (0, 1), "twaalf uur": (1, 12), "een dag": (12, 24), "later dan een dag": (24, 999)}[pace]
        usual = await middle(town, date.fromisoformat(monday)) / timedelta(hours=1)
        assert limits[0] < usual <= limits[1]


async def middle(town: Town, monday: date) -> timedelta:
    """After how long the middle one answered what was sent in a week, each by their own middle answer."""
    taken: dict[int, list[timedelta]] = defaultdict(list)
    given = await rows(town, "SELECT prompt, given_at FROM answer WHERE state IN ('kept', 'hidden')")
    given += await rows(town, "SELECT prompt, at FROM tap")
    for number, who, sent in await rows(town, "SELECT id, leader, asked_at FROM prompt"):
        back = [local(at) for one, at in given if one == number]
        if back and monday <= local(sent).date() < monday + WEEK and min(back) < closing(monday):
            taken[who].append(min(back) - local(sent))
    return median_low([median_low(times) for times in taken.values()])


def closing(monday: date) -> datetime:
    """From when on an answer to a week is too late."""
    return datetime.combine(monday + 2 * WEEK, datetime.min.time(), ZONE)


async def test_who_gave_no_answer_in_the_first_week_is_drawn_as_it_is_counted(town: Town):
    await lived_in(town, PEOPLE)
    browser, group = await opened(town)
    page = (await browser.sees(f"{group}/participation")).text
    ((_, first, _, answered, *_),) = tables(page)["weeks"][1:2]
    low, high = (int(first) - int(end) for end in reversed(answered.split(" tot ")))
    percents = [f"{10 * low // PEOPLE * 10}%", f"{-(-10 * high // PEOPLE) * 10}%"]
    assert re.findall(r"<td>(\d+%)</td>", drawn(page, "risk")) == percents
    assert f'<p class="number">{low} tot {high}</p>' in page


async def test_a_week_whose_pace_is_not_told_keeps_its_place_and_has_no_bar():
    nobody, all_of = Share(0, 2), Share(1, 2)
    monday = date(2026, 9, 7)
    told = Cell(monday, 13, 1, all_of, all_of, nobody, nobody, (nobody, nobody, all_of), "half_day")
    held, two = replace(told, pace="", answered=nobody), replace(told, since=date(2026, 9, 14), people=12, pace="later")
    cells = [(told,), (held,), (told, two), (held,)]
    made = [Release(monday + WEEK * number, each) for number, each in enumerate(cells)]
    words = Words("nl")
    pace = participation.pace(made, words)
    assert [(bar.people, bar.said) for bar in pace.bars] == [
        (13, "twaalf uur"),
        (13, "twaalf uur"),
        (12, "later dan een dag"),
    ]
    assert [label for _, label in pace.labels] == ["7 sep", "14 sep", "21 sep"], "up to the last week that is told"
    first, third, beside = pace.bars
    places = [x for x, _ in pace.labels]
    assert first.x + first.width / 2 == pytest.approx(places[0], abs=0.2)
    assert third.x < beside.x
    assert third.x + third.width <= beside.x
    assert (third.x + beside.x + beside.width) / 2 == pytest.approx(places[2], abs=0.2)
    assert third.y > beside.y, "later stands higher"
    assert not participation.pace(made[1:2], words).bars
    assert not participation.pace([], words).bars


async def test_of_a_long_time_the_newest_weeks_are_drawn_and_their_labels_have_room():
    nobody, all_of = Share(0, 2), Share(1, 2)
    monday = date(2026, 1, 5)
    cell = Cell(monday, 13, 1, all_of, all_of, nobody, nobody, (nobody, nobody, all_of), "day")
    pace = participation.pace([Release(monday + WEEK * number, (cell,)) for number in range(30)], Words("en"))
    assert len(pace.bars) == participation.WEEKS
    assert pace.bars[-1].monday == monday + WEEK * 29
    assert len(pace.labels) <= 6
    assert pace.bars[-1].x + pace.bars[-1].width <= pace.width


async def test_an_export_holds_the_figures_of_the_page_and_no_other(town: Town):
    await lived_in(town, PEOPLE)
    browser, group = await opened(town)
    page = tables((await browser.sees(f"{group}/participation")).text)
    within = {monday: pace for monday, _, pace in page["paces"][1:]}
    assert set(within.values()) <= {"een uur", "twaalf uur", "een dag", "later dan een dag"}
    assert within
    for sheet in ("weeks", "retention"):
        shown = [[row[0], row[1], *(end for cell in row[2:] for end in cell.split(" tot "))] for row in page[sheet][1:]]
        if sheet == "weeks":
            shown = [[*row, within.get(row[0], "")] for row in shown]
        exported = (await browser.sees(f"{group}/participation.json")).json()
        assert [[str(value) for value in row.values()] for row in exported[sheet]] == shown
        book = CalamineWorkbook.from_filelike(io.BytesIO((await browser.sees(f"{group}/participation.xlsx")).content))
        plain = [
            [str(int(c)) if isinstance(c, float) else str(c) for c in r]
            for r in book.get_sheet_by_name(sheet).to_python()
        ]
        assert plain[1:] == shown
        assert set(exported) == set(book.sheet_names) == {"weeks", "retention"}
        if sheet == "weeks":
            text = (await browser.sees(f"{group}/participation.csv")).content.decode("utf-8-sig")
            assert list(csv.reader(io.StringIO(text), delimiter=";"))[1:] == shown


async def test_an_export_of_mirrors_holds_what_the_page_shows_of_those_that_are_shared(town: Town):
    browser, group = await opened(town)
    assert (await browser.sees(f"{group}/mirrors.json")).json() == {"mirrors": []}
    page = (await browser.sees(f"{group}/mirror")).text
    assert (await posts(browser, f"{group}/mirror/{town.alfa.release}/publish", do="share")).status_code == 303
    exported = (await browser.sees(f"{group}/mirrors.json")).json()["mirrors"]
    shown = [row[1:] for row in tables(page)[""] if len(row) == 3 and row[1].endswith("%")]
    assert [[f"{row['percent_at_least']}%", f"{row['percent_at_most']}%"] for row in exported] == shown
    assert {row["people"] for row in exported} == {12}
    assert "12 mensen geteld" in page
    (facts,) = [
        json.loads(row[0]) for row in await rows(town, f"SELECT facts FROM release WHERE id={town.alfa.release}")
    ]
    assert len(exported) == sum(
        map(len, (facts["positions"][0]["shares"], facts["energy"]["shares"], facts["qualities"]))
    )


async def test_an_export_speaks_the_language_of_the_console_and_names_the_poles(town: Town):
    browser, group = await opened(town)
    await posts(browser, f"{group}/mirror/{town.alfa.release}/publish", do="share")
    dilemma = town.office.desk.library.dilemmas["P04"]
    for language, middle in (("nl", "midden"), ("en", "middle")):
        await posts(browser, "/language", language=language)
        rows = (await browser.sees(f"{group}/mirrors.json")).json()["mirrors"]
        assert [(row["subject"], row["value"]) for row in rows[:3]] == [
            (dilemma.title[language], value)
            for value in (dilemma.pole_a.label[language], middle, dilemma.pole_b.label[language])
        ]
        heading = (await browser.sees(f"{group}/participation.csv")).content.decode("utf-8-sig").splitlines()[0]
        assert {"nl": "geantwoord, minstens", "en": "answered, at least"}[language] in heading


async def test_the_names_of_fields_for_a_programme_are_the_same_in_either_language(town: Town):
    await lived_in(town, PEOPLE)
    browser, group = await opened(town)
    assert (await posts(browser, f"{group}/mirror/{town.alfa.release}/publish", do="share")).status_code == 303
    names = []
    for language in ("nl", "en"):
        await posts(browser, "/language", language=language)
        files = [(await browser.sees(f"{group}/{end}.json")).json() for end in ("participation", "mirrors")]
        names.append([[name, *map(list, rows)] for file in files for name, rows in file.items()])
    assert names[0] == names[1]
    ((weeks, first, *_), (_, age, *_), (mirrors, place, *_)) = names[0]
    assert (weeks, first[:3], first[-1]) == ("weeks", ["week", "people", "asked_at_least"], "within")
    assert age == ["age", "people", "answered_at_least", "answered_at_most"]
    shares = ["percent_at_least", "percent_at_most"]
    assert (mirrors, place) == ("mirrors", ["first", "last", "people", "subject", "value", *shares])


async def test_of_two_waves_the_time_to_answer_says_of_how_many_people_it_is():
    nobody, all_of = Share(0, 2), Share(1, 2)
    first = Cell(date(2026, 9, 7), 13, 2, all_of, all_of, nobody, nobody, (nobody, nobody, all_of), "day")
    both = Release(date(2026, 9, 14), (first, replace(first, since=date(2026, 9, 14), people=12, pace="half_day")))
    told = exports.participation([replace(both, cells=(first,)), both], Words("en"))
    assert [row[-1] for row in told["weeks"]] == ["within", "a day", "a day (13); twelve hours (12)"]


async def test_seven_positions_are_numbers_with_a_pole_at_either_end(town: Town):
    words = Words("nl")
    assert naming.values(7, ("Rust", "Vaart"), words) == ("1 Rust", "2", "3", "4", "5", "6", "7 Vaart")
    assert naming.spread("P99", words, town.office.desk.library) == ("P99", ("", ""))


async def test_of_seven_people_a_sentence_stands_where_no_drawing_can_tell_anything(town: Town):
    await lived_in(town, 7)
    browser, group = await opened(town)
    page = (await browser.sees(f"{group}/participation")).text
    assert "7 mensen tellen mee" in page
    assert "Van zo weinig mensen vertellen we niets per week" in page
    assert "op ongeveer de helft of meer van de vragen aan deze 7 mensen een antwoord" in page
    assert page.count('<figure class="chart"') == 1
    assert "nog geen antwoord" not in page
    assert "weeks" not in tables(page), "nothing is told per week"


async def test_until_four_weeks_are_closed_it_says_when_the_first_word_comes(town: Town):
    made = await seeds.joins(town.office.bot.store, town.alfa.id, range(700, 706), NOON)
    await seeds.weeks(town.office.bot.store, made, NOON + WEEK, 2)
    town.office.clock.later(weeks=4)
    assert await duty.tick(town.office.bot, [])
    browser, group = await opened(town)
    page = (await browser.sees(f"{group}/participation")).text
    assert "Het eerste cijfer van deze 6 mensen komt op " in page
    assert 'class="chart"' not in page
    assert (await browser.sees(f"{group}/participation.json")).json() == {"four_weeks": []}


async def halves(town: Town, cohort: int, people: int) -> dict[date, Fraction]:
    """By the last day of each four weeks: which part of their questions people answered, each weighing as much."""
    places = await rows(town, f"SELECT leader, min(started_at) FROM enrolment WHERE cohort = {cohort} GROUP BY leader")
    begun = max(local(at) for _, at in places).date()
    since = begun + timedelta(days=7 - begun.weekday())
    mine = {who for who, _ in places}
    sent = await rows(town, "SELECT id, leader, asked_at FROM prompt")
    given = [*await rows(town, "SELECT prompt, given_at FROM answer WHERE state IN ('kept', 'hidden')")]
    given += await rows(town, "SELECT prompt, at FROM tap")
    first = {number: min(local(at) for one, at in given if one == number) for number, _ in given}
    found = {}
    for start in (since, since + 4 * WEEK):
        parts = defaultdict(list)
        for number, who, at in sent:
            day = local(at).date()
            if who in mine and start <= day < start + 4 * WEEK:
                closing = datetime.combine(day - timedelta(days=day.weekday()) + 2 * WEEK, datetime.min.time(), ZONE)
                parts[who].append(number in first and first[number] < closing)
        share = sum((Fraction(sum(each), len(each)) for each in parts.values()), Fraction(0)) / people
        found[start + 4 * WEEK - timedelta(days=1)] = share
    return found


@pytest.mark.parametrize("people", [5, 9])
async def test_every_word_about_a_small_group_is_true_of_a_recount_and_the_same_in_every_form(town: Town, people: int):
    await lived_in(town, people)
    browser, group = await opened(town)
    again = await halves(town, town.alfa.id, people)
    told = (await browser.sees(f"{group}/participation.json")).json()
    assert set(told) == {"four_weeks"}, "of five to nine nothing is told per week"
    assert [date.fromisoformat(row["last"]) for row in told["four_weeks"]] == [*again][: len(told["four_weeks"])]
    shown = []
    for row in told["four_weeks"]:
        low, high = (row[f"questions_at_{end}"] for end in ("least", "most"))
        assert low <= 100 * again[date.fromisoformat(row["last"])] <= high
        assert (low, high) in ((0, 70), (30, 100))
        assert row["people"] == people
        shown.append([f"{low}%", f"{high}%"])
    assert shown[0] == ["30%", "100%"], "four of five answered"
    page = tables((await browser.sees(f"{group}/participation")).text)
    assert [row[1:] for row in page[""][1:]] == shown
    book = CalamineWorkbook.from_filelike(io.BytesIO((await browser.sees(f"{group}/participation.xlsx")).content))
    assert book.sheet_names == ["four_weeks"]
    text = (await browser.sees(f"{group}/participation.csv")).content.decode("utf-8-sig")
    assert len(list(csv.reader(io.StringIO(text), delimiter=";"))) == 1 + len(shown)


async def test_what_is_certain_for_nobody_is_a_sentence_and_the_rest_is_drawn(town: Town):
    await lived_in(town, PEOPLE)
    browser, group = await opened(town)
    page = (await browser.sees(f"{group}/participation")).text
    unreachable = drawn(page, "unreachable")
    assert "nergens meer dan 50%" in unreachable
    assert "<svg" not in unreachable
    assert "<svg" in page


async def test_an_observer_sees_the_figures_and_only_the_mirror_that_is_shared(town: Town):
    watcher, group = await opened(town, WATCHER)
    assert "12 mensen geteld" not in (await watcher.sees(f"{group}/mirror")).text
    helper, _ = await opened(town, HELPER)
    await posts(helper, f"{group}/mirror/{town.alfa.release}/publish", do="share")
    assert "12 mensen geteld" in (await watcher.sees(f"{group}/mirror")).text


async def test_asking_again_gives_the_same_whatever_happened_meanwhile(town: Town):
    await lived_in(town, PEOPLE)
    browser, group = await opened(town)
    ends = ("/participation", "/mirror", "/participation.json", "/mirrors.json", "/participation.csv")
    first = [(await browser.sees(group + end)).text for end in ends]
    people = [number for (number,) in await rows(town, "SELECT id FROM leader")]
    async with town.office.bot.store.transaction() as session:
        await session.connection.exec_driver_sql(f"DELETE FROM tap WHERE leader = {people[0]}")
        await session.connection.exec_driver_sql(f"UPDATE answer SET state = 'withdrawn' WHERE leader = {people[1]}")
    trouble: list[Exception] = []
    await duty.tick(town.office.bot, trouble)
    assert trouble == []
    assert [(await browser.sees(group + end)).text for end in ends] == first


HELD = {"nl": "houden we achter", "en": "is held back"}


@pytest.mark.parametrize("language", ["nl", "en"])
async def test_a_guide_says_that_a_mirror_was_held_back_and_not_that_there_is_none(town: Town, language: str):
    browser, group = await opened(town)
    await posts(browser, "/language", language=language)
    for mirror, held in ((HIDDEN, True), (MIRROR, False)):
        await rows(town, f"UPDATE release SET facts = '{as_json(mirror)}' WHERE id = {town.alfa.release} RETURNING id")
        page = (await browser.sees(f"{group}/guide/P04")).text
        assert (HELD[language] in page) == held, "one that tells something is not shared yet"
    assert (await posts(browser, f"{group}/mirror/{town.alfa.release}/publish", do="share")).status_code == 303
    async with town.office.bot.store.transaction() as session:
        days = (date(2026, 11, 1), date(2026, 11, 30))
        await releases.keep(session, town.alfa.id, "mirror", days, as_json(HIDDEN), NOON)
    page = (await browser.sees(f"{group}/guide/P04")).text
    assert HELD[language] not in page
    assert "50 tot 100%" in page or "50 to 100%" in page


@pytest.mark.parametrize("language", ["nl", "en"])
async def test_a_mirror_that_is_held_back_says_why_and_cannot_be_shared(town: Town, language: str):
    browser, group = await opened(town)
    await posts(browser, "/language", language=language)
    await rows(town, f"UPDATE release SET facts = '{as_json(HIDDEN)}' WHERE id = {town.alfa.release} RETURNING id")
    page = (await browser.sees(f"{group}/mirror")).text
    assert {"nl": "antwoordden er minder dan vijf", "en": "fewer than five of them answered"}[language] in page
    assert "/publish" not in page


LEANS = Mirror(MIRROR.first, MIRROR.last, 7, leans=(Lean("P04", "b"), Lean("P05", "none"), Lean("P99", "a")))


@pytest.mark.parametrize("language", ["nl", "en"])
async def test_the_mirror_of_a_small_group_says_the_same_on_its_page_in_the_chat_and_in_a_file(
    town: Town, language: str
):
    browser, group = await opened(town)
    await posts(browser, "/language", language=language)
    await rows(town, f"UPDATE release SET facts = '{as_json(LEANS)}' WHERE id = {town.alfa.release} RETURNING id")
    dilemma, words = town.office.desk.library.dilemmas["P04"], Words(language)
    more, none = words("mirror.lean", pole=dilemma.pole_b.label[language]), words("mirror.lean_none")
    page = html.unescape((await browser.sees(f"{group}/mirror")).text)
    assert re.findall(r"<strong>(.*?)</strong>", page) == [more, none]
    assert f"{dilemma.title[language]}</span>" in page
    assert "%" not in page
    looked = await posts(browser, f"{group}/mirror/{town.alfa.release}/publish", do="look")
    assert dilemma.pole_b.label[language] in html.unescape(looked.text).split("«", 1)[1].split("»")[0]
    assert (await posts(browser, f"{group}/mirror/{town.alfa.release}/publish", do="share")).status_code == 303
    exported = (await browser.sees(f"{group}/mirrors.json")).json()["mirrors"]
    value, low, high = list(exported[0])[-3:]
    assert [row[value] for row in exported] == [more, none, words("mirror.lean", pole="a")]
    assert {(row[low], row[high]) for row in exported} == {("", "")}
    for kind in ("csv", "xlsx"):
        assert (await browser.sees(f"{group}/mirrors.{kind}")).status_code == 200
    guide = html.unescape((await browser.sees(f"{group}/guide/P04")).text)
    assert f"‘{dilemma.pole_b.label[language]}’" in guide
    assert {"nl": "geen kant te noemen", "en": "no side to name"}[language] in (
        await browser.sees(f"{group}/guide/P05")
    ).text


async def test_a_mirror_that_tells_of_energy_alone_can_be_shared(town: Town):
    browser, group = await opened(town)
    energy = replace(MIRROR, positions=(), qualities=())
    await rows(town, f"UPDATE release SET facts = '{as_json(energy)}' WHERE id = {town.alfa.release} RETURNING id")
    page = (await browser.sees(f"{group}/mirror")).text
    assert "Energie" in page
    assert "/publish" in page


async def test_a_mirror_about_what_is_gone_from_the_library_still_shows_the_rest(town: Town):
    browser, group = await opened(town)
    gone = replace(
        MIRROR, positions=(replace(MIRROR.positions[0], about="P99"),), qualities=(("gone", MIRROR.qualities[0][1]),)
    )
    await rows(town, f"UPDATE release SET facts = '{as_json(gone)}' WHERE id = {town.alfa.release} RETURNING id")
    page = await browser.sees(f"{group}/mirror")
    assert page.status_code == 200
    assert "Energie" in page.text
    assert (await posts(browser, f"{group}/mirror/{town.alfa.release}/publish", do="share")).status_code == 303
    for kind in ("csv", "xlsx", "json"):
        assert (await browser.sees(f"{group}/mirrors.{kind}")).status_code == 200


async def test_of_four_people_only_their_number_is_told(town: Town):
    await lived_in(town, 4)
    browser, group = await opened(town)
    page = (await browser.sees(f"{group}/participation")).text
    assert "Nog geen cijfers" in page
    assert '<p class="number">4</p>' in page
    assert "<table" not in page
    assert "<svg viewBox" not in page
    assert (await browser.sees(f"{group}/participation.json")).json() == {"weeks": [], "retention": []}
    mirror = (await browser.sees(f"{group}/mirror")).text
    assert "Achtergehouden" in mirror


@pytest.mark.parametrize("people", [5, 9])
async def test_whoever_knows_all_others_of_five_to_nine_cannot_tell_in_which_weeks_the_last_answered(
    town: Town, people: int
):
    """In both groups most answer; the last does in the first two of the four weeks, or in all of them."""
    office = town.office
    for group, first, answers_in in (
        (town.alfa, 700, lambda number, week: number % 5 != 1),
        (town.beta, 800, lambda number, week: number % 5 != 1 and (number != people - 1 or week < 2)),
    ):
        made = await seeds.joins(office.bot.store, group.id, range(first, first + people), NOON)
        await seeds.weeks(office.bot.store, made, NOON + WEEK, 4, answers_in)
    office.clock.later(weeks=9)
    trouble: list[Exception] = []
    await duty.tick(office.bot, trouble)
    assert trouble == []
    browser = await office.signed_in()
    for end in ("", "/participation", "/participation.csv", "/participation.json", "/audit"):
        pages = []
        for group in (town.alfa, town.beta):
            page = (await browser.sees(f"/cohorts/{group.id}{end}")).text
            pages.append(re.sub(r"value=\"[^\"]*\"", "", page.replace(group.name, "Groep").replace(str(group.id), "1")))
        assert without_ids(pages[0]) == without_ids(pages[1]), end
    page = (await browser.sees(f"/cohorts/{town.alfa.id}/participation")).text
    assert f"{people} mensen tellen mee" in page
    assert page.count('<figure class="chart"') == 1


def without_ids(page: str) -> str:
    """A page without the numbers of things, of which each has its own."""
    return re.sub(r"\d{15,}", "", page)


async def test_how_far_the_calendar_is_follows_from_the_day_alone(town: Town):
    browser, group = await opened(town)
    assert "momenten op de kalender zijn geweest" not in (await browser.sees(f"{group}/participation")).text
    town.office.clock.story += timedelta(days=9)
    assert "van de 12 momenten op de kalender zijn geweest" in (await browser.sees(f"{group}/participation")).text
