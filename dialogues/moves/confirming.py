"""Words under the question whether to stop, erase all or leave a group: yes, no, or a part of what its buttons say."""

from datetime import timedelta

from dialogues import queries
from dialogues.effects import Outdate
from dialogues.events import Pressed, Said
from dialogues.moves import asides, membership, pausing, typed
from dialogues.moves.steps import Step
from dialogues.scene import Scene
from dialogues.talk import Talk

# What a plain yes and a plain no mean under each of these screens.
_YES = {"stop_confirm": "stop", "delete_confirm": "delete", "group_leave": "leave"}
_MOVES = {"stop_confirm": pausing.pressed, "delete_confirm": asides.pressed, "group_leave": membership.pressed}
SCREENS = frozenset(_YES)
ASKING = SCREENS | {"snooze"}  # what words may answer as long as nothing was said after it
_SURE = {
    "ja", "jawel", "jazeker", "yes", "yep", "yeah", "zeker", "sure", "hoor", "graag", "please", "doe", "dat", "het",
    "do", "it", "that", "go", "ahead", "echt", "really", "heel", "definitely", "ik", "wil", "i", "want", "to",
}  # fmt: skip
_FIRST = {"ja", "jawel", "jazeker", "yes", "yep", "yeah", "zeker", "sure", "definitely"}
# What else says yes under one of these screens: the deed itself.
_DEED = {
    "stop_confirm": {"stop", "stoppen", "ermee", "er", "mee"},
    "delete_confirm": {"wis", "wissen", "verwijder", "verwijderen", "delete", "erase", "alles", "all", "everything"},
    "group_leave": {"leave", "eruit", "weg"},
}
_BESIDE = {"maar", "ok", "oke", "okay", "am"}
_NO = ("nee", "no", "nope")
WAITS = timedelta(days=1)  # so long words may mean its buttons
FEW = 4  # words: whoever writes more tells something


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
    if words[0] in _NO:  # "nee, liever een pauze"
        return typed.part(" ".join(words[1:]), scene.library.messages[scene.confirming]) or "cancel"
    return "cancel" if queries.declined(text) and words[0] not in typed.STOP else None


def agreed(words: list[str], deed: set[str]) -> bool:
    """Is it a yes, or the deed that was asked about, and nothing else? One bare word of the deed says too little."""
    known = (_SURE | _BESIDE | deed).issuperset(words)
    if words == [words[0], "maar"] and words[0] not in deed:  # "ja, maar": that is no yes
        return False
    return known and (words[0] in _FIRST or (len(words) > 1 and not deed.isdisjoint(words)))
