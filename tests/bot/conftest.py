import json

import pytest
from loud import loud


@pytest.fixture
def log_stream():
    """Our logs at DEBUG as JSON lines; afterwards logging is as it was."""
    with loud() as stream:
        yield stream


@pytest.fixture
def log_lines(log_stream):
    """What was logged so far, as a list of dicts."""
    return lambda: [json.loads(line) for line in log_stream.getvalue().splitlines()]
