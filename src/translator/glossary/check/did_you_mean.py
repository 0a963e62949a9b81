"""A guess at what a mistyped name was meant to be."""

from __future__ import annotations

from collections.abc import Iterable


def nearest(word: str, choices: Iterable[str]) -> str | None:
    """The choice that `word` is most likely a misspelling of, or None if none is near."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    word = word.lower()
    found = process.extractOne(
        word, {choice: choice.lower() for choice in choices}, scorer=OSA.normalized_similarity, score_cutoff=0.6
    )
    return found[2] if found else None


def did_you_mean(word: str, choices: Iterable[str]) -> str:
    """` Did you mean 'treaty'?` with a space before it, or nothing."""
    guess = nearest(word, choices)
    return f" Did you mean {guess!r}?" if guess else ""
