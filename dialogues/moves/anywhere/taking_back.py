"""The wish that what was just kept goes again: it is shown with the buttons to change, hide or withdraw it."""

import re

from dialogues.events import Said
from dialogues.language import words
from dialogues.moves import typed
from dialogues.moves.anywhere import asides
from dialogues.moves.anywhere.offered import standing
from dialogues.moves.leaders.own import Place
from dialogues.moves.steps import Step, says
from dialogues.people import Id
from dialogues.scene import Scene
from dialogues.talk import OnPrompt, Resting, Talk
from dialogues.wishes import commanding, floor, queries

LISTS = frozenset({"answers", "answers_months", "answers_dilemmas"})
_IT = (
    r"dat|die|dit|deze|het|de|mijn|m'n|laatste|eerste|tweede|derde|vorige|zin|zinnetje|zinnen|stukje|stuk|deel|antwoord|"
    r"bericht|berichtje|reactie|woorden|regel|notitie|that|this|it|the|my|last|first|second|third|previous|bit|part|sentence|line|one|message|msg|reply|entry|"
    r"answer|words|what i have written|van (?:net|zonet|daarnet|gisteren|maandag|dinsdag|woensdag|donderdag|vrijdag)|"
    r"(?:from|of) (?:just now|before|yesterday|monday|tuesday|wednesday|thursday|friday)|"
    r"wat ik (?:net |daarnet |zonet |zojuist |hier )?(?:schreef|zei|stuurde|typte|antwoordde)|"
    r"what i (?:just )?(?:wrote|said|sent|typed|answered)"
)
_SMALL = (
    r"toch|maar|net|even|ff|effe|gewoon|liever|nu|ook|alsjeblieft|aub|ajb|svp|weer|er|eens|graag|hoor|helemaal|"
    r"please|pls|plz|again|just|now|rather|for me|though|instead|he"
)
_OPENING = (
    r"(?:(?:nee|oh|sorry|oeps|wacht|o|ja|bij nader inzien|no|oops|wait|actually|please|pls|on second thought|"
    r"kun je|kan je|kunt u|wil je|mag je|can you|can u|could you|could u|"
    r"ik wil|ik zou|ik wou|kan ik|mag ik|i want to|i wanna|i'd like to|i would like to|can i|could i|may i) )*"
)
_OBJECT = rf"(?: (?:{_IT}|{_SMALL}))*"
_IGNORE = rf"(?:negeer|vergeet|ignore|disregard|forget|strike)(?: (?:{_IT}|{_SMALL}))+"
# That it is not to be kept, of whoever says so.
_UNKEPT_NL = (
    rf"(?:(?:ik )?(?:wil|zou|hoef)|(?:{_IT})(?: (?:{_IT}))* (?:wil|zou|hoef|heb) ik|(?:{_SMALL}))"
    rf"(?: (?:{_IT}|{_SMALL}))* niet(?: (?:{_SMALL}|te|meer))*"
    rf" (?:bewaren|opslaan|houden|laten staan|vastleggen|bewaard|opgeslagen)(?: (?:{_SMALL}|hebben|willen))*"
    rf"|(?:{_IT})(?: (?:{_IT}))* (?:hoeft|moet|mag|hoef je)(?: (?:{_SMALL}))* niet(?: (?:{_SMALL}|te))* "
    r"(?:bewaard|opgeslagen|vastgelegd|bewaren|blijven|blijven staan)(?: (?:te )?(?:worden|blijven))?"
)
_UNKEPT_EN = (
    r"i (?:don't|dont|do not|didn't) (?:(?:really|actually|even) )*(?:want|wanna|mean)(?: (?:to|you to))*"
    rf" (?:keep|save|store|have|leave|log|record)(?: (?:{_IT}|in|here|there|{_SMALL}))+(?: (?:kept|saved|stored))?"
    rf"|i(?:'d| would) rather not (?:keep|save|store|have|leave)(?: (?:{_IT}|{_SMALL}|in|here))+"
    r"(?: (?:kept|saved|stored))?"
    rf"|i(?: (?:{_SMALL}))* take(?: (?:{_IT}))+ back"
)
_WISH = re.compile(
    _OPENING + r"(?:"
    r"(?:wis|verwijder|schrap|delete|erase|remove|withdraw|scrap|bin|ditch|scratch|drop|"
    r"trash|unsend|retract|undo)"
    rf"(?: (?:{_IT}|{_SMALL}))+(?: (?:weg|eruit|in))?"
    rf"|(?:haal|gooi|laat|smijt|doe|kieper){_OBJECT} (?:weg|eruit|eraf){_OBJECT}|trek{_OBJECT} in{_OBJECT}"
    rf"|(?:zet|schrijf|reken|tel){_OBJECT} niet (?:er)?bij{_OBJECT}|(?:bewaar){_OBJECT} niet{_OBJECT}"
    rf"|(?:get rid of|lose)(?: (?:{_IT}|{_SMALL}))+|(?:streep|ik trek){_OBJECT} (?:door|in){_OBJECT}"
    rf"|(?:{_IT})(?: (?:{_IT}))* (?:graag|maar|toch|aub|please)(?: (?:{_SMALL}))* weg"
    rf"|(?:can|could|may)? ?(?:{_IT})(?: (?:{_IT}))* be (?:removed|deleted|erased|taken out)(?: (?:{_SMALL}))*"
    rf"|sla{_OBJECT} niet{_OBJECT} op|(?:{_IT})(?: ik)? neem ik{_OBJECT} terug|ik neem{_OBJECT} terug"
    rf"|(?:{_UNKEPT_NL})|(?:{_UNKEPT_EN})"
    rf"|(?:{_IT})(?: (?:{_IT}|{_SMALL}))* (?:mag|kan|moet){_OBJECT} (?:weg|eruit){_OBJECT}"
    rf"|(?:mag|kan){_OBJECT} (?:weg|eruit|gewist|verwijderd){_OBJECT}"
    rf"|(?:{_IT})(?: (?:{_IT}|{_SMALL}))* (?:wissen|verwijderen|schrappen|weghalen|intrekken)(?: (?:{_SMALL}))*"
    rf"|{_IGNORE}"
    rf"|(?:take|leave|cut){_OBJECT} (?:out|off|back|away){_OBJECT}"
    rf"|(?:don't|do not|dont|no need to) (?:add|keep|save|store|record|log|include|count|write down)"
    rf"(?: (?:{_IT}|{_SMALL}))+"
    r"|(?:dat|dit) was (?:toch |helemaal |nog )*(?:geen|niet mijn|niet m'n) antwoord"
    r"|(?:that|this) (?:wasn't|was not|isn't|is not) (?:really )?(?:an|my|the) answer"
    r")"
)
# Said before it: that what was written was a mistake, or was not for here.
_MISTAKEN = re.compile(
    r"(?:\S+ ){0,8}?(?:bedoeld|bestemd|verkeerd|verkeerde|vergissing|vergist|foutje?|ongeluk|meant|"
    r"mistaken?|accident|wrong|intended|oops|oeps|oei)(?: \S+){0,4}"
)
_OWN_WORDS = re.compile(
    r"\b(?:(?:mijn|m'n|my) (?:\w+ )?"
    r"(?:antwoord|bericht|berichtje|reactie|notitie|woorden|answer|message|msg|reply|entry|words)"
    r"|wat ik (?:\w+ )?(?:schreef|zei|stuurde|typte|antwoordde)|what i (?:just )?(?:wrote|said|sent|typed|answered))\b"
)
_OTHERWISE = re.compile(r"\b(?:team|overleg|vergadering|besluit|meeting|decision)\b")
_IGNORED = re.compile(_OPENING + _IGNORE)
FEW = 10  # words; whoever writes more tells something


