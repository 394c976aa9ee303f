"""The one way to a group or organisation: it is there for this member, and this act is allowed, or it is a plain no."""

from dialogues.people import CLOSED, Cohort, Id
from journeys.console.who import Missing, Refused, Who
from journeys.permissions import Act, may, sees
from storage import cohorts
from storage.faults import NotFound
from storage.session import Session

ON_THE_MOVE: frozenset[Act] = frozenset(
    {
        "invite", "pause cohort", "extend cohort", "move start", "change programme", "send notice", "add question",
        "close cohort",
    }
)  # fmt: skip  # acts on a group that still runs


async def group_for(session: Session, who: Who, cohort: Id, act: Act) -> Cohort:
    """The group, for an act on it. Raises Missing when it is not there for this member, Refused when it may not be."""
    try:
        found = await cohorts.get(session, cohort)
    except NotFound:
        raise Missing from None
    if found.organisation is None or not sees(who.roles, found.organisation, cohort):
        raise Missing
    if not may(who.roles, act, found.organisation, cohort):
        raise Refused("role")
    if act in ON_THE_MOVE and found.state in CLOSED:
        raise Refused("closed")
    return found


def organisation_for(who: Who, act: Act, organisation: Id | None = None) -> Id:
    """The organisation for an act on it as a whole, the first of this member's unless one is named.

    Raises Missing when none of the member's roles is for all of it, Refused when it may not be.
    """
    mine = [
        role.organisation for role in who.roles if role.cohort is None and organisation in (None, role.organisation)
    ]
    allowed = next((one for one in mine if may(who.roles, act, one)), None)
    if allowed is not None:
        return allowed
    raise Refused("role") if mine else Missing
