import io
import json
import logging

import pytest
import structlog

from bot.logs import configure


@pytest.fixture
def log_stream():
    """Our logs at DEBUG as JSON lines; afterwards logging is as it was."""
    root = logging.getLogger()
    before = root.handlers[:], root.level, logging.raiseExceptions
    stream = io.StringIO()
    configure("DEBUG", stream, console=False)
    yield stream
    structlog.reset_defaults()
    root.handlers, logging.raiseExceptions = before[0], before[2]
    root.setLevel(before[1])


@pytest.fixture
def log_lines(log_stream):
    """What was logged so far, as a list of dicts."""
    return lambda: [json.loads(line) for line in log_stream.getvalue().splitlines()]
