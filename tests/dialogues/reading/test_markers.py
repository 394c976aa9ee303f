import pytest
from built_lines import BUILT
from hypothesis import given
from hypothesis import strategies as st
from marked_lines import LINES
from near_lines import NEAR
from sentences import DUTCH, ENGLISH, LETTERS

from dialogues import markers
from dialogues.markers import Span

BAR = {"feeling": 0.85, "own_role": 0.80, "effect": 0.80, "intention": 0.85}
PRECISE = 0.75


def measured(labelled, language, marker, letter):
    found = [(marker in markers.present(text, language), letter in letters) for text, letters in labelled]
    right = sum(seen and meant for seen, meant in found)
    precision = right / max(1, sum(seen for seen, _ in found))
    recall = right / sum(meant for _, meant in found)
    return precision, 2 * precision * recall / (precision + recall)


@pytest.mark.parametrize(("labelled", "language"), [(DUTCH, "nl"), (ENGLISH, "en")])
@pytest.mark.parametrize(("letter", "marker"), LETTERS.items())
def test_a_marker_reaches_its_bar(labelled, language, letter, marker):
    precision, f1 = measured(labelled, language, marker, letter)
    assert f1 >= BAR[marker]
    assert precision >= PRECISE


@pytest.mark.parametrize(
    ("text", "language", "marker", "there"),
    [
        ("Ik was niet boos en ook niet verdrietig.", "nl", "feeling", False),
        ("Ik ben nog nooit zo trots geweest.", "nl", "feeling", True),
        ("Mijn collega was boos.", "nl", "feeling", False),
        ("Ik maakte haar boos.", "nl", "feeling", False),
        ("Ik werd door haar gekwetst.", "nl", "feeling", True),
        ("Ze maakte me boos.", "nl", "feeling", True),
        ("Als ik boos ben, loop ik weg.", "nl", "feeling", False),
        ("Dat voelt niet goed.", "nl", "feeling", True),
        ("Het was een gespannen overleg.", "nl", "feeling", False),
        ("Wij waren opgelucht.", "nl", "feeling", False),
        ("Ik kreeg er energie van.", "nl", "feeling", True),
        ("Mijn ergernis zakte niet.", "nl", "feeling", True),
        ("Dat gaf me plezier.", "nl", "feeling", True),
        ("Was moe.", "nl", "feeling", True),
        ("Ik vond het goed.", "nl", "feeling", False),
        ("De spanning in de zaal was voelbaar.", "nl", "feeling", False),
        ("Zij vond het spannend.", "nl", "feeling", False),
        ("Geen knoop in mijn maag dit keer.", "nl", "feeling", False),
        ("I felt that we should wait.", "en", "feeling", False),
        ("I felt small.", "en", "feeling", True),
        ("She made me nervous.", "en", "feeling", True),
        ("It was a tense meeting.", "en", "feeling", False),
        ("That hurt me.", "en", "feeling", True),
        ("I worry a lot.", "en", "feeling", True),
        ("The worry is theirs.", "en", "feeling", False),
        ("Ik heb haar laten praten.", "nl", "own_role", True),
        ("Ik zou het anders doen.", "nl", "own_role", False),
        ("Ik werd gevraagd.", "nl", "own_role", False),
        ("Omdat ik doorvraag.", "nl", "own_role", True),
        ("Ik roep dat al jaren.", "nl", "own_role", True),
        ("Ik was moe.", "nl", "own_role", False),
        ("I was pushing too hard.", "en", "own_role", True),
        ("I was asked to lead.", "en", "own_role", False),
        ("I never.", "en", "own_role", False),
        ("I should phone him.", "en", "own_role", False),
        ("I often interrupt people.", "en", "own_role", True),
        ("Ik belde hem. Ik denk dat hij boos werd.", "nl", "effect", False),
        ("Ik belde hem. Als zij reageren, hoor ik het.", "nl", "effect", False),
        ("Ik legde het uit. De sfeer werd lichter.", "nl", "effect", True),
        ("Ik legde het uit. De lamp ging uit.", "nl", "effect", False),
        ("Ik legde het uit. Zij zouden nog reageren.", "nl", "effect", False),
        ("Zij keken me verbaasd aan.", "nl", "effect", True),
        ("Ik werd kortaf, ze viel stil.", "nl", "effect", True),
        ("Zij vielen stil.", "nl", "effect", True),
        ("I interrupted. I saw the director close her folder.", "en", "effect", True),
        ("I interrupted. I saw our new director this morning.", "en", "effect", False),
        ("I interrupted. I saw the report lying there.", "en", "effect", False),
        ("I interrupted. I did not see anybody react.", "en", "effect", False),
        ("Ik viel in de rede. Ik hoorde hem zuchten.", "nl", "effect", True),
        ("Ik viel in de rede. Ik zag hem gisteren.", "nl", "effect", False),
        ("Ik werd kortaf.", "nl", "own_role", True),
        ("I became curt.", "en", "own_role", True),
        ("Ik werd er stil van.", "nl", "own_role", False),
        ("Morgen ben ik vrij.", "nl", "intention", False),
        ("Maandag belde ik hem.", "nl", "intention", False),
        ("Ik ga altijd eerst luisteren.", "nl", "intention", False),
        ("Ik ga ervan uit dat hij komt.", "nl", "intention", False),
        ("Ik was van plan te bellen.", "nl", "intention", False),
        ("Morgen vraag ik het haar.", "nl", "intention", True),
        ("Straks stop ik ermee.", "nl", "intention", True),
        ("I will have finished by then.", "en", "intention", False),
        ("Tomorrow.", "en", "intention", False),
        ("I want to know who decided.", "en", "intention", False),
        ("Next time I call first.", "en", "intention", True),
        ("Gisteren liep het overleg uit.", "nl", "event", True),
        ("Dat doe ik telkens weer.", "nl", "pattern", True),
        ("Zij doet dat telkens weer.", "nl", "pattern", False),
        ("Ik besef nu dat ik te snel ga.", "nl", "learning", True),
        ("A fast yes is not a yes but a delay.", "en", "learning", True),
        ("Je voelt je dan zo klein.", "nl", "feeling", True),
        ("Dinsdag heb ik, zonder overleg, de begroting van tafel geveegd.", "nl", "own_role", True),
        ("'s Avonds excuses aangeboden.", "nl", "own_role", True),
        ("Ik belde. Het waren vrijwilligers die zich terugtrokken.", "nl", "effect", True),
        ("De redactie levert halve teksten omdat ze weten dat ik alles verander.", "nl", "effect", True),
        ("Dat is een afspraak, gemaakt om rust te houden.", "nl", "intention", False),
        ("Had ik gebeld, dan was hij gebleven.", "nl", "own_role", False),
        ("Stel dat ik bel.", "nl", "own_role", False),
        ("It was not large but small.", "en", "learning", False),
    ],
)
def test_a_marker_is_about_the_writer_and_affirmed(text, language, marker, there):
    assert (marker in markers.present(text, language)) is there


