"""Buttons that have done their work go: what was chosen once is not offered again."""

from dialogues.effects import Effect, Forget, Say, Strip
from dialogues.events import Pressed
from dialogues.moves.steps import Step

# Groups of which one choice is made. Not those that change in place or lead somewhere else each time, nor what a
# message of care offers: its buttons stay at hand.
ONCE = {
    "rhythm", "moment", "choose_zone", "choose_quiet", "choose_country", "defaults", "language_choose",
    "pause", "pause_when", "pause_past", "resumed", "resumed_quiet", "resume_after_safety", "held_question",
    "silence", "silence_light", "skip_3", "stop_confirm", "delete_confirm", "meant",
    "programme_over", "programme_gone", "programme_next", "programme_choice",
    "reminder_1", "reminder_2", "still_open", "snooze", "followup_buttons", "dilemma_stop", "own_case_offer",
    "intention_form", "intention_offer", "third_party_data", "way_out",
}  # fmt: skip
# Of these groups only this button; the others change the message, or show something beside it.
ONLY = {
    "consent": "agree", "consent_more": "agree", "consent_needed": "agree", "choose_days": "done", "rhythm_now": "fine",
}  # fmt: skip
STILL_TO_CHOOSE = {"snooze_none", "hour_quiet"}  # after these the same buttons are what one chooses from


def after(event: Pressed, decided: Step) -> Step:
    """What was decided about a press, and its buttons taken away where they have been used."""
    talk, effects = decided
    return talk, (*effects, Strip(event.message)) if up(event, effects) else effects


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
