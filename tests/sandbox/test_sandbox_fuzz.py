"""Whatever comes in, a check ends in a value or in a refusal, and entities stay inside their text."""

from hypothesis import given, settings
from hypothesis import strategies as st

from sandbox import parser, schema, texts
from sandbox.errors import BotError

SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8)
NAMES = st.sampled_from(["type", "text", "inline_keyboard", "emoji", "chat_id", "offset", "media"]) | st.text(
    max_size=4
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=3),
    max_leaves=8,
)
MARKUP = st.text("<>/biauspre&;* _`[]()|~>#+-=.!\\\n\t\r\x00é😀\u202e\u200b ", max_size=40)


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(sorted(schema.PARAMETERS)), st.data())
def test_a_check_ends_in_values_or_in_a_refusal(method, data):
    names = sorted(schema.PARAMETERS[method]) or ["none"]
    raw = data.draw(st.dictionaries(st.sampled_from(names), VALUES, max_size=4))
    try:
        assert schema.check_call(method, raw).keys() == raw.keys()
    except BotError as error:
        assert error.code == 400  # noqa: PT017 - a value and a refusal are both fine


@settings(max_examples=300, deadline=None)
@given(MARKUP, st.sampled_from(["HTML", "MarkdownV2", "Markdown"]))
def test_every_entity_lies_inside_a_text_without_blank_ends(text, mode):
    try:
        shown, entities = parser.parse(text, mode)
    except BotError as error:
        assert error.description.startswith("Bad Request: can't parse entities: ")  # noqa: PT017 - both ways are fine
        return
    assert shown == shown.strip(" \n")
    assert not set("\r\x00\t\u202e") & set(shown)
    for entity in entities:
        assert 0 <= entity["offset"] < entity["offset"] + entity["length"] <= texts.units(shown)
