"""Where a group stood on a dilemma, as its released mirror tells it; or, without one, an exercise that needs none.

Nothing is worked out here: what a mirror holds back stays back, and why is said in the same words whatever the reason
was, since the reason would tell something too.
"""

from datetime import date

from dialogues.model import Dilemma
from summaries import wording
from summaries.cohort.facts import SEVEN, Mirror, Side, Spread
from summaries.cohort.safely import Share
from summaries.guide.common import Script
from summaries.guide.parts import Bar, Block, Distribution, Entries, Entry, Line, Spoken


def mirrored(dilemma: Dilemma, mirror: Mirror | None, script: Script) -> tuple[Block, ...]:
    """The distribution with what is asked about it, or a sentence why there is none and the exercise."""
    if mirror is None:
        return (Line(script.word("mirror_none")), _exercise(dilemma, script))
    lean = next((one for one in mirror.leans if one.about == dilemma.id), None)
    if lean is not None:
        return _leaning(dilemma, lean.side, mirror, script)
    spread = next((one for one in mirror.positions if one.about == dilemma.id), None)
    if spread and spread.shares:
        shown = script.word("mirror_shown", **_days(mirror, script))
        return (Line(shown), _distribution(dilemma, spread, script), Spoken(script.word("mirror_asks")))
    held = spread or not mirror.tells  # with too few people it holds back everything
    return (Line(script.word("mirror_held" if held else "mirror_none")), _exercise(dilemma, script))


def _leaning(dilemma: Dilemma, side: Side, mirror: Mirror, script: Script) -> tuple[Block, ...]:
    """The side of a small group; one whose side cannot be named stands on the line, or lays cards."""
    if side == "none":
        return (Line(script.word("mirror_divided", **_days(mirror, script))), _exercise(dilemma, script))
    pole = (dilemma.pole_a if side == "a" else dilemma.pole_b).label[script.language]
    said = script.word("mirror_leans", pole=pole, **_days(mirror, script))
    return (Line(said), Spoken(script.word("mirror_asks")))


def _distribution(dilemma: Dilemma, spread: Spread, script: Script) -> Distribution:
    a, b = (pole.label[script.language] for pole in (dilemma.pole_a, dilemma.pole_b))
    names = (_seven if len(spread.shares) == SEVEN else _three)(a, b, script)
    bars = tuple(_bar(name, share, script) for name, share in zip(names, spread.shares, strict=True))
    return Distribution(a, b, bars, "; ".join(f"{bar.label}: {bar.said}" for bar in bars))


def _bar(name: str, share: Share, script: Script) -> Bar:
    low, high = share.percents
    return Bar(name, low, high, script.word("share", low=low, high=high))


def _seven(a: str, b: str, script: Script) -> tuple[str, ...]:
    between = (script.word("place", number=number) for number in range(2, SEVEN))
    return (script.word("end", number=1, pole=a), *between, script.word("end", number=SEVEN, pole=b))


def _three(a: str, b: str, script: Script) -> tuple[str, ...]:
    return (script.word("near", pole=a), script.word("middle"), script.word("near", pole=b))


def _exercise(dilemma: Dilemma, script: Script) -> Entries:
    language = script.language
    poles = {"pole_a": dilemma.pole_a.label[language], "pole_b": dilemma.pole_b.label[language]}
    return Entries(tuple(Entry(script.word(f"{way}_title"), script.word(way, **poles)) for way in ("line", "cards")))


def _days(mirror: Mirror, script: Script) -> dict[str, str]:
    ends = {"first": mirror.first, "last": mirror.last}
    return {name: wording.day(on, script.language, beside=date.min) for name, on in ends.items()}
