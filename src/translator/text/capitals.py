"""Headlines in capitals: models are trained on ordinary case, so that is what they are given and what is undone."""

from __future__ import annotations

__all__ = ["in_capitals", "lowered"]

_LETTERS = 12
"""Letters from which a text without small ones is a headline rather than an abbreviation or two."""


def in_capitals(text: str) -> bool:
    """Whether a text of some length, of two words or more, has capitals only."""
    return text.isupper() and sum(map(str.isalpha, text)) >= _LETTERS and len(text.split()) > 1


def lowered(text: str, *, start: bool) -> str:
    """The text in small letters, with a capital at its first one if it is the `start` of a sentence."""
    small = text.lower()
    if not start:
        return small
    first = next((n for n, char in enumerate(small) if char.isalpha()), 0)
    return small[:first] + small[first : first + 1].upper() + small[first + 1 :]
