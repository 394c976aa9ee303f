"""What stands on paper, as plain data in the order in which it is read: parts with a title, each of a few blocks."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from summaries import captions, mirror, wording
from summaries.drawing import parts
from summaries.drawing.axis import Axis, axis
from summaries.drawing.glyphs import printable
from summaries.facts import (
    Corrected,
    Coverage,
    Echoed,
    Finding,
    Findings,
    FirstLook,
    Intentions,
    Mirror,
    Missing,
    Mood,
    MoodYear,
    Moves,
    OwnWords,
    Returning,
    Rhythm,
    Strained,
    Tension,
    TooLittle,
    Year,
    opening,
)
from summaries.phrases import Tongue, lines, macros

Block = dict[str, Any]
MOST_TENSIONS = 6  # more would not leave room for anything else
CONDITIONS = {"nl": ("als ", "wanneer ", "zodra "), "en": ("if ", "when ", "whenever ", "as soon as ")}


@dataclass(frozen=True)
class Page:
    """Findings and the tongue they are told in."""

    found: Findings
    tongue: Tongue

    def data(self) -> Block:
        """Everything the template needs: texts are strings, so nothing in them can become markup."""
        title, aside = self._titles()
        name = f"{title} {aside}".strip()
        return {
            "title": title,
            "aside": aside,
            "name": f"{self._said(captions.LOOK_BACK)}: {name}",
            "footer": f"Weerklank · {name} · {self._said(captions.YOURS)}",
            "lead": self._told("page", opening(self.found)),
            "parts": [{"title": title, "blocks": blocks} for title, blocks in self._parts() if blocks],
            "words": self._words(),
        }

    def _parts(self) -> Iterator[tuple[str, list[Block]]]:
        yield self._said(captions.CORRECTED), [*self._corrected()]
        yield self._said(captions.MOODS), [*self._moods()]
        yield self._said(captions.WORDS), [*self._own_words()]
        yield self._said(captions.TENSIONS), [*self._tensions()]
        yield self._said(captions.MOVES), [*self._moves()]
        yield self._said(captions.COVERED), [*self._coverage()]
        yield self._said(captions.PLAN), [*self._plan()]
        yield self._said(captions.DISCUSS), [*self._questions()]

    def _moods(self) -> Iterator[Block]:
        found = [one for one in self.found if isinstance(one, Mood | MoodYear)]
        line = axis(self.found, self.tongue.language)
        if found:
            rows = [self._strip(one, line) for one in found]
            alt = " ".join(self._alt(one) for one in found)
            yield {"kind": "strips", "axis": parts.ticks(line), "rows": rows, "alt": alt}
        for one in found:
            if isinstance(one, Mood):
                yield from (_text(line) for line in self._told("page", one))

    def _strip(self, one: Mood | MoodYear, line: Axis) -> Block:
        strip = parts.strip(one, line, self.tongue)
        return (
            strip | {"note": lines(macros("page", self.tongue, "plain").note(one))} if isinstance(one, Mood) else strip
        )

    def _tensions(self) -> Iterator[Block]:
        found = [one for one in self.found if isinstance(one, Tension)]
        if found:
            yield {"kind": "keys", "before": any(one.before for one in found)}
        for one in found[:MOST_TENSIONS]:
            yield self._tension(one)
        if len(found) > MOST_TENSIONS:
            yield _text(captions.MORE[self.tongue.language].format(n=len(found) - MOST_TENSIONS))

    def _tension(self, one: Tension) -> Block:
        quotes = [self._quote(own) for own in self._quotes if own.about == one.dilemma]
        row = parts.tension(one, self.tongue)
        return {
            "kind": "tension", "row": row, "alt": self._alt(one), "lines": self._told("page", one), "quotes": quotes
        }  # fmt: skip

    def _coverage(self) -> Iterator[Block]:
        for one in self.found:
            if isinstance(one, Coverage):
                told = [printable(line) for line in self._letter("coverage", one)]
                spokes = parts.spokes(one, self.tongue)
                yield {"kind": "wheel", "spokes": spokes, "alt": self._alt(one), "lines": told}

    def _own_words(self) -> Iterator[Block]:
        drawn = {one.dilemma for one in [one for one in self.found if isinstance(one, Tension)][:MOST_TENSIONS]}
        yield from (self._quote(own) for own in self._quotes if own.about not in drawn)
        for one in self.found:
            if isinstance(one, Echoed | Returning):
                yield from (_text(line) for line in self._letter("behaviour", one))

    def _moves(self) -> Iterator[Block]:
        for one in self.found:
            if isinstance(one, Moves):
                yield from (_text(line) for line in self._letter("moves", one))

    def _corrected(self) -> Iterator[Block]:
        for one in self.found:
            if isinstance(one, Corrected):
                yield from [_quote(one.text, self.tongue.day(one.on))] * bool(one.text)
                yield from (_text(line) for line in self._letter("corrected", replace(one, text="")))

    def _plan(self) -> Iterator[Block]:
        """Counts, then the open intention and lines to write on: a plan is the leader's own hand."""
        given = ""
        for one in self.found:
            if isinstance(one, Intentions):
                given = one.one
                yield from (_text(line, "intro") for line in self._letter("intentions", replace(one, one="")))
        yield {"kind": "plan", "fields": self._fields(printable(given))}

    def _fields(self, given: str) -> list[Block]:
        planned = given.lower().startswith(CONDITIONS[self.tongue.language])
        starts = [self._said(captions.IF), self._said(captions.THEN)]
        return [
            _field(self._said(captions.INTENTION), given, starts),
            *([] if planned or not given else [_field("", "", starts)]),
            _field(self._said(captions.FIRST_STEP), "", [""]),
            _field(self._said(captions.HELPER), "", [""]),
            _field(self._said(captions.LOOKING_BACK), "", [""]),
        ]

    def _questions(self) -> Iterator[Block]:
        asked = [line for one in reversed(self.found) for line in self._asked(one)]  # the question forward first
        usual = [self._said(question) for question in captions.ASKED]
        yield _text(self._said(captions.DISCUSS_WITH), "intro")
        yield {"kind": "questions", "items": [printable(question) for question in (*asked, *usual)]}

    def _asked(self, one: Finding) -> Sequence[str]:
        match one:
            case Mirror():
                return [mirror.wording(one, self.tongue.language, self.tongue.library)]
            case Missing():
                return self._letter("missing", one)
            case Strained():
                return self._letter("strained", one)
            case _:
                return []

    @cached_property
    def _quotes(self) -> list[OwnWords]:
        return [one for one in self.found if isinstance(one, OwnWords)]

    def _quote(self, own: OwnWords) -> Block:
        return _quote(own.text, self.tongue.day(own.on))

    def _told(self, template: str, one: Finding) -> list[str]:
        words = macros(template, self.tongue, "plain")
        return [printable(line) for line in lines(getattr(words, one.kind)(one)).splitlines()]

    def _letter(self, part: str, one: Finding) -> list[str]:
        """The lines of one finding in the words of the letter."""
        words = macros("letter", self.tongue, "line")
        return lines(getattr(words, part)([one])).splitlines()

    def _alt(self, one: Finding) -> str:
        return " ".join(self._told("alt", one))

    def _titles(self) -> tuple[str, str]:
        language = self.tongue.language
        match opening(self.found):
            case FirstLook(since=since):
                return captions.FIRST[language], str(since.year)
            case Year(start=start, last=last):
                return captions.YEAR[language], "–".join(dict.fromkeys((str(start.year), str(last.year))))
            case Rhythm(month=month) | TooLittle(month=month):
                return captions.MONTH_OF[language].format(month=wording.month(month, language)), str(month.year)

    def _words(self) -> dict[str, str]:
        return {
            "language": self.tongue.language,
            "page": self._said(captions.PAGE),
            "now": captions.NOW[opening(self.found).kind][self.tongue.language],
            "before": self._said(captions.BEFORE),
            "answered": self._said(captions.ANSWERED),
            "open": self._said(captions.OPEN),
        }

    def _said(self, text: Any) -> str:
        return str(text[self.tongue.language])


def _text(text: str, kind: str = "text") -> Block:
    return {"kind": kind, "text": printable(text)}


def _quote(text: str, below: str) -> Block:
    return {"kind": "quote", "text": printable(text), "below": below}


def _field(label: str, given: str, starts: Sequence[str]) -> Block:
    return {"label": label, "given": given, "starts": starts}
