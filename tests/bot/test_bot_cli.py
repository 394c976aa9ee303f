import asyncio
import json
import os
import signal
import sys
from pathlib import Path

import pytest
import pytest_asyncio
from typer.testing import CliRunner

from bot import cli
from bot.cli import app
from bot.clock import SimulatedClock, SystemClock
from bot.demo.play import Address
from dialogues.library import library
from sandbox.options import Options
from sandbox.server import serve

ROOT = Path(__file__).parents[2]
TOKEN = "123456:canary-token"
CANARY = "canary"


@pytest.fixture(autouse=True)
def bare_environment(monkeypatch, tmp_path):
    for name in list(os.environ):
        if name.startswith("WEERKLANK_"):
            monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)


@pytest_asyncio.fixture
async def telegram():
    async with await serve(token=TOKEN, options=Options(rates=None)) as running:
        yield running


def run(*words):
    return CliRunner().invoke(app, list(words))


def set_all(monkeypatch, **values):
    for name, value in values.items():
        monkeypatch.setenv(f"WEERKLANK_{name.upper()}", str(value))


def test_settings_that_cannot_be_used_are_sentences_with_exit_code_2(monkeypatch):
    set_all(monkeypatch, mode="pigeon", listen="x")
    result = run("run")
    assert result.exit_code == 2
    assert result.stdout == ""
    assert "WEERKLANK_MODE must be 'polling' or 'webhook'." in result.stderr
    assert "WEERKLANK_LISTEN must be host:port" in result.stderr
    assert "WEERKLANK_BOT_TOKEN is missing" in result.stderr


def test_a_simulated_clock_is_refused_against_the_public_telegram(monkeypatch):
    texts = ("controller", "contact", "privacy_url", "hosting", "processors", "retention")
    set_all(monkeypatch, bot_token=TOKEN, **dict.fromkeys(texts, "x"))
    for words in (["--clock", "2026-03-02T08:00:00"], ["--clock-speed", "60"]):
        result = run("run", *words)
        assert result.exit_code == 2
        assert "simulated clock is for a local Telegram only" in result.stderr
    assert not Path("data").exists()


def test_a_clock_is_read_as_iso_and_without_a_zone_as_utc(monkeypatch):
    settings = cli.Settings.model_validate({"api_url": "http://127.0.0.1:1"})
    clock = cli._clock(settings, "2026-03-02T08:00:00", 60.0)
    assert isinstance(clock, SimulatedClock)
    assert clock.now().isoformat().startswith("2026-03-02T08:00:0")
    assert isinstance(cli._clock(settings, "", 1.0), SystemClock)
    with pytest.raises(cli.SettingsError, match="--clock must be a moment"):
        cli._clock(settings, "soon", 1.0)


def test_a_port_that_is_taken_and_a_wrong_master_key_end_with_one_sentence(monkeypatch):
    set_all(monkeypatch, bot_token=TOKEN, api_url="http://127.0.0.1:9", master_key="canary")
    result = run("run")
    assert result.exit_code == 2
    assert result.stderr.splitlines()[-1] == "WEERKLANK_MASTER_KEY must hold 32 bytes as base64 or hexadecimal."


def test_an_unexpected_error_shows_its_type_and_place_and_no_words(monkeypatch):
    def fail(*_):
        raise ValueError(CANARY)

    monkeypatch.setattr(cli.tables, "upgrade", fail)
    result = run("migrate")
    assert result.exit_code == 1
    assert result.stderr.startswith("Something unexpected went wrong: ValueError at test_bot_cli.py:")
    assert CANARY not in result.output


def test_migrate_makes_the_tables_and_may_be_repeated():
    assert run("migrate").exit_code == 0
    again = run("migrate")
    assert again.exit_code == 0
    assert again.stdout.startswith("The database is at revision ")
    assert Path("data/weerklank.db").exists()


def test_a_database_that_is_gone_is_one_sentence(monkeypatch):
    set_all(monkeypatch, database_url="postgresql://u:canary@127.0.0.1:1/x")
    result = run("migrate")
    assert (result.exit_code, result.stderr) == (1, "The database cannot be reached.\n")


def test_the_doctor_finds_an_unreachable_telegram_and_does_not_make_anything(monkeypatch):
    set_all(monkeypatch, bot_token=TOKEN, api_url="http://127.0.0.1:9")
    result = run("doctor", "--json")
    found = json.loads(result.stdout)
    assert result.exit_code == 1
    assert found["ok"] is False
    assert {
        "name": "telegram",
        "state": "wrong",
        "words": "Telegram cannot be reached (ClientConnectorError).",
    } in found["checks"]
    assert not Path("data").exists()
    assert CANARY not in result.output


def test_a_cohort_is_refused_with_every_reason_at_once():
    result = run(
        "cohort",
        "create",
        "--name",
        " ",
        "--programme",
        "none",
        "--language",
        "fr",
        "--timezone",
        "Mars",
        "--start",
        "x",
    )
    assert result.exit_code == 2
    assert len(result.stderr.splitlines()) == 5


