"""The few words in the picture, in both languages."""

from typing import Final

from dialogues.model import Text
from summaries.material import Measure

MEASURE: Final[dict[Measure, Text]] = {"mood": Text("Stemming", "Mood"), "energy": Text("Energie", "Energy")}
PULSE: Final[dict[Measure, str]] = {"mood": "PU-05", "energy": "PU-06"}  # whose scale gives the ends their names
TIMES: Final = Text("{n} keer", "{n} times")
BY_MONTH: Final = Text("per maand", "by month")
FIRST: Final = Text("Een eerste blik", "A first look")
SINCE: Final = Text("Sinds {day}", "Since {day}")
YEAR: Final = Text("Jouw jaar", "Your year")
TENSIONS: Final = Text("Spanningen", "Tensions")
NOW: Final = {
    "too_little": Text("deze maand", "this month"),
    "rhythm": Text("deze maand", "this month"),
    "first_look": Text("deze weken", "these weeks"),
    "year": Text("dit jaar", "this year"),
}
BEFORE: Final = Text("vorige keer", "last time")
QUALITIES: Final = Text("Kwaliteiten in de vragen", "Qualities in the questions")
ANSWERED: Final = Text("beantwoord", "answered")
OPEN: Final = Text("nog open", "still open")
MORE: Final = Text("De andere {n} staan in de brief.", "The other {n} are in the letter.")
RHYTHM: Final = Text("{answered} van {asked} vragen beantwoord", "{answered} of {asked} questions answered")
