"""A year on one page: positions, intentions and moods over its months, and up to three sentences the leader chose."""

from collections.abc import Iterator
from dataclasses import replace

from dialogues.answers import quotes
from dialogues.language import words
from dialogues.model import Library
from summaries.facts import Findings, Mood, OwnWords, evidence, is_short
from summaries.findings import intentions
from summaries.links import echoed
from summaries.material import MEASURES, Material, Written, span
from summaries.mirror import plainly
from summaries.moods import mood, moods_of_the_year
from summaries.own_words import SHOWN, alike, brief, nameless, quotable
from summaries.rhythm import coverage
from summaries.rhythm import year as opening
from summaries.sifting import touches, usable
from summaries.tensions import tensions
from summaries.thresholds import FEWEST, TOLD
from summaries.wording import shown


def year(material: Material, library: Library, programme: str = "") -> Findings:
    """The review of the days from `start` up to `end`, a year or this `programme`; empty with too few answers."""
    whole = usable(material)
    if len(touches(whole)) < FEWEST:
        return ()
    return (
        opening(whole, programme),
        *(_each_tap(whole) if is_short(*span(whole)) else moods_of_the_year(whole)),
        *_chosen_words(whole),
        *echoed(whole),
        *tensions(whole, library),
        *coverage(whole, library),
        *intentions(whole),
        plainly(whole, "programme" if programme else "year"),
    )


def _each_tap(whole: Material) -> Iterator[Mood]:
    """A few weeks have room for every tap; nothing is compared."""
    alone = replace(whole, earlier_taps=())
    return (found for measure in MEASURES for found in mood(measure, alone))


def _chosen_words(whole: Material) -> tuple[OwnWords, ...]:
    """Those that the leader picked, the latest first, then those of letters that fitted; if they still stand there."""
    written = {part.id: part for part in whole.answers if quotable(part)}
    disputed = {alike(text) for _, text in whole.disputed}
    stand = [one for one in whole.chosen if one.picked or alike(one.text) not in disputed]
    ranked = {alike(one.text): one for one in sorted(stand, key=lambda one: (one.picked, -one.answer, one.text))}
    found: dict[int, OwnWords] = {}
    for one in reversed(ranked.values()):
        part = written.get(one.answer)
        if part is not None and f"words.{part.id}" not in whole.hidden:
            for own in _sentences(part, one.text):
                found.setdefault(part.id, own)
    return tuple(sorted([*found.values()][:SHOWN], key=lambda own: (own.on, own.evidence)))


def _sentences(part: Written, text: str) -> Iterator[OwnWords]:
    """The sentence of an answer that reads like this, when it names nobody."""
    rests_on = evidence("answer", part.id)
    for start, end in (*words.sentences(part.text), *quotes.clauses(part.text)):
        sentence = part.text[start:end]
        if shown(sentence) == shown(text) and nameless(sentence) and brief(sentence):
            yield OwnWords(part.on, shown(sentence), rests_on, met=TOLD, start=start, end=end, language=part.language)
            return
