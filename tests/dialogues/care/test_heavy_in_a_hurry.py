"""Voices, edges, wrists, nights and work that cannot be borne, as they are typed in a hurry; and what is like them."""

import pytest

from dialogues.care.safety import Alarm, Calm, Check, screen
from dialogues.library import library

LIBRARY = library()


@pytest.mark.parametrize(
    "line",
    [
        "die stem in mn hoofd zegt doe het gewoon, spring", "voices keep telling me to jump",
        "my head keeps saying die", "mijn hoofd schreeuwt de hele dag maak er een eind aan",
        "de dood is de enige oplossing die ik nog zie", "only way out is death i guess",
        "zie geen andere uitweg dan doodgaan", "wil zo graag springen", "wanna jump right now",
        "i just want to jump tonight", "zit aan het spoor te huilen", "sitting on the roof sobbing",
        "sta op de rand vh dak, weet niet wat ik moet", "been thinking about ending things every night",
        "denk al maanden aan ermee ophouden, aan alles", "want this to be over for good", "my wrists are bleeding",
        "bloed uit mn polsen, stopt niet", "heb mn aders open", "sitting on the ledge with my legs over the edge",
        "sta op de reling van de brug", "klom over de vangrail", "als ik ga slapen hoop ik dat het voorbij is",
        "when i close my eyes i hope it ends", "wont make it through the night", "haal de nacht niet denk ik",
        "cant face another night", "i always stand too close to the tracks, hoping",
        "ga steeds te dicht op de rand staan", "took it all, every last one in the cabinet",
        "slik alles wat ik heb liggen", "i want to od tonight", "going to overdose on my meds",
        "wil geen hulp, wil dat het stopt", "nobody can save me i want it over", "google hoe je snel doodgaat",
        "was kissing the kids goodnight, last time maybe", "keep picturing driving into the barrier",
        "denk eraan tegen de vangrail te knallen", "sneed bijna mn polsen door",
        "wanted to slit my throat last night", "hoef geen toekomst meer", "dont want another birthday",
        "neem jij mn hond als ik er niet meer ben", "give my cat to my mum when it happens",
        "said my goodbyes, im at the ledge", "zodat iedereen weet waarom ik dit doe",
        "im telling you so they understand why i do it", "doodgaan lijkt me heerlijk rustig",
        "dying sounds so peaceful", "dood zijn klinkt als vakantie", "took rat poison", "bleek gedronken net",
        "they pumped my stomach, next time properly", "kill me for real", "no more christmases for me",
        "mn schoenen uitgetrokken en zit op de reling", "took off my shoes, standing on the bridge",
        "left my phone and keys, im sitting on the tracks", "they will find my note in the drawer",
        "vannacht neem ik ze allemaal en ga ik slapen", "swallow them all and go to sleep",
        "zonder mij kunnen ze weer lachen", "without me theyd finally sleep",
    ],
)  # fmt: skip
def test_despair_in_a_hurry_is_asked_about(line):
    assert screen(line, LIBRARY) in (Check("crisis_self"), Alarm("crisis_self"))


