"""Words and taps beside a prompt: loose thoughts, what was asked for by itself, the look back, erasing everything."""

from dataclasses import replace
from datetime import timedelta

from dialogues.asking import zones
from dialogues.effects import Become, Cancel, Drop, Effect, Forget, IntendFrom, Judge, Keep, Plan, React, Say, Treat
from dialogues.events import Commanded, Pressed, Said
from dialogues.moves import typed
from dialogues.moves.answers import guessing, replies, speaking
from dialogues.moves.anywhere import arranging
from dialogues.moves.keeping import endings
from dialogues.moves.keeping.closing import names
from dialogues.moves.leaders import intending, own
from dialogues.moves.moments import whereabouts
from dialogues.moves.rhythm import planning, settling
from dialogues.moves.steps import Step, says, thanks
from dialogues.people import Part
from dialogues.scene import Scene
from dialogues.talk import Asking, Resting, Talk
from dialogues.wishes import leaving, queries, timetable

# How what is written down is asked for; what somebody looks for is not among it.
NOTED = {
    "intention": "intentions", "form": "intention_when", "rewrite": "answer_rewrite", "thought": "thought_ask",
    "correction": "summary_correct", "reflection": "report_reflect",
}  # fmt: skip
LEFT = {"intention": "intention_none", "thought": "thought_dropped"}
SEEN = "\N{EYES}"
UNCONFIRMED = timedelta(days=1)  # a thought that nobody confirmed is erased after a day


def unprompted(talk: Talk, said: Said, scene: Scene) -> Step:
    """Nothing is open: a thought to keep or not, or plainly the wish to stop."""
    if typed.plain(said.text) in typed.STOP:
        return says(talk, "stop_confirm")
    if (begun := endings.named(talk, said, scene)) is not None:
        return begun
    if queries.lets_be(said.text):
        return let_go(talk)
    if (reply := replies.beside(Resting(), said, scene)) is not None:
        return reply
    held = isinstance(talk, Resting) and talk.held
    joins = isinstance(talk, Resting) and bool(talk.thought) and scene.joins_last
    if (held or not joins) and (arranged := of_rhythm(said, scene)) is not None:
        return arranged
    if held and queries.settled(said.text):  # "that's all": no more than that the words are complete
        return talk, (React(said.message, SEEN),)
    if held and (wish := guessing.unprompted(talk, said, scene)) is not None:
        return wish
    if isinstance(talk, Resting) and joins:
        seen = React(said.message, SEEN) if talk.held else React(said.message)  # held words are not written down yet
        return talk, (_thought(said, "addition", held=talk.held), seen)
    if typed.plain(said.text) in typed.YES | typed.NO:  # to nothing that was asked
        return talk, (React(said.message, replies.NOD),)
    if (wish := guessing.unprompted(Resting(), said, scene)) is not None:
        return wish
    forgotten = Plan("thought", scene.now + UNCONFIRMED, scene.fresh)
    asked = Say("not_understood", {}, scene.fresh)
    return Resting(thought=scene.fresh, held=True), (_thought(said, held=True), forgotten, asked)


def of_rhythm(said: Said, scene: Scene) -> Step | None:
    """Days, with an hour or without, or a zone by its own name: how the rhythm is to be. One day may be a thought."""
    wanted = timetable.named(said.text)
    if wanted is not None and (len(wanted.days) > 1 or (wanted.days and wanted.hour)):
        return planning.planned(planning.AGAIN, wanted, scene)
    zone = zones.find(said.text) if "/" in said.text else None
    return settling.changed(planning.AGAIN, whereabouts.moved(zone, scene), scene) if zone else None


def let_go(talk: Talk) -> Step:
    """Never mind: what it was asked about is not kept."""
    if isinstance(talk, Resting) and talk.held:
        return Resting(), (Drop(talk.thought), Cancel("thought", talk.thought), Say("thought_dropped"))
    return talk, (Say("all_done"),)


