"""Words about to be kept that are like a wish or a word to the bot: asked about, so that no answer is ever lost."""

from dialogues.answers import brushing
from dialogues.events import Said
from dialogues.moves.answers import replies
from dialogues.moves.items import putting_off, unclear
from dialogues.moves.keeping import doubting, gathering
from dialogues.moves.rhythm import pausing, planning, spared, wishes
from dialogues.moves.steps import Step, says
from dialogues.people import Prompt
from dialogues.scene import Scene
from dialogues.talk import OnPrompt, Resting, Talk
from dialogues.wishes import later, queries, rescheduling, sayings
from dialogues.wishes.sayings import Guess, Saying

ASKING = ("unclear", "reader", "self")  # where a question was asked for, these may be one


def instead(prompt: Prompt, said: Said, scene: Scene) -> Step | None:
    """In place of an answer to what is open; None for an answer, and for what goes on with one."""
    if prompt.kind != "pulse" and puts_off(prompt, said.text, scene):
        return doubting.asked(prompt, said, scene)
    found = of_prompt(prompt, said.text, scene)
    if found is None:
        return None
    if prompt.kind == "pulse":  # words beside a scale are not waited for
        return done(found.kind, prompt, said, scene) if found.sure and found.kind in ASKING else None
    return doubting.asked(prompt, said, scene)


def puts_off(prompt: Prompt, text: str, scene: Scene) -> bool:
    """May these words say no more than that it does not suit now, or when it does: "in a meeting", "tonight at 8"?"""
    if replies.states(prompt, text, scene) or gathering.pieces(prompt, scene):
        return False
    left = replies.LEFT | replies.UNSURE if prompt.kind == "intention_check" else {}
    return brushing.told(text) in {"perhaps off", "state", *left} or comes_later(prompt, text)


def comes_later(prompt: Prompt, text: str) -> bool:
    """Is it a bare moment ahead, where nothing is given yet? A further step may well ask when something was."""
    return prompt.state == "open" and later.names_one(text)


def of_prompt(prompt: Prompt, text: str, scene: Scene) -> Guess | None:
    """What words to a prompt are like."""
    found = None if gathering.pieces(prompt, scene) else sayings.guess(text)
    if found is None or found.kind == "fine" or brushing.told(text) == "ill":  # a nod may answer a step
        return None
    if replies.states(prompt, text, scene):
        return None
    if found.kind == "skip" and prompt.kind == "integrity_case":  # keeping it to oneself is what somebody would do
        return None
    return None if found.kind in ASKING and queries.wants_a_question(replies.put(prompt, scene)) else found


def told(prompt: Prompt, said: Said, scene: Scene) -> Step:
    """Words of which it was asked, and that were for the bot: what they are most like is done."""
    if (spare := spared.told(said.text, scene)) is not None:
        return spare
    if rescheduling.wished(said.text) is not None:
        return planning.asked(said.text, scene)
    if queries.complains(said.text):
        return replies.done("other", prompt, said, scene) or says(OnPrompt(prompt.id), "question_unknown")
    if (brush := brushing.told(said.text)) in replies.LEFT | replies.UNSURE:
        return replies.passed(OnPrompt(prompt.id), prompt, said, scene, why=(replies.LEFT | replies.UNSURE)[brush])
    found = sayings.guess(said.text)
    known = found is not None and found.likely and (found.kind in ASKING or not queries.asks(said.text))
    wanted = done(found.kind, prompt, said, scene) if found is not None and known else None
    return wanted or says(OnPrompt(prompt.id), "question_unknown")


def done(kind: Saying, prompt: Prompt, said: Said, scene: Scene) -> Step | None:
    """What such words ask of the bot while something is open; None where they can only be an answer."""
    talk = OnPrompt(prompt.id)
    match kind:
        case "later":
            return putting_off.until(talk, later.within(said.text), scene)
        case "stop" | "pause" | "rhythm" | "fridays" as wish:
            return arranged(wish, talk, said, scene)
        case query:
            return replies.done(query, prompt, said, scene)


def afterwards(prompt: Prompt, said: Said, scene: Scene) -> Step | None:
    """The same after the thanks; None for words that are added to the answer."""
    talk = Resting(prompt.id)
    match None if replies.goes_on(said.text) else sayings.sure(said.text):
        case None | "rhythm" | "fridays" | "later":  # how often or when something is may be what the answer is about
            return None
        case "other" if not queries.names_a_question(said.text):  # "one more thing": the answer goes on
            return None
        case "unclear":
            return talk, (unclear.again(prompt, scene),)
        case kind:
            return beside(kind, talk, said, scene)


def unprompted(talk: Talk, said: Said, scene: Scene) -> Step | None:
    """The same while nothing is open; None for a thought."""
    kind = sayings.sure(said.text)
    return beside(kind, talk, said, scene) if kind else None


def beside(kind: Saying, talk: Talk, said: Said, scene: Scene) -> Step | None:
    """What needs nothing that is open, or that nothing is."""
    match kind:
        case "stop" | "pause" | "rhythm" | "fridays" as wish:
            return arranged(wish, talk, said, scene)
        case "later":
            return says(talk, "nothing_open")
        case query:
            return replies.answered(query, talk, said, scene)


def arranged(wish: Saying, talk: Talk, said: Said, scene: Scene) -> Step:
    """What is arranged as the command would."""
    match wish:
        case "pause":
            return pausing.asked(talk)
        case "rhythm":
            return planning.asked(said.text, scene)
        case "fridays":
            return wishes.without_fridays(talk, scene)
        case _:
            return says(talk, "stop_confirm")