def test_a_span_is_the_whole_sentence_and_spans_come_in_reading_order():
    text = "Ik was boos. Toen belde ik de voorzitter, en zij schrok."
    spans = [span for span in markers.find(text, "nl") if span.marker in LETTERS.values()]
    assert spans == [Span("feeling", 0, 12), Span("own_role", 13, 56), Span("effect", 13, 56)]


@pytest.mark.parametrize("text", ["", "   ", "n/a", "Dat is privé.", "🪞"])
def test_an_empty_answer_holds_no_feeling_deed_effect_or_intention(text):
    assert not markers.present(text, "nl") & set(LETTERS.values())


@given(st.text(max_size=120), st.sampled_from(["nl", "en"]))
def test_any_text_gives_the_same_spans_twice_and_inside_the_text(text, language):
    spans = markers.find(text, language)
    assert spans == markers.find(text, language)
    assert all(0 <= span.start < span.end <= len(text) for span in spans)


def test_only_the_first_4096_signs_are_read():
    assert markers.find("a" * 4096 + " Ik was boos.", "nl") == ()


@pytest.mark.parametrize(("language", "letters"), LINES)
def test_what_a_line_holds_is_heard_in_many_wordings(language, letters):
    wanted = {LETTERS[letter] for letter in letters}
    assert [line for line in LINES[language, letters] if not wanted <= markers.present(line, language)] == []


