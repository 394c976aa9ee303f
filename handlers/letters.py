"""The look back as it is shown: the letter, its lines, the sentences to keep, the picture and the paper."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from dialogues.events import data
from dialogues.moves.leaders.lookback import Mode, value
from dialogues.moves.leaders.own import Place
from handlers import items
from handlers.outgoing import Key, Outgoing, Rows, Showing, column, pairs, plain
from summaries.alt import alt_text
from summaries.facts import Findings, OwnWords, from_json
from summaries.letter import Line, letter, traced
from summaries.pdf import file_name

PAGE = 4  # lines on one page
ROOM = 700  # UTF-16 units of one line
DATES = 6  # answers of one line that can be opened from it, the newest
MODES: tuple[Mode, ...] = ("all", "hide", "keep")  # the ways of looking at what a letter says
HEADS: Mapping[Mode, str] = {"all": "lookback_lines", "hide": "lookback_hide", "keep": "lookback_keep"}
KEPT = "★ "
STAYS = (".first_look", ".too_little")  # what opens a letter by itself


def lookback(show: Showing) -> Outgoing:
    """The letter, with the taps under it."""
    found = _found(show)
    if not found:
        return Outgoing(show.words("lookback_gone"))
    text = letter(found, show.language, show.library)
    quotes = any(isinstance(one, OwnWords) for one in found)
    ways = [_key(show, mode, value(mode)) for mode in MODES if quotes or mode != "keep"]
    if any(finding.kind == "too_little" for finding in found):
        return Outgoing(text, pairs(ways) if len(found) > 1 else ())
    ask = show.library.messages["summary_question"].text[show.language].split("\n\n")[-1]
    ways += show.keys("lookback_pdf", group="lookback")
    rows = (*column(show.keys("summary_question")), *pairs(ways), show.keys("summary_intention"))
    return Outgoing(f"{text}\n\n{plain(ask)}", rows)


def picture(show: Showing) -> Outgoing:
    """All of it in one picture; what is left of it when everything in it was hidden has nothing more to say."""
    seen = alt_text(_found(show), show.language, show.library)
    return Outgoing(show.words("lookback_caption" if seen else "lookback_empty"), photo=show.material["photo"])


def paper(show: Showing) -> Outgoing:
    """The PDF to keep; while none can be made, the letter stands for it."""
    made, found = show.material.get("file"), _found(show)
    if not found:
        return Outgoing(show.words("lookback_gone"))
    if made is None:
        return Outgoing(show.words("lookback_no_pdf"))
    return Outgoing(show.words("lookback_pdf"), document=(file_name(found, show.language), made))


def share(show: Showing) -> Outgoing:
    """The same without the leader's own words, as PDF or else as text."""
    made, found = show.material.get("file"), _found(show)
    if not found:
        return Outgoing(show.words("lookback_gone"))
    said = show.words("lookback_share")
    if made is None:
        return Outgoing(f"{said}\n\n{letter(found, show.language, show.library, quotes=False)}")
    return Outgoing(said, document=(file_name(found, show.language), made))