def told(talk: Asking, said: Said, scene: Scene) -> Step:
    """The words that were asked for: an intention, what a summary got wrong, words to look for, and the like."""
    if queries.declined(said.text):
        return left(talk)
    if talk.what in NOTED and (other := beside(talk, said, scene)) is not None:
        return other
    match talk.what:
        case "intention" | "form":
            return intending.told(talk, said)
        case "search":
            return own.looked_for(said.text, Resting())
        case "rewrite":
            return own.rewritten(talk, said)
        case "thought":
            return thought(said, scene)
        case "correction":
            kept = Keep(None, "correction", said.text, said.message, named=names(said.text))
            return Resting(), (kept, Say("summary_correction_kept"))
        case "reflection":  # pragma: no branch - the last kind; the type checker knows
            kept = Keep(None, "thought", said.text, said.message, care="report", named=names(said.text))
            screen, memory = thanks(scene, short=False, heavy=True)
            return Resting(), (kept, Become(replace(scene.leader, memory=memory)), Say(screen))


def beside(talk: Asking, said: Said, scene: Scene) -> Step | None:
    """What is none of it: a wish, or a word to the bot, after which it is still asked for."""
    wish = leaving.wish(said.text)
    if wish is not None and (wish.plain or wish.kind == "later"):
        return left(talk) if wish.kind == "later" else arranging.done(talk, wish, scene)
    match queries.meant(said.text):
        case "skip":
            return left(talk)
        case "unclear" | "change":
            args = {"asks": True} if talk.what == "intention" else {}
            return talk, (Say(NOTED[talk.what], args, talk.about),)
        case _:
            return replies.beside(talk, said, scene)


def left(talk: Asking) -> Step:
    """What was asked for is let go of."""
    return says(Resting(), LEFT.get(talk.what, "left_as_is"))


def let_be(talk: Talk, event: Pressed, scene: Scene) -> Step:  # noqa: ARG001  (one shape for all moves)
    """The button out of what is asked for; under a list of intentions the list stays."""
    if event.value == "listed":
        asking = talk == Asking("intention")
        shown = Say("intentions", {"asks": False, "left": asking}, edits=event.message)
        return Resting() if asking else talk, (shown,)
    asked = isinstance(talk, Asking) and (talk.what, talk.about) == (event.value, event.about)
    return left(talk) if isinstance(talk, Asking) and asked else (talk, ())


def reflected(talk: Talk, event: Commanded, scene: Scene) -> Step:
    """/reflect: a thought without any question, written after it or asked for."""
    if not event.argument.strip():
        return says(Asking("thought"), "thought_ask")
    after, effects = thought(Said(event.argument.strip(), 0), scene)
    return after if isinstance(talk, Resting) else talk, effects


def thought(said: Said, scene: Scene) -> Step:
    """A thought that was meant to be kept: no tap is needed, and what follows shortly goes on with it."""
    return Resting(thought=scene.fresh), (_thought(said), Say("thought_kept"))


def _thought(said: Said, part: Part = "thought", *, held: bool = False) -> Keep:
    return Keep(None, part, said.text, said.message, held=held, named=names(said.text))


def pressed(talk: Talk, event: Pressed, scene: Scene) -> Step:
    """Taps beside a prompt."""
    match event.group, event.value:
        case (("language" | "language_choose"), ("nl" | "en") as language):
            return speaking.changed(talk, language, scene)
        case "not_understood", "keep" if scene.gone:
            return talk, (Say("thought_gone", edits=event.message),)
        case "not_understood", "keep":
            return Resting(thought=event.about), (
                Treat(event.about, "kept", ("held",)),
                Cancel("thought", event.about),
                Say("thought_kept", edits=event.message),
            )
        case "not_understood", "no":
            return Resting(), (Drop(event.about), Say("thought_dropped", edits=event.message))
        case "intention_offer", "yes":
            return talk, (IntendFrom(event.about, event.message),)
        case "intention_offer", "no":
            return talk, (Say("intention_none", edits=event.message),)
        case "delete_confirm", value:
            return erasing(talk, value)
        case "summary_question", ("yes" | "partly" | "no") as verdict:
            return judged(event, verdict)
        case _:
            return says(talk, "stale_button")


def erasing(talk: Talk, value: str) -> Step:
    """Everything, after one confirmation."""
    match value:
        case "delete":
            return Resting(), (Say("deleted"), Forget())
        case "export_first":
            return talk, (Say("export", weight="document"), Say("delete_confirm"))
        case _:
            return says(talk, "delete_cancelled")


def judged(event: Pressed, verdict: str) -> Step:
    """The leader's word about a summary; a correction outranks the text."""
    noted: tuple[Effect, ...] = (Judge(event.about, verdict),)
    if verdict == "yes":
        return Resting(), (*noted, Say("summary_verdict_yes"))
    return Asking("correction", event.about), (*noted, Say("summary_correct", {}, event.about))
