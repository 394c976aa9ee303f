"""What a leader can weigh: reads paradoxes and integrity cases."""

import re
from collections.abc import Mapping

from dialogues.library.entry import Entry
from dialogues.library.questions import LETTER, version
from dialogues.library.wording import CASE, LABEL, LINE, OPTION, PROMPT, SCENARIO, TITLE
from dialogues.model import CaseOption, Dilemma, GenericDilemma, IntegrityCase, OtherPole, Pole, Quality, Text

_DILEMMA = re.compile(r"P[0-9]{2,3}")
_CASE = re.compile(r"IC-[0-9]{2,3}")


def dilemma_texts(root: Entry) -> GenericDilemma:
    """What every dilemma shares."""
    entry = root.entry("generic")
    texts = GenericDilemma(
        own_case=entry.text("own_case", PROMPT),
        revisit=entry.text("revisit", PROMPT.filling(frozenset({"date", "position"}))),
        show_other_side=entry.text("show_other_side", PROMPT.filling(frozenset({"defensible"}))),
        early_warning=entry.text("early_warning", PROMPT.filling(frozenset({"early_warning"}))),
        stop=entry.text("stop", LABEL),
    )
    entry.close()
    return texts


def dilemmas(root: Entry, known_qualities: Mapping[str, Quality]) -> dict[str, Dilemma]:
    """The paradoxes by id."""
    edition = version(root)
    phases, known_sources = _phases(root), sources(root)
    statuses = _statuses(root)

    def read(entry: Entry) -> Dilemma:
        source = entry.entry("source")
        other = entry.entry("other_pole")
        dilemma = Dilemma(
            id=entry.word("id", _DILEMMA),
            version=edition,
            slug=entry.word("slug"),
            phase=entry.link("phase", phases),
            status=source.link("status", statuses),
            qualities=entry.links("qualities", known_qualities),
            title=entry.text("title", TITLE),
            scenario=entry.text("scenario", SCENARIO),
            position=entry.text("position", PROMPT),
            pole_a=_pole(entry, "pole_a"),
            pole_b=_pole(entry, "pole_b"),
            why=entry.text("why", PROMPT),
            other_pole=OtherPole(*(other.text(key, PROMPT) for key in ("if_a", "if_middle", "if_b"))),
            both_and=entry.text("both_and", PROMPT),
        )
        source.links("refs", known_sources)
        source.close("note")
        other.close()
        entry.close()
        return dilemma

    return root.keyed("paradoxes", read)


def _phases(root: Entry) -> dict[str, Text]:
    entry = root.entry("phases")
    return {key: entry.text(key, LABEL) for key in entry.names()}


def _statuses(root: Entry) -> tuple[str, ...]:
    entry = root.entry("status_values")
    for key in entry.names():
        entry.remark(key, LINE)
    return entry.names()


def sources(root: Entry) -> tuple[str, ...]:
    """The names of what the texts of a file rest on."""
    entry = root.entry("sources")
    for key in entry.names():
        source = entry.entry(key)
        source.remark("cite", OPTION)
        source.close("url")
    return entry.names()


def _pole(entry: Entry, key: str) -> Pole:
    part = entry.entry(key)
    label = part.text("label", LABEL)
    pole = Pole(label, *(part.text(name, LINE) for name in ("defensible", "upside", "downside", "early_warning")))
    part.close()
    return pole


def cases(
    root: Entry, known_qualities: Mapping[str, Quality], known_dilemmas: Mapping[str, Dilemma]
) -> dict[str, IntegrityCase]:
    """The integrity cases by id."""
    edition = version(root)

    def read(entry: Entry) -> IntegrityCase:
        case = IntegrityCase(
            id=entry.word("id", _CASE),
            version=edition,
            slug=entry.word("slug"),
            title=entry.text("title", TITLE),
            qualities=entry.links("qualities", known_qualities),
            paradoxes=entry.links("paradoxes", known_dilemmas),
            scenario=entry.text("scenario", CASE),
            question=entry.text("question", PROMPT),
            options=_options(entry),
            closing=entry.text("closing", PROMPT),
            sensitive=entry.flag("sensitive"),
        )
        entry.close()
        return case

    return root.keyed("cases", read)


def _options(entry: Entry) -> tuple[CaseOption, ...]:
    def read(part: Entry) -> CaseOption:
        letter = part.word("id", LETTER)
        option = CaseOption(letter, part.text("label", LABEL), *(part.text(k, OPTION) for k in ("text", "reflection")))
        part.close()
        return option

    options = tuple(entry.keyed("options", read).values())
    if not 3 <= len(options) <= 4:
        entry.problem("an integrity case has three or four options")
    return options
