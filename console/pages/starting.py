"""Another first day of a group, as its page shows it: what everybody is told, and all that moves by it."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from console.visit import Visit
from dialogues.asking import phrases
from journeys.console.beginning import Look, Wanted


def wanted(visit: Visit, starts_on: date) -> Wanted:
    """What was filled in; without a last day there is nothing that moves along."""
    return Wanted(starts_on, visit.given("along") == "yes")


def shown(visit: Visit, look: Look) -> dict[str, object]:
    """The message as it comes to who follows the days of the group, the days before and after, and what moves."""
    return {
        "was": look.was,
        "becomes": look.becomes,
        "told": _told(visit, look),
        "first": look.first,
        "moved": [one for one in look.moves if one.was and one.becomes],
        "gone": [one for one in look.moves if one.becomes is None],
        "new": [one for one in look.moves if one.was is None],
        "stays": look.stays,
        "mirrors": look.mirrors,
        "waits": any(one.kind == "own_question" and one.was and one.becomes for one in look.moves),
        "mark": look.mark,
    }


def _told(visit: Visit, look: Look) -> str:
    """Nothing where nothing is asked before the last day, or where it is asked when it was."""
    if look.first is None or not look.told:
        return ""
    at = datetime.combine(look.first.on, look.first.at, ZoneInfo(look.becomes.zone))
    moment = phrases.timed("moment", at, look.becomes.zone, visit.language)
    return visit.desk.library.messages["group_start"].text[visit.language].format(cohort=look.becomes.name, **moment)
