"""What goes on paper for a group: reads the texts of the guide for a conversation and of the invitation."""

from collections.abc import Iterator, Mapping
from typing import Final

from dialogues.library.dilemmas import sources
from dialogues.library.entry import Entry
from dialogues.library.wording import LABEL, LINE, OPTION, PROMPT, TITLE, Limits
from dialogues.model import Conversation, GuideTexts, InvitationTexts, Round, Step, Text

PARADOX: Final = ("arrive", "agree", "meet", "upsides", "downsides", "signs", "promise", "close")
CASE: Final = ("arrive", "agree", "facts", "touched", "options", "choose", "arrange", "close")
SHORT, LONG = 60, 90  # minutes
STEPS: Final = 7  # of the plan for an integrity dilemma: more do not fit on its page


def _filling(limits: Limits, *names: str) -> Limits:
    return limits.filling(frozenset(names))


_POLES = _filling(PROMPT, "pole_a", "pole_b")
GUIDE_WORDS: Final[Mapping[str, Limits]] = {
    **dict.fromkeys(("purpose", "time", "prepare", "safety", "facilitating", "steps", "sheet"), TITLE),
    **dict.fromkeys(("aloud", "note", "page", "round", "about_paradox", "about_case"), LABEL),
    "minutes": _filling(LABEL, "minutes"),
    "footer": LINE,
    **dict.fromkeys(("asks_good", "asks_too_much", "asks_sign"), LINE),
    # the mirror, or what is done without one
    "mirror": TITLE,
    "mirror_shown": _filling(PROMPT, "first", "last"),
    "mirror_asks": PROMPT,
    "mirror_leans": _filling(PROMPT, "first", "last", "pole"),
    "mirror_divided": _filling(PROMPT, "first", "last"),
    "mirror_held": PROMPT,
    "mirror_none": PROMPT,
    "share": _filling(LABEL, "low", "high"),
    "near": _filling(TITLE, "pole"),
    "middle": TITLE,
    "place": _filling(TITLE, "number"),
    "end": _filling(TITLE, "number", "pole"),
    "line_title": LABEL,
    "line": _POLES,
    "cards_title": LABEL,
    "cards": _POLES,
    # the map, and where it and the step plan come from
    **dict.fromkeys(("map_aim", "map_fear"), TITLE),
    **dict.fromkeys(("map_upside", "map_downside", "map_sign", "map_action"), TITLE),
    **dict.fromkeys(("map_how", "map_source"), LINE),
    "example": _filling(PROMPT, "text"),
    **dict.fromkeys(("steps_how", "steps_source", "steps_real", "case_sensitive"), PROMPT),
}
INVITATION_WORDS: Final[Mapping[str, Limits]] = {
    **dict.fromkeys(("title", "promises", "join"), TITLE),
    "host": _filling(LINE, "facilitator", "group"),
    **dict.fromkeys(("sees", "unseen"), _filling(TITLE, "facilitator")),
    "until": _filling(TITLE, "date"),
    "code": _filling(LINE, "link"),
    "footer": LINE,
}


def guide(root: Entry) -> GuideTexts:
    """The texts of the guide; each conversation has its own rounds, which last 60 and 90 minutes together."""
    rounds, conversations = root.keyed("rounds", _round), root.entry("conversations")
    for name in rounds.keys() - {*PARADOX, *CASE}:
        root.problem(f"no conversation has the round '{name}'; is its id a slip of the pen?")
    texts = GuideTexts(
        paradox=_conversation(conversations.entry("paradox"), PARADOX, rounds),
        case=_conversation(conversations.entry("integrity_case"), CASE, rounds),
        prepare=_texts(root, "prepare", LINE),
        agreements=_texts(root, "agreements", LINE),
        safety=_texts(root, "safety", OPTION),
        facilitating=_texts(root, "facilitating", LINE),
        steps=_steps(root, "steps"),
        promise=_texts(root, "promise", TITLE),
        words=_words(root.entry("words"), GUIDE_WORDS),
    )
    if len(texts.steps) > STEPS:
        root.problem(f"the plan has {len(texts.steps)} steps; {STEPS} fit on its page")
    sources(root)
    conversations.close()
    return texts


def invitation(root: Entry) -> InvitationTexts:
    """The texts of the invitation."""
    entry = root.entry("invitation")
    named = _filling(LINE, "facilitator")
    texts = InvitationTexts(
        about=_texts(entry, "about", PROMPT),
        sees=_texts(entry, "sees", named),
        unseen=_texts(entry, "unseen", named),
        promises=_texts(entry, "promises", LINE),
        steps=_steps(entry, "steps"),
        words=_words(entry.entry("words"), INVITATION_WORDS),
    )
    entry.close()
    return texts


def _conversation(entry: Entry, order: tuple[str, ...], known: Mapping[str, Round]) -> Conversation:
    rounds = tuple(known[name] for name in order if name in known)
    for fault in _faults(order, rounds) if known else ():
        entry.problem(fault)
    conversation = Conversation(entry.text("title", TITLE), entry.text("purpose", PROMPT), rounds)
    entry.close()
    return conversation


def _faults(order: tuple[str, ...], rounds: tuple[Round, ...]) -> Iterator[str]:
    """What is wrong with the rounds of a conversation: one that is missing, or else the time that they take."""
    found = {each.id for each in rounds}
    if missing := [name for name in order if name not in found]:
        yield f"its round '{missing[0]}' is missing"
        return
    for wanted, minutes in ((SHORT, sum(each.short for each in rounds)), (LONG, sum(each.long for each in rounds))):
        if minutes != wanted:
            yield f"its rounds last {minutes} minutes together; {wanted} are meant"


def _round(entry: Entry) -> Round:
    found = Round(
        id=entry.word("id"),
        title=entry.text("title", LABEL),
        short=entry.number("short", 1, SHORT),
        long=entry.number("long", 1, LONG),
        aloud=entry.text("aloud", PROMPT),
        steps=_texts(entry, "steps", LINE),
        longer=_texts(entry, "longer", LINE) if entry.has("longer") else (),
        note=entry.text("note", LINE),
    )
    entry.close()
    return found


def _steps(entry: Entry, key: str) -> tuple[Step, ...]:
    def read(part: Entry) -> Step:
        step = Step(part.text("title", LABEL), part.text("text", LINE))
        part.close()
        return step

    return tuple(read(part) for part in entry.entries(key))


def _texts(entry: Entry, key: str, limits: Limits) -> tuple[Text, ...]:
    def read(part: Entry) -> Text:
        text = part.own_text(limits)
        part.close()
        return text

    return tuple(read(part) for part in entry.entries(key))


def _words(entry: Entry, wanted: Mapping[str, Limits]) -> dict[str, Text]:
    words = {name: entry.text(name, limits) for name, limits in wanted.items()}
    entry.close()
    return words
