"""Who takes part in a group, per week, from times alone, so that no figure and no difference of figures tells of one.

Everything a page shows is arithmetic on cells: one wave of people in one closed week. What each rule stops:

- *Waves.* People are counted in waves of five or more; who joins alone waits for the next wave. Otherwise the week
  before and the week after somebody joins differ by that person (a differencing attack; the intersection of releases
  that k-anonymity alone does not stop, Ganta and others 2008). Who was erased still counts in the size of their wave,
  and who left, pauses or blocked the bot stays in it as somebody who did not answer: no base ever shrinks by one.
- *Guests.* Who takes part in an earlier group that still runs is counted there only; otherwise two groups that share
  all but one differ by that one. Nor is anybody who runs groups: a facilitator who joins knows their own part.
- *One partition.* A person is in one wave, a prompt in one week. All figures are sums of such cells, so subtracting
  pages, weeks or groups gives sums of cells again, each of five people or more.
- *Closed weeks, once.* A week is counted as it stood a week after its Sunday, released once and given back in as it
  was. Asking again, later or in another order gives the same, so nothing can be compared with itself.
- *Nested parts.* The parts of a cell lie within each other (asked, answered, followed up; answered by noon, by six),
  since parts side by side add up: half before noon and half after it says that everybody answered.
- *Wide steps.* `summaries.cohort.safely`: a count shows as a step of five people or more (rounding as in OpenSAFELY),
  so neither a group nor its rest is told when it is one to four, and noise of one person's answer rarely moves a step.
  Of a wave of five to nine nothing is told per week: any step of theirs is moved by one person, whose weeks four
  others could read off, two of whom always answer and two never. What is told is one word about four weeks together.
- *A line that nobody knows.* That word is whether about half of the questions were answered or more, or less. Each
  person weighs as much, who was not asked as nobody who answered. Where less ends lies between a third and two thirds,
  drawn once for each wave from a secret of the bot: whoever knows what two others do can never rule out that a third
  answers everything, nor nothing; with a line at a half they could, in a wave of five or six. It is drawn once, so that
  a group that goes on as it was is told of with the same word, and a year of words is as good as one.
- *No telling silence.* What is shown never depends on what people did: nothing is held back for being small, it is in
  the lowest step like others. Only the usual pace is shown or not, and that follows from the share beside it.

What remains, measured in tests/summaries/cohort: who leaves takes their part of a share along, so the nearer all others
come to doing the same each week, the more a moving step tells of them, up to three points over guessing. And nine of a
wave of ten who tell each other, or are all one person's accounts, learn of the tenth whether they answered, never what;
four of a wave of five learn, over months, about how much of the questions the fifth answers, never which nor what.
"""

import hmac
from bisect import bisect_left
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from fractions import Fraction
from operator import attrgetter
from statistics import median_low
from zoneinfo import ZoneInfo

from summaries.cohort.facts import ENDS, Cell, Half, Pace, Release
from summaries.cohort.safely import BOTH, LESS, MORE, K, Share, bounds, share

WEEK = timedelta(weeks=1)
SPELL = 4  # weeks of which a wave below ten is told about together
PACES: tuple[tuple[timedelta, Pace], ...] = (
    (timedelta(hours=1), "hour"),
    (timedelta(hours=12), "half_day"),
    (timedelta(days=1), "day"),
    (timedelta.max, "later"),
)


@dataclass(frozen=True, slots=True)
class Joined:
    """Somebody's place in a group: an opaque key, the day they first joined in the group's zone, which never changes.

    `guest`: when joining they took part in an earlier group that still ran. `blocked`: since when unreachable, or None.
    """

    leader: str
    on: date
    guest: bool = False
    blocked: date | None = None


@dataclass(frozen=True, slots=True)
class Sent:
    """One prompt of this group that was sent, and when it was answered and followed up, or None. Aware instants."""

    leader: str
    at: datetime
    answered: datetime | None = None
    followed: datetime | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """A group: the Monday of the first week that is counted, the zone of its weeks and hours, and a secret of its own.

    The secret draws the lines of its waves: the same for ever, and known to nobody who sees figures.
    """

    first: date
    zone: ZoneInfo
    secret: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Wave:
    """People who are counted from one Monday on: who joined before it, and not before `after`, that of the last one."""

    after: date
    since: date
    people: int

    def holds(self, joined: Joined) -> bool:
        """Is this one of them?"""
        return not joined.guest and self.after <= joined.on < self.since


def closes(week: date, zone: ZoneInfo) -> datetime:
    """The instant at which the week of this Monday is counted: a week after its Sunday, when no answer is in time."""
    return datetime.combine(week + 2 * WEEK, time(), zone)


def due(group: Group, releases: Sequence[Release], now: datetime) -> Iterator[date]:
    """The Mondays of the weeks that are closed and not released yet, oldest first."""
    week = releases[-1].week + WEEK if releases else group.first
    while closes(week, group.zone) <= now:
        yield week
        week += WEEK


