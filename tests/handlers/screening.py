"""How a test shows a screen: rendered, turned into the real call, and judged by Telegram's own parser and limits."""

import ast
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from bot import extras
from bot.gateway import request
from dialogues.events import Pressed, pressed
from dialogues.library import library
from handlers import screens
from handlers.outgoing import Outgoing
from journeys.ports import Delivery, Screen
from sandbox.keyboards import check_markup
from sandbox.parser import parse
from sandbox.texts import units

LIBRARY = library()
MOST_TEXT, MOST_CAPTION, WIDEST_LABEL, WIDEST_ROW = 4096, 1024, 32, 7
LEFT = re.compile(r"\{[a-z_]+\}")
ANY = {  # something for each placeholder that a screen may have
    "country": "Nederland",
    "cohort": "Alliantie Zonzijde", "date": "maandag 30 november 2026", "moment": "morgen om 16:30",
    "zone": "Amsterdam", "rhythm": "twee keer per week", "days": "dinsdag en donderdag",
    "times": "8:30 en 16:30", "time": "8:30",
    "pulse": "aan", "next_date": "dinsdag om 8:30", "first_date": "dinsdag om 8:30", "programme": "Vier weken",
    "min": "1", "max": "7", "n": "12", "weeks": "4", "link": "https://t.me/weerklank_bot?start=abc", "_": "",
    "month": "november", "controller": "Stichting Zonzijde", "contact": "hallo@zonzijde.example",
    "privacy_url": "https://zonzijde.example", "hosting": "Utrecht", "processors": "niemand", "retention": "een jaar",
}  # fmt: skip
MOVES = Path(__file__).parents[2] / "dialogues" / "moves"
HEARD = {  # every word that a move compares with, and so every group of buttons that is listened to
    node.value
    for path in MOVES.rglob("*.py")
    for node in ast.walk(ast.parse(path.read_text()))
    if isinstance(node, ast.Constant) and isinstance(node.value, str)
}
both = pytest.mark.parametrize("language", ["nl", "en"])


def item(kind: str, name: str, **more: Any) -> dict[str, Any]:
    """The arguments of a screen about an item of the library."""
    return {"kind": kind, "item": name, "prompt": 5, **more}


def own(text: str, number: int = 0, **more: Any) -> dict[str, Any]:
    """An answer as the pages of own words get it."""
    line = {
        "id": 2**62 + number,
        "date": "woensdag 30 september 2026",
        "kind": "question",
        "item": "RF-03",
        "of": 2**62,
    }
    return {**line, "text": text, "state": "kept", "late": False, **more}


@dataclass(frozen=True)
class Shown:
    """What a phone would show."""

    text: str
    labels: tuple[str, ...]
    entities: tuple[str, ...]
    out: Outgoing


def show(name: str, language: str, args: dict[str, Any] | None = None, **material: Any) -> Shown:
    """Render a screen and hold it to Telegram's promises; raises AssertionError or BotError when it breaks one."""
    args = {"about": 2**62 + 1, "language": language, **(args or {})}
    delivery = Delivery(1, language, Screen(name, args), material)
    out = screens.render(delivery, LIBRARY, "weerklank_bot")
    method, params, _ = request(delivery, out)
    text, entities = parse(params.get("text", params.get("caption", "")), "HTML")
    older = extras.without(params, extras.NEWER)
    assert parse(older.get("text", older.get("caption", "")), "HTML")[0] == text, "an older Telegram shows other words"
    assert text.strip(), name
    assert not any("\ud800" <= sign <= "\udfff" for sign in params.get("text", "") + params.get("caption", ""))
    assert units(text) <= (MOST_TEXT if method == "sendMessage" else MOST_CAPTION), (name, units(text))
    check_markup(params.get("reply_markup"))
    _judge_buttons(out)
    if name in HEARD:  # some messages are only parts of a screen, and their buttons belong to that
        assert {event.group for event in presses(out)} <= HEARD, "no move listens to these buttons"
    kinds = tuple(entity["type"] for entity in entities)
    return Shown(text, tuple(key.label for row in out.keyboard for key in row), kinds, out)


def presses(out: Outgoing) -> list[Pressed]:
    """What happens when each of its buttons is pressed."""
    events = [pressed(key.data or "", 1) for row in out.keyboard for key in row]
    return [event for event in events if event is not None]


def _judge_buttons(out: Outgoing) -> None:
    data = [key.data for row in out.keyboard for key in row]
    assert len(set(data)) == len(data), "two buttons that do the same"
    for row in out.keyboard:
        assert 1 <= len(row) <= WIDEST_ROW
        for key in row:
            assert units(key.label) <= WIDEST_LABEL, key
            assert (key.data is None) != (key.url is None)
            if key.data is None:  # an address: nothing comes back to us
                continue
            assert pressed(key.data, 1) is not None, key
            assert key.label == key.label.strip() != ""
