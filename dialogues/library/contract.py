"""What the conversation can say: each message with the placeholders it fills in and the buttons it listens to."""

from dataclasses import dataclass

from dialogues.model import Button


@dataclass(frozen=True, slots=True)
class Spoken:
    """`fills`: the placeholders that have a value; `taps`: the ids of the buttons, None when content decides."""

    fills: frozenset[str] = frozenset()
    taps: frozenset[str] | None = frozenset()


def amiss(wanted: frozenset[str], taps: tuple[Button, ...]) -> str:
    """What is wrong with the buttons of a message, or nothing."""
    if {tap.id for tap in taps} == wanted:
        return ""
    return f"its buttons must be: {', '.join(sorted(wanted)) or 'none'}"


def _says(fills: str = "", taps: str = "") -> Spoken:
    return Spoken(frozenset(fills.split()), frozenset(taps.split()))


# The buttons under each safety message; care listens to them by these ids.
CARE: dict[str, frozenset[str]] = {
    "crisis_self": frozenset({"work", "life", "questions", "tired", "unsure"}),
    "acute_danger": frozenset({"pause", "continue"}),
    "severe_strain": frozenset({"lighter", "pause_2w", "same"}),
    "integrity_report": frozenset({"delete", "keep", "reflect"}),
    "third_party_data": frozenset({"replace", "keep", "rewrite"}),
}

