"""Ids, moments and small values come back as they were, in the same order, on every database."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.dialects import postgresql, sqlite

from dialogues.people import Memory, Rhythm
from storage import codec
from storage.address import address_of
from storage.columns import Instant, instant_text
from storage.ids import new_id
from storage.sql import as_plain

FIRST, LAST = datetime(1000, 1, 2), datetime(9999, 12, 30)  # noqa: DTZ001 - the strategy adds the zone
moments = st.datetimes(FIRST, LAST, timezones=st.timezones())
DIALECTS = [sqlite.dialect(), postgresql.dialect()]


def test_ids_are_unique_rising_and_fit_63_bits():
    ids = [new_id() for _ in range(20_000)]
    assert ids == sorted(set(ids))
    assert 0 < ids[-1] < 2**63


@given(moments, moments)
def test_the_order_of_texts_is_the_order_of_moments(one, other):
    assert (instant_text(one) < instant_text(other)) == (one.astimezone(UTC) < other.astimezone(UTC))
    assert len(instant_text(one)) == 27


@pytest.mark.parametrize("dialect", DIALECTS, ids=lambda dialect: dialect.name)
@given(moment=moments)
def test_a_moment_comes_back_in_utc_to_the_microsecond(dialect, moment):
    column = Instant()
    back = column.process_result_value(column.process_bind_param(moment, dialect), dialect)
    assert back == moment.astimezone(UTC)
    assert back.utcoffset() == timedelta(0)


@pytest.mark.parametrize("dialect", DIALECTS, ids=lambda dialect: dialect.name)
def test_a_naive_moment_is_refused_and_none_stays_none(dialect):
    naive = datetime(2026, 3, 2)  # noqa: DTZ001 - the mistake that is refused
    with pytest.raises(ValueError, match="time zone"):
        Instant().process_bind_param(naive, dialect)
    assert Instant().process_bind_param(None, dialect) is None
    assert Instant().process_result_value(None, dialect) is None


def test_what_postgresql_gives_in_another_zone_becomes_utc():
    amsterdam = datetime(2026, 3, 2, 9, tzinfo=timezone(timedelta(hours=1)))
    back = Instant().process_result_value(amsterdam, postgresql.dialect())
    assert (back, back.tzinfo) == (amsterdam, UTC)


@pytest.mark.parametrize(
    ("url", "driver"),
    [
        ("sqlite:///a.db", "sqlite+aiosqlite"),
        ("sqlite+aiosqlite:///a.db", "sqlite+aiosqlite"),
        ("postgres://a/b", "postgresql+psycopg"),
        ("postgresql://a/b", "postgresql+psycopg"),
    ],
)
def test_addresses_as_people_write_them_are_understood(url, driver):
    assert address_of(url)[0].drivername == driver


@pytest.mark.parametrize("url", ["", "secret", "mysql://u:secret@h/d", "sqlite://", "sqlite:///:memory:"])
def test_another_address_is_refused_without_repeating_it(url):
    with pytest.raises(ValueError, match="must start with") as refusal:
        address_of(url)
    assert "secret" not in str(refusal.value)


@given(st.text())
def test_a_reason_is_one_short_plain_line(why):
    assert as_plain(why).isascii()
    assert as_plain(why).isprintable()
    assert len(as_plain(why)) <= 200


@given(st.from_type(Rhythm), st.from_type(Memory))
def test_rhythm_and_memory_come_back_as_they_were(rhythm, memory):
    times = tuple(moment.replace(tzinfo=None, fold=0) for moment in rhythm.times)
    assert codec.rhythm_from(codec.rhythm_text(replace(rhythm, times=times))) == replace(rhythm, times=times)
    assert codec.memory_from(codec.memory_text(memory)) == memory


def test_a_memory_from_before_a_counter_existed_has_its_default():
    assert codec.memory_from('{"skips": 2}') == Memory(skips=2)
