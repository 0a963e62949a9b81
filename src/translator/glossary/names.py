"""Names of people in a segment: where a name that begins at a word ends."""

from __future__ import annotations

import re
from collections.abc import Container

from translator.glossary.words import Words
from translator.text.word_list import words as word_list

_FRENCH_PARTICLES = frozenset(("de", "du", "des", "d", "la", "le", "les"))
_PARTICLES = _FRENCH_PARTICLES | word_list(
    "von van der den ter ten zu bin ben ibn bint el al ould da das dos di del della of y e abu abou"
)
_HYPHENS = ("-", "‐", "‑")
_PARTISAN = re.compile(r"[A-Z]{2,}istes?")
"""Adjectives of parties: `le maire PANiste`."""

_OPENERS = word_list("mais selon pour apres avec hier quant ainsi")
"""Words that begin a sentence where a page has lost the full stop: `Helmut Kohl Mais`."""

_MOST_WORDS = 9
_MOST_CAPITALS = 6


def name_end(words: Words, start: int, not_names: Container[str], *, particle_first: bool) -> int:
    """The number of the word behind the name that begins at word `start`; `start` itself if none does.

    Capitalised words, initials, and particles between them (`Villeroy de Galhau`, `Ursula von der Leyen`). A word in
    `not_names` (folded) ends the name before its particle: `roi Abdallah II | de Jordanie`, `juge Hale | de la Cour`.
    With `particle_first` a French particle may come first (`M. de Villepin`); others always may (`ben Laden`).
    """
    end = k = start
    capitals = 0
    while k < words.n and k - start < _MOST_WORDS and (k == start or _joins(words, k)):
        if _PARTISAN.fullmatch(words.word(k)):
            break
        if words.capitalised(k):
            if k > start and words.keys[k] in _OPENERS:
                break
            if k - 1 > start and words.keys[k - 1] in _FRENCH_PARTICLES and _ends_before(words, k, not_names):
                break
            capitals += 1
            k += 1
            if capitals > _MOST_CAPITALS:
                break
            end = k
        elif words.keys[k] in _PARTICLES and words.word(k).islower():
            if k == start and words.keys[k] in _FRENCH_PARTICLES and not (particle_first and _before_name(words, k)):
                break
            if words.keys[k] in ("du", "des") and capitals > 1:
                break  # `Mario Mandzukic du VfL Wolfsburg`, but `Joachim du Bellay`
            k += 1
        else:
            break
    while start < end < words.n and words.gap(end) in _HYPHENS:  # Ban Ki-moon
        end += 1
    return end


def _before_name(words: Words, k: int) -> bool:
    """Whether a French particle may begin a name: `de Gaulle`, `de La Rochère`, not `le Président`, `du Sénat`."""
    return words.keys[k] in ("de", "d", "du", "des") and k + 1 < words.n and words.keys[k + 1] != "l"


def _joins(words: Words, k: int) -> bool:
    """Whether words `k - 1` and `k` can be parts of one name, by what stands between them."""
    gap = words.gap(k)
    if gap.isspace():
        return True
    if gap in _HYPHENS or gap in ("'", "’"):
        return True
    initial = words.ends[k - 1] - words.starts[k - 1] <= 2
    return initial and gap.rstrip() in (".", ".-", "’", "'") and words.capitalised(k - 1)


def _ends_before(words: Words, k: int, not_names: Container[str]) -> bool:
    """Whether the capitalised word behind a French particle is a place, an institution or an acronym, not a name."""
    word = words.word(k)
    if len(word) > 1 and word.isupper() and not words.in_capitals:
        return True
    return any(" ".join(words.keys[k : k + n]) in not_names for n in (3, 2, 1))
