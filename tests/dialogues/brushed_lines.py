"""Short messages that put an answer off, or say that it was given or does not fit; and some that tell something."""

OFF = [
    "not now, in the car", "sorry, swamped", "can't right now sorry, swamped", "on a call, sorry",
    "no time now, tomorrow", "slammed today, sorry", "sorry, tomorrow",
    "already in a meeting, later",
    "sorry, druk", "weinig tijd, morgen meer", "niet nu, zit in de auto", "druk, straks",
    "poeh, drukke week, straks misschien",
    "can't rn, at the office with a client", "niet nu, ben bij mijn moeder", "kan nu niet, ben aan het behangen",
    "can't currently, at my sister's place", "another time, up to my ears in deadlines", "later, at the doctor's",
    "kan nu niet typen, zit op de fiets", "stik van het werk, sorry",
    "kan nu niet, sta bij de kassa", "I'm ill, so not today",
]  # fmt: skip
PERHAPS = [
    "not now",
    "I can't",
    "sorry, can't",
    "niet nu",
]
STATES = [
    "I'm driving", "currently in a workshop", "busy right now", "bad timing, at the dentist", "I'm at a birthday party",
    "ben in gesprek", "rij op de snelweg", "slecht moment, lig al in bed", "sta in de file", "on a call",
    "in a meeting", "busy", "druk", "busy tomorrow", "te druk, geen tijd", "maandag, bij de huisarts",
    "heel druk en een beetje ziek", "swamped at the moment", "druk, vanavond", "geen tijd", "no time",
]  # fmt: skip
ILL = ["I'm sick", "ben ziek", "heb corona, lig op bed", "sick in bed", "griep"]
BEFORE = [
    "see last week",
    "already told you that",
    "I told you yesterday",
    "zie vorige week",
    "zie antwoord van maandag",
]
PERHAPS_BEFORE = [
    "heb ik al verteld toch",
    "I already said that",
    "I've answered this already",
    "dat heb ik gisteren al gezegd",
]
PERHAPS_NONE = ["niet voor mij", "niet relevant", "irrelevant", "not for me"]
NONE = ["n/a", "N.A.", "nvt", "n.v.t.", "niet van toepassing", "not applicable, sorry", "doesn't apply to me"]
TELLING = [
    "I was busy and snapped at Mo", "in the car I realised I had been the one who was rude", "I was in a meeting",
    "lunch met een klant", "a meeting tomorrow", "vergadering morgen", "kan niet slapen", "I can't say no", "",
    "I already told him", "see the team struggle", "ik zie gisteren", "above all", "gisteren", "I wrote it down",
    "not now, at the moment I feel angry", "no time, met mijn baas gebotst", "met mijn team", "sorry, with Mo",
    "see you tomorrow",
    "not now, with the board of the foundation in town", "druk op het team gelegd",
    "n/a for me but not for Mo", "told before a crowd", "later", "sorry", "klant", "ik",
    "ziek van de stress", "the flu and the team", "my sick child", "meeting " * 13,
]  # fmt: skip
