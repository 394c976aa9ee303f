from datetime import UTC, datetime, timedelta

import pytest

from bot.api import Done, Failed
from bot.doctor.check import good
from bot.doctor.machine import check_machine
from bot.doctor.stored import check_stored, look_backs, queues
from bot.doctor.telegram import check_clock, check_way
from bot.opening import open_database
from bot.settings import Settings
from bot.wire import NotSent, Reply
from journeys.checkup import Checkup, InDoubt, check_up
from storage.health import Health, LookBacks

NOW = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
TOKEN = "123456:canary"
NO_LETTERS = LookBacks(0, 0, 0, 0)


def settings(folder, **values):
    return Settings.model_validate({"data": folder, "api_url": "http://127.0.0.1:1", "bot_token": TOKEN, **values})


def states(checks):
    return {(check.name, check.state) for check in checks}


def words(checks):
    return " ".join(check.words for check in checks)


def health(**changes):
    empty = {"leaders": 0, "enrolled": 0, "inbox": {}, "outbox": {}, "oldest_waiting": None, "oldest_planned": None}
    return Health(**{**empty, "next_enrolment": None, "next_errand": None, **changes})


@pytest.mark.asyncio
async def test_a_database_that_is_not_made_yet_is_worth_a_note_and_stays_unmade(tmp_path):
    checks, checkup = await check_stored(settings(tmp_path / "none"), NOW)
    assert states(checks) == {("database", "note")}
    assert checkup is None
    assert not (tmp_path / "none").exists()


@pytest.mark.asyncio
async def test_a_healthy_database_is_all_good(tmp_path):
    await (await open_database(settings(tmp_path))).store.close()
    checks, checkup = await check_stored(settings(tmp_path), NOW)
    assert {state for _, state in states(checks)} == {"good"}
    assert checkup.in_doubt == ()


@pytest.mark.asyncio
async def test_a_missing_a_wrong_and_an_open_key_are_found(tmp_path):
    await (await open_database(settings(tmp_path))).store.close()
    key = tmp_path / "master.key"
    key.chmod(0o644)
    assert ("key", "wrong") in states((await check_stored(settings(tmp_path), NOW))[0])
    checks, _ = await check_stored(settings(tmp_path, master_key="00" * 32), NOW)
    assert "is not the one" in words(checks)
    key.write_text("nonsense")
    assert ("key", "wrong") in states((await check_stored(settings(tmp_path), NOW))[0])
    key.unlink()
    checks, _ = await check_stored(settings(tmp_path), NOW)
    assert "is missing" in words(checks)
    assert not key.exists()


@pytest.mark.asyncio
async def test_tables_of_another_version_are_found(tmp_path, monkeypatch):
    await (await open_database(settings(tmp_path))).store.close()
    monkeypatch.setattr("bot.doctor.stored.migrate.head", lambda: "9999")
    checks, _ = await check_stored(settings(tmp_path), NOW)
    assert states(checks) == {("database", "wrong")}


@pytest.mark.asyncio
async def test_a_database_that_cannot_be_reached_is_found(tmp_path):
    url = "postgresql://nobody:canary@127.0.0.1:1/nothing"
    checks, _ = await check_stored(settings(tmp_path, database_url=url), NOW)
    assert states(checks) == {("database", "wrong")}
    assert "canary" not in words(checks)


def test_it_is_told_how_far_the_look_backs_of_the_month_are():
    assert look_backs(LookBacks(4, 30, 2, 28)) == good(
        "look backs", "this month 30 made, 2 on their way, 28 delivered; 4 due"
    )


def test_every_message_in_doubt_is_named():
    doubts = tuple(InDoubt(number, "prompt", "question") for number in (11, 12))
    found = list(queues(Checkup(health(outbox={"unknown": 2, "sent": 5}), doubts, NO_LETTERS), NOW))
    assert "Message 11 (prompt, question)" in words(found)
    assert "Message 12 (prompt, question)" in words(found)
    assert all(check.state != "wrong" for check in found)


def test_what_was_set_aside_or_refused_is_counted_and_what_waits_too_long_is_wrong():
    long_ago = NOW - timedelta(minutes=5)
    sick = health(inbox={"parked": 3}, outbox={"refused": 4}, oldest_waiting=long_ago, oldest_planned=long_ago)
    found = list(queues(Checkup(sick, (), NO_LETTERS), NOW))
    assert "3 updates" in words(found)
    assert "4 messages" in words(found)
    assert {("inbox", "wrong"), ("outbox", "wrong")} <= states(found)


@pytest.mark.parametrize(
    ("mode", "url", "state"),
    [
        ("polling", "", "good"),
        ("polling", "https://elsewhere.org/x", "wrong"),
        ("webhook", "https://example.org/telegram", "good"),
        ("webhook", "https://elsewhere.org/x", "wrong"),
        ("webhook", "", "wrong"),
    ],
)
def test_two_ways_of_receiving_at_once_are_found(tmp_path, mode, url, state):
    chosen = settings(tmp_path, mode=mode, public_url="https://example.org", webhook_secret="s")
    assert states(check_way(chosen, Done({"url": url}))) == {("updates", state)}


def test_trouble_and_a_queue_at_telegram_are_told(tmp_path):
    found = list(check_way(settings(tmp_path), Done({"url": "", "last_error_date": 1, "pending_update_count": 4})))
    assert "trouble" in words(found)
    assert "4 updates" in words(found)


def test_an_answer_without_information_is_taken_as_none(tmp_path):
    assert states(check_way(settings(tmp_path), Failed(500, "x"))) == {("updates", "good")}


@pytest.mark.parametrize(("apart", "state"), [(0, "good"), (29, "good"), (31, "wrong"), (-3600, "wrong")])
def test_a_clock_that_is_off_is_found(apart, state):
    fate = Reply(200, b"", date="Mon, 02 Mar 2026 08:00:00 GMT")
    assert states(check_clock(fate, NOW + timedelta(seconds=apart))) == {("clock", state)}


@pytest.mark.parametrize("fate", [NotSent("x"), Reply(200, b""), Reply(200, b"", date="yesterday")])
def test_without_their_time_nothing_is_said_about_ours(fate):
    assert list(check_clock(fate, NOW)) == []


def test_what_is_missing_for_serving_the_public_is_listed(tmp_path, monkeypatch):
    monkeypatch.setenv("WEERKLANK_BOT_TOKN", "x")
    found = check_machine(Settings.model_validate({"data": tmp_path}))
    assert ("settings", "wrong") in states(found)
    assert "WEERKLANK_CONTROLLER" in words(found)
    assert "did you mean WEERKLANK_BOT_TOKEN" in words(found)


def test_a_full_disk_and_missing_zones_are_found(tmp_path, monkeypatch):
    monkeypatch.setattr("bot.doctor.machine.LEAST_DISK", 2**62)
    monkeypatch.setattr("bot.doctor.machine.ZoneInfo", _no_zone)
    found = states(check_machine(settings(tmp_path / "not" / "there")))
    assert {("disk", "wrong"), ("time zones", "wrong")} <= found


def _no_zone(name):
    from zoneinfo import ZoneInfoNotFoundError  # noqa: PLC0415 -- only this stand-in raises it

    raise ZoneInfoNotFoundError(name)


@pytest.mark.asyncio
async def test_a_checkup_of_an_empty_store_counts_nothing(store):
    assert (await check_up(store, NOW)).health.inbox == {}
