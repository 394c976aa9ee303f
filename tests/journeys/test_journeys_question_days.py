"""On which day a facilitator's own question comes: not beside the programme, nor in a rest or a weekend, or never."""

from datetime import UTC, date, datetime, timedelta

import pytest

from dialogues.asking import moments
from dialogues.people import Cohort
from journeys.console import question_days

NOW = datetime(2026, 11, 2, 9, tzinfo=UTC)
WEDNESDAY = date(2026, 11, 11)
DAY = timedelta(days=1)


def group(until: date | None = None) -> Cohort:
    """A group; `until`: it rests up to that day."""
    cohort = Cohort(1, "Groep", "starter_4w", "nl", "Europe/Amsterdam", date(2026, 11, 3))
    if until is None:
        return cohort
    back = moments.instant(until, datetime.min.time(), cohort.zone)
    return Cohort(1, "Groep", "starter_4w", "nl", "Europe/Amsterdam", date(2026, 11, 3), state="paused", until=back)


@pytest.mark.parametrize(("on", "until", "taken", "comes"), [
    (WEDNESDAY, None, (), WEDNESDAY),
    (WEDNESDAY, None, (WEDNESDAY,), WEDNESDAY + DAY),
    (WEDNESDAY, None, (WEDNESDAY, WEDNESDAY + DAY, WEDNESDAY + 2 * DAY), date(2026, 11, 16)),
    (WEDNESDAY, None, tuple(WEDNESDAY + number * DAY for number in range(8)), None),
    (WEDNESDAY, date(2026, 11, 11), (), WEDNESDAY),
    (WEDNESDAY, date(2026, 11, 14), (), date(2026, 11, 16)),
    (WEDNESDAY, date(2026, 11, 16), (date(2026, 11, 16),), date(2026, 11, 17)),
    (date(2026, 12, 25), None, (), date(2026, 12, 28)),
])  # fmt: skip
def test_it_comes_on_its_day_or_on_the_first_that_is_free_within_a_week(on, until, taken, comes):
    assert question_days.comes_on(group(until), NOW, on, taken) == comes
