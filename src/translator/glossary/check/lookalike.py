"""Pairs of terms that differ by one letter, found without comparing each with each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from translator.text.french import fold

_SHORTEST = 6
_MOST_IN_BLOCK = 200
_TWO_WORDS = frozenset({("irakien", "iranien"), ("irakienne", "iranienne"), ("irakiens", "iraniens")})
"""Words alike but for a letter, and neither a slip for the other."""


def look_alikes(sources: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Pairs of sources alike but for one letter of one word of six letters or more; the earlier one first.

    Sources are put in blocks by all their words but one; only the words left out are compared. A word that differs in
    its ending only (plural, feminine) or in its first letter is another word and no slip.
    """
    from rapidfuzz.distance import Levenshtein

    blocks: dict[tuple[object, ...], list[tuple[str, str]]] = defaultdict(list)
    for source in sources:
        words = fold(source).split()
        for n, word in enumerate(words):
            if len(word) >= _SHORTEST and word.isalpha():
                blocks[(n, word[:2], *words[:n], None, *words[n + 1 :])].append((word, source))
    for block in blocks.values():
        if len(block) > _MOST_IN_BLOCK:
            continue
        for n, (word, source) in enumerate(block):
            for earlier, other in block[:n]:
                if (
                    abs(len(word) - len(earlier)) < 2
                    and word[:-2] != earlier[:-2]
                    and not _same_stem(word, earlier)
                    and tuple(sorted((word, earlier))) not in _TWO_WORDS
                    and Levenshtein.distance(word, earlier, score_cutoff=1) == 1
                ):
                    yield other, source


def _same_stem(one: str, two: str) -> bool:
    """`national` / `nationale`, `ministres` / `ministre`: an ending, no slip."""
    short, long = sorted((one, two), key=len)
    return long.startswith(short) or (long[-1] == "s" and long[:-1].startswith(short[:-1]))