def told(talk: Talk, said: Said, scene: Scene) -> Step | None:
    """What was kept last, opened; how it goes, where it is not known what is meant; None for other words."""
    mistaken = by_mistake(said.text)
    hides = commanding.hides(said.text)
    if not (mistaken or hides or wished(said.text)) or of_a_case(said.text, scene):
        return None
    if isinstance(talk, Resting) and talk.held:
        return asides.let_go(talk)
    about = kept_last(talk, scene)
    clear = mistaken or hides or ignored(said.text) or names_own_words(said.text) or answers_nothing(talk, scene)
    if scene.confirming in LISTS or (not about and clear):
        return says(standing(talk, scene), "change_how")
    return says(standing(talk, scene), "answer", about, **Place().args) if about else None


def of_a_case(text: str, scene: Scene) -> bool:
    """Is it that a case is real which is taken back?"""
    return scene.prompt is not None and floor.reconsiders(scene.prompt, text)


def wished(text: str) -> bool:
    """Does the whole message ask that something written goes, or is not counted?"""
    plain = typed.plain(text).strip(" ?")
    return len(plain.split()) <= FEW and _WISH.fullmatch(plain) is not None


def answers_nothing(talk: Talk, scene: Scene) -> bool:
    """Is no answer in words waited for, so that the words cannot be one?"""
    prompt = scene.prompt
    return isinstance(talk, Resting | OnPrompt) and (prompt is None or prompt.over or prompt.kind == "pulse")


def names_own_words(text: str) -> bool:
    """Is it the writer's own answer by its name, so that it can be nothing else?"""
    return _OWN_WORDS.search(typed.plain(text)) is not None


def ignored(text: str) -> bool:
    """Is what was written to be passed over? "Forget it" alone lets go of what is asked."""
    return _IGNORED.fullmatch(typed.plain(text).strip(" ?")) is not None and not queries.lets_be(text)


def by_mistake(text: str) -> bool:
    """The same after the word that it was a mistake: "that was meant for my colleague, bin it"."""
    *before, wish = [part for part in map(str.strip, re.split(r"[,.;:!?–]+", words.fold(text))) if part] or [""]
    told = any(_MISTAKEN.fullmatch(part) for part in before) and not any(map(_OTHERWISE.search, before))
    return told and wished(wish)


def kept_last(talk: Talk, scene: Scene) -> Id:
    """The words that were kept a moment ago, to what is asked now or with nothing asked since; 0 for none."""
    match talk:
        case OnPrompt() if scene.prompt is not None and scene.joins_last and scene.answers:
            return scene.answers[-1].id
        case Resting(thought=thought, held=False) if scene.joins_last:
            return thought
        case _:
            return 0
