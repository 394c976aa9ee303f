import json
import os

import pytest

from bot.settings import CONSENT, FromEnvironment, Settings, SettingsError, ToServe, read, unknown

TOKEN = "123456:canary-token-AAAA"
PASSWORD = "canary-password"


@pytest.fixture(autouse=True)
def _bare_environment(monkeypatch, tmp_path):
    for name in list(os.environ):
        if name.startswith("WEERKLANK_"):
            monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)


def problems(kind=FromEnvironment):
    with pytest.raises(SettingsError) as caught:
        read(kind)
    return caught.value.problems


def set_all(monkeypatch, **values):
    for name, value in values.items():
        monkeypatch.setenv(f"WEERKLANK_{name.upper()}", value)


def test_nothing_set_gives_a_polling_bot_on_a_file_in_the_data_folder():
    settings = read()
    assert settings.mode == "polling"
    assert settings.public
    assert settings.database == "sqlite+aiosqlite:///data/weerklank.db"


def test_the_environment_goes_before_the_file(monkeypatch, tmp_path):
    (tmp_path / ".env").write_text(f"WEERKLANK_BOT_TOKEN={TOKEN}\nWEERKLANK_MODE=webhook\nWEERKLANK_OPEN=no\n")
    set_all(monkeypatch, mode="polling")
    settings = read()
    assert settings.mode == "polling"
    assert not settings.open
    assert settings.bot_token.get_secret_value() == TOKEN


def test_every_mistake_is_told_at_once_in_plain_sentences(monkeypatch):
    set_all(
        monkeypatch,
        bot_token="nonsense",
        api_url="https://api.telegram.org/bot",
        file_url="ftp://x",
        mode="carrier-pigeon",
        listen="here",
        webhook_secret="not allowed!",
        database_url="mysql://x",
        facilitators="1,me",
        open="perhaps",
        log_level="loud",
        public_url="http://example.org",
    )
    found = problems()
    assert len(found) == 11
    assert all(sentence.startswith("WEERKLANK_") and sentence.endswith(".") for sentence in found)
    assert "WEERKLANK_MODE must be 'polling' or 'webhook'." in found


def test_webhook_mode_needs_its_address_and_its_secret(monkeypatch):
    set_all(monkeypatch, mode="webhook")
    assert problems() == (
        "WEERKLANK_PUBLIC_URL is needed in webhook mode.",
        "WEERKLANK_WEBHOOK_SECRET is needed in webhook mode.",
    )


@pytest.mark.parametrize("port", ["443", "80", "88", "8443"])
def test_telegram_calls_four_ports(monkeypatch, port):
    set_all(monkeypatch, mode="webhook", webhook_secret="s", public_url=f"https://example.org:{port}/deep")
    assert read().public_url == f"https://example.org:{port}/deep"


def test_another_port_is_refused_unless_telegram_is_a_local_one(monkeypatch):
    set_all(monkeypatch, mode="webhook", webhook_secret="s", public_url="https://example.org:8080")
    assert "443, 80, 88 or 8443" in problems()[0]
    set_all(monkeypatch, api_url="http://127.0.0.1:8081", public_url="http://localhost:8080")
    assert read().public_url == "http://localhost:8080"


@pytest.mark.parametrize("address", ["http://127.0.0.1:8081", "http://localhost:1", "http://[::1]:80", "https://x.org"])
def test_plain_http_is_for_this_machine_only(monkeypatch, address):
    set_all(monkeypatch, api_url=address + "/")
    assert read().api_url == address
    set_all(monkeypatch, api_url="http://192.168.1.2:8081")
    assert "plain http is for this machine only" in problems()[0]


@pytest.mark.parametrize(
    ("given", "used"),
    [
        ("postgresql://u:p@h/db", "postgresql+psycopg://u:p@h/db"),
        ("postgres://h/db", "postgresql+psycopg://h/db"),
        ("postgresql+asyncpg://h/db", "postgresql+psycopg://h/db"),
        ("sqlite:////tmp/x.db", "sqlite+aiosqlite:////tmp/x.db"),
    ],
)
def test_a_database_address_gets_its_async_driver(monkeypatch, given, used):
    set_all(monkeypatch, database_url=given)
    assert read().database == used


@pytest.mark.parametrize("given", ["sqlite://", "sqlite:///:memory:"])
def test_a_database_in_memory_is_refused(monkeypatch, given):
    set_all(monkeypatch, database_url=given)
    assert "must name a file" in problems()[0]


def test_serving_the_public_needs_a_token_and_all_that_the_consent_text_names(monkeypatch):
    found = problems(ToServe)
    assert [sentence.split()[0] for sentence in found] == [
        f"WEERKLANK_{name.upper()}" for name in ("bot_token", *CONSENT)
    ]


def test_a_local_telegram_may_be_served_without_consent_settings(monkeypatch):
    set_all(monkeypatch, bot_token=TOKEN, api_url="http://127.0.0.1:8081")
    assert read(ToServe).consent == dict.fromkeys(CONSENT, "")


def test_two_master_keys_are_one_too_many(monkeypatch):
    set_all(monkeypatch, master_key="x", master_key_file="y")
    assert "keep one of them" in problems()[0]


def test_empty_means_not_set(monkeypatch):
    set_all(monkeypatch, bot_token="", mode=" ", database_url="", facilitators="", open="")
    assert read().model_dump() == Settings().model_dump()


def test_facilitators_are_telegram_ids_with_commas(monkeypatch):
    set_all(monkeypatch, facilitators="12, 345,")
    assert read().facilitators == (12, 345)


def test_secrets_do_not_print(monkeypatch):
    set_all(
        monkeypatch,
        bot_token=TOKEN,
        master_key="canary-key",
        webhook_secret="canary-secret",
        database_url=f"postgresql://u:{PASSWORD}@h/db",
    )
    settings = read()
    shown = repr(settings) + str(settings) + settings.model_dump_json() + json.dumps(settings.model_dump(mode="json"))
    assert "canary" not in shown


def test_wrong_secrets_do_not_print_either(monkeypatch):
    set_all(
        monkeypatch, bot_token="canary!", webhook_secret="canary!", database_url="canary://canary", master_key="canary"
    )
    with pytest.raises(SettingsError) as caught:
        read()
    assert "canary" not in repr(caught.value) + str(caught.value)
    assert caught.value.__cause__ is None


def test_a_slip_of_the_pen_is_pointed_out():
    assert unknown(["WEERKLANK_BOT_TOKN", "PATH", "WEERKLANK_MODE"]) == [
        "WEERKLANK_BOT_TOKN is no setting; did you mean WEERKLANK_BOT_TOKEN?"
    ]
    assert unknown(["WEERKLANK_XYZZY"]) == ["WEERKLANK_XYZZY is no setting."]


def test_settings_made_in_code_ignore_the_environment(monkeypatch):
    set_all(monkeypatch, bot_token=TOKEN)
    assert Settings().bot_token is None
