"""The guide for a conversation about an integrity case: from what is known to what can be accounted for, by steps."""

from dialogues.model import IntegrityCase, Language, Library
from summaries.guide import common
from summaries.guide.common import Extras, Script
from summaries.guide.parts import Entries, Entry, Guide, Line, Minutes, Part, Source, Spoken
from summaries.wording import lowered


def case_guide(case_id: str, language: Language, minutes: Minutes, library: Library) -> Guide:
    """The guide for an integrity case of the library; what a group chose in a case has no mirror.

    KeyError when the library has no such case, ValueError for another length than 60 or 90 minutes.
    """
    case, script = library.cases[case_id], Script(library.guide, language, minutes)
    conversation = script.texts.case
    rounds = common.rounds(script, conversation, _extras(case, script))
    warning = (script.word("case_sensitive"),) if case.sensitive else ()
    return Guide(
        about=case.id,
        language=language,
        minutes=minutes,
        title=conversation.title[language],
        name=case.title[language],
        time=script.word("minutes", minutes=minutes),
        poles=(),
        purpose=conversation.purpose[language],
        parts=(*common.before(script, rounds, warning), *rounds, _sheet(script)),
        labels=common.labels(script),
        footer=script.word("footer"),
    )


def _extras(case: IntegrityCase, script: Script) -> Extras:
    language = script.language
    ways = (Entry(one.label[language], one.text[language], one.reflection[language]) for one in case.options)
    return {
        "facts": (Spoken(case.scenario[language]),),
        "options": (Entries(tuple(ways)),),
        "choose": (Spoken(case.question[language]),),
        "arrange": (Spoken(case.closing[language]), common.promise(script)),
    }


def _sheet(script: Script) -> Part:
    word = script.word
    plan, after = common.steps(script, room=True), (Line(word("steps_real")), Source(word("steps_source")))
    title = f"{word('sheet')}: {lowered(word('steps'))}"
    return Part("sheet", title, (Line(word("steps_how")), plan, *after))
