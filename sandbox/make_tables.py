"""Writes `tables.json`, the compact Bot API tables, from published machine-readable copies of the reference.

Usage: python -m sandbox.make_tables FOLDER   (FOLDER holds api-10.1.json, schema-10.2.json and delta-10.3.json)

The result keeps names, types and what is required, and no description:
`{"version", "methods": {name: {parameter: spec}}, "types": {name: {field: spec}}, "unions": {name: [member]},
"reactions": [emoji]}` where a spec is types joined by `|`, `'word'` stands for exactly that word, and a final `!` means
required.
"""

import json
import re
import sys
from pathlib import Path
from typing import Any

Json = dict[str, Any]
Specs = dict[str, dict[str, str]]

TABLES = Path(__file__).with_name("tables.json")
PYTHON_NAMES = {"str": "String", "int": "Integer", "bool": "Boolean", "float": "Float", "RichTextUnion": "RichText"}
WIDENED = ("RichText", "RichBlock", "InputRichBlock")  # the unions that 10.3 gave new members
CONSTANT = re.compile(r"\b(?:always|must be) [“'\"]?([a-z_0-9]+)[”'\"]?$")
MEMBER = re.compile(r"^ - (\w+)$", re.MULTILINE)


def reference_types(text: str) -> list[str]:
    """`Array of A, B and C` -> [Array of A, Array of B, Array of C]; `A or B` -> [A, B]."""
    prefix = "Array of " * text.count("Array of ")
    names = re.split(r", | and | or ", text.replace("Array of ", ""))
    return [prefix + name for name in names]


def python_types(text: str) -> list[str]:
    """`list[rich_message_button.RichMessageButton]` -> [Array of RichMessageButton]; `int | None` -> [Integer]."""
    literal = re.search(r"'(\w+)'>\]$", text)
    if literal:
        return [f"'{literal[1]}'"]
    prefix = "Array of " if text.startswith("list[") else ""
    bare = re.sub(r"<class '(.+)'>|(?:list|Optional)\[(.+)\]", lambda match: match[1] or match[2], text)
    names = [name.rsplit(".", 1)[-1] for name in bare.split(" | ")]
    return [prefix + PYTHON_NAMES.get(name, name) for name in names if name not in {"None", "Default"}]


def spec_of(annotation: Json) -> str:
    """The spec of one parameter or field of the reference."""
    constant = CONSTANT.search(annotation["description"].strip())
    types = [f"'{constant[1]}'"] if constant and annotation["name"] in {"type", "status", "source"} else None
    return "|".join(types or reference_types(annotation["type"])) + "!" * bool(annotation["required"])


def delta_spec(field: Json) -> str:
    """The spec of one parameter or field of the 10.3 additions; a constant is always sent."""
    types = python_types(field["type"])
    return "|".join(types) + "!" * bool(field["required"] or types[0].startswith("'"))


def read_schema(schema: Json) -> tuple[Specs, Specs, dict[str, list[str]]]:
    """Methods, types and unions as the 10.2 reference has them."""
    methods: Specs = {}
    types: Specs = {}
    unions: dict[str, list[str]] = {}
    for entry in (child for item in schema["items"] for child in item["children"]):
        specs = {annotation["name"]: spec_of(annotation) for annotation in entry.get("annotations", [])}
        members = MEMBER.findall(entry["description"])
        if entry["category"] == "methods":
            methods[entry["name"]] = specs
        elif not specs and members:
            unions[entry["name"]] = members
        else:
            types[entry["name"]] = specs
    return methods, types, unions


def apply_delta(delta: Json, methods: Specs, types: Specs, unions: dict[str, list[str]]) -> None:
    """Adds what 10.3 brought."""
    for name, new in delta["new_types"].items():
        types[name] = {field: delta_spec(value) for field, value in new["fields"].items()}
        for union in WIDENED:
            if re.match(f"{union}[A-Z]", name):
                unions[union].append(name)
    for target, additions in ((methods, delta["new_params"]), (types, delta["new_fields"])):
        for name, fields in additions.items():
            target[name] |= {field: delta_spec(value) for field, value in fields.items()}


def make(folder: Path) -> Json:
    """The whole table from the three source files in `folder`."""
    older, schema, delta = (
        json.loads((folder / name).read_text("utf-8"))
        for name in ("api-10.1.json", "schema-10.2.json", "delta-10.3.json")
    )
    methods, types, unions = read_schema(schema)
    apply_delta(delta, methods, types, unions)
    for name, union in unions.items():  # the older copy also lists members that are no named types
        extra = [member for member in older["types"].get(name, {}).get("subtypes", []) if member not in union]
        unions[name] = extra + union
    emoji = next(f for f in older["types"]["ReactionTypeEmoji"]["fields"] if f["name"] == "emoji")
    reactions = re.findall('"([^"]+)"', emoji["description"])
    return {"version": "10.3", "methods": methods, "types": types, "unions": unions, "reactions": reactions}


def main(arguments: list[str]) -> int:
    """Writes the tables beside this module; returns the exit code."""
    if len(arguments) != 1:
        sys.stderr.write("Usage: python -m sandbox.make_tables FOLDER\n")
        return 2
    text = json.dumps(make(Path(arguments[0])), ensure_ascii=False, indent=0, separators=(",", ":"), sort_keys=True)
    TABLES.write_text(text + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
