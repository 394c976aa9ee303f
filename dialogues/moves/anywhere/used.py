"""Buttons that have done their work go, tapped or not: what was chosen once is not offered again."""

from dialogues.effects import Drop, Effect, Forget, Keep, Outdate, Say, Strip, Turn
from dialogues.events import Event, Pressed
from dialogues.moves.items.cases import REAL
from dialogues.moves.keeping.gathering import IN_WORDS
from dialogues.moves.steps import Step, part_of
from dialogues.people import Id, Prompt
from dialogues.scene import Scene
from dialogues.talk import Asking, Settling, Talk

# Groups of which one choice is made. Not those that change in place or lead somewhere else each time, nor what a
# message of care offers: its buttons stay at hand.
ONCE = {
    "rhythm", "moment", "choose_zone", "choose_quiet", "choose_country", "defaults", "language_choose",
    "pause", "pause_when", "pause_past", "resumed", "resumed_quiet", "resumed_monthly", "returned", "begun_anew",
    "resume_after_safety",
    "held_question", "silence", "silence_light", "skip_3", "stop_confirm", "delete_confirm", "meant",
    "meant_question",
    "programme_over", "programme_gone", "programme_next", "programme_choice",
    "reminder_1", "reminder_2", "reminder_begun", "still_open", "snooze", "followup_buttons", "dilemma_stop",
    "own_case_offer", "intention_form", "intention_offer", "third_party_data", "way_out", "group_leave",
    "days_spared", "rhythm_moved", "paused", "paused_ahead", "echo_off", "belongs",
}  # fmt: skip
# Of these groups only this button; the others change the message, or show something beside it.
ONLY = {
    "consent": "agree", "consent_more": "agree", "consent_needed": "agree", "choose_days": "done", "rhythm_now": "fine",
}  # fmt: skip
STILL_TO_CHOOSE = {"snooze_none", "hour_quiet", "days_hour_quiet"}  # after these one chooses from the same buttons
# The screens that a prompt has been shown in, with what was said about it.
OF_PROMPT = frozenset({
    "prompt", "followup", "dilemma_step", "own_case_offer", "case_reflection", "case_closing", "reminder_1",
    "reminder_2", "reminder_begun", "still_open", "snooze", "meant", "meant_question",
})  # fmt: skip
_SETTLING = {
    "rhythm": {"rhythm", "rhythm_first"}, "moment": {"moment"}, "hour": {"hour"}, "days": {"choose_days"},
    "zone": {"choose_zone"}, "quiet": {"choose_quiet"}, "country": {"choose_country"},
    "pause": {"pause", "pause_when", "pause_past"},
}  # fmt: skip
_ASKING = {
    "intention": {"summary_intention"}, "form": {"intention_when"}, "correction": {"summary_correct"},
    "reflection": {"report_reflect"}, "thought": {"thought_ask"}, "search": {"answers_search"},
    "rewrite": {"answer_rewrite"},
}  # fmt: skip
# Said once more, these stand in the place of what was said before.
SAID_ANEW = OF_PROMPT.union({"stop_confirm", "delete_confirm", "language_choose"}, *_SETTLING.values())
PUT_OFF = {"snoozed", "snoozed_on", "snoozed_taken", "snoozed_free", "snoozed_quiet"}


def after(talk: Talk, event: Event, scene: Scene, decided: Step) -> Step:
    """What was decided, and the buttons taken away that were used, or that something else came of."""
    then, effects = decided
    stripped = (Strip(event.message),) if isinstance(event, Pressed) and up(event, effects) else ()
    return then, (*effects, *stripped, *overtaken(talk, then, scene, effects))


def up(event: Pressed, effects: tuple[Effect, ...]) -> bool:
    """Is there nothing left to choose from in this message, which stays as it is?"""
    if not event.message or not (event.group in ONCE or ONLY.get(event.group) == event.value):
        return False
    return not any(_keeps(effect, event.message) for effect in effects)


def _keeps(effect: Effect, message: int) -> bool:
    """Does it draw that message anew, leave the choice open, or erase everything?"""
    if isinstance(effect, Forget):
        return True
    open_still = isinstance(effect, Say) and effect.screen in STILL_TO_CHOOSE
    return open_still or getattr(effect, "edits", None) == message


def overtaken(talk: Talk, then: Talk, scene: Scene, effects: tuple[Effect, ...]) -> tuple[Outdate, ...]:
    """What was offered before and no longer is: a prompt went on, a choice was made, or it is said once more."""
    if any(isinstance(effect, Forget) for effect in effects):
        return ()
    gone = dict[Id, set[str]]()
    for about, screens in (_left(talk, then), _gone_on(scene.prompt, scene, effects), *map(_anew, effects)):
        gone.setdefault(about, set()).update(screens)
    return tuple(Outdate(frozenset(screens), about) for about, screens in gone.items() if screens)


Gone = tuple[Id, frozenset[str] | set[str]]
NOTHING: Gone = (0, frozenset())


def _left(talk: Talk, then: Talk) -> Gone:
    """A choice that the talk has left, or words that it no longer waits for."""
    match talk, then:
        case Settling(step), _ if not isinstance(then, Settling) or then.step != step:
            return 0, _SETTLING[step]
        case Asking(what, about), _ if then != talk:
            return about, _ASKING[what]
        case _:
            return NOTHING


def _gone_on(prompt: Prompt | None, scene: Scene, effects: tuple[Effect, ...]) -> Gone:
    """A prompt that was answered, or that has come further."""
    if prompt is None:
        return NOTHING
    if any(_moves(effect, prompt) for effect in effects):
        return prompt.id, OF_PROMPT - {"prompt"} if _may_choose_again(prompt, effects) else OF_PROMPT
    said = {effect.screen for effect in effects if isinstance(effect, Say)}
    put_off = {"snooze"} if said & PUT_OFF else set[str]()
    told = {held.id for held in scene.held} & {effect.answer for effect in effects if isinstance(effect, Drop)}
    return prompt.id, put_off | ({"meant", "meant_question"} if told else set())


def _moves(effect: Effect, prompt: Prompt) -> bool:
    match effect:
        case Turn(turned) if turned.id == prompt.id:
            return (turned.stage, turned.state) != (prompt.stage, prompt.state)
        case Keep() if effect.prompt == prompt.id and not effect.held:
            return prompt.stage in IN_WORDS and effect.part == part_of(prompt)
        case _:
            return False


def _may_choose_again(prompt: Prompt, effects: tuple[Effect, ...]) -> bool:
    """Does the choice stay open: how to go on after a programme, or in a case that was called real by a slip?"""
    real = any(isinstance(effect, Turn) and effect.prompt.stage == REAL for effect in effects)
    return real or prompt.kind == "programme_end"


def _anew(effect: Effect) -> Gone:
    match effect:
        case Say(screen=screen, about=about, edits=None) if screen in SAID_ANEW:
            return about, {screen}
        case _:
            return NOTHING
