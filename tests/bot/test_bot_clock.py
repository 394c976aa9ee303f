from datetime import UTC, datetime, timedelta, timezone

import pytest

from bot import clock as clocks
from bot.clock import SimulatedClock, SteppedClock, SystemClock

START = datetime(2026, 3, 1, 9, 0, tzinfo=UTC)


def test_the_machines_clock_tells_one_time_twice():
    clock = SystemClock()
    assert abs(clock.now() - clock.wall()) < timedelta(seconds=1)


def test_a_simulated_clock_runs_as_much_faster_as_it_was_told(monkeypatch):
    moment = 100.0
    monkeypatch.setattr(clocks.time, "monotonic", lambda: moment)
    clock = SimulatedClock(START, 86_400)
    moment = 101.5
    assert clock.now() == START + timedelta(days=1.5)
    assert abs(clock.wall() - datetime.now(UTC)) < timedelta(seconds=5)


@pytest.mark.parametrize(("start", "speed"), [(datetime(2026, 3, 1), 1), (START, 0), (START, -1)])  # noqa: DTZ001 -- the mistake that is refused
def test_a_simulated_clock_refuses_a_vague_start_and_a_standstill(start, speed):
    with pytest.raises(ValueError, match="simulated clock"):
        SimulatedClock(start, speed)


def test_a_stepped_clock_moves_only_by_hand():
    clock = SteppedClock(START.astimezone(timezone(timedelta(hours=2))))
    assert clock.now() == START
    clock.step(timedelta(hours=1))
    assert clock.now() == START + timedelta(hours=1)
    clock.set(START)
    assert clock.now().tzinfo is UTC
    assert clock.now() == START