def test_without_telegram_a_cohort_still_gets_its_payload():
    programme = next(iter(library().programmes))
    result = run("cohort", "create", "--name", "Team", "--programme", programme, "--json")
    made = json.loads(result.stdout)
    assert result.exit_code == 0, result.stderr
    assert made["invite"] is None
    assert made["note"] == "WEERKLANK_BOT_TOKEN is missing"
    assert len(made["payload"]) >= 22
    text = run("cohort", "create", "--name", "Team", "--programme", programme, "--start", "2030-01-07").stdout
    assert "no link, since WEERKLANK_BOT_TOKEN is missing" in text


async def command(*words, **settings):
    environment = {name: value for name, value in os.environ.items() if not name.startswith("WEERKLANK_")}
    environment |= {f"WEERKLANK_{name.upper()}": str(value) for name, value in settings.items()}
    pipe = asyncio.subprocess.PIPE
    return await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot.cli", *words, cwd=ROOT, env=environment, stdout=pipe, stderr=pipe
    )


@pytest.mark.asyncio
async def test_a_cohort_gets_a_link_with_the_bots_own_name(telegram, monkeypatch):
    programme = next(iter(library().programmes))
    words = ("cohort", "create", "--name", "Team", "--programme", programme, "--json")
    set_all(monkeypatch, bot_token=TOKEN, api_url=telegram.url)
    result = await asyncio.to_thread(run, *words)
    made = json.loads(result.stdout)
    assert made["invite"] == f"https://t.me/weerklank_bot?start={made['payload']}"


async def until_fetching(telegram):
    """Wait until the bot asks for updates."""
    stats = telegram.telegram.stats
    async with asyncio.timeout(30):
        while not stats.report()["calls"].get("getUpdates"):  # noqa: ASYNC110 -- another process cannot set our event
            await asyncio.sleep(0.05)


@pytest.mark.asyncio
async def test_run_serves_until_it_is_asked_to_stop_and_prints_no_secret(telegram, tmp_path):
    settings = {"data": tmp_path, "bot_token": TOKEN, "api_url": telegram.url, "file_url": telegram.url}
    process = await command("run", "--clock", "2026-03-02T08:00", "--clock-speed", "60", log_level="DEBUG", **settings)
    await until_fetching(telegram)
    process.send_signal(signal.SIGTERM)
    out, err = await asyncio.wait_for(process.communicate(), 10)
    assert process.returncode == 0, err
    assert out == b""
    events = [json.loads(line)["event"] for line in err.decode().splitlines()]
    assert events[0].startswith("a new master key was written")
    assert events[-1] == "stopped"
    assert CANARY.encode() not in err


@pytest.mark.asyncio
async def test_run_refuses_a_token_that_telegram_does_not_know(telegram, monkeypatch, log_stream):
    set_all(monkeypatch, bot_token="9:canary", api_url=telegram.url)
    result = await asyncio.to_thread(run, "run")
    assert result.exit_code == 1
    assert result.stderr.splitlines()[-1] == (
        "Telegram does not accept the bot token; check WEERKLANK_BOT_TOKEN and WEERKLANK_API_URL."
    )
    assert CANARY not in result.output + log_stream.getvalue()


@pytest.mark.parametrize(
    ("words", "folder", "port"),
    [((), "demo", 8787), (("--port", "9000", "--folder", "elsewhere/november"), "elsewhere/november", 9000)],
)
def test_the_demo_plays_where_it_is_told_to(monkeypatch, words, folder, port):
    played = []

    async def perform(folder, address, *, headless):
        played.append((folder, address, headless))

    monkeypatch.setattr(sys.modules["bot.demo.play"], "perform", perform)
    assert run("demo", "--headless", *words).exit_code == 0
    assert played == [(Path(folder), Address("127.0.0.1", port), True)]


def test_the_demo_at_a_port_that_does_not_exist_is_refused():
    assert run("demo", "--port", "65536").exit_code == 2


def test_the_roles_of_the_web_apps_are_printed_as_sql():
    result = run("database", "roles")
    assert result.exit_code == 0
    assert "GRANT SELECT, INSERT, UPDATE ON public.cohort TO weerklank_console;" in result.stdout
    assert "answer TO weerklank_console" not in result.stdout


def test_roles_on_a_file_are_refused_in_one_sentence():
    result = run("database", "roles", "--apply")
    assert result.exit_code == 2
    assert result.stderr == "SQLite knows no roles; the two web apps need PostgreSQL to be kept apart.\n"


def test_roles_are_made_on_postgresql(monkeypatch, postgres_url):
    set_all(monkeypatch, database_url=postgres_url)
    result = run("database", "roles", "--apply")
    assert result.exit_code == 0, result.stderr
    assert "weerklank_page" in result.stdout
