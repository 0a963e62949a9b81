"""The `context` column: words that must, or must not, stand near a term for it to match."""

from __future__ import annotations

import re
from functools import lru_cache

from translator.glossary.words import Words
from translator.text.french import fold

_NEXT = re.compile(r"\W*(\w+)")
_PREVIOUS = re.compile(r"(\w+)\W*$")


def context_allows(
    context: tuple[str, ...], folded: str, start: int, end: int, words: Words | None = None
) -> bool:
    """Whether the folded segment around `start:end` satisfies the conditions of a `context` cell.

    With the segment's `words` single words are looked up instead of searched for.

    Plain words: at least one of all of them must stand in the segment, outside the term. `!word`: must not.
    `prev:word` and `next:word` look at the neighbouring word only.
    """
    wanted = False
    found = False
    for condition in context:
        forbidden, where, word = _parsed(condition)
        there = _stands(where, word, folded, start, end, words)
        if forbidden:
            if there:
                return False
        else:
            wanted = True
            found = found or there
    return found or not wanted


@lru_cache(maxsize=4096)
def _parsed(condition: str) -> tuple[bool, str, str]:
    forbidden = condition.startswith("!")
    rest = condition.removeprefix("!")
    for where in ("prev", "next"):
        if rest.startswith(where + ":"):
            return forbidden, where, fold(rest[5:]).strip()
    return forbidden, "near", fold(rest).strip()


def _stands(where: str, word: str, folded: str, start: int, end: int, words: Words | None) -> bool:
    if where == "next":
        match = _NEXT.match(folded, end)
        return match is not None and match.group(1) == word
    if where == "prev":
        match = _PREVIOUS.search(folded, max(0, start - 40), start)
        return match is not None and match.group(1) == word
    if words is not None and word.isalnum():
        return words.outside(word, start, end)
    pattern = _word(word)
    return pattern.search(folded, 0, start) is not None or pattern.search(folded, end) is not None


@lru_cache(maxsize=4096)
def _word(word: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(word)}(?!\w)")
