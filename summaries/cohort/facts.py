"""What is released about a group, as frozen values: of a closed week, and of a closed period for its mirror.

They hold shares only, no keys of people, and are kept as they are: what was published once is read back, never computed
again. Any page shows them, in any language, and works with nothing else.
"""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal

from pydantic import ConfigDict, Field, TypeAdapter, ValidationError

from summaries.cohort.safely import K, Share

Pace = Literal["hour", "half_day", "day", "later", ""]  # within it; "" is not told
Half = Literal["less", "more", ""]  # about half of the questions were answered or less, or more; "" is not told
Side = Literal["a", "b", "none"]  # more than half stood at this pole; "none": divided, or not to be told
DAYPARTS = ("night", "morning", "afternoon", "evening")  # each ends at the hour below, the last at midnight
ENDS = (6, 12, 18)
SEVEN, THREE = 7, 3  # positions one by one, or left (1-3), middle (4), right (5-7)


@dataclass(frozen=True, slots=True)
class Cell:
    """One wave in one week. `since`: the Monday from which its `people` are counted, `age` 1 for that week.

    Shares are of those people, also of who left: `asked` something this week, `answered` that in time, `followed` up,
    gave their first answer `before` each of `ENDS`, `unreachable` since they blocked the bot. They lie within each
    other: parts of the day side by side would add up, and could tell that all answered. `half`: of a wave below ten,
    which no share tells anything of, with each fourth week: what was answered in those four.
    """

    since: date
    people: int
    age: int
    asked: Share
    answered: Share
    followed: Share
    unreachable: Share
    before: tuple[Share, Share, Share]
    pace: Pace
    half: Half = ""

    def __post_init__(self) -> None:
        if self.people < K:
            raise ValueError("a wave is of five people or more")


@dataclass(frozen=True, slots=True)
class Release:
    """The figures of one closed week, by its Monday: a cell for each wave that was counted by then, oldest first."""

    week: date
    cells: tuple[Cell, ...]
    kind: Literal["week"] = "week"


@dataclass(frozen=True, slots=True)
class Spread:
    """How people are spread over values, in order; () is held back. `about`: a dilemma, "energy"."""

    about: str
    shares: tuple[Share, ...]


@dataclass(frozen=True, slots=True)
class Lean:
    """To which pole of a dilemma a group of five to eleven leaned."""

    about: str
    side: Side


@dataclass(frozen=True, slots=True)
class Mirror:
    """One closed period (first and last day), released once; its parts are () when there were too few people.

    `members`: how many people are counted in the group by its last day, whether they answered or not.
    `positions`: per dilemma of seven positions or of three sides; `energy`: low (1-2), middle, high (4-5); `qualities`:
    per quality how many of the counted people answered something about it. A group below twelve has `leans` alone.
    """

    first: date
    last: date
    members: int
    positions: tuple[Spread, ...] = ()
    energy: Spread = Spread("energy", ())
    qualities: tuple[tuple[str, Share], ...] = ()
    leans: tuple[Lean, ...] = ()
    kind: Literal["mirror"] = "mirror"

    @property
    def tells(self) -> bool:
        """Is anything told, or is it all held back?"""
        shown = any(spread.shares for spread in self.positions)
        return bool(self.leans or self.qualities or self.energy.shares or shown)


Fact = Release | Mirror
_KEPT: TypeAdapter[Fact] = TypeAdapter(
    Annotated[Fact, Field(discriminator="kind")], config=ConfigDict(hide_input_in_errors=True)
)


def as_json(fact: Fact) -> str:
    """A release or a mirror as JSON, to be kept as it is."""
    return _KEPT.dump_json(fact).decode()


def from_json(text: str) -> Fact:
    """What `as_json` wrote; ValueError for anything else, also for figures that may not exist."""
    try:
        return _KEPT.validate_json(text)
    except ValidationError:
        raise ValueError("these are no figures of a group") from None
