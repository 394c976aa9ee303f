"""Words while a screen of the rhythm or the pause is the last one: a choice, a way out, or words for something else."""

from dataclasses import replace

from dialogues.effects import React, Say
from dialogues.events import Pressed, Said
from dialogues.language import words
from dialogues.language.numbered import bare
from dialogues.moves import typed
from dialogues.moves.answers import replies
from dialogues.moves.anywhere import arranging, confirming
from dialogues.moves.leaders import own
from dialogues.moves.rhythm import planning, settling, wishes
from dialogues.moves.steps import Step, says
from dialogues.scene import Scene
from dialogues.talk import Asking, OnPrompt, Resting, Settling, Talk
from dialogues.wishes import (
    commanding,
    hours,
    leaving,
    months,
    naming,
    pauses,
    preferring,
    queries,
    rescheduling,
    timetable,
)
from dialogues.wishes.timetable import Timetable

_SET = {"rhythm_set", "rhythm_noted", "rhythm_moved", "rhythm_now", "zone_set", "zone_set_none", "quiet_set"}
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
    if (other := again(said.text, scene)) is not None:
        return planning.moved(other, scene)
    wanted = timetable.named(said.text)
    more = wanted is not None and wanted.more and bool(wanted.days)
    if scene.confirming != "settings" and not more:
        return None
    planned = planning.told(planning.AGAIN, said.text, scene)
    if planned is None and settling.understands(planning.AGAIN, said.text, scene):
        return settling.typed(planning.AGAIN, said, scene)
    return planned


def again(text: str, scene: Scene) -> Timetable | None:
    """Days or an hour that are wished for, or alone right after others were set: days only while nothing is open."""
    if timetable.asked(text) is not None or commanding.days(text) is not None:  # which is asked for as ever
        return None
    if (other := rescheduling.wished(text)) is not None:
        return other
    wanted = timetable.named(text) if scene.confirming in _SET else None
    if wanted is None or wanted.more or (wanted.days and scene.prompt is not None):
        return None
    return wanted if wanted.days or rescheduling.of_clock(text) else None


def placed(talk: Talk, said: Said, scene: Scene) -> Step | None:
    """The time of another place, in words; None for any other words, and where something else goes first."""
    if not isinstance(talk, Settling | Resting | OnPrompt) or scene.leader.state == "held":
        return None
    return planning.placed(talk, said.text, scene)


def on_page(talk: Talk, said: Said, scene: Scene) -> Step | None:
    """What is named of a page that was shown last: a month, a tension, a switch; None for any other words."""
    if not isinstance(talk, Resting | OnPrompt) or scene.leader.state == "held":
        return None
    match scene.confirming:
        case "settings" if (wanted := commanding.switch(said.text)) is not None:
            return switched(talk, *wanted, scene)
        case "answers" | "answers_months" if months.is_month(said.text) and not said.text.strip().isdecimal():
            return own.wanted(said.text, talk, scene)
        case "answers_dilemmas" | "paradoxes":
            known = list(scene.library.dilemmas.values())
            place = naming.option(said.text, [(each.title.nl, each.title.en) for each in known])
            return own.wanted(known[place].id, talk, scene) if place is not None and not bare(said.text) else None
        case _:
            return None


def switched(talk: Talk, which: commanding.Switch, on: bool, scene: Scene) -> Step:
    """The switch as it was named, also where it stood so."""
    leader = scene.leader
    stands = {"theme": leader.wishes.theme == "dark", "echoes": leader.wishes.echoes, "pulse": leader.rhythm.pulse}
    if stands[which] == on:
        return talk, (wishes.shown(scene, leader),)
    then, effects = wishes.pressed(talk, Pressed("settings", 0, which, 0), scene)
    return then, tuple(replace(each, edits=None) if isinstance(each, Say) else each for each in effects)


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