def lines(show: Showing) -> Outgoing:
    """A page of lines: with what each rests on and the answers to open, or with the number that makes one go."""
    found = _found(show)
    if not found:
        return Outgoing(show.words("lookback_gone"))
    if show.args.get("mode") == "keep":
        return sentences(show)
    mode: Mode = "hide" if show.args.get("mode") == "hide" else "all"
    away = show.material.get("hidden", frozenset())
    listed = [line for line in traced(found, show.language, show.library) if line.id not in away]
    page = max(0, min(int(show.args.get("page", 0)), (len(listed) - 1) // PAGE))
    shown = listed[page * PAGE : (page + 1) * PAGE]
    parts = [_head(show, mode, page, len(listed)), *(_told(n, line) for n, line in enumerate(shown, 1))]
    keys = _hiding(show, shown, page) if mode == "hide" else tuple(_opening(show, shown))
    return Outgoing("\n\n".join(parts), (*keys, *_ways(show, mode, page, last=(page + 1) * PAGE >= len(listed))))


def sentences(show: Showing) -> Outgoing:
    """A page of sentences that can be kept for the year, each with its number; a star stands at those that are."""
    listed: Sequence[Mapping[str, Any]] = show.material.get("sentences", ())
    page = max(0, min(int(show.args.get("page", 0)), (len(listed) - 1) // PAGE))
    shown = listed[page * PAGE : (page + 1) * PAGE]
    parts = [_head(show, "keep", page, len(listed))]
    parts += [
        f"<b>{n}</b> · {KEPT * one['kept']}«{plain(one['text'])}»\n{plain(one['day'])}" for n, one in _numbered(shown)
    ]
    keys = (
        Key(f"{n} {KEPT}".strip() if one["kept"] else str(n), data("lookback", show.about, _turning(one, page)))
        for n, one in _numbered(shown)
    )
    ways = _ways(show, "keep", page, last=(page + 1) * PAGE >= len(listed))
    return Outgoing("\n\n".join(parts), (*pairs(keys, PAGE), *ways))


def _numbered(shown: Sequence[Mapping[str, Any]]) -> Iterator[tuple[int, Mapping[str, Any]]]:
    return iter(enumerate(shown, 1))


def _turning(one: Mapping[str, Any], page: int) -> str:
    return value("drop" if one["kept"] else "keep", page, one["line"])


def _found(show: Showing) -> Findings:
    facts = show.material.get("facts")
    return from_json(facts) if facts else ()


def _head(show: Showing, mode: Mode, page: int, total: int) -> str:
    if not total:
        return show.words("lookback_empty")
    said = show.words(HEADS[mode])
    return said if total <= PAGE else f"{said} ({page + 1}/{-(-total // PAGE)})"


def _told(number: int, line: Line) -> str:
    said = f"<b>{number}</b> · {plain(items.shortened(line.text, ROOM))}"
    return f"{said}\n<i>{plain(line.basis)}</i>" if line.basis else said


def _opening(show: Showing, shown: list[Line]) -> Iterator[tuple[Key, ...]]:
    """The days of the answers that a line rests on; each opens what was written then."""
    days, back = show.material.get("days", {}), Place.of_look_back(show.about, int(show.args.get("page", 0)))
    for number, line in enumerate(shown, 1):
        given = [int(ref.removeprefix("answer:")) for ref in line.evidence if ref.startswith("answer:")]
        known = [answer for answer in given if answer in days][-DATES:]
        labels = _apart([f"{number} · {days[answer]}" for answer in known])
        keys = [Key(label, data("answers", n, back.value("open"))) for label, n in zip(labels, known, strict=True)]
        yield from pairs(keys, 2)


def _apart(labels: Sequence[str]) -> list[str]:
    """Several answers of one day have a number behind it from the second on."""
    times = [labels[: place + 1].count(label) for place, label in enumerate(labels)]
    return [f"{label} ({n})" if n > 1 else label for label, n in zip(labels, times, strict=True)]


def _hiding(show: Showing, shown: list[Line], page: int) -> Rows:
    """The same numbers as the lines have elsewhere; what opens a letter by itself has none."""
    can_go = [(n, line) for n, line in enumerate(shown, 1) if not line.id.endswith(STAYS)]
    keys = (Key(str(n), data("lookback", show.about, value("hide", page, line.id))) for n, line in can_go)
    return pairs(keys, PAGE) if can_go else ()


def _ways(show: Showing, mode: Mode, page: int, *, last: bool) -> Rows:
    """To other pages, to another way of looking, and back to the letter."""
    turns = [] if page == 0 else [_key(show, "previous", value(mode, page - 1))]
    turns += [] if last else [_key(show, "next", value(mode, page + 1))]
    other: Mode = "hide" if mode == "all" else "all"
    ways = (_key(show, other, value(other)), _key(show, "letter", "letter"))
    return (tuple(turns), ways) if turns else (ways,)


def _key(show: Showing, button: str, told: str) -> Key:
    (label,) = (one.label[show.language] for one in show.library.messages["lookback_lines"].buttons if one.id == button)
    return Key(label, data("lookback", show.about, told))


SCREENS = {
    "lookback": lookback,
    "lookback_picture": picture,
    "lookback_pdf": paper,
    "lookback_share": share,
    "lookback_lines": lines,
}
