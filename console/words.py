"""The words of the web pages, nl and en side by side in `words.yaml`."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

from dialogues.model import Language


@dataclass(frozen=True, slots=True)
class Words:
    """The words in one language: `words("cohorts.title")`, with values for what stands between braces.

    Raises KeyError for a word that is not there, and for a value that is not given.
    """

    language: Language

    def __call__(self, key: str, **values: object) -> str:
        """One text. `key` may end in a number's name: with `count`, the form `key.one` is used for one."""
        one = f"{key}.one"
        told = spoken()[one if values.get("count") == 1 and one in spoken() else key][self.language]
        return told.format(**values) if values else told

    def of_deed(self, event: str) -> str:
        """What somebody did, by the name that it has in the audit trail."""
        return self(f"deed.{event.replace(' ', '_').replace(chr(39), '')}")


@cache
def spoken() -> Mapping[str, Mapping[Language, str]]:
    """All texts by key, then by language."""
    found: Mapping[str, Mapping[Language, str]] = yaml.safe_load(
        (files("console") / "words.yaml").read_text(encoding="utf-8")
    )
    return found
