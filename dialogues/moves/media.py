"""Stickers, photos and other things without words: one kind sentence that says what works, once a day for each kind.

Words under a picture are not kept either, and that is told, so that they can be sent by themselves.
"""

from dataclasses import replace
from hashlib import blake2b

from dialogues.effects import Become, Say
from dialogues.events import MediaKind, Showed
from dialogues.language.words import fold
from dialogues.moves.steps import Step
from dialogues.scene import Scene
from dialogues.talk import Talk

OWN: frozenset[MediaKind] = frozenset(
    {"photo", "voice", "document", "other_media"}
)  # words under these are the leader's


def shown(talk: Talk, event: Showed, scene: Scene) -> Step:
    """Answer the first of a kind on a local day, and the first with other words under it; be silent about the next.

    Only its kind, its day and a mark are remembered. Other words under what was shown before need no answer.
    """
    mark = marked(event)
    seen = " ".join(filter(None, (event.kind, scene.today.isoformat(), mark)))
    memory = scene.leader.memory
    if event.edited or memory.media == seen or (not mark and f"{memory.media} ".startswith(f"{seen} ")):
        return talk, ()
    become = Become(replace(scene.leader, memory=memory.but(media=seen)))
    return talk, (become, Say("captioned" if mark else event.kind))


def marked(event: Showed) -> str:
    """What tells the words under it from most others: one byte, from which nobody can tell them; "" without words."""
    said = " ".join(fold(event.caption).split())
    if event.kind not in OWN or not said:
        return ""
    return blake2b(said.encode(), digest_size=1).hexdigest()
