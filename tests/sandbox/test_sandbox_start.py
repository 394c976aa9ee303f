"""Starting and stopping the local Telegram, with and without Telegram's own parser; its page; its tables."""

import asyncio
import json
import os
import signal
import sys

import pytest

from sandbox import make_tables, parser, server
from sandbox.clock import Clock
from sandbox.dispatch import PLAYED
from sandbox.options import Options
from sandbox.parser import ParserMissingError
from sandbox.people import Person
from sandbox.schema import METHODS

ALONE = "from sandbox.server import run; run('127.0.0.1', 0, '1:a', tell=lambda url: print(url, flush=True))"


@pytest.fixture
def without_parser(monkeypatch):
    """As if the package were not installed."""
    parser._library.cache_clear()
    parser.available.cache_clear()
    parser._detected.cache_clear()
    monkeypatch.setitem(sys.modules, "tdjson", None)
    yield
    parser._library.cache_clear()
    parser.available.cache_clear()
    parser._detected.cache_clear()


@pytest.mark.asyncio
async def test_without_telegrams_parser_it_refuses_to_start(without_parser, token):
    with pytest.raises(ParserMissingError, match="install the package tdjson"):
        await server.serve(token=token)


@pytest.mark.asyncio
async def test_without_telegrams_parser_plain_text_works_and_markup_says_what_is_missing(
    without_parser, token, wire_to, caplog
):
    options = Options(needs_parser=False)
    caplog.set_level("WARNING")
    async with await server.serve(token=token, options=options) as running, await Person.join(running.url, "Bo") as bo:
        assert "tdjson) is missing" in caplog.text
        wire = wire_to(running)
        await bo.start("x")
        (update,) = await wire.result("getUpdates")
        assert update["message"]["entities"] == [{"type": "bot_command", "offset": 0, "length": 6}]
        sent = await wire.result("sendMessage", chat_id=bo.id, text="😀 https://example.org")
        assert sent["entities"] == [{"type": "url", "offset": 3, "length": 19}]
        answer = await wire.answer("sendMessage", chat_id=bo.id, text="<b>a</b>", parse_mode="HTML")
        assert answer["error_code"] == 501
        assert "tdjson" in answer["description"]


@pytest.mark.asyncio
@pytest.mark.parametrize("token", ["", "abc", "12:", "x:y"])
async def test_a_token_that_is_none_is_refused(token):
    with pytest.raises(ValueError, match="a bot token is a number, a colon and a secret"):
        await server.serve(token=token)


@pytest.mark.asyncio
async def test_a_taken_port_is_said(telegram, token):
    with pytest.raises(OSError, match="address already in use"):
        await server.serve(port=telegram.port, token=token)


def test_no_secret_stands_in_what_is_printed(token):
    assert "sandbox-token" not in repr(server.Telegram(Options()).add_bot(token))


@pytest.mark.asyncio
async def test_open_polls_do_not_delay_closing(token, wire_to):
    running = await server.serve(token=token)
    wire = wire_to(running)
    poll = asyncio.create_task(wire.answer("getUpdates", timeout=50))
    async with asyncio.timeout(3):
        while not (await wire.control("stats", "GET"))[1]["calls"]:
            pass
        await running.close()
    with pytest.raises(Exception, match=r"disconnect|reset"):
        await poll


@pytest.mark.asyncio
async def test_alone_it_tells_its_address_and_stops_at_sigterm():
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-c",
        ALONE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": "."},
    )
    address = (await asyncio.wait_for(process.stdout.readline(), 20)).decode().strip()
    async with await Person.join(address, "Bo") as bo:
        assert bo.first_name == "Bo"
    process.send_signal(signal.SIGTERM)
    _out, errors = await asyncio.wait_for(process.communicate(), 20)
    assert (process.returncode, errors) == (0, b"")


@pytest.mark.asyncio
async def test_the_chat_page_is_served_from_its_folder(tmp_path, token, wire_to):
    (tmp_path / "index.html").write_text("<h1>Chat</h1>")
    (tmp_path / "chat.js").write_text("1")
    async with await server.serve(token=token, options=Options(page=tmp_path)) as running:
        session = wire_to(running).session
        for path, text in (("/", "<h1>Chat</h1>"), ("/page/chat.js", "1")):
            async with session.get(running.url + path) as response:
                assert await response.text() == text
                assert response.headers["Cache-Control"] == "no-cache"
    bare = Options(page=tmp_path / "none")
    async with await server.serve(token=token, options=bare) as running, session.get(running.url + "/") as response:
        assert response.status == 404


def test_a_set_clock_runs_at_its_speed():
    clock = Clock()
    start = clock.now()
    clock.set(start, speed=3_600_000)
    assert clock.now() > start
    clock.set(start, speed=0)
    assert clock.now() == clock.now() == start


def test_every_method_that_is_played_stands_in_the_tables():
    assert set(PLAYED) <= set(METHODS.values())


def test_tables_are_made_from_the_three_sources(tmp_path, monkeypatch):
    emoji = {"name": "emoji", "description": 'Reaction emoji. Currently, it can be one of "👍", "❤".'}
    older = {"types": {"ReactionTypeEmoji": {"fields": [emoji]}, "RichText": {"subtypes": ["String", "RichTextBold"]}}}

    def entry(category, name, description="", *annotations):
        names = ("name", "type", "required", "description")
        return {
            "category": category,
            "name": name,
            "description": description,
            "annotations": [dict(zip(names, annotation, strict=True)) for annotation in annotations],
        }

    schema = {
        "items": [
            {
                "children": [
                    entry(
                        "methods",
                        "sendMessage",
                        "",
                        ("chat_id", "Integer or String", True, "Whom"),
                        ("media", "Array of InputMediaAudio and InputMediaPhoto", False, "What"),
                    ),
                    entry("types", "RichText", "One of\n - RichTextBold"),
                    entry(
                        "types", "RichTextBold", "", ("type", "String", True, "Type of the rich text, always 'bold'")
                    ),
                ]
            }
        ]
    }
    delta = {
        "new_types": {"RichTextButton": {"fields": {"type": {"required": False, "type": "Literal[<X: 'button'>]"}}}},
        "new_params": {
            "sendMessage": {
                "blocks": {"required": False, "type": "list[rich.RichBlock]"},
                "draft": {"required": True, "type": "<class 'int'>"},
                "extra": {"required": False, "type": "bool | aiogram.client.default.Default | None"},
            }
        },
        "new_fields": {"RichTextBold": {"text": {"required": False, "type": "Optional[RichTextUnion]"}}},
    }
    sources = {"api-10.1.json": older, "schema-10.2.json": schema, "delta-10.3.json": delta}
    for name, content in sources.items():
        (tmp_path / name).write_text(json.dumps(content))
    monkeypatch.setattr(make_tables, "TABLES", tmp_path / "tables.json")
    assert make_tables.main([]) == 2
    assert make_tables.main([str(tmp_path)]) == 0
    assert json.loads((tmp_path / "tables.json").read_text()) == {
        "version": "10.3",
        "methods": {
            "sendMessage": {
                "chat_id": "Integer|String!",
                "media": "Array of InputMediaAudio|Array of InputMediaPhoto",
                "blocks": "Array of RichBlock",
                "draft": "Integer!",
                "extra": "Boolean",
            }
        },
        "types": {"RichTextBold": {"type": "'bold'!", "text": "RichText"}, "RichTextButton": {"type": "'button'!"}},
        "unions": {"RichText": ["String", "RichTextBold", "RichTextButton"]},
        "reactions": ["👍", "❤"],
    }
