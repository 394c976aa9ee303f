"""What a leader hid stays away everywhere: each finding has an id that is the same whenever it is made again."""

from collections.abc import Collection, Iterator
from dataclasses import replace

from summaries.facts import (
    Corrected,
    Echoed,
    Finding,
    Findings,
    FirstLook,
    Mirror,
    Missing,
    Mood,
    MoodYear,
    Opening,
    OwnWords,
    Returning,
    Rhythm,
    Rule,
    Tension,
    TooLittle,
    Year,
    opening,
)

_RESTS_ON: dict[Rule, str] = {  # a question goes when what it rests on is hidden: an open one comes instead
    "other_side": "tension", "unfinished": "intentions", "noticed": "moves", "untouched": "coverage",
    "heavy": "strained",
}  # fmt: skip


def ids(findings: Findings) -> tuple[str, ...]:
    """The id of each finding, in their order: at most 40 characters, none of the leader's words.

    Own words, links and corrections have the same id in each letter that shows them; all else belongs to one letter.
    """
    period = _period(opening(findings))
    return tuple(_id(finding, period) for finding in findings)


def without(findings: Findings, hidden: Collection[str]) -> Findings:
    """The findings without those whose ids are hidden; what opens them stays, without its figures."""
    return tuple(_left(findings, hidden)) if hidden else findings


def _left(findings: Findings, hidden: Collection[str]) -> Iterator[Finding]:
    period = _period(opening(findings))
    for finding, name in zip(findings, ids(findings), strict=True):
        match finding:
            case Rhythm() if name in hidden:
                yield Rhythm(finding.month, 0, 0, 0, 0, 0, (), met=finding.met)
            case Year() if name in hidden:
                yield replace(finding, asked=0, answered=0, months=(), evidence=())
            case TooLittle() | FirstLook():
                yield finding
            case Mirror() if name not in hidden and _ground(finding, period) in hidden:
                yield replace(finding, rule="open", about="", side="", days=())
            case _ if name not in hidden:
                yield finding


def _ground(question: Mirror, period: str) -> str:
    if question.rule == "echo":
        return f"echo.{question.about}"
    about = f".{question.about}" if question.rule == "other_side" else ""
    return f"{period}.{_RESTS_ON.get(question.rule, '')}{about}"


def _id(finding: Finding, period: str) -> str:
    match finding:
        case OwnWords(evidence=(reference, *_)):
            return f"words.{reference.partition(':')[2]}"
        case Corrected(evidence=(reference, *_)):
            return f"correction.{reference.partition(':')[2]}"
        case Echoed(echo):
            return f"echo.{echo}"
        case Tension(about) | Mood(about) | MoodYear(about) | Returning(about) | Missing(about):
            return f"{period}.{finding.kind}.{about}"
        case _:
            return f"{period}.{finding.kind}"


def _period(opened: Opening) -> str:
    if isinstance(opened, FirstLook):
        return "first"
    if isinstance(opened, Year):
        return f"{opened.start:%Y-%m}_{opened.last:%Y-%m}"
    return f"{opened.month:%Y-%m}"
