import asyncio
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from datetime import date

import pytest

from bot import studio as studios
from bot.studio import ProcessStudio, draw
from summaries.facts import Evidence, Rhythm, Tension, as_json

PNG = b"\x89PNG\r\n\x1a\n"
CANARY = "canary"


def facts(*more):
    return as_json((Rhythm(date(2026, 3, 1), 4, 3, 3, 0, 0, Evidence()), *more))


def month():
    return facts(Tension("P01", ((date(2026, 3, 5), 3),), (), Evidence()))


@pytest.fixture
def studio():
    made = ProcessStudio()
    yield made
    made.close()


@pytest.mark.asyncio
async def test_a_picture_is_drawn_in_another_process_and_what_is_no_month_is_left_out(studio, log_stream):
    assert (await studio.draw(month(), "nl")).startswith(PNG)
    assert await studio.draw(CANARY, "nl") is None
    assert "a picture cannot be drawn" in log_stream.getvalue()
    assert CANARY not in log_stream.getvalue()


def test_a_month_without_anything_to_draw_has_no_picture():
    assert draw(facts(), "en") is None


class Pool:
    """A pool whose process has just ended."""

    def submit(self, *_):
        future = Future()
        future.set_exception(BrokenProcessPool(CANARY))
        return future

    def shutdown(self, **_):
        pass


@pytest.mark.asyncio
async def test_a_process_that_ended_is_replaced_at_the_next_picture(studio, monkeypatch, log_stream):
    pools = []

    def make(*_args, **_kwargs):
        pools.append(Pool())
        return pools[-1]

    monkeypatch.setattr(studios, "ProcessPoolExecutor", make)
    assert await studio.draw(month(), "nl") is None
    assert await studio.draw(month(), "nl") is None
    assert len(pools) == 2
    assert CANARY not in log_stream.getvalue()


@pytest.mark.asyncio
async def test_a_picture_that_takes_too_long_is_left_out(studio, monkeypatch, log_stream):
    class Endless(Pool):
        def submit(self, *_):
            return Future()

    monkeypatch.setattr(studios, "LONGEST", 0.01)
    monkeypatch.setattr(studios, "ProcessPoolExecutor", lambda *_args, **_kwargs: Endless())
    assert await asyncio.wait_for(studio.draw(month(), "nl"), 5) is None
