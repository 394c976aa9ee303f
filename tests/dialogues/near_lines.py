"""Lines of invented leaders that look like a marker and hold none, beside lines as near that do, by their grammar."""

# (language, marker, grammar): (lines that hold it, lines that do not)
NEAR = {
    ("nl", "intention", "time and habit"): (
        (
            "Nog voor het weekend bel ik hem terug.", "Nog voor de vergadering bel ik haar.",
            "Vanaf nu ga ik op maandagen fietsen.", "Op de 9e bel ik haar.", "De 12e vraag ik het aan het hele team.",
            "Ik bel haar op de 3e.", "Maandag ga ik na elke ronde een minuut wachten.", "Ik ga morgen naar haar toe.",
        ),
        (
            "Ik trek mijn jas aan nog voor de koffie koud is.", "Nog voor hij klaar is geef ik antwoord.",
            "Op donderdagen loop ik nu met de hond door het park.", "'s Maandags ga ik tegenwoordig fietsen.",
            "De 12e belde ik haar.", "De 2e keer bel ik haar niet.", "Elke maandag bel ik haar.",
            "Ik zei niets, want de proef loopt tot eind juni.", "Wie telt de 3e?",
        ),
    ),
    ("en", "intention", "time and habit"): (
        (
            "On the 9th I ring her.", "On the 12th I'm telling the whole team.", "Tuesday I hand over the chair.",
            "I've put an hour in the diary to talk to her.", "I've booked Friday afternoon to sit down with them.",
        ),
        (
            "On Thursdays I walk the dog past the office.", "Every Monday I ring her.",
            "On the 12th I told the whole team.", "The 2nd time I ring her she answers.",
            "I open my mouth before the question is out.",
        ),
    ),
    ("nl", "intention", "no plan, or a guess"): (
        (
            "Ik ben niet van plan dit nog eens te laten gebeuren.", "Ik ga met de leden praten.",
            "Ik ga over die kwestie praten.", "Ik zal maandag de raad bellen.",
        ),
        (
            "Ik ben het niet van plan.", "Ik ben niet van plan daar ooit heen te gaan.", "Ik beloof niks.",
            "Zal over het geld gegaan zijn.", "Ik zal het verkeerd verstaan hebben.", "Ik ga het niet redden zo.",
            "Ik ga met volle tassen naar huis.", "Ik ga met mijn zussen naar de markt.",
            "Dat zal ik wel weer oplossen.", "Ik moet morgen naar de tandarts.",
        ),
    ),
    ("en", "intention", "no plan, or a guess"): (
        ("I don't intend to let that happen again.", "My plan is to say nothing."),
        (
            "I don't plan to.", "I'm not planning to go.", "I don't intend to apologise.", "I promise nothing.",
            "I'll have misheard him.", "I'll bet they knew.", "I'll never understand them.",
        ),
    ),
    ("nl", "own_role", "what one does, and what only happens"): (
        (
            "Ik zat te mailen tijdens haar verhaal.", "Ik stond iedereen te verbeteren.", "Gebeld.",
            "Ik ging naar haar toe en bood mijn hulp aan.", "Ik heb hem terecht gecorrigeerd.",
        ),
        (
            "Ik liep de hele middag te stralen.", "Ik zat te wachten op de trein.", "Ik lag uren te piekeren.",
            "Ik kwam in een lastige positie terecht.", "Ik belandde in het ziekenhuis.", "Afgewezen.",
            "Ik had me iets voorgenomen, maar wat.", "Zal wel eens opgehelderd worden.", "Ik ging naar huis.",
            "Ik reed naar huis met een zwaar hart.", "Ik maakte mee hoe de raad viel.",
            "Ik ben niet boos of teleurgesteld over het besluit van de gemeenteraad.",
        ),
    ),
    ("en", "own_role", "what one does, and what only happens"): (
        (
            "I went over and told her I was wrong.", "I called him a liar.", "I walked out of the meeting.",
            "Let me be the judge, I said.",
        ),
        (
            "I was beaming all day.", "I stood there shaking.", "I went home.", "I went to bed early.",
            "I always called it leadership.", "I overheard two colleagues.", "I watched it happen on the screen.",
            "I came across an old photo.", "I attended the opening.", "I intended to.", "I gather they are cross.",
            "A plumber recognised our van and told me a story.",
            "I'd like to report progress, but the council lost the form.",
        ),
    ),
    ("nl", "effect", "an answer, and what others do by themselves"): (
        ("Ik belde. Ze zuchtte en hing op.", "Ik belde. Zij zuchtte terwijl ik praatte."),
        (
            "Ik belde. De wethouder stuurde buiten mij om een brief naar de pers.",
            "Ik schreef een stuk. Zij vertrok terwijl ik op vakantie was.", "Ik belde. Bij het lezen viel mij iets op.",
            "Ik belde. Het begin van een dag hoeft niet bij de mail te liggen.",
        ),
    ),
    ("en", "effect", "an answer, and what others do by themselves"): (
        ("I let go. The volunteers took over by themselves.",),
        (
            "I rang. The mayor sent a letter behind my back.",
            "I wrote the plan. They finished it while I was in Leeds.",
        ),
    ),
    ("nl", "feeling", "felt, and held off"): (
        (
            "Ik voel me niet gezien.", "Ik voelde me niet gehoord.", "Ik werd er sikkeneurig van.",
            "Ik moest even slikken.", "Ik denk niet dat ik ooit zo boos was.",
        ),
        (
            "Ik zeg niet dat ik boos ben.", "Ik zou niet zeggen dat ik moe ben.", "Ik heb de achterban bang gemaakt.",
            "Ik heb leren inzien dat meubilair politiek is.", "Op de vergadering van de 14e ga ik daar weer zitten.",
        ),
    ),
    ("en", "feeling", "felt, and held off"): (
        ("I went rather pink.", "I don't think I have ever been so angry.", "I did not feel seen."),
        (
            "I wouldn't say I'm angry.", "I don't think I was nervous.", "I'm not saying I was sad.",
            "I don't see it myself.", "I did not feel that the plan was sound.",
        ),
    ),
}  # fmt: skip
