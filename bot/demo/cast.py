"""The five invented leaders of the demo: how each answers, in their own words and at their own pace."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta

from dialogues.model import Language


@dataclass(frozen=True, slots=True)
class Role:
    """One leader: `says` by item, and after a dot by step ("P04.why") or by what a follow-up misses ("RE-01.effect").

    `picks`: what they tap on a dilemma, case, choice or pulse (position, option id, value); `feels`: mood and energy.
    `delay`: until they react. They answer `stays` prompts, skip those in `skips`, pause for a week on `pauses_on`.
    """

    name: str
    language: Language
    city: str
    delay: timedelta
    says: Mapping[str, str]
    picks: Mapping[str, str]
    feels: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    skips: frozenset[int] = field(default_factory=frozenset)
    stays: int = 99
    pauses_on: int = 0  # day of the month


MARIJKE = Role(
    "Marijke",
    "nl",
    "",
    timedelta(minutes=50),
    {
        "SM-02": "Bij de jongerenwerkplaats kreeg ik energie, omdat er ineens drie partners tegelijk begonnen te schetsen. "
        "Bij de verdeelsleutel raakte ik die weer kwijt: daar ging het een uur over procenten.",
        "SM-02.own_role": "Ik liet het merken: ik ging staan en tekende mee op het bord. Bij de verdeelsleutel hield ik me in.",
        "SM-02.effect": "De jongste collega schoof haar stoel naar voren en bleef meepraten. Bij de procenten viel het stil.",
        "SM-02.intention": "Volgende keer begin ik met de werkplaats.",
        "RF-03": "Gisteren in het bestuurlijk overleg liet ik een stilte vallen toen het over de verdeling van het "
        "budget ging. Normaal vul ik die zelf op. Nu nam de kleinste partner het woord en vertelde waar ze "
        "bang voor waren. Ik voelde me rustig en ook een beetje trots dat ik mijn mond had gehouden.",
        "RF-03.effect": "Aan de schouders van de anderen zag ik dat de spanning zakte. Na afloop bleef ze nog even napraten.",
        "RF-03.intention": "Ik neem me voor om donderdag na mijn eerste vraag tien tellen te wachten.",
        "RE-01": "Gistermiddag belde ik de directeur van een partner om te vragen hoe het ging, zonder agenda. Ik luisterde "
        "een half uur en zei bijna niets. Aan het eind zei ze dat ze zich voor het eerst gehoord voelde in onze "
        "alliantie. Dat raakte me meer dan ik had verwacht.",
        "RE-01.effect": "Ze ging steeds langzamer praten, alsof ze eindelijk de tijd had.",
        "RE-01.intention": "Elke vrijdagochtend één partner bellen zonder agenda.",
        "learned": "Het hielp dat ik het vooraf tegen mijn collega had gezegd. Bij zeven tellen hield ik het niet meer.",
        "SM-01": "De afwijzing van onze gezamenlijke aanvraag bleef hangen. Iedereen keek naar mij voor een verklaring en ik "
        "gaf er meteen een. Pas 's avonds merkte ik dat ik vooral mijn eigen teleurstelling had dichtgepraat. "
        "Het team werd er stil van.",
        "SM-01.effect": "Voor de kleine partners ging het om geld. Voor mij was het vooral een deuk.",
        "SM-01.intention": "Dat ik eerst vraag wat zoiets met de anderen doet, en dan pas uitleg geef.",
        "QP-03.effect": "Ze knikken en haken af. Vorige week zag ik twee mensen hun laptop openklappen terwijl ik taken verdeelde.",
        "P04.why": "Op acht jaar samenwerken. Toen ik zelf een tegenvaller had, gaf zij mij ook de tijd.",
        "P04.other": "Dan hoeft ze niet langer te doen alsof het goed zit, en teken ik met een gerust hart.",
        "P04.both": "Door het bij mezelf te houden: ik moet hiervoor tekenen, zullen we de stukken samen doorlopen?",
        "P04.own_case": "Bij het gezamenlijke fonds: daar werken we al een jaar zonder afspraken over wie controleert.",
        "IC-12.reflect": "Dat ze er iets naast durven leggen. Niet dat ze het voor mij oplossen.",
        "IC-12.closing": "Moeilijk, want we vertellen elkaar vooral wat lukt. Ik wil het voorbeeld geven door als eerste te zeggen wat ik verkeerd deed.",
        "RS-01": "Met wind mee, door het werkbezoek aan de voedselbank gisteren. Daar zag ik weer waar we het voor doen. "
        "Daarna praatte ik drie uur over de governance en ging ik moe naar huis.",
        "RS-01.effect": "Mijn team merkt het meteen: met wind mee maak ik grapjes, bij tegenwind word ik kort.",
        "RS-01.own_role": "Ik vroeg aan de vrijwilligers wat zij van ons merken, en dat schreef ik op.",
        "P08.why": "Ik word onrustig, maar ik geef liever ruimte. Als ik richting geef, stopt het gesprek.",
        "P08.other": "De twee partners die naar elkaar wijzen. Zij zitten vast en wachten op iemand die het zegt.",
        "P08.both": "Ik bewaak de klok en de volgorde, en het antwoord laat ik bij hen.",
        "P08.own_case": "In de stuurgroep jeugd, waar we al maanden geen keuze maken.",
        "end": "Dat ik stiltes vul om mijn eigen spanning kwijt te raken.",
    },
    {
        "P04": "2",
        "P08": "6",
        "QP-03": "a",
        "IC-12": "a",
        "PU-01": "4",
        "PU-02": "4",
        "PU-03": "4",
        "intention": "partly",
    },
    {
        "SM-02": (4, 3),
        "RF-03": (4, 4),
        "RE-01": (5, 4),
        "SM-01": (2, 2),
        "QP-03": (2, 3),
        "RS-01": (4, 2),
        "end": (4, 4),
    },
)

TOM = Role(
    "Tom",
    "en",
    "London",
    timedelta(minutes=8),
    {
        "SM-02": "The youth hub gave me energy, the spreadsheet took it.",
        "SM-02.own_role": "Kept it to myself, mostly.",
        "RF-03": "In the handover meeting I asked one question and then kept quiet.",
        "RF-03.effect": "They sorted it out between themselves.",
        "RE-01": "Coffee with a partner. I made no agenda and we just laughed.",
        "RE-01.effect": "She stayed twenty minutes longer.",
        "SM-01": "The funder cut our budget. I told the team straight away and they went quiet.",
        "SM-01.effect": "To them it sounded like jobs at risk.",
        "SM-01.intention": "Ask first, explain later.",
        "P04.why": "Been burned before. I want it on paper.",
        "P04.other": "She might tell me sooner next time.",
        "P04.both": "Show her my own figures first.",
        "QP-03.effect": "They nod and wait until I am done.",
        "IC-12.reflect": "By putting it on the agenda of all of us the same week, with the two of them beside me.",
        "IC-12.closing": "Hard: we praise success only. I will name my own slip at the next meeting.",
        "learned": "Saying it in the first minute. Two others followed.",
        "RS-01": "Tailwind. I told everyone about the field visit first thing on Monday.",
        "RS-01.event": "The moment the new cook took over the tour.",
        "RS-01.effect": "All of it, I think. They joked along.",
        "P08.why": "I count to three, then I fill it.",
        "P08.other": "They may have a better plan than mine.",
        "P08.both": "I set the date, they choose the way.",
        "end": "That short answers hide more than I thought.",
    },
    {"P04": "6", "P08": "2", "QP-03": "a", "IC-12": "c", "PU-01": "3", "PU-02": "4", "PU-04": "4", "intention": "done"},
    {"RF-03": (4, 4), "RE-01": (4, 4), "SM-01": (2, 3), "RS-01": (4, 4), "P08": (2, 3), "end": (4, 4)},
)

SAMIRA = Role(
    "Samira",
    "nl",
    "Brussel",
    timedelta(minutes=100),
    {
        "SM-02": "Het plan voor de buurtbijeenkomsten gaf me energie. Bij de begroting verloor ik die, want daar ging het weer "
        "over wie de baas is.",
        "SM-02.own_role": "Ik hield het voor me en schreef het in mijn schrift.",
        "RF-03": "Gisteren in de werksessie met de gemeenten had ik weinig voorbereid. Ik stelde vragen, en juist daardoor "
        "kwam er ruimte.",
        "RF-03.effect": "De wethouder legde zijn papieren weg en begon te vertellen.",
        "SM-01": "Een bewoner vertelde op onze bijeenkomst waarom ze was afgehaakt. Ik schrok ervan en bedankte haar.",
        "SM-01.effect": "Voor de gemeente was het een klacht. Voor de andere bewoners was het een opluchting.",
        "SM-01.intention": "Haar volgende week bellen.",
        "QP-03.effect": "Dan praten zij door alsof ik het ermee eens ben.",
        "IC-12.reflect": "Eerst luisteren. Meer hoeft die middag niet.",
        "IC-12.closing": "Moeilijk, want bij ons moet alles meteen zijn opgelost. Ik geef zelf nog niet het goede voorbeeld.",
        "RS-01": "Windstil. Van de jongeren in het project krijg ik energie, van de mails daarna niet.",
        "RS-01.effect": "Weinig. Ik zit deze week vooral achter mijn scherm.",
        "RS-01.own_role": "Ik bleef na afloop met de jongeren opruimen.",
        "P08.why": "Mijn hart klopt in mijn keel, en dan zeg ik het toch maar. Iemand moet het doen.",
        "P08.other": "Dan hoor ik wat de stille partners zouden kiezen.",
        "end": "Dat ik vaker mag zeggen wat iets met me doet.",
    },
    {"P08": "3", "QP-03": "c", "IC-12": "a", "PU-01": "3", "PU-02": "3", "PU-04": "2"},
    {"SM-02": (3, 2), "RF-03": (4, 3), "SM-01": (2, 2), "RS-01": (3, 2), "end": (4, 3)},
    skips=frozenset({3, 5}),
)

WANJIRU = Role(
    "Wanjiru",
    "en",
    "Nairobi",
    timedelta(hours=1),
    {
        "SM-02": "The seed bank gave me energy, because the farmers spoke first. The reporting rules drained it.",
        "SM-02.own_role": "I showed it. I moved my chair next to theirs and asked them to go on.",
        "RF-03": "Yesterday I let the community group chair our meeting. I was nervous, and they did it better than I would.",
        "RF-03.effect": "Two women who never speak proposed the new date.",
        "RE-01": "I called our Dutch partner and asked how they were, not what they needed. He told me he felt alone in it.",
        "RE-01.intention": "I will call him again next Tuesday, before the report is due.",
        "learned": "It helped to do it before I opened my mail. We spoke for half an hour.",
        "QP-01": "Whoever pays speaks first, and I arrange the chairs for it.",
        "QP-01.own_role": "I sit beside the door and take notes, so nobody asks me anything.",
        "QP-01.effect": "The funder, and everyone who likes to be done by noon.",
        "QP-03.effect": "They relax, and the real point waits until the next meeting.",
        "IC-12.reflect": "I bring it to the next meeting as a question and not as a report.",
        "IC-12.closing": "It is hard when jobs depend on it. I tell my own mistake before I ask for theirs.",
        "RS-01": "Tailwind. I walked to the site yesterday and the pump works. Reporting in three formats is the headwind.",
        "RS-01.effect": "They hear it in my voice on the phone.",
        "P08.why": "I stay calm. I grew up with leaders who decided everything, so I leave room.",
        "P08.other": "The young ones, who are tired of waiting.",
        "P08.both": "Ask everyone first, then decide by Friday.",
        "P08.own_case": "In the water committee, where the chair and the elders wait for each other.",
        "end": "That I lead differently when I am not in a hurry.",
    },
    {"P08": "5", "QP-03": "b", "IC-12": "c", "PU-01": "4", "PU-03": "4", "PU-04": "4", "intention": "done"},
    {"SM-02": (4, 4), "RF-03": (4, 4), "RE-01": (3, 4), "QP-01": (3, 3), "RS-01": (5, 4), "end": (4, 4)},
    pauses_on=9,
)

JOOST = Role(
    "Joost",
    "nl",
    "",
    timedelta(minutes=25),
    {
        "SM-02": "Het nieuwe plan gaf energie. Bij de rondvraag raakte ik die kwijt.",
        "SM-02.own_role": "Ik hield het voor me.",
        "RF-03": "Het overleg met de fondsen liep soepel, want ik had vooraf met iedereen gebeld.",
        "RF-03.effect": "Ze waren opgelucht, en een half uur eerder klaar.",
    },
    {},
    stays=2,
)

CAST = (MARIJKE, TOM, SAMIRA, WANJIRU, JOOST)
