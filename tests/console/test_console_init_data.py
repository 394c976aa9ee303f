"""Who opened the Mini App is believed only when every byte is as Telegram signed it, and fresh."""

import hashlib
import hmac
import json
import random
import string
from datetime import UTC, datetime, timedelta
from urllib.parse import quote, urlencode

import pytest

from console.mine import init_data
from console.mine.init_data import user_of

TOKEN = "123456:AAtest-token_of-a-bot"
NOW = datetime(2026, 12, 1, 9, 0, tzinfo=UTC)
USER = {"id": 4242, "first_name": "Noor & Zoë=", "language_code": "nl"}


def signed(token: str = TOKEN, at: datetime = NOW, **changes: str) -> str:
    fields = {
        "query_id": "AAHdF6IQAAAAAN0XohDhrOrc",
        "user": json.dumps(USER, separators=(",", ":"), ensure_ascii=False),
        "auth_date": str(int(at.timestamp())),
        "signature": "zL-ucjNyREiHDE8aihFwpfR9aggP2xiAo3NSpfe-p7IbCisNlDKlo7Kb6G4D0Ao2mBrSgEk4maLSdv6MLIlADQ",
        **changes,
    }
    told = "\n".join(f"{name}={fields[name]}" for name in sorted(fields))
    secret = hmac.new(b"WebAppData", token.encode(), hashlib.sha256).digest()
    return urlencode({**fields, "hash": hmac.new(secret, told.encode(), hashlib.sha256).hexdigest()}, quote_via=quote)


def test_what_telegram_signed_tells_who_opened_it():
    assert user_of(signed(), TOKEN, NOW) == 4242
    assert user_of(signed(), TOKEN, NOW + timedelta(minutes=59)) == 4242


@pytest.mark.parametrize(
    "wrong",
    [
        "",
        "x",
        signed().replace("&hash=", "&other="),
        signed() + "&hash=" + "0" * 64,
        signed() + "&user=%7B%22id%22%3A1%7D",
        signed(token="123456:another"),
        signed(at=NOW - timedelta(hours=1, seconds=1)),
        signed(at=NOW + timedelta(minutes=2)),
        signed(auth_date=""),
        signed(auth_date="-1"),
        signed(auth_date="9" * 30),
        signed(auth_date="١٢٣"),
        signed(user="no json"),
        signed(user="[]"),
        signed(user='{"id":"4242"}'),
        signed(user='{"id":true}'),
        signed(user='{"id":-5}'),
        signed(user="[" * 2000),
        signed().replace("user=", "user=%FF"),
        "a=" + "b" * init_data.LONGEST,
        "&".join(f"k{n}=v" for n in range(60)),
    ],
)
def test_anything_else_tells_nobody(wrong):
    assert user_of(wrong, TOKEN, NOW) is None


def test_ten_thousand_changes_of_one_character_are_all_refused():
    chance, sound = random.Random(7), signed()
    letters = string.ascii_letters + string.digits + "%&=+-_."
    refused = 0
    while refused < 10_000:
        at = chance.randrange(len(sound))
        kind = chance.randrange(3)
        put = "" if kind == 0 else chance.choice(letters)
        changed = sound[:at] + put + sound[at + (kind != 2) :]
        if changed == sound or _same(changed, sound):
            continue
        refused += 1
        assert user_of(changed, TOKEN, NOW) is None, changed


def _same(one: str, other: str) -> bool:
    """Do both spell the same fields, such as %2f for %2F?"""
    return init_data._fields(one) == init_data._fields(other)


def test_the_comparison_takes_the_same_time_wherever_it_differs(monkeypatch):
    seen = []
    real = hmac.compare_digest
    monkeypatch.setattr(init_data.hmac, "compare_digest", lambda one, other: seen.append(1) or real(one, other))
    user_of(signed(token="123456:another"), TOKEN, NOW)
    assert seen
