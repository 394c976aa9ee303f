"""Which move a button belongs to. A button's group is the id of the message that carries it."""

from dialogues.events import Pressed
from dialogues.moves import asides, caring, cases, controls, echoes, endings, further, pausing, settling, taps, values
from dialogues.moves.steps import Step, says
from dialogues.scene import Scene
from dialogues.talk import Settling, Talk

SETTLING = {"defaults", "rhythm", "moment", "choose_days", "choose_zone", "rhythm_now"}
CARING = {"crisis_self", "crisis_self_check", "acute_danger", "severe_strain", "integrity_report", "third_party_data"}
PAUSING = {"pause", "resumed", "silence", "resume_after_safety", "skip_3", "stop_confirm"}
CONTROLS = {
    "prompt_buttons", "reminder_1", "reminder_2", "snooze", "followup_buttons", "dilemma_stop", "own_case_offer",
    "real_case",
}  # fmt: skip
ASIDES = {
    "language",
    "language_choose",
    "not_understood",
    "intention_offer",
    "delete_confirm",
    "summary_question",
    "answers_more",
}


def step(talk: Talk, event: Pressed, scene: Scene) -> Step:
    """Hand the press to its move; what about nothing known gets a kind word."""
    match event.group:
        case group if group in SETTLING:
            return settling.pressed(talk, event, scene)
        case group if group in CARING:
            return caring.pressed(talk, event, scene)
        case group if group in PAUSING:
            return pausing.pressed(talk, event, scene)
        case group if group in ASIDES:
            return asides.pressed(talk, event, scene)
        case "echo_offer":
            return echoes.pressed(talk, event, scene)
        case "programme_next":
            return endings.begun(talk, event, scene)
        case "consent" | "consent_more" if isinstance(talk, Settling) and talk.first and event.value == "agree":
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
        case "value" | "programme_end" | "programme_choice" | "intention_check":
            return values.pressed(talk, scene.prompt, event.value, scene, event.message)
        case _:
            return says(talk, "stale_button")
