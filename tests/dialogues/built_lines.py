"""Lines of invented leaders by how they are built: each with lines as near to it as can be that hold no such thing."""

# (language, marker, how it is built): (lines that hold it, lines that do not)
BUILT = {
    ("nl", "feeling", "a body that says it"): (
        (
            "Mijn oren suisden.",
            "Het zweet brak me uit.",
            "Ik kreeg tranen in mijn ogen.",
            "Maag als een steen sindsdien.",
            "De adrenaline gierde door mijn lijf.",
            "Ik reed met een steen op mijn borst naar huis.",
        ),
        (
            "Haar ogen werden vochtig.",
            "Ik zag hem met tranen in zijn ogen klappen.",
            "Mijn hand lag op de stapel.",
        ),
    ),
    ("en", "feeling", "a body that says it"): (
        (
            "My ears went hot.",
            "My gut clenched.",
            "I had a lump in my throat.",
            "My mouth went dry.",
            "I could feel the blood drain from my face.",
            "My stomach was in knots the whole drive home.",
        ),
        (
            "His voice wobbled.",
            "He had tears in his eyes.",
            "I shook hands with everyone.",
        ),
    ),
    ("nl", "feeling", "what something does to me"): (
        (
            "Het stak me dat niemand iets zei.",
            "Het zat me de hele week dwars.",
            "Dat beschaamde mij.",
            "Het maakte me milder.",
            "Dat viel me rauw op het dak.",
            "Het liet me niet koud.",
        ),
        (
            "Het deed me niets.",
            "Het raakte kant noch wal.",
            "De maatregel treft vooral ouderen.",
            "Dat maakte me alles duidelijk.",
        ),
    ),
    ("en", "feeling", "what something does to me"): (
        (
            "It threw me.",
            "It bugged me all weekend.",
            "What got me was the silence.",
            "It caught me off guard.",
            "It rubbed me up the wrong way.",
            "It rattles me how fast it went.",
        ),
        (
            "It didn't bother me.",
            "It touched on the budget.",
            "He made her cry.",
            "I moved the chairs.",
        ),
    ),
    ("nl", "feeling", "a mood after being or coming"): (
        (
            "Ik was fier op mijn ploeg.",
            "Ik ben het kotsbeu.",
            "Ik kwam gesloopt thuis.",
            "Ik was in alle staten.",
            "Ik werd er moedeloos van.",
            "Een deel van mij was jaloers.",
            "Ik was behoorlijk pissig.",
            "Iets in mij was boos.",
        ),
        (
            "Hij was witheet.",
            "Ik noemde haar gefrustreerd.",
            "De presentatie was helder en rustig.",
            "Ik heb alle stoelen klaargezet en het licht aangedaan.",
            "Wie bang is maakt fouten.",
        ),
    ),
    ("en", "feeling", "a mood after being or coming"): (
        (
            "I was gutted.",
            "I was taken aback.",
            "I came home flat.",
            "I was rattled by how calm she was.",
            "I was a bit wobbly.",
            "Part of me was jealous.",
            "I was at my wits' end.",
            "The whole thing left me drained.",
            "I've never felt so alone.",
            "I was a bit wobbly afterwards.",
        ),
        (
            "I was stuck in traffic.",
            "I was free on Tuesday.",
            "I notice the team is tired.",
            "It is awkward to schedule.",
            "I called her frustrated.",
            "Noted is what they said.",
            "Being indispensable is bad housekeeping.",
            "People find me refreshing.",
        ),
    ),
    ("nl", "feeling", "a noun of mood"): (
        (
            "Een steek van jaloezie, dat wel.",
            "Wat overheerste was opluchting.",
            "Tot mijn verbazing bleef het stil.",
            "Pure frustratie.",
            "Enige gêne is mij niet vreemd.",
            "Met het schaamrood op mijn kaken belde ik haar terug.",
        ),
        (
            "De opluchting bij de bewoners was groot.",
            "Angst is een slechte raadgever.",
            "Ik begreep zijn frustratie.",
            "Het overleg ging over angst in de zorg.",
            "Ik heb rust nodig in de planning.",
            "Ik voelde geen schaamte.",
        ),
    ),
    ("en", "feeling", "a noun of mood"): (
        (
            "A flash of anger, then nothing.",
            "Much to my relief the board agreed.",
            "Underneath it was fear, plain and simple.",
            "The shame of it kept me indoors all weekend.",
            "Guilt, mainly, and a bit of self-pity.",
        ),
        (
            "Relief among the members was huge.",
            "Fear is a bad adviser.",
            "I saw the disappointment in her face.",
            "The talk was about fear in care homes.",
            "I felt no shame about it.",
        ),
    ),
    ("nl", "feeling", "the opposite of what is welcome"): (
        (
            "Ik was niet bepaald vrolijk.",
            "Trots ben ik er niet op.",
            "Plezant is anders.",
            "Ik had er geen goesting in.",
            "Ik was er niet gerust op.",
        ),
        (
            "Ik was helemaal niet boos.",
            "Boos was ik niet.",
            "Ik heb niet gehuild en ik was ook niet bang.",
        ),
    ),
    ("en", "feeling", "the opposite of what is welcome"): (
        (
            "I wasn't exactly thrilled.",
            "I was anything but calm.",
            "I'm not proud of it.",
            "I was none too happy about it.",
        ),
        (
            "I wasn't angry at all.",
            "I was anything but angry.",
            "I wasn't nervous and I didn't cry.",
        ),
    ),
    ("nl", "feeling", "it felt like"): (
        (
            "Het voelde als verraad.",
            "Het voelde alsof er iemand op mijn borst zat.",
            "Even voelde dat heerlijk.",
            "Zelden heb ik me zo klein gevoeld.",
            "Gek genoeg voelde het licht.",
            "Zelden heb ik me zo gevoeld.",
        ),
        (
            "Ik voel dat het bestuur twijfelt.",
            "Het voelde alsof niemand las.",
            "Ik voel er niets voor.",
        ),
    ),
    ("en", "feeling", "it felt like"): (
        (
            "I felt like an impostor.",
            "It felt as if I'd been punched.",
            "It felt good to say it out loud.",
        ),
        (
            "I feel like we should move on.",
            "I feel the plan is sound.",
            "I felt the draft was fine.",
            "I felt.",
        ),
    ),
    ("nl", "feeling", "a judgement of what was found so"): (
        (
            "Ik vond het doodeng.",
            "Ik vond het oprecht fijn om haar te zien.",
            "Het was een verademing.",
        ),
        (
            "Ik vond het lastig te plannen.",
            "Ik vond het fijn.",
            "Het is een zwaar dossier.",
        ),
    ),
    ("nl", "feeling", "a line of its own"): (
        (
            "Kippenvel.",
            "Oef.",
            "Batterij: halfvol.",
            "Opgelucht, maar ook een beetje leeg.",
        ),
        (
            "Koffie.",
            "Vergadering: lang.",
        ),
    ),
    ("en", "feeling", "a line of its own"): (
        (
            "Ouch.",
            "Gutted, honestly.",
            "Battery: half full.",
            "Tired but happy.",
            "Relief, mostly.",
        ),
        (
            "Coffee.",
            "Meeting: long.",
        ),
    ),
    ("nl", "intention", "a moment to come"): (
        (
            "Ik moet haar morgen bellen.",
            "Vanavond gaat de telefoon uit.",
            "Nog deze maand praat ik met de bond.",
            "Zodra hij terug is van verlof ga ik met hem zitten.",
            "Ik ga van de week die winkels maar eens af.",
            "Voor het weekend wil ik het uitgepraat hebben.",
            "Ze hoort het deze week van mij.",
        ),
        (
            "Volgende week komt de inspectie.",
            "Misschien bel ik hem morgen.",
            "Maandag belde ik hem.",
            "Vrijdag tekenen we.",
            "Als iemand zucht praat ik harder.",
            "Zo ga ik al jaren met kritiek om.",
            "Het kwam volgende week goed uit.",
        ),
    ),
    ("en", "intention", "a moment to come"): (
        (
            "I must ring Dan tomorrow.",
            "I need to thank her before Friday.",
            "From here on in I let the silence run.",
            "By the weekend I want it talked through.",
            "I'd rather ask next time.",
            "Let me ask her tomorrow.",
            "In the autumn I do not speak.",
            "My laptop stays home from now on.",
            "I have an appointment and shall keep it.",
        ),
        (
            "The inspectors are coming tomorrow.",
            "Maybe I'll ring him tomorrow.",
            "I want them to be honest.",
            "I'm hoping they will take it up next month.",
            "I had to tell her on Monday.",
            "I meant to wait.",
        ),
    ),
    ("nl", "intention", "a plan without I"): (
        (
            "Zondag niets.",
            "Geen thee meer voordat ik gevraagd heb.",
            "Morgen excuses maken aan het team.",
            "Mijn eerste stap: de agenda leegmaken.",
            "Maandag eerst even bij Fatma langs.",
            "Dus: minder praten, meer vragen.",
            "Eerst excuses, dan pas de agenda.",
        ),
        (
            "Zondag was niets.",
            "Geen energie meer.",
            "Dat is een afspraak, gemaakt om rust te houden.",
            "Geen vergadering deze week.",
            "Voor de rest niks speciaals te vertellen.",
        ),
    ),
    ("en", "intention", "a plan without I"): (
        (
            "Ask first, then tell.",
            "No more emails after nine.",
            "Thank-you cards out by Friday.",
            "First step: clear the diary.",
            "So: less talking, more asking.",
            "Bringing biscuits on Monday.",
            "No emails at weekends any more.",
            "And I will.",
        ),
        (
            "The door was open by Friday.",
            "First there was coffee, then the budget.",
            "Ask yourself first, then you know.",
            "No more than ten.",
            "She promises she'll call.",
            "Reporting follows next week.",
            "Ask your team first.",
        ),
    ),
    ("nl", "intention", "a word given"): (
        (
            "Ik ben hem nog een excuus schuldig.",
            "Ik heb een uur geblokt om met haar te wandelen.",
            "Dat pak ik anders aan.",
            "Dat doe ik niet nog een keer.",
            "Ik ga vaker de werkvloer op.",
        ),
        (
            "Ik legde de lat te hoog.",
            "Ik had me voorgenomen te zwijgen.",
            "Hij is mij een excuus schuldig.",
        ),
    ),
    ("en", "intention", "a word given"): (
        (
            "I owe her an apology.",
            "It's in the diary.",
            "I've told myself to count to ten first.",
            "I'm not doing that any more.",
        ),
        (
            "I owe my job to him.",
            "It was in the paper.",
            "She told herself to wait.",
        ),
    ),
    ("nl", "effect", "an answer to what was done"): (
        (
            "Ik gaf mijn fout toe. Iedereen ging rechtop zitten.",
            "Ik viel haar in de rede. Ze klapte dicht.",
        ),
        (
            "Ik gaf mijn fout toe, want ze keken boos.",
            "Ik hing de vlag uit. Zonder tekst leest men niets.",
            "Ik belde. Iemand moet daar eens kijken.",
            "Ik belde. De raad beslist volgende maand.",
            "Ik belde haar. Volgens mij schrok ze.",
            "Ik belde hem. Waarschijnlijk was hij boos.",
            "Ik heb gewandeld. Mensen reageren op wat ze zien.",
            "Ik ging naar de raad. Zij hadden het stuk al besproken.",
            "Ik zweeg. Een bewoner vroeg hoe laat het was.",
        ),
    ),
    ("en", "effect", "an answer to what was done"): (
        (
            "I admitted my mistake. Everyone sat up.",
            "I let them be. After a week they came back with a plan of their own.",
        ),
        (
            "I admitted it because they looked cross.",
            "I rang. Somebody always grumbles.",
            "I sent the mail. I think he was shocked.",
            "I went to the council. They had already discussed it.",
        ),
    ),
}