@pytest.mark.parametrize("language", ["nl", "en"])
def test_what_tells_of_none_of_the_four_is_left_alone(language):
    four = set(LETTERS.values())
    assert [line for line in LINES[language, ""] if four & markers.present(line, language)] == []


@pytest.mark.parametrize(("language", "marker", "how"), [*BUILT, *NEAR])
def test_what_is_built_so_is_heard_and_what_only_looks_like_it_is_not(language, marker, how):
    held, not_held = (BUILT | NEAR)[language, marker, how]
    assert [line for line in held if marker not in markers.present(line, language)] == []
    assert [line for line in not_held if marker in markers.present(line, language)] == []


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("I am afraid I will promise too much again", "en"), ("I will never learn", "en"),
        ("I am going to lose my job", "en"), ("I worry that I will lose her", "en"), ("I will fail again", "en"),
        ("I am going to be late", "en"), ("I hope I will do better", "en"), ("I fear I will forget it", "en"),
        ("Ik ga het nooit leren", "nl"), ("Ik ga mijn baan verliezen", "nl"), ("Ik zal falen", "nl"),
        ("Ik ben bang dat ik morgen weer te veel ga beloven", "nl"), ("Ik hoop dat ik het morgen ga durven", "nl"),
    ],
)  # fmt: skip
def test_what_is_feared_hoped_or_never_chosen_is_no_intention(text, language):
    assert "intention" not in markers.present(text, language)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("I am afraid of him, so tomorrow I will call him first.", "en"),
        ("I will not forget her: I will call her tomorrow.", "en"),
        ("I will never again interrupt her.", "en"), ("Ik ben bang, maar morgen bel ik hem toch.", "nl"),
        ("Ik wil minder tijd verliezen en ga morgen eerst bellen.", "nl"),
    ],
)  # fmt: skip
def test_a_plan_beside_a_fear_is_a_plan(text, language):
    assert "intention" in markers.present(text, language)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Ik neem me niets voor.", "nl"), ("Ik zal niet bellen.", "nl"), ("Ik ga er niet over beginnen.", "nl"),
        ("Ik zal haar niets vragen.", "nl"), ("Ik pas niks aan.", "nl"), ("Ik ga nu niemand bellen.", "nl"),
        ("I am not going to change anything.", "en"), ("I won't do anything about it.", "en"),
        ("I will not call him.", "en"), ("I'm not going to raise it.", "en"), ("I shall not write to them.", "en"),
        ("I will change nothing.", "en"), ("I will not call him, but that is fine.", "en"),
        ("Ik zal niet bellen, maar hij rekent erop.", "nl"), ("Ik zal niet bellen, ik ben moe.", "nl"),
    ],
)  # fmt: skip
def test_what_is_denied_is_no_intention(text, language):
    assert "intention" not in markers.present(text, language)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Ik ga niet bellen maar langsgaan.", "nl"), ("Ik zal niet schrijven, maar op haar afstappen.", "nl"),
        ("Ik zal hem niet mailen, ik ga hem bellen.", "nl"), ("Ik ga hem vragen niet te wachten.", "nl"),
        ("De volgende keer ga ik het niet overnemen.", "nl"), ("Ik ga niet meteen antwoorden.", "nl"),
        ("I will not call him but write him a letter.", "en"), ("I'm not going to explain, but ask.", "en"),
        ("I won't email; I will walk over instead.", "en"), ("Next time I won't fill the silence.", "en"),
        ("I will not answer before I have slept on it.", "en"), ("I will never interrupt her again.", "en"),
    ],
)  # fmt: skip
def test_another_deed_in_its_place_or_how_and_when_it_is_not_done_is_one(text, language):
    assert "intention" in markers.present(text, language)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Oh great, another two-hour call. I just love those.", "en"), ("Lovely, another delay. I am thrilled.", "en"),
        ("Wonderful, yet another spreadsheet.", "en"), ("Splendid, more overtime. I could not be more pleased.", "en"),
        ("Perfect, the printer crashed once more. I am so grateful.", "en"),
        ("Terrific, one more survey. I am beaming.", "en"),
        ("Geweldig hoor, alweer uitgesteld. Ik sta te juichen.", "nl"),
        ("Fijn, weer een overleg erbij. Ik straal.", "nl"),
        ("Plezant zeg, nog een sjabloon. Ik ben opgetogen.", "nl"),
        ("Prachtig, opnieuw gedoe over de cijfers. Ik ben er gelukkig mee.", "nl"),
        ("Nou superblij weer, nog een excel", "nl"), ("yay another reorg, so happy", "en"),
        ("Nou wat ben ik blij, nog een formulier", "nl"), ("I am so happy, another reorg", "en"),
        ("Dolblij, alweer een heidag", "nl"), ("So happy, yet another spreadsheet.", "en"),
    ],
)  # fmt: skip
def test_praise_for_a_nuisance_and_delight_after_it_are_no_feeling(text, language):
    assert "feeling" not in markers.present(text, language)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Lovely, another yes from the partner. I am thrilled.", "en"), ("Great, another delay. I feel angry.", "en"),
        ("Wonderful how the team dealt with the delay. I was delighted.", "en"),
        ("Lovely, another delay. I am thrilled, he said, and I felt how much it hurt that nobody had asked us.", "en"),
        ("Geweldig, het verslag is af. Ik sta te juichen.", "nl"), ("Fijn, weer vertraging, en ik ben het zat.", "nl"),
        ("Leuk overleg gehad en ik was blij dat de deadline gehaald is.", "nl"), ("Alweer gedoe. Ik ben boos.", "nl"),
        ("Happy again, no more conflict.", "en"), ("Blij, want eindelijk geen gedoe meer.", "nl"),
        ("Happy again after the conflict.", "en"), ("Blij, weer een sessie gedraaid.", "nl"), ("felt like crap", "en"),
        ("feeling like garbage", "en"), ("Ik ben blij, weer een stap verder.", "nl"),
    ],
)  # fmt: skip
def test_what_is_felt_beside_praise_or_a_nuisance_alone_is_a_feeling(text, language):
    assert "feeling" in markers.present(text, language)