@pytest.mark.parametrize(
    "line",
    [
        "mijn hoofd zegt stop, mn hart zegt door", "my head says no but my gut says yes",
        "de enige oplossing is een gesprek", "only way out was through the side door, funny",
        "want to jump to the next question", "wil graag naar vraag 3 springen", "wil echt springen van blijdschap",
        "standing on the platform with cold coffee", "sta op de brug in de regen, mooi uitzicht",
        "zat op het dak met collegas, biertje", "been thinking about ending the pilot for weeks",
        "denk al weken over stoppen als voorzitter", "hij stak zn hand ervoor in het vuur",
        "want this done by friday", "need this to be shorter", "bleeding knuckles from the roses",
        "sat on the couch edge all meeting", "haal de deadline niet denk ik",
        "cant face another meeting without coffee", "we sat too close to the speakers",
        "te dicht op de rand van de begroting, weer", "took it all in, great workshop", "neem alles mee naar huis",
        "dont need help, want it done by friday", "google hoe je een formulier maakt",
        "kissed the kids goodnight and finished the minutes", "i keep ending up close to the printer",
        "sneed in mn vinger bij het koken", "had a lump in my throat during the speech",
        "neem jij de hond mee naar de vergadering als ik er niet ben", "telefoon uit, in overleg",
        "said bye to the interns and switched off my phone for the film",
        "zodat iedereen weet waarom ik tegen stemde", "so they know why i did it this way in the budget",
        "dood gewicht in de commissie", "dying sounds from the printer again", "death by powerpoint",
        "hoef geen volgende vergadering meer", "dont want another meeting on friday", "drank too much coffee",
        "drank a beer with the team", "kill me with details, why dont you", "want another birthday cake lol",
        "schoenen uitgetrokken bij de deur, thuis", "took off my coat and opened the meeting",
        "left my phone at the office", "sta op de brug met de fiets, jas aan",
        "they will find the letter in the shared folder", "vond de brief van de gemeente op mn bureau",
        "tonight i take them all to dinner", "neem ze allemaal mee naar de vergadering", "zonder mij lachten ze ook",
        "kids finally sleep, now the minutes",
    ],
)  # fmt: skip
def test_everyday_words_like_it_are_left_in_peace(line):
    assert screen(line, LIBRARY) == Calm()


@pytest.mark.parametrize(
    "line",
    [
        "trek deze baan niet langer", "trek dit tempo echt niet meer", "kan dit werk niet meer aan",
        "cant handle this workload anymore", "cant do this job much longer", "weer een paniekaanval gehad vanmorgen",
        "had a panic attack in the toilets", "angstaanvallen elke nacht", "slaap al weken maar 3 uur per nacht",
        "getting 4 hours sleep a night, every night", "two hours of sleep a night for months",
        "kots elke ochtend van de spanning voor het werk", "misselijk van de stress al weken",
        "kan me nergens meer op focussen al dagen", "mn hele lijf doet pijn van de stress",
        "everything hurts from the stress", "vergeet alles, zelfs de naam van mn dochter",
        "cant remember the last night i felt rested", "weet niet meer wanneer ik me goed voelde",
        "i need a whisky before i can open my laptop", "heb wijn nodig om te kunnen slapen",
        "thuis sinds maandag met uitputting", "signed off since monday, burnout", "sick before work every monday",
        "huil elke maandag in de auto", "niet mezelf de laatste weken, alles te veel",
        "havent been myself for months", "mentaal kapot", "emotionally done, cant feel anything",
        "i shake from stress all day", "sta te trillen van de stress", "wodka bij het ontbijt",
        "beer before work again", "mn hoofd is mist, lees dezelfde alinea steeds opnieuw",
        "reading the same email for hours, brain fog", "op het randje van een burnout",
        "on the brink of collapse for weeks", "near a burnout i think",
    ],
)  # fmt: skip
def test_exhaustion_in_a_hurry_is_heard(line):
    assert screen(line, LIBRARY) == Alarm("severe_strain")


@pytest.mark.parametrize(
    "line",
    [
        "3 uur geslapen in de trein, heerlijk", "slept four hours on the plane",
        "bijna een paniekaanval toen de beamer uitviel", "trek deze jas niet meer aan",
        "kan deze opdracht niet meer aannemen", "had almost a panic attack about the cake lol",
        "my sister has panic attacks", "doodop van het klussen", "exhausted after the marathon",
        "uitgeput van de training", "doodop na het feestje", "wrecked from the move, new flat is lovely",
        "alles doet pijn na de sportschool", "need a coffee before i can read this",
        "forgot everything about the agenda, sorry", "not myself today, bit of a cold",
        "was mezelf niet in die vergadering, maar hersteld", "shaking from the cold at the march",
        "trillend van de kou langs het veld", "wine in the fridge for the party", "close to a deal",
        "dicht bij een doorbraak", "read the same email as you, agree", "wine with dinner in the evening",
        "bier na het werk met het team",
    ],
)  # fmt: skip
def test_a_good_tiredness_or_a_short_night_is_not(line):
    assert screen(line, LIBRARY) == Calm()
