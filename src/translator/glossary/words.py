"""A French segment as the matcher reads it: its words, folded, with their places and what stands between them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from translator.text.french import fold

_WORD = re.compile(r"\S+")
_HYPHENS = frozenset("-‐‑‒–−")
_INVISIBLE = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")
"""Soft hyphens, joiners and spaces of no width: they may stand inside a word without changing it."""


@lru_cache(maxsize=1)
def _windows_key() -> bytes:
    """The folding of letters and digits, all else a space, as a table over the bytes of Windows-1252."""
    table = bytearray(b" " * 256)
    for byte in range(256):
        try:
            folded = _key_of(bytes((byte,)).decode("cp1252")).encode("cp1252")
        except UnicodeError:
            continue
        table[byte] = folded[0]
    return bytes(table)


def _key_of(char: str) -> str:
    folded = fold(char)
    return folded if folded.isalnum() else " "


class _Key(dict[int, str]):
    """Filled as characters turn up, so that nothing is computed at import."""

    def __missing__(self, code: int) -> str:
        key = self[code] = _key_of(chr(code))
        return key


_KEY = _Key()


def windows_key(text: str) -> str | None:
    """The `word_key` of a text within Windows-1252, fast; None for any other."""
    try:
        return text.encode("cp1252").translate(_windows_key()).decode("cp1252")
    except UnicodeError:
        return None


def word_key(text: str) -> str:
    """The text with letters and digits folded and everything else a space: one character for each of its characters.

    Its `split()` are the words that terms are looked up by.
    """
    key = windows_key(text)
    return text.translate(_KEY) if key is None else key


def composed(text: str) -> tuple[str, list[int]] | None:
    """The text with its accents composed and without invisible characters, and where each of its characters stood.

    The offsets have one more at the end. None if the text is so already, as nearly every text is.
    """
    if unicodedata.is_normalized("NFC", text) and not any(char in text for char in _INVISIBLE):
        return None
    kept: list[str] = []
    offsets: list[int] = []
    start = 0
    while start < len(text):
        stop = start + 1
        while stop < len(text) and (text[stop] in _INVISIBLE or unicodedata.combining(text[stop])):
            stop += 1
        cluster = "".join(char for char in text[start:stop] if char not in _INVISIBLE)
        whole = unicodedata.normalize("NFC", cluster)
        kept.append(whole)
        offsets += [start] * len(whole)
        start = stop
    plain = "".join(kept)
    return None if plain == text else (plain, [*offsets, len(text)])


class Words:
    """The words of a text: `keys` folded, `starts` and `ends` their offsets; `n` is their number."""

    __slots__ = ("_capitals", "_folded", "_last", "_present", "ends", "keys", "n", "starts", "text")

    def __init__(self, text: str, key: str) -> None:
        """Cut the `word_key` of a text into words."""
        self.text = text
        self.keys = key.split()
        self.n = len(self.keys)
        self.starts, self.ends = _places(key)
        self._present: frozenset[str] | None = None
        self._folded: str | None = None
        self._capitals: bool | None = None
        self._last: dict[str, int] | None = None

    @property
    def present(self) -> frozenset[str]:
        """The set of `keys`."""
        if self._present is None:
            self._present = frozenset(self.keys)
        return self._present

    @property
    def folded(self) -> str:
        """The text folded as a whole (`translator.text.french.fold`)."""
        if self._folded is None:
            self._folded = fold(self.text)
        return self._folded

    @property
    def in_capitals(self) -> bool:
        """Whether the whole text is a headline in capitals: not one small letter."""
        if self._capitals is None:
            self._capitals = self.text.isupper()
        return self._capitals

    def outside(self, key: str, start: int, end: int) -> bool:
        """Whether a folded word stands anywhere but within `start:end` of the text."""
        if self._last is None:
            self._last = dict(zip(self.keys, self.starts, strict=True))
        last = self._last.get(key, -1)
        return last >= end or (last >= 0 and self.starts[self.keys.index(key)] < start)

    def word(self, k: int) -> str:
        """Word number `k` as it stands in the text."""
        return self.text[self.starts[k] : self.ends[k]]

    def gap(self, k: int) -> str:
        """What stands between word `k - 1` and word `k`."""
        return self.text[self.ends[k - 1] : self.starts[k]]

    def spaced(self, k: int) -> bool:
        """Whether nothing but white space stands before word `k`, within one line or across a wrapped one."""
        return 0 < k < self.n and self.text[self.ends[k - 1] : self.starts[k]].isspace()

    def joined(self, k: int) -> bool:
        """Whether a hyphen joins word `k` to the word before it."""
        return 0 < k < self.n and self.gap(k) in _HYPHENS

    def capitalised(self, k: int) -> bool:
        """Whether word `k` begins with a capital."""
        return self.text[self.starts[k]].isupper()


def _places(key: str) -> tuple[Sequence[int], Sequence[int]]:
    """Where the words of a key start and end."""
    spans = [match.span() for match in _WORD.finditer(key)]
    if not spans:
        return (), ()
    starts, ends = zip(*spans, strict=True)
    return starts, ends


@lru_cache(maxsize=4096)
def separator(gap: str) -> str:
    """What stands between two words, as far as it counts: white space and hyphens alike, none after an apostrophe.

    A dash with spaces around it is punctuation, not a hyphen, and stays.
    """
    bare = gap.strip()
    if bare and bare != gap and all(c in _HYPHENS for c in bare):
        return gap
    folded = fold(re.sub(r"\s+", " ", gap))
    return "'" if folded in ("'", "' ") else folded


_FRENCH_CAPITALS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŸ")
"""Letters that may stand for another one with or without an accent; `ČSA` is not `CSA`."""


@lru_cache(maxsize=8192)
def same_letters(there: str, wanted: str, cased: bool, abbreviation: bool) -> bool:
    """Whether a word of a text, equal to `wanted` when folded, has its accents (capitals may lack them).

    With `cased`, capitals of `wanted` must stand in the text; an `abbreviation` has no capitals beyond its own.
    """
    if there == wanted:
        return True
    if len(there) != len(wanted):
        return False
    for a, b in zip(there, wanted, strict=True):
        if a == b:
            continue
        if cased and b.isupper() and not a.isupper():
            return False
        if a.isupper():
            if (abbreviation and not b.isupper()) or (a not in _FRENCH_CAPITALS and a != b.upper()):
                return False
        elif a.isalpha() and a != b.lower():
            return False
    return True
