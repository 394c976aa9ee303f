"""Checks every parameter of every call against the Bot API tables: unknown, missing or mistyped is refused."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from sandbox.errors import bad_request

Json = dict[str, Any]

TABLES: Json = json.loads(Path(__file__).with_name("tables.json").read_text("utf-8"))
METHODS: Mapping[str, str] = {name.lower(): name for name in TABLES["methods"]}  # names are case-insensitive
REACTIONS: frozenset[str] = frozenset(TABLES["reactions"])
YES, NO = frozenset({"true", "1", "yes"}), frozenset({"false", "0", "no"})
WHOLE = re.compile(r"-?\d{1,19}")


class MismatchError(ValueError):
    """A value that does not fit; the text says where and what was expected."""


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that came along with a request."""

    name: str
    mime: str
    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Spec:
    """The types one parameter or field may have."""

    types: tuple[str, ...]
    required: bool


SIMPLE: Mapping[str, tuple[type, ...]] = {
    "Integer": (int,),
    "Float": (int, float),
    "String": (str,),
    "InputFile": (Upload,),
}


def _specs(table: Mapping[str, str]) -> dict[str, Spec]:
    return {name: Spec(tuple(text.rstrip("!").split("|")), text.endswith("!")) for name, text in table.items()}


PARAMETERS: Mapping[str, Mapping[str, Spec]] = {name: _specs(table) for name, table in TABLES["methods"].items()}
REQUIRED = {name: tuple(key for key, spec in table.items() if spec.required) for name, table in PARAMETERS.items()}


@cache
def _fields(name: str) -> Mapping[str, Spec]:
    return _specs(TABLES["types"][name])


def check_call(method: str, raw: Mapping[str, Any]) -> Json:
    """The parameters of `method`, each in its own type; raises BotError 400 for the first that does not fit."""
    known = PARAMETERS[method]
    values: Json = {}
    for name, value in raw.items():
        spec = known.get(name)
        if spec is None:
            raise bad_request(f'unknown parameter "{name}" of {method}')
        try:
            values[name] = _decode(spec.types, value, name)
        except MismatchError as mismatch:
            raise bad_request(f"wrong parameter of {method}: {mismatch}") from None
    for name in REQUIRED[method]:
        if name not in values:
            raise bad_request(f'missing required parameter "{name}" of {method}')
    return values


def _decode(types: tuple[str, ...], value: object, where: str) -> Any:
    """A top-level value: whatever is no string yet must fit; a string may stand for any type, as in a form."""
    if not isinstance(value, str):
        return fit(types, value, where)
    for kind in types:
        if kind == "Integer" and WHOLE.fullmatch(value):
            return int(value)
        if kind in {"Boolean", "True"} and value.lower() in YES | NO:
            return value.lower() in YES
    if "String" in types:
        return _text(value, where)
    return fit(types, _parsed(types, value, where), where)


def _parsed(types: tuple[str, ...], value: str, where: str) -> object:
    if types[0] in {"Integer", "Boolean", "True", "InputFile"}:
        return value  # does not fit, and `fit` says so
    try:
        return json.loads(value)
    except ValueError:
        raise MismatchError(f"can't parse {where} as JSON") from None


def _text(value: str, where: str) -> str:
    try:
        value.encode()
    except UnicodeEncodeError:
        raise MismatchError(f"{where} must be encoded in UTF-8") from None
    return value


def fit(types: tuple[str, ...], value: object, where: str) -> Any:
    """`value` if it has one of `types`; raises MismatchError."""
    types = _members(types)
    if isinstance(value, dict):
        named = [kind for kind in types if kind in TABLES["types"]]
        if named:
            return _object(max(named, key=lambda kind: _likeness(kind, value)), value, where)
    for kind in types:
        if kind.startswith("Array of ") and isinstance(value, list):
            return [fit((kind[9:],), item, f"{where}[{index}]") for index, item in enumerate(value)]
        if _simple(kind, value):
            return _text(value, where) if isinstance(value, str) else value
    raise MismatchError(f"{where} must be {' or '.join(types)}")


@cache
def _members(types: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(member for kind in types for member in TABLES["unions"].get(kind, [kind]))


def _likeness(kind: str, value: Json) -> int:
    """How much an object looks like `kind`; a wrong constant (`type`, `status`) rules a kind out."""
    fields = _fields(kind)
    wrong = any(
        spec.types[0].startswith("'") and value.get(name) != spec.types[0][1:-1] for name, spec in fields.items()
    )
    return len(fields.keys() & value.keys()) - 1000 * wrong


def _object(kind: str, value: Json, where: str) -> Json:
    fields = _fields(kind)
    for name, inner in value.items():
        if name not in fields:
            raise MismatchError(f'unknown field "{name}" in {where} ({kind})')
        fit(fields[name].types, inner, f"{where}.{name}")
    for name, spec in fields.items():
        if spec.required and name not in value:
            raise MismatchError(f'missing field "{name}" in {where} ({kind})')
    return value


def _simple(kind: str, value: object) -> bool:
    if kind == "True":
        return value is True
    if isinstance(value, bool):  # a bool is an int to Python, not to Telegram
        return kind == "Boolean"
    return isinstance(value, SIMPLE.get(kind, ())) or (kind.startswith("'") and value == kind[1:-1])
