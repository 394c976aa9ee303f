"""Words while a screen of the rhythm or the pause is the last one: a choice, a way out, or words for something else."""

from dataclasses import replace

from dialogues.effects import React, Say
from dialogues.events import Said
from dialogues.language import words
from dialogues.moves import typed
from dialogues.moves.answers import replies
from dialogues.moves.anywhere import arranging, confirming
from dialogues.moves.rhythm import planning, settling
from dialogues.moves.steps import Step, says
from dialogues.scene import Scene
from dialogues.talk import Asking, Resting, Settling, Talk
from dialogues.wishes import hours, leaving, pauses, preferring, queries, timetable

LONG = 8  # words; whoever writes more is not choosing an hour or a day, also when nothing is open


def told(talk: Settling, said: Said, scene: Scene) -> Step | None:
    """What the words choose; None for words that are for the open question, or a thought.

    What is not understood is said to be so once, and then no longer stands in the way. A newcomer goes on choosing.
    """
    for text in (said.text, *(preferring.readings(said.text) if talk.step in planning.SCREENS else ())):
        if (planned := planning.told(talk, text, scene)) is not None:
            return planned
        if settling.understands(talk, text, scene):
            return settling.typed(talk, replace(said, text=text), scene)
    if (out := way_out(talk, said, scene)) is not None:
        return out
    if not talk.first and (talk.missed or tells(talk, said.text, scene)):
        return None
    if talk.step in planning.SCREENS and not talk.missed and not asks(said.text):
        return replace(talk, missed=True), (Say("choice_missed"),)
    after, effects = settling.typed(talk, said, scene)
    return (replace(after, missed=True) if isinstance(after, Settling) else after), effects


def asks(text: str) -> bool:
    """Is it asked what there is to choose, or about the quiet hours? Then that is shown."""
    return "?" in text or queries.meant(text) is not None or hours.names_quiet(text)


def done(text: str) -> bool:
    """Does it say no more than that it is done, or all right?"""
    return queries.settled(text) or queries.meant(text) == "fine"


def chosen(talk: Settling, scene: Scene) -> Step:
    """What was being chosen is as it stands; a newcomer begins with it, and days that were just named are confirmed."""
    confirms = talk.step == "hour" or (talk.first and talk.step in planning.SCREENS)
    return settling.settled(talk, scene.leader.rhythm, scene) if confirms else says(Resting(), "left_as_is")


def after(talk: Talk, said: Said, scene: Scene) -> Step | None:
    """Right after the settings, or what became of a choice: done, or one more choice; None for words that tell more."""
    if scene.confirming not in confirming.SETTINGS or isinstance(talk, Settling | Asking):
        return None
    if done(said.text):
        return talk, (React(said.message, replies.NOD),)
    wanted = timetable.named(said.text)
    more = wanted is not None and wanted.more and bool(wanted.days)
    if scene.confirming != "settings" and not more:
        return None
    planned = planning.told(planning.AGAIN, said.text, scene)
    if planned is None and settling.understands(planning.AGAIN, said.text, scene):
        return settling.typed(planning.AGAIN, said, scene)
    return planned


def tells(talk: Settling, text: str, scene: Scene) -> bool:
    """Do these words tell something, rather than try to choose?"""
    tried = talk.step == "pause" and pauses.says_until(text)
    return not tried and words.count(text) > (settling.FEW if scene.prompt else LONG)


def way_out(talk: Settling, said: Said, scene: Scene) -> Step | None:
    """The wish to stop altogether, everything left as it is, or a word to the bot; None for any other words."""
    wish = leaving.wish(said.text)
    resting = talk if talk.first else Resting()
    if typed.plain(said.text) in typed.STOP or (wish is not None and wish.kind == "stop"):
        return says(resting, "stop_confirm")
    setting = arranging.of_settings(said.text)
    if setting is not None and not talk.first:
        return arranging.done(resting, setting, scene)
    if wish is not None and wish.plain:
        return arranging.done(resting, wish, scene)
    if done(said.text) or (talk.first and queries.begins(said.text)):
        return chosen(talk, scene)
    if talk.first:
        return replies.told(talk, said.text)
    if queries.declined(said.text) or queries.meant(said.text) == "skip":
        return says(Resting(), "left_as_is")
    return replies.beside(talk, said, scene)
