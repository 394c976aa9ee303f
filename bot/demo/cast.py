"""The five invented leaders of the demo: how each answers, in their own words and at their own pace."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta

from dialogues.model import Language


@dataclass(frozen=True, slots=True)
class Role:
    """One leader: `answers` by item (and by step for a dilemma or case), `taps` in turn for mood and energy.

    `delay` is the time until they react, `stops_after` the number of prompts that they answer at all.
    """

    name: str
    language: Language
    city: str
    delay: timedelta
    answers: Mapping[str, str]
    more: tuple[str, ...]
    taps: tuple[tuple[int, int], ...]
    position: int
    skips: frozenset[int] = field(default_factory=frozenset)
    stops_after: int = 99
    pauses_on: int = 0  # day of the month on which they pause for a week


MARIJKE = Role(
    "Marijke",
    "nl",
    "",
    timedelta(minutes=50),
    {
        "RF-03": "Vorige week in het bestuurlijk overleg liet ik een stilte vallen toen het over de verdeling van het "
        "budget ging. Normaal vul ik die zelf op. Nu nam de kleinste partner het woord en vertelde waar ze "
        "bang voor waren. Ik voelde me rustig en ook een beetje trots dat ik mijn mond had gehouden.",
        "RE-01": "Gistermiddag belde ik de directeur van een partner om te vragen hoe het ging, zonder agenda. Ik luisterde "
        "een half uur en zei bijna niets. Aan het eind zei ze dat ze zich voor het eerst gehoord voelde in onze "
        "alliantie. Dat raakte me meer dan ik had verwacht.",
        "SM-01": "De afwijzing van onze gezamenlijke aanvraag bleef hangen. Iedereen keek naar mij voor een verklaring en ik "
        "gaf er meteen een. Pas 's avonds merkte ik dat ik vooral mijn eigen teleurstelling had dichtgepraat. "
        "Het team werd er stil van.",
        "QP-03": "Zodra iemand zegt dat het te langzaam gaat, schiet ik in de regelstand. Dat ken ik van mijn vorige baan: ik "
        "maak een planning en deel taken uit. Dinsdag deed ik het weer en zag ik twee mensen afhaken. De volgende "
        "keer vraag ik eerst wat er achter het ongeduld zit.",
        "RS-01": "Deze week kreeg ik energie van het werkbezoek aan de voedselbank. Daar zag ik weer waar we het voor doen. "
        "Het kostte me energie om daarna drie uur over de governance te praten. Ik ging moe naar huis.",
        "P04.why": "Ik heb eerder gezien dat een afspraak op papier ons uit elkaar dreef. Ik vertrouw liever op wat we elkaar "
        "in de ogen beloven.",
        "P04.other": "Afspraken zouden de kleinere partners beschermen; die hangen nu af van mijn goede wil.",
        "P04.both": "Eén bladzijde waarop staat wat we van elkaar verwachten, en elk kwartaal een gesprek erover.",
        "P04.own_case": "Bij het gezamenlijke fonds: daar werken we al een jaar zonder afspraken over wie beslist.",
        "P08.why": "Ik geef liever ruimte. Als ik richting geef, stopt het gesprek.",
        "P08.other": "Soms wachten mensen op een richting, en dan laat ik ze zwemmen.",
        "P08.both": "Ik kan de vraag scherp stellen en het antwoord bij hen laten.",
        "P08.own_case": "In de stuurgroep jeugd, waar ik al maanden geen keuze forceer.",
        "IC-12.closing": "Het wordt makkelijker als iemand begint. Ik zou als eerste kunnen vertellen wat ik verkeerd deed.",
        "end": "Dat ik stiltes vul om mijn eigen spanning kwijt te raken.",
    },
    (
        "Ik zag het aan de schouders van de anderen: die zakten.",
        "Ik neem me voor om maandag eerst een vraag te stellen.",
    ),
    ((4, 3), (4, 4), (2, 2), (3, 2), (4, 4), (3, 3), (4, 2)),
    6,
)

TOM = Role(
    "Tom",
    "en",
    "London",
    timedelta(minutes=8),
    {
        "RF-03": "The handover meeting. I asked one question and then kept quiet.",
        "RE-01": "Coffee with a partner. We laughed, nothing on the agenda.",
        "SM-01": "The funder cut our budget. I told the team straight away and they went quiet.",
        "QP-03": "I get irritated when a meeting runs late, and I start to push.",
        "RS-01": "The field visit gave me energy. The spreadsheet took it.",
        "P04.why": "Been burned before. I want it on paper.",
        "P04.other": "Trust would be faster.",
        "P08.why": "People asked me for direction.",
        "P08.other": "They might surprise me.",
        "P08.both": "I set the goal, they choose the way.",
        "IC-12.closing": "Hard: we praise success only. I will name my own slip first.",
        "end": "That short answers hide more than I thought.",
    },
    ("I pushed back, politely.", "They nodded but did not say much."),
    ((3, 3), (4, 4), (2, 3), (3, 3), (4, 4), (3, 4)),
    2,
)

SAMIRA = Role(
    "Samira",
    "nl",
    "Brussel",
    timedelta(hours=3),
    {
        "RF-03": "De werksessie met de gemeenten. Ik had weinig voorbereid en juist daardoor kwam er ruimte.",
        "RE-01": "Met de penvoerder ging het stroef. Ik zei dat ik me gepasseerd voelde en dat viel rauw op zijn dak.",
        "SM-01": "Een bewoner vertelde op onze bijeenkomst waarom ze was afgehaakt. Ik schrok ervan.",
        "RS-01": "Van de jongeren in het project krijg ik energie, van de mails daarna niet.",
        "P08.why": "Iemand moet het zeggen als niemand het zegt.",
        "P08.other": "Dan leer ik wat de anderen zouden kiezen.",
        "end": "Dat ik vaker mag zeggen wat iets met me doet.",
    },
    ("Ik werd er zelf ook stil van.", "Hij reageerde eerst boos en daarna opgelucht."),
    ((3, 2), (2, 2), (4, 3), (3, 3)),
    3,
    skips=frozenset({3, 5}),
)

WANJIRU = Role(
    "Wanjiru",
    "en",
    "Nairobi",
    timedelta(hours=1),
    {
        "RF-03": "Last month I let the community group chair our meeting. I was nervous, and they did it better than I would.",
        "RE-01": "I called our Dutch partner and asked how they were, not what they needed. He told me he felt alone in it.",
        "RS-01": "Walking to the site gives me energy. Reporting in three formats drains me. I told the funder so on Monday.",
        "P08.why": "I grew up with leaders who decided everything. I want to leave room.",
        "P08.other": "Direction can feel like care when people are tired.",
        "P08.both": "Ask first, then decide by Friday.",
        "end": "That I lead differently when I am not in a hurry.",
    },
    ("They sat up straighter and began to answer each other.", "I will ask it again on Tuesday."),
    ((4, 4), (3, 4), (4, 3)),
    5,
    pauses_on=9,
)

JOOST = Role(
    "Joost",
    "nl",
    "",
    timedelta(minutes=25),
    {"RF-03": "Het overleg met de fondsen liep soepel. Ik had vooraf met iedereen gebeld."},
    ("Ze waren opgelucht.",),
    ((3, 3),),
    4,
    stops_after=2,
)

CAST = (MARIJKE, TOM, SAMIRA, WANJIRU, JOOST)
