"""What became of a document."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from translator.result import Translation

__all__ = ["MAX_PROBLEMS", "DocumentOutcome", "Translated", "printable", "violations"]

MAX_PROBLEMS = 20
"""Messages kept for one document; `refused` counts all."""


@dataclass(frozen=True)
class DocumentOutcome:
    """What became of a document.

    `state` is `translated`, `unchanged` (an earlier run has done it, and nothing has changed since) or `failed` (there
    is no output, `problems` says why). `refused` counts records that could not be read and were copied; `problems` has
    the messages of the first ones. `violations` counts missing terms, forbidden renderings and changed numbers;
    `words` are those of the source.
    """

    name: str
    output: str
    state: str
    problems: tuple[str, ...] = ()
    refused: int = 0
    violations: int = 0
    segments: int = 0
    words: int = 0

    @property
    def ok(self) -> bool:
        """Whether all of the document was read and translated."""
        return self.state != "failed" and not self.refused


@dataclass(frozen=True)
class Translated:
    """A passage of the document `name`, translated; `position` bytes of the document had been read by then."""

    name: str
    translation: Translation
    position: int = 0


def printable(text: str) -> str:
    """A text for one line of a terminal: control characters, as file names may have them, are escaped."""
    return "".join(char if char.isprintable() or "\udc80" <= char <= "\udcff" else _escaped(char) for char in text)


def violations(translations: Iterable[Translation]) -> int:
    """How many terms are missing, forbidden renderings stay, and numbers or protected spans changed."""
    return sum(len(one.warnings) for one in translations)


def _escaped(char: str) -> str:
    return char.encode("unicode_escape").decode("ascii") if char != " " else char
