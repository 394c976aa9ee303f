"""The guide for an open conversation about a dilemma: both sides by turns, a map to fill in, one agreement."""

from dialogues.model import Dilemma, Language, Library, Pole, Text
from summaries.cohort.facts import Mirror
from summaries.guide import common
from summaries.guide.common import Extras, Script
from summaries.guide.mirrored import mirrored
from summaries.guide.parts import Box, Guide, Line, Minutes, Part, PolarityMap, Side, Sides, Source, Spoken


def guide(
    dilemma_id: str, language: Language, minutes: Minutes, library: Library, mirror: Mirror | None = None
) -> Guide:
    """The guide for a dilemma of the library, with the released mirror of the group when there is one.

    KeyError when the library has no such dilemma, ValueError for another length than 60 or 90 minutes.
    """
    dilemma, script = library.dilemmas[dilemma_id], Script(library.guide, language, minutes)
    conversation = script.texts.paradox
    rounds = common.rounds(script, conversation, _extras(dilemma, mirror, script))
    return Guide(
        about=dilemma.id,
        language=language,
        minutes=minutes,
        title=conversation.title[language],
        name=dilemma.title[language],
        time=script.word("minutes", minutes=minutes),
        poles=(dilemma.pole_a.label[language], dilemma.pole_b.label[language]),
        purpose=conversation.purpose[language],
        parts=(*common.before(script, rounds), _plan(script), *rounds, _sheet(dilemma, script)),
        labels=common.labels(script),
        footer=script.word("footer"),
    )


def _extras(dilemma: Dilemma, mirror: Mirror | None, script: Script) -> Extras:
    a, b, language = dilemma.pole_a, dilemma.pole_b, script.language
    good = Sides(  # the bot asks those who stand on one side what the other could bring
        script.word("asks_good"),
        Side(a.label[language], a.defensible[language], dilemma.other_pole.if_b[language]),
        Side(b.label[language], b.defensible[language], dilemma.other_pole.if_a[language]),
    )
    too_much = Sides(script.word("asks_too_much"), *(_side(pole, pole.downside, script) for pole in (a, b)))
    signs = Sides(script.word("asks_sign"), *(_side(pole, pole.early_warning, script) for pole in (a, b)))
    return {
        "meet": (Spoken(dilemma.scenario[language]), *mirrored(dilemma, mirror, script)),
        "upsides": (good,),
        "downsides": (too_much,),
        "signs": (signs,),
        "promise": (Spoken(dilemma.both_and[language]), common.promise(script)),
    }


def _side(pole: Pole, text: Text, script: Script) -> Side:
    return Side(pole.label[script.language], _example(text, script))


def _example(text: Text, script: Script) -> str:
    return script.word("example", text=text[script.language])


def _plan(script: Script) -> Part:
    word = script.word
    blocks = (Line(word("steps_real")), common.steps(script, room=False), Source(word("steps_source")))
    return Part("steps", word("steps"), blocks)


def _sheet(dilemma: Dilemma, script: Script) -> Part:
    word = script.word
    return Part("sheet", word("sheet"), (_map(dilemma, script), Line(word("map_how")), Source(word("map_source"))))


def _map(dilemma: Dilemma, script: Script) -> PolarityMap:
    a, b, word = dilemma.pole_a, dilemma.pole_b, script.word
    return PolarityMap(
        a.label[script.language],
        b.label[script.language],
        aim=word("map_aim"),
        fear=word("map_fear"),
        boxes=(
            Box(word("map_upside"), _example(a.upside, script), _example(b.upside, script)),
            Box(word("map_downside"), _example(a.downside, script), _example(b.downside, script)),
            Box(word("map_sign"), _example(a.early_warning, script), _example(b.early_warning, script)),
            Box(word("map_action")),
        ),
    )
