"""The one question forward: the first rule that applies, in one of twelve wordings that differ by month and leader."""

from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Literal

import yaml

from dialogues.model import Language, Library
from summaries.facts import Coverage, Evidence, Mirror, Rule, Tension, evidence
from summaries.material import Material, touches
from summaries.wording import shown

LONGER = 15  # words from which an answer could hold an effect on others
ENOUGH = 4  # longer answers, before a small share means anything
ONE_SIDED = 3  # positions on one side, and none on the other
WORDINGS = 12


def mirror(material: Material, tensions: Sequence[Tension], coverage: Sequence[Coverage]) -> Mirror:
    """The question for this month; with nothing to go by, one of the open questions."""
    return (
        _other_side(material, tensions)
        or _noticed(material)
        or _untouched(material, coverage)
        or _mirror(material, "open", _everything(material))
    )


def wording(question: Mirror, language: Language, library: Library) -> str:
    """The question in words. KeyError when its dilemma or quality is no longer in the library."""
    template = wordings()[question.rule][language][question.variant]
    if question.rule == "other_side":
        dilemma = library.dilemmas[question.about]
        pole = dilemma.pole_a if question.side == "a" else dilemma.pole_b
        return template.replace("{side}", shown(pole.label[language]))
    if question.rule == "untouched":
        return template.replace("{quality}", shown(library.qualities[question.about].name[language]))
    return template


@cache
def wordings() -> Mapping[Rule, Mapping[Language, Sequence[str]]]:
    """All wordings by rule and language; the file stands beside this module."""
    text = (files("summaries") / "mirror.yaml").read_text(encoding="utf-8")
    table: Mapping[Rule, Mapping[Language, Sequence[str]]] = yaml.load(text, yaml.BaseLoader)  # noqa: S506 - BaseLoader makes strings only
    return table


def _other_side(material: Material, tensions: Sequence[Tension]) -> Mirror | None:
    for tension in tensions:
        taken = [position for _, position in (*tension.before, *tension.now)]
        a, b = sum(p < 4 for p in taken), sum(p > 4 for p in taken)
        if max(a, b) >= ONE_SIDED and min(a, b) == 0:
            return _mirror(material, "other_side", tension.evidence, tension.dilemma, "b" if a else "a")
    return None


def _noticed(material: Material) -> Mirror | None:
    longer = [parts for parts in touches(material) if sum(part.words for part in parts) >= LONGER]
    with_effect = sum(any("effect" in part.markers for part in parts) for parts in longer)
    if len(longer) < ENOUGH or with_effect * 3 > len(longer):
        return None
    return _mirror(material, "noticed", evidence("answer", *(part.id for parts in longer for part in parts)))


def _untouched(material: Material, coverage: Sequence[Coverage]) -> Mirror | None:
    for finding in coverage:
        without = [quality for quality, asked, _ in finding.qualities if not asked]
        if without:
            return _mirror(material, "untouched", finding.evidence, without[_turn(material) % len(without)])
    return None


def _mirror(
    material: Material, rule: Rule, rests_on: Evidence, about: str = "", side: Literal["a", "b", ""] = ""
) -> Mirror:
    return Mirror(rule, _turn(material) % WORDINGS, about, side, rests_on)


def _turn(material: Material) -> int:
    """Goes up by one each month, so that a wording returns after a year at the earliest."""
    return material.month.year * 12 + material.month.month + material.seed


def _everything(material: Material) -> Evidence:
    return evidence("answer", *(part.id for part in material.answers))
