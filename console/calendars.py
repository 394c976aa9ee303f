"""The rhythm of a programme as a calendar file: moments that take ten minutes, without what is asked."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import count
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event

from journeys.console.planning import Planned

LASTS = timedelta(minutes=10)
SINCE = datetime(2020, 1, 1, tzinfo=UTC)  # seconds from here are more than any number of an earlier file


@dataclass(frozen=True, slots=True)
class Heading:
    """Of which group the moments are (its number), what they are called, on whose clocks, and what is said of them."""

    group: int
    title: str
    zone: str
    note: str = ""


def rhythm(moments: Iterable[Planned], heading: Heading, stamp: datetime) -> bytes:
    """An iCalendar file (RFC 5545) of all moments; `stamp`: when it was made.

    A later file of the same group moves the moments of an earlier one, and leaves those of other groups be; a question
    of a facilitator between them keeps its own.
    """
    made = Calendar()
    made.add("prodid", "-//Weerklank//rhythm//NL")
    made.add("version", "2.0")
    numbers = count()
    for planned in moments:
        begins = datetime.combine(planned.on, planned.at, ZoneInfo(heading.zone))
        event = Event()
        name = f"question-{planned.question:x}" if planned.question else next(numbers)
        event.add("uid", f"{heading.group:x}-{name}@weerklank")
        event.add("dtstamp", stamp)
        event.add("sequence", int((stamp - SINCE).total_seconds()))
        event.add("dtstart", begins)
        event.add("dtend", begins + LASTS)
        event.add("summary", heading.title)
        if heading.note:
            event.add("description", heading.note)
        made.add_component(event)
    made.add_missing_timezones()
    content: bytes = made.to_ical()
    return content
