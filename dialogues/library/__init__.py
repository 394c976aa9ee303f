"""The library: text in, values and located problems out. An author sees every mistake at once."""

from dialogues.library.loading import LibraryError, library, read
from dialogues.library.parsing import FILES, Parsed, parse

__all__ = ["FILES", "LibraryError", "Parsed", "library", "parse", "read"]
