"""The one question forward: the first rule that applies, in a wording that differs by month and by leader."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Final

import yaml

from dialogues.model import Language, Library, Text
from summaries import wording as writing
from summaries.facts import (
    Coverage,
    Echoed,
    Intentions,
    Mirror,
    Moves,
    Rule,
    Side,
    Tension,
    evidence,
)
from summaries.material import Material
from summaries.moves import seldom
from summaries.sifting import held, longer, touches
from summaries.thresholds import COUNTED, ONE_SIDE, ONE_SIDED, PATTERN, SELDOM, TOLD, UNFINISHED
from summaries.wording import shown

_WHEN: Final = Text("Deze maand", "This month"), Text("Op {day}", "On {day}")
_INTENTION: Final = Text("je voornemen", "your intention"), Text("je voornemen van {day}", "your intention of {day}")
SUCCESSES: Final = frozenset({"RF-03", "RF-08", "RS-06"})  # questions about what went well


@dataclass(frozen=True, slots=True)
class Ground:
    """What a question may rest on: the findings so far."""

    material: Material
    links: tuple[Echoed, ...] = ()
    tensions: tuple[Tension, ...] = ()
    intentions: tuple[Intentions, ...] = ()
    moves: tuple[Moves, ...] = ()
    coverage: tuple[Coverage, ...] = ()


def mirror(ground: Ground) -> Mirror:
    """The question for this month: by the first rule that applies, or with nothing to go by an open one."""
    return _worded(next(_questions(ground)), ground.material)


def plainly(material: Material, rule: Rule) -> Mirror:
    """A question of this kind that rests on nothing but that there are answers."""
    return _worded(_plain(material, rule), material)


def wording(question: Mirror, language: Language, library: Library) -> str:
    """The question in words. KeyError when its dilemma or quality is no longer in the library."""
    texts = wordings()[question.rule][language]
    template = texts[question.variant % len(texts)]
    match question.rule:
        case "other_side":
            dilemma = library.dilemmas[question.about]
            poles = (dilemma.pole_a, dilemma.pole_b)
            side, own = poles if question.side == "a" else reversed(poles)
            return template.format(side=shown(side.label[language]), own=shown(own.label[language]))
        case "untouched":
            return template.format(quality=shown(library.qualities[question.about].name[language]))
        case "echo":
            return template.format(days=writing.days_of(question.days, language))
        case "own_part":
            return template.format(when=_dated(_WHEN, question, language))
        case "unfinished":
            return template.format(intention=_dated(_INTENTION, question, language))
        case _:
            return template


def _dated(words: tuple[Text, Text], question: Mirror, language: Language) -> str:
    """The words with the day that it is about, or those without one."""
    without, dated = words
    if not question.days:
        return without[language]
    return dated[language].format(day=writing.days_of(question.days, language))


@cache
def wordings() -> Mapping[Rule, Mapping[Language, Sequence[str]]]:
    """All wordings by rule and language; the file stands beside this module."""
    text = (files("summaries") / "mirror.yaml").read_text(encoding="utf-8")
    table: Mapping[Rule, Mapping[Language, Sequence[str]]] = yaml.load(text, yaml.BaseLoader)  # noqa: S506 - BaseLoader makes strings only
    return table


def _questions(ground: Ground) -> Iterator[Mirror]:
    """All that applies, in the order in which it is preferred."""
    yield from _echo(ground)
    yield from _other_side(ground)
    yield from _unfinished(ground)
    yield from _noticed(ground)
    yield from _own_part(ground)
    yield from _untouched(ground)
    yield _plain(ground.material, "open")


def _echo(ground: Ground) -> Iterator[Mirror]:
    for link in ground.links[-1:]:
        days = (link.earlier, link.later)
        if link.earlier != link.later:
            yield Mirror("echo", 0, str(link.echo), "", link.evidence, met=TOLD, days=days)


def _other_side(ground: Ground) -> Iterator[Mirror]:
    for tension in ground.tensions:
        taken = [position for _, position in (*tension.before, *tension.now)]
        a, b = sum(p < 4 for p in taken), sum(p > 4 for p in taken)
        if max(a, b) >= ONE_SIDED and min(a, b) == 0:
            side: Side = "b" if a else "a"
            rests_on = tuple(reference for reference in tension.evidence if reference.startswith("tap:"))
            yield Mirror("other_side", 0, tension.dilemma, side, rests_on, met=ONE_SIDE)


def _unfinished(ground: Ground) -> Iterator[Mirror]:
    """Two intentions that were looked back on and not done, or one of which that was so twice."""
    stuck = [one for one in ground.material.intentions if one.state in ("not", "partly", "open")]
    times = {one.id: max(one.unfinished, int(one.state != "open")) for one in stuck}
    if ground.intentions and sum(times.values()) >= PATTERN:
        rests_on = evidence("intention", *(number for number, count in times.items() if count))
        newest = max(one.on for one in stuck if times[one.id])
        yield Mirror("unfinished", 0, "", "", rests_on, met=UNFINISHED, days=(newest,))


def _noticed(ground: Ground) -> Iterator[Mirror]:
    for found in ground.moves:
        if seldom(found, "effect"):
            yield Mirror("noticed", 0, "", "", found.evidence, met=SELDOM)


def _own_part(ground: Ground) -> Iterator[Mirror]:
    """Something that went well is told at length, and nothing in it says what the leader did."""
    told = [parts for parts in longer(ground.material) if parts[0].item in SUCCESSES]
    without = [parts for parts in told if "own_role" not in held(ground.material, parts)]
    if without:
        rests_on = evidence("answer", *(part.id for parts in without for part in parts))
        yield Mirror("own_part", 0, "", "", rests_on, met=COUNTED, days=(without[-1][0].on,))


def _untouched(ground: Ground) -> Iterator[Mirror]:
    for found in ground.coverage:
        without = [quality for quality, asked, _ in found.qualities if not asked]
        if without:
            quality = without[_turn(ground.material) % len(without)]
            yield Mirror("untouched", 0, quality, "", found.evidence, met=COUNTED)


def _plain(material: Material, rule: Rule) -> Mirror:
    rests_on = evidence("answer", *(part.id for parts in touches(material) for part in parts))
    return Mirror(rule, 0, "", "", rests_on, met=COUNTED)


def _worded(question: Mirror, material: Material) -> Mirror:
    return replace(question, variant=_turn(material) % len(wordings()[question.rule]["nl"]))


def _turn(material: Material) -> int:
    """Goes up by one each month, so that one of twelve wordings returns after a year at the earliest."""
    return material.month.year * 12 + material.month.month + material.seed
