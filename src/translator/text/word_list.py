"""How the word lists of the grammar modules are written: words between spaces, in one string."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """The set of the words of `text`."""
    return frozenset(text.split())
