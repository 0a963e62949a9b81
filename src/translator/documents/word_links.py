"""Which words of a translation come from which of its source, whatever the translation says about its alignment."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from unicodedata import combining, normalize

from translator.result import Translation

__all__ = ["Span", "WordLinks"]

Span = tuple[int, int]

_WORD = re.compile(r"\w+|[^\w\s]")


class WordLinks:
    """The words of both sides, as spans, and the links between them, as indexes: `to_source` and `to_target`.

    Segments without an alignment are linked in proportion. Target words are cut at the edges of `anchors`.
    """

    def __init__(self, source: str, translation: Translation, anchors: Sequence[Span] = ()) -> None:
        """Read the alignments of all segments; spans that make no sense link nothing."""
        self.source, self.target = source, translation.text
        self.source_words = [match.span() for match in _WORD.finditer(source)]
        self.target_words = _cut(self.target, anchors)
        self._source_starts = [word[0] for word in self.source_words]
        self._target_starts = [word[0] for word in self.target_words]
        self.to_source: list[list[int]] = [[] for _ in self.target_words]
        self.to_target: list[list[int]] = [[] for _ in self.source_words]
        self._segment: list[Span | None] = [None] * len(self.target_words)
        self._segments: list[tuple[Span, range]] = []
        whole = ((0, len(source)), (0, len(self.target)), ())
        for (a, b), (c, d), alignment in [
            (
                (part.start, part.start + len(part.source)),
                (part.target_start, part.target_start + len(part.target)),
                part.alignment,
            )
            for part in translation.segments
        ] or [whole]:
            sources, targets = self.source_range(a, b), self.target_range(c, d)
            self._segments.append(((a, b), targets))
            for index in targets:
                self._segment[index] = (a, b)
            for (s0, s1), (t0, t1) in alignment:
                self._link_all(self.source_range(s0 + a, s1 + a), self.target_range(t0 + c, t1 + c))
            if not alignment and sources:
                for place, index in enumerate(targets):
                    self._link(index, [sources[(2 * place + 1) * len(sources) // (2 * len(targets))]])

    def _link_all(self, sources: Sequence[int], targets: Sequence[int]) -> None:
        """Link what a term and its rendering have in common word by word (`OSCE`, `ministre`), the rest to the rest."""
        rest_of_sources, rest_of_targets = list(sources), list(targets)
        if len(sources) > 1 < len(targets):
            for target in targets:
                key = _likeness(self.target[slice(*self.target_words[target])])
                like = [n for n in rest_of_sources if _likeness(self.source[slice(*self.source_words[n])]) == key]
                if like:
                    self._link(target, like[:1])
                    rest_of_sources.remove(like[0])
                    rest_of_targets.remove(target)
        for target in rest_of_targets:
            self._link(target, rest_of_sources or sources)

    def _link(self, target: int, sources: Sequence[int]) -> None:
        for source in sources:
            if source not in self.to_source[target]:
                self.to_source[target].append(source)
                self.to_target[source].append(target)

    def source_range(self, start: int, end: int) -> range:
        """The words that share a character with `source[start:end]`."""
        return _overlapping(self.source_words, self._source_starts, start, end)

    def target_range(self, start: int, end: int) -> range:
        """The words that share a character with `target[start:end]`."""
        return _overlapping(self.target_words, self._target_starts, start, end)

    def share(self, target: int, start: int, end: int) -> float | None:
        """How much of what a target word comes from lies in `source[start:end]`; None if it comes from nothing."""
        segment = self._segment[target]
        if segment and start <= segment[0] and segment[1] <= end:
            return 1.0
        sources = self.to_source[target]
        if not sources:
            return None
        total = 0.0
        for a, b in (self.source_words[index] for index in sources):
            total += max(0, min(b, end) - max(a, start)) / (b - a)
        return total / len(sources)

    def reach(self, start: int, end: int) -> range:
        """The target words between the first and the last that come from words in `source[start:end]`."""
        found = [index for source in self.source_range(start, end) for index in self.to_target[source]]
        for (a, b), targets in self._segments:
            if start <= a and b <= end and targets:
                found += (targets[0], targets[-1])
        return range(min(found), max(found) + 1) if found else range(0)

    def best_target(self, source: int, first: int, last: int) -> int | None:
        """The target word in `[first, last)` that comes most surely from a source word; the last of equals."""
        found = [index for index in self.to_target[source] if first <= index < last]
        return max(found, key=lambda index: (1 / len(self.to_source[index]), index), default=None)

    def word_before(self, position: int) -> int:
        """The last source word that begins before a position, -1 for none."""
        return bisect_left(self._source_starts, position) - 1


def _likeness(word: str) -> str:
    """What words of the same origin share: the first four letters without accents."""
    return "".join(sign for sign in normalize("NFD", word.casefold()) if not combining(sign))[:4]


def _cut(text: str, anchors: Sequence[Span]) -> list[Span]:
    """The words of a text, cut where an anchor begins or ends."""
    found: list[Span] = []
    position = 0
    for edge in [*(edge for span in anchors for edge in span), len(text)]:
        found += [match.span() for match in _WORD.finditer(text, position, edge)]
        position = edge
    return found


def _overlapping(words: Sequence[Span], starts: Sequence[int], start: int, end: int) -> range:
    """The words that share a character with `[start, end)`."""
    first = max(0, bisect_right(starts, start) - 1)
    if first < len(words) and words[first][1] <= start:
        first += 1
    return range(first, max(first, bisect_left(starts, end)))
