"""The rhythm of a programme as a calendar file: moments that take ten minutes, without what is asked."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event

from journeys.console.cohorts import Planned

LASTS = timedelta(minutes=10)


def rhythm(moments: Iterable[Planned], zone: str, title: str, stamp: datetime) -> bytes:
    """An iCalendar file (RFC 5545) of all moments, on the clocks of a zone; `stamp`: when it was made."""
    made = Calendar()
    made.add("prodid", "-//Weerklank//rhythm//NL")
    made.add("version", "2.0")
    for number, planned in enumerate(moments):
        begins = datetime.combine(planned.on, planned.at, ZoneInfo(zone))
        event = Event()
        event.add("uid", f"{begins:%Y%m%dT%H%M}-{number}@weerklank")
        event.add("dtstamp", stamp)
        event.add("dtstart", begins)
        event.add("dtend", begins + LASTS)
        event.add("summary", title)
        made.add_component(event)
    made.add_missing_timezones()
    content: bytes = made.to_ical()
    return content