def release(
    group: Group, week: date, joined: Iterable[Joined], sent: Iterable[Sent], releases: Sequence[Release]
) -> Release:
    """The figures of a closed week: those released before when there are, else computed now, to be kept for ever.

    `releases`: all of before, oldest first. `sent` may hold other weeks and other people; they are left out.
    ValueError when `week` is not the next one.
    """
    for before in releases:
        if before.week == week:
            return before
    if week != (releases[-1].week + WEEK if releases else group.first):
        raise ValueError("weeks are released one after the other")
    people = tuple({one.leader: one for one in sorted(joined, key=attrgetter("on"), reverse=True)}.values())
    sent = tuple(sent)
    spell = [_week(group, week - back * WEEK, sent) for back in range(SPELL)]
    return Release(week, tuple(_cell(wave, people, spell, group) for wave in waves(week, people, releases)))


def waves(week: date, joined: Iterable[Joined], releases: Sequence[Release]) -> tuple[Wave, ...]:
    """The waves that are counted in a week: those of before as they were, and a new one when five are waiting."""
    known = releases[-1].cells if releases else ()
    after = [date.min, *(cell.since for cell in known)]
    old = tuple(Wave(start, cell.since, cell.people) for start, cell in zip(after, known, strict=False))
    fresh = Wave(after[-1], week, 0)
    waiting = len({one.leader for one in joined if fresh.holds(one)})
    return old if waiting < K else (*old, Wave(fresh.after, week, waiting))


def counted(joined: Iterable[Joined], releases: Sequence[Release]) -> frozenset[str]:
    """Whom the last release counts: only their answers go into a mirror."""
    known = waves(releases[-1].week, (), releases) if releases else ()
    return frozenset(one.leader for one in joined if any(wave.holds(one) for wave in known))


@dataclass(frozen=True, slots=True)
class _Week:
    """A week that is counted: its Monday, the zone, and what was sent in it."""

    monday: date
    zone: ZoneInfo
    sent: tuple[Sent, ...]

    @property
    def end(self) -> datetime:
        """From when on an answer is too late."""
        return closes(self.monday, self.zone)

    def asked(self, people: Container[str]) -> list[Sent]:
        """What was sent to these people."""
        return [one for one in self.sent if one.leader in people]


def _week(group: Group, monday: date, sent: Iterable[Sent]) -> _Week:
    mine = (one for one in sent if monday <= one.at.astimezone(group.zone).date() < monday + WEEK)
    return _Week(monday, group.zone, tuple(mine))


def _cell(wave: Wave, joined: Iterable[Joined], spell: Sequence[_Week], group: Group) -> Cell:
    """`spell`: the week, and those before it, the newest first."""
    week, members = spell[0], {one.leader: one for one in joined if wave.holds(one)}
    asked, end, sunday = week.asked(members), week.end, week.monday + WEEK - timedelta(days=1)
    answers = [(one, one.answered) for one in asked if one.answered is not None and one.answered < end]
    followed = {one.leader for one, _ in answers if one.followed is not None and one.followed < end}
    gone = [one for one in members.values() if one.blocked is not None and one.blocked <= sunday]
    firsts: dict[str, datetime] = {}
    for one, when in answers:
        firsts[one.leader] = min(when, firsts.get(one.leader, when))
    hours = sorted(when.astimezone(week.zone).hour for when in firsts.values())
    first, second, third = (_of(bisect_left(hours, hour), wave) for hour in ENDS)
    answered, age = _of(len(firsts), wave), (week.monday - wave.since) // WEEK + 1
    small = wave.people < BOTH and age % SPELL == 0
    return Cell(
        since=wave.since,
        people=wave.people,
        age=age,
        asked=_of(len({one.leader for one in asked}), wave),
        answered=answered,
        followed=_of(len(followed), wave),
        unreachable=_of(len(gone), wave),
        before=(first, second, third),
        pace=_pace(answered, wave, answers),
        half=_half(wave, members, spell, line(group, wave.since)) if small else "",
    )


def _half(wave: Wave, members: Container[str], spell: Iterable[_Week], least: Fraction) -> Half:
    """Did the people of a wave, of whom each weighs as much, answer at least this part of their questions?"""
    asked, answered = Counter[str](), Counter[str]()
    for week in spell:
        for one in week.asked(members):
            asked[one.leader] += 1
            answered[one.leader] += one.answered is not None and one.answered < week.end
    parts = sum(Fraction(answered[leader], number) for leader, number in asked.items())
    return "more" if parts >= least * wave.people else "less"


def line(group: Group, since: date) -> Fraction:
    """Where less ends for the wave that is counted since a Monday: from the least of "more" to the most of "less"."""
    drawn = hmac.digest(group.secret.encode(), since.isoformat().encode(), "sha256")
    return MORE + (LESS - MORE) * Fraction(int.from_bytes(drawn), 2 ** (8 * len(drawn)))


def _of(count: int, wave: Wave) -> Share:
    return share(min(count, wave.people), wave.people)


def _pace(answered: Share, wave: Wave, answers: Iterable[tuple[Sent, datetime]]) -> Pace:
    """Within what time the middle one of those who answered did, each by their own middle prompt.

    Told only where the share beside it says that five people or more answered, so that it tells nothing about that.
    """
    if bounds(answered, wave.people)[0] < K:
        return ""
    taken: dict[str, list[timedelta]] = {}
    for one, when in answers:
        taken.setdefault(one.leader, []).append(when - one.at)
    usual = median_low([median_low(times) for times in taken.values()])
    return next(pace for limit, pace in PACES if usual <= limit)
