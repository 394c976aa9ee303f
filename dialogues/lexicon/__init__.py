"""The word lists of the listening rooms, as plain text: `[section]` lines, then entries between commas or lines."""

from functools import cache
from importlib.resources import files


@cache
def sections(name: str) -> dict[str, tuple[str, ...]]:
    """All sections of `<name>.txt`; a line that starts with `#` is a comment."""
    found: dict[str, list[str]] = {}
    entries: list[str] = []
    for line in files(__name__).joinpath(f"{name}.txt").read_text("utf-8").splitlines():
        if line.startswith("["):
            entries = found.setdefault(line.strip("[] "), [])
        elif not line.startswith("#"):
            entries.extend(entry.strip() for entry in line.split(",") if entry.strip())
    return {section: tuple(entries) for section, entries in found.items()}


def words(name: str, section: str) -> tuple[str, ...]:
    """The entries of one section, in order."""
    return sections(name)[section]


def pairs(name: str, section: str) -> dict[str, tuple[str, ...]]:
    """Entries of the shape `key = one or more words`."""
    split = (entry.partition(" = ") for entry in words(name, section))
    return {key: tuple(value.split()) for key, _, value in split}
