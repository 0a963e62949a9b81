"""The exception tree: everything this library raises on purpose is a `translator.Error`.

Each message says what is wrong, where (file and line when there is one) and what to do next.
"""

from __future__ import annotations

from pathlib import Path


class Error(Exception):
    """Base of all errors of this library."""


class UsageError(Error, ValueError):
    """An option or argument has a value that makes no sense."""


class GlossaryError(Error):
    """A glossary file cannot be read or an entry is malformed.

    `path` and `line` (1-based) say where, when known.
    """

    def __init__(self, message: str, *, path: str | Path | None = None, line: int | None = None) -> None:
        """Prefix the message with its place: `file.csv:12: …`."""
        self.path, self.line = path, line
        place = f"{path}:{line}: " if path and line else f"{path}: " if path else f"line {line}: " if line else ""
        super().__init__(place + message)


class ModelError(Error):
    """A translation package is missing, damaged, unsafe or for another language pair."""


class DownloadError(ModelError):
    """A package could not be fetched, or what came is not what was expected."""


class DocumentError(Error):
    """A document cannot be read, or a file of any kind cannot be written; names the file and, if known, the line."""

    def __init__(self, message: str, *, path: str | Path | None = None, line: int | None = None) -> None:
        """Prefix the message with its place: `file.jsonl:12: …`."""
        self.path, self.line = path, line
        place = f"{path}:{line}: " if path and line else f"{path}: " if path else ""
        super().__init__(place + message)
