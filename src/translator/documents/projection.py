"""Inline markup carried from a source text to its translation along the word alignment.

A `Mark` is a pair of tags around a stretch of the source text, or a single thing at one place of it. `project` says
where each goes in the translation, so that every mark appears once, marks stay nested as they were, and no two that
stood side by side overlap; `weave` then reads text and tags off in order.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from translator.result import Translation

__all__ = ["Mark", "Span", "project", "weave"]

Span = tuple[int, int]

_WORD = re.compile(r"\w+|[^\w\s]")
_ORDINAL = re.compile(r"[0-9](st|nd|rd|th)\Z")
_UNLINKED = -0.01
_ANCHORED = 1000.0


@dataclass(frozen=True)
class Mark:
    """Markup on `source[start:end]`; a single thing (an image, a comment) has `start == end`.

    `parent` is the index of the mark around it in the same sequence, -1 for none; parents come before children.
    `opaque` marks stand for their text, which must come through letter for letter (code, a name not to translate).
    """

    start: int
    end: int
    parent: int = -1
    opaque: bool = False


@dataclass
class _Place:
    """Where a mark went: characters of the target, and the target words in them (empty for a point)."""

    start: int
    end: int
    first: int
    last: int


class _Links:
    """The words of both sides and what links them, whatever the translation has to say about its alignment."""

    def __init__(self, source: str, translation: Translation, anchors: Sequence[Span] = ()) -> None:
        self.source, self.target = source, translation.text
        self.source_words = [match.span() for match in _WORD.finditer(source)]
        self.target_words = _cut(self.target, anchors)
        self._source_starts = [word[0] for word in self.source_words]
        self._target_starts = [word[0] for word in self.target_words]
        self.to_source: list[list[int]] = [[] for _ in self.target_words]
        self.to_target: list[list[int]] = [[] for _ in self.source_words]
        self.segment: list[Span | None] = [None] * len(self.target_words)
        whole = ((0, len(source)), (0, len(self.target)), ())
        for (a, b), (c, d), alignment in [
            (
                (part.start, part.start + len(part.source)),
                (part.target_start, part.target_start + len(part.target)),
                part.alignment,
            )
            for part in translation.segments
        ] or [whole]:
            sources, targets = self._among_source(a, b), self._among_target(c, d)
            for index in targets:
                self.segment[index] = (a, b)
            for (s0, s1), (t0, t1) in alignment:
                for index in self._among_target(t0 + c, t1 + c):
                    self._link(index, self._among_source(s0 + a, s1 + a))
            if not alignment and sources:
                for place, index in enumerate(targets):
                    self._link(index, [sources[(2 * place + 1) * len(sources) // (2 * len(targets))]])

    def _link(self, target: int, sources: Sequence[int]) -> None:
        for source in sources:
            if source not in self.to_source[target]:
                self.to_source[target].append(source)
                self.to_target[source].append(target)

    def _among_source(self, start: int, end: int) -> range:
        return _overlapping(self.source_words, self._source_starts, start, end)

    def _among_target(self, start: int, end: int) -> range:
        return _overlapping(self.target_words, self._target_starts, start, end)

    def share(self, target: int, start: int, end: int) -> float | None:
        """How much of what a target word comes from lies in `source[start:end]`; None if it comes from nothing."""
        segment = self.segment[target]
        if segment and start <= segment[0] and segment[1] <= end:
            return 1.0
        sources = self.to_source[target]
        if not sources:
            return None
        total = 0.0
        for a, b in (self.source_words[index] for index in sources):
            total += max(0, min(b, end) - max(a, start)) / (b - a)
        return total / len(sources)

    def best_target(self, source: int, first: int, last: int) -> int | None:
        """The target word in `[first, last)` that comes most surely from a source word; the last of equals."""
        found = [index for index in self.to_target[source] if first <= index < last]
        return max(found, key=lambda index: (1 / len(self.to_source[index]), index), default=None)

    def word_before(self, position: int) -> int:
        """The last source word that begins before a position, -1 for none."""
        return bisect_left(self._source_starts, position) - 1


def project(marks: Sequence[Mark], source: str, translation: Translation) -> list[Span]:
    """The span of `translation.text` for each mark.

    Children lie within their parent and do not overlap; an opaque mark covers its own text, found again letter for
    letter, or nothing if it is not there. Without an alignment words are taken to correspond in proportion.
    """
    if not marks:
        return []
    rough = _Links(source, translation)
    anchors = _anchors(marks, rough)
    links = _Links(source, translation, sorted(anchors.values())) if anchors else rough
    owner = {index: mark for mark, (a, b) in anchors.items() for index in links._among_target(a, b)}
    children: dict[int, list[int]] = {}
    for index, mark in enumerate(marks):
        children.setdefault(mark.parent, []).append(index)
    ancestry = _Ancestry(marks)
    places: dict[int, _Place] = {-1: _Place(0, len(translation.text), 0, len(links.target_words))}
    for parent in [-1, *range(len(marks))]:
        if parent in children:
            _place_children(parent, children[parent], marks, links, anchors, owner, ancestry, places)
    return [(places[index].start, places[index].end) for index in range(len(marks))]


def weave(marks: Sequence[Mark], spans: Sequence[Span], target: str) -> Iterator[str | tuple[int, bool]]:
    """The target's text and the marks in order: strings, and `(index, True)` / `(index, False)` for each pair of tags.

    An opaque mark gives `(index, True)` alone, and its text not at all.
    """
    children: dict[int, list[int]] = {}
    for index, mark in enumerate(marks):
        children.setdefault(mark.parent, []).append(index)
    position = 0
    stack: list[tuple[int, int, Iterator[int]]] = [(-1, len(target), _ordered(children.get(-1, ()), spans))]
    while stack:
        parent, end, rest = stack[-1]
        index = next(rest, -1)
        if index < 0:
            if position < end:
                yield target[position:end]
                position = end
            stack.pop()
            if parent >= 0:
                yield parent, False
            continue
        start, stop = spans[index]
        if position < start:
            yield target[position:start]
            position = start
        yield index, True
        if marks[index].opaque:
            position = max(position, stop)
        else:
            stack.append((index, stop, _ordered(children.get(index, ()), spans)))


def _ordered(indexes: Sequence[int], spans: Sequence[Span]) -> Iterator[int]:
    return iter(sorted(indexes, key=lambda index: (*spans[index], index)))


class _Ancestry:
    """Whether one mark lies in another, from the order of the marks and their parents."""

    def __init__(self, marks: Sequence[Mark]) -> None:
        self._last = list(range(len(marks)))
        for index in range(len(marks) - 1, -1, -1):
            parent = marks[index].parent
            if parent >= 0:
                self._last[parent] = max(self._last[parent], self._last[index])

    def within(self, inner: int, outer: int) -> bool:
        return outer <= inner <= self._last[outer]


def _place_children(
    parent: int,
    indexes: Sequence[int],
    marks: Sequence[Mark],
    links: _Links,
    anchors: dict[int, Span],
    owner: dict[int, int],
    ancestry: _Ancestry,
    places: dict[int, _Place],
) -> None:
    """Give each child of a mark its place: those with text first, best linked first, then the points."""
    room = places[parent]
    taken: list[Span] = []
    free = [True] * (room.last - room.first)
    wishes: list[tuple[float, int]] = []
    scores: dict[int, list[float]] = {}
    points: list[int] = []
    for index in indexes:
        mark = marks[index]
        anchor = anchors.get(index)
        if anchor and room.start <= anchor[0] and anchor[1] <= room.end:
            inside = links._among_target(*anchor)
            places[index] = _Place(*anchor, inside.start, inside.stop)
            _take(places[index], room, free, taken)
        elif mark.start == mark.end or mark.opaque or room.first == room.last:
            points.append(index)
        else:
            scores[index] = [
                _score(links.share(word, mark.start, mark.end), owner.get(word), index, ancestry)
                for word in range(room.first, room.last)
            ]
            wishes.append((-sum(score for score in scores[index] if score > 0), index))
    if parent >= 0 and len(wishes) == 1 and not taken:
        index = wishes[0][1]
        if (marks[index].start, marks[index].end) == (marks[parent].start, marks[parent].end):
            places[index] = _Place(room.start, room.end, room.first, room.last)
            _take(places[index], room, free, taken)
            wishes = []
    for _, index in sorted(wishes):
        place: _Place | None = _part_of_word(marks[index], links, room, taken) or _best_run(
            scores[index], free, links, room
        )
        if place:
            place = _Place(max(place.start, room.start), min(place.end, room.end), place.first, place.last)
        if place is None or place.start > place.end or any(place.start < b and a < place.end for a, b in taken):
            points.append(index)
        else:
            places[index] = place
            _take(place, room, free, taken)
    for index in points:
        mark = marks[index]
        source_room = (marks[parent].start, marks[parent].end) if parent >= 0 else (0, len(links.source))
        at = _point(mark.end if mark.opaque else mark.start, source_room, links, room)
        at = next((end for start, end in taken if start < at < end), at)
        places[index] = _Place(at, at, room.first, room.first)


def _take(place: _Place, room: _Place, free: list[bool], taken: list[Span]) -> None:
    taken.append((place.start, place.end))
    for word in range(max(place.first, room.first), min(place.last, room.last)):
        free[word - room.first] = False


def _score(share: float | None, owner: int | None, index: int, ancestry: _Ancestry) -> float:
    if owner is not None:
        return _ANCHORED if ancestry.within(owner, index) else -_ANCHORED
    return _UNLINKED if share is None else 2 * share - 1


def _best_run(scores: Sequence[float], free: Sequence[bool], links: _Links, room: _Place) -> _Place | None:
    """The run of free words with the highest sum of scores; failing that, the one word with any share at all."""
    best, run = (0.0, 0, 0), (0.0, 0)
    for place, score in enumerate(scores):
        if not free[place]:
            run = (0.0, place + 1)
            continue
        run = (run[0] + score, run[1]) if run[0] > 0 else (score, place)
        if run[0] > best[0] + 1e-9:
            best = (run[0], run[1], place + 1)
    _, first, last = best
    if first == last:
        candidates = [place for place, score in enumerate(scores) if free[place] and -1 < score != _UNLINKED]
        if not candidates:
            return None
        first = max(candidates, key=lambda place: (scores[place], -place))
        if scores[first] <= -1 + 1e-9:
            return None
        last = first + 1
    first, last = first + room.first, last + room.first
    return _Place(links.target_words[first][0], links.target_words[last - 1][1], first, last)


def _part_of_word(mark: Mark, links: _Links, room: _Place, taken: Sequence[Span]) -> _Place | None:
    """A mark on some letters of a word (`<b>S</b>ociété`, `XX<sup>e</sup>`): on the letters that answer to them."""
    word = links.word_before(mark.start + 1)
    if word < 0 or mark.end > (span := links.source_words[word])[1] or (mark.start, mark.end) == span:
        return None
    if mark.start < span[0]:
        return None
    target = links.best_target(word, room.first, room.last)
    if target is None:
        return None
    start, end = links.target_words[target]
    text, letters = links.target[start:end], links.source[mark.start : mark.end]
    if text == links.source[slice(*span)]:
        found = (start + mark.start - span[0], start + mark.end - span[0])
    elif mark.start == span[0]:
        found = (start, start + min(len(letters), len(text)))
    elif mark.end == span[1] and (ordinal := _ORDINAL.search(text)):
        found = (start + ordinal.start(1), end)
    elif mark.end == span[1] and text.lower().endswith(letters.lower()):
        found = (end - len(letters), end)
    else:
        found = (end, end)
    if any((found[0] < b and a < found[1]) or a < found[0] < b for a, b in taken):
        return None
    return _Place(*found, target, target if found[0] == found[1] else target + 1)


def _point(position: int, source_room: Span, links: _Links, room: _Place) -> int:
    """Where a single thing goes: behind the word that the one before it became, else before the one after it."""
    before = links.word_before(position)
    at: int | None = None
    if before < 0 or links.source_words[before][0] < source_room[0]:
        return room.start
    after = before + 1
    for candidate, side in ((before, 1), (after, 0)):
        if candidate < len(links.source_words) and links.source_words[candidate][0] < source_room[1]:
            target = links.best_target(candidate, room.first, room.last)
            if target is not None:
                at = links.target_words[target][side]
                break
    while at is None and (before := before - 1) >= 0 and links.source_words[before][0] >= source_room[0]:
        target = links.best_target(before, room.first, room.last)
        at = None if target is None else links.target_words[target][1]
    if at is None:
        return room.end
    if position and links.source[position - 1].isspace() and links.target[at : at + 1].isspace():
        at += 1
    return min(max(at, room.start), room.end)


def _anchors(marks: Sequence[Mark], links: _Links) -> dict[int, Span]:
    """Where the texts of the opaque marks stand in the target, each as near as may be to where it is expected."""
    found: dict[int, Span] = {}
    for index, mark in enumerate(marks):
        text = links.source[mark.start : mark.end]
        if not mark.opaque or not text:
            continue
        word = links.word_before(mark.start + 1)
        target = links.best_target(word, 0, len(links.target_words)) if word >= 0 else None
        expected = (
            links.target_words[target][0]
            if target is not None
            else mark.start * len(links.target) // max(1, len(links.source))
        )
        used = list(found.values())
        candidates = [
            (not bounded, abs(start - expected), start)
            for start, bounded in _occurrences(text, links.target)
            if not any(start < b and a < start + len(text) for a, b in used)
        ]
        if candidates:
            start = min(candidates)[2]
            found[index] = (start, start + len(text))
    return found


def _occurrences(text: str, target: str) -> Iterator[tuple[int, bool]]:
    """The places of a text in the target, and whether each stands clear of other letters."""
    start = target.find(text)
    for _ in range(1000):
        if start < 0:
            return
        end = start + len(text)
        glued = (text[0].isalnum() and target[start - 1 : start].isalnum()) or (
            text[-1].isalnum() and target[end : end + 1].isalnum()
        )
        yield start, not glued
        start = target.find(text, start + 1)


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
