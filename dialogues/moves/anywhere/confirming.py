"""Words under the question whether to stop, erase all or leave a group: yes, no, or a part of what its buttons say."""

from datetime import timedelta

from dialogues.care import safety
from dialogues.effects import Outdate
from dialogues.events import Event, Pressed, Said
from dialogues.moves import typed
from dialogues.moves.anywhere import asides
from dialogues.moves.leaders import membership
from dialogues.moves.rhythm import pausing
from dialogues.moves.steps import Step
from dialogues.scene import Scene
from dialogues.talk import Talk
from dialogues.wishes import offers, pauses, queries

# What a plain yes and a plain no mean under each of these screens.
_YES = {"stop_confirm": "stop", "delete_confirm": "delete", "group_leave": "leave"}
_MOVES = {"stop_confirm": pausing.pressed, "delete_confirm": asides.pressed, "group_leave": membership.pressed}
SCREENS = frozenset(_YES)
# The settings, and what became of a choice in them.
SETTINGS = frozenset({
    "settings", "rhythm_now", "rhythm_set", "rhythm_noted", "zone_set", "zone_set_none", "quiet_set", "country_set",
    "country_set_none", "pulse_on", "pulse_off", "language_set", "days_spared", "rhythm_moved",
})  # fmt: skip
LISTS = {"answers", "answers_months", "answers_dilemmas", "paradoxes"}  # of what was written
ASKING = (
    SCREENS | SETTINGS | LISTS | offers.SCREENS | {"snooze", "meant_how", "meant_question_how"}
)  # what words may be about while nothing was said after it
_SURE = {
    "ja", "jawel", "jazeker", "yes", "yep", "yeah", "zeker", "sure", "hoor", "graag", "please", "doe", "dat", "het",
    "do", "it", "that", "go", "ahead", "echt", "really", "heel", "definitely", "ik", "wil", "i", "want", "to", "klopt",
    "inderdaad", "absoluut", "absolutely", "definitief", "weten", "correct", "exactly", "precies", "right",
}  # fmt: skip
_FIRST = {"ja", "jawel", "jazeker", "yes", "yep", "yeah", "zeker", "sure", "definitely", "klopt",
    "inderdaad", "absoluut", "absolutely", "definitief", "correct", "exactly", "precies",
}  # fmt: skip
# What else says yes under one of these screens: the deed itself.
_DEED = {
    "stop_confirm": {
        "stop",
        "stoppen",
        "stopping",
        "ermee",
        "er",
        "mee",
        "hiermee",
        "hou",
        "houd",
        "houden",
        "op",
        "ophouden",
        "kap",
        "kappen",
        "klaar",
        "quit",
        "quitting",
        "done",
        "out",
        "eruit",
        "finished",
    },
    "delete_confirm": {"wis", "wissen", "verwijder", "verwijderen", "delete", "erase", "alles", "all", "everything"},
    "group_leave": {"leave", "eruit", "weg"},
}
_BESIDE = {
    "maar", "ok", "oke", "okay", "am", "i'm", "im", "ben", "ga", "going", "this", "with", "dit", "hier", "nu", "now",
    "laten", "we", "let's", "lets", "dan", "gewoon", "just", "liever", "would", "like", "i'd", "mag", "helemaal", "er",
}  # fmt: skip
_DO = {"doe", "do", "go"}  # with anything beside it these say yes as well: "doe maar", "go ahead"
_NO = ("nee", "no", "nope")
WAITS = timedelta(days=1)  # so long words may mean its buttons
FEW = 6  # words: whoever writes more tells something


def told(talk: Talk, said: Said, scene: Scene) -> Step | None:
    """What the words choose, while such a screen was said last; None for words that are for something else."""
    value = chosen(said.text, scene) if scene.confirming in SCREENS else None
    if value is None:
        return None
    event = Pressed(scene.confirming, scene.confirmed, value, 0)
    after, effects = _MOVES[scene.confirming](talk, event, scene)
    return after, (*effects, Outdate(frozenset({scene.confirming}), scene.confirmed))


def chosen(text: str, scene: Scene) -> str | None:
    """The button that is meant."""
    words = typed.plain(text).split()
    if not words or len(words) > FEW:
        return None
    if (button := typed.part(text, scene.library.messages[scene.confirming])) is not None:
        return button
    if agreed(words, _DEED[scene.confirming]):
        return _YES[scene.confirming]
    if scene.confirming == "stop_confirm" and pauses.wished(text) == "":
        return "pause"
    if words[0] in _NO:  # "nee, liever een pauze"
        return typed.part(" ".join(words[1:]), scene.library.messages[scene.confirming]) or "cancel"
    return "cancel" if queries.declined(text) and words[0] not in typed.STOP else None


def agreed(words: list[str], deed: set[str]) -> bool:
    """Is it a yes, or the deed that was asked about, and nothing else? One bare word of the deed says too little."""
    known = (_SURE | _BESIDE | deed).issuperset(words)
    if words == [words[0], "maar"] and words[0] not in deed | _DO:  # "ja, maar": that is no yes
        return False
    first = words[0] in _FIRST or (words[0] in _DO and len(words) > 1)
    return known and (first or (len(words) > 1 and not deed.isdisjoint(words)))


def outweighs(event: Event, scene: Scene) -> bool:
    """Is it a yes to stopping, in words that elsewhere are asked about? What alarms by itself goes first."""
    if not isinstance(event, Said) or scene.confirming != "stop_confirm" or chosen(event.text, scene) != "stop":
        return False
    return not isinstance(safety.screen(event.text, scene.library), safety.Alarm)