CONTRACT: dict[str, Spoken] = {
    # start
    "language": _says(taps="nl en"),
    "welcome": _says(),
    "consent": _says(taps="agree more decline"),
    "consent_more": _says("retention hosting processors controller contact privacy_url", taps="agree decline"),
    "consent_declined": _says(),
    "rhythm": _says(taps="light standard own"),
    "moment": _says(taps="morning lunch end"),
    "ready": _says("first_date", taps="now later"),
    # prompt
    "first_prompt": _says(),
    "prompt_buttons": _says(taps="later other skip"),
    "dilemma_intro": _says("title"),
    "dilemma_scale": _says("pole_a pole_b"),
    "integrity_intro": _says(),
    # reminder
    "reminder_1": _says(taps="show skip"),
    "reminder_2": _says(taps="show skip"),
    "silence": _says(taps="lighter pause stop same"),
    "silence_light": _says(taps="moment pause stop same"),
    "programme_over": _says("programme", taps="next stop"),
    # invite
    "invite_streak_1": _says(),
    "invite_streak_2": _says(),
    "invite_missed_1": _says(),
    "invite_missed_2": _says(),
    "invite_missed_after_streak_1": _says(),
    "invite_missed_after_streak_2": _says(),
    "invite_missed_all_1": _says(),
    "invite_missed_all_2": _says(),
    "invite_back_1": _says(),
    "invite_back_2": _says(),
    # thanks
    "thanks_1": _says(),
    "thanks_2": _says(),
    "thanks_3": _says(),
    "thanks_4": _says(),
    "thanks_5": _says(),
    "thanks_6": _says(),
    "thanks_7": _says(),
    "thanks_8": _says(),
    # followup
    "deeper_offer": _says(taps="deeper enough"),
    "enough": _says(),
    "intention_check": _says("date intention", taps="done partly not changed"),
    "intention_learning": _says(),
    # skip
    "skip_1": _says(),
    "skip_2": _says(),
    "skip_3": _says(taps="fit busy fine"),
    # snooze
    "snooze": _says(taps="today tomorrow week"),
    "snoozed": _says("moment"),
    # pause
    "pause": _says(taps="1w 2w 1m open"),
    "pause_when": _says(taps="1w 2w 1m open"),
    "pause_past": _says(taps="1w 2w 1m open"),
    "paused": _says("date"),
    "resumed": _says(taps="start light longer"),
    "resume_after_safety": _says(taps="resume later"),
    # summary
    "summary_offer": _says("month", taps="read later"),
    "summary_too_little": _says("n"),
    "summary_open": _says("month n"),
    "summary_mood": _says("pulse_line feeling_words gives takes"),
    "summary_behaviour": _says("pattern date1 quote1 date2 quote2"),
    "summary_effect": _says("effect less_seen"),
    "summary_paradox": _says("paradox position pole_a pole_b why other"),
    "summary_qualities": _says("qualities_touched qualities_open"),
    "summary_missing": _says("present missing"),
    "summary_intentions": _says("intentions outcomes"),
    "summary_question": _says("next_month question", taps="yes partly no"),
    "summary_intention": _says(taps="intend"),
    "summary_correct": _says(),
    # cohort
    "cohort_open": _says("month n"),
    "cohort_scale": _says("paradox share_a pole_a share_b pole_b share_mid"),
    "cohort_themes": _says("themes energy"),
    "cohort_question": _says("question"),
    "cohort_too_small": _says(),
    # facilitator
    "facilitator_welcome": _says("cohort"),
    "facilitator_invite": _says("weeks link"),
    "facilitator_month": _says("month"),
    "facilitator_session": _says(),
    # data
    "export": _says(),
    "settings": _says("name rhythm pulse echoes", taps="language rhythm pulse echoes kept export delete"),
    "kept_about_you": _says(),
    "delete_confirm": _says(taps="delete export_first cancel"),
    "deleted": _says(),
    # misc
    "help": _says(),
    "not_understood": _says(taps="keep no"),
    "voice": _says(),
    "programme_end": _says("programme", taps="next light stop"),
    # taps
    "tap_mood_energy": _says(taps="skip"),
    "tap_insight": _says(taps="yes no unsure"),
    "tap_recognise": _says(taps="yes no unsure"),
    "echo_offer": _says("date quote", taps="yes no off"),
    # start
    "invite_refused": _says(),
    "door_closed": _says(),
    "invite_tries": _says(),
    "already_in": _says("programme"),
    "joined": _says("cohort"),
    "welcome_back": _says(),
    "consent_needed": _says(),
    "nothing_kept": _says(),
    "defaults": _says("days times zone", taps="defaults zone"),
    "ready_now": _says("first_date zone"),
    "language_choose": _says(taps="nl en"),
    "language_set": _says(),
    # rhythm
    "choose_days": _says(taps="mo tu we th fr done"),
    "choose_hour": _says(),
    "choose_zone": _says("zone", taps="amsterdam brussels london berlin nairobi keep"),
    "zone_unknown": _says(),
    "zone_set": _says("zone time country"),
    "hour_quiet": _says("begin end"),
    "choose_quiet": _says("begin end", taps="1930_0730 1800_0800 2000_0800 2100_0700 2200_0600 keep"),
    "quiet_set": _says("begin end times"),
    "quiet_unknown": _says(),
    "choose_country": _says("country", taps="nl be de none keep"),
    "country_set": _says("country"),
    "rhythm_now": _says(
        "rhythm days times zone pulse begin end country", taps="frequency days hour zone pulse quiet country fine"
    ),
    "rhythm_set": _says("rhythm next_date"),
    "rhythm_noted": _says("rhythm"),
    "pulse_on": _says(),
    "pulse_off": _says(),
    # prompt
    "scale_hint": _says("min min_label max max_label"),
    "choice_hint": _says(),
    "choose_first": _says("min max"),
    "choose_whole": _says("low high"),
    "choose_either": _says("low high"),
    "position_moved": _says("position"),
    "other_none": _says(),
    # snooze
    "snooze_none": _says(),
    # reminder
    "silence_lighter": _says(),
    "silence_same": _says(),
    # skip
    "skips_fit": _says(),
    "skips_busy": _says(),
    "skips_fine": _says(),
    # listen
    "nothing_open": _says(),
    "stale_button": _says(),
    "already_answered": _says(),
    "kept_late": _says("day"),
    "still_open": _says("day", taps="show"),
    "kept_past": _says(),
    "edited": _says(),
    "edit_unknown": _says(),
    "sticker": _says(),
    "photo": _says(),
    "document": _says(),
    "location": _says(),
    "contact": _says(),
    "other_media": _says(),
    "thought_ask": _says(),
    "thought_kept": _says(),
    "thought_dropped": _says(),
    "unknown_command": _says(),
    # dilemma
    "position_taken": _says("title position pole_a pole_b"),
    "own_case_offer": _says(taps="own_case stop"),
    "revisit_intro": _says("title"),
    "revisit_moved": _says("date position now"),
    "revisit_same": _says("date"),
    "paradoxes": _says(),
    "paradoxes_none": _says(),
    "paradox": _says("title pole_a pole_b", taps="again words list"),
    "paradox_moved": _says("said"),
    "paradox_earlier": _says("earlier"),
    # case
    "case_reflection": _says("label reflection"),
    "case_beside": _says("label"),
    "case_other": _says(),
    "real_case": _says(taps="real"),
    # taps
    "pulse_intro": _says(),
    "pulse_thanks": _says("value max"),
    "tap_done": _says("taps"),
    "tap_said_mood": _says("value"),
    "tap_said_energy": _says("value"),
    "tap_said_insight_yes": _says(),
    "tap_said_insight_no": _says(),
    "tap_said_insight_unsure": _says(),
    "tap_said_recognise_yes": _says(),
    "tap_said_recognise_no": _says(),
    "tap_said_recognise_unsure": _says(),
    "echo_yes": _says(),
    "echo_no": _says(),
    "echo_off": _says(),
    "echo_on": _says(),
    # followup
    "followup_buttons": _says(taps="enough"),
    # intention
    "intention_offer": _says(taps="yes no"),
    "intention_ask": _says(),
    "intentions": _says(taps="done partly not drop"),
    "intentions_none": _says(),
    "intention_form": _says("date", taps="form fine"),
    "intention_when": _says(),
    "intention_worded": _says(),
    "intention_fine": _says(),
    "intention_many": _says("date n"),
    "intention_full": _says("n"),
    "intention_kept": _says("date"),
    "intention_none": _says(),
    "check_done": _says(),
    # programme
    "programme_choice": _says(taps="next light stop"),
    "programme_next": Spoken(taps=None),  # the programmes of the library
    "programme_started": _says("programme first_date"),
    "programme_light": _says(),
    "programme_stopped": _says(),
    # lookback
    "answers_none": _says(),
    "answers_all": _says(taps="newer older months dilemmas search all"),
    "answers_month": _says("month"),
    "answers_dilemma": _says("title"),
    "answers_found": _says("total"),
    "answers_nothing": _says(),
    "answers_passed": _says(),
    "answers_search": _says(),
    "answers_unclear": _says(),
    "answers_months": _says(),
    "answers_dilemmas": _says(),
    "answer": _says(taps="more first hide show edit withdraw back"),
    "answer_withdrawn": _says(taps="restore"),
    "answer_gone": _says(),
    "answer_rewrite": _says(),
    "left_as_is": _says(),
    "mark_hidden": _says(),
    "mark_late": _says(),
    "asked_thought": _says(),
    "asked_correction": _says(),
    "asked_intention": _says(),
    "lookback_none": _says(),
    "lookback_caption": _says(),
    "lookback_pdf": _says(taps="pdf"),
    "lookback_no_pdf": _says(),
    "lookback_share": _says(),
    "lookback_lines": _says(taps="all hide previous next letter"),
    "lookback_hide": _says(),
    "lookback_empty": _says(),
    "lookback_gone": _says(),
    # summary
    "summary_verdict_yes": _says(),
    "summary_correction_kept": _says(),
    # pause
    "stop_confirm": _says(taps="stop pause cancel"),
    "stopped": _says(),
    "paused_open": _says(),
    "not_paused": _says(),
    "held": _says(),
    # data
    "delete_cancelled": _says(),
    # safety
    "urgent": _says(),
    "danger_paused": _says(),
    "danger_continue": _says(),
    "strain_lighter": _says(),
    "strain_paused": _says(),
    "strain_same": _says(),
    "care_work": _says(),
    "held_reply": _says(),
    "held_question": _says(taps="resume"),
    "check_rest": _says(),
    "care_understood": _says(),
    "grief": _says(taps="pause_2w same"),
    "grief_helpline": _says(taps="pause_2w same"),
    "worry": _says(),
    "worry_noted": _says(),
    "care_noted": _says(),
    "danger_noted": _says(),
    "report_heard": _says(),
    "report_real": _says(),
    "report_ask": _says(),
    "report_unkept": _says(),
    "report_deleted": _says(),
    "report_kept": _says(),
    "report_reflect": _says(),
    "names_replaced": _says("text"),
    "names_left": _says("text"),
    "names_kept": _says(),
    "names_rewrite": _says(),
    # facilitator
    "cohort_created": _says("cohort link"),
    "cohort_usage": _says(),
    "cohort_line": _says("cohort n"),
    # menu
    "cmd_question": _says(),
    "cmd_dilemma": _says(),
    "cmd_rhythm": _says(),
    "cmd_pause": _says(),
    "cmd_resume": _says(),
    "cmd_lookback": _says(),
    "cmd_share": _says(),
    "cmd_answers": _says(),
    "cmd_paradoxes": _says(),
    "cmd_reflect": _says(),
    "cmd_settings": _says(),
    "cmd_intention": _says(),
    "cmd_export": _says(),
    "cmd_delete": _says(),
    "cmd_urgent": _says(),
    "cmd_stop": _says(),
    "cmd_language": _says(),
    "cmd_help": _says(),
    "cmd_cohort": _says(),
    "about": _says(),
    "about_short": _says(),
    # misc
    "in_group": _says("link"),
}
