"""From a shared place to its time zone, here at the edge, so that no coordinates ever come in."""

import tzfpy
from telegram import Location


def zone_of(place: Location) -> str:
    """The IANA name of the time zone, or an empty text where there is none."""
    return tzfpy.get_tz(place.longitude, place.latitude)
