"""Abbreviations with their long form before them: `Organisation … (OSCE)`, in French or English."""

from __future__ import annotations

import re
from collections.abc import Sequence

from translator.suggest.words import Token, can_begin, can_continue, is_inside_english
from translator.text.french import fold

_ABBREVIATION = re.compile(r"[A-ZÀ-Ý][\w&-]{0,9}[A-ZÀ-Ý][\w-]{0,4}")
_ROMAN = re.compile(r"[IVXLCDM]+(?:e|er|re)?")
_MOST_WORDS = 16


def is_abbreviation(text: str) -> bool:
    """Whether a word looks like an abbreviation in capitals, and is no Roman number."""
    capitals = sum(char.isupper() for char in text)
    return bool(_ABBREVIATION.fullmatch(text)) and not _ROMAN.fullmatch(text) and 2 * capitals >= len(text)


def long_forms(tokens: Sequence[Token], *, french: bool) -> list[tuple[int, int, Token]]:
    """The long forms that stand before an abbreviation in brackets: first and last token (after it), abbreviation."""
    found = []
    for n in range(1, len(tokens) - 2):
        short = tokens[n + 1]
        if tokens[n].text == "(" and tokens[n + 2].text == ")" and is_abbreviation(short.text):
            first = _beginning(tokens, n, short.text, french=french)
            if first is not None:
                found.append((first, n, short))
    return found


def _beginning(tokens: Sequence[Token], end: int, short: str, *, french: bool) -> int | None:
    """The token with which the long form of `short` that ends before `end` begins."""
    low = end
    while low > max(0, end - _MOST_WORDS) and _inside(tokens[low - 1], french=french):
        low -= 1
    capitals = [n for n in range(low, end) if (can_begin(tokens[n]) if french else tokens[n].text[0].isupper())]
    letters = [char for char in fold(short) if char.isalpha()]
    for missing in (0, 1):
        spelt = [n for n in range(low, end) if _spells(tokens[n:end], letters, missing)]
        if best := [n for n in spelt if n in capitals] or [n for n in spelt if french and len(tokens[n].text) > 3]:
            return best[-1]
    same = [n for n in capitals if fold(tokens[n].text)[0] == letters[0]]
    first = (same or capitals or [end])[0]
    return first if end - first > 1 else None


def _inside(token: Token, *, french: bool) -> bool:
    if token.text in ("&", "-", "–", "'", "’"):
        return True
    if french:
        return can_continue(token)
    return token.is_capital or is_inside_english(token)


def _spells(words: Sequence[Token], letters: Sequence[str], missing: int) -> bool:
    """Whether the letters are the initials of words, in order, beginning with the first; some may be missing."""
    if not words[0].is_word or not letters or fold(words[0].text)[0] != letters[0]:
        return False
    parts = [part for word in words for part in fold(word.text).split() if part[-1] != "'"]
    found = at = 0
    for letter in letters:
        for n in range(at, len(parts)):
            if parts[n][0] == letter:
                found, at = found + 1, n + 1
                break
    return found >= max(2, len(letters) - missing)
