"""How a test shows a screen: rendered, turned into the real call, and judged by Telegram's own parser and limits."""

from dataclasses import dataclass
from typing import Any

from bot.gateway import request
from dialogues.events import pressed
from dialogues.library import library
from handlers import screens
from handlers.outgoing import Outgoing
from journeys.ports import Delivery, Screen
from sandbox.keyboards import check_markup
from sandbox.parser import parse
from sandbox.texts import units

LIBRARY = library()
MOST_TEXT, MOST_CAPTION, WIDEST_LABEL, WIDEST_ROW = 4096, 1024, 32, 7


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
    assert text.strip(), name
    assert units(text) <= (MOST_TEXT if method == "sendMessage" else MOST_CAPTION), (name, units(text))
    check_markup(params.get("reply_markup"))
    _judge_buttons(out)
    kinds = tuple(entity["type"] for entity in entities)
    return Shown(text, tuple(key.label for row in out.keyboard for key in row), kinds, out)


def _judge_buttons(out: Outgoing) -> None:
    data = [key.data for row in out.keyboard for key in row]
    assert len(set(data)) == len(data), "two buttons that do the same"
    for row in out.keyboard:
        assert 1 <= len(row) <= WIDEST_ROW
        for key in row:
            assert units(key.label) <= WIDEST_LABEL, key
            assert key.data is not None
            assert pressed(key.data, 1) is not None, key
