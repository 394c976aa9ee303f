"""Which move a button belongs to. A button's group is the id of the message that carries it."""

from collections.abc import Callable

from dialogues.asking import windows
from dialogues.events import Commanded, Pressed
from dialogues.moves.answers import belonging
from dialogues.moves.anywhere import arranging, asides, commands
from dialogues.moves.care import caring
from dialogues.moves.items import cases, controls, positions, taps, values
from dialogues.moves.keeping import echoes, endings, further
from dialogues.moves.leaders import (
    intending,
    lookback,
    membership,
    muting,
    own,
    trying,
)
from dialogues.moves.rhythm import pausing, settling, spared, wishes
from dialogues.moves.steps import Step, says
from dialogues.scene import Scene
from dialogues.talk import Settling, Talk

SETTLING = {
    "defaults", "rhythm", "moment", "choose_days", "choose_zone", "choose_quiet", "choose_country", "rhythm_now",
}  # fmt: skip
CARING = {
    "crisis_self", "crisis_self_check", "check_return", "acute_danger", "severe_strain", "integrity_report",
    "third_party_data", "grief", "grief_helpline", "help_meant",
}  # fmt: skip
PAUSING = {
    "pause", "pause_when", "pause_past", "resumed", "silence", "silence_light", "resume_after_safety", "skip_3",
    "stop_confirm", "programme_over", "programme_gone", "held_question", "resumed_quiet", "resumed_monthly",
    "returned", "begun_anew", "paused", "paused_ahead",
}  # fmt: skip
CONTROLS = {
    "prompt_buttons", "reminder_1", "reminder_2", "reminder_begun", "snooze", "followup_buttons", "dilemma_stop",
    "own_case_offer", "real_case", "still_open",
}  # fmt: skip
ASIDES = {
    "language",
    "language_choose",
    "not_understood",
    "intention_offer",
    "delete_confirm",
    "summary_question",
}
INTENDING = {"intention_form", "intentions", "summary_intention"}

Move = Callable[[Talk, Pressed, Scene], Step]


def _settings(talk: Talk, event: Pressed, scene: Scene) -> Step:
    """A switch turns where it stands; the other buttons do what their command does."""
    if event.value in wishes.COMMANDS:
        return commands.step(talk, Commanded(event.value), scene)
    return wishes.pressed(talk, event, scene)


# Buttons that need no prompt, whatever has the floor.
_ANYTIME: dict[str, Move] = {
    **dict.fromkeys(SETTLING, settling.pressed),
    **dict.fromkeys(CARING, caring.pressed),
    **dict.fromkeys(PAUSING, pausing.pressed),
    **dict.fromkeys(ASIDES, asides.pressed),
    **dict.fromkeys(INTENDING, intending.pressed),
    "belongs": belonging.pressed,
    "meant": arranging.pressed,
    "meant_question": arranging.pressed,
    "dry": trying.pressed,
    "answers": own.pressed,
    "rewritten": own.undone,
    **dict.fromkeys(("days_spared", "rhythm_moved"), spared.pressed),
    "way_out": asides.let_be,
    "lookback": lookback.pressed,
    "paradoxes": own.tensions,
    "settings": _settings,
    "echo_offer": echoes.pressed,
    "echo_off": echoes.back_on,
    "programme_next": endings.begun,
    **dict.fromkeys(("groups", "group_leave"), membership.pressed),
    **dict.fromkeys(("group_notice", "notices_muted", "notices_heard"), muting.pressed),
}


def step(talk: Talk, event: Pressed, scene: Scene) -> Step:
    """Hand the press to its move; what about nothing known gets a kind word."""
    if (move := _ANYTIME.get(event.group)) is not None:
        return move(talk, event, scene)
    match event.group:
        case "consent" | "consent_more" | "consent_needed" if (
            isinstance(talk, Settling) and talk.first and event.value == "agree"
        ):
            return talk, ()  # tapped twice
        case _ if scene.prompt is None:
            return says(talk, "stale_button")
        case group if group in CONTROLS:
            return controls.pressed(talk, event, scene)
        case "tap":
            return taps.pressed(talk, event, scene)
        case "deeper_offer":
            return further.pressed(talk, event, scene)
        case "case_other" if scene.prompt.kind == "integrity_case":
            return cases.looked(talk, scene.prompt, event.value, event.message, scene)
        case "value" if positions.movable(scene.prompt, scene):
            return positions.pressed(talk, scene.prompt, event, scene)
        case "value" if windows.over(scene.prompt, scene.now):
            return says(talk, "stale_button")
        case "value" | "programme_end" | "programme_choice" | "intention_check":
            return values.pressed(talk, scene.prompt, event.value, scene, event.message)
        case _:
            return says(talk, "stale_button")