def test_a_text_that_ends_in_mockery_and_one_of_signs_alone_are_read_as_well():
    assert markers.present("Ik was moe. Heerlijk, weer een klacht.", "nl") >= {"feeling"}
    assert markers.present("Oh.", "en") == markers.present("...", "en") == frozenset()


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("I heard that I talk too much and kept quiet in the next meeting.", "en"),
        ("Ik hoorde dat ik te snel ga en liet in het volgende overleg de anderen eerst praten.", "nl"),
        ("De volgende week ging ik weer naar haar toe en bood ik mijn excuses aan.", "nl"),
        ("I was told I dominate and let Priya chair the next one.", "en"),
        ("ik zie het ff niet zitten vandaag", "nl"), ("ik trek het vandaag even niet", "nl"),
        ("I don't make it today", "en"), ("mind if I skip the next two weeks", "en"),
        ("vind je het erg als ik de komende twee weken oversla", "nl"), ("gonna leave it", "en"),
        ("I'll leave it at that for now", "en"), ("ik ga het maar zo laten", "nl"),
    ],
)  # fmt: skip
def test_what_is_past_asked_denied_of_today_or_let_be_is_no_intention(text, language):
    assert "intention" not in markers.present(text, language)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("I heard that I talk too much and will keep quiet in the next meeting.", "en"),
        ("Ik hoorde dat ik te snel ga en laat in het volgende overleg de anderen eerst praten.", "nl"),
        ("In the next meeting I will let others begin.", "en"),
        ("Ik vertelde te veel, dus ga ik eerst luisteren.", "nl"),
        ("ik bel haar vandaag", "nl"), ("I'm going to leave it to the team", "en"),
        ("ga t morgen tegen m zeggen", "nl"),
        ("If it fails I will wait for her.", "en"),
        ("Ik vroeg het niet, maar in het volgende overleg vraag ik het.", "nl"),
    ],
)  # fmt: skip
def test_the_next_time_is_ahead_where_it_is_told_so(text, language):
    assert "intention" in markers.present(text, language)
