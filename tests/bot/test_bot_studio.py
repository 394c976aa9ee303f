import asyncio
import os
import time
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from datetime import date
from functools import partial

import pytest

from bot import studio as studios
from bot.studio import ProcessStudio, draw, page, within
from summaries.facts import Evidence, OwnWords, Rhythm, Tension, as_json, from_json
from summaries.hiding import ids

PNG = b"\x89PNG\r\n\x1a\n"
CANARY = "canary"


def facts(*more):
    return as_json((Rhythm(date(2026, 3, 1), 4, 3, 3, 0, 0, Evidence()), *more))


def month():
    said = OwnWords(date(2026, 3, 5), "Ik vroeg het eerst.", ("answer:1",))
    return facts(said, Tension("P01", ((date(2026, 3, 5), 3),), (), Evidence()))


@pytest.fixture
def studio():
    made = ProcessStudio()
    yield made
    made.close()


@pytest.mark.asyncio
async def test_pictures_and_pdfs_are_made_in_other_processes_and_what_is_no_month_is_left_out(studio, log_stream):
    light, dark, paper, nothing = await asyncio.gather(
        studio.draw(month(), "nl"), studio.draw(month(), "nl", "dark"), studio.pdf(month(), "nl"),
        studio.draw(CANARY, "nl"),
    )  # fmt: skip
    assert light.startswith(PNG)
    assert dark.startswith(PNG)
    assert light != dark
    assert paper.startswith(b"%PDF-1.7")
    assert nothing is None
    assert "cannot be made" in log_stream.getvalue()
    assert CANARY not in log_stream.getvalue()


def test_a_month_without_anything_to_draw_has_no_picture_and_still_a_page():
    assert draw(facts(), "en") is None
    assert page(facts(), "en").startswith(b"%PDF")


def test_hidden_lines_and_own_words_stay_away():
    everything = frozenset(ids(from_json(month())))
    assert draw(month(), "nl", hidden=everything) is None
    assert (draw(month(), "nl", hidden=everything, bare=True) or b"").startswith(b"\x89PNG")
    assert len({page(month(), "nl"), page(month(), "nl", everything), page(month(), "nl", quotes=False)}) == 3


class Pool:
    """A pool whose process has just ended."""

    def submit(self, *_):
        future = Future()
        future.set_exception(BrokenProcessPool(CANARY))
        return future

    def shutdown(self, **_):
        pass


@pytest.fixture
def pools(monkeypatch):
    made = []

    def make(*_args, **_kwargs):
        made.append(Pool())
        return made[-1]

    monkeypatch.setattr(studios, "ProcessPoolExecutor", make)
    return made


@pytest.mark.asyncio
async def test_a_process_that_ended_is_replaced_and_the_work_is_tried_once_more(studio, pools, log_stream):
    assert await studio.draw(month(), "nl") is None
    assert len(pools) == 2
    assert await studio.pdf(month(), "nl") is None
    assert len(pools) == 4
    assert CANARY not in log_stream.getvalue()


@pytest.mark.asyncio
async def test_who_shared_the_broken_pool_does_not_take_the_new_one_away(studio, pools):
    broken = studio._open()
    studio._discard(broken)
    fresh = studio._open()
    studio._discard(broken)
    assert studio._open() is fresh


@pytest.mark.asyncio
async def test_no_more_is_started_than_there_are_processes(monkeypatch):
    begun = asyncio.Queue()

    class Slow(Pool):
        def submit(self, *_):
            begun.put_nowait(Future())
            return begun._queue[-1]

    monkeypatch.setattr(studios, "ProcessPoolExecutor", lambda *_args, **_kwargs: Slow())
    studio = ProcessStudio(workers=2)
    asked = [asyncio.ensure_future(studio.draw(month(), "nl")) for _ in range(5)]
    busy = [await begun.get(), await begun.get()]
    await asyncio.sleep(0)
    assert begun.empty()
    for _ in range(3):
        busy.pop(0).set_result(PNG)
        busy.append(await begun.get())
    for last in busy:
        last.set_result(PNG)
    assert await asyncio.gather(*asked) == [PNG] * 5


@pytest.mark.asyncio
async def test_work_that_takes_too_long_ends_its_process_and_is_left_out(studio, monkeypatch, log_stream):
    monkeypatch.setattr(studios, "LONGEST", 0.2)
    assert await asyncio.wait_for(studio._made("picture", partial(time.sleep, 600)), 60) is None
    assert log_stream.getvalue().count("a process of the studio ended") == 1
    monkeypatch.setattr(studios, "LONGEST", 30)
    assert (await studio.draw(month(), "nl")).startswith(PNG)


def test_work_that_is_done_in_time_lets_its_process_live():
    assert within(30, os.getpid) == os.getpid()
    assert studios.signal.getitimer(studios.signal.ITIMER_REAL) == (0, 0)
