"""The unit that documents hand over for translation."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a document to translate: a paragraph, heading, cell or attribute value, without its markup.

    `protected` are character spans of `text` that must come through letter for letter (code, `translate="no"`).
    `aligned` asks for the word alignment of its segments, so that inline markup can be put back. `context` is the text
    around it, itself included, in which the people that it names by their surnames may have their full names.
    """

    text: str
    protected: tuple[tuple[int, int], ...] = ()
    aligned: bool = False
    context: str = ""

    def __reduce__(self) -> tuple[object, ...]:
        """Pickle by fields (frozen slots have no default way on Python 3.10)."""
        return Passage, (self.text, self.protected, self.aligned, self.context)
