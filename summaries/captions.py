"""The few words in the picture, in both languages."""

from typing import Final

from dialogues.model import Text
from summaries.facts import Opening, Year
from summaries.material import Measure

MEASURE: Final[dict[Measure, Text]] = {"mood": Text("Stemming", "Mood"), "energy": Text("Energie", "Energy")}
PULSE: Final[dict[Measure, str]] = {"mood": "PU-05", "energy": "PU-06"}  # whose scale gives the ends their names
TIMES: Final = Text("{n} keer", "{n} times")
BY_MONTH: Final = Text("per maand", "by month")
FIRST: Final = Text("Een eerste blik", "A first look")
SINCE: Final = Text("Sinds {day}", "Since {day}")
YEAR: Final = Text("Jouw jaar", "Your year")
PROGRAMME: Final = Text("Jouw traject", "Your programme")
TENSIONS: Final = Text("Spanningen", "Tensions")
NOW: Final = {
    "too_little": Text("deze maand", "this month"),
    "rhythm": Text("deze maand", "this month"),
    "first_look": Text("deze weken", "these weeks"),
    "year": Text("dit jaar", "this year"),
}
NOW_IN_IT: Final = Text("in dit traject", "in this programme")
BEFORE: Final = Text("vorige keer", "last time")
QUALITIES: Final = Text("Kwaliteiten in de vragen", "Qualities in the questions")
ANSWERED: Final = Text("beantwoord", "answered")
OUT_OF: Final = Text("{answered} van {asked}", "{answered} of {asked}")
OPEN: Final = Text("nog open", "still open")
MORE: Final = Text("De andere {n} staan in de brief.", "The other {n} are in the letter.")
RHYTHM: Final = Text("{answered} van {asked} vragen beantwoord", "{answered} of {asked} questions answered")


def named(opened: Year) -> Text:
    """What a review is called."""
    return PROGRAMME if opened.programme else YEAR


def now(opened: Opening) -> Text:
    """The days that are looked back on, beside those of before."""
    return NOW_IN_IT if isinstance(opened, Year) and opened.programme else NOW[opened.kind]


# On paper only.
MOODS: Final = Text("Stemming en energie", "Mood and energy")
COVERED: Final = Text("Kwaliteiten in de vragen die je kreeg", "Qualities in the questions you were asked")
WORDS: Final = Text("In jouw woorden", "In your own words")
MOVES: Final = Text("Wat in je langere antwoorden herkend is", "What was recognised in your longer answers")
TAPPED: Final = Text("Wat je zelf aantikte", "What you tapped yourself")
CORRECTED: Final = Text("Wat je bij de vorige terugblik aantekende", "What you noted about your last look back")
NOTES: Final = Text("Ruimte om te schrijven", "Room to write")
INTENTIONS: Final = Text("Voornemens", "Intentions")
PLAN: Final = Text("Actieplan", "Action plan")
DISCUSS: Final = Text("Om te bespreken", "To talk about")
DISCUSS_WITH: Final = Text(
    "Met een coach, een collega of in alle rust met jezelf.", "With a coach, a colleague, or in peace with yourself."
)
PAGE: Final = Text("pagina", "page")
LOOK_BACK: Final = Text("Terugblik", "Look back")
YOURS: Final = Text("van jou; delen is aan jou", "yours; sharing it is up to you")
INTENTION: Final = Text("Voornemen", "Intention")
FIRST_STEP: Final = Text("Eerste stap", "First step")
HELPER: Final = Text("Wie helpt mij", "Who helps me")
LOOKING_BACK: Final = Text("Ik kijk terug", "I look back")
ON: Final = Text("op {day}", "on {day}")
SOON: Final = Text("over een week of twee, op", "in a week or two, on")
IF: Final = Text("Als", "If")
THEN: Final = Text("dan", "then I")
MONTH_OF: Final = Text("Jouw {month}", "Your {month}")
ASKED: Final = (  # after the question of the letter
    Text(
        "Wat van dit alles wil je hardop tegen iemand zeggen, en tegen wie?",
        "What of all this would you like to say out loud, and to whom?",
    ),
    Text(
        "Wat zou iemand die dicht bij je werkt hieraan toevoegen?",
        "What would somebody who works close to you add to this?",
    ),
    Text(
        "Welke kleine stap is binnen een week te merken, en door wie?",
        "Which small step can be noticed within a week, and by whom?",
    ),
)
