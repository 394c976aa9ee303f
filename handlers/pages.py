"""The leader's own pages: what they wrote, the tensions they weighed, what they intend; each changes in place."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from dialogues.events import data
from dialogues.moves.leaders import lookback
from dialogues.moves.leaders.own import ALL, FOUND, TENSION, Place
from handlers import items
from handlers.outgoing import Key, Outgoing, Rows, Showing, column, pairs, plain

ROOM = 2800  # UTF-16 units of own words on one page; dates and what was asked come on top
LONG_WORD = 60  # characters that are kept together where a text is cut
PAGE = 6  # numbers side by side
WHOLE = 3500  # of one answer as a whole
ASKED, QUOTE, TITLE = 90, 220, 32
INTENTIONS = 12  # of them at once, the oldest first; those that are settled make room for the others
PARTS = {"thought": "asked_thought", "correction": "asked_correction", "intention_check": "asked_intention"}

Line = Mapping[str, Any]


def answers(show: Showing) -> Outgoing:
    """One page of own answers, each with its number; the number opens the whole of it."""
    lines, place = show.material["lines"], Place(show.args.get("view", ALL), show.material.get("page", 0))
    if not lines:
        return _nothing(show, place, passed=lines is None)
    room = ROOM // len(lines)
    parts = [f"<b>{n}</b> · {_entry(show, line, room)}" for n, line in enumerate(lines, start=1)]
    numbers = tuple(Key(str(n), data("answers", line["id"], place.value("open"))) for n, line in enumerate(lines, 1))
    return Outgoing(
        "\n\n".join((_head(show, place), *parts)), (numbers, *_turning(show, place), *_choosing(show, place))
    )


def _nothing(show: Showing, place: Place, *, passed: bool) -> Outgoing:
    if place.view == ALL:
        return Outgoing(show.words("answers_none"))
    said = show.words("answers_passed" if passed else "answers_nothing")
    return Outgoing(said, _choosing(show, place))


def _head(show: Showing, place: Place) -> str:
    """What is listed, and on which page of how many."""
    if place.view == TENSION:
        said = show.words("answers_dilemma", title=_title(show, show.args["item"]))
    elif place.view == FOUND:
        said = show.words("answers_found")
    else:
        said = show.words("answers_all" if place.view == ALL else "answers_month")
    pages = show.material.get("pages", 1)
    return said if pages < 2 else f"{said} ({place.page + 1}/{pages})"


def _entry(show: Showing, line: Line, room: int) -> str:
    """When, what was asked, what stands out about it, and the words."""
    return f"{_when(show, line)}\n{plain(items.shortened(line['text'], room))}"


def _when(show: Showing, line: Line) -> str:
    marks = [show.words("mark_hidden")] if line["state"] == "hidden" else []
    marks += [show.words("mark_late")] if line["late"] else []
    return " · ".join((f"<b>{plain(line['date'])}</b>", *_asked(show, line), *marks))


def _asked(show: Showing, line: Line) -> tuple[str, ...]:
    """A short reminder of what was asked; nothing for what had no question."""
    library, item = show.library, line["item"]
    if line["kind"] in PARTS:
        return (show.words(PARTS[line["kind"]]),)
    if item in library.dilemmas or item in library.cases:
        return (plain(_title(show, item)),)
    question = library.questions.get(item)
    known = question or library.pulses.get(item)
    asked = known.text[show.language] if known else line.get("asked", "")
    return (f"<i>{plain(items.shortened(asked, ASKED))}</i>",) if asked else ()


def _title(show: Showing, item: str) -> str:
    known = show.library.dilemmas.get(item) or show.library.cases.get(item)
    return known.title[show.language] if known else item


def _turning(show: Showing, place: Place) -> Rows:
    """To newer and older pages, where there are any."""
    keys = []
    if place.page > 0:
        keys.append(_key(show, "answers_all", "newer", Place(place.view, place.page - 1).value("list")))
    if place.page + 1 < show.material.get("pages", 1):
        keys.append(_key(show, "answers_all", "older", Place(place.view, place.page + 1).value("list")))
    return (tuple(keys),) if keys else ()


def _choosing(show: Showing, place: Place) -> Rows:
    """Other ways to look."""
    ways = tuple(_key(show, "answers_all", way, way) for way in ("months", "dilemmas", "search"))
    everything = (_key(show, "answers_all", "all", Place().value("list")),)
    return (ways,) if place.view == ALL else (ways, everything)


def _key(show: Showing, message: str, button: str, value: str, about: int | None = None) -> Key:
    """A button of the pages of answers: its label from the library, its value from where it leads."""
    known = next(one for one in show.library.messages[message].buttons if one.id == button)
    number = show.material.get("of", 0) if about is None else about
    return Key(known.label[show.language], data("answers", number, value))


def answer(show: Showing) -> Outgoing:
    """One answer as a whole, and what its leader can do with it."""
    line, place = show.material.get("line"), Place(show.args.get("view", ALL), int(show.args.get("page", 0)))
    if line is None:
        return Outgoing(show.words("answer_gone"), ((_back(show, Place(), 0),),))
    if line["state"] == "withdrawn":
        followed = (show.words("answer_withdrawn_along"),) if line.get("along") else ()
        told = "\n\n".join((show.words("answer_withdrawn"), *followed))
        return Outgoing(told, (_restoring(show, place), (_beside(show, place, line["of"]),)))
    part = min(int(show.args.get("part", 0)), max(0, len(_parts(line["text"])) - 1))
    words = _parts(line["text"])[part] if line["text"] else ""
    beside = f" {show.words('answer_hidden_along')}" if line.get("along") else ""
    text = f"{_when(show, line)}\n\n{plain(words)}\n\n<i>{show.words('answer')}{beside}</i>"
    return Outgoing(text, (*_reading_on(show, line, place, part), *_treating(show, line, place)))


def _parts(text: str) -> list[str]:
    """The text in pieces that each fit in one message; no sign is lost or cut in two, nor a word that can be whole."""
    pieces, rest = [], text
    while rest:
        piece = items.fitting(rest, WHOLE)
        if len(piece) < len(rest):
            near = len(piece) - LONG_WORD
            piece = piece[: max(piece.rfind(" ", near), piece.rfind("\n", near)) + 1] or piece
        pieces.append(piece)
        rest = rest[len(piece) :]
    return pieces


def _restoring(show: Showing, place: Place) -> tuple[Key, ...]:
    label = show.library.messages["answer_withdrawn"].buttons[0].label[show.language]
    act = "restore_hidden" if show.args.get("hidden") else "restore"  # as it was
    return (Key(label, data("answers", show.about, place.value(act))),)


def _reading_on(show: Showing, line: Line, place: Place, part: int) -> Rows:
    if len(_parts(line["text"])) < 2:
        return ()
    last = part + 1 == len(_parts(line["text"]))
    value = place.value("open", 0 if last else part + 1)
    return ((_key(show, "answer", "first" if last else "more", value, show.about),),)


def _treating(show: Showing, line: Line, place: Place) -> Rows:
    turn = "show" if line["state"] == "hidden" else "hide"
    withdraw = "withdraw_hidden" if line["state"] == "hidden" else "withdraw"
    turned, edited, withdrawn = (
        _key(show, "answer", label, place.value(act), show.about)
        for label, act in ((turn, turn), ("edit", "edit"), ("withdraw", withdraw))
    )
    return ((turned,), (edited, withdrawn), (_back(show, place, line["of"]),))


def _back(show: Showing, place: Place, of: int) -> Key:
    if place.look_back is not None:
        label = _key(show, "answer", "back", "", of).label
        return Key(label, data("lookback", place.look_back, lookback.value("all", place.page)))
    return _key(show, "answer", "back", place.value("list"), of)


def _beside(show: Showing, place: Place, of: int) -> Key:
    """The list in a message of its own: what can be taken back keeps its button. What was found cannot be told anew."""
    lasting = Place() if place.look_back is not None or place.view == FOUND else place
    return _key(show, "answer", "back", lasting.value("beside"), of)


def months(show: Showing) -> Outgoing:
    """The months in which something was written."""
    found: Sequence[tuple[str, str, int]] = show.material.get("months", ())
    keys = [Key(f"{name} ({n})", data("answers", 0, Place(f"m{key}").value("list"))) for key, name, n in found]
    return _menu(show, "answers_months", pairs(keys))


def dilemmas(show: Showing) -> Outgoing:
    """The dilemmas about which something was written."""
    return _menu(show, "answers_dilemmas", _titles(show, "answers", Place(TENSION).value("list")))


def _menu(show: Showing, name: str, keys: Rows) -> Outgoing:
    everything = (_key(show, "answers_all", "all", Place().value("list")),)
    return Outgoing(show.words(name if keys else "answers_nothing"), (*keys, everything))


def _titles(show: Showing, group: str, value: str) -> Rows:
    found: Sequence[tuple[str, int]] = show.material.get("dilemmas", ())
    known = [(item, number) for item, number in found if item in show.library.dilemmas]
    named = ((items.shortened(_title(show, item), TITLE - 1), number) for item, number in known)
    return column(Key(title, data(group, number, value)) for title, number in named)


def paradoxes(show: Showing) -> Outgoing:
    """The dilemmas on which a position was taken."""
    keys = _titles(show, "paradoxes", "open")
    return Outgoing(show.words("paradoxes" if keys else "paradoxes_none"), keys)


def paradox(show: Showing) -> Outgoing:
    """One dilemma: both poles, every position with its date, and the words of then."""
    known = show.library.dilemmas[show.args["item"]]
    a, b = items.sides(show, known)
    parts = [show.words("paradox", title=known.title[show.language], pole_a=a, pole_b=b)]
    earlier, positions = show.material.get("earlier", 0), show.material.get("positions", ())
    parts += [show.words("paradox_earlier")] if earlier else []
    parts += [_position(show, one, first=not earlier and n == 0) for n, one in enumerate(positions)]
    again, words, others = show.keys("paradox", group="paradoxes")
    words = Key(words.label, data("answers", show.about, Place(TENSION).value("list")))
    return Outgoing("\n\n".join(parts), column((again, words, others)))


def _position(show: Showing, one: Line, *, first: bool) -> str:
    seen = items.position_seen(show, one["position"])
    line = f"{items.field(seen)}  {seen} · {plain(one['date'])}"
    said = items.shortened(one["said"], QUOTE)
    if not said:
        return line
    return f"{line}\n" + (f"«{plain(said)}»" if first else show.words("paradox_moved", said=said))


def intentions(show: Showing) -> Outgoing:
    """What is still open: one with its outcomes, several with a number each, which opens that one."""
    found = show.material.get("intentions", ())[:INTENTIONS]
    opened = [one for one in found if one["id"] == show.args.get("one")]
    listed = opened or found
    asks, left = bool(show.args.get("asks")), bool(show.args.get("left"))
    after = [show.words("intention_ask")] if asks else [show.words("intention_none")] if left else []
    if not found:
        return Outgoing((after or [show.words("intentions_none")])[0], _way_out(show, "listed") if asks else ())
    numbered, room = len(listed) > 1, ROOM // len(listed)
    parts = [_meant(f"<b>{n}</b> · " * numbered, one, room) for n, one in enumerate(listed, 1)]
    head = show.words("intentions_several" if numbered else "intentions")
    keys = _numbers(listed) if numbered else (_outcomes(show, listed[0]["id"]),)
    back = (_to_list(show),) if opened and len(found) > 1 else ()
    return Outgoing("\n\n".join((head, *parts, *after)), (*keys, *back, *(_way_out(show, "listed") if asks else ())))


def _meant(number: str, one: Line, room: int) -> str:
    return f"{number}<b>{plain(one['date'])}</b>\n{plain(items.shortened(one['text'], room))}"


def _outcomes(show: Showing, intention: int) -> tuple[Key, ...]:
    buttons = show.library.messages["intentions"].buttons
    return tuple(Key(button.label[show.language], data("intentions", intention, button.id)) for button in buttons)


def _numbers(found: Sequence[Line]) -> Rows:
    return pairs((Key(str(n), data("intentions", one["id"], "open")) for n, one in enumerate(found, 1)), PAGE)


def _to_list(show: Showing) -> tuple[Key, ...]:
    return (Key(_key(show, "intentions_several", "list", "").label, data("intentions", 0, "list")),)


def _way_out(show: Showing, what: str) -> Rows:
    """The button out of what is asked for."""
    (button,) = show.library.messages["way_out"].buttons
    return ((Key(button.label[show.language], data("way_out", show.about, what)),),)


def asking(name: str, what: str) -> Callable[[Showing], Outgoing]:
    """Words are asked for by themselves: only the text, and the way out; other buttons of it stand elsewhere."""
    return lambda show: Outgoing(show.words(name), _way_out(show, what))


SCREENS: dict[str, Callable[[Showing], Outgoing]] = {
    "answers": answers,
    "answer": answer,
    "answers_months": months,
    "answers_dilemmas": dilemmas,
    "paradoxes": paradoxes,
    "paradox": paradox,
    "intentions": intentions,
    "summary_intention": asking("summary_intention", "intention"),
    "intention_when": asking("intention_when", "form"),
    "summary_correct": asking("summary_correct", "correction"),
    "report_reflect": asking("report_reflect", "reflection"),
    "thought_ask": asking("thought_ask", "thought"),
    "answers_search": asking("answers_search", "search"),
    "answer_rewrite": asking("answer_rewrite", "rewrite"),
}
