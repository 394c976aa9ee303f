import ast
import io
import json
import logging
from pathlib import Path

import pytest
import structlog

from bot.logs import ALLOWED, configure, places

CANARY = "canary-7f3a"
ROOMS = ("bot", "handlers", "journeys", "storage", "summaries", "dialogues")
ROOT = Path(__file__).parents[2]
LEVELS = {"debug", "info", "warning", "error", "critical", "exception"}


@pytest.fixture
def out(log_stream):
    return log_stream


def lines(out):
    return [json.loads(line) for line in out.getvalue().splitlines()]


def test_named_keys_pass_and_all_others_are_dropped(out):
    structlog.get_logger().info("update taken", update=7, text=CANARY, token=CANARY)
    (line,) = lines(out)
    assert line["event"] == "update taken"
    assert line["update"] == 7
    assert CANARY not in out.getvalue()


def test_an_event_that_is_no_plain_phrase_is_replaced(out):
    structlog.get_logger().warning(f"https://api/bot{CANARY}?x=1\n")
    assert lines(out)[0]["event"] == "(no plain phrase)"


def test_an_allowed_key_still_takes_no_object(out):
    structlog.get_logger().info("odd", why={"text": CANARY}, name=[CANARY])
    assert CANARY not in out.getvalue()


def fail_with(words):
    raise ValueError(words)


def test_an_error_shows_its_type_and_place_but_not_its_words(out):
    try:
        try:
            fail_with(CANARY)
        except ValueError as error:
            raise RuntimeError(CANARY) from error
    except RuntimeError:
        structlog.get_logger().exception("went wrong")
    (line,) = lines(out)
    assert line["error"] == "builtins.RuntimeError < builtins.ValueError"
    assert "test_bot_logs.py" in line["trace"]
    assert CANARY not in out.getvalue()


def test_a_group_of_errors_names_its_members(out):
    group = ExceptionGroup(CANARY, [ValueError(CANARY), KeyError(CANARY)])
    structlog.get_logger().error("several", exc_info=group)
    assert lines(out)[0]["error"] == "builtins.ExceptionGroup(ValueError, KeyError)"
    assert CANARY not in out.getvalue()


@pytest.mark.parametrize(
    "name", ["httpx", "httpcore.http11", "aiohttp.client", "telegram.ext.Application", "apscheduler.scheduler",
             "uvicorn.access", "uvicorn.error", "sqlalchemy.engine", "asyncio", "somebody.else"],
)  # fmt: skip
def test_a_library_is_heard_but_not_quoted(out, name):
    logger = logging.getLogger(name)
    for level in (logging.DEBUG, logging.INFO):
        logger.log(level, "POST %s", CANARY)
    assert lines(out) == []
    logger.error(f"failed {CANARY}", exc_info=ValueError(CANARY))  # noqa: G004 -- as careless libraries do
    (line,) = lines(out)
    assert line["event"] == "a library reports"
    assert line["error"] == "builtins.ValueError"
    assert CANARY not in out.getvalue()


def test_a_broken_log_call_of_a_library_harms_nobody(out, capsys):
    logging.getLogger("lib").error("%s %s", CANARY)  # noqa: PLE1206 -- the broken call is the point
    assert len(lines(out)) == 1
    assert CANARY not in "".join(capsys.readouterr())


def test_the_console_form_drops_the_same(out):
    stream = io.StringIO()
    configure("INFO", stream, console=True)
    structlog.get_logger().info("hello", text=CANARY, count=3)
    assert "count=3" in stream.getvalue()
    assert CANARY not in stream.getvalue()


def test_places_are_files_and_lines():
    with pytest.raises(ValueError, match="x") as caught:
        fail_with("x")
    assert places(caught.value)[-1].startswith("test_bot_logs.py:")


def log_calls():
    for room in ROOMS:
        for path in sorted((ROOT / room).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if (
                    isinstance(node, ast.Call)
                    and isinstance(node.func, ast.Attribute)
                    and node.func.attr in LEVELS
                    and isinstance(node.func.value, ast.Name)
                    and node.func.value.id in {"log", "logger", "_log", "LOG"}
                ):
                    yield f"{path.relative_to(ROOT)}:{node.lineno}", node


def test_every_log_call_in_the_house_has_a_fixed_phrase_and_allowed_keys():
    calls = list(log_calls())
    assert calls
    for where, call in calls:
        assert len(call.args) == 1, where
        assert isinstance(call.args[0], ast.Constant), f"{where}: the event must be a fixed phrase"
        keys = {keyword.arg for keyword in call.keywords}
        assert keys <= ALLOWED | {"exc_info"}, f"{where}: {keys - ALLOWED}"
